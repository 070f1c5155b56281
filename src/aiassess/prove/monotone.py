"""Better answers that give a worse level or verdict (docs/proofs.md#monotony)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from aiassess.errors import Word
from aiassess.model.questionnaire import Question
from aiassess.program.encoding import worth
from aiassess.program.solver import ZERO, Linear, OutOfBounds, bounds
from aiassess.prove.pair import Pair, Step, What, raises_critical
from aiassess.prove.reach import has_credit
from aiassess.prove.search import Case, Claim, Search
from aiassess.questionnaire.yaml_source import Path_
from aiassess.scoring.result import VERDICTS

MOST_POINTS = 12
"""Different points of the answers to one question of which all steps are looked at."""
WHAT: tuple[What, ...] = ("level", "verdict", "ready")


@dataclass(slots=True, eq=False, kw_only=True)
class Worse(Claim):
    """That one better answer gives a worse level or verdict; ``shown`` has the worse answer, its ``after`` the better one.

    "level" and "ready" (the verdict "ready" is lost) are of any questions, "verdict" of answers that are asked the same.
    """

    what: What
    steps: tuple[Step, ...]
    instead: tuple[Worse, ...] = ()
    """Others of which one that is shown is enough: then this one is not looked for."""

    def seen(self, case: Case) -> bool:
        if case.after is None:
            return False
        one, other = case.assessment, case.after.assessment
        if self.what == "level":
            return one.questionnaire.rank[other.level.id] > one.questionnaire.rank[one.level.id]
        return VERDICTS.index(other.verdict) > VERDICTS.index(one.verdict)

    def find(self, search: Search) -> Case | None:
        if any(other.shown for other in self.instead):
            return None
        if self.what == "ready" and not Pair(search, self.about, self.steps, search.domains).asked:
            return None
        credit = has_credit(search.questionnaire)
        if self.what == "ready" or (self.what == "level" and credit):
            case = self._first_facts(search)
            if case:
                return self._told(case)
        for exact in (True,) if self.what == "ready" else (False, True):
            pair = Pair(search, self.about, self.steps, search.domains)
            if exact:
                pair.ask_alike(same=self.what == "verdict")
            wanted = pair.worse_by(self.what, exact=exact)
            alike = exact or self.what == "verdict" or credit  # without, there is less to solve, and seldom an answer
            if alike and not exact and wanted != ZERO:
                pair.ask_alike(same=self.what == "verdict")
            case = self._case(search, pair, wanted)
            if case is None and not (credit and exact):  # with credit, only what is wide holds of all answers
                return None
            if case and alike and self.seen(case):
                return self._told(case)
        raise OutOfBounds

    def _case(self, search: Search, pair: Pair, wanted: Linear, rather: Linear = ZERO) -> Case | None:
        """Return answers of which an expression is 1, of those rather some with much of another one; None if there are none."""
        most = bounds(rather)[1] - bounds(rather)[0] + 1
        solution = None if wanted == ZERO else pair.program.minimise(wanted * -most - rather)
        if solution is None or solution(wanted) < 1:
            return None
        case = search.case(pair.worse, solution)
        (place,) = (i for i, x in enumerate(pair.second) if solution(x))
        better = pair.better.domains[self.about][place].answer
        case.after = Case(search.questionnaire, {**case.answers.answers, self.about: better})
        return case

    def _first_facts(self, search: Search) -> Case | None:
        """Return a case found in two steps: facts with which controls fall away, then controls that make it matter."""
        pair = Pair(search, self.about, self.steps, search.domains)
        pair.ask_alike(same=False)
        rather = pair.falling_away() + (pair.worse.inherent_points if self.what == "level" else ZERO)
        case = self._case(search, pair, pair.sound(), rather)
        if case is None or case.after is None:
            return None
        domains, steps = dict(search.domains), self.steps
        for question in search.questionnaire.questions:
            if question.score != "control":  # a fact has its answer; the one that changes has both
                given = [side.answers.get(question.id) for side in (case, case.after)]
                domains[question.id] = tuple(x for x in domains[question.id] if x.answer in given)
                if question.id == self.about:
                    first = domains[question.id][0].answer == given[0]
                    steps = ((0, 1),) if first else ((1, 0),)
        for highest in [None] if self.what == "ready" else search.questionnaire.levels:
            pair = Pair(search, self.about, steps, domains)
            pair.ask_alike(same=False)
            wanted = pair.credit_lost(highest) if highest else pair.worse_by("ready", exact=True)
            case = self._case(search, pair, wanted)
            if case and self.seen(case):
                return case
        return None

    def _told(self, case: Case) -> Case:
        """Add the two answers, and what they give, to the values of the message."""
        for key, side in (("worse", case), ("better", case.after or case)):
            answer, result = side.answer(self.about), side.assessment
            given = answer.value if answer.value is not None else Word(f"prove_{answer.status}")
            by = result.level.id if self.what == "level" else Word(f"prove_{result.verdict}")
            self.values = {**self.values, key: given, f"with_{key}": by}
        if self.what == "level" and case.after and [*case.assessment.marks] != [*case.after.assessment.marks]:
            self.severity = "warning"  # other questions are asked, which may be meant
        return case


def monotone(search: Search, paths: dict[str, Path_]) -> Iterator[Claim]:
    """Yield for each scored question that a better answer to it makes the level or the verdict worse.

    Nothing is asked of a control that no condition looks at, and whose better answers raise no critical finding: points then
    only go up, and all else stays.
    """
    ready: tuple[Worse, ...] = ()
    for question in search.questionnaire.questions:
        steps = tuple(better_answers(search, question)) if question.score else ()
        if not steps or _by_structure(search, question, steps):
            continue
        place: Path_ = (*paths[question.id], "options" if question.options else "bands")
        values = dict.fromkeys(("worse", "better", "with_worse", "with_better"), "…")
        for what in WHAT:
            claim = Worse(
                f"prove_{what}_worse", question.id, place, values=values, what=what, steps=steps, is_fault=True
            )
            claim.severity = "note" if what == "ready" else "error"
            if what == "ready":
                claim.instead = ready
                ready += (claim,)
            yield claim


def better_answers(search: Search, question: Question) -> Iterator[Step]:
    """Yield the steps to better points, and from blank or unsure to the best.

    Single steps tell of longer ones, unless others are asked between. Of more than ``MOST_POINTS`` different points only
    single steps are taken.
    """
    sign = 1 if question.score == "control" else -1
    domain = [candidate.answer for candidate in search.domains[question.id]]
    by_worth: dict[int, list[int]] = {}
    for i, answer in enumerate(domain):
        if answer.status == "answered":
            by_worth.setdefault(sign * worth(search.questionnaire, question, answer), []).append(i)
    rising = [by_worth[points] for points in sorted(by_worth)]
    for worse, better in combinations(rising, 2) if len(rising) <= MOST_POINTS else pairwise(rising):
        yield from ((a, b) for a in worse for b in better)
    if len(rising) > 1:
        still_open = [i for i, answer in enumerate(domain) if answer.status in ("unanswered", "unsure")]
        yield from ((a, b) for a in still_open for b in rising[-1])


def _by_structure(search: Search, question: Question, steps: tuple[Step, ...]) -> bool:
    if question.score != "control" or question.id in search.questionnaire.tests_on:
        return False
    if any(finding.severity == "critical" and finding.when for finding in question.findings):
        return False  # it is raised by whichever answer, and not by none
    critical = [raises_critical(question, candidate.answer) for candidate in search.domains[question.id]]
    return all(critical[a] or not critical[b] for a, b in steps)
