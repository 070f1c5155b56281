"""Whether a condition holds, of answers that may not all be known yet (docs/scoring.md#conditions)."""

from collections.abc import Callable, Iterable
from typing import Final, Literal, assert_never, cast

from aiassess.model import conditions as c
from aiassess.model.answers import Answer
from aiassess.model.risks import Risk


class Open:
    """An answer that is not known yet: any valid one, or none."""


OPEN: Final = Open()

Facts = Callable[[str], Answer | Open]
"""Question id to its answer, the blank one if the question does not apply; ``INHERENT`` to the level by inherent points."""

Truth = bool | Literal[None]
"""True, False: certain, whatever the open answers turn out to be. None: it depends on them, or cannot be told."""

Known = dict[int, Truth]
"""Conditions by their identity to their truth. Those that a questionnaire states more than once are one object."""


def holds(condition: c.Condition | None, facts: Facts, known: Known | None = None) -> Truth:
    """Return whether a condition holds (Kleene's three values); no condition holds always.

    If no answer is open, the result is True or False. It is sound: True or False stays so however open answers are
    filled in. ``known`` keeps what was found, for as long as the answers that conditions were asked of stay the same.
    """
    if condition is None:
        return True
    if isinstance(condition, c.OnQuestion):
        answer = facts(condition.question)
        return None if isinstance(answer, Open) else _test(condition, answer)
    if known is None:
        return _holds(condition, facts, {})
    name = id(condition)
    if name not in known:
        known[name] = _holds(condition, facts, known)
    return known[name]


def _holds(condition: c.Combination, facts: Facts, known: Known) -> Truth:
    match condition:
        case c.All(parts):
            return _one_decides(False, parts, facts, known)
        case c.Any(parts):
            return _one_decides(True, parts, facts, known)
        case c.Not(part):
            truth = holds(part, facts, known)
            return None if truth is None else not truth
        case c.LevelAtLeast(_, means):
            return holds(means, facts, known)
        case c.InherentLevel(levels):
            level = facts(c.INHERENT)
            return None if isinstance(level, Open) else level.value in levels
        case _:
            assert_never(condition)


def _one_decides(decisive: bool, parts: Iterable[c.Condition], facts: Facts, known: Known) -> Truth:
    """Return ``decisive`` if one part has that truth, None if one may still have it, else its opposite."""
    result: Truth = not decisive
    for part in parts:
        truth = holds(part, facts, known)
        if truth is decisive:
            return decisive
        if truth is None:
            result = None
    return result


def _test(test: c.Test, answer: Answer) -> bool:
    if isinstance(test, c.NotApplicable):
        return answer.status == "not_applicable"
    if answer.status != "answered":
        return False
    value = answer.value
    match test:
        case c.AnyOf(_, options):
            return not options.isdisjoint(value) if isinstance(value, tuple) else value in options
        case c.AllOf(_, options):
            return isinstance(value, tuple) and options <= set(value)
        case c.AtLeast(_, bound):
            return cast("float", value) >= bound
        case c.AtMost(_, bound):
            return cast("float", value) <= bound
        case c.RatingAtLeast(_, bound):
            return any(risk.rating >= bound for risk in cast("tuple[Risk, ...]", value))
        case c.Answered():
            return True
        case _:
            assert_never(test)
