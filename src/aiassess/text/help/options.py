"""Arguments and options."""

MESSAGES = {
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
    "argument_questionnaire": {
        "en": "A questionnaire by its name (gpaisa, or gpaisa@1.0.0) or the path of a .yaml file.",
        "ms": "Nama soal selidik (gpaisa, atau gpaisa@1.0.0) atau laluan fail .yaml.",
    },
    "argument_questionnaire_default": {
        "en": "A questionnaire's name or the path of a .yaml file. Default: gpaisa, or the draft's.",
        "ms": "Nama soal selidik atau laluan fail .yaml. Jika tiada: gpaisa, atau yang digunakan oleh draf.",
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
        "en": "Format of standard output: json, md, text, html, docx, decision (the paper for whoever decides) or public (the public record). Default: text.",
        "ms": "json, md, text, html, docx, decision (kertas untuk pihak yang membuat keputusan) atau public (rekod tatapan umum): format output standard (text jika tiada).",
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
        "en": "A table to write; its ending gives the format: .csv, .xlsx, .jsonl, .parquet. May be repeated; - is standard output.",
        "ms": "Jadual untuk ditulis, format mengikut akhiran: .csv, .xlsx, .jsonl, .parquet. Boleh diulang; - ialah output standard.",
    },
    "option_table": {
        "en": "What the rows are of: scores, a row for each submission (the default), or all its answers, findings or risks, with their words. The latter take many times as long.",
        "ms": "Kandungan baris: scores, satu baris bagi setiap penghantaran (jika tiada), atau semua jawapan (answers), penemuan (findings) atau risikonya (risks) berserta kata-katanya. Tiga yang akhir mengambil masa berkali-kali ganda.",
    },
    "option_bom": {
        "en": "Begin CSV files with the mark (BOM) by which Excel knows UTF-8, so that a double click opens them right.",
        "ms": "Mulakan fail CSV dengan tanda (BOM) yang membolehkan Excel mengenal UTF-8, supaya fail dibuka dengan betul melalui dwiklik.",
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
    "option_register": {
        "en": "A folder for a register of public records: a page for each completely assessed system that is no official secret, and an index. This takes many times as long.",
        "ms": "Folder bagi daftar rekod tatapan umum: satu halaman bagi setiap sistem yang lengkap dinilai dan bukan rahsia rasmi, serta satu indeks. Ini mengambil masa berkali-kali ganda.",
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
    "option_due": {
        "en": "Who is due for reassessment: a list (.csv, .xlsx), a calendar (.ics), or a folder (a name that ends in /) with .csv and .ics for all systems and for each agency. May be repeated.",
        "ms": "Sistem yang perlu dinilai semula: senarai (.csv, .xlsx), kalendar (.ics), atau folder (nama yang berakhir dengan /) yang mengandungi .csv dan .ics bagi semua sistem dan bagi setiap agensi. Boleh diulang.",
    },
    "option_latest": {
        "en": "Keep only the latest submission of each system: one that no other revises, and the newest of those with the same agency and system name.",
        "ms": "Kekalkan hanya penghantaran terkini bagi setiap sistem: penghantaran yang tidak disemak semula oleh penghantaran lain, dan penghantaran terbaharu yang mempunyai agensi dan nama sistem yang sama.",
    },
    "option_set_aside": {
        "en": "With --latest: a file that lists the submissions not kept, each with the reason and the one kept instead. Its ending gives the format: .csv, .jsonl.",
        "ms": "Dengan --latest: fail yang menyenaraikan penghantaran yang tidak dikekalkan, berserta sebabnya dan penghantaran yang menggantikannya. Format mengikut akhiran: .csv, .jsonl.",
    },
    "option_as_of": {
        "en": "The date (YYYY-MM-DD) on which the summary and --due tell what is overdue. Default: today.",
        "ms": "Tarikh (YYYY-MM-DD) yang digunakan oleh ringkasan dan --due untuk menentukan penilaian semula yang lewat. Jika tiada: hari ini.",
    },
    "option_against": {
        "en": "The table of an earlier round (.parquet, .jsonl or .csv), to compare with: what is new, gone or changed. The summary then shows both rounds.",
        "ms": "Jadual pusingan lalu (.parquet, .jsonl atau .csv) untuk dibandingkan: sistem yang baharu, tiada lagi atau berubah. Ringkasan akan menunjukkan kedua-dua pusingan.",
    },
    "option_changes": {
        "en": "With --against: a file that lists every system that changed, and how. Its ending gives the format: .csv, .jsonl.",
        "ms": "Bersama --against: fail yang menyenaraikan setiap sistem yang berubah, dan perubahannya. Format mengikut akhiran: .csv, .jsonl.",
    },
    "option_lang_batch": {
        "en": "Language of messages and reports: ms or en. Default: messages as set for the program, reports as their submissions say.",
        "ms": "Bahasa mesej dan laporan: ms atau en. Jika tiada: mesej mengikut tetapan program, laporan mengikut penghantarannya.",
    },
}
