"""The fewest answer changes that reach a target, or what stands in the way (docs/explain.md#how-the-plan-is-found)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiassess.explain.requirements import Requirement, Requirements
from aiassess.program.domain import Candidate, Free, changed, domains
from aiassess.program.encoding import Encoding
from aiassess.program.solver import Budget, Linear, OutOfBounds, Program, Solution, total
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiassess.explain.asked import Target
    from aiassess.model.levels import Level
    from aiassess.model.questionnaire import Question
    from aiassess.scoring.result import Assessment

MOST_CUTS = 500
"""How many solutions of the constraints the engine may refuse before the search is given up."""
_BLOCK = 16
"""Questions put in document order at once: the solver tells 2 to the 16th apart with ease."""


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to one question."""

    question: Question
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in document order, and what the engine gives once they are made."""

    changes: tuple[Change, ...]
    after: Assessment
    confirm: tuple[Question, ...] = ()
    """Questions whose answers came from an earlier assessment and must also be confirmed as they are."""

    @property
    def effort(self) -> int:
        """How far the answers move in all, each on its own scale."""
        return sum(change.candidate.effort for change in self.changes)


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Nothing reaches the target. ``obstacles``: what cannot be met, each by itself, or ``together``.

    ``settled`` is False if the search was given up; then nothing is proven.
    """

    obstacles: tuple[Requirement, ...]
    together: bool = False
    settled: bool = True


def controls_only(assessment: Assessment) -> Free:
    """Return which answers may change by default: controls, and blanks that neither a score nor a condition looks at."""
    tests = assessment.questionnaire.tests_on

    def free(question: Question) -> bool:
        if question.score is not None or question.id in tests:
            return question.score == "control"
        return assessment.answers.get(question.id).status in ("unanswered", "unsure")

    return free


def any_answer(_: Question) -> bool:
    """Let every answer change (texts, dates and risks only from blank to given: see ``domain``)."""
    return True


def encoding_of(assessment: Assessment, free: Free, budget: Budget) -> Encoding:
    """Return the answers as they are, with the candidates of those that may change."""
    q = assessment.questionnaire
    return Encoding(q, domains(q, assessment.answers, free), Program(budget))


def find_plan(assessment: Assessment, target: Target, free: Free) -> Plan | NoPlan:
    """Return the plan with the fewest changes; of those the least effort; of those the earliest questions, then options."""
    best: tuple[tuple[object, ...], Plan] | None = None
    budget = Budget()
    # Confirming an answer changes none and can only help: the search takes all as confirmed, the plan says which must be.
    confirmed = {name: replace(answer, confirmed=True) for name, answer in assessment.answers.answers.items()}
    looked_at = replace(assessment, answers=replace(assessment.answers, answers=confirmed))
    try:
        for highest in target.ways(assessment.questionnaire):
            search = _Search(looked_at, target, highest, free, budget)
            found = search.best(len(best[1].changes) if best else None)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        return _to_confirm(assessment, target, best[1]) if best else _why_not(looked_at, target, free, budget)
    except OutOfBounds:
        return NoPlan((), settled=False)


def _to_confirm(assessment: Assessment, target: Target, plan: Plan) -> Plan:
    """Return the plan with the answers to confirm: none if the plan works without, otherwise all that then apply."""
    after = _scored(assessment, plan.changes)
    if target.reached(after):
        return replace(plan, after=after)
    return replace(plan, confirm=tuple(assessment.questionnaire.by_id[name] for name in after.unconfirmed))


