"""What a target asks, as linear constraints over the answers that may change (docs/explain.md#how-the-plan-is-found).

The constraints are a *relaxation*: every set of answers that reaches the target fulfils them. The plan's answers are scored
by the engine itself, so that a relaxation too wide costs time, never a wrong plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from aiassess.explain.domain import Candidate, candidates, raw_points, tests_on
from aiassess.explain.solver import ONE, ZERO, Budget, Linear, Program, inverse, total
from aiassess.model import conditions as c
from aiassess.model.conditions import questions_in
from aiassess.scoring.conditions import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aiassess.model.answers import Answer, AnswerSet
    from aiassess.model.questionnaire import Level, Question, Questionnaire, Rule, ScoreKind

MOST_SUMS = 50_000
"""Sums of points that are looked at one by one."""
MOST_STEPS = 250
"""Sums of inherent points for which it is asked what controls they need; of more, as many, evenly spread."""

NEVER = 1 << 60
"""More points than any questionnaire gives."""

Ask = tuple[Linear, int]
"""expression >= bound"""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a target asks: ``kind`` and what it is about (a rule, a principle, a finding), and its constraints."""

    kind: str
    about: str | None
    asks: tuple[Ask, ...]


class Encoding:
    """The answers of a questionnaire as variables: those in ``free`` may change, all others stay as they are."""

    def __init__(
        self, questionnaire: Questionnaire, answers: AnswerSet, free: Callable[[Question], bool], budget: Budget
    ) -> None:
        self.questionnaire = questionnaire
        self.program = Program(budget)
        tests = tests_on(questionnaire)
        self.domains: dict[str, tuple[Candidate, ...]] = {}
        self.chosen: dict[str, tuple[Linear, ...]] = {}
        """Question id to a 0/1 expression for each candidate; the first stands for the answer as it is."""
        for question in questionnaire.questions:
            now = answers.get(question.id)
            domain = candidates(question, now, tests.get(question.id, ())) if free(question) else (Candidate(now, 0),)
            self.domains[question.id] = domain
            self.chosen[question.id] = self._choice(len(domain))
        self.applies: dict[str, Linear] = {}
        self._given: dict[str, tuple[Linear, ...]] = {}
        for section in questionnaire.sections:
            in_section = self.truth(section.show_if)
            for question in section.questions:
                active = self.program.all_of([in_section, self.truth(question.applies_if)])
                self.applies[question.id] = active
                self._given[question.id] = tuple(self.program.all_of([active, x]) for x in self.chosen[question.id])

    def _choice(self, size: int) -> tuple[Linear, ...]:
        """Return an expression for each of ``size`` candidates, exactly one of which is 1; the first is what is left over."""
        others = [self.program.binary() for _ in range(size - 1)]
        if len(others) > 1:
            self.program.at_most(total(others), 1)
        return (ONE - total(others), *others)

    @property
    def changeable(self) -> list[str]:
        """Return the questions with more than one candidate, in document order."""
        return [name for name, domain in self.domains.items() if len(domain) > 1]

    def changed(self, name: str) -> Linear:
        """Return 1 where the answer is another than now."""
        return inverse(self.chosen[name][0])

    def where(self, name: str, wanted: Callable[[Answer], bool]) -> Linear:
        """Return 1 where the question applies and has an answer that is wanted."""
        pairs = zip(self._given[name], self.domains[name], strict=True)
        return total(given for given, candidate in pairs if wanted(candidate.answer))

    # Conditions

    def truth(self, condition: c.Condition | None) -> Linear:
        """Return 1 where a condition holds, else 0; it looks at earlier questions alone where those are still being built."""
        match condition:
            case None:
                return ONE
            case c.All(parts):
                return self.program.all_of([self.truth(part) for part in parts])
            case c.Any(parts):
                return self.program.any_of([self.truth(part) for part in parts])
            case c.Not(part):
                return inverse(self.truth(part))
            case c.LevelAtLeast(_, means):
                return self.truth(means)
            case c.InherentLevel():
                raise NotImplementedError
            case _:
                test = condition
                # No test holds of a blank answer, which is what a question that does not apply counts as.
                return self.where(test.question, lambda answer: bool(holds(test, lambda _: answer)))

    # Sums

    def points(self, questions: Iterable[Question], *, blank_inherent: bool) -> Linear:
        """Return the weighted points; ``blank_inherent``: a blank or unsure inherent question counts its maximum."""
        return total(
            given * _worth(question, candidate.answer, blank_inherent=blank_inherent)
            for question in questions
            for given, candidate in zip(self._given[question.id], self.domains[question.id], strict=True)
        )

    def sums(self, questions: Iterable[Question], *, blank_inherent: bool) -> set[int] | None:
        """Return the sums that ``points`` can come to, or some more; None if there are too many to tell."""
        found = {0}
        for question in questions:
            worths = {_worth(question, c.answer, blank_inherent=blank_inherent) for c in self.domains[question.id]}
            if self.applies[question.id] != ONE:
                worths.add(0)
            if len(found) * len(worths) > MOST_SUMS:
                return None
            found = {so_far + worth for so_far in found for worth in worths}
        return found

    def maximum(self, kind: ScoreKind, questions: list[Question], *, tagged: bool) -> Linear:
        """Return the maximum that the points are taken of (docs/scoring.md#points)."""
        scoring = self.questionnaire.scoring
        basis = scoring.inherent_maximum if kind == "inherent" else scoring.controls_maximum
        if isinstance(basis, int) and not tagged:
            return Linear(basis)
        counted = ONE if basis == "all" else None
        return total(
            ((counted or self.applies[q.id]) - self.where(q.id, _set_aside)) * q.highest_points for q in questions
        )

    def scored(self, kind: ScoreKind) -> list[Question]:
        """Return the questions of a kind, in document order."""
        return [q for q in self.questionnaire.questions if q.score == kind]

    def measured(self, questions: list[Question]) -> Linear:
        """Return 1 where at least one of the questions applies and is not set aside."""
        return self.program.any_of(self.where(q.id, lambda answer: not _set_aside(answer)) for q in questions)

    def bounds(self, expression: Linear) -> tuple[int, int]:
        """Return whole numbers between which an expression of 0/1 variables lies."""
        low = expression.constant + sum(f for f in expression.terms.values() if f < 0)
        return low, expression.constant + sum(f for f in expression.terms.values() if f > 0)

    def unless(self, ask: Ask, excused: Linear) -> Ask:
        """Return the constraint as it is where ``excused`` is 0, and without force where it is 1."""
        expression, bound = ask
        slack = bound - self.bounds(expression)[0]
        return (expression + excused * slack, bound) if slack > 0 else ask


