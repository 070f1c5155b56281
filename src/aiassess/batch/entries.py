"""What the standing of a row depends on (docs/rounds.md#the-latest-of-each-system), in small databases made side by side."""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.desk import Desk
from aiassess.batch.portfolio.agencies import key_of
from aiassess.batch.rows import csv_text, row_of
from aiassess.batch.stretches import Stretch
from aiassess.batch.tasks import Job
from aiassess.figures import instant

LONGEST_SORTED = 100
"""Systems are sorted by so many characters of their agencies' names and of their own."""
TOLD = (
    *("questionnaire", "agency", "system", "digest"),
    *("completed_at", "completed_on", "report_digest", "revises"),
)
"""The columns of which an entry is made."""
COMPARED = ("questionnaire", "version", "edition", "level", "verdict", "findings", "critical_findings")
"""The columns that are compared with those of another round."""
KIND = 8
"""The bytes of a ``compared`` that are the same for all rows of one questionnaire, version and edition."""
QUICKLY = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
"""For a database of which nothing is of use after a crash."""
# A row's place among those of the part, its size in bytes, the key of its system, and what is the same if COMPARED is.
_TABLE = """
CREATE TABLE entry (place INTEGER, size INTEGER, system BLOB, moment TEXT, report TEXT, revises TEXT, compared BLOB)
"""
_INSERT = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)"


def write_entries(part: Path, layout: Layout, rows: Iterable[tuple[int, int, Cells]]) -> None:
    """Make a database of entries of those among some rows that were scored; ``rows``: places, sizes and cells.

    A database is taken in by another many times as fast as rows are. Raises OSError and sqlite3.Error.
    """
    part.unlink(missing_ok=True)  # a process may have died half-way through it
    with closing(sqlite3.connect(part, isolation_level=None)) as store:
        store.executescript(f"{QUICKLY} BEGIN; {_TABLE};")
        store.executemany(_INSERT, _entries(layout, rows))
        store.execute("COMMIT")


def _entries(layout: Layout, rows: Iterable[tuple[int, int, Cells]]) -> Iterator[tuple[object, ...]]:
    told, compared = layout.getter(*TOLD), layout.getter(*COMPARED)
    for place, size, cells in rows:
        questionnaire, *names, moment, day, report, revises = told(cells)
        if questionnaire is not None:  # else refused
            moment = moment_key(moment or (day and f"{day}T00:00:00Z"))
            yield place, size, system_key(questionnaire, *names), moment, report, revises, _compared(*compared(cells))


@dataclass(frozen=True, slots=True)
class Entries(Job):
    """Makes a database of the entries of some rows."""

    rows: Stretch
    part: Path

    def do(self, desk: Desk) -> Path:
        rows = ((place, len(line), row_of(line)) for place, line in self.rows.lines())
        write_entries(self.part, desk.layout, rows)
        return self.part


def system_key(questionnaire: str | None, agency: str | None, system: str | None, digest: str | None) -> bytes:
    """Return what is the same for all submissions of one system; of one without a name, only those of the same bytes.

    Names are taken as in CSV, so that they are the same in whatever format earlier rows were kept.
    """
    if system is None:
        return short((digest or "").encode())
    return short("\0".join((questionnaire or "", folded(agency or ""), folded(system))).encode())


@lru_cache(maxsize=1000)
def folded(name: str) -> str:
    text = csv_text(name)
    if text.isascii():  # then the rest changes nothing else
        return " ".join(text.split()).lower()
    return key_of(" ".join(unicodedata.normalize("NFC", text).split()))


def _compared(questionnaire: str, version: str, edition: str | None, *told: str | None) -> bytes:
    return _kind(questionnaire, version, edition) + short("\0".join([text or "" for text in told]).encode())


@lru_cache(maxsize=100)
def _kind(questionnaire: str, version: str, edition: str | None) -> bytes:
    return short("\0".join((questionnaire, version, edition or "")).encode())[:KIND]


def moment_key(text: str | None) -> str:
    """Return what sorts as the moment that RFC 3339 text tells, in whatever time zone; none comes first."""
    if text is None:
        return ""
    seconds, fraction = instant(text)
    return f"{seconds + 10**11:012}{fraction}"


def folded_names(agency: str | None, system: str | None) -> str:
    """Return what sorts rows by agencies, then by systems."""
    return "\0".join(folded(name or "")[:LONGEST_SORTED] for name in (agency, system))


def short(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
