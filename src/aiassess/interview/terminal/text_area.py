"""A text being typed, wrapped by words, with its cursor: what prompt_toolkit's own field would break inside words."""

from collections.abc import Callable
from functools import lru_cache

from prompt_toolkit.buffer import Buffer

from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.wrapping import Body, cells

Row = tuple[int, int]
"""From which character of the text to which one (exclusive) a line on the screen reaches."""


@lru_cache(maxsize=4096)
def _rows_of_line(line: str, width: int, glyphs: Glyphs) -> tuple[Row, ...]:
    """Return where one line of text breaks; a blank at the edge hangs over, as in any editor."""
    rows: list[Row] = []
    start, used, after_blank = 0, 0, 0
    for at, char in enumerate(line):
        need = _need(char, glyphs)
        while used + need > width and at > start:
            cut = at + 1 if char == " " else after_blank if after_blank > start else at
            rows.append((start, cut))
            start, after_blank = cut, 0
            used = sum(_need(each, glyphs) for each in line[cut:at])
        if at >= start:
            used += need
        if char == " ":
            after_blank = at + 1
    rows.append((start, len(line)))
    return tuple(rows)


@lru_cache(maxsize=4096)
def _need(char: str, glyphs: Glyphs) -> int:
    return cells(glyphs.clean(char))


def rows_of(text: str, width: int, glyphs: Glyphs) -> list[Row]:
    """Return the rows in which a text is shown, ``width`` cells wide; they hold every character but the newlines."""
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        rows += [(start + first, start + last) for first, last in _rows_of_line(line, max(1, width), glyphs)]
        start += len(line) + 1
    return rows


def row_of(rows: list[Row], position: int) -> int:
    """Return the row in which the cursor is; between two rows of one line, the later."""
    return max((number for number, (start, _) in enumerate(rows) if start <= position), default=0)


def move(buffer: Buffer, width: int, glyphs: Glyphs, step: int) -> bool:
    """Move the cursor one row up (-1) or down (1); False if there is none."""
    rows = rows_of(buffer.text, width, glyphs)
    row = row_of(rows, buffer.cursor_position)
    if not 0 <= row + step < len(rows):
        return False
    column = buffer.cursor_position - rows[row][0]
    start, end = rows[row + step]
    last = end if row + step == len(rows) - 1 or rows[row + step + 1][0] > end else max(start, end - 1)
    buffer.cursor_position = min(start + column, last)
    return True


class TextBuffer(Buffer):
    """A field whose undone steps are not lost when something else is typed, or when a key is pressed that types nothing.

    What was undone stays reachable: behind what was typed since.
    """

    _came_to = ("", 0)
    """The text and cursor after it was last undone or done again."""

    def save_to_undo_stack(self, clear_redo_stack: bool = True) -> None:
        """Note how the text is; prompt_toolkit calls this before keys, whether they will change anything or not."""
        if clear_redo_stack and self._redo_stack:
            if self.text == self._came_to[0]:
                return
            self._put_undone_behind()
        super().save_to_undo_stack(clear_redo_stack=False)

    def undo(self) -> None:
        self._turn(super().undo)

    def redo(self) -> None:
        self._turn(super().redo)

    def _turn(self, turn: Callable[[], None]) -> None:
        if self._redo_stack and self.text != self._came_to[0]:
            self._put_undone_behind()
        turn()
        self._came_to = (self.text, self.cursor_position)

    def _put_undone_behind(self) -> None:
        self._undo_stack += [self._came_to, *reversed(self._redo_stack), self._came_to]
        self._redo_stack.clear()


def changes(buffer: Buffer, turn: Callable[[], None]) -> bool:
    """Undo or redo, and return whether that changed the text."""
    before = buffer.text
    turn()
    return buffer.text != before


def draw(body: Body, buffer: Buffer, *, margin: str, active: bool, least: int = 1) -> None:
    """Add the text of a buffer to the body, at least ``least`` rows high; the active one gets the cursor.

    ``margin`` goes before the first row; the last cell of each row stays free for the cursor.
    """
    glyphs, text = body.glyphs, buffer.text
    width = field_width(body.width, margin)
    rows = rows_of(text, width, glyphs)
    here = row_of(rows, buffer.cursor_position)
    first = len(body.lines)
    for number in range(max(least, len(rows))):
        start, end = rows[number] if number < len(rows) else (0, 0)
        shown = glyphs.clean(text[start:end])
        before = margin if not number else " " * len(margin)
        blanks = max(0, width + 1 - cells(shown))
        at = body.raw([("class:active" if active else "", before), ("class:field", shown + " " * blanks)])
        if active and number == here and number < len(rows):
            body.cursor = (at, len(before) + len(glyphs.clean(text[start : buffer.cursor_position])))
            body.focus = (at, at)
    if active and len(body.lines) - first <= 3:
        body.focus = (first, len(body.lines) - 1)


def field_width(width: int, margin: str) -> int:
    """Return how many cells of text a row of a field holds."""
    return max(1, width - cells(margin) - 1)
