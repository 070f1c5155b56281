"""What a summary is made of, whatever the format: parts with sentences, figures and tables. Text in them is still raw."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``shade`` (1 to 4) is that of its part of the bars, ``group`` stands above some columns."""

    title: str
    numeric: bool = True
    shade: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, what stands small below it, and how strongly it is shaded (1 to 4; 0: not at all)."""

    text: str
    small: str = ""
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: where it begins and how wide it is, in percent of the width; ``look`` is the class of its style."""

    look: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``bar`` None: the table has bars, but this row has none."""

    cells: tuple[Cell, ...]
    bar: tuple[Segment, ...] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``foot`` are rows of sums."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: tuple[Row, ...] = ()

    @property
    def groups(self) -> list[tuple[str, int]]:
        """What stands above the columns, each with how many of them; nothing where there are no groups."""
        found = [(title, len(list(some))) for title, some in groupby(column.group for column in self.columns)]
        return found if len(found) > 1 else []


@dataclass(frozen=True, slots=True)
class Panel:
    """A figure that stands out; ``verdict`` is whose it is."""

    verdict: str
    name: str
    value: str
    share: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it, in this order. ``facts`` are (name, value)."""

    key: str
    heading: str
    panels: list[Panel] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    table: Table | None = None
    hints: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def row(*texts: str, bar: tuple[Segment, ...] | None = None) -> Row:
    """Return a row of plain cells."""
    return Row(tuple(Cell(text) for text in texts), bar)


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
