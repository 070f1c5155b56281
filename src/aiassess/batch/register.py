"""The register of ``--register``: a page and JSON for each system, and an index over all (docs/public-record.md#register).

Workers write a line for each submission (``records``). At the end they are sorted on the disk, and pages are made of them one
by one.
"""

import hashlib
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from aiassess.batch.outputs import cannot_write, opened_alone
from aiassess.batch.portfolio.agencies import key_of, one_name
from aiassess.errors import Problem, WrongUsage
from aiassess.files import put_in_place
from aiassess.render import renderer
from aiassess.render.html.register import MARK, Entry, Part, RegisterPages
from aiassess.render.public import FORMAT, PublicRecord

MOST_ON_A_PAGE = 5000
"""Systems that one page lists; more are listed on several, in the order of their agencies."""
INDEX = "index.html"
_STAGED, _ORDER = ".half", "order"
_CLASSIFIED = "public_classified"
_OURS = re.compile(r"([a-z0-9-]+-)?[0-9a-f]{12}(-\d+)?\.json")


def refuse_other(folder: str) -> None:
    """Raise WrongUsage if a folder has an index that is not that of a register: somebody's pages would be lost."""
    file = Path(folder, INDEX)
    try:
        if not _is_index(file):
            raise WrongUsage([Problem("register_other", file=str(file))])
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        raise cannot_write(folder, error) from None


def write_register(lines: Path, folder: Path, lang: str, left_out: Mapping[str, int]) -> None:
    """Make a register of the lines of a run, in bounded memory; raises InvalidInput.

    ``left_out``: how many submissions have no line, by the key of ``aiassess.text.public`` that says why.
    All pages are ready before the first is put in its place; each appears in one step, and the index last.
    """
    staged = folder / _STAGED
    try:
        with (
            _alone(staged),
            closing(sqlite3.connect(staged / _ORDER)) as db,
            closing(db.cursor()) as ordered,  # one left open keeps Windows from removing the file
            lines.open("rb") as file,
        ):
            db.executescript(_TABLES)
            pages = RegisterPages(lang, *_sorted_out(db, file, Counter(left_out)))
            _write_pages(db, ordered.execute(_IN_ORDER), file, staged, pages)
            _put_in_place(db, staged, folder)
    except (OSError, sqlite3.Error) as error:
        raise cannot_write(str(folder), error) from None


@contextmanager
def _alone(staged: Path) -> Iterator[None]:
    """Make the folder for pages that are not ready, for this run alone: raises WrongUsage if another one is making them."""
    staged.parent.mkdir(parents=True, exist_ok=True)
    lock = staged.with_suffix(".lock")
    held, _ = opened_alone(str(lock))
    try:
        shutil.rmtree(staged, ignore_errors=True)  # what a run left that was killed
        staged.mkdir()
        yield
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        held.close()
        lock.unlink(missing_ok=True)


