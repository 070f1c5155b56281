"""What is said before the first question: the start page."""

MESSAGES = {
    "time": {"en": "Time", "ms": "Masa"},
    "takes": {
        "en": "about {least} to {most} minutes, for {few} to {many} questions; the answers decide which are asked",
        "ms": "kira-kira {least} hingga {most} minit, bagi {few} hingga {many} soalan; jawapan menentukan soalan yang ditanya",
    },
    "takes_one": {
        "en": "about {most} minutes, for {many} questions",
        "ms": "kira-kira {most} minit, bagi {many} soalan",
    },
    "takes_more": {
        "en": "about {least} to {most} more minutes, for {few} to {many} questions still open",
        "ms": "kira-kira {least} hingga {most} minit lagi, bagi {few} hingga {many} soalan yang belum dijawab",
    },
    "takes_one_more": {
        "en": "about {most} more minutes, for {many} questions still open",
        "ms": "kira-kira {most} minit lagi, bagi {many} soalan yang belum dijawab",
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
        "en": "Everything stays on this computer. Every answer is saved at once, so leave at any time and continue later. The draft: {file}",
        "ms": "Semuanya kekal dalam komputer ini. Setiap jawapan disimpan serta-merta; anda boleh keluar pada bila-bila masa dan menyambung kemudian. Draf: {file}",
    },
}
