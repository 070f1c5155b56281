"""What an answers file may hold, stated once for the check and for the JSON Schema (docs/answers-format.md)."""

import re
from typing import Literal, get_args

from aiassess.visible import VISIBLE_PATTERN

FORMAT = "aiassess.answers/1"
FORMAT_NUMBER = re.compile(r"aiassess\.answers/([0-9]{1,9})\Z")

MAX_TEXT = 20_000
"""Characters in a text answer, a note, a reference or a field of a risk."""
MAX_EVIDENCE = 200
MAX_RISKS = 500
MAX_NUMBER = 2**53 - 1
"""The largest whole number that every JSON program reads alike (RFC 8785)."""
DEPTH = 64
"""No answers file is nested deeper than 6; what is far deeper is an attack, not a mistake."""
MAX_VALUES = 1_000_000
"""In one JSON file; ten times as many as the fullest answers to gpaisa have. A file of nothing but brackets has more."""

AboutField = Literal["assessor", "started_at", "completed_at", "language", "classification", "revises"]
RiskField = Literal[
    "title",
    "likelihood",
    "consequence",
    "treatment",
    "residual_likelihood",
    "residual_consequence",
    "owner",
    "due",
]
ABOUT_FIELDS: tuple[AboutField, ...] = get_args(AboutField)
ANSWER_FIELDS = ("value", "status", "note", "evidence", "confirmed")
EVIDENCE_FIELDS = ("reference", "date")
ABOUT_TEXTS = ("assessor", "classification")
RISK_TEXTS = ("title", "treatment", "owner")
RISK_RATINGS = ("likelihood", "consequence", "residual_likelihood", "residual_consequence")
RISK_FIELDS: tuple[RiskField, ...] = get_args(RiskField)

# JSON Schema has ECMA-262 patterns: no \Z. "Nothing follows" is the anchor that Python and ECMA read alike.
_END = "(?![\\s\\S])"
_DAY = (
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
)
DATE_PATTERN = f"^{_DAY}{_END}"
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT_PATTERN = f"^{_DAY}T{_TIME}:[0-5][0-9](?:\\.[0-9]{{1,9}})?(?:Z|[+-]{_TIME}){_END}"
LANGUAGE_PATTERN = f"^[a-z]{{2,3}}{_END}"
DIGEST_PATTERN = f"^sha256:[0-9a-f]{{64}}{_END}"
VERSION_PATTERN = f"^[0-9]{{1,9}}\\.[0-9]{{1,9}}\\.[0-9]{{1,9}}{_END}"

ABOUT_PATTERNS = {
    "assessor": VISIBLE_PATTERN,
    "started_at": MOMENT_PATTERN,
    "completed_at": MOMENT_PATTERN,
    "language": LANGUAGE_PATTERN,
    "classification": VISIBLE_PATTERN,
    "revises": DIGEST_PATTERN,
}
