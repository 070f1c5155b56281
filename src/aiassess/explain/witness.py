"""Which answers make a condition hold, or keep it from holding (docs/explain.md#rules)."""

from typing import assert_never

from aiassess.model import conditions as c
from aiassess.scoring.conditions import Facts, holds


def witnesses(condition: c.Condition | None, facts: Facts) -> tuple[str, ...]:
    """Return the questions whose answers make the condition what it is, each once, in the order written.

    Of an "any" that holds they are those of every part that holds; of one that does not, those of all its parts; and the
    other way round for "all".
    """
    return tuple(dict.fromkeys(_witnesses(condition, facts)))


def _witnesses(condition: c.Condition | None, facts: Facts) -> list[str]:
    match condition:
        case None | c.InherentLevel():
            return []
        case c.Not(part) | c.LevelAtLeast(_, part):
            return _witnesses(part, facts)
        case c.All(parts) | c.Any(parts):
            truth = holds(condition, facts)
            return [name for part in parts if holds(part, facts) == truth for name in _witnesses(part, facts)]
        case c.OnQuestion(question):
            return [question]
        case _:
            assert_never(condition)
