"""What ``aiassess merge`` says: parts that contradict each other, and what was written."""

MESSAGES = {
    "title": {
        "en.one": "The parts differ in one place",
        "en": "The parts differ in {n} places",
        "ms": "Bahagian-bahagian ini berbeza di {n} tempat",
    },
    "no_assessor": {"en": "no assessor named", "ms": "penilai tidak dinyatakan"},
    "differing_answer": {"en": "different answers", "ms": "jawapan berbeza"},
    "differing_note": {"en": "different notes", "ms": "catatan berbeza"},
    "differing_evidence": {"en": "different evidence", "ms": "bukti berbeza"},
    "unconfirmed": {"en": "{answer} (not confirmed)", "ms": "{answer} (belum disahkan)"},
    "would_be": {"en": "Result: {outcome}", "ms": "Hasil: {outcome}"},
    "either_way": {"en": "The result is the same either way: {outcome}", "ms": "Hasilnya tetap sama: {outcome}"},
    "with_note": {"en": "note: {note}", "ms": "catatan: {note}"},
    "with_evidence": {"en": "evidence: {evidence}", "ms": "bukti: {evidence}"},
    "preferring": {
        "en": "If one file settles whatever it can",
        "ms": "Jika satu fail diikuti di semua tempat yang dinyatakannya",
    },
    "left": {"en.one": "One place is left.", "en": "{n} places are left.", "ms": "{n} tempat masih tinggal."},
    "others_blank": {
        "en": "Each result counts the other differing questions as unanswered.",
        "ms": "Setiap hasil mengira soalan lain yang berbeza sebagai belum dijawab.",
    },
    "how_to_settle": {
        "en": "Nothing was written. Say which file to follow with --prefer FILE, or decide one by one with --interactive.",
        "ms": "Tiada apa-apa ditulis. Nyatakan fail yang diikuti dengan --prefer FAIL, atau putuskan satu demi satu dengan --interactive.",
    },
    "ask": {
        "en": "{at} of {all}: {what}\nWhich one is right?",
        "ms": "{at} daripada {all}: {what}\nYang manakah betul?",
    },
    "leave": {"en": "Leave; nothing is written", "ms": "Keluar; tiada apa-apa ditulis"},
    "left_unsettled": {"en": "Nothing was written.", "ms": "Tiada apa-apa ditulis."},
    "no_terminal": {"en": "There is no terminal to ask in.", "ms": "Tiada terminal untuk bertanya."},
    "merged": {
        "en.one": "Merged one file: {answered} questions answered.",
        "en": "Merged {n} files: {answered} questions answered.",
        "ms": "{n} fail digabungkan: {answered} soalan dijawab.",
    },
    "settled": {
        "en.one": "One place in which the parts differed was settled.",
        "en": "{n} places in which the parts differed were settled.",
        "ms": "{n} tempat yang berbeza telah diselesaikan.",
    },
    "next": {"en": "Next: {command}", "ms": "Seterusnya: {command}"},
}
