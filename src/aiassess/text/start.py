"""What is said before the first question: the start page."""

MESSAGES = {
    "triage": {
        "en": "Triage: the questions that settle the level, and then the report.",
        "ms": "Saringan awal: soalan yang menentukan tahap, kemudian laporan.",
    },
    "part": {
        "en": "Only the questions for {actors} are asked here; started with --actor all, everybody's.",
        "ms": "Hanya soalan bagi {actors} ditanya di sini; jika dimulakan dengan --actor all, soalan bagi semua pihak.",
    },
    "time": {"en": "Time", "ms": "Masa"},
    "takes": {
        "en.one": "about {minutes} minutes, for {questions} question",
        "en": "about {minutes} minutes, for {questions} questions",
        "ms": "kira-kira {minutes} minit, bagi {questions} soalan",
    },
    "takes_more": {
        "en.one": "about {minutes} more minutes, for {questions} question still open",
        "en": "about {minutes} more minutes, for {questions} questions still open",
        "ms": "kira-kira {minutes} minit lagi, bagi {questions} soalan yang belum dijawab",
    },
    "span": {"en": "{least} to {most}", "ms": "{least} hingga {most}"},
    "depends": {
        "en": "{takes}; the answers decide which are asked",
        "ms": "{takes}; jawapan menentukan soalan yang ditanya",
    },
    "papers": {"en": "Have at hand", "ms": "Sediakan"},
    "people": {"en": "Whom to ask", "ms": "Tanya"},
    "up_to": {
        "en.one": "{title} (up to {n} question)",
        "en": "{title} (up to {n} questions)",
        "ms": "{title} (hingga {n} soalan)",
    },
    "others": {"en.one": "{n} other", "en": "{n} others", "ms": "{n} pihak lain"},
    "answers": {"en": "Your answers", "ms": "Jawapan anda"},
    "kept": {
        "en": "Everything stays on this computer; every answer is saved at once. Leave at any time and continue later. The draft: {file}",
        "ms": "Semuanya kekal dalam komputer ini dan disimpan serta-merta. Anda boleh keluar dan menyambung pada bila-bila masa. Draf: {file}",
    },
}
