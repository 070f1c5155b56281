"""What a question could be answered instead, one candidate an effect (docs/explain.md#what-counts-as-a-change)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from aiassess.answers.formats import MAX_NUMBER
from aiassess.errors import invalid
from aiassess.model import conditions as c
from aiassess.model.answers import Answer, Evidence, Risk
from aiassess.scoring.conditions import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aiassess.model.answers import Value
    from aiassess.model.questionnaire import Question, Questionnaire

MOST_SUBSETS = 4096
"""Different effects of the sets of options of one question that are told apart; no real question comes near."""
_STAND_IN = {"text": "-", "date": "2000-01-01", "risks": (Risk("-", 1, 1),)}
"""A value that counts as an answer, for questions whose very answer is the change."""
_PROOF = (Evidence("-"),)
"""Stands for some evidence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that could be given; ``effort`` is how far it moves on the question's own scale, at least 1 (0: unchanged)."""

    answer: Answer
    effort: int
    stand_in: bool = False
    """Whether the value only stands for "some answer"."""


def tests_on(questionnaire: Questionnaire) -> dict[str, tuple[c.Test, ...]]:
    """Return the different tests that rules, findings and ``show_if`` make on each question."""
    conditions = [
        *(rule.when for rule in questionnaire.rules),
        *(section.show_if for section in questionnaire.sections),
        *(question.applies_if for question in questionnaire.questions),
        *(finding.when for question in questionnaire.questions for finding in question.findings),
    ]
    found: dict[str, dict[c.Test, None]] = {}
    for condition in conditions:
        for test in c.tests_in(condition):
            found.setdefault(test.question, {})[test] = None
    return {name: tuple(tests) for name, tests in found.items()}


def raw_points(question: Question, answer: Answer) -> int:
    """Return an answer's points before the weight, as its evidence lets it count; nothing given counts 0."""
    if question.score is None or answer.value is None:
        return 0
    return question.points_of(answer.value, evidenced=bool(answer.evidence)) // question.weight


def effort_of(question: Question, old: Answer, new: Answer) -> int:
    """Return how far an answer moves on the question's own scale: the difference of unweighted points, at least 1."""
    return max(1, abs(raw_points(question, new) - raw_points(question, old)))


def given(question: Question, now: Answer, value: Value) -> Answer:
    """Return the answer with another value: with the evidence of now, or with some if it would not count in full without."""
    answer = Answer("answered", value, evidence=now.evidence)
    return replace(answer, evidence=_PROOF) if question.lacks_evidence(answer) else answer


def candidates(question: Question, now: Answer, tests: Sequence[c.Test]) -> tuple[Candidate, ...]:
    """Return the answer as it is, and the others: of those with the same effect the one with least effort, then the first."""
    best: dict[tuple[object, ...], Candidate] = {}
    for value, stand_in in _values(question, now, tests):
        answer = given(question, now, value)
        if (answer.value, answer.evidence) == (now.value, now.evidence):
            continue
        found = Candidate(answer, effort_of(question, now, answer), stand_in)
        effect = _effect(question, answer, tests)
        if effect not in best or found.effort < best[effect].effort:
            best[effect] = found
    if now.status == "answered":
        best.pop(_effect(question, now, tests), None)  # a change without effect is none
    return (Candidate(now, 0), *best.values())


def _effect(question: Question, answer: Answer, tests: Sequence[c.Test]) -> tuple[object, ...]:
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return (
        raw_points(question, answer),
        *(holds(test, lambda _: answer) for test in tests),
        *(finding.on.isdisjoint(chosen) for finding in question.findings if finding.when is None),
    )


def _values(question: Question, now: Answer, tests: Sequence[c.Test]) -> Iterator[tuple[Value, bool]]:
    if now.value is not None and question.lacks_evidence(now):
        yield now.value, False  # with evidence: rather than another answer that counts the same
    if question.type == "choice":
        for option in question.options:
            yield option.id, False
    elif question.type == "choices":
        for chosen in _subsets(question, tests):
            yield chosen, False
    elif question.type == "number":
        for number in _numbers(question, now, tests):
            yield number, False
    elif now.status != "answered":
        yield _STAND_IN[question.type], True  # type: ignore[misc]


def _subsets(question: Question, tests: Sequence[c.Test]) -> Iterator[tuple[str, ...]]:
    """Yield sets of options, every effect among them: built option by option, sets that no test tells apart kept once."""
    looked_at = {option for test in tests if isinstance(test, c.OnOptions) for option in test.options}
    looked_at |= {option for finding in question.findings for option in finding.on}
    together = [option for option in question.options if not option.exclusive]
    sets: dict[tuple[int, frozenset[str]], tuple[str, ...]] = {}
    for option in together:
        for (points, seen), chosen in [((0, frozenset[str]()), ()), *sets.items()]:
            more = max(points, option.points) if question.aggregate == "max" else points + option.points
            sets.setdefault((more, seen | ({option.id} & looked_at)), (*chosen, option.id))
        if len(sets) > MOST_SUBSETS:
            raise invalid("too_many_options", question=question.id, limit=MOST_SUBSETS)
    yield from sets.values()
    yield from ((option.id,) for option in question.options if option.exclusive)


def _numbers(question: Question, now: Answer, tests: Sequence[c.Test]) -> Iterable[int | float]:
    """Return numbers of every effect, the nearest to the one given first."""
    marks = {band.up_to for band in question.bands} | {question.minimum, question.maximum}
    marks |= {test.bound for test in tests if isinstance(test, c.OnBound)}
    exact = sorted(mark for mark in marks if mark is not None) or [0]
    found = {number for mark in exact for number in (mark - 1, mark, mark + 1)}
    found |= {(low + high) / 2 for low, high in pairwise(exact)} if not question.whole else set()
    fitting = [
        int(number) if number == int(number) else number
        for number in found
        if abs(number) <= MAX_NUMBER
        and (question.minimum is None or number >= question.minimum)
        and (question.maximum is None or number <= question.maximum)
        and (not question.whole or number == int(number))
    ]
    start = now.value if isinstance(now.value, (int, float)) else min(fitting, default=0)
    return sorted(fitting, key=lambda number: (abs(number - start), number))
