"""Problems: answers files."""

MESSAGES = {
    "question_gone": {
        "en": "The question is no longer part of the questionnaire.",
        "ms": "Soalan ini tidak lagi terdapat dalam soal selidik.",
    },
    "option_gone": {
        "en": "The option “{option}” is no longer offered.",
        "ms": "Pilihan “{option}” tidak lagi disediakan.",
    },
    "answer_type_changed": {
        "en": "The question now takes another kind of answer: {kind}.",
        "ms": "Soalan ini kini memerlukan jenis jawapan yang lain: {kind}.",
    },
    "answers_no_format": {
        "en": 'This is not an answers file: “format” is missing. Expected "format": "{known}".',
        "ms": 'Ini bukan fail jawapan: “format” tiada. Diperlukan "format": "{known}".',
    },
    "answers_format": {
        "en": "Found format {found}; expected {known}.",
        "ms": "Dijumpai format {found}; diperlukan {known}.",
    },
    "answers_questionnaire": {
        "en": 'The file does not say which questionnaire it answers. Expected "questionnaire": {{"id": …, "version": …}}.',
        "ms": 'Fail tidak menyatakan soal selidik yang dijawab. Diperlukan "questionnaire": {{"id": …, "version": …}}.',
    },
    "answers_unknown_questionnaire": {
        "en": "The answers are for the questionnaire “{name}”, which is not one of those found by name ({known}). Give its file with -q, or put it into a folder that AIASSESS_QUESTIONNAIRES names.",
        "ms": "Jawapan ini bagi soal selidik “{name}”, yang tiada antara soal selidik yang dikenali melalui nama ({known}). Nyatakan failnya dengan -q, atau letakkannya dalam folder yang dinamakan oleh AIASSESS_QUESTIONNAIRES.",
    },
    "other_questionnaire": {
        "en": "The answers are for the questionnaire {found}, not {expected}.",
        "ms": "Jawapan ini bagi soal selidik {found}, bukan {expected}.",
    },
    "answers_version": {
        "en": "Found version {found}; expected one such as {expected}.",
        "ms": "Dijumpai versi {found}; diperlukan versi seperti {expected}.",
    },
    "other_major_version": {
        "en": "The answers are for version {found}; the questionnaire is version {expected}. Only versions {major}.x can be scored with it; “aiassess assess --answers” carries over what still fits.",
        "ms": "Jawapan ini bagi versi {found}; soal selidik ialah {expected}. Hanya versi {major}.x boleh dinilai dengannya; “aiassess assess --answers” membawa masuk jawapan yang masih sesuai.",
    },
    "about_started_at": {
        "en": "Found {found}; expected a date and time such as 2026-11-21T09:00:00+08:00.",
        "ms": "Dijumpai {found}; masa seperti 2026-11-21T09:00:00+08:00 diperlukan.",
    },
    "about_completed_at": {
        "en": "Found {found}; expected a date and time such as 2026-11-21T09:00:00+08:00.",
        "ms": "Dijumpai {found}; masa seperti 2026-11-21T09:00:00+08:00 diperlukan.",
    },
    "about_language": {
        "en": "Found {found}; expected a language code such as ms.",
        "ms": "Dijumpai {found}; kod bahasa seperti ms diperlukan.",
    },
    "about_revises": {
        "en": "Found {found}; expected the digest of a report: sha256: and 64 hexadecimal digits.",
        "ms": "Dijumpai {found}; nilai semakan (digest) laporan diperlukan: sha256: dan 64 digit dari 0 hingga 9 dan a hingga f.",
    },
    "unknown_question": {
        "en": "There is no question “{id}” in this questionnaire.",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini.",
    },
    "unknown_question_near": {
        "en": "There is no question “{id}” in this questionnaire. Did you mean “{near}”?",
        "ms": "Tiada soalan “{id}” dalam soal selidik ini. Adakah maksud anda “{near}”?",
    },
    "status_and_value": {
        "en": "The answer has both a value and a status. Give one.",
        "ms": "Jawapan ini mempunyai nilai dan status. Berikan satu sahaja.",
    },
    "status_unknown": {
        "en": "Found status {found}; expected unsure or not_applicable.",
        "ms": "Dijumpai status {found}; unsure atau not_applicable diperlukan.",
    },
    "for_not_unsure": {
        "en": "“for” says whom an answer waits for; it goes only with status unsure.",
        "ms": "“for” menyatakan pihak yang ditunggu jawapannya; hanya boleh digunakan dengan status unsure.",
    },
    "for_unknown": {
        "en": "Found {found}; expected the id of an actor of this questionnaire ({known}).",
        "ms": "Dijumpai {found}; id pihak bertanggungjawab dalam soal selidik ini diperlukan ({known}).",
    },
    "not_applicable_refused": {
        "en": "This question cannot be answered “not applicable”.",
        "ms": "Soalan ini tidak boleh dijawab “tidak berkenaan”.",
    },
    "not_applicable_note": {
        "en": "“Not applicable” needs a note that says why.",
        "ms": "“Tidak berkenaan” memerlukan catatan tentang sebabnya.",
    },
}
