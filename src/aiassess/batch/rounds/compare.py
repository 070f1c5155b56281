"""What became of each system since an earlier round (docs/rounds.md#the-earlier-round).

The systems of both rounds are sorted by their keys in a database, so that memory stays flat; then the two rounds of each
system are neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

import msgspec

from aiassess.batch.columns import REFUSED, Cells, Column, Layout
from aiassess.batch.portfolio.accumulators import First, count
from aiassess.batch.portfolio.agencies import one_name
from aiassess.batch.portfolio.tally import Portfolio, Ranks, group_of
from aiassess.batch.rounds.earlier import Earlier
from aiassess.batch.standing import COMPARED, NOW, THEN, Standing, Told
from aiassess.render.portfolio.types import Change
from aiassess.scoring.result import VERDICTS

CHANGED = (
    *("agency", "system", "questionnaire", "change", "level_then", "level_now", "verdict_then", "verdict_now"),
    *("findings_opened", "findings_closed", "edition_then", "edition_now", "source", "line"),
)
"""What the list of changes tells; ``source`` and ``line`` are those of this round, or else of the earlier one."""


class ChangeColumns:
    """The columns of the list of changes."""

    columns = tuple(Column(name, type="integer" if name == "line" else "text") for name in CHANGED)


LISTED = ("agency", "system", "level_then", "level_now", "verdict_then", "verdict_now")
"""What a list of the summary says of a system."""
_pack, _unpack = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(tuple[Any, ...]).decode


class System(NamedTuple):
    """What is compared of a system: ``COMPARED``, and where its row is found."""

    questionnaire: str
    version: str
    agency: str | None
    system: str | None
    level: str
    verdict: str
    findings: str | None
    critical_findings: str | None
    stated_edition: str | None
    round: int
    source: str
    line: int | None

    @property
    def group(self) -> str:
        return group_of(self.questionnaire, self.version)

    @property
    def edition(self) -> str:
        return self.stated_edition or f"{self.questionnaire}@{self.version}"


# A row that revises an earlier report is of that one's system, whatever its name was, unless it was revised already then.
_MET = """
SELECT known.system, told.round, aside.rule, told.row, told.source, told.line
FROM told LEFT JOIN aside ON aside.place = told.place
JOIN told AS known ON known.place = coalesce(
  (SELECT min(earlier.place) FROM told AS earlier WHERE earlier.report = told.revises AND earlier.round < told.round
     AND earlier.place NOT IN (SELECT place FROM revised)),
  told.place)
