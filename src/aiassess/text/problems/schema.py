"""Problems: the shape of a document."""

MESSAGES = {
    "schema_required": {"en": "“{name}” is missing here.", "ms": "“{name}” tiada di sini."},
    "schema_unknown": {
        "en": "Unknown key “{name}”. Expected one of: {known}.",
        "ms": "“{name}” tidak dikenali di sini. Yang dikenali: {known}.",
    },
    "schema_unknown_near": {
        "en": "Unknown key “{name}”. Did you mean “{near}”?",
        "ms": "“{name}” tidak dikenali di sini. Adakah maksud anda “{near}”?",
    },
    "schema_text_cut": {
        "en": "The text is missing: YAML takes “{rest}” for a comment. Put the whole text in quotation marks.",
        "ms": "Teks ini tiada: YAML menganggap “{rest}” sebagai komen. Letakkan keseluruhan teks dalam tanda petikan.",
    },
    "schema_number_is_text": {
        "en": "Found {found} in quotation marks, which make it a text; expected {expected}. Write {found} without them.",
        "ms": "Dijumpai {found} dalam tanda petikan, yang menjadikannya teks; diperlukan {expected}. Tulis {found} tanpa petikan.",
    },
    "schema_not_here": {
        "en": "“{name}” does not go with the type or method chosen here. Remove it.",
        "ms": "“{name}” tidak sesuai dengan jenis atau kaedah yang dipilih di sini. Buang kunci ini.",
    },
    "schema_type": {"en": "Found {found}; expected {expected}.", "ms": "Dijumpai {found}; diperlukan {expected}."},
    "schema_nothing": {
        "en": "Nothing is written here; expected {expected}.",
        "ms": "Tiada apa-apa ditulis di sini; diperlukan {expected}.",
    },
    "schema_text_is_number": {
        "en": 'Found {found} without quotation marks, which YAML reads as a number; expected {expected}. Write "{found}".',
        "ms": 'Dijumpai {found} tanpa tanda petikan, yang dibaca YAML sebagai nombor; diperlukan {expected}. Tulis "{found}".',
    },
    "schema_text_is_boolean": {
        "en": "Found {found} without quotes, which YAML reads as true or false; expected {expected}. Put it in quotes.",
        "ms": "Dijumpai {found} tanpa tanda petikan, yang dibaca YAML sebagai nilai benar/palsu; diperlukan {expected}. Letakkan tanda petikan.",
    },
    "schema_enum": {
        "en": "Found {found}; expected one of: {expected}.",
        "ms": "Dijumpai {found}; diperlukan salah satu: {expected}.",
    },
    "schema_minimum": {
        "en": "{found} is too small; at least {bound} was expected.",
        "ms": "{found} terlalu kecil; sekurang-kurangnya {bound} diperlukan.",
    },
    "schema_maximum": {
        "en": "{found} is too large; at most {bound} was expected.",
        "ms": "{found} terlalu besar; paling banyak {bound} dibenarkan.",
    },
    "schema_minitems": {
        "en": "Expected entries: at least {bound}.",
        "ms": "Sekurang-kurangnya {bound} entri diperlukan.",
    },
    "schema_maxitems": {"en": "Expected entries: at most {bound}.", "ms": "Paling banyak {bound} entri dibenarkan."},
    "schema_maxlength": {
        "en": "This text is longer than {bound} characters.",
        "ms": "Teks ini melebihi {bound} aksara.",
    },
    "schema_minproperties": {"en": "This mapping is empty.", "ms": "Pemetaan ini kosong."},
    "schema_maxproperties": {
        "en": "Too many keys in one mapping; at most {bound}.",
        "ms": "Terlalu banyak kunci dalam satu pemetaan; paling banyak {bound}.",
    },
    "schema_unique": {"en": "This list has the same entry twice.", "ms": "Satu entri berulang dalam senarai ini."},
    "schema_include_path": {
        "en": "“{found}” is not a path that can be included. Expected: a .yaml file below this one's folder, such as mine/01_profile.yaml.",
        "ms": "“{found}” bukan laluan yang boleh disertakan. Diperlukan: fail .yaml di bawah folder ini, contohnya mine/01_profile.yaml.",
    },
    "schema_other": {"en": "Not valid: {reason}.", "ms": "Tidak sah: {reason}."},
    "schema_id": {
        "en": "“{found}” is not a valid id. Expected: lowercase letters, digits and _, starting with a letter.",
        "ms": "“{found}” bukan id. Diperlukan: huruf kecil, digit dan _, bermula dengan huruf.",
    },
    "schema_language": {
        "en": "“{found}” is not a language code. Expected one such as ms or en.",
        "ms": "“{found}” bukan kod bahasa. Diperlukan: contohnya ms atau en.",
    },
    "schema_version": {
        "en": "“{found}” is not a version. Expected: MAJOR.MINOR.PATCH, such as 1.0.0, each of at most nine digits.",
        "ms": "“{found}” bukan nombor versi. Diperlukan: MAJOR.MINOR.PATCH, contohnya 1.0.0, masing-masing paling banyak sembilan digit.",
    },
    "schema_date": {
        "en": "“{found}” is not a date. Write it as year-month-day, such as 2026-11-21.",
        "ms": "“{found}” bukan tarikh. Tulis sebagai tahun-bulan-hari, contohnya 2026-11-21.",
    },
    "schema_ref": {
        "en": "“{found}” is not a reference number. Expected: up to 12 letters, digits and dots.",
        "ms": "“{found}” bukan nombor rujukan. Diperlukan: sehingga 12 huruf, digit dan titik.",
    },
    "schema_digest": {
        "en": "“{found}” is not a digest. Expected: sha256: and 64 digits from 0 to 9 and a to f.",
        "ms": "“{found}” bukan nilai semakan (digest). Diperlukan: sha256: dan 64 digit dari 0 hingga 9 dan a hingga f.",
    },
    "schema_blocked_by": {
        "en": "Found {found}; expected incomplete, critical_finding or principle: and the id of one.",
        "ms": "Dijumpai {found}; diperlukan incomplete, critical_finding atau principle: diikuti id prinsip.",
    },
    "schema_blank_text": {"en": "This text is blank.", "ms": "Teks ini kosong."},
    "schema_basis": {
        "en": "Found {found}; expected all, applicable or a whole number.",
        "ms": "Dijumpai {found}; diperlukan all, applicable atau nombor bulat.",
    },
    "schema_blocker": {
        "en": "Found {found}; expected incomplete, critical_finding or {{principle_below_percent: n}}.",
        "ms": "Dijumpai {found}; diperlukan incomplete, critical_finding atau {{principle_below_percent: n}}.",
    },
    "schema_condition": {
        "en": "{found} is not a condition. Expected: question with one of {tests}; or one of all, any, not.",
        "ms": "{found} bukan syarat. Diperlukan: question dengan satu daripada {tests}; atau satu daripada all, any, not.",
    },
    "schema_finding": {
        "en": "A finding needs either “on” (options) or “when” (a condition), not both.",
        "ms": "Penemuan memerlukan “on” (pilihan) atau “when” (syarat), bukan kedua-duanya.",
    },
    "kind_object": {"en": "a mapping", "ms": "pemetaan"},
    "kind_array": {"en": "a list", "ms": "senarai"},
    "kind_string": {"en": "a text", "ms": "teks"},
    "kind_integer": {"en": "a whole number", "ms": "nombor bulat"},
    "kind_number": {"en": "a number", "ms": "nombor"},
    "kind_boolean": {"en": "true or false", "ms": "true atau false"},
    "kind_null": {"en": "null", "ms": "null"},
    "number_too_large": {"en": "a number too large to be read", "ms": "nombor yang terlalu besar untuk dibaca"},
}
