"""What people type for numbers and dates, as the answers format has it."""

from __future__ import annotations

import re
from datetime import date

_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?\Z")
# Groups of three by commas or blanks: 12,500 or 12 500. A comma before anything but three digits is refused, not guessed.
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+)(?:\.[0-9]{1,30})?\Z")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\Z")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z")


def number(text: str) -> int | float | None:
    """Return the number that a person typed, with or without thousands separators; None where it is none."""
    text = text.strip()
    if _GROUPED.match(text):
        text = re.sub("[, \u00a0\u202f]", "", text)
    if not _NUMBER.match(text):
        return None
    return float(text) if "." in text else int(text)


def iso_date(text: str) -> str | None:
    """Return a date as YYYY-MM-DD from that form, or from day, month and year; None where there is no such day."""
    text = text.strip()
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.match(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
