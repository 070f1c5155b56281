"""Outlines of one document in several languages, put side by side for whoever reviews a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aiassess.render.outline import (
    Bars,
    Block,
    Column,
    Fact,
    Item,
    Outline,
    Paragraph,
    Quote,
    Row,
    Said,
    Section,
    Table,
    Title,
    shown,
)
from aiassess.text import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def beside(outlines: Sequence[Outline], langs: Sequence[str]) -> Iterator[Block]:
    """Yield the outlines as one: every text is a row of a table, with a column for each language.

    The outlines have the same shape. Headings and the cells of tables have one text after the other.
    """
    rows: list[Row] = []
    for blocks in zip(*(shown(outline, "page") for outline in outlines), strict=True):
        first = blocks[0]
        if isinstance(first, Paragraph | Quote | Fact | Item):
            rows += _rows(cast("Sequence[Paragraph | Quote | Fact | Item]", blocks), "")
            continue
        yield from _table(rows, langs)
        rows = []
        match first:
            case Title():
                yield Title(_joined([block.text for block in blocks if isinstance(block, Title)]), first.lang)
            case Section():
                sections = [block for block in blocks if isinstance(block, Section)]
                body = list(beside([section.body for section in sections], langs))
                yield Section(_joined([section.title for section in sections]), body, first.key)
            case Table():
                yield _merged([block for block in blocks if isinstance(block, Table)])
            case Bars():
                raise NotImplementedError("bars say the same in every language")
    yield from _table(rows, langs)


def _rows(blocks: Sequence[Paragraph | Quote | Fact | Item], indent: str) -> Iterator[Row]:
    mark = "• " if isinstance(blocks[0], Item) else ""
    yield Row([(f"{indent}{mark}", block.text) for block in blocks])
    inner = [block.inner for block in blocks if isinstance(block, Fact | Item)]
    for below in zip(*inner, strict=True):
        yield from _rows(below, f"{indent}– ")


def _table(rows: Sequence[Row], langs: Sequence[str]) -> Iterator[Table]:
    if rows:
        yield Table([Column(LANGUAGE_NAMES.get(lang, lang), lang=lang) for lang in langs], rows)


def _merged(tables: Sequence[Table]) -> Table:
    heads = zip(*([column.title for column in table.columns] for table in tables), strict=True)
    columns = [Column(" / ".join(dict.fromkeys(head))) for head in heads]
    lines = zip(*(table.lines for table in tables), strict=True)
    cells = (zip(*(row.cells for row in rows), strict=True) for rows in lines)
    return Table(columns, [Row([_joined(cell) for cell in row]) for row in cells])


def _joined(texts: Iterable[Said]) -> Said:
    first, *others = dict.fromkeys(texts)
    return (first, *((" / ", other) for other in others))
