"""Help pages of the command line."""

MESSAGES = {
    "usage": {"en": "Usage:", "ms": "Penggunaan:"},
    "arguments": {"en": "Arguments", "ms": "Argumen"},
    "options": {"en": "Options", "ms": "Opsyen"},
    "commands": {"en": "Commands", "ms": "Perintah"},
    "placeholder_options": {"en": "[OPTIONS]", "ms": "[OPSYEN]"},
    "placeholder_command": {"en": "COMMAND [ARGS]...", "ms": "PERINTAH [ARGUMEN]..."},
    "error": {"en": "error", "ms": "ralat"},
    "warning": {"en": "warning", "ms": "amaran"},
    "standing_official": {"en": "official", "ms": "rasmi"},
    "standing_unofficial": {"en": "unofficial", "ms": "tidak rasmi"},
    "standing_draft": {"en": "draft", "ms": "draf"},
    # Commands
    "app": {
        "en": "Self-assessment of public-sector AI systems after the published outline of Malaysia's GPAISA guidelines (unofficial).\n\nStart with: aiassess assess",
        "ms": "Penilaian kendiri sistem AI sektor awam berdasarkan rangka GPAISA yang diterbitkan (tidak rasmi).\n\nMulakan dengan: aiassess assess",
    },
    "assess": {
        "en": "Answer the questionnaire, question by question, and get the report.\n\nEvery answer is saved at once. Leave at any time and come back with --resume.",
        "ms": "Jawab soal selidik satu demi satu dan terima laporannya.\n\nSetiap jawapan disimpan serta-merta. Anda boleh keluar pada bila-bila masa dan menyambung dengan --resume.",
    },
    "score": {
        "en": "Turn an answers file into a report.\n\nResults go to standard output, or to the files named with -o. Exit codes: 0 done, 1 --fail-on reached, 2 wrong usage, 3 an input is not valid.",
        "ms": "Hasilkan laporan daripada fail jawapan.\n\nHasil dipaparkan pada output standard, atau ditulis ke fail yang dinamakan dengan -o. Kod keluar: 0 selesai, 1 --fail-on dicapai, 2 penggunaan salah, 3 input tidak sah.",
    },
    "questionnaire": {
        "en": "List, read and check questionnaires.",
        "ms": "Senaraikan, baca dan semak soal selidik.",
    },
    "questionnaire_list": {"en": "List the shipped questionnaires.", "ms": "Senaraikan soal selidik yang dibekalkan."},
    "questionnaire_show": {
        "en": "Print a whole questionnaire, to read or as one JSON document.",
        "ms": "Paparkan keseluruhan soal selidik, untuk dibaca atau sebagai satu dokumen JSON.",
    },
    "questionnaire_lint": {
        "en": "Check questionnaires: every error and warning with its place.\n\nExit codes: 0 no error, 1 errors, 3 a file cannot be read.",
        "ms": "Semak soal selidik: setiap ralat dan amaran berserta tempatnya.\n\nKod keluar: 0 tiada ralat, 1 ada ralat, 3 fail tidak dapat dibaca.",
    },
    "questionnaire_schema": {
        "en": "Print the JSON Schema of a questionnaire's answers, for programs that submit them.",
        "ms": "Paparkan JSON Schema bagi jawapan soal selidik, untuk program yang menghantarnya.",
    },
    "drafts": {
        "en": "List and remove interviews that are not finished.",
        "ms": "Senaraikan dan buang temu bual yang belum selesai.",
    },
    "drafts_list": {"en": "List the unfinished interviews.", "ms": "Senaraikan temu bual yang belum selesai."},
    "drafts_remove": {
        "en": "Remove an unfinished interview and its answers.",
        "ms": "Buang temu bual yang belum selesai berserta jawapannya.",
    },
    "lint_summary": {
        "en": "{name}: errors {errors}, warnings {warnings}",
        "ms": "{name}: ralat {errors}, amaran {warnings}",
    },
    # Arguments and options
    "argument_answers": {
        "en": "The answers file, or - for standard input.",
        "ms": "Fail jawapan, atau - bagi input standard.",
    },
    "argument_questionnaire": {
        "en": "A shipped questionnaire (gpaisa) or the path of a .yaml file.",
        "ms": "Soal selidik yang dibekalkan (gpaisa) atau laluan fail .yaml.",
    },
    "argument_questionnaire_default": {
        "en": "A shipped questionnaire or the path of a .yaml file. Left out: gpaisa, or that of the draft.",
        "ms": "Soal selidik yang dibekalkan atau laluan fail .yaml. Jika tiada: gpaisa, atau yang digunakan oleh draf.",
    },
    "argument_questionnaires": {
        "en": "Shipped questionnaires or paths of .yaml files.",
        "ms": "Soal selidik yang dibekalkan atau laluan fail .yaml.",
    },
    "argument_draft": {
        "en": "The drafts, as `drafts list` names them. Left out: picked from a list.",
        "ms": "Draf, seperti dinamakan oleh `drafts list`. Jika tiada: dipilih daripada senarai.",
    },
    "option_help": {"en": "Show this page.", "ms": "Paparkan halaman ini."},
    "option_version": {"en": "Show the version.", "ms": "Paparkan versi."},
    "option_debug": {
        "en": "Show a traceback if the program itself fails.",
        "ms": "Paparkan jejak ralat jika atur cara ini sendiri gagal.",
    },
    "option_lang_root": {
        "en": "Language of messages: ms or en. Otherwise AIASSESS_LANG, then the locale.",
        "ms": "Bahasa mesej: ms atau en. Jika tidak, AIASSESS_LANG, kemudian tetapan sistem.",
    },
    "option_lang": {
        "en": "Language: ms or en. Left out: that of the answers, else of the questionnaire.",
        "ms": "Bahasa: ms atau en. Jika tiada: bahasa jawapan, atau bahasa soal selidik.",
    },
    "option_lang_assess": {
        "en": "Language of the interview: ms or en. Otherwise AIASSESS_LANG, then the locale, then the questionnaire's first.",
        "ms": "Bahasa temu bual: ms atau en. Jika tidak, AIASSESS_LANG, kemudian tetapan sistem, kemudian bahasa pertama soal selidik.",
    },
    "option_questionnaire": {
        "en": "The questionnaire: a name or a path. Left out: the one that the answers name.",
        "ms": "Soal selidik: nama atau laluan. Jika tiada: yang dinamakan dalam fail jawapan.",
    },
    "option_format": {
        "en": "json, md or text: the format of standard output (text if left out).",
        "ms": "json, md atau text: format output standard (text jika tiada).",
    },
    "option_output": {
        "en": "A file to write, format by its ending: .json, .md, .txt. May be repeated; - is standard output.",
        "ms": "Fail untuk ditulis, format mengikut akhiran: .json, .md, .txt. Boleh diulang; - ialah output standard.",
    },
    "option_fail_on": {
        "en": "Exit with 1 where the level is LEVEL or higher, or undetermined.",
        "ms": "Keluar dengan kod 1 jika tahap ialah LEVEL atau lebih tinggi, atau belum dapat ditentukan.",
    },
    "option_text_or_json": {"en": "text or json.", "ms": "text atau json."},
    "option_md_or_json": {"en": "md or json.", "ms": "md atau json."},
    "option_strict": {"en": "Count warnings as errors.", "ms": "Kira amaran sebagai ralat."},
    "option_out": {
        "en": "The folder for report.json, report.md and answers.json. Left out: a new folder here.",
        "ms": "Folder bagi report.json, report.md dan answers.json. Jika tiada: folder baharu di sini.",
    },
    "option_resume": {
        "en": "Go on with a draft: its name (`aiassess drafts list`) or its path.",
        "ms": "Sambung draf: namanya (`aiassess drafts list`) atau laluannya.",
    },
    "option_prefill": {
        "en": "Take over answers from an earlier answers file or report.json; each is shown to be confirmed.",
        "ms": "Guna semula jawapan daripada fail jawapan atau report.json terdahulu; setiap satu dipaparkan untuk disahkan.",
    },
    "option_plain": {
        "en": "Line by line: no colour, no cursor movement. For screen readers and simple terminals.",
        "ms": "Baris demi baris: tanpa warna, tanpa gerakan kursor. Untuk pembaca skrin dan terminal ringkas.",
    },
    "option_new": {
        "en": "Begin a new interview without offering the unfinished ones.",
        "ms": "Mulakan temu bual baharu tanpa menawarkan yang belum selesai.",
    },
    "option_yes": {"en": "Do not ask.", "ms": "Jangan tanya."},
}
