"""Conditions as data: what a ``show_if``, a rule or a finding asks of the answers (docs/questionnaire-format.md#conditions).

A new test or combination joins the union ``Test`` or ``Combination``; mypy then names every place that has to know it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal, assert_never, get_args

Aspect = Literal["option", "options", "number", "risks"]
"""What there is in some values: an option or more, several options, a number, rated risks."""


@dataclass(frozen=True, slots=True)
class OnQuestion:
    """A test on the answer to one question."""

    question: str
    keyword: ClassVar[str]
    """The key by which a file asks for the test."""
    about: ClassVar[Aspect | None] = None
    """What it looks at in a value; None if every kind of question takes the test."""


@dataclass(frozen=True, slots=True)
class OnOptions(OnQuestion):
    """A test on which options are chosen."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class OnBound(OnQuestion):
    """A test that compares a number."""

    bound: int | float


class AnyOf(OnOptions):
    """The answer is one of ``options``; on a question of several choices, at least one of them is chosen."""

    keyword = "any_of"
    about = "option"


class AllOf(OnOptions):
    """Every one of ``options`` is chosen."""

    keyword = "all_of"
    about = "options"


class AtLeast(OnBound):
    """The number given is ``bound`` or more."""

    keyword = "at_least"
    about = "number"


class AtMost(OnBound):
    """The number given is ``bound`` or less."""

    keyword = "at_most"
    about = "number"


class RatingAtLeast(OnBound):
    """A risk of the register is rated ``bound`` (1-25) or more, after treatment if that is rated."""

    keyword = "rating_at_least"
    about = "risks"


class Answered(OnQuestion):
    """A value is given: not blank, not unsure, not "not applicable"."""

    keyword = "answered"


class NotApplicable(OnQuestion):
    """The question is answered "not applicable"."""

    keyword = "not_applicable"


@dataclass(frozen=True, slots=True)
class InherentLevel:
    """The inherent points alone, without credit, give one of ``levels``. Asked of ``INHERENT``, which isn't a question."""

    levels: frozenset[str]


INHERENT = "@inherent"
"""Stands for the level that the inherent points alone give, wherever answers are looked up by question id."""


@dataclass(frozen=True, slots=True)
class LevelAtLeast:
    """The level is ``level`` or higher just before a question; ``means``: what that asks there."""

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
    """The part does not hold; so it is true of a blank answer if the part is false of one."""

    part: "Condition"


Test = AnyOf | AllOf | AtLeast | AtMost | RatingAtLeast | Answered | NotApplicable
Combination = InherentLevel | LevelAtLeast | All | Any | Not
Condition = Test | Combination

TESTS: tuple[type[Test], ...] = get_args(Test)


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """Yield the tests on single questions, in the order in which they are written."""
    match condition:
        case None | InherentLevel():
            return
        case All(parts) | Any(parts):
            for part in parts:
                yield from tests_in(part)
        case Not(part) | LevelAtLeast(_, part):
            yield from tests_in(part)
        case OnQuestion():
            yield condition
        case _:
            assert_never(condition)


def questions_in(condition: Condition | None) -> tuple[str, ...]:
    """Return the ids of the questions that the condition looks at, each once, in the order written."""
    return tuple(dict.fromkeys(test.question for test in tests_in(condition)))