_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE systems (place INTEGER PRIMARY KEY, agency TEXT, system TEXT, at INTEGER, spelling TEXT);
CREATE TABLE classified (agency TEXT, system TEXT);
CREATE TABLE written (page TEXT PRIMARY KEY) WITHOUT ROWID;
"""
# Agencies are named as most of their records spell them.
_IN_ORDER = """
WITH spellings AS (SELECT agency, spelling, count(*) AS n FROM systems GROUP BY agency, spelling),
named AS (
    SELECT DISTINCT agency, first_value(spelling) OVER (PARTITION BY agency ORDER BY n DESC, spelling DESC) AS name
    FROM spellings
)
SELECT agency, system, name, at FROM systems JOIN named USING (agency) ORDER BY agency, system, place
"""


def _sorted_out(
    db: sqlite3.Connection, file: BinaryIO, left_out: Counter[str]
) -> tuple[list[tuple[str, str]], int, dict[str, int]]:
    """Keep where each record is; return the statements of the questionnaires, and how many are listed and left out."""
    statements: dict[tuple[str, str], None] = {}

    def listed() -> Iterator[tuple[str, str, int, str]]:
        at = 0
        for line in file:
            entry = msgspec.json.decode(line)
            if entry["left_out"]:
                left_out[entry["left_out"]] += 1
                if entry["left_out"] == _CLASSIFIED and entry["system"]:
                    db.execute("INSERT INTO classified VALUES (?, ?)", _key(entry))
            else:
                made = entry["record"]["questionnaire"]
                statements[made["language"], made["statement"]] = None
                yield *_key(entry), at, one_name(entry["record"]["agency"])
            at += len(line)

    db.executemany("INSERT INTO systems (agency, system, at, spelling) VALUES (?, ?, ?, ?)", listed())
    # An earlier submission of what has since become a secret would tell of it.
    gone = db.execute("DELETE FROM systems WHERE (agency, system) IN (SELECT agency, system FROM classified)")
    left_out[_CLASSIFIED] += gone.rowcount
    (number,) = db.execute("SELECT count(*) FROM systems").fetchone()
    return list(statements), number, {why: n for why, n in sorted(left_out.items()) if n}


def _key(entry: Mapping[str, str | None]) -> tuple[str, str]:
    """Return by what systems are sorted, and told to be the same: agency and name, in whatever case."""
    return key_of(one_name(entry["agency"])), key_of(one_name(entry["system"]))


def _write_pages(
    db: sqlite3.Connection, ordered: sqlite3.Cursor, file: BinaryIO, staged: Path, pages: RegisterPages
) -> None:
    entries = _write_records(db, ordered, file, staged, pages)
    if pages.listed <= MOST_ON_A_PAGE:
        _write(db, staged, INDEX, pages.of_entries([*entries]))
        return
    parts: list[Part] = []
    while some := list(islice(entries, MOST_ON_A_PAGE)):
        parts.append(Part(f"part-{len(parts) + 1}.html", some[0].agency, some[-1].agency, len(some)))
        _write(db, staged, parts[-1].file, pages.of_entries(some, back=True))
    _write(db, staged, INDEX, pages.of_parts(parts))


def _write_records(
    db: sqlite3.Connection, ordered: sqlite3.Cursor, file: BinaryIO, staged: Path, pages: RegisterPages
) -> Iterator[Entry]:
    """Write the pages of all systems, by agency and name, and yield what the index says of each."""
    for (agency, system, spelling), some in groupby(ordered, key=lambda row: row[:3]):
        for place, (*_, at) in enumerate(some, 1):
            file.seek(at)
            record: PublicRecord = msgspec.json.decode(file.readline())["record"]
            name = _page_of(agency, system, place)
            for format_ in ("html", "json"):
                _write(db, staged, f"{name}.{format_}", str(renderer(format_, "public")(record)))
            yield pages.entry(record, spelling, f"{name}.html")


def _page_of(agency: str, system: str, place: int) -> str:
    """Return the name of a system's page without its ending: the same in every round, whatever else is in the register."""
    key = hashlib.sha256(f"{agency}\0{system}".encode()).hexdigest()
    parts = [re.sub("[^a-z0-9]+", "-", system)[:40].strip("-"), key[:12], str(place) if place > 1 else ""]
    return f"systems/{key[:2]}/{'-'.join(part for part in parts if part)}"


def _write(db: sqlite3.Connection, staged: Path, name: str, text: str) -> None:
    file = staged / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    db.execute("INSERT INTO written VALUES (?)", [name])


def _put_in_place(db: sqlite3.Connection, staged: Path, folder: Path) -> None:
    """Move what is ready to where it is read, the index last; then remove the pages of an earlier register."""
    for (name,) in db.execute("SELECT page FROM written ORDER BY page = ?, page DESC", [INDEX]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        put_in_place(staged / name, folder / name)
    for name in _earlier(folder):
        if not db.execute("SELECT 1 FROM written WHERE page = ?", [name]).fetchone():
            (folder / name).unlink(missing_ok=True)
    for part in folder.glob("systems/??"):
        with suppress(OSError):  # it is not empty
            part.rmdir()


def _earlier(folder: Path) -> Iterator[str]:
    """Yield the pages in a folder that a register of ours has or had."""
    for data in (data for part in sorted(folder.glob("systems/??")) for data in sorted(part.glob("*.json"))):
        if _OURS.fullmatch(data.name) and _begins(data, f'{{\n  "format": "{FORMAT}"'):
            yield from (file.relative_to(folder).as_posix() for file in (data.with_suffix(".html"), data))
    yield from (file.name for file in folder.glob("part-*.html") if _is_index(file))


def _begins(file: Path, text: str) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(text)) == text.encode()


def _is_index(file: Path) -> bool:
    with file.open("rb") as opened:
        return MARK.encode() in opened.read(1 << 16)
