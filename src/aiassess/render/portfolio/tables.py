"""Tables of a summary, and the bars that HTML draws in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from aiassess.render.outline import Column, Paragraph, Row, Section, Segment, Table
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.words import PortfolioWords

SHADES = 4
System = TypeVar("System", bound=t.SystemData)


def columns(*titles: str, words: int = 1) -> list[Column]:
    """Return columns: the first ``words`` for text, the others for numbers."""
    return [Column(title, numeric=place >= words) for place, title in enumerate(titles)]


def level_columns(w: PortfolioWords, levels: Sequence[t.LevelSums]) -> list[Column]:
    """Return a column of counts for each level; the highest has the strongest shade."""
    n, group = len(levels), w.report("level")
    shades = [SHADES - n + rank + 1 if n <= SHADES else 1 + rank * SHADES // n for rank in range(n)]
    return [Column(level["title"], True, shade=shade, group=group) for level, shade in zip(levels, shades, strict=True)]


def stacked(columns: Iterable[Column], counts: Iterable[int], whole: int) -> list[Segment]:
    """Return a bar of the counts in shaded columns; ``whole`` would fill the width."""
    found, before = [], 0
    for column, n in zip(columns, counts, strict=True):
        start, end = (round(100 * place / whole, 2) for place in (before, before + n))
        if n:
            found.append(Segment(f"shade-{column.shade}", start, round(end - start, 2)))
        before += n
    return found


def plain(n: float, whole: float) -> list[Segment]:
    """Return a bar for a part of a whole, on a track for the whole."""
    return [Segment("track", 0, 100), Segment("filled", 0, round(100 * n / whole, 2))]


def listed(
    w: PortfolioWords,
    name: str,
    n: int,
    items: Sequence[System],
    more: Mapping[str, Callable[[System], str]],
    words: int = 0,
) -> Section:
    """Return the list of the first of ``n`` systems; ``more``: further columns, the first ``words`` of them for text."""
    key = "overdue_list" if name == "overdue" else name
    if not items:
        return Section(w(key), [Paragraph(w(f"none_{name}"))], key)
    heads = columns(w("system"), w.report("agency"), w.report("level"), *more, words=3 + words)
    rows = [
        Row(
            (w.name(item["system"]), w.name(item["agency"]), item["level_title"], *(say(item) for say in more.values()))
        )
        for item in items
    ]
    cut = [Paragraph(w("listed", listed=len(items), all=w.number(n)))] if len(items) < n else []
    return Section(w(key), [Paragraph(w(f"{name}_why")), *cut, Table(heads, rows)], key)
