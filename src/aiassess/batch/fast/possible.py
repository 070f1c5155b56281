"""What an incomplete assessment can still result in, over columns (docs/scoring.md#range)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from aiassess.batch.fast.conditions import Facts
from aiassess.batch.fast.shares import Range
from aiassess.batch.fast.sums import Adder
from aiassess.batch.fast.tables import BOUNDS, Tables
from aiassess.batch.fast.words import Array
from aiassess.model.questionnaire import Questionnaire


@dataclass
class Prospects:
    """Of each submission: the ranks of the lowest and highest level, and what is missing."""

    low: Array
    high: Array
    missing: list[str]


def raise_ranks(questionnaire: Questionnaire, facts: Facts, ranks: Array, row: int) -> Array:
    """Return ranks of levels, raised by the rules that hold (``Facts.hold``)."""
    for rule in questionnaire.rules:
        rank = questionnaire.rank[rule.level]
        ranks = np.where(facts.hold(rule.when)[row] & (ranks < rank), rank, ranks)
    return ranks


class Possible:
    """Works out what is missing and what may follow."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._questionnaire = tables, tables.questionnaire
        conditional = {q.id: q for s in tables.questionnaire.sections for q in s.questions if s.show_if or q.applies_if}
        plain = [question.id for question in tables.questionnaire.questions if question.id not in conditional]
        inherent = [name for name, question in conditional.items() if question.score == "inherent"]
        others = [name for name, question in conditional.items() if question.score != "inherent"]
        self._plain = Adder(tables, plain, tables.bounds, lambda states: states.each("bounds"))
        self._inherent, self._others = (
            Adder(tables, names, tables.bounds, lambda states: states.prospects) for names in (inherent, others)
        )
        self._range = Range(self._questionnaire)
        findings = [(question.id, item) for question in self._questionnaire.questions for item in question.findings]
        self._critical = [(name, item.when) for name, item in findings if item.when and item.severity == "critical"]

    def of(self, facts: Facts) -> Prospects:
        """Return the prospects of submissions that lack something; the facts are used up."""
        missing = self._missing(facts)
        sums = self._sums(facts)
        critical = np.zeros(facts.size, dtype=bool)
        for name, condition in self._critical:
            critical |= facts.answered(name) & facts.hold(condition)[0]
        pairs = zip(self._read(sums, (*BOUNDS, "measured", "found")), critical.tolist(), strict=True)
        ranges = [self._range.ranks(numbers, critical=is_critical) for numbers, is_critical in pairs]
        lowest, highest = np.array(ranges).T
        low = raise_ranks(self._questionnaire, facts, lowest, row=0)
        high = raise_ranks(self._questionnaire, facts, highest, row=1)
        return Prospects(low, high, missing)

    def _missing(self, facts: Facts) -> list[str]:
        names = [question.id for question in self._questionnaire.questions]
        lacking = np.array([self._tables.of[name].each("missing")[facts.states[name]] for name in names]).T
        return [" ".join(compress(names, row)) for row in lacking.tolist()]

    def _sums(self, facts: Facts) -> Array:
        """Return the sums of what every question can still add; then the facts are only what is certain."""
        plain = self._plain.sums(facts.size, facts.states)
        prospects: dict[str, Array] = {}
        facts.level_by(lambda: self._levels(plain + self._inherent.sums(facts.size, prospects)))
        for section in self._questionnaire.sections:
            inside = facts.hold(section.show_if)
            for question in section.questions:
                if section.show_if or question.applies_if:
                    applying = sure, maybe = inside & facts.hold(question.applies_if)
                    numbers, more = facts.states[question.id], len(self._tables.of[question.id])
                    prospects[question.id] = np.where(sure, numbers, np.where(maybe, numbers + more, 2 * more))
                    facts.show(question.id, applying)
        return plain + self._inherent.sums(facts.size, prospects) + self._others.sums(facts.size, prospects)

    def _levels(self, sums: Array) -> tuple[Array, Array]:
        """Return the ranks of the lowest and highest level by inherent points, once no inherent question is left to add."""
        low, high = np.array([self._range.by_inherent(numbers) for numbers in self._read(sums, BOUNDS[:4])]).T
        return low, high

    def _read(self, sums: Array, names: Sequence[str]) -> Iterator[tuple[int, ...]]:
        return zip(*(self._tables.bounds.read(sums, name).tolist() for name in names), strict=True)
