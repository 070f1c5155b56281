"""Problems: answers to a question, by its type."""

from aiassess.text.kinds import ASKS_FOR

MESSAGES = {
    **{f"type_{kind}": words for kind, words in ASKS_FOR.items()},
    "number_comma": {
        "en": "“{found}” can be read in two ways. Write 1.5 for a decimal, and 1000 or 1,000,000 for a large number.",
        "ms": "“{found}” boleh dibaca dengan dua cara. Tulis 1.5 bagi perpuluhan, dan 1000 atau 1,000,000 bagi nombor besar.",
    },
    "unknown_option": {
        "en": "Found {found}; expected one of: {known}.",
        "ms": "Dijumpai {found}; diperlukan salah satu: {known}.",
    },
    "option_twice": {"en": "“{found}” is chosen twice.", "ms": "“{found}” dipilih dua kali."},
    "choices_empty": {
        "en": "Nothing is chosen. Choose at least one option, or leave the question out.",
        "ms": "Tiada pilihan dibuat. Pilih sekurang-kurangnya satu, atau tinggalkan soalan ini.",
    },
    "exclusive_option": {
        "en": "“{option}” cannot be chosen together with others.",
        "ms": "“{option}” tidak boleh dipilih bersama pilihan lain.",
    },
    "text_blank": {
        "en": "The text is blank. Write something, or leave it out.",
        "ms": "Teks ini kosong. Tulis sesuatu, atau tinggalkan.",
    },
    "text_too_long": {
        "en": "The text has {length} characters; the limit is {limit}.",
        "ms": "Teks ini {length} aksara; paling banyak {limit} dibenarkan.",
    },
    "number_range": {
        "en": "{found} is out of range; expected {minimum} to {maximum}.",
        "ms": "{found} di luar julat; diperlukan dari {minimum} hingga {maximum}.",
    },
    "number_whole": {"en": "{found} is not a whole number.", "ms": "{found} bukan nombor bulat."},
    "number_text": {
        "en": "“{found}” is not a number. Write it in digits, such as 12 or 2.5.",
        "ms": "“{found}” bukan nombor. Tulis dalam digit, contohnya 12 atau 2.5.",
    },
    "number_unit": {
        "en": "The unit here is “{unit}”, not “{found}”. Give the number in that unit.",
        "ms": "Unit di sini ialah “{unit}”, bukan “{found}”. Berikan nombor dalam unit itu.",
    },
    "number_no_unit": {
        "en": "Write the number alone, without “{found}”.",
        "ms": "Tulis nombor sahaja, tanpa “{found}”.",
    },
    "date_wrong": {
        "en": "“{found}” is not a date. Write it as year-month-day, such as 2026-11-21.",
        "ms": "“{found}” bukan tarikh. Tulis sebagai tahun-bulan-hari, contohnya 2026-11-21.",
    },
    "date_unusual": {
        "en": "“{found}” is read as {first}. Press Enter again to confirm, or write the month as a word.",
        "ms": "“{found}” dibaca sebagai {first}. Tekan Enter sekali lagi untuk mengesahkan, atau tulis bulan sebagai perkataan.",
    },
    "date_unclear": {
        "en": "“{found}” could mean {readings}. Press Enter again for {first}, or write the month as a word.",
        "ms": "“{found}” boleh bermaksud {readings}. Tekan Enter sekali lagi untuk {first}, atau tulis bulan sebagai perkataan.",
    },
    "date_range": {
        "en": "{found} is out of range; expected {earliest} to {latest}.",
        "ms": "{found} di luar julat; diperlukan dari {earliest} hingga {latest}.",
    },
    "date_early": {
        "en": "{found} is too early; expected {earliest} or later.",
        "ms": "{found} terlalu awal; diperlukan {earliest} atau selepasnya.",
    },
    "date_late": {
        "en": "{found} is too late; expected {latest} or earlier.",
        "ms": "{found} terlalu lewat; diperlukan {latest} atau sebelumnya.",
    },
    "risks_empty": {
        "en": "The register is empty. Enter at least one risk, or leave the question out.",
        "ms": "Daftar risiko kosong. Masukkan sekurang-kurangnya satu risiko, atau tinggalkan soalan ini.",
    },
    "risk_rating": {
        "en": "Found {found}; expected a whole number from 1 to 5.",
        "ms": "Dijumpai {found}; nombor bulat dari 1 hingga 5 diperlukan.",
    },
    "risk_half_residual": {
        "en": "Give both residual_likelihood and residual_consequence, or neither.",
        "ms": "Berikan residual_likelihood dan residual_consequence kedua-duanya, atau tiada langsung.",
    },
    "too_many": {
        "en": "There are {count} entries; the limit is {limit}.",
        "ms": "Terdapat {count} entri; paling banyak {limit} dibenarkan.",
    },
}
