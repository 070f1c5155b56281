"""Which submissions are the latest of their systems (docs/rounds.md#the-latest-of-each-system).

It is worked out in an SQLite database on the disk, so that memory does not grow with the submissions. Rows are told apart by
their place: the offset in their round's file of rows. Those of an earlier round are judged alike, by themselves.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from aiassess.batch.desk import Desk
from aiassess.batch.entries import QUICKLY, Entries, short
from aiassess.batch.jobs import Spread
from aiassess.batch.outputs import cannot_write
from aiassess.batch.rows import row_of
from aiassess.batch.stretches import stretches
from aiassess.batch.tally import Rule
from aiassess.batch.tasks import Job
from aiassess.errors import invalid

_encode = msgspec.json.Encoder().encode

THEN, NOW = 0, 1
EARLIER = 1 << 60
"""More bytes than a file of rows has."""
LONGEST_CHAIN = 100
"""So many revisions of revisions are followed; the rest of a longer chain is told apart by the moments alone."""
_AT_ONCE, _ROWS_AT_ONCE = 1 << 23, 1000
"""Bytes of rows that a process reads at once, and rows of systems with several."""
# ``place``: that of an earlier round's row is less than 0; ``size``: the bytes of the row.
# ``compared``: the same for rows that a comparison of rounds takes for the same.
# ``depth``: how many submissions this one revises, one after the other.
_TABLE = """
CREATE TABLE told (place INTEGER PRIMARY KEY, round INTEGER, size INTEGER, system BLOB, moment TEXT, report TEXT,
                   revises TEXT, compared BLOB, depth INTEGER DEFAULT 0)
"""
_REVISIONS = """
CREATE INDEX told_report ON told (report, round) WHERE report IS NOT NULL;
CREATE INDEX told_revises ON told (revises, round) WHERE revises IS NOT NULL;
"""
# ``sought``: rows of this round that revise a report which no row of it is known to have. ``may_be``: the systems of which the
# revised one may be: that of the same name, and the one that had this report in the earlier round. ``kin``: their rows.
_SOUGHT = """
CREATE TABLE sought (place INTEGER PRIMARY KEY, size INTEGER, system BLOB, revises TEXT);
INSERT INTO sought SELECT place, size, system, revises FROM told AS by WHERE round = 1 AND revises IS NOT NULL
  AND NOT EXISTS (SELECT * FROM told WHERE report = by.revises AND round = 1);
CREATE TABLE may_be AS SELECT place AS by, system FROM sought
  UNION SELECT by.place, was.system FROM sought AS by JOIN told AS was ON was.report = by.revises AND was.round = 0;
CREATE INDEX may_be_system ON may_be (system, by);
CREATE TABLE kin AS
  SELECT system, round, moment, place, size, report FROM told WHERE system IN (SELECT system FROM may_be);
CREATE INDEX kin_system ON kin (system, round, moment);
"""
_NAMESAKES = """
SELECT place, size FROM kin WHERE round = 1 AND report IS NULL AND place > ?
  AND EXISTS (SELECT * FROM may_be WHERE may_be.system = kin.system AND by != place)
ORDER BY place LIMIT ?
"""
# If the earlier round has the report, or a submission of the same name that is not one of this round too, that was revised.
# An earlier table may have only the day, in some time zone, so those that are less than two days apart may be the same.
_LOST = """
SELECT place, size FROM sought WHERE NOT EXISTS (SELECT * FROM told WHERE report = sought.revises)
  AND NOT EXISTS (SELECT * FROM kin AS was WHERE was.system = sought.system AND round = 0
    AND NOT EXISTS (SELECT * FROM kin WHERE system = was.system AND round = 1
      AND abs(CAST(substr(moment, 1, 12) AS INTEGER) - CAST(substr(was.moment, 1, 12) AS INTEGER)) < 172800))
"""
_NOTE = "UPDATE told SET report = ?2 WHERE place = ?1"
_NOTE_NAMESAKE = """
UPDATE told SET report = ?2 WHERE place = ?1 AND EXISTS (
  SELECT * FROM may_be JOIN sought ON sought.place = by WHERE may_be.system = told.system
    AND by != told.place AND sought.revises = ?2)
