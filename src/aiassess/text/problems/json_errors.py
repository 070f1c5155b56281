"""Problems: JSON that cannot be read."""

MESSAGES = {
    "json_syntax": {"en": "This is not valid JSON. {reason}", "ms": "Ini bukan JSON yang sah. {reason}"},
    "json_quote_open": {
        "en": "The quotation mark that opens here is never closed on its line.",
        "ms": "Tanda petikan yang dibuka di sini tidak ditutup pada barisnya.",
    },
    "json_control": {
        "en": "There is a line break, a tab or another control character ({character}) in a text. Write \\n or \\t.",
        "ms": "Terdapat pemisah baris, tab atau aksara kawalan lain ({character}) dalam teks. Tulis \\n atau \\t.",
    },
    "json_escape": {
        "en": 'A backslash must be followed by one of " \\ / b f n r t u. To write a backslash itself, write it twice.',
        "ms": 'Garis miring terbalik mesti diikuti salah satu daripada " \\ / b f n r t u. Untuk menulis garis miring terbalik itu sendiri, tulis dua kali.',
    },
    "json_more": {
        "en": "The document ends before this; nothing may follow it.",
        "ms": "Dokumen sudah tamat sebelum ini; tiada apa-apa yang boleh mengikutinya.",
    },
    "json_last_comma": {
        "en": "Nothing follows this comma. Remove it.",
        "ms": "Tiada apa-apa selepas koma ini. Buang koma itu.",
    },
    "json_ends": {
        "en": "The file ends too early: a bracket or a text is not closed. Was it cut off?",
        "ms": "Fail ini tamat terlalu awal: ada kurungan atau teks yang tidak ditutup. Adakah fail ini terpotong?",
    },
    "json_quotes": {
        "en": "JSON's quotation marks are straight and double (\"), not {character}.",
        "ms": 'Tanda petikan JSON ialah tanda petikan berganda lurus ("), bukan {character}.',
    },
    "json_comment": {
        "en": "JSON has no comments. Remove the line, or put it in a note.",
        "ms": "JSON tidak mempunyai ulasan. Buang baris ini, atau letakkannya dalam catatan.",
    },
    "json_colon": {"en": "A colon (:) is missing before this.", "ms": "Titik bertindih (:) tertinggal sebelum ini."},
    "json_comma": {
        "en": "A comma is missing before this, or a quotation mark or bracket is closed too early.",
        "ms": "Koma tertinggal sebelum ini, atau tanda petikan atau kurungan ditutup terlalu awal.",
    },
    "json_key": {
        "en": 'A key in quotation marks (") was expected here.',
        "ms": 'Kunci dalam tanda petikan (") diperlukan di sini.',
    },
    "json_constant": {
        "en": "Found {found}; in JSON this is written {expected}.",
        "ms": "Dijumpai {found}; JSON menulisnya {expected}.",
    },
    "json_number": {
        "en": "{found} is not a valid JSON number. Write only digits, with a zero before a decimal point and no other zeros in front.",
        "ms": "{found} bukan nombor yang dikenali JSON: tulis digit, dengan sifar sebelum titik perpuluhan dan tanpa sifar di hadapan digit lain.",
    },
    "json_bare": {
        "en": '{found} is not in quotation marks. A text needs them (").',
        "ms": '{found} tidak berada dalam tanda petikan. Teks memerlukannya (").',
    },
    "json_value": {"en": "A value is missing here.", "ms": "Tiada nilai di sini."},
    "json_unexpected": {
        "en": "A value was expected here, not “{character}”.",
        "ms": "“{character}” tidak dijangka di sini; nilai diperlukan.",
    },
    "json_duplicate_key": {
        "en": "The key “{key}” is used twice in one object. Keep one.",
        "ms": "Kunci “{key}” berulang dalam satu objek. Kekalkan satu sahaja.",
    },
    "json_not_finite": {"en": "{text} is not a JSON number.", "ms": "{text} bukan nombor JSON."},
    "json_depth": {
        "en": "The file is nested deeper than {limit} levels.",
        "ms": "Fail ini bersarang lebih daripada {limit} aras.",
    },
    "json_size": {
        "en": "The file has more than {limit} values. Check that it is the right file.",
        "ms": "Fail ini mengandungi lebih daripada {limit} nilai. Pastikan fail inilah yang dimaksudkan.",
    },
    "json_surrogate": {
        "en": "A text contains half a character (a lone surrogate): {text}",
        "ms": "Satu teks mengandungi separuh aksara (surrogate tunggal): {text}",
    },
    "json_required": {"en": "“{name}” is missing here.", "ms": "“{name}” tiada di sini."},
    "json_expected_object": {
        "en": "Found {found}; expected an object {{…}}.",
        "ms": "Dijumpai {found}; objek {{…}} diperlukan.",
    },
    "json_expected_array": {
        "en": "Found {found}; expected a list […].",
        "ms": "Dijumpai {found}; senarai […] diperlukan.",
    },
    "json_expected_string": {
        "en": "Found {found}; expected a text in quotes.",
        "ms": "Dijumpai {found}; teks dalam tanda petikan diperlukan.",
    },
    "json_expected_boolean": {
        "en": "Found {found}; expected true or false without quotes.",
        "ms": "Dijumpai {found}; true atau false tanpa tanda petikan diperlukan.",
    },
    "json_expected_number": {
        "en": "Found {found}; expected a number without quotes.",
        "ms": "Dijumpai {found}; nombor tanpa tanda petikan diperlukan.",
    },
    "array_open": {
        "en": "The JSON array is not closed: the file ends in the middle. Get the whole file.",
        "ms": "Tatasusunan JSON tidak ditutup: fail berakhir di tengah-tengah. Dapatkan fail yang lengkap.",
    },
}
