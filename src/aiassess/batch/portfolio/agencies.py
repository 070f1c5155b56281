"""Counts by agency; if there are very many, for a selection that is the same in every run."""

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Self

from msgspec import field

from aiassess.batch.portfolio.accumulators import Share, Sums, count

MOST_AGENCIES = 5000
MOST_SPELLINGS = 8
LONGEST_NAME = 200
"""Longer names are cut to so many characters."""


def one_name(text: str | None) -> str:
    """Return a name as listed: composed (NFC), on one line, not too long; "" if there is none."""
    line = " ".join(unicodedata.normalize("NFC", text or "").split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"


def key_of(name: str) -> str:
    """Return the key of an agency's name, which ignores case."""
    return unicodedata.normalize("NFC", name.casefold())


class AgencySums(Sums):
    """Counts for one agency, or for all agencies that are only counted together.

    ``results``: the number of systems by "level verdict status"; ``shares``: by principle, in their order.
    """

    spellings: dict[str, int] = field(default_factory=dict)
    results: dict[str, int] = field(default_factory=dict)
    overdue: int = 0
    shares: list[Share] = field(default_factory=list)

    @property
    def systems(self) -> int:
        return sum(self.results.values())

    @property
    def name(self) -> str:
        """The most frequent spelling, or the first of them in character order; only a few spellings are counted."""
        return min(self.spellings, key=lambda name: (-self.spellings[name], name), default="")

    def add(self, name: str, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system; ``name``: the agency as spelled there; ``percents``: its shares, None if not measured."""
        count(self.spellings, name)
        self._few_spellings()
        count(self.results, result)
        self.overdue += overdue
        for share, percent in zip(self.shares, percents, strict=True):
            if percent is not None:
                tenths = round(percent * 10)
                share.add(1, tenths, tenths)

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        self._few_spellings()

    def _few_spellings(self) -> None:
        while len(self.spellings) > MOST_SPELLINGS:
            del self.spellings[max(self.spellings)]


class Agencies(Sums):
    """Agencies by name. Of more than ``MOST_AGENCIES``, those whose names have the lowest SHA-256 are counted one by one.

    The others are counted together as ``rest``. The selection does not depend on the order or the parts: an agency that
    is among the lowest overall is among the lowest in every part, so none of its systems are lost.
    """

    named: dict[str, AgencySums] = field(default_factory=dict)
    rest: AgencySums = field(default_factory=AgencySums)

    def add(self, text: str | None, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system of an agency; ``percents``: its shares of the principles, None if not measured."""
        name = one_name(text)
        key = key_of(name)
        if key not in self.named:
            self.named[key] = AgencySums(shares=[Share() for _ in percents])
        self.named[key].add(name, result, percents, overdue=overdue)

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        if len(self.named) > 2 * MOST_AGENCIES:
            self.settle()

    def settle(self) -> None:
        """Move agencies beyond the limit to the rest. Systems without an agency always keep their own counts."""
        for key in sorted(self.named, key=_rank)[MOST_AGENCIES:]:
            self.rest.add_sums(self.named.pop(key))
        self.rest.spellings.clear()

    def listed(self) -> list[AgencySums]:
        """Return the agencies by number of systems, then by name; systems without an agency come last."""
        self.settle()
        return sorted(self.named.values(), key=lambda sums: (sums.name == "", -sums.systems, sums.name))


def _rank(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest() if key else b""
