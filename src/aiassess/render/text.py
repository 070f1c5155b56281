"""Write an outline to a terminal, or as plain text of a given width."""

import io
from fractions import Fraction
from typing import Literal, assert_never

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from aiassess.render import outline as o

WIDTH = 80
NARROW = 70
"""In fewer columns, rows use their brief form if they have one."""
_NARROW_BARS = 60
"""In fewer columns there are no bars."""
_BAR = 20
_STYLES: dict[o.Look, str] = {
    "": "",
    "strong": "bold",
    "alarm": "bold red",
    "code": "",
    "quiet": "dim",
    "better": "green",
    "worse": "bold red",
    "ready": "bold green",
    "conditional": "bold yellow",
    "hold": "bold red",
    "stop": "bold white on red",
}
_SIGNS: dict[o.Sign, str] = {"": "", "-": "dim", "+": "bold"}


def write_text(outline: o.Outline, *, width: int = WIDTH, ascii_only: bool = False) -> str:
    """Return the outline as plain text, with the same bytes on every system."""
    buffer = io.StringIO()
    # The height is unused, but without it Rich would ask for the window's at every line.
    console = Console(
        file=buffer, width=width, height=25, color_system=None, force_terminal=False, legacy_windows=False
    )
    print_outline(outline, console, ascii_only=ascii_only)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def print_outline(outline: o.Outline, console: Console, *, ascii_only: bool = False) -> None:
    """Print the outline to a console; ``ascii_only``: draw bars in ASCII."""
    _Screen(console, ascii_only=ascii_only).blocks(outline, 1)


class _Screen:
    def __init__(self, console: Console, *, ascii_only: bool) -> None:
        self.console = console
        self.full, self.empty = ("#", ".") if ascii_only else ("█", "░")
        self.fresh = True
        """Nothing has been printed yet, or nothing since the last heading."""

    def blocks(self, outline: o.Outline, depth: int) -> None:
        for block in o.shown(outline, "screen"):
            self.block(block, depth)

    def block(self, block: o.Block, depth: int) -> None:
        match block:
            case o.Title():
                self.heading(block.text, "bold")
            case o.Quote():
                self.line(block.text)
            case o.Paragraph():
                self.line(block.text)
            case o.Fact() | o.Item():
                # A Rich table per item would wrap too, but take ten times as long.
                self.put(Text("\n").join(self.lines(block, 0)))
            case o.Table():
                self.table(block)
            case o.Bars():
                self.bars(block)
            case o.Section():
                self.heading(block.title, "bold underline" if depth == 1 else "bold")
                self.blocks(block.body, depth + 1)
            case _:
                assert_never(block)

    def heading(self, title: o.Said, style: str) -> None:
        """Print a blank line and a heading; an empty heading is just the blank line. Adjacent headings share one."""
        text = self.text(title, style)
        if not (self.fresh and text):
            self.console.print()
        if text:
            self.line(title, style)
            self.fresh = True

    def line(self, said: o.Said, style: str = "") -> None:
        self.put(self.text(said, style))

    def lines(self, block: o.Fact | o.Item, indent: int) -> list[Text]:
        """Return a marker and its text, wrapped beside the marker, then the lines of what is below."""
        if isinstance(block, o.Fact):
            step, mark, style = 2, Text(), ""
        elif block.sign is None:
            step, mark, style = 2, Text("- "), _STYLES[block.look]
        else:  # "-" is a sign there
            step, style = 4, _STYLES[block.look] or (_SIGNS[block.sign] if indent else "")
            mark = Text(f"{block.sign or (' ' if indent else '*')} ", style=_SIGNS[block.sign])
        first, next_ = Text(" " * indent) + mark, Text(" " * (indent + len(mark)))
        wrapped = self.text(block.text, style).wrap(self.console, max(1, self.console.width - len(first)))
        lines = [(next_ if place else first) + part for place, part in enumerate(wrapped)]
        return lines + [line for inner in block.inner for line in self.lines(inner, indent + step)]

    def text(self, said: o.Said, style: str = "") -> Text:
        found = Text(style=style)
        for text, look in o.pieces(said, "screen"):
            found.append(text, style=_STYLES[look])
        return found

    def table(self, table: o.Table) -> None:
        briefs = [row.brief for row in table.rows if row.brief]
        if briefs and self.console.width < NARROW:
            for brief in briefs:
                self.line(brief)
            return
        grid = Grid(box=None, show_header=table.heads, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False)
        for column in table.columns:
            justify: Literal["right", "left"] = "right" if column.numeric else "left"
            grid.add_column(self.text(column.title, "dim"), justify=justify, overflow="fold", no_wrap=column.whole)
        for row in table.lines:
            grid.add_row(*(self.text(cell) for cell in row.cells))
        self.put(grid)

    def bars(self, bars: o.Bars) -> None:
        narrow = self.console.width < _NARROW_BARS
        grid = Grid.grid(padding=(0, 1))
        grid.add_column(overflow="fold")
        if not narrow:
            grid.add_column(width=_BAR, no_wrap=True)
        for _ in bars.bars[0].figures if bars.bars else ():
            grid.add_column(justify="right", no_wrap=True)
        for bar in bars.bars:
            drawn = [] if narrow else [Text(self.bar(bar.share))]
            grid.add_row(self.text(bar.title), *drawn, *map(self.text, bar.figures))
        self.put(grid)

    def bar(self, share: Fraction | None) -> str:
        if share is None:
            return ""
        filled = min(_BAR, int(share * _BAR / 100))
        return self.full * filled + self.empty * (_BAR - filled)

    def put(self, found: Grid | Text) -> None:
        self.console.print(found, highlight=False)
        self.fresh = False
