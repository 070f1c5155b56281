"""Problems: what is explained."""

MESSAGES = {
    "report_not_explained": {
        "en": "The report was changed after it was made, so its level cannot be explained. “aiassess verify” shows what was changed.",
        "ms": "Laporan ini diubah selepas dihasilkan, maka tahapnya tidak dapat dijelaskan. “aiassess verify” menunjukkan perubahannya.",
    },
    "edition_not_at_hand": {
        "en": "The report was made with an edition of “{id}” (version {version}) that is not available. Give its file with -q.",
        "ms": "Laporan ini dihasilkan dengan edisi “{id}” (versi {version}) yang tidak tersedia. Beri failnya dengan -q.",
    },
    "nothing_to_explain": {
        "en": "“{found}” is not a question, level or verdict of this questionnaire. Levels: {levels}. Verdicts: {verdicts}.",
        "ms": "“{found}” bukan soalan, tahap atau rumusan dalam soal selidik ini. Tahap: {levels}. Rumusan: {verdicts}.",
    },
    "too_many_options": {
        "en": "Question “{question}” has more than {limit} combinations of options; other answers to it cannot be compared.",
        "ms": "Soalan “{question}” mempunyai lebih daripada {limit} gabungan pilihan; jawapan lain tidak dapat dibandingkan.",
    },
}
