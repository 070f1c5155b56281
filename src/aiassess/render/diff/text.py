"""A comparison on a terminal: what it comes to on one screen, then the details (docs/review.md#diff)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aiassess.render.diff import summary
from aiassess.render.diff.details import details
from aiassess.render.diff.words import DiffWords
from aiassess.render.text import plain_console, plain_lines
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from aiassess.diff.types import Diff
    from aiassess.render.diff.parts import Item, Part
    from aiassess.render.diff.summary import Row
    from aiassess.render.diff.words import Effect, Line

WIDTH = 80
_NARROW = 70
"""Below so many columns a table of measures is written as lines."""
_STYLES = {"better": "green", "worse": "bold red", "-": "dim", "+": "bold"}


def render_diff_text(diff: Diff) -> str:
    """Return the comparison as plain text of 80 columns, the same bytes everywhere."""
    return plain_diff(diff, WIDTH)


def plain_diff(diff: Diff, width: int, *, ascii_only: bool = False) -> str:
    """Return the comparison as plain text of so many columns."""
    console, buffer = plain_console(width)
    print_diff(diff, console, ascii_only=ascii_only)
    return plain_lines(buffer)


def print_diff(diff: Diff, console: Console, *, ascii_only: bool = False) -> None:
    """Print the comparison to a console."""
    _Printer(DiffWords(diff, ascii_only=ascii_only), console).print()


class _Printer:
    def __init__(self, w: DiffWords, console: Console) -> None:
        self.w = w
        self.console = console

    def print(self) -> None:
        w = self.w
        self.line(summary.title(w), "bold")
        self.line(w.side("old"))
        self.line(w.side("new"))
        for text in summary.warnings(w):
            self.line(f"! {text}", "bold red")
        rows = summary.measures(w)
        if rows:
            self.console.print()
            self.rows(rows, heads=True)
        for text in summary.shares(w):
            self.line(text, "dim")
        counts = summary.counts(w)
        if counts:
            self.console.print()
        for text in counts:
            self.line(text)
        for part in details(w):
            self.part(part, "bold underline")

    def part(self, part: Part, style: str) -> None:
        self.console.print()
        if part.heading:
            self.line(part.heading, style)
        for text in part.sentences:
            self.line(text)
        self.rows(part.rows, heads=self.w.rescored)
        for item in part.items:
            self.item(item)
        for inner in part.inner:
            self.part(inner, "bold")

    # Lines

    def line(self, text: str, style: str = "") -> None:
        self.console.print(Text(safe_line(text), style=style), highlight=False)

    def item(self, item: Item) -> None:
        lines = self.signed(item.head, item.head.sign or "*", 0, "")
        for line in item.lines:
            lines += self.signed(line, line.sign or " ", 4, _style(line.effect, line.sign))
        self.console.print(Text("\n").join(lines), highlight=False)

    def signed(self, line: Line, sign: str, indent: int, style: str) -> list[Text]:
        """Return a sign with a text beside it, wrapped here: a table for each would take ten times as long."""
        text = Text(safe_line(line.text), style=style)
        wrapped = text.wrap(self.console, max(1, self.console.width - indent - 2))
        start = Text(" " * indent).append(f"{sign} ", style=_style(None, sign))
        return [(start if place == 0 else Text(" " * (indent + 2))) + part for place, part in enumerate(wrapped)]

    def rows(self, rows: list[Row], *, heads: bool = False) -> None:
        if not rows:
            return
        rescored = rows[0].rescored is not None
        if self.console.width < _NARROW:
            for row in rows:
                self.narrow(row)
            return
        grid = Table(box=None, show_header=heads, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, expand=False)
        names = [
            self.w("measure"),
            self.w("old"),
            *([self.w("rescored")] if rescored else []),
            self.w("new"),
            self.w("change"),
        ]
        for name in names:
            grid.add_column(name, overflow="fold", header_style="dim")
        for row in rows:
            cells = [row.name, row.old, *([row.rescored or ""] if rescored else []), row.new]
            grid.add_row(*(Text(safe_line(cell)) for cell in cells), Text(row.meaning, style=_style(row.effect, "")))
        self.console.print(grid, highlight=False)

    def narrow(self, row: Row) -> None:
        values = [value for value in (row.old, row.rescored, row.new) if value]
        text = Text(safe_line(f"{row.name}: {f' {self.w.arrow} '.join(values)}"))
        text.append(f" {row.meaning}", style=_style(row.effect, ""))
        self.console.print(text, highlight=False)


def _style(effect: Effect, sign: str) -> str:
    return _STYLES.get(effect or sign, "")
