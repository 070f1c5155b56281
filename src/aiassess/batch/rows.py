"""Rows as bytes: CSV that no text can break, and JSON Lines (docs/batch.md#rows)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from aiassess.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiassess.batch.columns import Cell, Cells, Layout

ERRORS = "errors"
"""What is written of refused submissions, beside the tables."""
_FREE_TEXT = {"source", "error_place", "error_message", "system", "agency"}
"""Columns that hold what somebody typed. All others hold numbers, dates, and ids of letters, digits and few signs."""
_encode = msgspec.json.Encoder().encode
# Beyond what JSON escapes anyway: the other control characters, and what some programs take for the end of a line.
_BREAKS = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What spreadsheets take for the beginning of a formula."""
_AFTER_SEMICOLON = re.compile(f';(?=[\\s"]*[{re.escape("".join(_FORMULA))}])')
"""Excel begins a new cell at a semicolon where the decimal sign is a comma, within quotes too (docs/batch.md#rows)."""


class Form(Protocol):
    """A way to write rows; ``header`` comes before the first."""

    header: bytes

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        """Return rows as bytes, each with the end of its line."""


def form(name: str, layout: Layout) -> Form:
    """Return the form "csv" or "jsonl" for the columns of a layout."""
    return CsvForm(layout) if name == "csv" else JsonLinesForm(layout)


class CsvForm:
    """RFC 4180 with LF: a header, UTF-8 without a byte-order mark, quotes where they are needed."""

    def __init__(self, layout: Layout) -> None:
        names = [column.name for column in layout.columns]
        self.header = ",".join(names).encode() + b"\n"
        self._plain = 1 + max(place for place, name in enumerate(names) if name in _FREE_TEXT)
        """Cells from here on hold no text that somebody typed."""

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        """Return the cells of each row, made safe."""
        if not rows:
            return []
        heads = [b"%b,%b" % (_cell(row[0]), str(row[1] or "").encode()) for row in rows]
        fronts = [b",".join(map(_cell, cells[2 : self._plain])) for cells in rows]
        # Behind them are only ids, dates and numbers. JSON is how these are written fastest, and the same but for quotes.
        written = _encode([("", *cells[self._plain :]) for cells in rows])[2:-2]
        rests = written.replace(b",null", b",").replace(b'"', b"").split(b"],[")
        return [b"%b,%b%b\n" % parts for parts in zip(heads, fronts, rests, strict=True)]


@lru_cache(maxsize=500)  # texts may be long
def _cell(cell: Cell) -> bytes:
    text = "" if cell is None else csv_text(str(cell))
    return ('"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text).encode()


def csv_text(text: str) -> str:
    """Return a text on one line, without control characters, and not to be taken for a formula by a spreadsheet."""
    plain = text.isascii() and text.isprintable() and "  " not in text and text == text.strip()
    if not plain:  # else safe_line would change nothing
        text = safe_line(text)
    if ";" in text:
        text = _AFTER_SEMICOLON.sub(";'", text)
    return "'" + text if text.startswith(_FORMULA) else text


class JsonLinesForm:
    """An object a line, every column in it; texts are exact."""

    header = b""

    def __init__(self, layout: Layout) -> None:
        self._row: Any = msgspec.defstruct("Row", [(column.name, Any) for column in layout.columns], gc=False)

    def rows(self, rows: Sequence[Cells]) -> list[bytes]:
        return [json_line(self._row(*cells)) + b"\n" for cells in rows]


def json_line(data: object) -> bytes:
    """Return data as JSON on one line, whatever a reader takes for the end of one."""
    written = _encode(data)
    return written if written.isascii() and b"\x7f" not in written else _BREAKS.sub(_escaped, written)


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match.group().decode())
