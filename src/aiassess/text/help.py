"""Help pages of the command line."""

MESSAGES = {
    "usage": {"en": "Usage:", "ms": "Penggunaan:"},
    "arguments": {"en": "Arguments", "ms": "Argumen"},
    "options": {"en": "Options", "ms": "Opsyen"},
    "commands": {"en": "Commands", "ms": "Perintah"},
    "placeholder_options": {"en": "[OPTIONS]", "ms": "[OPSYEN]"},
    "placeholder_command": {"en": "COMMAND [ARGS]...", "ms": "PERINTAH [ARGUMEN]..."},
    "own_file": {"en": "yours: {file}", "ms": "milik anda: {file}"},
    "earlier_edition": {"en": "an earlier edition: {name}", "ms": "edisi terdahulu: {name}"},
    # Commands
    "app": {
        "en": "Self-assessment of public-sector AI systems, based on the published outline of Malaysia's GPAISA guidelines (unofficial).\n\nStart with: aiassess assess",
        "ms": "Penilaian kendiri sistem AI sektor awam berdasarkan rangka GPAISA yang diterbitkan (tidak rasmi).\n\nMulakan dengan: aiassess assess",
    },
    "assess": {
        "en": "Answer the questionnaire, question by question, and get the report.\n\nEvery answer is saved at once. Leave at any time and come back with --resume.",
        "ms": "Jawab soal selidik satu demi satu dan terima laporannya.\n\nSetiap jawapan disimpan serta-merta. Anda boleh keluar pada bila-bila masa dan menyambung dengan --resume.",
    },
    "score": {
        "en": "Turn an answers file, or the answers in a report, into a report.\n\nResults go to standard output, or to the files named with -o. Exit codes: 0 done, 1 --fail-on reached, 2 wrong usage, 3 an input is not valid.",
        "ms": "Hasilkan laporan daripada fail jawapan, atau daripada jawapan dalam laporan.\n\nHasil dipaparkan pada output standard, atau ditulis ke fail yang dinamakan dengan -o. Kod keluar: 0 selesai, 1 --fail-on dicapai, 2 penggunaan salah, 3 input tidak sah.",
    },
    "explain": {
        "en": "Explain why the level is what it is: the rules, the points, and the fewest changes that reach another level or verdict.\n\nWithout a second argument: how to reach the next lower level, and the verdict ready. With a question: what its answer counts for, and what other answers would give.",
        "ms": "Jelaskan sebab sesuatu tahap: peraturan, mata, dan perubahan paling sedikit untuk mencapai tahap atau rumusan lain.\n\nTanpa perkataan kedua: tahap lebih rendah yang berikutnya, dan rumusan sedia. Dengan soalan: mata yang dibawa oleh jawapannya dan hasil jawapan lain.",
    },
    "argument_old": {
        "en": "The old report (report.json) or an answers file; - is standard input.",
        "ms": "Laporan lama (report.json) atau fail jawapan; - ialah input standard.",
    },
    "argument_new": {
        "en": "The new report (report.json) or an answers file; - is standard input.",
        "ms": "Laporan baharu (report.json) atau fail jawapan; - ialah input standard.",
    },
    "argument_report_or_answers": {
        "en": "A saved report (report.json) or an answers file; - is standard input.",
        "ms": "Laporan yang disimpan (report.json) atau fail jawapan; - ialah input standard.",
    },
    "argument_explain_what": {
        "en": "A question's id, or the level or verdict (ready, conditional, hold) to reach.",
        "ms": "ID soalan, atau tahap atau rumusan (ready, conditional, hold) yang hendak dicapai.",
    },
    "option_any_answer": {
        "en": "Let any answer change, not only those about controls.",
        "ms": "Benarkan semua jawapan berubah, bukan jawapan tentang kawalan sahaja.",
    },
    "merge": {
        "en": "Put the parts that several people filled in together into one answers file.\n\nIf two of them say something different on the same question, nothing is written; the differences are listed, with what each would do to the level and the verdict. Exit codes: 0 done, 1 there are differences to settle, 2 wrong usage, 3 a part is not valid.",
        "ms": "Gabungkan bahagian yang diisi oleh beberapa orang menjadi satu fail jawapan.\n\nJika dua daripadanya berbeza pada soalan yang sama, tiada apa-apa ditulis; perbezaannya disenaraikan berserta kesan setiap satu pada tahap dan rumusan. Kod keluar: 0 selesai, 1 ada perbezaan yang perlu diselesaikan, 2 penggunaan salah, 3 ada bahagian yang tidak sah.",
    },
    "argument_parts": {
        "en": "The parts: answers files, filled forms (.xlsx), reports (report.json) or drafts; - is standard input.",
        "ms": "Bahagian-bahagian: fail jawapan, borang yang diisi (.xlsx), laporan (report.json) atau draf; - ialah input standard.",
    },
    "option_output_answers": {
        "en": "Write the answers to this file. Default: standard output.",
        "ms": "Tulis jawapan ke fail ini. Jika tiada: output standard.",
    },
    "option_prefer": {
        "en": "Where the parts differ, follow this one of them. May be repeated; the first counts most.",
        "ms": "Di tempat yang berbeza, ikut bahagian ini. Boleh diulang; yang pertama diutamakan.",
    },
    "option_interactive": {
        "en": "Where the parts differ, ask which one is right, in a terminal.",
        "ms": "Di tempat yang berbeza, tanya yang manakah betul, dalam terminal.",
    },
    "option_format_conflicts": {
        "en": "How differences are listed: text or json. Default: text.",
        "ms": "Cara perbezaan disenaraikan: text atau json. Jika tiada: text.",
    },
    "render": {
        "en": "Turn a saved report.json into another format or language.\n\nIn its own language, the file is all it needs. In another, the report is made again from its own answers, with the questionnaire it was made with. Exit codes: 0 done, 2 wrong usage, 3 the report cannot be read or was changed.",
        "ms": "Tukar report.json yang disimpan kepada format atau bahasa lain.\n\nDalam bahasanya sendiri, fail itu sahaja diperlukan. Dalam bahasa lain, laporan dihasilkan semula daripada jawapannya sendiri dengan soal selidik asalnya. Kod keluar: 0 selesai, 2 penggunaan salah, 3 laporan tidak dapat dibaca atau telah diubah.",
    },
    "verify": {
        "en": "Score saved reports again from their own answers, and say whether they are what the questionnaire gives.\n\nPrints one line for each report that is reproduced, and exactly what differs for any other. Exit codes: 0 all reproduced, 1 at least one is not, 3 at least one cannot be read.",
        "ms": "Kira semula laporan daripada jawapannya sendiri dan nyatakan sama ada ia memang hasil soal selidik itu.\n\nSatu baris bagi setiap laporan yang dihasilkan semula; jika tidak, dinyatakan apa yang berbeza. Kod keluar: 0 semua dihasilkan semula, 1 ada yang tidak, 3 ada yang tidak dapat dibaca.",
    },
    "diff": {
        "en": "Show what changed between two reports, and why.\n\nOnly changes are shown; two equal reports print nothing. Exit codes: 0 done, 1 there are differences (with --exit-code), 2 wrong usage, 3 an input is not valid.",
        "ms": "Nyatakan apa yang berubah antara dua laporan, dan sebabnya.\n\nHanya perubahan dipaparkan; dua laporan yang sama tidak memaparkan apa-apa. Kod keluar: 0 selesai, 1 terdapat perbezaan (dengan --exit-code), 2 penggunaan salah, 3 input tidak sah.",
    },
    "questionnaire": {"en": "List, read and check questionnaires.", "ms": "Senaraikan, baca dan semak soal selidik."},
    "questionnaire_list": {
        "en": "List the questionnaires that are found by name: those shipped, and your own.",
        "ms": "Senaraikan soal selidik yang dikenali melalui nama: yang dibekalkan, dan milik anda.",
    },
    "questionnaire_show": {
        "en": "Print a whole questionnaire, to read, as a picture of its flow, or as one JSON document.",
        "ms": "Paparkan keseluruhan soal selidik, untuk dibaca, sebagai gambar rajah aliran, atau sebagai satu dokumen JSON.",
    },
    "questionnaire_new": {
        "en": "Write a questionnaire to begin with: it has an example of each important thing, comments, and no errors.",
        "ms": "Tulis soal selidik untuk dimulakan: ada contoh bagi setiap perkara penting, ada ulasan, dan tiada ralat.",
    },
    "new_lint": {"en": "To check it: {command}", "ms": "Untuk menyemaknya: {command}"},
    "new_show": {"en": "To read it: {command}", "ms": "Untuk membacanya: {command}"},
    "new_assess": {"en": "To try it: {command}", "ms": "Untuk mencubanya: {command}"},
    "argument_new_id": {
        "en": "The id of the new questionnaire: small letters, digits and _.",
        "ms": "Id soal selidik baharu: huruf kecil, angka dan _.",
    },
    "option_output_new": {
        "en": "The file to write. Default: ID.yaml, here. - is standard output.",
        "ms": "Fail untuk ditulis. Jika tiada: ID.yaml, di sini. - ialah output standard.",
    },
    "option_schema_new": {
        "en": "Also write a schema beside it, by which an editor completes and checks while you type.",
        "ms": "Tulis juga skema di sebelahnya, supaya editor melengkapkan dan menyemak semasa anda menaip.",
    },
    "option_lang_new": {
        "en": "Languages of its texts: ms, en, or several with commas, the default one first. Default: ms,en.",
        "ms": "Bahasa teksnya: ms, en, atau beberapa dengan koma, bahasa asal dahulu. Jika tiada: ms,en.",
    },
    "option_authoring": {
        "en": "The schema of the questionnaire's own file, with its ids, for an editor. Works while it has errors.",
        "ms": "Skema bagi fail soal selidik itu sendiri, dengan idnya, untuk editor. Boleh digunakan walaupun ada ralat.",
    },
    "option_output_schema": {
        "en": "A file to write (.json). May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis (.json). Boleh diulang; - ialah output standard.",
    },
    "questionnaire_lint": {
        "en": "Check questionnaires, and list every error, warning and note with its place.\n\nExit codes: 0 no errors, 1 errors, 3 a file cannot be read.",
        "ms": "Semak soal selidik: setiap ralat, amaran dan makluman berserta tempatnya.\n\nKod keluar: 0 tiada ralat, 1 ada ralat, 3 fail tidak dapat dibaca.",
    },
    "questionnaire_diff": {
        "en": "Show what an edition of a questionnaire changes, and which number of its version has to rise.\n\nExit codes: 0 done, 1 there are differences (with --exit-code), 2 wrong usage, 3 a file is not valid.",
        "ms": "Tunjukkan perubahan dalam satu edisi soal selidik, dan nombor versi yang perlu dinaikkan.\n\nKod keluar: 0 selesai, 1 terdapat perbezaan (dengan --exit-code), 2 penggunaan salah, 3 fail tidak sah.",
    },
    "questionnaire_import": {
        "en": "Turn an XLSForm (.xlsx) or a SurveyJS survey (.json) into a questionnaire. What does not fit is listed; nothing is dropped in silence.\n\nExit codes: 0 done, 1 something was left out or changed (with --strict), 3 the file cannot be read or is no such form.",
        "ms": "Tukar XLSForm (.xlsx) atau tinjauan SurveyJS (.json) kepada soal selidik. Yang tidak dapat ditukar disenaraikan; tiada yang digugurkan tanpa diberitahu.\n\nKod keluar: 0 selesai, 1 ada yang ditinggalkan atau diubah (dengan --strict), 3 fail tidak dapat dibaca atau bukan borang sedemikian.",
    },
    "questionnaire_schema": {
        "en": "Print the JSON Schema of a questionnaire's answers, for programs that submit them; or that of its file, for editors.",
        "ms": "Paparkan JSON Schema bagi jawapan soal selidik, untuk program yang menghantarnya; atau bagi failnya, untuk editor.",
    },
    "drafts": {
        "en": "List and remove unfinished interviews.",
        "ms": "Senaraikan dan buang temu bual yang belum selesai.",
    },
    "drafts_list": {"en": "List the unfinished interviews.", "ms": "Senaraikan temu bual yang belum selesai."},
    "drafts_remove": {
        "en": "Remove an unfinished interview and its answers.",
        "ms": "Buang temu bual yang belum selesai berserta jawapannya.",
    },
    "proving": {
        "en": "Proving {name}. This may take a minute.",
        "ms": "Membuktikan {name}, yang mungkin mengambil masa seminit.",
    },
    "lint_summary": {
        "en": "{name}: errors {errors}, warnings {warnings}, notes {notes}",
        "ms": "{name}: ralat {errors}, amaran {warnings}, makluman {notes}",
    },
    "lint_section": {
        "en": "{name} is a section of {whole}, which is checked whole.",
        "ms": "{name} ialah bahagian {whole}, yang disemak sepenuhnya.",
    },
    # Arguments and options
    "argument_answers": {
        "en": "An answers file, a filled form (.xlsx), or a saved report.json to score again from its answers; - is standard input.",
        "ms": "Fail jawapan, borang yang sudah diisi (.xlsx), atau report.json yang disimpan, yang jawapannya dinilai semula; - ialah input standard.",
    },
    "argument_report": {
        "en": "The saved report.json, or - for standard input.",
        "ms": "Fail report.json yang disimpan, atau - bagi input standard.",
    },
    "argument_reports": {
        "en": "Saved reports (report.json), or folders: every report below them. - is standard input.",
        "ms": "Laporan yang disimpan (report.json), atau folder: setiap laporan di bawahnya. - ialah input standard.",
    },
    "argument_old_edition": {
        "en": "The edition that answers were given to: a shipped one (gpaisa, or gpaisa@1.0.0) or the path of a .yaml file.",
        "ms": "Edisi yang telah dijawab: yang dibekalkan (gpaisa, atau gpaisa@1.0.0) atau laluan fail .yaml.",
    },
    "option_on": {
        "en": "Answers, filled forms, reports, folders or .jsonl as for batch: what the new edition does to each. May be repeated.",
        "ms": "Jawapan, borang yang sudah diisi, laporan, folder atau .jsonl seperti bagi batch: kesan edisi baharu terhadap setiap satu. Boleh diulang.",
    },
    "argument_new_edition": {"en": "The edition to come.", "ms": "Edisi yang akan datang."},
    "argument_questionnaire": {
        "en": "A questionnaire by its name (gpaisa, or gpaisa@1.0.0) or the path of a .yaml file.",
        "ms": "Nama soal selidik (gpaisa, atau gpaisa@1.0.0) atau laluan fail .yaml.",
    },
    "argument_questionnaire_default": {
        "en": "A questionnaire's name or the path of a .yaml file. Default: gpaisa, or the draft's.",
        "ms": "Nama soal selidik atau laluan fail .yaml. Jika tiada: gpaisa, atau yang digunakan oleh draf.",
    },
    "argument_questionnaires": {
        "en": "Names of questionnaires or paths of .yaml files.",
        "ms": "Nama soal selidik atau laluan fail .yaml.",
    },
    "argument_draft": {
        "en": "Drafts, as named by `drafts list`. Default: choose from a list.",
        "ms": "Draf, seperti dinamakan oleh `drafts list`. Jika tiada: dipilih daripada senarai.",
    },
    "option_help": {"en": "Show this page.", "ms": "Paparkan halaman ini."},
    "option_version": {"en": "Show the version.", "ms": "Paparkan versi."},
    "option_debug": {
        "en": "Show a traceback if the program itself fails.",
        "ms": "Paparkan jejak ralat jika program ini sendiri gagal.",
    },
    "option_lang_root": {
        "en": "Language of messages: ms or en. Default: AIASSESS_LANG, then the locale.",
        "ms": "Bahasa mesej: ms atau en. Jika tidak, AIASSESS_LANG, kemudian tetapan sistem.",
    },
    "option_lang": {
        "en": "Language: ms or en. Default: that of the answers, then of the questionnaire.",
        "ms": "Bahasa: ms atau en. Jika tiada: bahasa jawapan, atau bahasa soal selidik.",
    },
    "option_lang_assess": {
        "en": "Language of the interview: ms or en. Default: AIASSESS_LANG, then the locale, then the questionnaire's first.",
        "ms": "Bahasa temu bual: ms atau en. Jika tidak, AIASSESS_LANG, kemudian tetapan sistem, kemudian bahasa pertama soal selidik.",
    },
    "option_questionnaire": {
        "en": "The questionnaire: a name or a path. Default: the one that the answers name.",
        "ms": "Soal selidik: nama atau laluan. Jika tiada: yang dinamakan dalam fail jawapan.",
    },
    "option_editions": {
        "en": "Another edition of a questionnaire, for reports made with it. May be repeated.",
        "ms": "Edisi lain soal selidik, digunakan bagi laporan yang dihasilkan dengannya. Boleh diulang.",
    },
    "option_lang_render": {
        "en": "Language: ms or en. Default: that of the report.",
        "ms": "Bahasa: ms atau en. Jika tiada: bahasa laporan.",
    },
    "option_earlier": {
        "en": "An earlier report, or a folder of them: shows what the report revises, back to the first. May be repeated.",
        "ms": "Laporan terdahulu, atau folder laporan: memaparkan laporan yang disemak semula, hingga yang pertama. Boleh diulang.",
    },
    "option_allow_changed": {
        "en": "Also render a report that was changed by hand, under a notice that says so; as text, even a file that is no longer a report. For git.",
        "ms": "Paparkan juga laporan yang diubah secara manual, dengan peringatan; sebagai teks, fail yang bukan lagi laporan pun dipaparkan. Untuk git.",
    },
    "option_digest": {
        "en": "A digest kept elsewhere, such as in the minutes of the approval. Each report's digest must be one of these. May be repeated.",
        "ms": "Nilai semakan (digest) yang disimpan di tempat lain, contohnya dalam minit kelulusan. Nilai semakan setiap laporan mestilah salah satu daripadanya. Boleh diulang.",
    },
    "option_exit_code": {
        "en": "Exit with 1 if there are differences.",
        "ms": "Keluar dengan kod 1 jika terdapat perbezaan.",
    },
    "option_questionnaire_diff": {
        "en": "The questionnaire of the new report, if it is not the shipped one; answers files are scored with it too.",
        "ms": "Soal selidik bagi laporan baharu, jika bukan yang dibekalkan; fail jawapan juga dinilai dengannya.",
    },
    "option_lang_diff": {
        "en": "Language of the comparison: ms or en. Default: that of the new report.",
        "ms": "Bahasa perbandingan: ms atau en. Jika tiada: bahasa laporan baharu.",
    },
    "option_format_review": {
        "en": "Format of standard output: json, md or text. Default: text.",
        "ms": "json, md atau text: format output standard (text jika tiada).",
    },
    "option_format": {
        "en": "Format of standard output: json, md, text, html or docx. Default: text.",
        "ms": "json, md, text, html atau docx: format output standard (text jika tiada).",
    },
    "option_format_render": {
        "en": "Format of standard output: json, md, text, html, docx, or decision: the paper for whoever decides. Default: text.",
        "ms": "json, md, text, html, docx, atau decision (kertas untuk pihak yang membuat keputusan): format output standard (text jika tiada).",
    },
    "option_output": {
        "en": "A file to write; its ending gives the format: .json, .md, .txt. May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis, format mengikut akhiran: .json, .md, .txt. Boleh diulang; - ialah output standard.",
    },
    "option_output_report": {
        "en": "A file to write; its ending gives the format: .json, .md, .txt, .html, .docx. May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis, format mengikut akhiran: .json, .md, .txt, .html, .docx. Boleh diulang; - ialah output standard.",
    },
    "option_fail_on": {
        "en": "Exit with 1 if the level is LEVEL or higher, or undetermined.",
        "ms": "Keluar dengan kod 1 jika tahap ialah LEVEL atau lebih tinggi, atau belum dapat ditentukan.",
    },
    "option_text_or_json": {"en": "text or json.", "ms": "text atau json."},
    "option_prove": {
        "en": "Also prove what is so of every set of answers: what is never reached, rules that can be avoided, better answers that make it worse.",
        "ms": "Buktikan juga perkara yang benar bagi semua jawapan: yang tidak tercapai, peraturan yang dapat dielakkan, jawapan lebih baik yang memburukkan keputusan.",
    },
    "option_baseline": {
        "en": "Also say what differs from this edition, which saved answers have: what they would be refused for is an error.",
        "ms": "Nyatakan juga perbezaan daripada edisi ini, yang telah dijawab: perubahan yang menyebabkan jawapan ditolak ialah ralat.",
    },
    "option_witness": {
        "en": "Write the answers that show what was proven to this folder; implies --prove.",
        "ms": "Tulis jawapan yang menunjukkan perkara yang dibuktikan ke folder ini; termasuk --prove.",
    },
    "option_format_show": {
        "en": "Format of standard output: md, html, docx, mermaid (the flow as a picture) or json. Default: md.",
        "ms": "md, html, docx, mermaid (gambar rajah aliran) atau json: format output standard (md jika tiada).",
    },
    "option_output_show": {
        "en": "A file to write; its ending gives the format: .md, .html, .docx, .mmd, .json. May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis, format mengikut akhiran: .md, .html, .docx, .mmd, .json. Boleh diulang; - ialah output standard.",
    },
    "option_section": {
        "en": "Only this section, by its id; in the picture also what steers it and what it leads to. Not for json. May be repeated.",
        "ms": "Bahagian ini sahaja, mengikut idnya; dalam gambar rajah juga perkara yang menentukannya dan akibatnya. Bukan untuk json. Boleh diulang.",
    },
    "option_lang_show": {
        "en": "Language: ms, en, or both side by side. Default: the questionnaire's first.",
        "ms": "Bahasa: ms, en, atau both (kedua-duanya bersebelahan). Jika tiada: bahasa pertama soal selidik.",
    },
    "argument_form": {
        "en": "The form: an XLSForm (.xlsx) or a SurveyJS survey (.json); - is standard input.",
        "ms": "Borang: XLSForm (.xlsx) atau tinjauan SurveyJS (.json); - ialah input standard.",
    },
    "option_output_import": {
        "en": "The questionnaire's file, or a folder for it. Default: standard output.",
        "ms": "Fail soal selidik, atau folder untuknya. Jika tiada: output standard.",
    },
    "option_import_id": {
        "en": "The questionnaire's id. Default: from the form's id or the file's name.",
        "ms": "Id soal selidik. Jika tiada: daripada id borang atau nama fail.",
    },
    "option_import_language": {
        "en": "The language of texts that do not say theirs, such as ms. Default: en.",
        "ms": "Bahasa bagi teks yang tidak menyatakan bahasanya, seperti ms. Jika tiada: en.",
    },
    "option_strict_import": {
        "en": "Exit with 1 if anything was left out or changed.",
        "ms": "Keluar dengan 1 jika ada yang ditinggalkan atau diubah.",
    },
    "option_strict": {"en": "Count warnings as errors.", "ms": "Kira amaran sebagai ralat."},
    "option_terms": {
        "en": "A CSV file with a term for each concept, to be kept to: columns `en`, `ms` and, for words to avoid, `not`. `malay`: this project's Malay terms. May be repeated.",
        "ms": "Fail CSV dengan satu istilah bagi setiap konsep, untuk dipatuhi: lajur `en`, `ms` dan, bagi perkataan yang dielakkan, `not`. `malay`: istilah Melayu projek ini. Boleh diulang.",
    },
    "option_format_lint": {
        "en": "text; github for annotations of a pull request; gitlab for its code quality; sarif for code scanning; json.",
        "ms": "text; github bagi anotasi permintaan tarik; gitlab bagi kualiti kod; sarif bagi imbasan kod; json.",
    },
    "option_out": {
        "en": "The folder for the reports (HTML, Markdown, JSON) and answers.json. Default: a new folder here.",
        "ms": "Folder bagi laporan (HTML, Markdown, JSON) dan answers.json. Jika tiada: folder baharu di sini.",
    },
    "option_resume": {
        "en": "Continue a draft: its name (`aiassess drafts list`) or its path.",
        "ms": "Sambung draf: namanya (`aiassess drafts list`) atau laluannya.",
    },
    "option_prefill": {
        "en": "Start from the answers in an answers file, a filled form (.xlsx) or an earlier report.json; each is shown for you to confirm.",
        "ms": "Guna semula jawapan daripada fail jawapan, borang yang sudah diisi (.xlsx) atau report.json terdahulu; setiap jawapan dipaparkan untuk disahkan.",
    },
    "option_actor": {
        "en": "Ask only the questions for this actor, by id or title, such as ICTSO; all: for everybody. May be repeated.",
        "ms": "Tanya soalan bagi pihak bertanggungjawab ini sahaja, mengikut id atau nama, contohnya ICTSO; all: bagi semua pihak. Boleh diulang.",
    },
    "option_plain": {
        "en": "Line by line: no colour, no cursor movement. For screen readers and simple terminals.",
        "ms": "Baris demi baris: tanpa warna, tanpa pergerakan kursor. Untuk pembaca skrin dan terminal ringkas.",
    },
    "option_triage": {
        "en": "Offer the report as soon as the level is settled, or the questions for it are done.",
        "ms": "Tawarkan laporan sebaik sahaja tahap muktamad, atau soalan untuknya selesai.",
    },
    "option_new": {
        "en": "Start a new interview without offering the unfinished ones.",
        "ms": "Mulakan temu bual baharu tanpa menawarkan yang belum selesai.",
    },
    "option_yes": {"en": "Do not ask for confirmation.", "ms": "Jangan tanya."},
    # Batches
    "batch": {
        "en": "Score many submissions (answers files or reports): one row each, in the order given.\n\nA submission that cannot be read or is not valid gets a row too, and never stops the run. Exit codes: 0 done, 1 some were refused or --fail-on was reached, 2 wrong usage, 3 an output cannot be written, 130 interrupted.",
        "ms": "Nilai banyak penghantaran, sama ada fail jawapan atau laporan: satu baris bagi setiap penghantaran, mengikut susunan asalnya.\n\nPenghantaran yang tidak dapat dibaca atau tidak sah juga menjadi satu baris dan tidak menghentikan larian. Kod keluar: 0 selesai, 1 ada yang ditolak atau --fail-on dicapai, 2 penggunaan salah, 3 output tidak dapat ditulis, 130 dihentikan.",
    },
    "form": {
        "en": "Write a form to fill in elsewhere: in Excel or LibreOffice (.xlsx), in a browser without a network (.html), or on paper, for a meeting (.docx). A filled .xlsx, and the answers.json that the page saves, are read wherever answers are: by score, assess --answers, batch.\n\nWith --actor, only the questions for somebody else; with --answers, with what is answered so far.",
        "ms": "Hasilkan borang untuk diisi di tempat lain: dalam Excel atau LibreOffice (.xlsx), dalam pelayar tanpa rangkaian (.html), atau di atas kertas untuk mesyuarat (.docx). Borang .xlsx yang sudah diisi, dan answers.json yang disimpan oleh halaman itu, dibaca di mana-mana jawapan dibaca: oleh score, assess --answers, batch.\n\nDengan --actor, hanya soalan bagi pihak lain; dengan --answers, bersama jawapan setakat ini.",
    },
    "argument_questionnaire_form": {
        "en": "A shipped questionnaire or the path of a .yaml file. Default: gpaisa, or that of the answers.",
        "ms": "Nama soal selidik atau laluan fail .yaml. Jika tiada: gpaisa, atau yang dinamakan dalam jawapan.",
    },
    "option_output_form": {
        "en": "The file to write: .xlsx, .html or .docx. May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis: .xlsx, .html atau .docx. Boleh diulang; - ialah output standard.",
    },
    "option_format_form": {
        "en": "Format of standard output: xlsx, html or docx (xlsx if left out).",
        "ms": "Format output standard: xlsx, html atau docx (xlsx jika tiada).",
    },
    "option_answers_form": {
        "en": "Answers so far, to be in the form already: an answers file, a report.json, a draft's file or a filled .xlsx.",
        "ms": "Jawapan setakat ini yang terus diisi dalam borang: fail jawapan, report.json, fail draf atau .xlsx yang sudah diisi.",
    },
    "option_with_engine": {
        "en": "Let a .html form show the level and write reports: a folder with Pyodide (docs/form.md says how to fill it). The file is about 8 MB.",
        "ms": "Biar borang .html memaparkan tahap dan menulis laporan: folder yang mengandungi Pyodide (docs/form.md menerangkan cara mengisinya). Saiz fail kira-kira 8 MB.",
    },
    "option_lang_form": {
        "en": "Language: ms, en, or both. Default: that of the answers, then of the questionnaire.",
        "ms": "Bahasa: ms, en, atau both (kedua-duanya). Jika tiada: bahasa jawapan, atau bahasa soal selidik.",
    },
    "argument_inputs": {
        "en": "Files, folders, patterns in quotes such as '2026/**/*.json', or - for standard input: JSON Lines, or one indented document. .json, .jsonl and .ndjson, also compressed (.gz, .zst), and filled forms (.xlsx).",
        "ms": "Fail, folder, corak dalam petikan seperti '2026/**/*.json', atau - bagi input standard: JSON Lines, atau satu dokumen berinden. .json, .jsonl dan .ndjson, termasuk yang dimampatkan (.gz, .zst), dan borang yang sudah diisi (.xlsx).",
    },
    "option_questionnaire_more": {
        "en": "Your own questionnaire that submissions may name, besides the shipped ones. May be repeated.",
        "ms": "Soal selidik anda sendiri yang boleh dinamakan dalam penghantaran, selain yang dibekalkan. Boleh diulang.",
    },
    "option_output_table": {
        "en": "A table to write; its ending gives the format: .csv, .jsonl, .parquet. May be repeated; - is standard output.",
        "ms": "Jadual untuk ditulis, format mengikut akhiran: .csv, .jsonl, .parquet. Boleh diulang; - ialah output standard.",
    },
    "option_format_table": {
        "en": "Format of standard output: csv or jsonl. Default: csv.",
        "ms": "csv atau jsonl: format output standard (csv jika tiada).",
    },
    "option_errors": {
        "en": "A file for all problems in the refused submissions, as JSON Lines.",
        "ms": "Fail bagi setiap masalah penghantaran yang ditolak, sebagai JSON Lines.",
    },
    "option_reports": {
        "en": "A folder for a full report.json of each submission. This takes many times as long.",
        "ms": "Folder bagi report.json penuh untuk setiap penghantaran. Ini mengambil masa berkali-kali ganda.",
    },
    "option_jobs": {
        "en": "How many processes to use. Default: one at first, then as many as there are processors.",
        "ms": "Bilangan proses yang bekerja. Jika tiada: satu pada mulanya, kemudian sebanyak bilangan pemproses.",
    },
    "option_scheduler": {
        "en": "Use a Dask cluster: the address of its scheduler, such as tcp://host:8786.",
        "ms": "Gunakan kluster Dask: alamat penjadualnya, contohnya tcp://host:8786.",
    },
    "option_fail_on_any": {
        "en": "Exit with 1 if any level is LEVEL or higher, or undetermined.",
        "ms": "Keluar dengan kod 1 jika mana-mana tahap ialah LEVEL atau lebih tinggi, atau belum dapat ditentukan.",
    },
    "option_strict_batch": {
        "en": "Stop at the first submission that is refused.",
        "ms": "Berhenti pada penghantaran pertama yang ditolak.",
    },
    "option_resume_batch": {
        "en": "Continue this run where it was interrupted.",
        "ms": "Sambung larian ini dari tempat larian itu terhenti.",
    },
    "option_summary": {
        "en": "A file for an overview of all systems: by level, verdict, agency and type, what is overdue, hours saved. Its ending gives the format: .html, .md, .json. May be repeated.",
        "ms": "Fail bagi gambaran keseluruhan semua sistem: mengikut tahap, rumusan, agensi dan jenis, sistem yang lewat dinilai semula, jam yang dijimatkan. Format mengikut akhiran: .html, .md, .json. Boleh diulang.",
    },
    "option_as_of": {
        "en": "The date (YYYY-MM-DD) on which the summary counts what is overdue. Default: today.",
        "ms": "Tarikh (YYYY-MM-DD) yang digunakan oleh ringkasan untuk menentukan penilaian semula yang lewat. Jika tiada: hari ini.",
    },
    "option_lang_batch": {
        "en": "Language of messages and reports: ms or en. Default: messages as set for the program, reports as their submissions say.",
        "ms": "Bahasa mesej dan laporan: ms atau en. Jika tiada: mesej mengikut tetapan program, laporan mengikut penghantarannya.",
    },
}
