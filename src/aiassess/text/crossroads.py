"""What the interview says when an answer calls for a decision: a use to stop, a level that is settled."""

MESSAGES = {
    # A use to stop, or one that may be
    "level": {"en": "The level is now “{level}”.", "ms": "Tahap kini ialah “{level}”."},
    "unsure": {
        "en": "“Not sure” stops this assessment for now.",
        "ms": "Jawapan “tidak pasti” menghentikan penilaian ini buat masa ini.",
    },
    "ask": {"en": "Ask: {actors}.", "ms": "Tanya: {actors}."},
    # A level that is settled
    "settled": {"en": "The level is settled: {level}.", "ms": "Tahap sudah muktamad: {level}."},
    "unsettled": {
        "en": "The first part is done, but what is still open in it can change the level: {possible}.",
        "ms": "Bahagian pertama sudah selesai, tetapi soalan di dalamnya yang belum selesai masih boleh mengubah tahap: {possible}.",
    },
    "decided_by": {"en": "What decides it: {reasons}.", "ms": "Yang menentukannya: {reasons}."},
    "asks_for": {"en": "What this level asks for:", "ms": "Perkara yang diperlukan pada tahap ini:"},
    "ready": {"en": "For the verdict “{verdict}”: {parts}", "ms": "Untuk rumusan “{verdict}”: {parts}"},
    "ready_controls": {
        "en": "controls as a whole at {percent}% or more",
        "ms": "kawalan secara keseluruhan sekurang-kurangnya {percent}%",
    },
    "ready_principles": {
        "en": "each principle at {percent}% or more",
        "ms": "setiap prinsip sekurang-kurangnya {percent}%",
    },
    "open": {
        "en.one": "{n} question is still open{whose}.",
        "en": "{n} questions are still open{whose}.",
        "ms": "{n} soalan masih belum selesai{whose}.",
    },
    "open_for": {"en": ", for: {actors}", "ms": ", bagi: {actors}"},
    "open_shared": {"en": "Some are for more than one of them.", "ms": "Ada soalan bagi lebih daripada satu pihak."},
    # What to do about it
    "correct": {"en": "Correct it: take this answer back", "ms": "Betulkan: tarik balik jawapan ini"},
    "end_stop": {"en": "Stop here and write the report", "ms": "Berhenti di sini dan tulis laporan"},
    "end_stop_kept": {
        "en": "Stop here and write the report (incomplete; the draft is kept)",
        "ms": "Berhenti di sini dan tulis laporan (belum lengkap; draf tetap disimpan)",
    },
    "go_on": {"en": "Go on with the questions", "ms": "Teruskan dengan soalan"},
    "go_on_verdict": {
        "en.one": "Go on for the verdict ({n} question)",
        "en": "Go on for the verdict ({n} questions)",
        "ms": "Teruskan untuk mendapat rumusan ({n} soalan)",
    },
    "end_settled": {
        "en": "Write the report now (incomplete; the draft is kept)",
        "ms": "Tulis laporan sekarang (belum lengkap; draf tetap disimpan)",
    },
    "change": {"en": "Take the last answer back and change it", "ms": "Tarik balik jawapan terakhir dan ubah"},
}
