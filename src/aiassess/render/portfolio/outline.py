"""The outline of a summary (docs/batch.md#summary)."""

from dataclasses import replace

from aiassess.render.outline import Outline, Paragraph, Quote, Row, Section, Table, Title, strong
from aiassess.render.portfolio.content import Content
from aiassess.render.portfolio.tables import columns, listed
from aiassess.render.portfolio.types import PortfolioData
from aiassess.render.portfolio.words import PortfolioWords


def portfolio_outline(data: PortfolioData) -> Outline:
    w = PortfolioWords(data)
    yield Title(w("title"))
    yield Paragraph(strong(w("as_of", day=data["as_of"])))
    yield Paragraph(f"{w('submissions')}: {told(w, data)}")
    yield Paragraph("" if data["questionnaires"] else w("nothing"))
    yield from chapters(w, data)
    yield from apart(w, data)


def told(w: PortfolioWords, data: PortfolioData) -> str:
    """Return how many submissions there were, and what became of them."""
    superseded = data["superseded"]["submissions"]
    return w(
        "submissions_superseded" if superseded else "submissions_told",
        submissions=w.number(data["submissions"]),
        systems=w.number(data["systems"]),
        refused=w.number(data["refused"]["submissions"]),
        superseded=w.number(superseded),
    )


def chapters(w: PortfolioWords, data: PortfolioData) -> list[Section]:
    """Return a section per questionnaire, titled if there are several. Every heading of a summary is unique."""
    found = []
    for made in data["questionnaires"]:
        name = f" ({made['id']} {made['version']})" if len(data["questionnaires"]) > 1 else ""
        parts = [replace(part, title=(part.title, name)) for part in Content(w, data, made).parts()]
        found.append(Section(made["title"] + name if name else "", [Quote(made["statement"]), *parts]))
    return found


def apart(w: PortfolioWords, data: PortfolioData) -> list[Section]:
    """Return the parts about submissions that don't count as systems."""
    superseded, refused = data["superseded"], data["refused"]
    found = []
    if superseded["submissions"]:
        edition = {w.report("questionnaire"): lambda item: f"{item['questionnaire']} {item['version']}"}
        found.append(listed(w, "superseded", superseded["submissions"], superseded["listed"], edition, words=1))
    if refused["errors"]:
        rows = [Row((item["code"], w.number(item["submissions"]))) for item in refused["errors"]]
        foot = Row((strong(w("all")), w.number(refused["submissions"])))
        table = Table(columns(w("code"), w("submissions")), rows, foot=foot)
        found.append(Section(w("refused"), [Paragraph(w("refused_why")), table], "refused"))
    return found
