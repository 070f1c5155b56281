"""Forms filled in without an office: cells of a workbook found by what they are for, and changed in its XML."""

import io
import re
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter

from aiassess.answers.cells import letters, read_sheets
from support.office import parts


def place_of(package: bytes, row: str, key: str = "answer", sheet: str | None = None) -> str:
    """Return the cell of a row, such as "livelihood" or "register#1", in the column with a key: ``1 Impact!G4``."""
    for found in read_sheets(package, "form.xlsx"):
        keys = [str(value) for value in found.rows[0]]
        if key not in keys[1:] or (sheet and keys[0] != f"aiassess:{sheet}"):
            continue
        for number, values in enumerate(found.rows):
            if values and values[0] == row:
                return f"{found.name}!{letters(keys.index(key, 1))}{number + 1}"
    raise AssertionError(f"no cell for {row}, {key}")


def filled(package: bytes, values: dict[str, object]) -> bytes:
    """Return a workbook with values in some of its cells, by place; None empties one, a bytes is XML for the whole cell."""
    found = parts(package)
    names = [sheet.name for sheet in read_sheets(package, "form.xlsx")]
    for place, value in values.items():
        sheet, _, cell = place.rpartition("!")
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        pattern = re.compile(rf'<c r="{cell}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)'.encode(), re.DOTALL)
        content, count = pattern.subn(lambda match, c=cell, v=value: _cell(c, match[1] or b"", v), found[part])
        assert count == 1, place
        found[part] = content
    return packed(found)


def packed(found: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in found.items():
            package.writestr(name, content)
    return file.getvalue()


def _cell(cell: str, style: bytes, value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    head = b'<c r="%s"%s' % (cell.encode(), style)
    if value is None:
        return head + b"/>"
    if isinstance(value, bool):
        return head + b' t="b"><v>%d</v></c>' % value
    if isinstance(value, date):
        return head + b' t="d"><v>%s</v></c>' % value.isoformat().encode()
    if isinstance(value, (int, float)):
        return head + b"><v>%s</v></c>" % repr(value).encode()
    return head + b' t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % escape(str(value)).encode()


def workbook(**sheets: list[list[object]]) -> bytes:
    """Return a new workbook: rows of cells by the names of sheets."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    sheet.write(number, column, value)
    return file.getvalue()
