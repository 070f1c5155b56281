"""Problems: files that are not what was asked for."""

MESSAGES = {
    "newer_format": {
        "en": "The file has format {found}; this program reads {known}. Update aiassess.",
        "ms": "Fail ini berformat {found}; program ini membaca {known}. Kemas kini aiassess.",
    },
    "wrong_file": {
        "en": "This is {what}; {expected} was expected. {advice}",
        "ms": "Ini ialah {what}; {expected} diperlukan. {advice}",
    },
    "file_answers": {"en": "an answers file", "ms": "fail jawapan"},
    "file_report": {"en": "a report", "ms": "laporan"},
    "file_submissions": {"en": "a file of several submissions", "ms": "fail yang mengandungi beberapa penghantaran"},
    "file_questionnaire": {"en": "a questionnaire", "ms": "soal selidik"},
    "file_section": {"en": "a section of a questionnaire", "ms": "satu bahagian soal selidik"},
    "file_schema": {"en": "a JSON Schema", "ms": "JSON Schema"},
    "file_diff": {"en": "a comparison made by `aiassess diff`", "ms": "perbandingan yang dihasilkan `aiassess diff`"},
    "file_edition_diff": {
        "en": "a comparison made by `aiassess questionnaire diff`",
        "ms": "perbandingan yang dihasilkan `aiassess questionnaire diff`",
    },
    "file_explanation": {
        "en": "an explanation made by `aiassess explain`",
        "ms": "penjelasan yang dihasilkan `aiassess explain`",
    },
    "file_conflicts": {
        "en": "a list of differences made by `aiassess merge`",
        "ms": "senarai perbezaan yang dihasilkan `aiassess merge`",
    },
    "file_portfolio": {"en": "a summary made by `aiassess batch`", "ms": "ringkasan yang dihasilkan `aiassess batch`"},
    "file_verification": {"en": "the result of `aiassess verify`", "ms": "hasil semakan `aiassess verify`"},
    "file_lint": {
        "en": "the result of `aiassess questionnaire lint`",
        "ms": "hasil semakan `aiassess questionnaire lint`",
    },
    "file_rows": {"en": "a table made by `aiassess batch`", "ms": "jadual yang dihasilkan `aiassess batch`"},
    "file_errors": {
        "en": "a list of errors made by `aiassess batch`",
        "ms": "senarai ralat yang dihasilkan `aiassess batch`",
    },
    "file_page": {"en": "a page for people to read", "ms": "halaman untuk dibaca"},
    "file_form": {"en": "a form to fill in with a browser", "ms": "borang untuk diisi dengan pelayar"},
    "file_draft_state": {"en": "part of a draft", "ms": "sebahagian daripada draf"},
    "file_dropped": {
        "en": "answers set aside when the questionnaire changed",
        "ms": "jawapan yang tidak lagi sesuai setelah soal selidik berubah",
    },
    "file_batch_journal": {
        "en": "the progress record of an interrupted batch",
        "ms": "catatan kemajuan larian kelompok yang terhenti",
    },
    "expected_answers": {"en": "an answers file or a report", "ms": "fail jawapan atau laporan"},
    "expected_report": {"en": "a report (report.json)", "ms": "laporan (report.json)"},
    "expected_questionnaire": {"en": "a questionnaire (.yaml)", "ms": "soal selidik (.yaml)"},
    "advice_answers": {
        "en": "`aiassess score FILE -o report.json` makes a report from it; batch, diff, explain and `assess --answers` take it too.",
        "ms": "`aiassess score FAIL -o report.json` menghasilkan laporannya; batch, diff, explain dan `assess --answers` juga menerimanya.",
    },
    "advice_report": {
        "en": "`aiassess` render, verify, score, batch, diff, explain and `assess --answers` take it.",
        "ms": "`aiassess` render, verify, score, batch, diff, explain dan `assess --answers` menerimanya.",
    },
    "advice_submissions": {"en": "`aiassess batch` takes it.", "ms": "`aiassess batch` menerimanya."},
    "advice_questionnaire": {
        "en": "Give it with -q, or answer it with `aiassess assess FILE`.",
        "ms": "Berikan dengan -q, atau jawab dengan `aiassess assess FAIL`.",
    },
    "advice_section": {
        "en": "Give the questionnaire that includes it.",
        "ms": "Berikan soal selidik yang menyertakannya.",
    },
    "advice_schema": {
        "en": "It tells other programs what a file may contain.",
        "ms": "JSON Schema memberitahu program lain kandungan yang dibenarkan dalam sesuatu fail.",
    },
    "advice_result": {
        "en": "No command takes it; give the file it was made from.",
        "ms": "Tiada perintah yang menerimanya; berikan fail asalnya.",
    },
    "advice_page": {"en": "Give the report.json beside it.", "ms": "Berikan report.json yang ada bersamanya."},
    "advice_form": {
        "en": "Open it in a browser, and give the answers.json that it saves.",
        "ms": "Buka dalam pelayar, dan berikan answers.json yang disimpannya.",
    },
    "advice_draft": {
        "en": "`aiassess drafts list` shows the drafts, and `assess --resume` continues one.",
        "ms": "`aiassess drafts list` menyenaraikan draf, dan `assess --resume` menyambungnya.",
    },
    "advice_journal": {
        "en": "Continue the batch by adding --resume to its command.",
        "ms": "Sambung larian itu dengan menambah --resume pada perintahnya.",
    },
}
