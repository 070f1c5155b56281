"""Rows to an Excel file, with the columns' types and titles, in bounded memory (docs/batch.md#excel)."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path
from traceback import clear_frames
from typing import BinaryIO

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from aiassess.batch.columns import Cells, Column, Columns
from aiassess.batch.late import rows_of, temporary_folder
from aiassess.batch.rows import JsonLinesForm
from aiassess.errors import invalid
from aiassess.render.office import FIRST_DAY, NO_TIME, cell_text, repack
from aiassess.text import say

MOST_ROWS = 1_048_575
"""What a sheet can hold below its head."""
_LARGEST = 2**53
"""Larger numbers would be rounded; they are written as text."""
_RESERVE = 1 << 17
"""Bytes that are free even if the disk is full."""
_WIDEST, _HEAD_HEIGHT = 60, 30
"""The width of a column in characters; the height of the two lines of the head in points."""
_HEAD = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
_TEXT = {"quote_prefix": True}
"""It remains a text if somebody edits it."""
_DATE = {"num_format": "yyyy-mm-dd"}
_PERCENT = {"num_format": '0.0"%"'}
"""The number itself is that of the other formats, such as 27.2."""


def write_excel(rows: Path, file: BinaryIO, layout: Columns, lang: str) -> None:
    """Write the rows of a spool as an .xlsx file with titles in ``lang``.

    The same rows give the same bytes with the same versions of XlsxWriter and zlib, as with Parquet and pyarrow. Raises
    OSError; InvalidInput if the rows are too many, which are then beside the spool as JSON Lines, or the system's folder for
    temporary files is full.
    """
    with rows.open("rb") as lines:
        too_many = next(islice(lines, MOST_ROWS, None), None) is not None
    if too_many:
        beside, form = rows.with_name(f"{rows.name}.jsonl"), JsonLinesForm(layout)
        with beside.open("wb") as whole:
            whole.writelines(line for some in rows_of(rows) for line in form.rows(some))
        raise invalid("too_many_for_excel", file=str(beside), most=f"{MOST_ROWS:,}")
    write_list(chain.from_iterable(rows_of(rows)), file, layout.columns, lang)


def write_list(rows: Iterable[Cells], file: BinaryIO, columns: Sequence[Column], lang: str) -> None:
    """Write rows that are nowhere else; raises as ``write_excel``."""
    with temporary_folder() as folder, tempfile.TemporaryFile() as made, tempfile.TemporaryFile(buffering=0) as reserve:
        try:
            reserve.write(bytes(_RESERVE))
            with Workbook(made, {"constant_memory": True, "tmpdir": folder}) as book:
                _fill(book, _that_fit(rows), columns, lang)
        except (OSError, FileCreateError) as error:
            reason: OSError = error.args[0] if isinstance(error, FileCreateError) else error
            # The unfinished archive writes its end when it is dropped, which is here, and complains if there is no room.
            reserve.truncate(0)
            clear_frames(error.__traceback__)
            clear_frames(reason.__traceback__)
            raise invalid("temporary_folder", reason=reason.strerror or str(reason)) from None
        repack(made, file)


def _that_fit(rows: Iterable[Cells]) -> Iterator[Cells]:
    for place, row in enumerate(rows):
        if place == MOST_ROWS:
            raise invalid("list_too_long_for_excel", most=f"{MOST_ROWS:,}")
        yield row


def _fill(book: Workbook, rows: Iterable[Cells], columns: Sequence[Column], lang: str) -> None:
    book.use_zip64()
    book.set_properties({"created": NO_TIME})
    _Sheet(book, "sheet", columns, lang).fill(rows)
    names = ((column.name, _title(column, lang)) for column in columns)
    _Sheet(book, "sheet_columns", [Column("id"), Column("title")], lang).fill(names)


class _Sheet:
    """A sheet that grows row by row; its head stays in view, and can be filtered."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column], lang: str) -> None:
        self._sheet = book.add_worksheet(say(lang, f"columns.{name}"))
        self._row = 0
        titles = [_title(column, lang) for column in columns]
        self._widths = [max(10, len(title) // 2 + 5) for title in titles]
        self._sheet.set_row(0, _HEAD_HEIGHT)
        head = book.add_format(_HEAD)
        for place, title in enumerate(titles):
            self._sheet.write_string(0, place, cell_text(title), head)
        text, self._day, percent = (book.add_format(style) for style in (_TEXT, _DATE, _PERCENT))
        shares = [column.share_of is not None or column.name.endswith("_percent") for column in columns]
        self._columns = [
            (column.type == "date", text, percent if share else None)
            for column, share in zip(columns, shares, strict=True)
        ]

    def fill(self, rows: Iterable[Cells]) -> None:
        for row in rows:
            self._row += 1
            self._add(row)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, self._row, len(self._widths) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self._row + 1}"})
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width)

    def _add(self, row: Cells) -> None:
        for place, (cell, (is_date, text, number)) in enumerate(zip(row, self._columns, strict=True)):
            if cell is None:
                continue
            shown = cell_text(str(cell))
            self._widths[place] = min(_WIDEST, max(self._widths[place], len(shown) + 2))
            if is_date and shown >= FIRST_DAY:
                self._sheet.write_datetime(self._row, place, date.fromisoformat(shown), self._day)
            elif isinstance(cell, str) or abs(cell) > _LARGEST:
                self._sheet.write_string(self._row, place, shown, text)
            else:
                self._sheet.write_number(self._row, place, cell, number)


def _title(column: Column, lang: str) -> str:
    if column.share_of is None:
        return say(lang, f"columns.{column.name}")
    return say(lang, "columns.share", title=column.share_of.get(lang) or next(iter(column.share_of.values())))
