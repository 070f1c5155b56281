"""What became of each system since an earlier round (docs/batch.md#rounds).

The systems of both rounds are sorted by their keys in a database, so that memory stays flat; then the two rounds of each
system are neighbours.
"""

import sqlite3
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
from aiassess.batch.standing import folded, moment_key, system_key
from aiassess.batch.tally import Rule
from aiassess.render.portfolio.types import Change
from aiassess.scoring.result import VERDICTS

THEN, NOW = 0, 1
CHANGED = (
    *("agency", "system", "questionnaire", "change", "level_then", "level_now", "verdict_then", "verdict_now"),
    *("findings_opened", "findings_closed", "edition_then", "edition_now", "source", "line"),
)
"""What the list of changes tells; ``source`` and ``line`` are those of this round, or else of the earlier one."""


class ChangeColumns:
    """The columns of the list of changes."""

    columns = tuple(Column(name, type="integer" if name == "line" else "text") for name in CHANGED)


LONGEST_SORTED = 100
"""Systems are sorted by so many characters of their agencies' names and of their own."""
LISTED = ("agency", "system", "level_then", "level_now", "verdict_then", "verdict_now")
"""What a list of the summary says of a system."""
_pack, _unpack = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(tuple[Any, ...]).decode


class Told(NamedTuple):
    """What is compared of a row, and by what it is known again."""

    status: str
    questionnaire: str
    version: str
    agency: str | None
    system: str | None
    completed_at: str | None
    completed_on: str | None
    edition: str | None
    level: str
    verdict: str
    findings: str | None
    critical_findings: str | None
    source: str
    line: int | None
    digest: str | None
    revises: str | None
    report_digest: str | None


class System(NamedTuple):
    """A row of the database: a system in one round.

    ``named``: it can be found again by its name; ``packed``: what is still to be counted; ``group``: from ``group_of``.
    """

    key: str
    round: int
    moment: str
    place: int
    named: bool
    packed: bytes | None
    group: str
    edition: str
    agency: str
    system: str
    level: str
    verdict: str
    findings: str | None
    criticals: str | None
    source: str
    line: int | None
    revises: str | None
    report: str | None

    @property
    def questionnaire(self) -> str:
        return self.group.partition(" ")[0]