ORDER BY known.name, known.system, told.round, told.moment DESC, told.depth DESC, told.place DESC
"""


@dataclass
class Changes:
    """What became of the systems of one questionnaire.

    ``unnamed`` and ``repeated``: by round, those that cannot be found again, and those of which a newer row is compared;
    ``opened`` and ``closed``: how many systems, by group and finding.
    """

    compared: int = 0
    unnamed: list[int] = field(default_factory=lambda: [0, 0])
    repeated: list[int] = field(default_factory=lambda: [0, 0])
    editions: dict[tuple[str, str], int] = field(default_factory=dict)
    counts: dict[Change, int] = field(default_factory=dict)
    lists: dict[Change, First[tuple[object, ...]]] = field(default_factory=dict)
    opened: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    closed: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


class Comparison:
    """The systems of two rounds, and after ``changes`` what became of them, by questionnaire.

    ``then``: the sums over the earlier round, if they are wanted; ``latest``: only over the newest row of each system.
    ``only_critical``: the earlier table names no other findings.
    """

    def __init__(
        self,
        standing: Standing,
        layout: Layout,
        ranks: Ranks,
        then: Portfolio | None = None,
        *,
        latest: bool = False,
    ) -> None:
        self.found: dict[str, Changes] = defaultdict(Changes)
        self.then = then
        self.only_critical = False
        self._latest, self._standing = latest, standing
        self._ranks = {name: {level: rank for rank, level in enumerate(levels)} for name, levels in ranks.items()}
        names = [column.name for column in layout.columns]
        self._told = itemgetter(*map(names.index, Told.__struct_fields__))
        self._compared = itemgetter(*(names.index(name) - len(names[:2]) for name in COMPARED))

    def add_earlier(self, earlier: Earlier) -> None:
        """Take in the earlier round. Raises InvalidInput."""
        self._standing.add_earlier(self._judged(earlier.rows()))
        self.only_critical = bool(earlier.names) and "findings" not in earlier.names

    def _judged(self, rows: Iterable[Cells]) -> Iterator[tuple[Told, bytes]]:
        """Yield what is told of rows and their judged cells, and count those that were refused."""
        for row in rows:
            if row[2] != REFUSED:
                yield Told(*cast("Any", self._told(row))), _pack(row[2:-2])
            elif self.then:
                self.then.add(row[2:-1])

    def changes(self) -> Iterator[Cells]:
        """Yield a row of ``CHANGED`` for every system that is new, gone or changed, in order of agencies and systems."""
        for _, some in groupby(self._standing.query(_MET), key=itemgetter(0)):
            both: list[System | None] = [None, None]
            for _, round_, rule, row, *place in some:
                cells = _unpack(row)
                if round_ == THEN:
                    if self.then:
                        self.then.add(cells, rule if self._latest or rule == "revised" else None)
                    cells = self._compared(cells)
                if rule is None and both[round_] is None:
                    both[round_] = System._make((*cells, round_, *place))
                elif rule != "revised" and not (rule and self._latest):
                    self.found[cells[0]].repeated[round_] += 1
            newest = both[NOW] or both[THEN]
            if newest:
                yield from self._met(self.found[newest.questionnaire], *both)

    def _met(self, changes: Changes, then: System | None, now: System | None) -> Iterator[Cells]:
        kinds: list[str] = []
        opened = closed = frozenset[str]()
        newest = cast("System", now or then)
        if then and now:
            changes.compared += 1
            count(changes.editions, (then.edition, now.edition))
            kinds += [self._moved(then, now)] if then.level != now.level else []
            kinds += ["verdict"] if then.verdict != now.verdict else []
            before, after = self._findings(then), self._findings(now)
            opened, closed = after - before, before - after
            changes.opened[now.group].update(opened)
            changes.closed[then.group].update(closed)
        elif newest.system is not None:
            kinds = ["gone" if then else "new"]
        else:
            changes.unnamed[newest.round] += 1
        if not (kinds or opened or closed):
            return
        names = one_name(newest.agency), one_name(newest.system)
        levels, verdicts, editions = zip(*map(_told, (then, now)), strict=True)
        said = (*levels, *verdicts)
        for kind in cast("list[Change]", kinds):
            count(changes.counts, kind)
            first = VERDICTS.index(newest.verdict) if kind == "verdict" else self._ranks[newest.group][newest.level]
            entry = (-first, *names, *(text or "" for text in said))
            changes.lists.setdefault(kind, First()).add(entry)
        kinds += ["findings"] if opened or closed else []
        told = (*(name or None for name in names), newest.questionnaire, " ".join(kinds))
        findings = (" ".join(sorted(some)) or None for some in (opened, closed))
        yield (*told, *said, *findings, *editions, newest.source, newest.line)

    def _findings(self, of: System) -> frozenset[str]:
        return frozenset(((of.critical_findings if self.only_critical else of.findings) or "").split())

    def _moved(self, then: System, now: System) -> Change:
        """Return how the level changed; by the newer questionnaire, if both levels are among its own."""
        ranks = self._ranks[now.group]
        if then.level not in ranks:
            return "level_other"
        return "level_up" if ranks[now.level] > ranks[then.level] else "level_down"


def _told(of: System | None) -> tuple[str | None, ...]:
    return (of.level, of.verdict, of.edition) if of else (None, None, None)
