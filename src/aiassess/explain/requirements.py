"""What a target asks, as linear constraints over the answers that may change (docs/explain.md#how-the-plan-is-found).

The constraints are a *relaxation*: every set of answers that reaches the target fulfils them. The engine
itself scores the plan's answers, so too wide a relaxation costs time, but never gives a wrong plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from aiassess.model.conditions import questions_in
from aiassess.program.solver import ONE, ZERO, Linear, bounds

if TYPE_CHECKING:
    from aiassess.explain.asked import Target
    from aiassess.explain.types import ObstacleKind
    from aiassess.model.levels import Level
    from aiassess.model.questionnaire import Question
    from aiassess.program.encoding import Ask, Encoding

MOST_STEPS = 250
"""Sums of inherent points for which the controls needed are worked out; of more, this many, evenly spread."""

NEVER = 1 << 60
"""More points than any questionnaire gives."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a target asks: ``kind`` and what it is about (a rule, a principle, a finding), and its constraints."""

    kind: ObstacleKind
    about: str | None
    asks: tuple[Ask, ...]


def _never(kind: ObstacleKind, about: str, expression: Linear) -> Requirement:
    """Return that an expression must be 0."""
    return Requirement(kind, about, ((expression * -1, 0),))


class Requirements:
    """Makes the requirements of targets over one encoding."""

    def __init__(self, encoding: Encoding) -> None:
        self.e = encoding
        self.q = encoding.questionnaire

    def of(self, target: Target, highest: Level) -> list[Requirement]:
        """Return all that a target asks on the way by ``highest``."""
        asked = self.level(highest)
        if target.kind == "level":
            return asked
        if target.name == "hold":
            return [*asked, *self._determined()]
        asked += [*self._complete, *self._no_critical]
        ready = highest.ready_at if target.name == "ready" else None
        return [*asked, *self._shares(ready.controls, ready.each_principle)] if ready else asked

    def level(self, highest: Level) -> list[Requirement]:
        """Return what a final level of ``highest`` or below asks: no rule above it, and few enough points."""
        rank = self.q.rank
        above = [rule for rule in self.q.rules if rank[rule.level] > rank[highest.id]]
        rules = [_never("rule", rule.id, self.e.truth(rule.when)) for rule in above]
        points = self._inherent(highest) if self.q.scoring.level_from == "inherent" else self._residual(highest)
        return [*rules, Requirement("points", None, tuple(points))] if points else rules

    # Status and findings

    @cached_property
    def _complete(self) -> list[Requirement]:
        """What the status "complete" asks."""
        blank = {question.id: self.e.where(question.id, question.is_missing) for question in self.q.questions}
        return [_never("missing", name, expression) for name, expression in blank.items() if expression != ZERO]

    def _determined(self) -> list[Requirement]:
        """Return what rules out unsure answers that leave a rule open which stops."""
        found = []
        for rule in self.q.rules:
            for name in questions_in(rule.when) if rule.unsure_stops else ():
                unsure = self.e.where(name, lambda answer: answer.status == "unsure")
                if unsure != ZERO:
                    found.append(Requirement("unsure", name, ((self.e.truth(rule.when) - unsure, 0),)))
        return found

    @cached_property
    def _no_critical(self) -> list[Requirement]:
        """What a verdict better than "hold" asks of findings."""
        found = []
        for question in self.q.questions:
            for finding in question.findings:
                if finding.severity != "critical":
                    continue
                raised = self.e.raised(question, finding)
                if raised != ZERO:
                    found.append(_never("finding", f"{question.id}.{finding.id}", raised))
        return found

    # Shares

    def _shares(self, controls: Fraction, each_principle: Fraction) -> list[Requirement]:
        """Return what ``ready_at`` asks: shares in percent of what is measured."""
        groups: list[tuple[str | None, list[Question], Fraction]] = [(None, self.q.scored["control"], controls)]
        groups += [(tag, tagged, each_principle) for tag, tagged in self.q.controls_of["principles"].items()]
        return [
            Requirement("share", tag, (self._share_unless_empty(items, percent, tagged=tag is not None),))
            for tag, items, percent in groups
            if percent > 0 and items
        ]

    def _share_unless_empty(self, questions: list[Question], percent: Fraction, *, tagged: bool) -> Ask:
        ask = self.e.share("control", questions, percent, tagged=tagged)
        return self.e.unless(ask, ONE - self.e.measured(questions))

    # Points

    def _inherent(self, highest: Level) -> list[Ask]:
        excess = self.e.above(highest)
        return [] if excess is None else [(excess * -1, 0)]

    def _residual(self, highest: Level) -> list[Ask]:
        """Return what a residual share of ``highest`` asks of inherent points and, if there are more, of the controls."""
        if highest.up_to is None:
            return []
        questions = self.q.scored["inherent"]
        inherent = self.e.inherent_points
        maximum = bounds(self.e.maximum("inherent", questions, tagged=False))[1]
        without_credit = (highest.up_to * maximum / 100).__floor__()
        low, high = bounds(inherent)
        first, hopeless = max(low, without_credit + 1), self._hopeless(without_credit)
        asks: list[Ask] = []
        steps = _spread(first, min(high, hopeless - 1), self.e.inherent_sums())
        if self.q.scoring.mitigation.method == "step":
            steps = steps[:1]  # all ask the same
        controls, above = self.q.scored["control"], self.q.scoring.mitigation.method == "linear"
        for points in steps:
            fewer, percent = self._fewer(inherent, points), self._credit_needed(points, without_credit)
            asks.append(self.e.unless(self.e.share("control", controls, percent, above=above), fewer))
            if points == steps[0]:
                asks += [self.e.unless(ask, fewer) for ask in self._unblocked()]
        if hopeless <= high:
            asks.append((self._fewer(inherent, max(first, hopeless)), 1))
        return asks

    def _fewer(self, inherent: Linear, points: int) -> Linear:
        """Return an expression that may be 1 only if there are fewer inherent points than ``points``."""
        if inherent.is_constant:
            return Linear(int(inherent.constant < points))
        fewer = self.e.program.binary()
        slack = bounds(inherent)[1] - (points - 1)
        self.e.program.at_most(inherent + fewer * slack, points - 1 + slack)
        return fewer

    def _hopeless(self, residual: int) -> int:
        """Return the fewest inherent points that no controls can bring down to ``residual`` points."""
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

    def _unblocked(self) -> list[Ask]:
        """Return what any credit asks: something that is measured, and nothing that blocks it."""
        mitigation = self.q.scoring.mitigation
        asks: list[Ask] = [(self.e.measured(self.q.scored["control"]), 1)]
        if mitigation.blocked_when_incomplete:
            asks += [ask for item in self._complete for ask in item.asks]
        if mitigation.blocked_by_critical_finding:
            asks += [ask for item in self._no_critical for ask in item.asks]
        floor = mitigation.blocked_by_principle_below
        if floor:
            tagged = filter(None, self.q.controls_of["principles"].values())
            asks += [self._share_unless_empty(items, floor, tagged=True) for items in tagged]
        return asks


def _spread(low: int, high: int, sums: set[int] | None) -> list[int]:
    """Return the sums from ``low`` to ``high``, both included, or some of them: what one asks, all above it ask too."""
    if sums is None:
        return list(range(low, high + 1, max(1, (high - low) // MOST_STEPS)))
    found = sorted(points for points in sums if low <= points <= high)
    return found[:: max(1, len(found) // MOST_STEPS)]
