"""What is said, as data that every format is written from.

A plain ``str`` is always text, whatever it holds: the writers make it safe and escape it. Markup exists only as a node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from aiassess.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

Medium = Literal["screen", "page"]
"""What is written for: a terminal's few columns, or a document that keeps everything."""
Look = Literal["", "strong", "alarm", "code", "quiet", "better", "worse", "ready", "conditional", "hold", "stop"]
Sign = Literal["", "-", "+"]
"""Of a list of changes: it is changed, it went, it came."""

_SPACES = re.compile(r"\s\s+|[^\S ]")
"""All that is not a single space already."""

# Text


@dataclass(frozen=True, slots=True)
class Span:
    """Text with a look, or text that one medium alone shows. HTML shades its cell, from 1 to 4, if it has a ``shade``."""

    text: Said
    look: Look = ""
    on: Medium | None = None
    shade: int = 0


Said: TypeAlias = "str | Span | tuple[Said, ...]"
"""What is said in one place. It is one line, whatever lines the text has."""


def strong(text: Said) -> Span:
    """Return text that stands out."""
    return Span(text, "strong")


def code(text: str) -> Span:
    """Return an id or a digest."""
    return Span(text, "code")


def screen(text: Said, look: Look = "") -> Span:
    """Return text for screens alone."""
    return Span(text, look, "screen")


def page(text: Said, look: Look = "") -> Span:
    """Return text for documents alone."""
    return Span(text, look, "page")


def pieces(said: Said, medium: Medium) -> list[tuple[str, Look]]:
    """Return what a medium shows of a text, made safe and on one line, divided where its look changes."""
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


def raw(said: Said, medium: Medium) -> str:
    """Return what a medium shows of a text as it was given, to be compared with others."""
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
    """The heading of all."""

    text: Said


@dataclass(frozen=True, slots=True)
class Quote:
    """What must be read before the rest: whose the questionnaire is, a warning."""

    text: Said


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or several."""

    text: Said


@dataclass(frozen=True, slots=True)
class Fact:
    """A line among others, mostly a name with a value, and what is below it."""

    text: Said
    inner: Sequence[Fact | Item] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, and what is below it.

    ``look`` is that of the whole item on a screen. ``sign`` is None in lists that are not of changes.
    """

    text: Said
    inner: Sequence[Fact | Item] = ()
    look: Look = ""
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``whole``: a screen does not wrap it.

    In HTML, ``shade`` (1 to 4) is that of the column's part of the bars, and ``group`` the title above it and its neighbours.
    """

    title: str
    numeric: bool = False
    whole: bool = False
    shade: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: where it begins and how wide it is, in percent of the width; ``look`` is the class of its style."""

    look: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``brief`` is what a narrow screen says instead, ``bar`` what HTML draws below its first cell."""

    cells: Sequence[Said]
    brief: Said = ""
    bar: Sequence[Segment] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a screen may do without its ``heads``. ``foot``: the row of sums."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    heads: bool = True
    foot: Row | None = None

    @property
    def lines(self) -> Sequence[Row]:
        """All rows, those of sums at the end."""
        return [*self.rows, self.foot] if self.foot else self.rows


@dataclass(frozen=True, slots=True)
class Bar:
    """A share in percent (None: not measured) to be drawn, and figures beside it."""

    title: str
    share: Fraction | None
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares, one below the other; each bar has equally many figures."""

    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks below a heading; without one, they are only set apart from what goes before. An empty one is not shown.

    HTML knows it by ``key``, and says below it how to read its bars and shades: ``hints``.
    """

    title: Said
    body: Sequence[Block | On]
    key: str = ""
    hints: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class On:
    """Blocks that one medium alone shows."""

    medium: Medium
    body: Sequence[Block | On]


Block: TypeAlias = Title | Quote | Paragraph | Fact | Item | Table | Bars | Section
Outline: TypeAlias = "Iterable[Block | On]"


def fact(label: str, value: Said, look: Look = "") -> Fact:
    """Return a name with its value."""
    return Fact((label, ": ", Span(value, look)))


def on_screen(*body: Block | On) -> On:
    """Return blocks for screens alone."""
    return On("screen", body)


def on_page(*body: Block | On) -> On:
    """Return blocks for documents alone."""
    return On("page", body)


def shown(outline: Outline, medium: Medium) -> Iterator[Block]:
    """Yield the blocks that a medium shows: not those of the other, nor sections, tables and lines without content."""
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