_CREATE = f"CREATE TABLE system ({', '.join(f'[{name}]' for name in System._fields)})"
_INSERT = f"INSERT INTO system VALUES ({', '.join('?' * len(System._fields))})"  # noqa: S608 - no text of others
# ``revised``: by another row of the same round; 1 if one of these has another key.
_SORTED = """
SELECT *, CASE WHEN report IS NOT NULL THEN (
  SELECT max(later.key != system.key) FROM system AS later WHERE later.revises = system.report AND later.round = system.round
  ) END AS revised
FROM system ORDER BY key, round, moment DESC, revised IS NULL, place DESC
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
    opened: dict[tuple[str, str], int] = field(default_factory=dict)
    closed: dict[tuple[str, str], int] = field(default_factory=dict)


def _key(told: Told) -> str:
    """Return what all rows of one system share; in order of agencies, then of systems."""
    names = "\0".join(folded(name or "")[:LONGEST_SORTED] for name in (told.agency, told.system))
    return f"{names}\0{system_key(told.questionnaire, told.agency, told.system, told.digest).hex()}"


class Comparison:
    """The systems of two rounds, and after ``changes`` what became of them, by questionnaire.

    ``then``: the sums over the earlier round, if they are wanted; ``latest``: only over the newest row of each system.
    ``only_critical``: the earlier table names no other findings.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        layout: Layout,
        ranks: Ranks,
        then: Portfolio | None = None,
        *,
        latest: bool = False,
    ) -> None:
        self.found: dict[str, Changes] = {}
        self.then = then
        self.only_critical = False
        self._latest, self._database = latest, database
        self._ranks = {name: {level: rank for rank, level in enumerate(levels)} for name, levels in ranks.items()}
        names = [column.name for column in layout.columns]
        self._told = itemgetter(*map(names.index, Told._fields))
        database.execute(_CREATE)

    def add_earlier(self, earlier: Earlier) -> None:
        """Take in the earlier round. Raises InvalidInput."""
        self._add(THEN, earlier.rows())
        self._database.execute("CREATE INDEX reports ON system (report) WHERE report IS NOT NULL")
        self.only_critical = bool(earlier.names) and "findings" not in earlier.names

    def add(self, rows: Iterable[Cells]) -> None:
        """Take in the rows of this round that may count, in order."""
        self._add(NOW, rows)

    def _add(self, round_: int, rows: Iterable[Cells]) -> None:
        with self._database:
            self._database.executemany(_INSERT, self._systems(round_, rows))

    def _systems(self, round_: int, rows: Iterable[Cells]) -> Iterator[System]:
        for place, row in enumerate(rows):
            told = Told._make(cast("Any", self._told(row)))
            packed = self._counted(told, row) if round_ == THEN and self.then else None
            if told.status != REFUSED:
                yield System(
                    key=self._earlier_key(told) if round_ == NOW and told.revises else _key(told),
                    round=round_,
                    moment=moment_key(told.completed_at or (told.completed_on and f"{told.completed_on}T00:00:00Z"))
                    or "",
                    place=place,
                    named=told.system is not None,
                    packed=packed,
                    group=group_of(told.questionnaire, told.version),
                    edition=told.edition or f"{told.questionnaire}@{told.version}",
                    agency=one_name(told.agency),
                    system=one_name(told.system),
                    level=told.level,
                    verdict=told.verdict,
                    findings=told.findings,
                    criticals=told.critical_findings,
                    source=told.source,
                    line=told.line,
                    revises=told.revises,
                    report=told.report_digest,
                )

    def _counted(self, told: Told, row: Cells) -> bytes | None:
        """Count a row of the earlier round, or return what is counted once it is known whether it is a system's newest."""
        judged = row[2:-1]
        if told.status != REFUSED and (self._latest or told.report_digest):
            return _pack(judged)
        if self.then:
            self.then.add(judged)
        return None

    def _earlier_key(self, told: Told) -> str:
        """Return the key of the system whose earlier report is revised, whatever its name was, or else its own."""
        query = "SELECT key FROM system WHERE report = ? AND round = ?"
        found = self._database.execute(query, (told.revises, THEN)).fetchone()
        return found[0] if found else _key(told)

    def changes(self) -> Iterator[Cells]:
        """Yield a row of ``CHANGED`` for every system that is new, gone or changed, in order of agencies and systems."""
        self._database.execute("CREATE INDEX revisions ON system (revises) WHERE revises IS NOT NULL")
        rows = ((System._make(row[:-1]), row[-1]) for row in self._database.execute(_SORTED))
        for _, some in groupby(rows, key=lambda row: row[0].key):
            both: list[System | None] = [None, None]
            settled = [False, False]
            """By round, whether older rows are of a system that was already met, perhaps under a newer name."""
            for system, revised in some:
                changes = self.found.setdefault(system.questionnaire, Changes())
                newest = revised is None and not settled[system.round]
                if newest:
                    both[system.round] = system
                elif revised is None and not (self._latest and system.round == THEN):
                    changes.repeated[system.round] += 1
                settled[system.round] |= newest or revised == 1
                if self.then and system.packed is not None:
                    aside: Rule | None = "newer" if self._latest and not newest else None
                    self.then.add(_unpack(system.packed), aside if revised is None else "revised")
            if any(both):
                yield from self._met(changes, *both)

    def _met(self, changes: Changes, then: System | None, now: System | None) -> Iterator[Cells]:
        kinds: list[str] = []
        opened: set[str] = set()
        closed: set[str] = set()
        newest = cast("System", now or then)
        if then and now:
            changes.compared += 1
            count(changes.editions, (then.edition, now.edition))
            kinds += [self._moved(then, now)] if then.level != now.level else []
            kinds += ["verdict"] if then.verdict != now.verdict else []
            before, after = self._findings(then), self._findings(now)
            opened, closed = after - before, before - after
            for counts, moved, group in ((changes.opened, opened, now.group), (changes.closed, closed, then.group)):
                for finding in moved:
                    count(counts, (group, finding))
        elif newest.named:
            kinds = ["gone" if then else "new"]
        else:
            changes.unnamed[newest.round] += 1
        said = [*_both("level", then, now), *_both("verdict", then, now)]
        for kind in cast("list[Change]", kinds):
            count(changes.counts, kind)
            first = VERDICTS.index(newest.verdict) if kind == "verdict" else self._ranks[newest.group][newest.level]
            entry = (-first, newest.agency, newest.system, *(text or "" for text in said))
            changes.lists.setdefault(kind, First()).add(entry)
        if kinds or opened or closed:
            kinds += ["findings"] if opened or closed else []
            name = (newest.agency or None, newest.system or None, newest.questionnaire, " ".join(kinds))
            findings = (" ".join(sorted(some)) or None for some in (opened, closed))
            yield (*name, *said, *findings, *_both("edition", then, now), newest.source, newest.line)

    def _findings(self, of: System) -> set[str]:
        return set(((of.criticals if self.only_critical else of.findings) or "").split())

    def _moved(self, then: System, now: System) -> Change:
        """Return how the level changed; by the newer questionnaire, if both levels are among its own."""
        ranks = self._ranks[now.group]
        if then.level not in ranks:
            return "level_other"
        return "level_up" if ranks[now.level] > ranks[then.level] else "level_down"


def _both(name: str, then: System | None, now: System | None) -> list[str | None]:
    return [getattr(of, name) if of else None for of in (then, now)]
