"""Sums that are exact, need little memory, and come out the same in whatever order and parts rows are added.

Each can be given as JSON data and takes such data in again.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from aiassess.figures import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NUMBERS = 10_000
"""Different numbers that are counted one by one; of more, the median is taken of rounded ones."""


def rounded(number: float) -> int | float:
    """Return a number with its first three digits kept."""
    near = float(f"{number:.3g}")
    return int(near) if near.is_integer() else near


def _add_counts(counts: Counter[int | float], data: dict[str, int]) -> None:
    for text, times in data.items():
        counts[float(text) if "." in text or "e" in text else int(text)] += times


class Numbers:
    """Numbers that were stated: how many, their total and their median, all exact.

    Beyond ``MOST_NUMBERS`` different ones, the median is taken of all of them rounded to three digits; ``rough`` says so.
    """

    def __init__(self, most: int = MOST_NUMBERS) -> None:
        self._most = most
        self._counts: Counter[int | float] = Counter()
        self._rounded: Counter[int | float] = Counter()
        self._rounded_total = Fraction(0)

    def add(self, number: float, times: int = 1) -> None:
        self._counts[number] += times

    def data(self) -> list[Any]:
        """Return the numbers with how often each was stated; the rounded ones with their exact total."""
        self._settle()
        counts, rounded_ = ({repr(key): n for key, n in c.items()} for c in (self._counts, self._rounded))
        return [counts, rounded_, str(self._rounded_total)] if rounded_ else [counts]

    def add_data(self, data: Sequence[Any]) -> None:
        _add_counts(self._counts, data[0])
        if len(data) > 1:
            _add_counts(self._rounded, data[1])
            self._rounded_total += Fraction(data[2])
        if len(self._counts) > 2 * self._most:
            self._settle()

    def _settle(self) -> None:
        """Round all numbers if there are too many or some already are, so that the order makes no difference."""
        if not self._rounded and len(self._counts) <= self._most:
            return
        for number, times in self._counts.items():
            self._rounded[rounded(number)] += times
            self._rounded_total += exact(number) * times
        self._counts.clear()

    @property
    def count(self) -> int:
        return self._counts.total() + self._rounded.total()

    @property
    def total(self) -> Fraction:
        return self._rounded_total + sum(exact(number) * times for number, times in self._counts.items())

    @property
    def rough(self) -> bool:
        self._settle()
        return bool(self._rounded)

    @property
    def median(self) -> Fraction | None:
        """The middle one, or halfway between the middle two; None if none was stated."""
        counts = self._rounded if self.rough else self._counts
        n = self.count
        if not n:
            return None
        wanted = ((n - 1) // 2, n // 2)
        found: list[Fraction] = []
        passed = 0
        for number in sorted(counts):
            passed += counts[number]
            while len(found) < 2 and passed > wanted[len(found)]:
                found.append(exact(number))
        return sum(found, Fraction(0)) / 2


class Products:
    """The sum of products of two numbers, exact, and how many there are."""

    def __init__(self) -> None:
        self.count = 0
        self._total = Fraction(0)
        self._waiting: dict[float, int | Fraction] = {}

    def add(self, number: float, factor: float) -> None:
        """Add a product. Those with the same factor are multiplied together, later: fractions take time."""
        self.count += 1
        summand = number if isinstance(number, int) else exact(number)
        self._waiting[factor] = self._waiting.get(factor, 0) + summand
        if len(self._waiting) > MOST_NUMBERS:
            self._total = self.total
            self._waiting.clear()

    @property
    def total(self) -> Fraction:
        return self._total + sum(exact(factor) * numbers for factor, numbers in self._waiting.items())

    def data(self) -> list[Any]:
        return [self.count, str(self.total)]

    def add_data(self, data: Sequence[Any]) -> None:
        count, total = data
        self.count += count
        self._total += Fraction(total)


class Shares:
    """Percents of some systems by principle, each rounded to a tenth: how many, and in tenths their sum and the lowest."""

    __slots__ = ("lowest", "measured", "tenths")

    def __init__(self, principles: int) -> None:
        self.measured = [0] * principles
        self.tenths = [0] * principles
        self.lowest = [0] * principles

    def add(self, percents: Sequence[float | None]) -> None:
        """Count one system's shares; None: not measured."""
        for place, percent in enumerate(percents):
            if percent is not None:
                tenths = round(percent * 10)
                self._add(place, 1, tenths, tenths)

    def _add(self, place: int, measured: int, tenths: int, lowest: int) -> None:
        if lowest < self.lowest[place] or not self.measured[place]:
            self.lowest[place] = lowest
        self.measured[place] += measured
        self.tenths[place] += tenths

    def data(self) -> list[list[int]]:
        """Return the numbers by principle; of a single share the share alone, of none nothing."""
        three = zip(self.measured, self.tenths, self.lowest, strict=True)
        return [[n, tenths, lowest] if n > 1 else [tenths] * n for n, tenths, lowest in three]

    def add_data(self, data: Sequence[Sequence[int]]) -> None:
        for place, found in enumerate(data):
            if found:
                self._add(place, *(found if len(found) > 1 else (1, found[0], found[0])))


class First:
    """The entries that come first in their order, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: list[tuple[Any, ...]] = []

    def add(self, entry: tuple[Any, ...]) -> None:
        """Take an entry into account; entries are compared as tuples are."""
        self._entries.append(entry)
        if len(self._entries) > 4 * self._most:
            self._entries = nsmallest(self._most, self._entries)

    @property
    def entries(self) -> list[tuple[Any, ...]]:
        return nsmallest(self._most, self._entries)

    def data(self) -> list[list[Any]]:
        return [list(entry) for entry in self.entries]

    def add_data(self, data: Sequence[Sequence[Any]]) -> None:
        for entry in data:
            self.add(tuple(entry))
