"""A summary as one self-contained HTML page (docs/batch.md#summary)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.render.html.page import render_page
from aiassess.render.portfolio.content import Chapter, apart, chapters, told
from aiassess.render.portfolio.words import PortfolioWords

if TYPE_CHECKING:
    from aiassess.render.portfolio.parts import Part


def render_portfolio_html(data: dict[str, Any]) -> str:
    """Return the summary as one HTML page that needs nothing else, with a final newline."""
    w = PortfolioWords(data["language"])
    found = chapters(data)
    aside = apart(data)
    standings = dict.fromkeys(w.report(f"standing_{chapter.made['status']}").capitalize() for chapter in found)
    day = w("as_of", day=data["as_of"])
    return render_page(
        "portfolio.html",
        lang=data["language"],
        title=f"{w('title')} – {data['as_of']}",
        foot=" · ".join([*standings, w("title"), day]),
        style="portfolio",
        w=w,
        data=data,
        day=day,
        told=told(data),
        chapters=found,
        apart=aside,
        parts=_contents(found, aside),
    )


def _contents(found: list[Chapter], aside: list[Part]) -> list[tuple[str, str]]:
    """Return (id, heading) of the page's parts; of several questionnaires their titles alone."""
    if len(found) > 1:
        contents = [(f"questionnaire-{place}", chapter.title) for place, chapter in enumerate(found, 1)]
    else:
        contents = [(part.key, part.heading) for chapter in found for part in chapter.parts]
    return [*contents, *((part.key, part.heading) for part in aside)]
