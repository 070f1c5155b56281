"""Who is due for reassessment: lists, and calendars (docs/rounds.md#who-is-due)."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from itertools import chain, starmap
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid5

import msgspec
from msgspec.structs import replace

from aiassess.batch.calendar import write_calendar
from aiassess.batch.columns import REFUSED, Cells, Column, Layout
from aiassess.batch.entries import system_key
from aiassess.batch.late import rows_of
from aiassess.batch.outputs import Target, cannot_write
from aiassess.batch.plan import Plan
from aiassess.batch.portfolio.agencies import key_of, one_name
from aiassess.batch.portfolio.tally import SOON_DAYS, later, when_due
from aiassess.batch.rows import list_line
from aiassess.errors import invalid
from aiassess.files import replaced
from aiassess.text import say

_TABLE = "CREATE TABLE due (agency TEXT, key BLOB, day TEXT, system TEXT, row BLOB)"
# Of several assessments of one system, that which is due last has the event that the next round moves.
_SORTED = """
SELECT row, key, row_number() OVER (PARTITION BY key ORDER BY day IS NULL, day DESC, rowid DESC) FROM due {}
ORDER BY agency = '', agency, day IS NULL, day, system, rowid
"""


class System(msgspec.Struct, gc=False):
    """A row of the scores, as far as it is needed; ``urgency``: overdue, soon, later or no_date."""

    status: str
    source: str
    line: int | None
    questionnaire: str | None
    system: str | None
    agency: str | None
    level: str | None
    reassess_due: str | None
    completed_on: str | None
    reference: str | None
    edition: str | None
    digest: str | None
    level_title: str | None = None
    urgency: str = "no_date"


_COLUMNS = (
    *map(Column, ("agency", "system", "level", "level_title")),
    Column("reassess_due", type="date"),
    Column("urgency"),
    Column("completed_on", type="date"),
    *map(Column, ("reference", "edition", "source")),
    Column("line", type="integer"),
)
_OF_ROW = System.__struct_fields__[:-2]
_NAMES = [column.name for column in _COLUMNS]
_cells: Callable[[System], Cells] = attrgetter(*_NAMES)


def write_due(plan: Plan, layout: Layout, rows: Path, as_of: str) -> None:
    """Write what ``--due`` asks for, of the rows of a spool, each file in one step.

    The systems are sorted on the disk, so that memory does not grow with them. Raises InvalidInput if a file cannot be written.
    """
    with closing(sqlite3.connect("")) as store:  # a file without a name, which goes with the connection
        try:
            store.execute(_TABLE)
            some = map(layout.getter(*_OF_ROW), chain.from_iterable(rows_of(rows)))
            entries = _entries(plan, starmap(System, some), as_of)
            store.executemany("INSERT INTO due VALUES (?, ?, ?, ?, ?)", entries)
            store.execute("CREATE INDEX agencies ON due (agency)")
            for target in plan.due:
                _write(target, store, plan, as_of)
        except sqlite3.Error as error:
            raise invalid("temporary_folder", reason=str(error)) from None


def _entries(plan: Plan, rows: Iterable[System], as_of: str) -> Iterator[tuple[object, ...]]:
    soon = later(as_of, SOON_DAYS)
    lang = plan.reports_lang or plan.lang
    titles = {
        (f"{q.id}@{q.version}", level.id): level.title.get(lang) or level.title[q.default_language]
        for q in plan.questionnaires
        for level in q.levels
    }
    for row in rows:
        if row.status == REFUSED:
            continue
        row.level_title = titles[row.edition or "", row.level or ""]
        row.urgency = when_due(row.reassess_due, as_of, soon)
        agency, system = key_of(one_name(row.agency)), key_of(one_name(row.system))
        key = system_key(row.questionnaire, row.agency, row.system, row.digest)
        yield agency, key, row.reassess_due, system, msgspec.json.encode(row)


def _write(target: Target, store: sqlite3.Connection, plan: Plan, as_of: str) -> None:
    """Write a list or a calendar; in a folder both, of all systems and of those of each agency."""
    if target.format != "folder":
        _write_file(Path(target.name), target, _sorted(store), plan, as_of)
        return
    folder = Path(target.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(target.name, error) from None
    for ending in (".csv", ".ics"):
        _write_file(folder / f"all{ending}", target, _sorted(store), plan, as_of)
        for (agency,) in store.execute("SELECT DISTINCT agency FROM due ORDER BY agency"):
            _write_file(folder / f"{_file_name(agency)}{ending}", target, _sorted(store, agency), plan, as_of)


def _sorted(store: sqlite3.Connection, agency: str | None = None) -> Iterator[tuple[System, UUID]]:
    """Yield the systems, each with what tells its event from others, the same in every round."""
    decode = msgspec.json.Decoder(System).decode
    some = _SORTED.format("" if agency is None else "WHERE agency = ?")
    for row, key, nth in store.execute(some, () if agency is None else (agency,)):
        uid = UUID(bytes=key, version=5)
        yield decode(row), uid if nth == 1 else uuid5(uid, str(nth))


def _file_name(agency: str) -> str:
    """Return a name that every system allows and no other agency has."""
    digest = blake2b(agency.encode(), digest_size=6).hexdigest()
    plain = re.sub("[^a-z0-9]+", "-", agency)[:60].strip("-")
    return "-".join(filter(None, (plain, digest))) if agency else "no-agency"


def _write_file(file: Path, target: Target, found: Iterator[tuple[System, UUID]], plan: Plan, as_of: str) -> None:
    lang, form = plan.reports_lang or plan.lang, file.suffix.lower()
    with replaced(file, alone=True) as stream:
        if form == ".ics":
            standings = {f"{q.id}@{q.version}": q.status for q in plan.questionnaires}
            write_calendar(found, stream, standings, as_of, lang)
        elif form == ".xlsx":
            _write_excel(stream, found, lang)
        else:
            form = "csv_marked" if target.marked else "csv"
            stream.write(list_line(form, _NAMES, None))
            stream.writelines(list_line(form, _NAMES, _cells(system)) for system, _ in found)


def _write_excel(file: BinaryIO, found: Iterator[tuple[System, UUID]], lang: str) -> None:
    """Write the list for people: how urgent it is stands there in words."""
    from aiassess.batch.excel import write_list  # noqa: PLC0415 - slow to import

    told = (replace(system, urgency=say(lang, f"portfolio.{system.urgency}", days=SOON_DAYS)) for system, _ in found)
    write_list(map(_cells, told), file, _COLUMNS, lang)
