"""An outline as one self-contained HTML page: for documents that are read from top to bottom and printed."""

from functools import partial

from aiassess.render.html.page import render_page
from aiassess.render.outline import Outline, Title, pieces, raw, runs, shown


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
        outline=blocks,
        runs=partial(runs, medium="page"),
        said=partial(pieces, medium="page"),
    )
