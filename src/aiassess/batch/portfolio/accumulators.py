"""Sums that are exact, need little memory, and do not depend on the order or the parts in which rows are added."""

from bisect import bisect_right, insort
from fractions import Fraction
from itertools import accumulate
from typing import Generic, Self, TypeVar

from msgspec import Struct, field

from aiassess.figures import exact

Key = TypeVar("Key")

MOST_NUMBERS = 10_000
"""Up to so many different numbers are counted individually; beyond that the median is that of rounded ones."""
MOST_LISTED = 50
"""Each list names at most so many systems."""


class Sums(Struct, array_like=True, gc=False):
    """Counts and nested sums that add up field by field; in JSON an array of the fields."""

    def add_sums(self, other: Self) -> None:
        """Add the sums of other rows; parts of ``other`` may be taken over, so don't use it afterwards."""
        for name in self.__struct_fields__:
            mine, more = getattr(self, name), getattr(other, name)
            if isinstance(mine, Sums):
                mine.add_sums(more)
            elif isinstance(mine, dict):
                for key, value in more.items():
                    if key in mine and isinstance(value, Sums):
                        mine[key].add_sums(value)
                    else:
                        mine[key] = mine[key] + value if key in mine else value
            elif isinstance(mine, list):
                for one, another in zip(mine, more, strict=False):
                    one.add_sums(another)
                mine += more[len(mine) :]
            else:
                setattr(self, name, mine + more)


def count(counts: dict[Key, int], key: Key, n: int = 1) -> None:
    counts[key] = counts.get(key, 0) + n


def rounded(number: float) -> float:
    return float(f"{number:.3g}")


class Numbers(Sums):
    """Stated numbers: their count, total and median, all exact.

    Beyond ``MOST_NUMBERS`` different ones, the median is that of all numbers rounded to three digits; then ``rough``.
    """

    counts: dict[float, int] = field(default_factory=dict)
    rounded: dict[float, int] = field(default_factory=dict)
    rounded_total: Fraction = Fraction(0)

    def add(self, number: float) -> None:
        count(self.counts, number)

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        if len(self.counts) > 2 * MOST_NUMBERS:
            self._settle()

    def _settle(self) -> None:
        """Round all numbers if there are too many or some are rounded already, so that the order makes no difference."""
        if not self.rounded and len(self.counts) <= MOST_NUMBERS:
            return
        for number, times in self.counts.items():
            near = rounded(number)
            count(self.rounded, near, times)
            self.rounded_total += exact(number) * times
        self.counts.clear()

    @property
    def count(self) -> int:
        return sum(self.counts.values()) + sum(self.rounded.values())

    @property
    def total(self) -> Fraction:
        return self.rounded_total + sum(exact(number) * times for number, times in self.counts.items())

    @property
    def rough(self) -> bool:
        self._settle()
        return bool(self.rounded)

    @property
    def median(self) -> Fraction | None:
        """The middle number, or halfway between the middle two; None if there are none."""
        counts = self.rounded if self.rough else self.counts
        n = self.count
        if not n:
            return None
        numbers = sorted(counts)
        ends = list(accumulate(counts[number] for number in numbers))
        middle = [numbers[bisect_right(ends, place)] for place in ((n - 1) // 2, n // 2)]
        return sum(map(exact, middle), Fraction(0)) / 2


class Products(Sums):
    """The exact sum of products of two numbers, and their count.

    Whole numbers with the same factor are added up and multiplied once, at the end, because fractions are slow.
    """

    count: int = 0
    by_factor: dict[float, int] = field(default_factory=dict)
    others: Fraction = Fraction(0)

    def add(self, number: float, factor: float) -> None:
        self.count += 1
        if isinstance(number, int):
            count(self.by_factor, factor, number)
        else:
            self.others += exact(number) * exact(factor)

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        if len(self.by_factor) > MOST_NUMBERS:
            self.others = self.total
            self.by_factor.clear()

    @property
    def total(self) -> Fraction:
        return self.others + sum(exact(factor) * number for factor, number in self.by_factor.items())


class Share(Sums):
    """Percents of systems, each rounded to a tenth: their number, and in tenths their sum and the lowest."""

    systems: int = 0
    tenths: int = 0
    lowest: int = 0

    def add(self, systems: int, tenths: int, lowest: int) -> None:
        if systems and (lowest < self.lowest or not self.systems):
            self.lowest = lowest
        self.systems += systems
        self.tenths += tenths

    def add_sums(self, other: Self) -> None:
        self.add(other.systems, other.tenths, other.lowest)


Entry = TypeVar("Entry", bound=tuple[object, ...])


class First(Sums, Generic[Entry]):
    """The smallest entries, at most ``MOST_LISTED``, in order."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        if len(self.entries) < MOST_LISTED or entry < self.entries[-1]:
            insort(self.entries, entry)
            del self.entries[MOST_LISTED:]

    def add_sums(self, other: Self) -> None:
        for entry in other.entries:
            self.add(entry)
