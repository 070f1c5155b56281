"""What a person typed, read as yes or no, a text, a field of a risk or what was kept of a form."""

import json
from collections.abc import Sequence
from typing import Literal

from aiassess.answers.dates import read_date
from aiassess.errors import Complaints, Problem
from aiassess.kinds.parts import read_text
from aiassess.kinds.risks import RISK_RATINGS, RiskField
from aiassess.model.questionnaire import Question
from aiassess.model.risks import RATING_HIGHEST
from aiassess.text import LANGUAGES, say

_RATINGS = [str(rating) for rating in range(1, RATING_HIGHEST + 1)]


def asks_yes_no(question: Question) -> bool:
    """Return whether the options of a question are exactly "yes" and "no"."""
    return sorted(option.id for option in question.options) == ["no", "yes"]


def yes_or_no(typed: str) -> Literal["yes", "no"] | None:
    """Return what is meant by a word for yes or no, or by its first letter, in any language."""
    word = typed.strip().casefold()
    answers: tuple[Literal["yes", "no"], ...] = ("yes", "no")
    return next((a for a in answers for lang in LANGUAGES if word in say(lang, f"plain.{a}").split("|")), None)


def number_up_to(last: int, typed: str) -> int | None:
    """Return the number typed if it is one from 1 to ``last``."""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < 6
    return int(typed) if is_number and 1 <= int(typed) <= last else None


def read_rating(typed: str) -> int | None:
    """Return the rating typed, None if it isn't one."""
    return int(typed) if typed in _RATINGS else None


def kept_text(typed: str) -> str | Problem:
    """Return a text as it is if it can be kept, else why not."""
    complaints = Complaints(None)
    read_text(typed, "", complaints)
    return complaints.problems[0] if complaints.problems else typed


def read_risk_field(name: RiskField, typed: str) -> str | int | Problem:
    """Return what was typed in a field of a risk as its value, or what is wrong with it."""
    if name in RISK_RATINGS:
        return read_rating(typed) or Problem("risk_rating", {"found": typed})
    return read_date(typed) if name == "due" else kept_text(typed)


def fields_text(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def read_fields(kept: str) -> list[str]:
    """Return what ``fields_text`` wrote; nothing, if the text is anything else."""
    try:
        texts = json.loads(kept) if kept else []
    except (ValueError, RecursionError):
        return []
    return texts if isinstance(texts, list) and all(isinstance(text, str) for text in texts) else []
