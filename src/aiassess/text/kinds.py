"""The kinds of questions, as they are printed."""

MESSAGES = {
    "choice": {"en": "one answer", "ms": "satu jawapan"},
    "choices": {"en": "one or more answers", "ms": "satu jawapan atau lebih"},
    "text": {"en": "text", "ms": "teks"},
    "number": {"en": "number", "ms": "nombor"},
    "date": {"en": "date", "ms": "tarikh"},
    "risks": {"en": "risk register", "ms": "daftar risiko"},
}
ASKS_FOR = {
    **MESSAGES,
    "text": {"en": "a text", "ms": "teks"},
    "number": {"en": "a number", "ms": "nombor"},
    "date": {"en": "a date", "ms": "tarikh"},
    "risks": {"en": "a list of risks", "ms": "senarai risiko"},
}
"""What a question of each kind asks for, as problems say it."""
