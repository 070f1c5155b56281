"""Conditions as data: what a ``show_if``, a rule or a finding asks of the answers (docs/questionnaire-format.md#conditions)."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The answer is one of ``options``; on a question of several choices, at least one of them is chosen."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of ``options`` is chosen."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number given is ``bound`` or more."""

    question: str
    bound: int | float


@dataclass(frozen=True, slots=True)
class AtMost:
    """The number given is ``bound`` or less."""

    question: str
    bound: int | float


@dataclass(frozen=True, slots=True)
class RatingAtLeast:
    """A risk of the register is rated ``bound`` (1-25) or more, after treatment where that is rated."""

    question: str
    bound: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A value is given: not blank, not unsure, not "not applicable"."""

    question: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """The question is answered "not applicable"."""

    question: str


@dataclass(frozen=True, slots=True)
class InherentLevel:
    """The inherent points alone, without credit, give one of ``levels``. Asked of ``INHERENT``, which is no question."""

    levels: frozenset[str]


INHERENT = "@inherent"
"""Stands for the level that the inherent points alone give, wherever answers are looked up by question id."""


@dataclass(frozen=True, slots=True)
class LevelAtLeast:
    """The level is ``level`` or higher as it stands before a question; ``means``: what that asks there."""

    level: str
    means: "Any" = field(hash=False)  # of dozens of rules, and part of the condition of most questions


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; true of no parts."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds; false of no parts."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold; so it is true of a blank answer where the part is false of one."""

    part: "Condition"


Test = AnyOf | AllOf | AtLeast | AtMost | RatingAtLeast | Answered | SetAside
Condition = Test | InherentLevel | LevelAtLeast | All | Any | Not


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """Yield the tests on single questions, in the order in which they are written."""
    if condition is None:
        return
    if isinstance(condition, (All, Any)):
        for part in condition.parts:
            yield from tests_in(part)
    elif isinstance(condition, Not):
        yield from tests_in(condition.part)
    elif isinstance(condition, LevelAtLeast):
        yield from tests_in(condition.means)
    elif not isinstance(condition, InherentLevel):
        yield condition


def questions_in(condition: Condition | None) -> tuple[str, ...]:
    """Return the ids of the questions that the condition looks at, each once, in the order written."""
    return tuple(dict.fromkeys(test.question for test in tests_in(condition)))
