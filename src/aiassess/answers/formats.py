"""What an answers file may hold, stated once for the check and for the JSON Schema (docs/answers-format.md)."""

import re
from typing import Literal, get_args

from aiassess.kinds.parts import DAY, END
from aiassess.visible import VISIBLE_PATTERN

FORMAT = "aiassess.answers/1"
FORMAT_NUMBER = re.compile(r"aiassess\.answers/([0-9]{1,9})\Z")

MAX_EVIDENCE = 200
MAX_PARTS = 100
DEPTH = 64
"""No answers file is nested deeper than 6; what is far deeper is an attack, not a mistake."""
MAX_VALUES = 1_000_000
"""In one JSON file; ten times as many as the fullest answers to gpaisa have. A file of nothing but brackets has more."""

AboutField = Literal["assessor", "started_at", "completed_at", "language", "classification", "reference", "revises"]
ABOUT_FIELDS: tuple[AboutField, ...] = get_args(AboutField)
"""Those that are texts; beside them there is ``parts``."""
ANSWER_FIELDS = ("value", "status", "for", "note", "evidence", "confirmed", "from")
PART_FIELDS = ("file", "assessor", "digest")
EVIDENCE_FIELDS = ("reference", "date")
ABOUT_TEXTS = ("assessor", "classification", "reference")

_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT_PATTERN = f"^{DAY}T{_TIME}:[0-5][0-9](?:\\.[0-9]{{1,9}})?(?:Z|[+-]{_TIME}){END}"
LANGUAGE_PATTERN = f"^[a-z]{{2,3}}{END}"
DIGEST_PATTERN = f"^sha256:[0-9a-f]{{64}}{END}"
VERSION_PATTERN = f"^[0-9]{{1,9}}\\.[0-9]{{1,9}}\\.[0-9]{{1,9}}{END}"

ABOUT_PATTERNS = {
    "assessor": VISIBLE_PATTERN,
    "started_at": MOMENT_PATTERN,
    "completed_at": MOMENT_PATTERN,
    "language": LANGUAGE_PATTERN,
    "classification": VISIBLE_PATTERN,
    "reference": VISIBLE_PATTERN,
    "revises": DIGEST_PATTERN,
}
