"""Answers that show something, or the proof that there are none (docs/proofs.md#how)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from random import Random

from aiassess.errors import ProblemSeverity
from aiassess.model.answers import Answer, AnswerSet
from aiassess.model.conditions import Condition
from aiassess.model.questionnaire import Questionnaire
from aiassess.program.encoding import Encoding
from aiassess.program.solver import ONE, ZERO, Budget, Linear, OutOfBounds, Program, Solution
from aiassess.prove.answers import every_answer, one_of_each
from aiassess.prove.conditions import ALWAYS
from aiassess.questionnaire.yaml_source import Path_
from aiassess.scoring.applicability import facts_of
from aiassess.scoring.assess import score
from aiassess.scoring.conditions import Known, holds
from aiassess.scoring.result import Assessment

WORK = 20_000_000
"""What one question to the solver may spend (``program.solver.MOST_WORK``)."""
TRIALS = 150
"""Sets of answers, drawn with a fixed seed, that are looked at before the solver is asked."""
VALUED = 0.9
"""How likely a question has a value in them."""


class Case:
    """A set of answers and what the engine makes of it."""

    def __init__(self, questionnaire: Questionnaire, given: Mapping[str, Answer]) -> None:
        self.answers = AnswerSet(questionnaire.id, questionnaire.version, answers=given)
        self.assessment: Assessment = score(questionnaire, self.answers)
        self._facts = facts_of(questionnaire, {name: mark.answer for name, mark in self.assessment.marks.items()})
        self._known: Known = {}
        self.after: Case | None = None
        """The same answers but for a better one, where two are compared."""

    def holds(self, condition: Condition) -> bool:
        return bool(holds(condition, self._facts, self._known))

    def answer(self, name: str) -> Answer:
        return self.assessment.answer_to(name)


@dataclass(slots=True, eq=False)
class Claim:
    """Something that some answers may show: that a condition holds (``complete``: in a complete assessment).

    ``code`` is what the author is told if nothing shows it (``is_fault``: if something does), ``about`` an id, and ``path`` the
    place. ``within``: what nothing can show says nothing of the claims within it.
    """

    code: str
    about: str
    path: Path_
    condition: Condition = ALWAYS
    _: KW_ONLY
    within: Claim | None = None
    severity: ProblemSeverity = "warning"
    values: Mapping[str, object] = field(default_factory=dict)
    complete: bool = False
    is_fault: bool = False
    shown: Case | None = None
    decided: bool = True

    @property
    def told(self) -> bool:
        """Whether its author is told about it."""
        outer = self.within is None or self.within.shown is not None
        return outer and (not self.decided or (self.shown is not None) == self.is_fault)

    def seen(self, case: Case) -> bool:
        return (not self.complete or case.assessment.status == "complete") and case.holds(self.condition)

    def find(self, search: Search) -> Case | None:
        """Return a case that shows it, or None if none does; raises OutOfBounds if that was not found out."""
        e = search.encoding()
        return self.sure(search.fulfilled(e, self.wanted(e)))

    def wanted(self, e: Encoding) -> Linear:
        """Return 1 of all answers that show it, and seldom of others."""
        holds = e.truth(self.condition)
        return e.program.all_of([holds, complete(e)]) if self.complete else holds

    def sure(self, case: Case | None) -> Case | None:
        """Return a case if it is the engine's too."""
        if case and not self.seen(case):
            raise OutOfBounds
        return case


def complete(e: Encoding) -> Linear:
    """Return 1 if nothing is missing among the questions that the program holds; all others can be answered.

    To be asked last: it adds no question.
    """
    by_id = e.questionnaire.by_id
    return e.program.all_of(ONE - e.where(name, by_id[name].is_missing) for name in list(e.chosen))


class Search:
    """All questions of a questionnaire free, whatever they are answered."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.answers = every_answer(questionnaire)
        self.domains = one_of_each(questionnaire, self.answers)
        self.draw = Random(questionnaire.id).random  # noqa: S311 - the same on every machine
        self.cases: list[Case] = []
        self.claims: list[Claim] = []

    def settle(self, claims: Iterable[Claim]) -> None:
        """Give each claim a case that shows it if there is one; ``decided`` is False if that was not found out."""
        left = list(claims)
        self.claims += left  # kept: what is known of their conditions goes by identity
        for case in self._trials():
            left = _looked_at(left, case)
        while left:
            claim = left.pop(0)
            if claim.within and not claim.within.shown:
                continue
            try:
                claim.shown = claim.find(self)
            except OutOfBounds:
                claim.decided = False
            if claim.shown and not claim.shown.after:
                self.cases.append(claim.shown)
                left = _looked_at(left, claim.shown)

    def _trials(self) -> Iterator[Case]:
        if not self.cases:
            self.cases += [self._drawn() for _ in range(TRIALS)]
        return iter(self.cases)

    def _drawn(self) -> Case:
        """Return a case in which most questions have a value."""
        given = {}
        for name, answers in self.answers.items():
            values = [answer for answer in answers if answer.status == "answered"]
            among = values if self.draw() < VALUED else answers
            given[name] = among[int(self.draw() * len(among))]
        return Case(self.questionnaire, given)

    def values(self, name: str) -> list[Answer]:
        """Return an answer with a value for every effect."""
        return [candidate.answer for candidate in self.domains[name] if candidate.answer.status == "answered"]

    def encoding(self) -> Encoding:
        """Return a program of its own, which holds only what is asked of it."""
        return Encoding(self.questionnaire, self.domains, Program(Budget(WORK)))

    def fulfilled(self, e: Encoding, wanted: Linear) -> Case | None:
        """Return a case of which an expression is 1, or None if there is none."""
        solution = None if wanted == ZERO else e.program.minimise(wanted * -1)
        return self.case(e, solution) if solution and solution(wanted) else None

    def case(self, e: Encoding, solution: Solution) -> Case:
        """Return the case of a solution; questions that the program does not hold have some value."""
        given = {}
        for name, domain in e.domains.items():
            if name in e.chosen:
                (given[name],) = (c.answer for x, c in zip(e.chosen[name], domain, strict=True) if solution(x))
            else:
                values = self.values(name) or [domain[0].answer]
                given[name] = values[int(self.draw() * len(values))]
        return Case(self.questionnaire, given)


def _looked_at(claims: list[Claim], case: Case) -> list[Claim]:
    """Give the claims that a case shows that case, and return the others."""
    left = []
    for claim in claims:
        if claim.seen(case):
            claim.shown = case
        else:
            left.append(claim)
    return left
