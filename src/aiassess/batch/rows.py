"""Rows as bytes: CSV that no text can break, and JSON Lines (docs/batch.md#rows)."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import msgspec

from aiassess.batch.columns import Cell, Cells, Columns, Layout
from aiassess.batch.details import DETAILS
from aiassess.batch.streams import BOM
from aiassess.safe import safe_line

PUBLIC = "public.jsonl"
"""The form of the lines of a register."""
ERRORS = "errors"
"""The format of the list of errors, whose lines are not rows."""
SCORES = "spool"
"""The form of the rows of submissions that are kept for the end of a run."""
REPORTS = "reports"
"""The format of the digests of reports: arrays of source, line, digest of the submission's bytes, and digest of its report."""
COUNTS = "counts.jsonl"
"""The form of how many rows each submission has in the long tables: a line of numbers for each."""
_FREE_TEXT = {
    *("source", "error_place", "error_message", "system", "agency", "ministry", "reference", "level_title"),
    *(
        "section_title",
        "question_text",
        "value",
        "label",
        "note",
        "finding_text",
        "action",
        "actor_title",
        "risk",
        "treatment",
        "owner",
    ),
}
"""Columns with text that was typed. The others hold numbers, dates, and ids of letters, digits and a few signs."""
_encode = msgspec.json.Encoder().encode
# What JSON does not escape: the other control characters, and what some programs take for the end of a line.
_BREAKS = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What spreadsheets take for the beginning of a formula."""
_AFTER_SEMICOLON = re.compile(f';(?=[\\s"]*[{re.escape("".join(_FORMULA))}])')
"""Excel begins a new cell at a semicolon, even within quotes, if the decimal sign is a comma (docs/batch.md#rows)."""
_APOSTROPHE = re.compile(_AFTER_SEMICOLON.pattern.replace(";", ";'", 1))


class CsvForm:
    """RFC 4180 with LF: a header, UTF-8 without a byte-order mark, quotes only if they are needed."""

    def __init__(self, layout: Columns) -> None:
        names = [column.name for column in layout.columns]
        self.header = ",".join(names).encode() + b"\n"
        typed = [place for place, name in enumerate(names) if name in _FREE_TEXT]
        before, self._end = max(pairwise(typed), key=lambda ends: ends[1] - ends[0])
        self._start = before + 1
        """The longest run of cells that hold no text that was typed."""

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        if not rows:
            return []
        start, end = self._start, self._end
        fronts = [b",".join(map(_cell, cells[:start])) for cells in rows]
        # The middle is ids, dates and numbers. They are written fastest as JSON, which differs only in its quotes.
        written = _encode([("", *cells[start:end]) for cells in rows])[2:-2]
        middles = written.replace(b",null", b",").replace(b'"', b"").split(b"],[")
        tails = [b",".join(map(_cell, cells[end:])) for cells in rows]
        return [b"%b%b,%b\n" % parts for parts in zip(fronts, middles, tails, strict=True)]


class MarkedCsvForm(CsvForm):
    """The same with a byte-order mark: Excel then takes it for UTF-8 if it is opened by a double click."""

    def __init__(self, layout: Columns) -> None:
        super().__init__(layout)
        self.header = BOM + self.header


def _cell(cell: Cell) -> bytes:
    return _quoted(cell) if isinstance(cell, str) else b"" if cell is None else str(cell).encode()


@lru_cache(maxsize=500)  # texts may be long
def _quoted(text: str) -> bytes:
    text = csv_text(text)
    return ('"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text).encode()


def csv_text(text: str) -> str:
    """Return a text on one line, without control characters, that no spreadsheet takes for a formula."""
    plain = text.isascii() and text.isprintable() and "  " not in text and text == text.strip()
    if not plain:  # else safe_line would change nothing
        text = safe_line(text)
    if ";" in text:
        text = _AFTER_SEMICOLON.sub(";'", text)
    return "'" + text if text.startswith(_FORMULA) else text


def plain_text(text: str) -> str:
    """Return a text of a CSV file without the apostrophes that ``csv_text`` put before formulas."""
    text = _APOSTROPHE.sub(";", text) if ";'" in text else text
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


class JsonLinesForm:
    """An object a line with every column; texts are exact."""

    header = b""

    def __init__(self, layout: Columns) -> None:
        self._row: Any = msgspec.defstruct("Row", [(column.name, Any) for column in layout.columns], gc=False)

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        return [json_line(self._row(*cells)) + b"\n" for cells in rows]


class SpoolForm:
    """An array a line with every cell, for the end of the run; it is the quickest to write and to read."""

    header = b""

    def __init__(self, _: Columns) -> None:
        pass

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        return [_encode(cells) + b"\n" for cells in rows]


row_of: Callable[[bytes], Cells] = msgspec.json.Decoder(tuple[Any, ...]).decode
"""Returns the cells of a line of a spool."""


def list_line(format_: str, columns: Sequence[str], cells: Cells | None) -> bytes:
    """Return a line of a list beside the rows, in a format of ``FORMS``; without cells its header."""
    if format_ == "jsonl":
        return json_line(dict(zip(columns, cells, strict=True))) + b"\n" if cells else b""
    line = b",".join(map(_cell, cells or columns)) + b"\n"
    return BOM + line if format_ == "csv_marked" and cells is None else line


Form = CsvForm | JsonLinesForm | SpoolForm
FORMS: dict[str, type[Form]] = {
    "csv": CsvForm,
    "csv_marked": MarkedCsvForm,
    "jsonl": JsonLinesForm,
    "spool": SpoolForm,
}
"""The ways to write rows, by format. ``header`` comes before the first row; each row includes the end of its line."""


def form_of(name: str, layout: Layout) -> Form:
    """Return the form of rows by its name: "csv" of scores, "answers.csv" of a long table."""
    return FORMS[name.rpartition(".")[2]](columns_in(name, layout))


def columns_in(form: str, layout: Layout) -> Columns:
    table = table_in(form)
    return DETAILS[table] if table else layout


def table_in(form: str) -> str:
    """Return the long table whose rows a form is of, "" if they are of scores."""
    return form.rpartition(".")[0]


def json_line(data: object) -> bytes:
    """Return data as JSON on one line, whatever a reader takes for the end of a line."""
    written = _encode(data)
    return written if written.isascii() and b"\x7f" not in written else _BREAKS.sub(_escaped, written)


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match.group().decode())