class _Search:
    """One way to a target: the constraints, with every solution confirmed by the engine."""

    def __init__(self, assessment: Assessment, target: Target, highest: Level, free: Free, budget: Budget) -> None:
        self.assessment, self.target = assessment, target
        self.e = encoding_of(assessment, free, budget)
        for requirement in Requirements(self.e).of(target, highest):
            for expression, bound in requirement.asks:
                self.e.program.at_least(expression, bound)
        self.cuts = 0

    def best(self, at_most: int | None) -> tuple[tuple[object, ...], Plan] | None:
        """Return the best plan with its rank among plans, or None; ``at_most``: as many changes as another way needs."""
        names = self.e.changeable
        count = total(self.e.changed(name) for name in names)
        if at_most is not None:
            self.e.program.at_most(count, at_most)
        solution = self.solve(count)
        if solution is None:
            return None
        self.fix(count, solution)
        effort = total(x * c.effort for name in names for x, c in self.choices(name))
        solution = self.fix(effort, self.sure(effort))
        for start in range(0, len(names), _BLOCK):
            block = names[start : start + _BLOCK]
            earliest = total(self.e.changed(name) * -(2 ** (_BLOCK - 1 - place)) for place, name in enumerate(block))
            solution = self.fix(earliest, self.sure(earliest))
        for name in names:
            first = total(x * place for place, (x, _) in enumerate(self.choices(name)))
            if solution(first) > 1:  # not already unchanged, or the first of the others
                solution = self.sure(first)
            self.fix(first, solution)
        plan = self.plan(solution)
        places = {name: place for place, name in enumerate(self.e.domains)}
        rank = (
            len(plan.changes),
            plan.effort,
            [places[change.question.id] for change in plan.changes],
            [self.e.domains[change.question.id].index(change.candidate) for change in plan.changes],
        )
        return rank, plan

    def solve(self, objective: Linear) -> Solution | None:
        """Return the best solution that the engine confirms; those that it refuses are cut off."""
        while True:
            solution = self.e.program.minimise(objective)
            if solution is None or self.target.reached(self.plan(solution).after):
                return solution
            self.cuts += 1
            if self.cuts > MOST_CUTS:
                raise OutOfBounds
            chosen = [x for name in self.e.changeable for x in self.e.chosen[name] if solution(x)]
            self.e.program.at_most(total(chosen), len(chosen) - 1)

    def sure(self, objective: Linear) -> Solution:
        """Return the best solution if one is known to exist."""
        solution = self.solve(objective)
        if solution is None:
            raise OutOfBounds  # the solver cannot tell numbers this large apart
        return solution

    def fix(self, expression: Linear, solution: Solution) -> Solution:
        """Keep an expression at its value in a solution from now on."""
        self.e.program.equal(expression, solution(expression))
        return solution

    def choices(self, name: str) -> Iterator[tuple[Linear, Candidate]]:
        return zip(self.e.chosen[name], self.e.domains[name], strict=True)

    def plan(self, solution: Solution) -> Plan:
        by_id = self.assessment.questionnaire.by_id
        changes = tuple(
            Change(by_id[name], candidate)
            for name in self.e.changeable
            for x, candidate in list(self.choices(name))[1:]
            if solution(x)
        )
        return Plan(changes, _scored(self.assessment, changes))


def _scored(assessment: Assessment, changes: Iterable[Change]) -> Assessment:
    made = {change.question.id: change.candidate.answer for change in changes}
    return score(assessment.questionnaire, changed(assessment.answers, made))


# Why there is none


def _why_not(assessment: Assessment, target: Target, free: Free, budget: Budget) -> NoPlan:
    """Return what stands in the way: requirements that cannot be met by themselves, otherwise the fewest that clash."""
    rank = assessment.questionnaire.rank
    ways = target.ways(assessment.questionnaire)
    if not ways:
        return NoPlan(())
    # Of several ways, the one by the present level shows best what is in the way.
    highest = next((level for level in ways if rank[level.id] >= rank[assessment.level.id]), ways[-1])

    encoding = encoding_of(assessment, free, budget)
    requirements = Requirements(encoding).of(target, highest)
    given_up = [encoding.program.binary() for _ in requirements]  # each 1 if that requirement is given up
    for requirement, excused in zip(requirements, given_up, strict=True):
        for ask in requirement.asks:
            encoding.program.at_least(*encoding.unless(ask, excused))

    def clash(places: Iterable[int]) -> list[int]:
        """Return which of these requirements must be given up so that the rest can be met: as few as possible."""
        wanted = list(places)
        solution = encoding.program.minimise(total(given_up[place] for place in wanted))
        return [place for place in wanted if solution is None or solution(given_up[place])]

    # What can be met with others can be met alone, so only these few need a look of their own.
    doubtful = clash(range(len(requirements)))
    alone = [place for place in doubtful if clash([place])]
    if alone:
        return NoPlan(tuple(requirements[place] for place in alone))
    if not doubtful:  # the constraints can be met, but the engine refused every way to do so
        return NoPlan(())
    needed = list(range(len(requirements)))
    for place in range(len(requirements)):
        rest = [other for other in needed if other != place]
        if clash(rest):
            needed = rest
    return NoPlan(tuple(requirements[place] for place in needed), together=True)
