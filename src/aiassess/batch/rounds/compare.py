"""What became of each system since an earlier round (docs/batch.md#rounds).

The systems of both rounds are sorted by their keys in a database, so that memory stays flat; then the two rounds of each
system are neighbours.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

import msgspec

from aiassess.batch.columns import REFUSED, Cells, Column, Layout
from aiassess.batch.portfolio.accumulators import First, count
from aiassess.batch.portfolio.agencies import key_of, one_name
from aiassess.batch.portfolio.tally import Portfolio, Ranks, group_of
from aiassess.batch.rounds.earlier import Earlier
from aiassess.batch.rows import csv_text
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


LISTED = ("agency", "system", "level_then", "level_now", "verdict_then", "verdict_now")
"""What a list of the summary says of a system."""
_CELLS = (
    *("status", "questionnaire", "version", "agency", "system", "completed_at", "completed_on", "edition"),
    *("digest", "revises", "report_digest", "level", "verdict", "findings", "critical_findings", "source", "line"),
)
_pack, _unpack = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(tuple[Any, ...]).decode


LONGEST_KEY = 300
"""Characters; longer ones are cut, and told apart by what they are a digest of."""


class System(NamedTuple):
    """A system in one round.

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

    @property
    def questionnaire(self) -> str:
        return self.group.partition(" ")[0]


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


def system_key(questionnaire: str, agency: str | None, system: str | None, digest: str | None) -> tuple[str, bool]:
    """Return what two rows of one system share, and whether it has a name; in order of agencies, then of systems.

    A name may have been read from CSV, so the key is made of what CSV writes.
    """
    of, name = _agency(agency), _folded(system)
    key = f"{of}\0{name}\0{questionnaire}" if name else f"{of}\0\0{questionnaire} {digest}"
    if len(key) > LONGEST_KEY:
        key = f"{of[:100]}\0{name[:100]}\0#{hashlib.sha256(key.encode()).hexdigest()}"
    return key, bool(name)


def _folded(name: str | None) -> str:
    return key_of(" ".join(csv_text(name).split())) if name else ""


_agency = lru_cache(maxsize=5000)(_folded)


def moment_of(completed: str | None) -> str:
    """Return when an assessment was completed, as texts that sort by time; "" if that is not known."""
    if not completed:
        return ""
    return datetime.fromisoformat(completed).astimezone(UTC).isoformat()


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
        self._row = itemgetter(*map(names.index, _CELLS))
        columns = '", "'.join(System._fields)
        self._database.execute(f'CREATE TABLE system ("{columns}")')
        self._database.execute("CREATE TABLE report (digest PRIMARY KEY, key) WITHOUT ROWID")

    def add_earlier(self, earlier: Earlier) -> None:
        """Take in the earlier round. Raises InvalidInput."""
        self._add(self._tallied(earlier.rows()), THEN)
        self.only_critical = bool(earlier.names) and "findings" not in earlier.names

    def add(self, rows: Iterable[Cells]) -> None:
        """Take in the rows of this round that count, in order."""
        self._add(((row, None) for row in rows), NOW)

    def _add(self, rows: Iterable[tuple[Cells, bytes | None]], round_: int) -> None:
        marks = ", ".join("?" * len(System._fields))
        with self._database:
            self._database.executemany(f"INSERT INTO system VALUES ({marks})", self._systems(rows, round_))  # noqa: S608 - no text of others

    def _tallied(self, rows: Iterable[Cells]) -> Iterator[tuple[Cells, bytes | None]]:
        """Count the rows of the earlier round, or keep what is counted of each system until its newest row is known."""
        for row in rows:
            judged = row[2:-1]
            later = self._latest and judged[0] != REFUSED
            if self.then and not later:
                self.then.add(judged)
            yield row, _pack(judged) if self.then and later else None

    def _systems(self, rows: Iterable[tuple[Cells, bytes | None]], round_: int) -> Iterator[System]:
        for place, (row, packed) in enumerate(rows):
            cells: Any = self._row(row)
            (
                status,
                questionnaire,
                version,
                agency,
                system,
                completed,
                day,
                edition,
                digest,
                revises,
                report,
                *others,
            ) = cells
            if status == REFUSED:
                continue
            key, named = system_key(questionnaire, agency, system, digest)
            if report and round_ == THEN:
                self._database.execute("INSERT OR REPLACE INTO report VALUES (?, ?)", (report, key))
            if revises and round_ == NOW:
                found = self._database.execute("SELECT key FROM report WHERE digest = ?", (revises,)).fetchone()
                key = found[0] if found else key
            yield System(
                *(
                    key,
                    round_,
                    moment_of(completed) or day or "",
                    place,
                    named,
                    packed,
                    group_of(questionnaire, version),
                ),
                *(edition or f"{questionnaire}@{version}", one_name(agency), one_name(system), *others),
            )

    def changes(self) -> Iterator[Cells]:
        """Yield a row of ``CHANGED`` for every system that is new, gone or changed, in order of agencies and systems."""
        rows = self._database.execute("SELECT * FROM system ORDER BY key, round, moment DESC, place DESC")
        for _, some in groupby(map(System._make, rows), key=itemgetter(0)):
            both: list[System | None] = [None, None]
            for system in some:
                changes = self.found.setdefault(system.questionnaire, Changes())
                first = both[system.round] is None
                if first:
                    both[system.round] = system
                else:
                    changes.repeated[system.round] += 1
                if self.then and system.packed is not None:
                    self.then.add(_unpack(system.packed), None if first else "newer")
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
