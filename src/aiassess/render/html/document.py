"""An outline as one self-contained HTML page: for documents that are read from top to bottom and printed."""

from itertools import groupby

from aiassess.render.html.page import render_page
from aiassess.render.outline import Block, Fact, Outline, Said, Title, pieces, raw, shown


def write_html(outline: Outline) -> str:
    """Return the outline as a page that needs nothing else, with a final newline."""
    blocks = list(shown(outline, "page"))
    title = next((block for block in blocks if isinstance(block, Title)), Title(""))
    name = raw(title.text, "page")
    return render_page(
        "document.html",
        lang=title.lang or "en",
        title=name,
        foot=name,
        style="document",
        blocks_shown=runs(blocks),
        runs=runs,
        said=said,
    )


def runs(blocks: Outline) -> list[tuple[str, list[Block]]]:
    """Return what a page shows, with neighbours of one kind together, such as the items of a list."""
    return [(kind, list(some)) for kind, some in groupby(shown(blocks, "page"), key=_kind)]


def _kind(block: Block) -> str:
    return "Item" if isinstance(block, Fact) else type(block).__name__


def said(text: Said) -> list[tuple[str, str]]:
    """Return a text in pieces, each with its look."""
    return [*pieces(text, "page")]
