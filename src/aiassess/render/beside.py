"""Outlines of one document in several languages, put side by side for whoever reviews a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aiassess.render import outline as o
from aiassess.text import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def beside(outlines: Sequence[o.Outline], langs: Sequence[str]) -> Iterator[o.Block]:
    """Yield the outlines as one: every text is a row of a table, with a column for each language.

    The outlines have the same shape. Headings and the cells of tables have one text after the other.
    """
    rows: list[o.Row] = []
    for blocks in zip(*(o.shown(outline, "page") for outline in outlines), strict=True):
        first = blocks[0]
        if isinstance(first, o.Paragraph | o.Quote | o.Fact | o.Item):
            rows += _rows(cast("Sequence[o.Paragraph | o.Quote | o.Fact | o.Item]", blocks), "")
            continue
        yield from _table(rows, langs)
        rows = []
        match first:
            case o.Title():
                yield o.Title(_joined([block.text for block in blocks if isinstance(block, o.Title)]), first.lang)
            case o.Section():
                sections = [block for block in blocks if isinstance(block, o.Section)]
                body = list(beside([section.body for section in sections], langs))
                yield o.Section(_joined([section.title for section in sections]), body, first.key)
            case o.Table():
                yield _merged([block for block in blocks if isinstance(block, o.Table)])
            case o.Bars():
                raise NotImplementedError("bars say the same in every language")
    yield from _table(rows, langs)


def _rows(blocks: Sequence[o.Paragraph | o.Quote | o.Fact | o.Item], indent: str) -> Iterator[o.Row]:
    mark = "• " if isinstance(blocks[0], o.Item) else ""
    yield o.Row([(f"{indent}{mark}", block.text) for block in blocks])
    inner = [block.inner for block in blocks if isinstance(block, o.Fact | o.Item)]
    for below in zip(*inner, strict=True):
        yield from _rows(below, f"{indent}– ")


def _table(rows: Sequence[o.Row], langs: Sequence[str]) -> Iterator[o.Table]:
    if rows:
        yield o.Table([o.Column(LANGUAGE_NAMES.get(lang, lang), lang=lang) for lang in langs], rows)


def _merged(tables: Sequence[o.Table]) -> o.Table:
    heads = zip(*([column.title for column in table.columns] for table in tables), strict=True)
    columns = [o.Column(" / ".join(dict.fromkeys(head))) for head in heads]
    lines = zip(*(table.lines for table in tables), strict=True)
    cells = (zip(*(row.cells for row in rows), strict=True) for rows in lines)
    return o.Table(columns, [o.Row([_joined(cell) for cell in row]) for row in cells])


def _joined(texts: Iterable[o.Said]) -> o.Said:
    first, *others = dict.fromkeys(texts)
    return (first, *((" / ", other) for other in others))
