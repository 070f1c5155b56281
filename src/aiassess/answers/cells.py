"""A workbook's cells, read within bounds: hostile files are refused before a library sees them (docs/security.md)."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from aiassess.errors import invalid
from aiassess.files import OLD_OFFICE
from aiassess.visible import is_blank

MAX_UNPACKED = 60_000_000
_MOST_PARTS = 2_000
_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 20_000, 300, 400_000
_MOST_TEXT = 400_000_000
"""Bytes that the cells could hold together, if each held the longest text: a text is stored once, but read for each cell."""
_CELL = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c[\s/>]")
_TEXT_END = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?si\s*>")
# LibreOffice writes out cells and rows that only have a style, up to the last row and column that there can be.
_EMPTY_CELL = re.compile(rb"""<((?:[A-Za-z_][\w.-]*:)?c)\sr\s*=[^<>]*(?:/>|></\1>)""")
_EMPTY_ROW = re.compile(rb"""<((?:[A-Za-z_][\w.-]*:)?row)\sr\s*=[^<>]*(?:/>|>\s*</\1>)""")
_PLACE = re.compile(rb"""[\s"']r\s*=\s*["']([A-Za-z]{0,9})([0-9]{0,20})""")

Value = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; "" for nothing."""


class Cell(NamedTuple):
    """A cell, counted from 0, and the name of its sheet."""

    sheet: str
    row: int
    column: int
    value: Value = ""

    @property
    def place(self) -> str:
        """The cell as people name it: ``1 Profile!G12``."""
        return f"{self.sheet}!{letters(self.column)}{self.row + 1}"

    @property
    def blank(self) -> bool:
        return isinstance(self.value, str) and is_blank(self.value)

    @property
    def shown(self) -> str:
        return self.value if isinstance(self.value, str) else str(self.value)


class Sheet(NamedTuple):
    """A sheet: rows of values from its first cell on."""

    name: str
    rows: list[list[Value]]

    def cell(self, row: int, column: int) -> Cell:
        values = self.rows[row] if row < len(self.rows) else []
        return Cell(self.name, row, column, values[column] if column < len(values) else "")


def letters(column: int) -> str:
    """Return a column's name: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read_sheets(raw: bytes, shown: str) -> list[Sheet]:
    """Return the sheets of an .xlsx file; raises InvalidInput if it is none, is damaged or holds too much."""
    if raw.startswith(OLD_OFFICE):
        raise invalid("workbook_old", file=shown)
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - needed for workbooks alone

    parts = _unpacked(raw, shown)
    if "word/document.xml" in parts:
        raise invalid("workbook_is_paper", file=shown)
    if "xl/workbook.xml" not in parts:
        raise invalid("workbook_not_form", file=shown)
    _refuse_too_much(parts, shown)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(_packed(parts)))
        return [Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a library in Rust that panics raises what is not an Exception
        raise invalid("workbook_damaged", file=shown, reason=str(error)[:200]) from None


def _unpacked(raw: bytes, shown: str) -> dict[str, bytes]:
    """Return the parts of a package, unpacked within bounds whatever it says of their sizes."""
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = package.namelist()
            if len(names) > _MOST_PARTS:
                raise invalid("workbook_too_large", file=shown)
            for name in names:
                with package.open(name) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise invalid("workbook_too_large", file=shown)
                if name.startswith("xl/worksheets/"):
                    content = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))
                parts[name] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise invalid("workbook_damaged", file=shown, reason=str(error)[:200]) from None
    return parts


def _packed(parts: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return found.getvalue()


def _refuse_too_much(parts: dict[str, bytes], shown: str) -> None:
    """Refuse what would take far more memory once it is read than the file has bytes."""
    cells = longest = 0
    for content in parts.values():
        here = len(_CELL.findall(content))
        cells += here
        for letter, number in _PLACE.findall(content) if here else ():
            if len(number) > 7 or int(number or 0) > _MOST_ROWS or _column(letter) > _MOST_COLUMNS:
                raise invalid("workbook_too_large", file=shown)
        longest = max(longest, *map(len, _TEXT_END.split(content)[:-1]), 0)
    if cells > _MOST_CELLS or cells * longest > _MOST_TEXT:
        raise invalid("workbook_too_large", file=shown)


def _column(letters_: bytes) -> int:
    number = 0
    for letter in letters_.upper():
        number = number * 26 + letter - 64
    return number
