"""Dates as people write them. What could be another day is never guessed."""

import re
from collections.abc import Iterator
from typing import TypeGuard

from aiassess.errors import Problem
from aiassess.figures import months
from aiassess.kinds.parts import is_day
from aiassess.text import LANGUAGES

_UNCLEAR = ("date_unusual", "date_unclear")
"""The codes of Problems of a date with one reading, or more, to confirm; ``readings`` are days, the likeliest first."""

_DASHES = re.compile("[\u2010-\u2014\u2212]")
"""What word processors make of a hyphen."""
_TO = "(?: ?[-/.] ?| )"
_NEXT = "(?: ?[-/.,] ?| )"
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\Z")
_NUMBERS = re.compile(rf"([0-9]{{1,2}}){_TO}([0-9]{{1,2}}){_TO}([0-9]{{4}}|[0-9]{{2}})\Z")
_DAY = r"([0-9]{1,2})(?: ?(?:st|nd|rd|th|hb|haribulan))?(?: of)?"
_MONTH = r"([a-z]{3,})\.?"
_YEAR = r"([0-9]{4}|[0-9]{2})"
_DAY_MONTH = re.compile(rf"{_DAY}{_NEXT}?{_MONTH}{_NEXT}?{_YEAR}\Z")
_MONTH_DAY = re.compile(rf"{_MONTH}{_NEXT}?{_DAY}{_NEXT}{_YEAR}\Z")
_LAST_SHORT = 49
"""Up to which year of two digits it is one of this century; later ones could be of either."""


def read_date(typed: str, *, echoed: bool = True) -> str | Problem:
    """Return the day of the calendar typed, as YYYY-MM-DD; a Problem if it isn't one, or could be another.

    ``echoed``: the person sees in words how it is read; else a year of two digits is asked back too.
    """
    text = _DASHES.sub("-", " ".join(typed.casefold().split()).removesuffix("."))
    found = dict.fromkeys(day for day in _readings(text) if is_day(day))
    if not found:
        return Problem("date_wrong", {"found": typed.strip()})
    readings = tuple(found)
    sure = _is_usual(text) and (echoed or re.search("[0-9]{4}", text))
    if sure and len(readings) == 1:
        return readings[0]
    return Problem(_UNCLEAR[len(readings) > 1], {"found": typed.strip(), "readings": readings})


def _readings(text: str) -> Iterator[str]:
    """Yield what a text may mean, the likeliest first, as YYYY-MM-DD; some may be no days of the calendar."""
    if match := _ISO.match(text):
        yield _day(*match.groups())
    elif match := _NUMBERS.match(text):
        first, second, year = match.groups()
        day_first = _day(year, second, first)
        yield day_first
        if len(year) == 2 or not is_day(day_first):  # with a whole year, Malaysia writes the day first
            yield _day(year, first, second)
        if len(year) == 2 and "-" in text:
            yield _day(first, second, year)
    elif match := _DAY_MONTH.match(text):
        day, month, year = match.groups()
        yield _day(year, _month(month), day)
    elif match := _MONTH_DAY.match(text):
        month, day, year = match.groups()
        yield _day(year, _month(month), day)


def _is_usual(text: str) -> bool:
    """Whether a date of one reading is written as people here write one: not with the month as a number before the day."""
    match = _NUMBERS.match(text)
    return match is None or int(match[2]) <= 12


def _day(year: str, month: str, day: str) -> str:
    """Return a day as YYYY-MM-DD; one that is no day for a short year that could be of another century."""
    if len(year) < 4:
        year = f"20{int(year):02}" if int(year) <= _LAST_SHORT else ""
    return f"{year}-{int(month):02}-{int(day):02}"


def _month(name: str) -> str:
    """Return the number of a month named in any language, in full or by its first letters (or Ogs); 0 if it isn't one."""
    if name == "ogs":
        return "8"
    every = (months(lang) for lang in LANGUAGES)
    found = (n for names in every for n, month in enumerate(names, 1) if month.casefold().startswith(name))
    return str(next(found, 0))


def is_unclear(found: object) -> TypeGuard[Problem]:
    """Return whether what was found is a date that must be confirmed."""
    return isinstance(found, Problem) and found.code in _UNCLEAR


def likeliest(unclear: Problem) -> str:
    """Return the likeliest reading of an unclear date."""
    readings = unclear.values["readings"]
    return str(readings[0]) if isinstance(readings, tuple) else ""