def _worth(question: Question, answer: Answer, *, blank_inherent: bool) -> int:
    if answer.status in ("unanswered", "unsure") and question.score == "inherent" and blank_inherent:
        return question.highest_points
    return raw_points(question, answer) * question.weight


def _set_aside(answer: Answer) -> bool:
    return answer.status == "not_applicable"


class Requirements:
    """Makes the requirements of targets over one encoding."""

    def __init__(self, encoding: Encoding) -> None:
        self.e = encoding
        self.q = encoding.questionnaire

    def level(self, highest: Level) -> list[Requirement]:
        """Return what a final level of ``highest`` or below asks: no rule above it, and few enough residual points."""
        rank = self.q.rank
        rules = [self._no_rule(rule) for rule in self.q.rules if rank[rule.level] > rank[highest.id]]
        points = self._residual(highest)
        return [*rules, Requirement("points", None, tuple(points))] if points else rules

    def complete(self) -> list[Requirement]:
        """Return what the status "complete" asks."""
        return [Requirement("missing", name, ((expression * -1, 0),)) for name, expression in self._missing.items()]

    def determined(self) -> list[Requirement]:
        """Return what asks that no unsure answer leaves a rule open that stops."""
        found = []
        for rule in self.q.rules:
            for name in questions_in(rule.when) if rule.unsure_stops else ():
                unsure = self.e.where(name, lambda answer: answer.status == "unsure")
                if unsure != ZERO:
                    found.append(Requirement("unsure", name, ((self.e.truth(rule.when) - unsure, 0),)))
        return found

    def no_critical(self) -> list[Requirement]:
        """Return what a verdict better than "hold" asks of findings."""
        return [Requirement("finding", name, ((raised * -1, 0),)) for name, raised in self._critical.items()]

    def shares(self, controls: Fraction, each_principle: Fraction) -> list[Requirement]:
        """Return what ``ready_at`` asks: shares in percent, of what is measured."""
        questions = self.e.scored("control")
        groups: list[tuple[str | None, list[Question], Fraction]] = [(None, questions, controls)]
        groups += [(tag, tagged, each_principle) for tag, tagged in self._tagged]
        return [
            Requirement("share", tag, (self._share_unless_empty(items, percent, tagged=tag is not None),))
            for tag, items, percent in groups
            if percent > 0 and items
        ]

    def _no_rule(self, rule: Rule) -> Requirement:
        return Requirement("rule", rule.id, ((self.e.truth(rule.when) * -1, 0),))

    # Status and findings

    @cached_property
    def _missing(self) -> Mapping[str, Linear]:
        return {
            question.id: expression
            for question in self.q.questions
            for expression in [self.e.where(question.id, _missing_test(question))]
            if expression != ZERO
        }

    @cached_property
    def _critical(self) -> Mapping[str, Linear]:
        found = {}
        for question in self.q.questions:
            for finding in question.findings:
                if finding.severity != "critical":
                    continue
                if finding.when is None:
                    raised = self.e.where(question.id, _raising(finding.on))
                else:
                    answered = self.e.where(question.id, lambda answer: answer.status == "answered")
                    raised = self.e.program.all_of([answered, self.e.truth(finding.when)])
                if raised != ZERO:
                    found[f"{question.id}.{finding.id}"] = raised
        return found

    # Shares

    @cached_property
    def _tagged(self) -> list[tuple[str, list[Question]]]:
        controls = self.e.scored("control")
        return [(tag.id, [q for q in controls if tag.id in q.principles]) for tag in self.q.principles]

    def _share(self, questions: list[Question], percent: Fraction, *, tagged: bool, above: bool = False) -> Ask:
        """Return: points over maximum is ``percent`` or more (``above``: more than it)."""
        points = self.e.points(questions, blank_inherent=False)
        maximum = self.e.maximum("control", questions, tagged=tagged)
        if maximum.is_constant:
            needed = percent * maximum.constant / 100
            return points, needed.__floor__() + 1 if above else needed.__ceil__()
        scale = 100 * percent.denominator
        return points * scale - maximum * percent.numerator, int(above)

    def _share_unless_empty(self, questions: list[Question], percent: Fraction, *, tagged: bool) -> Ask:
        ask = self._share(questions, percent, tagged=tagged)
        return self.e.unless(ask, inverse(self.e.measured(questions)))

    # Residual points

    def _residual(self, highest: Level) -> list[Ask]:
        """Return what a residual share of ``highest`` asks of inherent points and, where those are more, of the controls."""
        if highest.up_to is None:
            return []
        questions = self.e.scored("inherent")
        blank_worst = self.q.scoring.inherent_unanswered == "worst"
        inherent = self.e.points(questions, blank_inherent=blank_worst)
        maximum = self.e.bounds(self.e.maximum("inherent", questions, tagged=False))[1]
        without_credit = (highest.up_to * maximum / 100).__floor__()
        low, high = self.e.bounds(inherent)
        first, hopeless = max(low, without_credit + 1), self._hopeless(without_credit)
        asks: list[Ask] = []
        sums = self.e.sums(questions, blank_inherent=blank_worst)
        steps = _spread(first, min(high, hopeless - 1), sums)
        if self.q.scoring.mitigation.method == "step":
            steps = steps[:1]  # all ask the same
        for points in steps:
            fewer = self._fewer(inherent, points)
            asks.append(self.e.unless(self._controls_above(self._credit_needed(points, without_credit)), fewer))
            if points == steps[0]:
                asks += [self.e.unless(ask, fewer) for ask in self._unblocked()]
        if hopeless <= high:
            asks.append((self._fewer(inherent, max(first, hopeless)), 1))
        return asks

    def _fewer(self, inherent: Linear, points: int) -> Linear:
        """Return an expression that may be 1 only where there are fewer inherent points than ``points``."""
        if inherent.is_constant:
            return Linear(int(inherent.constant < points))
        fewer = self.e.program.binary()
        slack = self.e.bounds(inherent)[1] - (points - 1)
        self.e.program.at_most(inherent + fewer * slack, points - 1 + slack)
        return fewer

    def _hopeless(self, residual: int) -> int:
        """Return the fewest inherent points that no controls bring down to ``residual`` points."""
        mitigation = self.q.scoring.mitigation
        left = 100 - mitigation.reduces_percent if mitigation.method != "none" else Fraction(100)
        # half up: inherent x left/100 must stay below residual + 1/2
        return ((100 * residual + 50) / left).__ceil__() if left else NEVER

    def _credit_needed(self, inherent: int, residual: int) -> Fraction:
        """Return the controls' percent above (linear) or at (step) which leaves ``residual`` points."""
        mitigation = self.q.scoring.mitigation
        if mitigation.method == "step":
            return mitigation.from_percent
        credit = 100 - Fraction(100 * residual + 50, inherent)
        return mitigation.from_percent + credit * (100 - mitigation.from_percent) / mitigation.reduces_percent

    def _controls_above(self, percent: Fraction) -> Ask:
        above = self.q.scoring.mitigation.method == "linear"
        return self._share(self.e.scored("control"), percent, tagged=False, above=above)

    def _unblocked(self) -> list[Ask]:
        """Return what any credit asks: something measured, and nothing that blocks it."""
        mitigation = self.q.scoring.mitigation
        asks: list[Ask] = [(self.e.measured(self.e.scored("control")), 1)]
        if mitigation.blocked_when_incomplete:
            asks += [ask for item in self.complete() for ask in item.asks]
        if mitigation.blocked_by_critical_finding:
            asks += [ask for item in self.no_critical() for ask in item.asks]
        floor = mitigation.blocked_by_principle_below
        if floor:
            asks += [self._share_unless_empty(items, floor, tagged=True) for _, items in self._tagged if items]
        return asks


def _spread(low: int, high: int, sums: set[int] | None) -> list[int]:
    """Return what sums there are from ``low`` to ``high``, both included, or some of them: what each asks, all above it ask."""
    if sums is None:
        return list(range(low, high + 1, max(1, (high - low) // MOST_STEPS)))
    found = sorted(points for points in sums if low <= points <= high)
    return found[:: max(1, len(found) // MOST_STEPS)]


def _missing_test(question: Question) -> Callable[[Answer], bool]:
    return lambda answer: answer.status == "unsure" or (answer.status == "unanswered" and question.required)


def _raising(on: frozenset[str]) -> Callable[[Answer], bool]:
    def raises(answer: Answer) -> bool:
        chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        return answer.status == "answered" and not on.isdisjoint(chosen)

    return raises
