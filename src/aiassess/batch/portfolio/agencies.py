"""What is counted for each agency; of very many agencies only some, chosen so that the choice is always the same."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, Any

from aiassess.batch.portfolio.sums import Shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


def add_counts(counts: dict[str, int], other: Mapping[str, int]) -> None:
    """Add counts to counts; a Counter would be slower to make, and many are made."""
    for key, n in other.items():
        counts[key] = counts.get(key, 0) + n


class AgencySums:
    """What is counted for one agency, or for all those that are not counted one by one.

    ``results``: how many systems have each "level verdict status".
    """

    __slots__ = ("overdue", "results", "shares", "spellings")

    def __init__(self, principles: int) -> None:
        self.results: dict[str, int] = {}
        self.shares = Shares(principles)
        self.overdue = 0
        self.spellings: dict[str, int] = {}

    @property
    def systems(self) -> int:
        return sum(self.results.values())

    @property
    def name(self) -> str:
        """The spelling that is used most, of those the first by its characters; only the first few are counted."""
        return min(self.spellings, key=lambda name: (-self.spellings[name], name), default="")

    def add(self, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system; ``percents`` are its shares of the principles, None: not measured."""
        self.results[result] = self.results.get(result, 0) + 1
        self.overdue += overdue
        self.shares.add(percents)

    def spell(self, spellings: Mapping[str, int]) -> None:
        add_counts(self.spellings, spellings)
        while len(self.spellings) > MOST_SPELLINGS:
            del self.spellings[max(self.spellings)]

    def data(self) -> list[Any]:
        return [self.spellings, self.results, self.overdue, self.shares.data()]

    def add_data(self, data: Sequence[Any]) -> None:
        spellings, results, overdue, shares = data
        self.spell(spellings)
        add_counts(self.results, results)
        self.overdue += overdue
        self.shares.add_data(shares)


class Agencies:
    """Agencies by name. Of more than ``most``, those with the lowest SHA-256 of their names are counted one by one.

    The others are counted together as ``rest``. Whatever the order and the parts, these are the same agencies, with all
    their systems: whoever is among the lowest in the whole is so in every part.
    """

    def __init__(self, principles: int, most: int = MOST_AGENCIES) -> None:
        self._principles, self._most = principles, most
        self._sums: dict[str, AgencySums] = {}
        self._rest = AgencySums(principles)

    def named(self, text: str | None) -> AgencySums:
        """Return the sums of an agency, with this spelling of its name counted."""
        name = one_name(text)
        sums = self._of(name)
        sums.spell({name: 1})
        return sums

    def _of(self, name: str) -> AgencySums:
        key = key_of(name)
        if key not in self._sums:
            if len(self._sums) >= 2 * self._most:
                self._settle()
            self._sums[key] = AgencySums(self._principles)
        return self._sums[key]

    def _settle(self) -> None:
        """Add those beyond the limit to the rest. Systems without an agency are always counted by themselves."""
        for key in sorted(self._sums, key=_rank)[self._most :]:
            self._rest.add_data(self._sums.pop(key).data())
        self._rest.spellings.clear()

    @property
    def rest(self) -> AgencySums:
        self._settle()
        return self._rest

    def __iter__(self) -> Iterator[AgencySums]:
        """Yield the agencies by number of systems, then by name; systems without one come last."""
        self._settle()
        told = {key: (key == "", -sums.systems, sums.name) for key, sums in self._sums.items()}
        yield from (self._sums[key] for key in sorted(told, key=told.__getitem__))

    def together(self) -> AgencySums:
        found = AgencySums(self._principles)
        for sums in (*self._sums.values(), self._rest):
            found.add_data(sums.data())
        return found

    def data(self) -> list[Any]:
        """Return the sums of each, and of the rest if there is one."""
        rest = self.rest
        return [[sums.data() for sums in self._sums.values()], rest.data() if rest.systems else None]

    def add_data(self, data: Sequence[Any]) -> None:
        named, rest = data
        for sums in named:
            name = next(iter(sums[0]))
            self._of(name).add_data(sums)
        if rest:
            self._rest.add_data(rest)


def _rank(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest() if key else b""
