"""A summary as Markdown (docs/batch.md#summary)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.render.markdown_text import as_item, inline, table
from aiassess.render.portfolio.content import apart, chapters, told
from aiassess.render.portfolio.words import PortfolioWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.render.portfolio.parts import Cell, Part, Row, Table


def render_portfolio_markdown(data: dict[str, Any]) -> str:
    """Return the summary as Markdown with a final newline."""
    blocks = _blocks(data, PortfolioWords(data["language"]))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _blocks(data: dict[str, Any], w: PortfolioWords) -> Iterator[list[str]]:
    yield [f"# {w('title')}"]
    yield [f"**{w('as_of', day=data['as_of'])}**"]
    yield [f"{w('submissions')}: {told(data)}"]
    if not data["questionnaires"]:
        yield [w("nothing")]
    for chapter in chapters(data):
        if chapter.title:
            yield [f"## {inline(chapter.title)}"]
        yield [f"> {as_item(inline(chapter.made['statement']))}"]
        for part in chapter.parts:
            yield from _part(part, "###" if chapter.title else "##")
    for part in apart(data):
        yield from _part(part, "##")


def _part(part: Part, marks: str) -> Iterator[list[str]]:
    yield [f"{marks} {inline(part.heading)}"]
    yield [f"- {panel.name}: **{panel.value}** ({panel.share})" for panel in part.panels]
    yield [f"- {inline(name)}: {inline(value)}" for name, value in part.facts]
    yield from ([inline(text)] for text in part.sentences)
    if part.table:
        yield _table(part.table)
    # A hint about bars or shades is for those who see them.
    yield [f"- {as_item(inline(text))}" for text in part.notes]


def _table(found: Table) -> list[str]:
    numeric = frozenset(place for place, column in enumerate(found.columns) if column.numeric)
    head = [inline(column.title) for column in found.columns]
    rows = [[_cell(cell) for cell in row.cells] for row in found.rows]
    return table(head, rows + [_sums(row) for row in found.foot], numeric)


def _cell(cell: Cell) -> str:
    return inline(f"{cell.text} ({cell.small})" if cell.small else cell.text)


def _sums(row: Row) -> list[str]:
    first, *others = map(_cell, row.cells)
    return [f"**{first}**", *others]
