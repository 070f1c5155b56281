"""Which submissions are the latest of their systems (docs/rounds.md#the-latest-of-each-system).

It is worked out in an SQLite database on the disk, so that memory does not grow with the submissions. Rows are told apart by
their place, counted from 0 in the order of the inputs; those of an earlier round are judged alike, by themselves.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, Self

import msgspec

from aiassess.batch.outputs import cannot_write
from aiassess.batch.portfolio.agencies import key_of
from aiassess.batch.rows import csv_text
from aiassess.batch.tally import Rule
from aiassess.errors import invalid
from aiassess.figures import instant

THEN, NOW = 0, 1
EARLIER = 1 << 40
"""More rows than a round has."""
LONGEST_SORTED = 100
"""Systems are sorted by so many characters of their agencies' names and of their own."""
LONGEST_CHAIN = 100
"""So many revisions of revisions are followed; the rest of a longer chain is told apart by the moments alone."""
# ``place``: that of an earlier round's row is less than 0; ``name``, ``row``: for a comparison.
# ``depth``: how many submissions this one revises, one after the other.
_TABLE = """
CREATE TABLE told (place INTEGER PRIMARY KEY, round INTEGER, system BLOB, moment TEXT, judged BLOB, report TEXT,
                   revises TEXT, source TEXT, line INTEGER, name TEXT, row BLOB, depth INTEGER DEFAULT 0)
"""
_REVISIONS = """
CREATE INDEX told_report ON told (report, round) WHERE report IS NOT NULL;
CREATE INDEX told_revises ON told (revises, round) WHERE revises IS NOT NULL;
"""
_INSERT = "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
# A revision is as new as what it revises, whatever date it has, or none.
_FOLLOW = """
UPDATE told SET depth = :depth + 1,
  moment = max(moment, (SELECT max(found.moment) FROM told AS found
    WHERE found.report = told.revises AND found.round = told.round))
WHERE (revises, round) IN (SELECT report, round FROM told WHERE report IS NOT NULL AND depth = :depth)
"""
# ``newest`` of its system; ``same``: of the rows of a system with the same cells, the one that is revised, or else the last.
_DECIDE = """
CREATE TABLE revised (place INTEGER PRIMARY KEY, by INTEGER);
INSERT INTO revised SELECT place, (SELECT by.place FROM told AS by WHERE by.revises = told.report AND by.round = told.round
    ORDER BY by.moment DESC, by.depth DESC, by.place DESC LIMIT 1)
  FROM told WHERE (report, round) IN (SELECT revises, round FROM told WHERE revises IS NOT NULL);
CREATE TABLE aside (place INTEGER PRIMARY KEY, rule TEXT, by INTEGER);
INSERT INTO aside
WITH ranked AS (
  SELECT told.place AS place, revised.by AS reviser,
    first_value(told.place) OVER (PARTITION BY system, round ORDER BY moment DESC, depth DESC, told.place DESC) AS newest,
    first_value(told.place) OVER (PARTITION BY system, round, judged ORDER BY by IS NULL, told.place DESC) AS same
  FROM told LEFT JOIN revised ON revised.place = told.place)
SELECT place, CASE WHEN reviser IS NOT NULL THEN 'revised' WHEN same != place THEN 'duplicate' ELSE 'newer' END,
  coalesce(reviser, nullif(same, place), newest)
FROM ranked WHERE reviser IS NOT NULL OR same != place OR newest != place;
"""


COMPARED = (
    *("questionnaire", "version", "agency", "system", "level", "verdict"),
    *("findings", "critical_findings", "edition"),
)
"""What a comparison asks of a row; ``Standing.query`` gives it packed."""
_compared = attrgetter(*COMPARED)
_pack = msgspec.msgpack.Encoder().encode


class Aside(NamedTuple):
    """A row that is set aside, and the row because of which it is."""

    place: int
    rule: Rule
    source: str
    line: int | None


class Told(msgspec.Struct, gc=False):
    """What the standing of a row depends on, and what is compared with an earlier round's."""

    source: str
    line: int | None
    questionnaire: str | None
    version: str | None
    system: str | None
    agency: str | None
    completed_on: str | None
    completed_at: str | None
    level: str | None
    verdict: str | None
    critical_findings: str | None
    edition: str | None
    findings: str | None
    revises: str | None
    report_digest: str | None
    digest: str | None


