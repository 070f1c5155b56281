"""What an assessment that is not complete can still come to, over columns (docs/scoring.md#range)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from aiassess.batch.fast.shares import Range
from aiassess.batch.fast.states import BOUNDS, UNSURE
from aiassess.batch.fast.sums import Adder
from aiassess.model.conditions import questions_in, tests_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aiassess.batch.fast.conditions import Facts, Mode
    from aiassess.batch.fast.states import Tables
    from aiassess.batch.fast.words import Array
    from aiassess.model.questionnaire import Question, Questionnaire


@dataclass
class Prospects:
    """Of each submission: the ranks of the lowest and highest level, what is missing, whether a prohibition is open."""

    low: Array
    high: Array
    missing: list[str]
    undetermined: Array


def raise_ranks(questionnaire: Questionnaire, facts: Facts, ranks: Array, mode: Mode) -> Array:
    """Return ranks of levels, raised by the rules that hold."""
    for rule in questionnaire.rules:
        rank = questionnaire.rank[rule.level]
        ranks = np.where(facts.hold(rule.when, mode) & (ranks < rank), rank, ranks)
    return ranks


class Possible:
    """Works out what is missing and what may follow."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._questionnaire = tables, tables.questionnaire
        conditional = {q.id: q for s in tables.questionnaire.sections for q in s.questions if s.show_if or q.applies_if}
        plain = [question.id for question in tables.questionnaire.questions if question.id not in conditional]
        inherent = [name for name, question in conditional.items() if question.score == "inherent"]
        others = [name for name, question in conditional.items() if question.score != "inherent"]
        self._plain = Adder(tables, plain, tables.bounds, lambda states: states.bounds)
        self._inherent, self._others = (
            Adder(tables, names, tables.bounds, lambda states: states.prospects) for names in (inherent, others)
        )
        self._range = Range(self._questionnaire)
        findings = [item for question in self._questionnaire.questions for item in question.findings]
        conditions = [rule.when for rule in self._questionnaire.rules]
        conditions += [part.show_if for part in self._questionnaire.sections if part.show_if]
        conditions += [part.applies_if for part in self._questionnaire.questions if part.applies_if]
        conditions += [item.when for item in findings if item.when]
        self._watched = {test.question for condition in conditions for test in tests_in(condition)}

    def of(self, facts: Facts) -> Prospects:
        """Return the prospects of submissions that lack something; the facts are used up."""
        missing = self._missing(facts)
        undetermined = facts.any(
            [
                ~facts.hold(rule.when) & facts.any([facts.states[name] == UNSURE for name in questions_in(rule.when)])
                for rule in self._questionnaire.rules
                if rule.unsure_stops
            ]
        )
        sums = self._sums(facts)
        critical = facts.any(
            [
                facts.answered(question.id) & facts.hold(item.when, "sure")
                for question in self._questionnaire.questions
                for item in question.findings
                if item.when is not None and item.severity == "critical"
            ]
        )
        pairs = zip(self._read(sums, (*BOUNDS, "measured", "found")), critical.tolist(), strict=True)
        ranges = [self._range.ranks(numbers, critical=is_critical) for numbers, is_critical in pairs]
        lowest, highest = np.array(ranges).T
        low = raise_ranks(self._questionnaire, facts, lowest, "sure")
        high = raise_ranks(self._questionnaire, facts, highest, "maybe")
        return Prospects(low, high, missing, undetermined)

    def _missing(self, facts: Facts) -> list[str]:
        names = [question.id for question in self._questionnaire.questions]
        lacking = np.array([self._tables.of[name].missing[facts.states[name]] for name in names]).T
        return [" ".join(compress(names, row)) for row in lacking.tolist()]

    def _sums(self, facts: Facts) -> Array:
        """Return the sums of what every question can still add; then facts tell what is open, and only what is certain."""
        plain = self._plain.sums(facts.size, facts.states)
        prospects: dict[str, Array] = {}
        facts.level_by(lambda: self._levels(plain + self._inherent.sums(facts.size, prospects)))
        for section in self._questionnaire.sections:
            sure_inside, maybe_inside = facts.hold(section.show_if, "sure"), facts.hold(section.show_if, "maybe")
            for question in section.questions:
                if section.show_if or question.applies_if:
                    sure = sure_inside & facts.hold(question.applies_if, "sure")
                    maybe = maybe_inside & facts.hold(question.applies_if, "maybe")
                    numbers, more = facts.states[question.id], len(self._tables.of[question.id])
                    prospects[question.id] = np.where(sure, numbers, np.where(maybe, numbers + more, 2 * more))
                    self._open(facts, question, sure, maybe)
                    facts.leave_out(question.id, ~sure)
                elif question.id in self._watched:
                    facts.open[question.id] = ~self._tables.of[question.id].settled[facts.states[question.id]]
        return plain + self._inherent.sums(facts.size, prospects) + self._others.sums(facts.size, prospects)

    def _levels(self, sums: Array) -> tuple[Array, Array]:
        """Return the ranks of the lowest and highest level by inherent points, once no inherent question is left to add."""
        low, high = np.array([self._range.by_inherent(numbers) for numbers in self._read(sums, BOUNDS[:4])]).T
        return low, high

    def _read(self, sums: Array, names: Sequence[str]) -> Iterator[tuple[int, ...]]:
        return zip(*(self._tables.bounds.read(sums, name).tolist() for name in names), strict=True)

    def _open(self, facts: Facts, question: Question, sure: Array, maybe: Array) -> None:
        settled = self._tables.of[question.id].settled[facts.states[question.id]]
        facts.open[question.id] = maybe & ~(sure & settled)
