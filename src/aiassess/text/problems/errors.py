"""Problems: the place of a problem, and of values that no message can show."""

MESSAGES = {
    "at_question": {"en": "question {question}", "ms": "soalan {question}"},
    "file_fault": {
        "en": "This is a bug in aiassess ({what}), met while this file was read. The others are not affected.",
        "ms": "Ini ialah kesilapan dalam aiassess ({what}), yang timbul semasa membaca fail ini. Fail lain tidak terjejas.",
    },
    "json_unknown": {
        "en": "Unknown key “{name}”. Expected one of: {known}.",
        "ms": "“{name}” tidak dikenali di sini. Yang dikenali: {known}.",
    },
    "huge_number": {"en": "A number this large", "ms": "Nombor sebesar ini"},
}