class Standing:
    """The standing of rows. Everything raises InvalidInput if the disk is full or the file cannot be written."""

    def __init__(self, file: Path | None) -> None:
        """``file``: that of the database, made anew; whoever closes this removes it. None: a comparison has no such file."""
        self.file = file

    def __enter__(self) -> Self:
        with self._faults_told():
            self._remove()
            # Without a name it is a file that goes with the process.
            self._store = sqlite3.connect(self.file or "", isolation_level=None)
            # What a crash leaves is of no use, so nothing is done to survive it.
            self._store.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
            )
            self._store.execute(_TABLE)
            self._store.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()
        self._remove()

    def add_earlier(self, rows: Iterable[tuple[Told, bytes]]) -> None:
        """Take in an earlier round: what is told of each row, and its judged cells as bytes, which ``query`` gives back."""
        entries = (_entry(place - EARLIER, THEN, told, row, row) for place, (told, row) in enumerate(rows))
        with self._faults_told():
            self._store.executemany(_INSERT, entries)

    def read(self, rows: Path) -> None:
        """Read the rows of a JSON Lines file, and decide."""
        with self._faults_told(), rows.open("rb") as lines:
            self._store.executemany(_INSERT, _entries(lines, compared=self.file is None))
            self._store.executescript(_REVISIONS)
            for depth in range(LONGEST_CHAIN):
                if not self._store.execute(_FOLLOW, {"depth": depth}).rowcount:
                    break
            self._store.executescript(_DECIDE)

    def aside(self) -> Iterator[Aside]:
        """Yield the rows that are set aside, by place."""
        query = (
            "SELECT a.place, a.rule, t.source, t.line FROM aside AS a JOIN told AS t ON t.place = a.by"
            " WHERE a.place >= 0 ORDER BY a.place"
        )
        yield from map(Aside._make, self.query(query))

    def query(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds in the tables ``told``, ``revised`` and ``aside``."""
        with self._faults_told():
            yield from self._store.execute(query)

    def _remove(self) -> None:
        if self.file:
            self.file.unlink(missing_ok=True)

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            told = cannot_write(str(self.file), error) if self.file else invalid("temporary_folder", reason=str(error))
            raise told from None


def system_key(questionnaire: str | None, agency: str | None, system: str | None, digest: str | None) -> bytes:
    """Return what is the same for all submissions of one system; of one without a name, only those of the same bytes.

    Names are taken as in CSV, so that they are the same in whatever format earlier rows were kept.
    """
    if system is None:
        return _short((digest or "").encode())
    return _short("\0".join((questionnaire or "", folded(agency or ""), folded(system))).encode())


@lru_cache(maxsize=1000)
def folded(name: str) -> str:
    return key_of(" ".join(unicodedata.normalize("NFC", csv_text(name)).split()))


def moment_key(text: str | None) -> str:
    """Return what sorts as the moment that RFC 3339 text tells, in whatever time zone; none comes first."""
    if text is None:
        return ""
    seconds, fraction = instant(text)
    return f"{seconds + 10**11:012}{fraction}"


def folded_names(told: Told) -> str:
    """Return what sorts rows by agencies, then by systems."""
    return "\0".join(folded(name or "")[:LONGEST_SORTED] for name in (told.agency, told.system))


def _entries(lines: Iterator[bytes], *, compared: bool) -> Iterator[tuple[object, ...]]:
    decode = msgspec.json.Decoder(Told).decode
    for place, line in enumerate(lines):
        told = decode(line)
        if told.questionnaire is None:  # refused
            continue
        judged = line[line.index(b',"status":') : line.rindex(b',"report_digest":')]
        yield _entry(place, NOW, told, judged, _pack(_compared(told)) if compared else None)


def _entry(place: int, round_: int, told: Told, judged: bytes, row: bytes | None) -> tuple[object, ...]:
    moment = moment_key(told.completed_at or (told.completed_on and f"{told.completed_on}T00:00:00Z"))
    key = system_key(told.questionnaire, told.agency, told.system, told.digest)
    same, revises, report = _short(judged), told.revises, told.report_digest
    names = folded_names(told) if row else None
    return place, round_, key, moment, same, report, revises, told.source, told.line, names, row


def _short(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