"""
_TAKE_IN = "INSERT INTO told SELECT place + ?, ?, size, system, moment, report, revises, compared, 0 FROM part.entry"
# A revision is as new as what it revises, whatever date it has, or none.
_FOLLOW = """
UPDATE told SET depth = :depth + 1,
  moment = max(moment, (SELECT max(found.moment) FROM told AS found
    WHERE found.report = told.revises AND found.round = told.round))
WHERE (revises, round) IN (SELECT report, round FROM told WHERE report IS NOT NULL AND depth = :depth)
"""
_SYSTEMS = """
CREATE TABLE revised (place INTEGER PRIMARY KEY, by INTEGER);
INSERT INTO revised SELECT place, (SELECT by.place FROM told AS by WHERE by.revises = told.report AND by.round = told.round
    ORDER BY by.moment DESC, by.depth DESC, by.place DESC LIMIT 1)
  FROM told WHERE (report, round) IN (SELECT revises, round FROM told WHERE revises IS NOT NULL);
CREATE INDEX told_system ON told (system, round, moment DESC, depth DESC, place DESC, size, compared);
CREATE TABLE judged (place INTEGER PRIMARY KEY, cells BLOB);
CREATE TABLE several AS SELECT system, round FROM told GROUP BY system, round HAVING count(*) > 1;
"""
_OF_SEVERAL = (
    "SELECT place + ?, place, size FROM several CROSS JOIN told USING (system, round) WHERE round = ? ORDER BY place"
)
# ``newest`` of its system; ``same``: of the rows of a system with the same cells, the one that is revised, or else the last.
_DECIDE = """
CREATE TABLE aside (place INTEGER PRIMARY KEY, rule TEXT, by INTEGER);
INSERT INTO aside
WITH ranked AS (
  SELECT told.place AS place, revised.by AS reviser,
    first_value(told.place) OVER (PARTITION BY system, round ORDER BY moment DESC, depth DESC, told.place DESC) AS newest,
    first_value(told.place) OVER (PARTITION BY system, round, cells ORDER BY by IS NULL, told.place DESC) AS same
  FROM several CROSS JOIN told USING (system, round) JOIN judged ON judged.place = told.place
    LEFT JOIN revised ON revised.place = told.place)
SELECT place, CASE WHEN reviser IS NOT NULL THEN 'revised' WHEN same != place THEN 'duplicate' ELSE 'newer' END,
  coalesce(reviser, nullif(same, place), newest)
