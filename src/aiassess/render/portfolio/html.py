"""A summary as one self-contained HTML page (docs/batch.md#summary)."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from aiassess.render.html.page import render_page
from aiassess.render.outline import Block, Column, On, Section, raw
from aiassess.render.portfolio.outline import apart, chapters, gone_questionnaires, told, told_earlier, words_of_all
from aiassess.render.portfolio.types import PortfolioData


def render_portfolio_html(data: PortfolioData) -> str:
    """Return the summary as one HTML page that needs nothing else, with a final newline."""
    w = words_of_all(data)
    sections, aside, made = chapters(data), apart(w, data), data["questionnaires"]
    languages = [item["language"] for item in (*made, *gone_questionnaires(data))]
    parts = [[part for part in section.body if isinstance(part, Section)] for section in sections]
    standings = dict.fromkeys(w.report(f"standing_{item['status']}").capitalize() for item in made)
    day = w("as_of", day=data["as_of"])
    if len(sections) > 1:
        contents = [(f"questionnaire-{place}", section.title) for place, section in enumerate(sections, 1)]
    else:
        contents = [(part.key, part.title) for some in parts for part in some]
    return render_page(
        "portfolio.html",
        lang=data["language"],
        title=f"{w('title')} – {data['as_of']}",
        foot=" · ".join([*standings, w("title"), day]),
        style="portfolio",
        w=w,
        data=data,
        day=day,
        told=told(w, data),
        earlier=told_earlier(w, data["rounds"]) if "rounds" in data else "",
        chapters=list(zip(languages, sections, parts, strict=True)),
        apart=aside,
        parts=[(key, raw(title, "page")) for key, title in [*contents, *((part.key, part.title) for part in aside)]],
        plain=partial(raw, medium="page"),
        runs=_runs,
        groups=_groups,
    )


def _runs(blocks: Iterable[Block | On]) -> Iterator[tuple[str, list[Block | On]]]:
    return ((kind, list(run)) for kind, run in groupby(blocks, key=lambda block: type(block).__name__))


def _groups(columns: Iterable[Column]) -> list[tuple[str, int]]:
    """Return the titles over columns, each with the number of columns it spans; [] if there are none."""
    found = [(title, len(list(some))) for title, some in groupby(column.group for column in columns)]
    return found if len(found) > 1 else []
