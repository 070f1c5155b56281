"""Counts by agency and by ministry; if there are very many, for a selection that is the same in every run."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, Self, TypeVar

from msgspec import field

from aiassess.batch.portfolio.accumulators import Products, Share, Sums, count
from aiassess.figures import one_decimal, plain_number
from aiassess.render.portfolio.at_work_types import MinistrySums, PartData, TotalData

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


@lru_cache(maxsize=1000)
def _listed(text: str | None) -> tuple[str, str]:
    """Return a name as listed, and its key."""
    name = one_name(text)
    return name, key_of(name)


class Spelled(Sums):
    """Counts for one name, or for all names that are only counted together."""

    spellings: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The most frequent spelling, or the first of them in character order; only a few spellings are counted."""
        return min(self.spellings, key=lambda name: (-self.spellings[name], name), default="")

    @property
    def systems(self) -> int:
        raise NotImplementedError

    def spelled(self, name: str) -> None:
        """Count a spelling."""
        count(self.spellings, name)
        self._few_spellings()

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        self._few_spellings()

    def _few_spellings(self) -> None:
        while len(self.spellings) > MOST_SPELLINGS:
            del self.spellings[max(self.spellings)]


class AgencySums(Spelled):
    """Counts for an agency.

    ``results``: the number of systems by "level verdict status"; ``shares``: by principle, in their order.
    """

    results: dict[str, int] = field(default_factory=dict)
    overdue: int = 0
    shares: list[Share] = field(default_factory=list)

    @property
    def systems(self) -> int:
        return sum(self.results.values())

    def add(self, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        count(self.results, result)
        self.overdue += overdue
        for share, percent in zip(self.shares, percents, strict=True):
            if percent is not None:
                tenths = round(percent * 10)
                share.add(1, tenths, tenths)


class WorkSums(Spelled):
    """What units of a ministry tell of their officers' work with AI (docs/batch.md#at-work).

    ``silent``: units that tell none of it; ``implausible``: units whose figures cannot be, which are in no other sum.
    ``trained`` and ``saving`` (time): officers of the units that tell it; ``trained_of`` and ``saving_of``: all officers
    of the same units. ``week``: hours saved a week.
    """

    telling: int = 0
    silent: int = 0
    implausible: int = 0
    officers: Products = field(default_factory=Products)
    trained: Products = field(default_factory=Products)
    trained_of: Products = field(default_factory=Products)
    saving: Products = field(default_factory=Products)
    saving_of: Products = field(default_factory=Products)
    week: Products = field(default_factory=Products)

    @property
    def systems(self) -> int:
        return self.telling + self.silent + self.implausible

    def add(self, officers: float | None, trained: float | None, saving: float | None) -> None:
        """Count a unit's officers."""
        if officers is not None:
            self.officers.add(officers, 1)
            for part, some, whole in ((trained, self.trained, self.trained_of), (saving, self.saving, self.saving_of)):
                if part is not None:
                    some.add(part, 1)
                    whole.add(officers, 1)


One = TypeVar("One", bound=Spelled)


class ByName(Sums, Generic[One]):
    """Sums by name. Of more than ``MOST_AGENCIES``, those whose names have the lowest SHA-256 are counted one by one.

    The others are counted together as ``rest``. The selection does not depend on the order or the parts: a name that
    is among the lowest overall is among the lowest in every part, so none of its systems are lost.
    """

    rest: One
    named: dict[str, One] = field(default_factory=dict)

    def of(self, text: str | None, new: Callable[[], One]) -> One:
        """Return the sums of a name, which this counts as one spelling of it."""
        name, key = _listed(text)
        sums = self.named.get(key)
        if sums is None:
            sums = self.named[key] = new()
        sums.spelled(name)
        return sums

    def add_sums(self, other: Self) -> None:
        super().add_sums(other)
        if len(self.named) > 2 * MOST_AGENCIES:
            self.settle()

    def settle(self, among: Iterable[str] = ()) -> None:
        """Move names beyond the limit to the rest. Systems without a name always keep their own counts.

        ``among``: keys of other rounds, which are selected from as well, so that all of them tell the same names.
        """
        for key in sorted({*self.named, *among}, key=_rank)[MOST_AGENCIES:]:
            if key in self.named:
                self.rest.add_sums(self.named.pop(key))
        self.rest.spellings.clear()

    def listed(self) -> list[One]:
        """Return the sums by number of systems, then by name; systems without a name come last."""
        self.settle()
        return sorted(self.named.values(), key=lambda sums: (sums.name == "", -sums.systems, sums.name))


class Agencies(ByName[AgencySums]):
    """Systems by agency."""

    rest: AgencySums = field(default_factory=AgencySums)

    def add(self, text: str | None, result: str, percents: Sequence[float | None], *, overdue: bool) -> None:
        """Count a system of an agency; ``percents``: its shares of the principles, None if not measured."""
        sums = self.of(text, lambda: AgencySums(shares=[Share() for _ in percents]))
        sums.add(result, percents, overdue=overdue)


class Ministries(ByName[WorkSums]):
    """What units tell of their officers, by ministry."""

    rest: WorkSums = field(default_factory=WorkSums)


def ministry_data(some: Iterable[WorkSums]) -> MinistrySums:
    """Return what a summary tells of a ministry, or of several together, which then have no name."""
    found = [*some]
    sums = WorkSums()
    for one in found:
        sums.add_sums(one)
    return {
        "name": (sums.name or None) if len(found) == 1 else None,
        "systems": sums.systems,
        "silent": sums.silent,
        "implausible": sums.implausible,
        "officers": _total(sums.officers),
        "trained": _part(sums.trained, sums.trained_of),
        "saving_time": _part(sums.saving, sums.saving_of),
        "hours_a_week": _total(sums.week),
    }


def _total(of: Products) -> TotalData:
    return {"systems": of.count, "total": plain_number(of.total)}


def _part(part: Products, whole: Products) -> PartData:
    percent = one_decimal(100 * part.total / whole.total) if whole.total else None
    return {**_total(part), "officers": plain_number(whole.total), "percent": percent}


def _rank(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest() if key else b""
