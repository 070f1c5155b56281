"""Lines of a screen: wrapped by words, measured in terminal cells. Pure; knows no application."""

from dataclasses import dataclass, field

from prompt_toolkit.utils import get_cwidth

from aiassess.interview.terminal.glyphs import Glyphs

Line = list[tuple[str, str]]
"""Styles, each with the text that has it."""

cells = get_cwidth
"""Returns how many terminal cells a text takes; Chinese characters take two, combining marks none."""


TWO_COLUMNS = 60
"""Columns from which a question and its answer are side by side."""


def cut(text: str, width: int, glyphs: Glyphs) -> str:
    """Return a text of any origin as one line of at most ``width`` cells, with an ellipsis if something is missing."""
    text = " ".join(glyphs.clean(text).split())
    if cells(text) <= width:
        return text
    room = width - cells(glyphs.ellipsis)
    if room < 1:
        return _take(text, width)[0]
    return _take(text, room)[0].rstrip() + glyphs.ellipsis


def sign(here: bool) -> str:
    """Return what begins an entry of a list, ``here`` the one pointed at."""
    return "> " if here else "  "


def _take(text: str, width: int) -> tuple[str, str]:
    """Split a text after as many characters as fit into ``width`` cells."""
    used = 0
    for at, char in enumerate(text):
        used += cells(char)
        if used > width:
            return text[:at], text[at:]
    return text, ""


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` cells, broken between words; newlines are kept.

    A word longer than a line is broken where it must be. There is always at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used, before = "", 0, len(lines)
        for word in paragraph.split():
            rest, need = word, cells(word)
            if line and used + 1 + need <= width:
                line, used = f"{line} {word}", used + 1 + need
                continue
            if line:
                lines.append(line)
            while need > width:
                part, left = _take(rest, width)
                if not part:  # not even one wide character fits
                    part, left = rest[0], rest[1:]
                lines.append(part)
                rest, need = left, cells(left)
            line, used = rest, need
        if line or len(lines) == before:
            lines.append(line)
    return lines


@dataclass
class Body:
    """What is between header and keys: lines, and which of them must stay in view.

    ``focus`` is a range of lines (first, last), ``help`` that of the help if it is open; ``cursor`` a line and the
    number of characters before it.
    """

    width: int
    glyphs: Glyphs
    lines: list[Line] = field(default_factory=list)
    focus: tuple[int, int] | None = None
    cursor: tuple[int, int] | None = None
    help: tuple[int, int] = (0, 0)
    needed: int | None = None
    """How many lines, from the first, there must be room for; None: all."""

    def add(
        self, text: str, style: str = "", *, first: str = "", rest: str | None = None, first_style: str = ""
    ) -> int:
        """Add a text, wrapped; ``first`` goes before its first line, ``rest`` (default: blanks) before the others.

        Returns the number of the first line. The text may be of any origin.
        """
        start = len(self.lines)
        text, first = self.glyphs.clean(text), self.glyphs.clean(first)
        margin = cells(first)
        if margin * 2 > self.width:  # a narrow window: the text needs the room more than the indent
            first, rest, margin = first.strip() + " ", "", 0
            text = first + text if first.strip() else text
            first = ""
        rest = " " * margin if rest is None else rest
        for number, line in enumerate(wrap(text, max(1, self.width - margin))):
            before = (_style(first_style), first) if not number else ("class:side", rest)
            self.lines.append([before, (_style(style), line)] if before[1] else [(_style(style), line)])
        return start

    def entry(self, text: str, here: bool, number: str = "", below: str = "") -> None:
        """Add a line to choose after its ``number``, with more about it ``below``; ``here``: it is the one pointed at."""
        first = sign(here) + number
        start = self.add(text, "pointer" if here else "", first=first, first_style="pointer")
        if below:
            self.add(below, first=" " * len(first))
        if here:
            self.point(start)

    def add_lines(self, text: str, first_line: str = "") -> None:
        """Add a text with its first line in a style, its blank lines, and its lists."""
        for number, line in enumerate(text.split("\n")):
            item = "- " if line.startswith("- ") else ""
            if line.strip():
                self.add(line.removeprefix(item), "" if number else first_line, first=item)
            else:
                self.blank()

    def raw(self, line: Line) -> int:
        """Add a line that fits already and is already clean; returns its number."""
        self.lines.append(line)
        return len(self.lines) - 1

    def blank(self) -> None:
        """Add an empty line, but never two, and none at the top."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def point(self, start: int, above: int | None = None) -> None:
        """Put the cursor on a line, and keep in view what is from there, or from ``above``, to the last line so far."""
        self.focus = (start if above is None else above, len(self.lines) - 1)
        self.cursor = (start, 0)


def _style(name: str) -> str:
    return f"class:{name}" if name else ""
