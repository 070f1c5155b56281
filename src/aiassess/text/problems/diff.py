"""Problems: what is compared."""

MESSAGES = {
    "both_stdin": {
        "en": "Only one of the two can be standard input (-).",
        "ms": "Hanya satu daripada dua itu boleh menjadi input standard (-).",
    },
    "diff_questionnaires": {
        "en": "These are reports of two different questionnaires, “{old}” and “{new}”, which have nothing in common to compare. Compare reports of the same questionnaire; its versions may differ.",
        "ms": "Laporan ini daripada dua soal selidik yang berlainan, “{old}” dan “{new}”, yang tidak dapat dibandingkan. Bandingkan laporan daripada soal selidik yang sama; versinya boleh berbeza.",
    },
}
