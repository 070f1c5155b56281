"""The content of a document as data, from which every format is written.

A plain ``str`` is always text, whatever it holds: the writers make it safe and escape it. Markup exists only as a node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Literal, TypeAlias

from aiassess.safe import safe_text

Medium = Literal["screen", "page"]
"""Where the text goes: a terminal with few columns, or a document with room for everything."""
Look = Literal["", "strong", "alarm", "code", "quiet", "better", "worse", "ready", "conditional", "hold", "stop"]
Sign = Literal["", "-", "+"]
"""In a list of changes: changed, removed, added."""

_SPACES = re.compile(r"\s\s+|[^\S ]")
"""All whitespace but single spaces."""

# Text


@dataclass(frozen=True, slots=True)
class Span:
    """Text with a look, or text for one medium only. In HTML, a ``shade`` from 1 to 4 shades its table cell."""

    text: Said
    look: Look = ""
    on: Medium | None = None
    shade: int = 0


Said: TypeAlias = "str | Span | tuple[Said, ...]"
"""Text in one place. It becomes a single line, even if it has line breaks."""


def strong(text: Said) -> Span:
    return Span(text, "strong")


def code(text: str) -> Span:
    """Mark an id or a digest."""
    return Span(text, "code")


def screen(text: Said, look: Look = "") -> Span:
    return Span(text, look, "screen")


def page(text: Said, look: Look = "") -> Span:
    return Span(text, look, "page")


def pieces(said: Said, medium: Medium) -> list[tuple[str, Look]]:
    """Return what a medium shows of a text: safe, on one line, and split where its look changes."""
    found: list[tuple[str, Look]] = []
    for run, look in _runs(said, medium):
        text = _SPACES.sub(" ", safe_text(run))
        if not found or found[-1][0].endswith(" "):
            text = text.lstrip()
        if text:
            found.append((text, look))
    if found and found[-1][0].endswith(" "):
        text, look = found.pop()
        found += [(text.rstrip(), look)] if text.rstrip() else []
    return found


def plain(said: Said, medium: Medium) -> str:
    """Return what a medium shows of a text, without its looks."""
    return "".join(text for text, _ in pieces(said, medium))


def raw(said: Said, medium: Medium) -> str:
    """Return what a medium shows of a text, unchanged, for comparisons."""
    return "".join(text for text, _ in _runs(said, medium))


def _runs(said: Said, medium: Medium) -> list[tuple[str, Look]]:
    runs: list[tuple[str, Look]] = []
    _gather(said, medium, "", runs)
    return runs


def _gather(said: Said, medium: Medium, look: Look, runs: list[tuple[str, Look]]) -> None:
    for part in said if isinstance(said, tuple) else (said,):
        if isinstance(part, str):
            if runs and runs[-1][1] == look:
                runs[-1] = (runs[-1][0] + part, look)
            elif part:
                runs.append((part, look))
        elif isinstance(part, tuple):
            _gather(part, medium, look, runs)
        elif part.on in (None, medium):
            _gather(part.text, medium, part.look or look, runs)


# Blocks


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of the whole document, with the code of its language if that is known."""

    text: Said
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What must be read first: whose questionnaire this is, or a warning."""

    text: Said


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One sentence or more."""

    text: Said


@dataclass(frozen=True, slots=True)
class Fact:
    """A line among others, usually a name and a value, with what belongs below it."""

    text: Said
    inner: Sequence[Fact | Item] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, with what belongs below it.

    ``look`` applies to the whole item on a screen. ``sign`` is None unless the list is one of changes.
    """

    text: Said
    inner: Sequence[Fact | Item] = ()
    look: Look = ""
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A table column. ``whole``: never wrapped on a screen; ``lang``: the language of all of it, if it has one of its own.

    In HTML, ``shade`` (1 to 4) marks the column's part of each bar, and ``group`` is a title over neighbouring columns.
    """

    title: str
    numeric: bool = False
    whole: bool = False
    shade: int = 0
    group: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its start and width in percent of the full width; ``look`` is its CSS class."""

    look: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a narrow screen shows ``brief`` instead, and HTML draws ``bar`` below the first cell."""

    cells: Sequence[Said]
    brief: Said = ""
    bar: Sequence[Segment] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a screen can omit its ``heads``. ``foot``: the row of totals; ``by_hand``: it has cells to write in on paper."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    heads: bool = True
    foot: Row | None = None
    by_hand: bool = False

    @property
    def lines(self) -> Sequence[Row]:
        """All rows, with the totals last."""
        return [*self.rows, self.foot] if self.foot else self.rows


@dataclass(frozen=True, slots=True)
class Bar:
    """A share in percent to draw (None: not measured), and the figures beside it."""

    title: str
    share: Fraction | None
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars, one per line, each with the same number of figures."""

    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; without a title, a blank line sets them apart. An empty section is not shown.

    In HTML, ``key`` is its id, and ``hints`` below it explain bars and shades.
    """

    title: Said
    body: Sequence[Block | On]
    key: str = ""
    hints: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class On:
    """Blocks that only one medium shows."""

    medium: Medium
    body: Sequence[Block | On]


Block: TypeAlias = Title | Quote | Paragraph | Fact | Item | Table | Bars | Section
Outline: TypeAlias = "Iterable[Block | On]"


def fact(label: str, value: Said, look: Look = "") -> Fact:
    return Fact((label, ": ", Span(value, look)))


def on_screen(*body: Block | On) -> On:
    return On("screen", body)


def on_page(*body: Block | On) -> On:
    return On("page", body)


def runs(outline: Outline, medium: Medium) -> Iterator[tuple[str, list[Block]]]:
    """Yield what a medium shows, neighbours of one kind together under its name; facts count as items of a list."""
    for kind, run in groupby(shown(outline, medium), key=lambda block: type(block).__name__.replace("Fact", "Item")):
        yield kind, list(run)


def shown(outline: Outline, medium: Medium) -> Iterator[Block]:
    """Yield the blocks that a medium shows, without those for the other medium and without empty ones."""
    for block in outline:
        match block:
            case On():
                if block.medium == medium:
                    yield from shown(block.body, medium)
            case Section():
                if next(shown(block.body, medium), None):
                    yield block
            case Paragraph() | Fact():
                if block.text:
                    yield block
            case Table():
                if block.rows:
                    yield block
            case _:
                yield block
