"""The outline of a summary (docs/batch.md#summary)."""

from collections.abc import Iterable
from dataclasses import replace

from aiassess.render.outline import Outline, Paragraph, Quote, Row, Section, Table, Title, strong
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.content import Content
from aiassess.render.portfolio.rounds import Rounds
from aiassess.render.portfolio.tables import columns, listed
from aiassess.render.portfolio.types import PortfolioData, SetAside
from aiassess.render.portfolio.words import PortfolioWords

AFTER_OVERVIEW = 2
"""Where the parts about an earlier round come: after what both tell at a glance."""


def portfolio_outline(data: PortfolioData) -> Outline:
    w = words_of_all(data)
    yield Title(w("title"))
    yield Paragraph(strong(w("as_of", day=data["as_of"])))
    yield Paragraph(f"{w('submissions')}: {told(w, data)}")
    if "rounds" in data:
        yield Paragraph(f"{w.round('earlier')}: {told_earlier(w, data['rounds'])}")
    yield Paragraph("" if data["questionnaires"] else w("nothing"))
    yield from chapters(data)
    yield from apart(w, data)


def words_of_all(data: PortfolioData) -> PortfolioWords:
    """Return the words for what is said of all questionnaires together."""
    return PortfolioWords(data, [item["id"] for item in (*data["questionnaires"], *gone_questionnaires(data))])


def told(w: PortfolioWords, data: PortfolioData) -> str:
    """Return how many submissions there were, and what became of them."""
    counts = (data[name]["submissions"] for name in ("refused", "superseded", "duplicates"))
    return _told(w, data["submissions"], data["systems"], *counts)


def told_earlier(w: PortfolioWords, data: t.RoundsData) -> str:
    """Return the table of the earlier round, how many submissions it has, and what became of them."""
    return f"{data['against']}: {_told(w, data['submissions'], data['systems'], data['refused'], data['superseded'])}"


def _told(w: PortfolioWords, submissions: int, systems: int, refused: int, superseded: int, duplicates: int = 0) -> str:
    return w(
        "submissions_duplicates" if duplicates else "submissions_superseded" if superseded else "submissions_told",
        submissions=w.number(submissions),
        assessed=w.number(systems),
        refused=w.number(refused),
        superseded=w.number(superseded),
        duplicates=w.number(duplicates),
    )


def chapters(data: PortfolioData) -> list[Section]:
    """Return a section per questionnaire, titled if there are several. Every heading of a summary is unique.

    What changed since an earlier round is in the last section of the questionnaire, or after all others if nobody uses it now.
    """
    made, gone = data["questionnaires"], gone_questionnaires(data)
    rounds = {}
    if "rounds" in data:
        refused = data["refused"]["submissions"]
        rounds = {
            of["id"]: Rounds(PortfolioWords(data, [of["id"]]), data["rounds"], of, refused)
            for of in data["rounds"]["questionnaires"]
        }
    last = {item["id"]: item["version"] for item in made}
    several = len(made) + len(gone) > 1
    found = []
    for item in made:
        parts = [*Content(PortfolioWords(data, [item["id"]]), data, item).parts()]
        if item["id"] in rounds and last[item["id"]] == item["version"]:
            parts[AFTER_OVERVIEW:AFTER_OVERVIEW] = rounds[item["id"]].parts()
        found.append(
            _chapter(item["title"], f" ({item['id']} {item['version']})" if several else "", parts, item["statement"])
        )
    return [
        *found,
        *(_chapter(of["title"], f" ({of['id']})" if several else "", rounds[of["id"]].parts()) for of in gone),
    ]


def gone_questionnaires(data: PortfolioData) -> list[t.RoundsOfQuestionnaire]:
    """Return those of the earlier round that nobody uses in this one."""
    used = {made["id"] for made in data["questionnaires"]}
    return [of for of in data["rounds"]["questionnaires"] if of["id"] not in used] if "rounds" in data else []


def _chapter(title: str, name: str, parts: Iterable[Section], statement: str = "") -> Section:
    quotes = [Quote(statement)] if statement else []
    return Section(
        title + name if name else "", [*quotes, *(replace(part, title=(part.title, name)) for part in parts)]
    )


def apart(w: PortfolioWords, data: PortfolioData) -> list[Section]:
    """Return the parts about submissions that don't count as systems."""
    refused = data["refused"]
    edition = {w.report("questionnaire"): lambda item: f"{item['questionnaire']} {item['version']}"}
    superseded, duplicates = data["superseded"], data["duplicates"]
    apart: dict[str, SetAside] = {"superseded": superseded, "duplicates": duplicates}
    found = [
        listed(w, name, of["submissions"], of["listed"], edition, words=1)
        for name, of in apart.items()
        if of["submissions"]
    ]
    if superseded["newer"]:
        counts = {rule: w.number(superseded[rule]) for rule in ("revised", "newer")}
        found[0] = replace(found[0], body=[Paragraph(w("superseded_by", **counts)), *found[0].body[1:]])
    if refused["errors"]:
        rows = [Row((item["code"], w.number(item["submissions"]))) for item in refused["errors"]]
        foot = Row((strong(w("all")), w.number(refused["submissions"])))
        table = Table(columns(w("code"), w("submissions")), rows, foot=foot)
        found.append(Section(w("refused"), [Paragraph(w("refused_why")), table], "refused"))
    return found
