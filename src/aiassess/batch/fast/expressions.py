"""Conditions as Python expressions, in the names of ``plan.py`` (docs/questionnaire-format.md#conditions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aiassess.batch.fast.plan import name
from aiassess.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Question, Questionnaire

Mode = Literal["now", "sure", "maybe"]
"""Whether a condition holds as things stand, holds whatever the open answers turn out to be, or may hold."""

_OPPOSITE: dict[Mode, Mode] = {"now": "now", "sure": "maybe", "maybe": "sure"}


def expression(questionnaire: Questionnaire, condition: c.Condition | None, mode: Mode) -> str:
    """Return a condition as an expression; none holds always."""
    match condition:
        case None:
            return "True"
        case c.All(parts):
            return both(" and ", (expression(questionnaire, part, mode) for part in parts)) or "True"
        case c.Any(parts):
            return both(" or ", (expression(questionnaire, part, mode) for part in parts)) or "False"
        case c.Not(part):
            return f"not {bracketed(expression(questionnaire, part, _OPPOSITE[mode]))}"
    test = _test(questionnaire.by_id[condition.question], condition)
    return f"o_{name(condition.question)} or {test}" if mode == "maybe" else test


def answered(question: Question) -> str:
    """Return the test whether a value is given."""
    value = f"v_{name(question.id)}"
    match question.type:
        case "choices":
            return value
        case "risks":
            return f"{value} > 0"
    return f"{value} is not None"


def both(word: str, parts: Iterable[str]) -> str:
    """Return parts with "and" or "or" between them."""
    found = list(parts)
    return word.join(map(bracketed, found)) if len(found) > 1 else "".join(found)


def bracketed(text: str) -> str:
    """Return an expression that can stand beside others."""
    return f"({text})" if " and " in text or " or " in text else text


def _test(question: Question, test: c.Test) -> str:
    value = f"v_{name(question.id)}"
    several = question.type == "choices"
    match test:
        case c.AnyOf(_, options) if len(options) == 1:
            option = name(*options)
            return f"{option!r} in {value}" if several else f"{value} == {option!r}"
        case c.AnyOf(_, options):
            return f"not {value}.isdisjoint({_ids(options)})" if several else f"{value} in {_ids(options)}"
        case c.AllOf(_, options):
            return f"{value}.issuperset({_ids(options)})"
        case c.AtLeast(_, bound):
            return f"({value} is not None and {value} >= {bound!r})"
        case c.AtMost(_, bound):
            return f"({value} is not None and {value} <= {bound!r})"
        case c.RatingAtLeast(_, bound):
            return f"{value} >= {bound!r}"
        case c.SetAside():
            return f"q_{question.id} is ASIDE" if question.type == "choice" else f"q_{question.id}.aside"
        case c.Answered():
            return answered(question)


def _ids(options: Iterable[str]) -> str:
    return str(tuple(name(option) for option in sorted(options)))
