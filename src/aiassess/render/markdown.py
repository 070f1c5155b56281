"""An outline as Markdown, made to be diffed: one fact a line. Here, and nowhere else, text becomes Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from aiassess.render.markdown_text import as_heading, as_item, escaped
from aiassess.render.outline import Bars, Fact, Item, Paragraph, Quote, Section, Table, Title, pieces, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.render.outline import Block, Look, Outline, Said, Sign

_STRONG: frozenset[Look] = frozenset({"strong", "alarm", "ready", "conditional", "hold", "stop"})
# What went and what came begin with a sign that is text, not the mark of another list.
_SIGNS: dict[Sign | None, str] = {"+": "\\+ ", "-": "\u2212 "}


def write_markdown(outline: Outline) -> str:
    """Return the outline as Markdown with a final newline."""
    return "\n\n".join(_chunks(outline, 2)) + "\n"


def _chunks(outline: Outline, depth: int) -> Iterator[str]:
    """Yield what blank lines divide; ``depth`` is that of headings."""
    for kind, run in groupby(shown(outline, "page"), key=_kind):
        if kind is Item:
            yield "\n".join(line for block in run if isinstance(block, Fact | Item) for line in _item(block, ""))
        elif kind is Quote:
            yield "\n>\n".join(f"> {as_item(_inline(block.text))}" for block in run if isinstance(block, Quote))
        else:
            for block in run:
                yield from _block(block, depth)


def _kind(block: Block) -> type:
    return Item if isinstance(block, Fact) else type(block)


def _block(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Title():
            yield f"# {as_heading(_inline(block.text))}"
        case Paragraph():
            yield as_item(_inline(block.text))
        case Table():
            yield "\n".join(_table(block))
        case Bars():
            yield from _chunks([Fact(f"{bar.title}: {', '.join(bar.figures)}") for bar in block.bars], depth)
        case Section():
            heading = as_heading(_inline(block.title))
            if heading:
                yield f"{'#' * depth} {heading}"
            yield from _chunks(block.body, depth + bool(heading))
        case Quote() | Fact() | Item():
            yield from _chunks([block], depth)
        case _:
            assert_never(block)


def _item(item: Fact | Item, indent: str) -> Iterator[str]:
    sign = _SIGNS.get(item.sign, "") if isinstance(item, Item) else ""
    text = _inline(item.text)
    yield f"{indent}- {sign + text if sign else as_item(text)}"
    for inner in item.inner:
        yield from _item(inner, indent + "  ")


def _table(table: Table) -> Iterator[str]:
    yield _row(_inline(column.title) for column in table.columns)
    yield _row("---:" if column.numeric else "---" for column in table.columns)
    for row in table.rows:
        yield _row(_inline(cell, in_cell=True) for cell in row.cells)


def _row(cells: Iterator[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _inline(said: Said, *, in_cell: bool = False) -> str:
    """Return what is said as Markdown; it may still begin like a list or end like a heading must not."""
    return "".join(_piece(text, look, in_cell=in_cell) for text, look in pieces(said, "page"))


def _piece(text: str, look: Look, *, in_cell: bool) -> str:
    if look == "code" and "`" not in text and not (in_cell and "|" in text):
        return f"`{text}`"
    if look in _STRONG and text.strip():
        return text.replace(text.strip(), f"**{escaped(text.strip())}**")
    return escaped(text)
