"""Whole-number linear programs, solved exactly by HiGHS; the only module that imports it.

Booleans are variables from 0 to 1, and every condition becomes a ``Linear`` whose value is 0 or 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import gcd

import highspy

from aiassess.program.native import silenced


@dataclass(frozen=True, slots=True)
class Linear:
    """A whole number plus whole multiples of variables: variable to factor."""

    constant: int = 0
    terms: dict[int, int] = field(default_factory=dict)

    def __add__(self, other: Linear | int) -> Linear:
        if isinstance(other, int):
            return Linear(self.constant + other, self.terms)
        terms = dict(self.terms)
        for variable, factor in other.terms.items():
            terms[variable] = terms.get(variable, 0) + factor
        return Linear(self.constant + other.constant, {v: f for v, f in terms.items() if f})

    def __sub__(self, other: Linear | int) -> Linear:
        return self + other * -1

    def __mul__(self, factor: int) -> Linear:
        return Linear(self.constant * factor, {v: f * factor for v, f in self.terms.items()} if factor else {})

    @property
    def is_constant(self) -> bool:
        return not self.terms


ZERO, ONE = Linear(0), Linear(1)


def total(parts: Iterable[Linear]) -> Linear:
    constant, terms = 0, dict[int, int]()
    for part in parts:
        constant += part.constant
        for variable, factor in part.terms.items():
            terms[variable] = terms.get(variable, 0) + factor
    return Linear(constant, {v: f for v, f in terms.items() if f})


def bounds(expression: Linear) -> tuple[int, int]:
    """Return whole numbers between which an expression of 0/1 variables lies."""
    low = expression.constant + sum(f for f in expression.terms.values() if f < 0)
    return low, expression.constant + sum(f for f in expression.terms.values() if f > 0)


MOST_WORK = 1_000_000
"""What one search may spend: nodes of the solver's tree, each times its program's rows and columns. Real ones need a fifth.

Nodes rather than seconds, so that an explanation has the same bytes on a slow machine as on a fast one.
"""


class OutOfBounds(Exception):
    """Neither a solution nor the proof that there is none was found within the bound."""


@dataclass(slots=True)
class Budget:
    """What a search may still spend, however many programs it solves."""

    work: int = field(default_factory=lambda: MOST_WORK)


class Program:
    """Binary variables and constraints on them; more constraints may be added between calls of ``minimise``."""

    @silenced()  # some releases of HiGHS print a banner before any option can be set
    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in {
            "output_flag": False,
            "threads": 1,
            "random_seed": 0,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 1e-6,
        }.items():
            self._highs.setOptionValue(name, value)
        self._count = 0
        self._impossible = False
        self._positives: dict[tuple[int, tuple[tuple[int, int], ...]], Linear] = {}
        self._ands: dict[frozenset[tuple[int, tuple[tuple[int, int], ...]]], Linear] = {}

    def binary(self) -> Linear:
        self._highs.addVar(0, 1)
        self._highs.changeColIntegrality(self._count, highspy.HighsVarType.kInteger)
        self._count += 1
        return Linear(0, {self._count - 1: 1})

    def at_least(self, expression: Linear, bound: int) -> None:
        """Ask for ``expression`` >= ``bound``. A constant that is less makes the program infeasible."""
        if expression.is_constant:
            self._impossible |= expression.constant < bound
            return
        divisor = gcd(*expression.terms.values())  # the solver tells small numbers apart more surely
        variables, factors = list(expression.terms), [float(f // divisor) for f in expression.terms.values()]
        least = -((expression.constant - bound) // divisor)
        self._highs.addRow(float(least), highspy.kHighsInf, len(variables), variables, factors)

    def at_most(self, expression: Linear, bound: int) -> None:
        """Ask for ``expression`` <= ``bound``."""
        self.at_least(expression * -1, -bound)

    def equal(self, expression: Linear, value: int) -> None:
        """Ask for ``expression`` = ``value``."""
        self.at_least(expression, value)
        self.at_most(expression, value)

    def all_of(self, parts: Iterable[Linear]) -> Linear:
        """Return 1 if all parts are 1, otherwise 0; parts are 0 or 1."""
        left = []
        for part in parts:
            if not part.is_constant:
                left.append(part)
            elif part.constant == 0:
                return ZERO
        if len(left) < 2:
            return left[0] if left else ONE
        key = frozenset((part.constant, tuple(sorted(part.terms.items()))) for part in left)
        if key not in self._ands:
            both = self.binary()
            for part in left:
                self.at_least(part - both, 0)
            self.at_least(both - total(left), 1 - len(left))
            self._ands[key] = both
        return self._ands[key]

    def any_of(self, parts: Iterable[Linear]) -> Linear:
        """Return 1 if at least one part is 1, otherwise 0."""
        return ONE - self.all_of(ONE - part for part in parts)

    def positive(self, expression: Linear) -> Linear:
        """Return 1 if a whole-number expression is 1 or more, otherwise 0."""
        divisor = gcd(*expression.terms.values()) or 1  # the solver tells small numbers apart more surely
        terms = {variable: factor // divisor for variable, factor in expression.terms.items()}
        reduced = Linear((expression.constant - 1) // divisor + 1, terms)
        low, high = bounds(reduced)
        if low >= 1 or high <= 0:
            return ONE if low >= 1 else ZERO
        key = reduced.constant, tuple(sorted(reduced.terms.items()))
        if key not in self._positives:
            self._positives[key] = positive = self.binary()
            self.at_least(reduced - positive * (1 - low), low)
            self.at_most(reduced - positive * high, 0)
        return self._positives[key]

    @silenced()
    def minimise(self, objective: Linear) -> Solution | None:
        """Return a solution with the least value of ``objective``, or None if nothing fulfils the constraints.

        Raises OutOfBounds if that takes too long to find out.
        """
        if self._impossible:
            return None
        columns = list(range(self._count))
        costs = [float(objective.terms.get(column, 0)) for column in columns]
        self._highs.changeColsCost(len(columns), columns, costs)
        size = max(1, self._count + self._highs.getNumRow())
        if self.budget.work < size:
            raise OutOfBounds
        self._highs.setOptionValue("mip_max_nodes", self.budget.work // size)
        self._highs.run()
        self.budget.work -= size * max(1, self._highs.getInfo().mip_node_count)
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal or (
            not columns and status == highspy.HighsModelStatus.kModelEmpty
        ):
            return Solution(tuple(round(value) for value in self._highs.getSolution().col_value))
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return None
        raise OutOfBounds


@dataclass(frozen=True, slots=True)
class Solution:
    """The value of every variable, 0 or 1."""

    values: tuple[int, ...]

    def __call__(self, expression: Linear) -> int:
        return expression.constant + sum(factor * self.values[v] for v, factor in expression.terms.items())
