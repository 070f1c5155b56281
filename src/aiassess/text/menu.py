"""What ``aiassess`` alone says at a terminal: its menu, and the reading of a report."""

MESSAGES = {
    "title": {
        "en": "Self-assessment of public-sector AI systems (unofficial)\nWhat would you like to do?",
        "ms": "Penilaian kendiri sistem AI sektor awam (tidak rasmi)\nApakah yang anda ingin lakukan?",
    },
    "begin": {"en": "Begin a new assessment of an AI system", "ms": "Mulakan penilaian baharu bagi sistem AI"},
    "begin_other": {"en": "Begin: {title}", "ms": "Mulakan: {title}"},
    "resume": {"en": "Continue {draft}", "ms": "Sambung {draft}"},
    "other_drafts": {"en": "See all {n} unfinished interviews", "ms": "Lihat kesemua {n} temu bual yang belum selesai"},
    "triage": {
        "en": "Triage only: the questions that settle the level, then the report",
        "ms": "Saringan awal sahaja: soalan yang menentukan tahap, kemudian laporan",
    },
    "read": {"en": "Read a report", "ms": "Baca laporan"},
    "language": {"en": "Bahasa Melayu", "ms": "English"},
    "leave": {"en": "Leave", "ms": "Keluar"},
    "back": {"en": "Back to the menu", "ms": "Kembali ke menu"},
    "which_report": {"en": "Which report would you like to read?", "ms": "Laporan yang manakah ingin anda baca?"},
    "type_path": {"en": "Another one: type its path", "ms": "Laporan lain: taip laluannya"},
    "path": {
        "en": "The path of the report (report.json or report.html), or of its folder:",
        "ms": "Laluan laporan (report.json atau report.html), atau laluan foldernya:",
    },
    "html_at": {"en": "To read and print in a browser: {file}", "ms": "Untuk dibaca dan dicetak dalam pelayar: {file}"},
}
