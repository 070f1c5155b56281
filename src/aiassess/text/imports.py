"""What an import writes into a questionnaire."""

MESSAGES = {
    "head": {
        "en": "Imported from {file} by aiassess. What was left out or changed:",
        "ms": "Diimport daripada {file} oleh aiassess. Yang ditinggalkan atau diubah:",
    },
    "names": {"en": "Names in the form, and their ids here:", "ms": "Nama dalam borang, dan id-nya di sini:"},
    "statement": {
        "en": "Imported from the form “{file}” and not checked. It may ask or count other than the form does. Do not rely on its results.",
        "ms": "Diimport daripada borang “{file}” dan belum disemak. Soalan dan pengiraannya mungkin berbeza daripada borang itu. Jangan bergantung pada keputusannya.",
    },
    "author": {"en": "Author of the questionnaire", "ms": "Penyusun soal selidik"},
    "none": {"en": "None of these", "ms": "Tiada yang berkenaan"},
    "level": {"en": "Level {n}", "ms": "Tahap {n}"},
    "not_assessed": {"en": "Not assessed", "ms": "Belum dinilai"},
    "counts_nothing": {
        "en": "No answer to this questionnaire counts any points, so it says nothing about risk.",
        "ms": "Tiada jawapan dalam soal selidik ini yang diberi mata, jadi soal selidik ini tidak menyatakan apa-apa tentang risiko.",
    },
    "give_points": {
        "en": "Give the questions points and the levels thresholds in the questionnaire's file, then remove this finding there.",
        "ms": "Berikan mata kepada soalan dan ambang kepada tahap dalam fail soal selidik, kemudian buang penemuan ini daripada fail itu.",
    },
}
