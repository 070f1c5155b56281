"""A comparison as Markdown, for a review comment (docs/review.md#diff)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiassess.render.diff import summary
from aiassess.render.diff.details import details
from aiassess.render.diff.words import DiffWords
from aiassess.render.markdown_text import as_heading, as_item, inline, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.diff.types import Diff
    from aiassess.render.diff.parts import Item, Part
    from aiassess.render.diff.summary import Row

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")


def render_diff_markdown(diff: Diff) -> str:
    """Return the comparison as Markdown with a final newline."""
    w = DiffWords(diff, ids=False)  # they stand behind each question
    return "\n".join([*_summary(w), *(line for part in details(w) for line in _part(w, part, 2))]) + "\n"


def _summary(w: DiffWords) -> Iterator[str]:
    yield f"# {as_heading(inline(summary.title(w)))}"
    yield ""
    yield from (f"- {inline(w.side(side))}" for side in ("old", "new"))
    for place, text in enumerate(summary.warnings(w)):
        yield ">" if place else ""
        yield f"> **{inline(text)}**"
    rows = summary.measures(w)
    if rows:
        yield ""
        yield from _rows(w, rows)
    for text in summary.shares(w):
        yield ""
        yield inline(text)
    counts = summary.counts(w)
    if counts:
        yield ""
        yield from (f"- {inline(text)}" for text in counts)


def _part(w: DiffWords, part: Part, level: int) -> Iterator[str]:
    if part.heading:
        yield ""
        yield f"{'#' * level} {inline(part.heading)}"
    for text in part.sentences:
        yield ""
        yield inline(text)
    if part.rows:
        yield ""
        yield from _rows(w, part.rows)
    if part.items:
        yield ""
        for item in part.items:
            yield from _item(item)
    for inner in part.inner:
        yield from _part(w, inner, level + 1)


def _rows(w: DiffWords, rows: list[Row]) -> list[str]:
    rescored = rows[0].rescored is not None
    head = [w("measure"), w("old"), *([w("rescored")] if rescored else []), w("new"), w("change")]
    cells = [[row.name, row.old, *([row.rescored or ""] if rescored else []), row.new, row.meaning] for row in rows]
    return table(head, [[inline(cell) for cell in row] for row in cells])


def _item(item: Item) -> Iterator[str]:
    """Yield an item of a list; what went and what came begin with a sign that is text, not the mark of another list."""
    question = f" `{item.question}`" if item.question and _ID.match(item.question) else ""
    yield f"- {_signed(item.head.sign, item.head.text)}{question}"
    for line in item.lines:
        yield f"  - {_signed(line.sign, line.text)}"


def _signed(sign: str, text: str) -> str:
    mark = {"+": "\\+ ", "-": "\u2212 "}.get(sign, "")
    return mark + (inline(text) if mark else as_item(inline(text)))
