"""Numbers as they are printed, with separators, a unit, or a word for thousands and millions; nothing is guessed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from aiassess.errors import Problem
from aiassess.model.questionnaire import Question

_LONGEST = 60
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(\.[0-9]+)?\Z")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9. ]*,[0-9]+\Z|[+-]?[0-9]{1,3}(?:\.[0-9]{3})+\Z")
_PARTS = re.compile(r"([^\W\d_]*) ?([+-]?[0-9](?:[0-9., ]*[0-9])?) ?([^0-9]*)\Z")
"""A unit such as RM, the number, and what follows it."""
_TIMES = {"k": 3, "ribu": 3, "thousand": 3, "juta": 6, "million": 6, "bilion": 9, "billion": 9}
"""Powers of ten by their words."""
_SAME = (
    {"people", "person", "persons", "individu", "orang"},
    {"hours", "hour", "hrs", "hr", "jam"},
    {"%", "percent", "peratus"},
    {"rm", "myr", "ringgit"},
)
"""Units that mean the same."""


def read_number(question: Question, typed: str) -> int | float | Problem:
    """Return the number typed for a question, or what is wrong with it.

    Thousands may be divided by commas or blanks, as in 1,000,000. "1,5" and, if only whole numbers are asked for,
    "1.000" are refused: they mean different numbers to different people. A unit must be that of the question.
    """
    text = " ".join(typed.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-").split())
    parts = _PARTS.match(text) if len(text) <= _LONGEST else None
    if parts is None:
        return Problem("number_text", {"found": typed.strip()})
    before, number, after = parts.groups()
    if _GROUPED.match(number):
        number = number.replace(",", "").replace(" ", "")
    elif _DECIMAL_COMMA.match(number) and (question.whole or "," in number):
        return Problem("number_comma", {"found": typed.strip()})
    if not _PLAIN.match(number):
        return Problem("number_text", {"found": typed.strip()})
    first, *rest = [*_words(after), ""]
    counted_in = {word for known in _units(question) for word in known if word in _TIMES}
    power = None if counted_in else _TIMES.get(first)  # of a unit such as "RM million" the word is a part
    unit = [*_words(before), *([first, *rest] if power is None else rest)][:-1]
    if unit and not any(unit in (known[: len(unit)], known[1:]) for known in _units(question)):
        return _wrong_unit(question, before or after, typed.strip())
    if power is not None:
        exact = Decimal(number).scaleb(power)
        return int(exact) if exact == exact.to_integral_value() else float(exact)
    return float(number) if "." in number else int(number)


def _wrong_unit(question: Question, found: str, typed: str) -> Problem:
    if not any(char.isalpha() or char == "%" for char in found):
        return Problem("number_text", {"found": typed})
    unit = " / ".join(dict.fromkeys(question.unit.values())) if question.unit else ""
    return Problem("number_unit" if unit else "number_no_unit", {"found": found, "unit": unit})


def _units(question: Question) -> Iterator[list[str]]:
    """Yield the unit in each language, as words."""
    return (_words(unit) for unit in (question.unit or {}).values())


def _words(text: str) -> list[str]:
    """Return the words of a unit, those that mean the same alike."""
    words = text.casefold().replace("per cent", "percent").replace("%", " % ").split()
    return [next((min(same) for same in _SAME if word in same), word) for word in words]
