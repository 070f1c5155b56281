"""The outline of a report: screens show the result first, documents everything (docs/report-format.md)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.outline import (
    Bar,
    Bars,
    Block,
    Column,
    Fact,
    Item,
    On,
    Outline,
    Paragraph,
    Quote,
    Row,
    Said,
    Section,
    Span,
    Table,
    Title,
    code,
    fact,
    on_page,
    on_screen,
    page,
    screen,
    strong,
)
from aiassess.render.report.extras import CHAIN_COLUMNS, NOTHING, Extras, chain_rows
from aiassess.render.report.words import Words
from aiassess.render.sentences import SCORES
from aiassess.report.shares import share_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.report import types as t

_DIGESTS = ("questionnaire_digest", "revises", "digest")
_TREATED: tuple[Literal["treatment", "owner", "due"], ...] = ("treatment", "owner", "due")


def report_outline(report: t.Report, extras: Extras = NOTHING) -> Outline:
    outline = _Outline(report)
    yield from outline.head(extras.notice or "")
    yield from outline.result()
    yield from outline.record(extras)


def result_outline(report: t.Report) -> Outline:
    """Return the outline without answers and provenance."""
    outline = _Outline(report)
    yield from outline.head("")
    yield from outline.result()


class _Outline:
    def __init__(self, report: t.Report) -> None:
        self.w = Words(report)
        self.report = self.w.data
        self.about = self.report["about"]

    def head(self, notice: str) -> Iterator[Block | On]:
        made = self.report["questionnaire"]
        yield on_screen(Paragraph(notice))
        yield Title((made["title"], page((": ", self.w.name(self.about["system"])))), made["language"])
        yield on_page(Paragraph(strong(notice) if notice else ""))
        yield Quote(Span(made["statement"], "quiet"))

    def result(self) -> Iterator[Block | On]:
        w = self.w
        yield Section(page(w("result")), list(self.facts()))
        yield Section(w("why"), list(self.why()))
        yield Section(w("why_verdict"), [Item(text) for text in w.verdict_reasons()])
        yield self.scores()
        yield on_screen(self.principles, self.actions(), *self.lists())

    def record(self, extras: Extras) -> Iterator[Block | On]:
        """Yield what follows from the result, and what it was made from."""
        w, report = self.w, self.report
        yield on_page(self.findings(), self.plan())
        yield Section(w("obligations"), [Item(text) for text in report["obligations"]])
        yield on_page(self.principles, self.tags("actor", report["dimensions"]["actors"]), self.sections())
        yield self.risks()
        yield Section(w("answers"), [Section(title, self.answers(items)) for title, _, items in w.answers_by_section()])
        if report["inactive"]:
            yield Section(w("inactive"), [Paragraph(w("inactive_why")), *self.inactive(report["inactive"])])
        yield on_page(*self.lists())
        made = [(key, code(value) if key in _DIGESTS else value) for key, value in w.provenance()]
        yield Section(w("provenance"), [fact(w(key), value) for key, value in made])
        yield self.revisions(extras)

    # The result

    def facts(self) -> Iterator[Block | On]:
        w, about, result = self.w, self.about, self.report["result"]
        yield on_screen(fact(w("system"), w.name(about["system"])))
        yield fact(w("agency"), w.name(about["agency"]))
        yield on_page(*(fact(w(key), value) for key, value in w.stated() if value))
        yield fact(w("level"), result["level_title"], "strong")
        yield fact(w("verdict"), w.verdict(result["verdict"]), result["verdict"])
        yield fact(w("status"), w(f"status_{result['status']}"))
        if result["status"] != "complete":
            yield fact(w("range"), w.possible(*result["level_range_titles"]))
        yield Fact(w.settled())
        yield on_page(*(Fact(text) for _, text in w.to_look_at()))
        if result["approval"]:
            yield fact(w.approval(), result["approval"])
        if result["reassess"]["months"]:
            yield fact(w("reassess"), w.reassess(result["reassess"]))
        if about.get("classification"):
            yield on_page(fact(w("classification"), about["classification"]))

    def why(self) -> Iterator[Item]:
        for text, decided in self.w.reasons():
            said = (text, " (", strong(self.w("decided")), ")") if decided else text
            yield Item(said, look="strong" if decided else "")
        if self.w.control_reach():
            yield Item(self.w.control_reach())

    def scores(self) -> Section:
        w, bars, rows = self.w, [], []
        for key in SCORES:
            title, score = w(key), self.report["result"][key]
            points, percent = w.score_cells(score)
            told = f"{score['points']}/{score['maximum']}" if score["maximum"] else ""
            bars.append(Bar(title, share_of(score), [percent, told]))
            rows.append(Row([title, points, percent]))
        table = Table(self.columns("measure", "points", "percent"), rows)
        return Section(w("scores"), [on_screen(Bars(bars)), on_page(table), Fact(w.credit())])

    def columns(self, words: str, *numbers: str) -> list[Column]:
        return [Column(self.w(words)), *(Column(self.w(name), numeric=True) for name in numbers)]

    @cached_property
    def principles(self) -> Section:
        return self.tags("principle", self.report["dimensions"]["principles"])

    def tags(self, name: str, items: list[t.TagData]) -> Section:
        bars, rows = [], []
        for item in items:
            points, percent = self.w.score_cells(item)
            bars.append(Bar(item["title"], share_of(item), [percent]))
            rows.append(Row([item["title"], points, percent, _answered(item)]))
        table = Table(self.columns(name, "points", "percent", "answered"), rows)
        return Section(self.w(f"by_{name}"), [on_page(table), *([on_screen(Bars(bars))] if bars else [])])

    def sections(self) -> Section:
        rows = [
            Row([item["title"], _answered(item), _points(item["inherent"]), _points(item["controls"])])
            for item in self.report["sections"]
        ]
        return Section(self.w("by_section"), [Table(self.columns("section", "answered", "inherent", "controls"), rows)])

    # What to do

    def actions(self) -> Section:
        w = self.w
        items = [to_do(w, item) for item in self.report["findings"]]
        return Section(w("action_plan"), [Paragraph(w.finding_counts()), *items])

    def findings(self) -> Section:
        w, findings = self.w, self.report["findings"]
        by_severity = [
            Section(
                w(f"severity_{severity}"),
                [Item((self.cited(item), item["text"])) for item in findings if item["severity"] == severity],
            )
            for severity in SEVERITIES
        ]
        return Section(w("findings"), by_severity if findings else [Paragraph(w("none"))])

    def plan(self) -> Section:
        w = self.w
        groups = [Section(actor, [self.action(item) for item in items]) for actor, items in w.plan()]
        return Section(w("action_plan"), groups)

    def action(self, item: t.FindingData) -> Item:
        won = f" ({self.w('points_won')}: {item['points_won']})" if item["points_won"] else ""
        return Item((self.w(f"severity_{item['severity']}"), ": ", self.cited(item), item["action"], won))

    def cited(self, item: t.FindingData) -> Said:
        return (f"{item['ref']} " if item["ref"] else "", code(item["question"]), ": ")

    def lists(self) -> Iterator[Section]:
        """Yield the questions that still need attention."""
        w, report = self.w, self.report
        missing = [Item((w.missing_how(item), ": ", _asked(item))) for item in report["missing"]]
        yield self.counted("missing", missing)
        if not missing:
            yield Section(w("missing"), [on_page(Paragraph(w("none")))])
        yield Section(w("contradictions"), [Item(item["text"]) for item in report["contradictions"]])
        yield self.counted("unconfirmed", [Item(_asked(item)) for item in report["unconfirmed"]])
        evidence = [Item(_asked(item), [Fact(w.counted_now(item))]) for item in report["unevidenced"]]
        yield self.counted("unevidenced", evidence)

    def counted(self, name: str, items: list[Item]) -> Section:
        count = [on_screen(Paragraph(self.w.count(f"{name}_count", len(items))))] if items else []
        return Section(self.w(name), [*count, *items])

    # The answers

    def risks(self) -> Section:
        w, risks = self.w, self.report["risks"]
        items, rows = [], []
        for item in risks:
            before, now = w.ratings(item)
            facts = [fact(w("rating_before"), before), fact(w("rating_after"), now)]
            items.append(
                Item(item["title"], [*facts, *(fact(w(key), w.day(item[key])) for key in _TREATED if item.get(key))])
            )
            how, gap, rating = now.rpartition(" ")
            treatment, owner, due = (w.day(item.get(key) or "") for key in _TREATED)
            rows.append(Row([item["title"], before, treatment, (how, gap, strong(rating)), owner, due]))
        columns = [Column(w(key)) for key in ("risk", "rating_before", "treatment", "rating_after", "owner", "due")]
        how_rated = fact(w("rating_before"), f"{w('likelihood')} × {w('consequence')}")
        return Section(
            w("risk_register"), [on_screen(*items), on_page(Table(columns, rows), how_rated)] if risks else []
        )

    def answers(self, items: list[t.AnswerData]) -> list[Item]:
        return [self.asked(item, [*self.given(item), *self.points(item), *self.beside(item)]) for item in items]

    def inactive(self, items: list[t.InactiveData]) -> list[Item]:
        return [self.asked(item, [*self.given(item), *self.beside(item)]) for item in items]

    def asked(self, item: t.QuestionData, facts: list[Fact]) -> Item:
        return Item((_asked(item), screen(f" [{item['question']}]")), facts)

    def given(self, item: t.GivenData) -> Iterator[Fact]:
        return self.words("answer", self.w.answer_lines(item))

    def points(self, item: t.AnswerData) -> Iterator[Fact]:
        if item["score"] and item["status"] != "not_applicable":
            how = f" ({self.w.counted_how(item)})" if self.w.counted_how(item) else ""
            points = f"{item['points']}", screen("/"), page(" / "), f"{item['maximum']}"
            why = how if item["status"] == "answered" else page(how)
            yield fact(self.w("inherent" if item["score"] == "inherent" else "controls"), (points, why))

    def beside(self, item: t.BesideData) -> Iterator[Fact]:
        if not item.get("confirmed", True):
            yield Fact(self.w("to_confirm"))
        if item.get("from"):
            yield fact(self.w("given_by"), "; ".join(item["from"]))
        yield from self.words("note", (item["note"] or "").splitlines())
        for evidence in item["evidence"]:
            date = f" ({self.w.day(evidence['date'])})" if "date" in evidence else ""
            yield fact(self.w("evidence"), evidence["reference"] + date)

    def words(self, key: str, texts: list[str]) -> Iterator[Fact]:
        """Yield a fact on one line, or several lines as a list below the label."""
        lines = [line for text in texts for line in text.splitlines() if line.strip()]
        if len(lines) == 1:
            yield fact(self.w(key), lines[0])
        elif lines:
            yield Fact(f"{self.w(key)}:", [Fact(line) for line in lines])

    def revisions(self, extras: Extras) -> Section:
        w, items, rows = self.w, [], []
        for *cells, file, digest in chain_rows(extras.chain, w):
            items.append(
                Item(" · ".join(cell for cell in cells if cell), [Fact(text) for text in (file, digest) if text])
            )
            rows.append(Row([*cells, file, code(digest)]))
        table = Table([Column(w(key)) for key in CHAIN_COLUMNS], rows)
        return Section(w("revisions"), [on_screen(*items), on_page(table)])


def to_do(w: Words, item: t.FindingData) -> Item:
    """Return an action as a screen shows it: how severe what it mends is, who does it, and its question."""
    return Item(w.action(item), look="alarm" if item["severity"] == "critical" else "")


def _asked(item: t.QuestionData) -> Said:
    """Return a question with its number, and in documents also its id.

    There the number is not "64.", which looks like an ordered list inside the item, escaped or not.
    """
    number = (screen(f"{item['ref']}. "), page(f"({item['ref']}) ")) if item["ref"] else ""
    return number, item["text"], page((" ", code(item["question"])))


def _points(score: t.PointsData) -> str:
    return f"{score['points']} / {score['maximum']}"


def _answered(item: t.TagData | t.SectionData) -> str:
    return f"{item['answered']} / {item['applicable']}"
