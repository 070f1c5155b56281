"""What is counted for each agency; of very many agencies only some, chosen so that the choice is always the same."""

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Self

from msgspec import field

from aiassess.batch.portfolio.sums import Share, Sums, count

MOST_AGENCIES = 5000
MOST_SPELLINGS = 8
LONGEST_NAME = 200
"""Characters of a name that are kept."""


def one_name(text: str | None) -> str:
    """Return a name as it is listed: composed (NFC), on one line, not too long; "" for none."""
    line = " ".join(unicodedata.normalize("NFC", text or "").split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"


def key_of(name: str) -> str:
    """Return what names of one agency have in common: capital and small letters are alike."""
    return unicodedata.normalize("NFC", name.casefold())


class AgencySums(Sums):
    """What is counted for one agency, or for all those that are not counted one by one.

    ``results``: how many systems have each "level verdict status"; ``shares``: those of the principles, in their order.
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
        """The spelling that is used most, of those the first by its characters; only the first few are counted."""
        return min(self.spellings, key=lambda name: (-self.spellings[name], name), default="")

    def add(self, name: str, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system; ``name``: as its agency is spelled; ``percents``: its shares, None: not measured."""
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
    """Agencies by name. Of more than ``MOST_AGENCIES``, those with the lowest SHA-256 of their names are counted one by one.

    The others are counted together as ``rest``. Whatever the order and the parts, these are the same agencies, with all
    their systems: whoever is among the lowest in the whole is so in every part.
    """

    named: dict[str, AgencySums] = field(default_factory=dict)
    rest: AgencySums = field(default_factory=AgencySums)

    def add(self, text: str | None, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system of an agency; ``percents``: its shares of the principles, None: not measured."""
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
        """Add those beyond the limit to the rest. Systems without an agency are always counted by themselves."""
        for key in sorted(self.named, key=_rank)[MOST_AGENCIES:]:
            self.rest.add_sums(self.named.pop(key))
        self.rest.spellings.clear()

    def listed(self) -> list[AgencySums]:
        """Return the agencies by number of systems, then by name; systems without one come last."""
        self.settle()
        return sorted(self.named.values(), key=lambda sums: (sums.name == "", -sums.systems, sums.name))


def _rank(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest() if key else b""