FROM ranked WHERE reviser IS NOT NULL OR same != place OR newest != place;
INSERT OR IGNORE INTO aside SELECT place, 'revised', by FROM revised;
"""


class Aside(NamedTuple):
    """A row that is set aside, and the place and size of the row because of which it is."""

    place: int
    rule: Rule
    by: int
    by_size: int


@dataclass(frozen=True, slots=True)
class _Judged(Job):
    """Tells rows with the same judged cells from others; returns the place and a hash of each."""

    file: Path
    rows: list[tuple[int, int, int]]
    """Places in the file and in ``told``, and sizes."""

    def do(self, _: Desk) -> list[tuple[int, bytes]]:
        found: list[tuple[int, bytes]] = []
        with self.file.open("rb") as file:
            for offset, place, size in self.rows:
                file.seek(offset)
                found.append((place, short(_encode(row_of(file.read(size))[2:-2]))))
        return found


class Standing:
    """The standing of rows. Everything raises InvalidInput if the disk is full or the file cannot be written."""

    def __init__(self, file: Path, parts: Path) -> None:
        """``file``: that of the database, made anew; whoever closes this removes it.

        ``parts``: a temporary folder that outlives the other processes, for what they make.
        """
        self.file, self.parts = file, parts
        self._files: dict[int, Path] = {}

    def __enter__(self) -> Self:
        with self.faults_told():
            self.file.unlink(missing_ok=True)
            self._store = sqlite3.connect(self.file, isolation_level=None)
            self._store.executescript(f"{QUICKLY} PRAGMA threads = 2; {_TABLE}")
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()
        self.file.unlink(missing_ok=True)

    def add_earlier(self, rows: Path, part: Path, at: int) -> None:
        """Take in the entries of an earlier round's rows, which a spool holds from an offset on."""
        self._files[THEN] = rows
        with self.faults_told():
            self._take_in(part, THEN, at)

    def read(self, rows: Path, spread: Spread) -> None:
        """Read the rows of this round from a spool."""
        self._files[NOW] = rows
        some = enumerate(stretches(rows, _AT_ONCE))
        with self.faults_told():
            for part in spread(Entries(stretch, self.parts / f"now-{number}") for number, stretch in some):
                self._take_in(part, NOW)
            self._script(_REVISIONS)

    def _take_in(self, part: Path, round_: int, at: int = 0) -> None:
        self._store.execute("ATTACH ? AS part", (str(part),))
        self._store.execute(_TAKE_IN, (at - offset_of(round_), round_))
        self._store.execute("DETACH part")
        part.unlink()

    def seek(self) -> None:
        """Work out, before ``namesakes`` and ``lost``, which reports are revised that no row of this round has."""
        self._script(_SOUGHT)

    def namesakes(self, after: int, most: int) -> list[tuple[int, int]]:
        """Return places, beyond one, and sizes of rows whose report may be one that is revised, by their names."""
        return self._store.execute(_NAMESAKES, (after, most)).fetchall()

    def lost(self) -> Iterator[tuple[int, int]]:
        """Yield places and sizes of rows that revise a report of which it is not known whose it is."""
        return self._store.execute(_LOST)

    def add_namesakes(self, found: Iterable[tuple[int, str]]) -> None:
        """Note which reports were worked out of rows, given by place, if one revises it that may be of the same system."""
        self._store.executemany(_NOTE_NAMESAKE, found)

    def add_reports(self, found: Iterable[tuple[int, str]]) -> None:
        """Note which reports were worked out of rows, given by place."""
        self._store.executemany(_NOTE, found)

    def decide(self, spread: Spread) -> None:
        """Work out, after all rows are read, which are set aside."""
        with self.faults_told():
            for depth in range(LONGEST_CHAIN):
                if not self._store.execute(_FOLLOW, {"depth": depth}).rowcount:
                    break
            self._script(_SYSTEMS)
            for judged in spread(self._judged()):
                self._store.executemany("INSERT INTO judged VALUES (?, ?)", judged)
            self._script(_DECIDE)

    def _judged(self) -> Iterator[_Judged]:
        """Yield what tells whether the rows of systems with several are the same, which is not needed of others."""
        for round_, file in self._files.items():
            rows = self._store.execute(_OF_SEVERAL, (offset_of(round_), round_))
            while some := rows.fetchmany(_ROWS_AT_ONCE):
                yield _Judged(file, some)

    def aside(self, round_: int) -> Iterator[Aside]:
        """Yield the rows of a round that are set aside, by place."""
        offset = offset_of(round_)
        query = (
            "SELECT a.place + ?, a.rule, a.by + ?, t.size FROM aside AS a JOIN told AS t ON t.place = a.by"
            " WHERE a.place >= ? AND a.place < ? ORDER BY a.place"
        )
        with self.faults_told():
            yield from map(Aside._make, self._store.execute(query, (offset, offset, -offset, EARLIER - offset)))

    def settle(self, script: str, at_once: int) -> Iterator[tuple[bytes, bytes]]:
        """Change the database for the last time; yield ranges of keys, each of about so many systems, for other processes."""
        with self.faults_told():
            self._store.executescript(script)
            (rows,) = self._store.execute("SELECT count(*) FROM told").fetchone()
        parts = min(rows // at_once + 1, 1 << 16)
        # Keys are hashes, so that they are spread evenly.
        ends = [(part * (1 << 16) // parts).to_bytes(2) for part in range(1, parts)]
        yield from pairwise([b"", *ends, b"\xff" * 17])

    def _script(self, script: str) -> None:
        """Execute a script; what follows is one transaction, since one for each row would take most of the time."""
        self._store.executescript(f"{script}; BEGIN")

    @contextmanager
    def faults_told(self) -> Iterator[None]:
        """Tell faults of the database and of what it is made of."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if self.file.parent == self.parts:
                raise invalid("temporary_folder", reason=str(error)) from None
            raise cannot_write(str(self.file), error) from None


def offset_of(round_: int) -> int:
    """Return what is added to a place in ``told`` to get that in the round's file."""
    return 0 if round_ == NOW else EARLIER
