"""The answers of a questionnaire as variables of a whole-number program (docs/explain.md#how-the-plan-is-found)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import TypeVar, assert_never

from aiassess.model import conditions as c
from aiassess.model.answers import Answer
from aiassess.model.levels import Level, ScoreKind
from aiassess.model.questionnaire import Finding, Question, Questionnaire
from aiassess.program.domain import Candidate
from aiassess.program.solver import ONE, ZERO, Linear, Program, bounds, total
from aiassess.scoring.conditions import holds
from aiassess.scoring.points import mark_question

T = TypeVar("T")

MOST_SUMS = 50_000
"""Sums of points that are looked at one by one."""

Ask = tuple[Linear, int]
"""expression >= bound"""


class _AsNeeded(dict[str, T]):
    """What is made when it is first asked for, so that a program has only what a target depends on."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, name: str) -> T:
        self[name] = made = self.make(name)
        return made


class Encoding:
    """The answers of a questionnaire as variables: each question has one of the candidates of its domain.

    ``chosen``: choices that are made already; ``beside``: another encoding in the same program, which makes all other
    choices too. What both ask of the same choices is one expression.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        domains: Mapping[str, tuple[Candidate, ...]],
        program: Program,
        chosen: Mapping[str, tuple[Linear, ...]] | None = None,
        beside: Encoding | None = None,
    ) -> None:
        self.questionnaire = questionnaire
        self.program = program
        self.domains = domains
        self.chosen = _AsNeeded(lambda name: beside.chosen[name] if beside else self._choice(len(domains[name])))
        """Question id to a 0/1 expression for each candidate, exactly one of which is 1."""
        self.chosen |= chosen or {}
        self.applies = _AsNeeded(self._applies)
        """Question id to 1 if the question applies, otherwise 0."""
        self._given = _AsNeeded(self._both)
        self._inherent_above: dict[str, Linear] = {}
        self._truths: dict[c.Test | int, tuple[Linear, c.Condition]] = {}
        """With the condition, which must live on for its identity to stay its own."""

    def _applies(self, name: str) -> Linear:
        section, question = self.questionnaire.section_of[name], self.questionnaire.by_id[name]
        return self.program.all_of([self.truth(section.show_if), self.truth(question.applies_if)])

    def _both(self, name: str) -> tuple[Linear, ...]:
        """Return for each candidate whether the question applies and has that answer."""
        return tuple(self.program.all_of([self.applies[name], x]) for x in self.chosen[name])

    def _choice(self, size: int) -> tuple[Linear, ...]:
        """Return an expression for each of ``size`` candidates, exactly one of which is 1: the first if no other is."""
        others = [self.program.binary() for _ in range(size - 1)]
        if len(others) > 1:
            self.program.at_most(total(others), 1)
        return (ONE - total(others), *others)

    @property
    def changeable(self) -> list[str]:
        return [name for name, domain in self.domains.items() if len(domain) > 1]

    def changed(self, name: str) -> Linear:
        return ONE - self.chosen[name][0]

    def where(self, name: str, wanted: Callable[[Answer], bool]) -> Linear:
        """Return 1 if the question applies and has an answer that is wanted."""
        pairs = zip(self._given[name], self.domains[name], strict=True)
        return total(given for given, candidate in pairs if wanted(candidate.answer))

    def raised(self, question: Question, finding: Finding) -> Linear:
        """Return 1 if a finding is raised, otherwise 0."""
        if finding.when is None:
            on = finding.on
            return self.where(question.id, lambda given: given.status == "answered" and not on.isdisjoint(given.chosen))
        answered = self.where(question.id, lambda given: given.status == "answered")
        return self.program.all_of([answered, self.truth(finding.when)])

    # Conditions

    def truth(self, condition: c.Condition | None) -> Linear:
        """Return 1 if a condition holds, otherwise 0."""
        if condition is None:
            return ONE
        # Equal tests share a key; other conditions go by identity, since comparing them takes longer than encoding them again.
        key = condition if isinstance(condition, c.OnQuestion) else id(condition)
        if key not in self._truths:
            self._truths[key] = self._truth(condition), condition
        return self._truths[key][0]

    def _truth(self, condition: c.Condition) -> Linear:
        match condition:
            case c.All(parts):
                return self.program.all_of([self.truth(part) for part in parts])
            case c.Any(parts):
                return self.program.any_of([self.truth(part) for part in parts])
            case c.Not(part):
                return ONE - self.truth(part)
            case c.LevelAtLeast(_, means):
                return self.truth(means)
            case c.InherentLevel(levels):
                return total(self._inherent_level(level) for level in self.questionnaire.levels if level.id in levels)
            case c.OnQuestion(question):
                # A question that does not apply counts as blank, and no test holds of a blank answer.
                return self.where(question, lambda answer: bool(holds(condition, lambda _: answer)))
            case _:
                assert_never(condition)

    def _inherent_level(self, level: Level) -> Linear:
        """Return 1 if the inherent points alone give this level: above the bound of the one below, and not above its own."""
        place = self.questionnaire.rank[level.id]
        return (self.exceeds(self.questionnaire.levels[place - 1]) if place else ONE) - self.exceeds(level)

    def exceeds(self, level: Level) -> Linear:
        """Return 1 if the inherent share is above the bound of a level; 0 if that has none."""
        if level.id not in self._inherent_above:
            excess = self.above(level)
            self._inherent_above[level.id] = ZERO if excess is None else self.program.positive(excess)
        return self._inherent_above[level.id]

    # Sums

    @cached_property
    def inherent_points(self) -> Linear:
        """The inherent points, blanks as the questionnaire counts them."""
        return self.points(self.questionnaire.scored["inherent"])

    def share(
        self,
        kind: ScoreKind,
        questions: list[Question],
        percent: Fraction,
        *,
        tagged: bool = False,
        above: bool = False,
    ) -> Ask:
        """Return: points over maximum is ``percent`` or more (``above``: more than it); ``tagged``: of a principle."""
        points, maximum = self.points(questions), self.maximum(kind, questions, tagged=tagged)
        if maximum.is_constant:
            needed = percent * maximum.constant / 100
            return points, needed.__floor__() + 1 if above else needed.__ceil__()
        scale = 100 * percent.denominator
        return points * scale - maximum * percent.numerator, int(above)

    def above(self, level: Level) -> Linear | None:
        """Return what is positive if the inherent share is above the bound of ``level``; None if that has no bound."""
        if level.up_to is None:
            return None
        points, bound = self.share("inherent", self.questionnaire.scored["inherent"], level.up_to, above=True)
        return points - (bound - 1)

    def points(self, questions: Iterable[Question]) -> Linear:
        return total(
            given * worth(self.questionnaire, question, candidate.answer)
            for question in questions
            for given, candidate in zip(self._given[question.id], self.domains[question.id], strict=True)
        )

    def inherent_sums(self) -> set[int] | None:
        """Return what the inherent points can come to, perhaps among other sums; None if there are too many to tell."""
        found = {0}
        for question in self.questionnaire.scored["inherent"]:
            worths = {worth(self.questionnaire, question, candidate.answer) for candidate in self.domains[question.id]}
            if self.applies[question.id] != ONE:
                worths.add(0)
            if len(found) * len(worths) > MOST_SUMS:
                return None
            found = {so_far + worth for so_far in found for worth in worths}
        return found

    def maximum(self, kind: ScoreKind, questions: list[Question], *, tagged: bool) -> Linear:
        """Return the maximum that the points are taken of (docs/scoring.md#points)."""
        basis = self.questionnaire.scoring.basis(kind)
        if isinstance(basis, int) and not tagged:
            return Linear(basis)
        counted = ONE if basis == "all" else None
        return total(
            ((counted or self.applies[q.id]) - self.where(q.id, _set_aside)) * q.highest_points for q in questions
        )

    def measured(self, questions: list[Question]) -> Linear:
        """Return 1 if at least one of the questions applies and is not set aside."""
        return self.program.any_of(self.where(q.id, lambda answer: not _set_aside(answer)) for q in questions)

    def unless(self, ask: Ask, excused: Linear) -> Ask:
        """Return the constraint as it is if ``excused`` is 0, and without force if it is 1."""
        expression, bound = ask
        slack = bound - bounds(expression)[0]
        return (expression + excused * slack, bound) if slack > 0 else ask


def worth(questionnaire: Questionnaire, question: Question, answer: Answer) -> int:
    """Return the weighted points that an answer counts, blanks as the questionnaire counts them."""
    return mark_question(questionnaire, question, answer).points


def _set_aside(answer: Answer) -> bool:
    return answer.status == "not_applicable"
