"""Which submissions are the latest of their systems (docs/batch.md#the-latest-of-each-system).

It is worked out in an SQLite database on the disk, so that memory does not grow with the submissions. Rows are told apart by
their place, counted from 0 in the order of the inputs.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from aiassess.batch.outputs import cannot_write
from aiassess.batch.portfolio.agencies import key_of
from aiassess.batch.rows import csv_text
from aiassess.batch.tally import Rule
from aiassess.figures import instant

LONGEST_CHAIN = 100
"""So many revisions of revisions are followed; the rest of a longer chain is told apart by the moments alone."""
# ``depth``: how many submissions this one revises, one after the other.
_TABLE = """
CREATE TABLE told (place INTEGER PRIMARY KEY, system BLOB, moment TEXT, judged BLOB, report TEXT, revises TEXT,
                   source TEXT, line INTEGER, depth INTEGER DEFAULT 0)
"""
_REVISIONS = """
CREATE INDEX told_report ON told (report) WHERE report IS NOT NULL;
CREATE INDEX told_revises ON told (revises) WHERE revises IS NOT NULL;
"""
# A revision is as new as what it revises, whatever date it has, or none.
_FOLLOW = """
UPDATE told SET depth = :depth + 1,
  moment = max(moment, (SELECT max(found.moment) FROM told AS found WHERE found.report = told.revises))
WHERE revises IN (SELECT report FROM told WHERE report IS NOT NULL AND depth = :depth)
"""
# ``newest`` of its system; ``same``: of the rows of a system with the same cells, the one that is revised, or else the last.
_DECIDE = """
CREATE TABLE revised (place INTEGER PRIMARY KEY, by INTEGER);
INSERT INTO revised SELECT place, (SELECT by.place FROM told AS by WHERE by.revises = told.report
    ORDER BY by.moment DESC, by.depth DESC, by.place DESC LIMIT 1)
  FROM told WHERE report IN (SELECT revises FROM told WHERE revises IS NOT NULL);
CREATE TABLE aside (place INTEGER PRIMARY KEY, rule TEXT, by INTEGER);
INSERT INTO aside
WITH ranked AS (
  SELECT told.place AS place, revised.by AS reviser,
    first_value(told.place) OVER (PARTITION BY system ORDER BY moment DESC, depth DESC, told.place DESC) AS newest,
    first_value(told.place) OVER (PARTITION BY system, judged ORDER BY by IS NULL, told.place DESC) AS same
  FROM told LEFT JOIN revised ON revised.place = told.place)
SELECT place, 'revised', reviser FROM ranked WHERE reviser IS NOT NULL
UNION ALL SELECT place, 'duplicate', same FROM ranked WHERE reviser IS NULL AND same != place
UNION ALL SELECT place, 'newer', newest FROM ranked WHERE reviser IS NULL AND same = place AND newest != place;
"""


class Aside(NamedTuple):
    """A row that is set aside, and the row because of which it is."""

    place: int
    rule: Rule
    source: str
    line: int | None


class Told(msgspec.Struct, gc=False):
    """What the standing of a row depends on."""

    source: str
    line: int | None
    questionnaire: str | None
    system: str | None
    agency: str | None
    completed_at: str | None
    revises: str | None
    report_digest: str | None
    digest: str | None


class Standing:
    """The standing of rows. Everything raises InvalidInput if the disk is full or the file cannot be written."""

    def __init__(self, file: Path) -> None:
        """``file``: that of the database, made anew; whoever closes this removes it."""
        self.file = file

    def __enter__(self) -> Self:
        with self._faults_told():
            self._remove()
            self._store = sqlite3.connect(self.file, isolation_level=None)
            # What a crash leaves is of no use, so nothing is done to survive it.
            self._store.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
            )
            self._store.execute(_TABLE)
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()
        self._remove()

    def read(self, rows: Path) -> None:
        """Read the rows of a JSON Lines file, and decide."""
        with self._faults_told(), rows.open("rb") as lines:
            self._store.execute("BEGIN")
            self._store.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", _entries(lines))
            self._store.executescript(_REVISIONS)
            for depth in range(LONGEST_CHAIN):
                if not self._store.execute(_FOLLOW, {"depth": depth}).rowcount:
                    break
            self._store.executescript(_DECIDE)

    def aside(self) -> Iterator[Aside]:
        """Yield the rows that are set aside, by place."""
        query = (
            "SELECT a.place, a.rule, t.source, t.line FROM aside AS a JOIN told AS t ON t.place = a.by ORDER BY a.place"
        )
        with self._faults_told():
            for found in self._store.execute(query):
                yield Aside(*found)

    def _remove(self) -> None:
        with suppress(FileNotFoundError):
            self.file.unlink()

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise cannot_write(str(self.file), error) from None


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


def _entries(lines: Iterator[bytes]) -> Iterator[tuple[object, ...]]:
    decode = msgspec.json.Decoder(Told).decode
    for place, line in enumerate(lines):
        told = decode(line)
        if told.questionnaire is None:  # refused
            continue
        judged = line[line.index(b',"status":') : line.rindex(b',"report_digest":')]
        moment = moment_key(told.completed_at)
        key = system_key(told.questionnaire, told.agency, told.system, told.digest)
        yield place, key, moment, _short(judged), told.report_digest, told.revises, told.source, told.line


def _short(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
