"""One sheet of a form, written row by row; whatever is written as text stays text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from aiassess.answers import sheets as s
from aiassess.errors import InvalidInput, Problem
from aiassess.form.content import Form
from aiassess.form.layout import Layout
from aiassess.kinds.parts import MAX_TEXT
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question
from aiassess.render.office import FIRST_DAY, cell_text
from aiassess.safe import safe_text

_TITLE, _MESSAGE = 32, 255
"""The characters of a message's title and text."""
_DIGITS = 15
"""Digits of a number that Excel and its like keep."""
_A4 = 9
_POINTS = 10
_LINE, _HIGHEST = 13.5, 409
"""The height of a line, and the greatest of a row, in points."""

_BASE = {"font_size": _POINTS, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_TO_FILL = {**_BASE, "locked": False, "bg_color": "#FFF8DC"}
STYLES: dict[str, dict[str, object]] = {
    "plain": {},
    "text": {**_BASE},
    "option": {**_BASE, "indent": 1},
    "label": {**_BASE, "bold": True},
    "quiet": {**_BASE, "font_color": "#595959"},
    "title": {"bold": True, "font_size": 14},
    "head": {**_BASE, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF"},
    "entry": {**_TO_FILL, "num_format": "@"},
    "number": {**_TO_FILL},
    "date": {**_TO_FILL, "num_format": "yyyy-mm-dd"},
    "grey": {"bg_color": "#D9D9D9", "font_color": "#7F7F7F"},
}


class Page:
    """A sheet; ``row`` is the one written now, ``styles`` are the formats of ``STYLES``."""

    def __init__(
        self, sheet: Worksheet, kind: s.Sheet, form: Form, layout: Layout, styles: Mapping[str, Format]
    ) -> None:
        self.sheet, self.form, self.layout, self.styles = sheet, form, layout, styles
        self.row = 0
        self.widths = [2, 2]
        self._lines: dict[int, int] = {}
        self.write(0, s.mark_of(kind), "plain")
        self.sheet.set_row(0, None, None, {"hidden": True})
        self.row = 1

    def columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """Set keys and widths; what is for programs alone is hidden."""
        self.widths = [width for _, width in columns]
        for place, (key, width) in enumerate(columns):
            if place:
                self.sheet.write_string(0, place, key)
            self.sheet.set_column(place, place, width, None, {"hidden": key in (s.ROW_ID, "applies")})

    def write(self, column: int, text: str, style: str) -> None:
        text = cell_text(text)
        self.sheet.write_string(self.row, column, text, self.styles[style])
        if style not in ("title", "plain"):
            self._needs(text, self.widths[column])

    def _needs(self, text: str, width: int) -> None:
        """Note how high the row must be: no program makes it fit by itself wherever the file is opened."""
        lines = sum(1 + (len(line) - 1) // width for line in text.split("\n") if line)
        self._lines[self.row] = max(lines, self._lines.get(self.row, 1))

    def texts(self, texts: Iterable[str], style: str, *, merged: bool = False) -> None:
        """Write the first cells of a row; the first is for programs. Titles and merged rows, and heads, end the row."""
        row = [*texts]
        for place, text in enumerate(row):
            self.write(place, text, "plain" if place == 0 else style)
        if merged:
            first, last = len(row) - 1, len(self.widths) - 1
            self.sheet.merge_range(self.row, first, self.row, last, "", self.styles[style])
            self.sheet.write_string(self.row, first, cell_text(row[-1]), self.styles[style])
            self._lines.pop(self.row, None)
            self._needs(row[-1], sum(self.widths[first:]))
        if row[0] == s.HEAD:
            self.row += 1

    def formula(self, column: int, formula: tuple[str, int] | None) -> None:
        if formula:
            self.sheet.write_formula(self.row, column, formula[0], self.styles["plain"], formula[1])

    # Cells to fill in

    def entry(self, column: int, text: str | None, style: str = "entry", question: Question | None = None) -> None:
        """Write a cell for a text; raises InvalidInput if no cell can hold it."""
        if text is None:
            self.sheet.write_blank(self.row, column, None, self.styles[style])
            return
        safe = safe_text(text)
        cell = cell_text(safe)
        if len(safe) > MAX_TEXT or not cell.startswith(safe):
            raise InvalidInput([Problem("form_text_too_long", question=question.id if question else None)])
        self.sheet.write_string(self.row, column, cell, self.styles[style])
        self._needs(safe, self.widths[column])

    def number(self, column: int, number: float | None, question: Question, told: str) -> None:
        low, high = question.minimum, question.maximum
        if number is None:
            self.entry(column, None, "number")
        elif float(f"{number:.{_DIGITS}g}") == number:
            self.sheet.write_number(self.row, column, number, self.styles["number"])
        else:
            self.entry(column, repr(number))
        criteria: dict[str, Any] = {"criteria": "between", "minimum": low, "maximum": high}
        if low is None or high is None:
            criteria = {"criteria": ">=" if high is None else "<=", "value": low if high is None else high}
        if low is None and high is None:
            criteria = {"criteria": "between", "minimum": -(2**53), "maximum": 2**53}
        self._validate(column, {"validate": "integer" if question.whole else "decimal", **criteria}, told, told)

    def day(
        self, column: int, day: str | None, ends: tuple[str | None, str | None] = (None, None), told: str = ""
    ) -> None:
        """Write a cell for a day, YYYY-MM-DD."""
        if day is None or day < FIRST_DAY:
            self.entry(column, day, "date")
        else:
            self.sheet.write_datetime(self.row, column, date.fromisoformat(day), self.styles["date"])
        first, final = (date.fromisoformat(end) if end and end >= FIRST_DAY else None for end in ends)
        between = {"minimum": first or date(1900, 1, 1), "maximum": final or date(9999, 12, 31)}
        told = told or self.form.say("date_as")
        self._validate(column, {"validate": "date", "criteria": "between", **between}, told, told)

    def offer(self, column: int, name: str, chosen: str | None, *, without_last: bool = False) -> None:
        """Write a cell with a drop-down of one of the lists; ``chosen``: the key of the entry that is chosen already."""
        self.entry(column, self.layout.lists[name][chosen] if chosen else None)
        self._list(column, self.layout.source(name, without_last=without_last))

    def offer_statuses(self, column: int, question: Question, answer: Answer) -> None:
        said = s.status_of(answer)
        beside = question.kind.picks_one and said in (s.UNSURE, s.NOT_APPLICABLE)
        self.offer(column, s.STATUSES, None if beside else said, without_last=not question.not_applicable)

    def tick(self, column: int, *, chosen: bool) -> None:
        self.entry(column, s.TICK if chosen else None)
        self._list(column, [s.TICK])

    def rating(self, column: int, rating: int | None, told: str) -> None:
        if rating is None:
            self.entry(column, None, "number")
        else:
            self.sheet.write_number(self.row, column, rating, self.styles["number"])
        self._list(column, ["1", "2", "3", "4", "5"], told)

    def locked(self, *columns: int) -> None:
        for column in columns:
            self.sheet.write_blank(self.row, column, None, self.styles["text"])

    def _list(self, column: int, source: str | list[str], told: str = "") -> None:
        self._validate(column, {"validate": "list", "source": source}, told, self.form.say("not_offered"))

    def _validate(self, column: int, rule: dict[str, Any], told: str, error: str) -> None:
        title = self.form.brief("not_offered_title") if rule["validate"] == "list" else self.form.brief("answer")
        said = {"error_title": title[:_TITLE], "error_message": error[:_MESSAGE]}
        if told:
            said["input_message"] = told[:_MESSAGE]
        self.sheet.data_validation(self.row, column, self.row, column, {**rule, **said})

    # The whole sheet

    def grey_out(self) -> None:
        """Grey the rows whose question does not apply."""
        last = max(self.row, 3)
        rule = {"type": "formula", "criteria": "=AND(ISNUMBER($B4),$B4=0)", "format": self.styles["grey"]}
        self.sheet.conditional_format(3, 2, last, len(self.widths) - 1, rule)

    def finish(self, head: int) -> None:
        """Lock the sheet, and set it up to be printed; ``head``: the rows that stay in view and are on every page."""
        sheet = self.sheet
        for row, lines in self._lines.items():
            sheet.set_row(row, min(_HIGHEST, _LINE * lines + 2))
        sheet.protect("", {"format_columns": True, "format_rows": True})
        if head:
            sheet.freeze_panes(head, 0)
            sheet.repeat_rows(head - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")

    def hide(self) -> None:
        self.sheet.protect("")
        self.sheet.hide()
