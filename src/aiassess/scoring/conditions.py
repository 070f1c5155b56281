"""Whether a condition holds, of answers that may not all be known yet (docs/scoring.md#conditions)."""

from collections.abc import Callable, Iterable
from typing import Final, Literal, cast

from aiassess.model import conditions as c
from aiassess.model.answers import Answer, Risk


class Open:
    """Stands for an answer that is not known yet: any valid one, or none."""


OPEN: Final = Open()

Facts = Callable[[str], Answer | Open]
"""Question id to its answer, the blank one where the question does not apply; ``INHERENT`` to the level by inherent points."""

Truth = bool | Literal[None]
"""True and False: so whatever the open answers turn out to be. None: it depends on them (or cannot be told)."""


def holds(condition: c.Condition | None, facts: Facts) -> Truth:
    """Return whether a condition holds (Kleene's three values); no condition holds always.

    Where no answer is open the result is True or False. It is sound: True or False stays so however open answers are
    filled in.
    """
    match condition:
        case None:
            return True
        case c.All(parts):
            return _all(holds(part, facts) for part in parts)
        case c.Any(parts):
            inverse = _all(_not(holds(part, facts)) for part in parts)
            return _not(inverse)
        case c.Not(part):
            return _not(holds(part, facts))
        case c.LevelAtLeast(_, means):
            return holds(means, facts)
        case c.InherentLevel(levels):
            level = facts(c.INHERENT)
            return None if isinstance(level, Open) else level.value in levels
        case _:
            answer = facts(condition.question)
            return None if isinstance(answer, Open) else _test(condition, answer)


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _all(truths: Iterable[Truth]) -> Truth:
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _test(test: c.Test, answer: Answer) -> bool:
    if isinstance(test, c.SetAside):
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
