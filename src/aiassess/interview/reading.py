"""What a person typed, read as yes or no, a number, a date or a field of a risk: nothing is guessed that is unclear."""

import re
from typing import Literal

from aiassess.errors import Complaints, Problem
from aiassess.interview.dates import read_date
from aiassess.kinds.parts import read_text
from aiassess.kinds.risks import RISK_RATINGS, RiskField
from aiassess.model.questionnaire import Question
from aiassess.model.risks import RATING_HIGHEST
from aiassess.text import LANGUAGES, say

_LONGEST = 60
_RATINGS = [str(rating) for rating in range(1, RATING_HIGHEST + 1)]
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(\.[0-9]+)?\Z")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9. ]*,[0-9]+\Z|[+-]?[0-9]{1,3}(?:\.[0-9]{3})+\Z")


def asks_yes_no(question: Question) -> bool:
    """Return whether the options of a question are exactly "yes" and "no"."""
    return sorted(option.id for option in question.options) == ["no", "yes"]


def yes_or_no(typed: str) -> Literal["yes", "no"] | None:
    """Return what is meant by a word for yes or no, or by its first letter, in any language."""
    word = typed.strip().casefold()
    answers: tuple[Literal["yes", "no"], ...] = ("yes", "no")
    return next((a for a in answers for lang in LANGUAGES if word in say(lang, f"plain.{a}").split("|")), None)


def read_number(question: Question, typed: str) -> int | float | Problem:
    """Return the number typed for a question, or what is wrong with it.

    Thousands may be divided by commas or blanks, as in 1,000,000. "1,5" and, if only whole numbers are asked for,
    "1.000" are refused: they mean different numbers to different people. "RM" and "%" are dropped if they are the unit.
    """
    text = " ".join(typed.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-").split())
    units = " ".join(question.unit.values()).lower() if question.unit else ""
    if "rm" in units.split():
        text = re.sub(r"\ARM ?", "", text, flags=re.IGNORECASE)
    if "%" in units or "per cent" in units or "percent" in units:
        text = re.sub(r" ?%\Z", "", text)
    if len(text) > _LONGEST:
        return Problem("number_text", {"found": typed.strip()})
    if _GROUPED.match(text):
        text = text.replace(",", "").replace(" ", "")
    elif _DECIMAL_COMMA.match(text) and (question.whole or "," in text):
        return Problem("number_comma", {"found": typed.strip()})
    if not _PLAIN.match(text):
        return Problem("number_text", {"found": typed.strip()})
    return float(text) if "." in text else int(text)


def read_rating(typed: str) -> int | None:
    """Return the rating typed, None if it isn't one."""
    return int(typed) if typed in _RATINGS else None


def text_problem(typed: str) -> Problem | None:
    """Return why a text cannot be kept; None if it can."""
    complaints = Complaints(None)
    read_text(typed, "", complaints)
    return complaints.problems[0] if complaints.problems else None


def read_risk_field(name: RiskField, typed: str) -> str | int | Problem:
    """Return what was typed in a field of a risk as its value, or what is wrong with it."""
    if name in RISK_RATINGS:
        return read_rating(typed) or Problem("risk_rating", {"found": typed})
    return read_date(typed) if name == "due" else text_problem(typed) or typed
