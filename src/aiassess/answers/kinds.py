"""How an answer is read from the cells of a workbook, by the kind of its question."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from aiassess.answers import sheets as s
from aiassess.answers.cells import Cell
from aiassess.answers.dates import is_unclear, read_date
from aiassess.answers.numbers import read_number
from aiassess.errors import Problem, nearest
from aiassess.kinds.registry import ByKind
from aiassess.model.questionnaire import Question

Found = Any
"""What a cell means, as an answers file has it; or a Problem with it."""
_EXACT = re.compile(r"-?[0-9](\.[0-9]{1,20})?e[+-]?[0-9]{1,3}\Z")


def text_in(cell: Cell) -> str | Problem:
    """Return the text of a cell; a number's digits count as one, a date or a truth value as a mistake."""
    value = cell.value
    if isinstance(value, str):
        guarded = value.startswith("<r>") and value.endswith("</r> ")
        return value[:-1] if guarded else value  # render/office.py put the blank there
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(int(value)) if value == int(value) else repr(value)
    return Problem("sheet_text", {"found": str(value)})


def day_in(cell: Cell) -> str | Problem:
    """Return the day of a cell, YYYY-MM-DD."""
    value = cell.value
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        return Problem("sheet_day", {"found": str(value)})
    found = read_date(value, echoed=False)
    if is_unclear(found):
        return Problem("sheet_day_unclear", found.values)
    return found


def offered_in(cell: Cell, offered: Mapping[str, str], own: Mapping[str, set[str]]) -> str | Problem:
    """Return the key of what was chosen from a drop-down.

    ``offered``: words to keys, of every language. ``own``: what the form itself offered, words to keys.
    """
    text = text_in(cell)
    if isinstance(text, Problem):
        return text
    words = s.same_words(text)
    keys = {key for said, key in offered.items() if s.same_words(said) == words}
    named = own.get(words, set())
    if len(named) == 1 and (not keys or named <= keys):
        return next(iter(named))
    if len(keys) == 1 and not named:
        return next(iter(keys))
    known = list({key: words for words, key in reversed([*offered.items()])}.values())[
        ::-1
    ]  # in the form's own language
    if keys or named:
        return Problem("sheet_option_unclear", {"found": text.strip(), "known": known})
    near = nearest(text.strip(), offered)
    values = {"found": text.strip(), "near": near, "known": known}
    return Problem("sheet_option_near" if near else "sheet_option", values)


def tick_in(cell: Cell) -> bool | Problem:
    text = text_in(cell)
    if isinstance(text, str) and s.same_words(text) in s.TICKS:
        return True
    return Problem("sheet_tick", {"found": cell.shown.strip(), "expected": s.TICK})


def rating_in(cell: Cell) -> int | Problem:
    value = cell.value
    if isinstance(value, str) and re.fullmatch("[1-5]", value.strip()):
        return int(value)
    if isinstance(value, float) and value in range(1, 6):
        return int(value)
    return Problem("risk_rating", {"found": cell.shown.strip()})


def number_in(question: Question, cell: Cell) -> float | Problem:
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return int(value) if value == int(value) else value
    if not isinstance(value, str):
        return Problem("number_text", {"found": str(value)})
    found = read_number(question, value)
    if isinstance(found, Problem) and found.code == "number_text" and _EXACT.match(value.strip()):
        return float(value)  # as the form writes what its cells would round
    return found


READERS: ByKind[Callable[[Question, Cell], Found]] = ByKind(
    choice=lambda _, cell: text_in(cell),
    choices=lambda *_: None,
    text=lambda _, cell: text_in(cell),
    number=number_in,
    date=lambda _, cell: day_in(cell),
    risks=lambda *_: None,
)
"""``choice`` is not read here: which words mean which option, only the form can tell. Lists are in rows of their own."""
