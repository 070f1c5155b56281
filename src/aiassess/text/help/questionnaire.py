"""The commands on questionnaires: their help, options and what they say."""

MESSAGES = {
    "own_file": {"en": "yours: {file}", "ms": "milik anda: {file}"},
    "earlier_edition": {"en": "an earlier edition: {name}", "ms": "edisi terdahulu: {name}"},
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
    "argument_old_edition": {
        "en": "The edition that answers were given to: a shipped one (gpaisa, or gpaisa@1.0.0) or the path of a .yaml file.",
        "ms": "Edisi yang telah dijawab: yang dibekalkan (gpaisa, atau gpaisa@1.0.0) atau laluan fail .yaml.",
    },
    "option_on": {
        "en": "Answers, filled forms, reports, folders or .jsonl as for batch: what the new edition does to each. May be repeated.",
        "ms": "Jawapan, borang yang sudah diisi, laporan, folder atau .jsonl seperti bagi batch: kesan edisi baharu terhadap setiap satu. Boleh diulang.",
    },
    "argument_new_edition": {"en": "The edition to come.", "ms": "Edisi yang akan datang."},
    "argument_questionnaires": {
        "en": "Names of questionnaires or paths of .yaml files.",
        "ms": "Nama soal selidik atau laluan fail .yaml.",
    },
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
}
