"""Blocks of a summary's outline, with what its page draws besides: bars and shades."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from aiassess.render import outline
from aiassess.render.outline import Section, Span, strong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aiassess.render.outline import Block, On


@dataclass(frozen=True, slots=True)
class Column(outline.Column):
    """``shade`` (1 to 4) is that of the column's part of the bars; ``group`` stands above some columns."""

    shade: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: where it begins and how wide it is, in percent of the width; ``look`` is the class of its style."""

    look: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row(outline.Row):
    """``bar`` None: the table has bars, but this row has none."""

    bar: tuple[Segment, ...] | None = None


@dataclass(frozen=True, slots=True)
class Heat(Span):
    """A figure whose cell is shaded, 1 to 4."""

    shade: int = 0


@dataclass(frozen=True, slots=True)
class Table(outline.Table):
    """``sums``: so many of the last rows are sums."""

    sums: int = 0

    @property
    def groups(self) -> list[tuple[str, int]]:
        """The titles above the columns, each with how many it stands above; empty if there are none."""
        columns = [column for column in self.columns if isinstance(column, Column)]
        found = [(title, len(list(some))) for title, some in groupby(column.group for column in columns)]
        return found if len(found) > 1 else []


@dataclass(frozen=True, slots=True)
class Part(Section):
    """A section that a page names by ``key``. ``hints`` are about bars and shades: for those who see them."""

    key: str
    hints: Sequence[str] = ()

    @property
    def runs(self) -> Iterator[tuple[str, list[Block | On]]]:
        """The blocks, those of one kind that follow each other together."""
        yield from ((kind, list(run)) for kind, run in groupby(self.body, key=lambda block: type(block).__name__))


def row(*texts: str, bar: tuple[Segment, ...] | None = None) -> Row:
    """Return a row of plain cells."""
    return Row(texts, bar=bar)


def sums(first: str, *others: str) -> Row:
    """Return a row of sums."""
    return Row((strong(first), *others))


def columns(*titles: str, words: int = 1) -> tuple[Column, ...]:
    """Return columns, the first ``words`` of them for text, the others for numbers."""
    return tuple(Column(title, numeric=place >= words) for place, title in enumerate(titles))


def stacked(counts: list[tuple[int, int]], whole: int) -> tuple[Segment, ...]:
    """Return a bar of (shade, count), in which ``whole`` would fill the width."""
    found, before = [], 0
    for shade, n in counts:
        start, end = (round(100 * place / whole, 2) for place in (before, before + n))
        if n:
            found.append(Segment(f"shade-{shade}", start, round(end - start, 2)))
        before += n
    return tuple(found)


def plain(n: float, whole: float) -> tuple[Segment, ...]:
    """Return a bar for a part of a whole, on a track for the whole."""
    return Segment("track", 0, 100), Segment("filled", 0, round(100 * n / whole, 2))
