"""What ``questionnaire lint --baseline`` finds."""

MESSAGES = {
    "edition_version": {
        "en": "This edition differs from {old} so much that the {digit} number has to rise. Write version: {suggested}.",
        "ms": "Edisi ini begitu berbeza daripada {old} sehingga nombor {digit} perlu dinaikkan. Tulis version: {suggested}.",
    },
    "edition_major": {"en": "first", "ms": "pertama"},
    "edition_minor": {"en": "middle", "ms": "tengah"},
    "edition_patch": {"en": "last", "ms": "akhir"},
    "edition_change": {"en": "{what}", "ms": "{what}"},
    "baseline_after_errors": {
        "en": "Nothing was compared with the baseline: correct the errors first.",
        "ms": "Tiada perbandingan dibuat dengan edisi asas: betulkan ralat dahulu.",
    },
}
