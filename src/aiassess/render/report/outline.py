"""The outline of a report: screens show the result first, documents everything (docs/report-format.md)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from aiassess.model.questionnaire import SEVERITIES
from aiassess.render import outline as o
from aiassess.render.report.extras import CHAIN_COLUMNS, NOTHING, Extras, chain_rows
from aiassess.render.report.words import Words
from aiassess.render.sentences import SCORES
from aiassess.report.shares import share_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.report import types as t
    from aiassess.report.crosswalk import Reference

_DIGESTS = ("questionnaire_digest", "revises", "digest")
_TREATED: tuple[Literal["treatment", "owner", "due"], ...] = ("treatment", "owner", "due")


def report_outline(report: t.Report, extras: Extras = NOTHING) -> o.Outline:
    outline = _Outline(report)
    yield from outline.head(extras.notice or "")
    yield from outline.result()
    yield from outline.record(extras)


def result_outline(report: t.Report) -> o.Outline:
    """Return the outline without answers and provenance."""
    outline = _Outline(report)
    yield from outline.head("")
    yield from outline.result()


class _Outline:
    def __init__(self, report: t.Report) -> None:
        self.w = Words(report)
        self.report = self.w.data
        self.about = self.report["about"]

    def head(self, notice: str) -> Iterator[o.Block | o.On]:
        made = self.report["questionnaire"]
        yield o.on_screen(o.Paragraph(notice))
        yield o.Title((made["title"], o.page((": ", self.w.name(self.about["system"])))), made["language"])
        yield o.on_page(o.Paragraph(o.strong(notice) if notice else ""))
        yield o.Quote(o.Span(made["statement"], "quiet"))

    def result(self) -> Iterator[o.Block | o.On]:
        w = self.w
        yield o.Section(o.page(w("result")), list(self.facts()))
        yield o.Section(w("why"), list(self.why()))
        yield o.Section(w("why_verdict"), [o.Item(text) for text in w.verdict_reasons()])
        yield self.scores()
        yield o.on_screen(self.principles, self.actions(), *self.lists())

    def record(self, extras: Extras) -> Iterator[o.Block | o.On]:
        """Yield what follows from the result, and what it was made from."""
        w, report = self.w, self.report
        yield o.on_page(self.findings(), self.plan())
        yield o.Section(w("obligations"), [o.Item(text) for text in report["obligations"]])
        yield o.on_page(self.principles, self.tags("actor", report["dimensions"]["actors"]), self.sections())
        yield self.risks()
        yield o.Section(
            w("answers"), [o.Section(title, self.answers(items)) for title, _, items in w.answers_by_section()]
        )
        if report["inactive"]:
            yield o.Section(w("inactive"), [o.Paragraph(w("inactive_why")), *self.inactive(report["inactive"])])
        yield o.on_page(*self.lists())
        yield self.crosswalk()
        made = [(key, o.code(value) if key in _DIGESTS else value) for key, value in w.provenance()]
        yield o.Section(w("provenance"), [o.fact(w(key), value) for key, value in made])
        yield self.revisions(extras)

    # The result

    def facts(self) -> Iterator[o.Block | o.On]:
        w, about, result = self.w, self.about, self.report["result"]
        yield o.on_screen(o.fact(w.assesses(), w.name(about["system"])))
        yield o.fact(w("agency"), w.name(about["agency"]))
        yield o.on_page(*(o.fact(w(key), value) for key, value in w.stated() if value))
        yield o.fact(w("level"), result["level_title"], "strong")
        yield o.fact(w("verdict"), w.verdict(result["verdict"]), result["verdict"])
        yield o.fact(w("status"), w(f"status_{result['status']}"))
        if result["status"] != "complete":
            yield o.fact(w("range"), w.possible(*result["level_range_titles"]))
        yield o.Fact(w.settled())
        yield o.on_page(*(o.Fact(text) for _, text in w.to_look_at()))
        if result["approval"]:
            yield o.fact(w.approval(), result["approval"])
        if result["reassess"]["months"]:
            yield o.fact(w("reassess"), w.reassess(result["reassess"]))
        if about.get("classification"):
            yield o.on_page(o.fact(w("classification"), about["classification"]))

    def why(self) -> Iterator[o.Item]:
        for text, decided in self.w.reasons():
            said = (text, " (", o.strong(self.w("decided")), ")") if decided else text
            yield o.Item(said, look="strong" if decided else "")
        if self.w.control_reach():
            yield o.Item(self.w.control_reach())

    def scores(self) -> o.Section:
        w, bars, rows = self.w, [], []
        for key in SCORES:
            title, score = w(key), self.report["result"][key]
            points, percent = w.score_cells(score)
            told = f"{score['points']}/{score['maximum']}" if score["maximum"] else ""
            bars.append(o.Bar(title, share_of(score), [percent, told]))
            rows.append(o.Row([title, points, percent]))
        table = o.Table(self.columns("measure", "points", "percent"), rows)
        return o.Section(w("scores"), [o.on_screen(o.Bars(bars)), o.on_page(table), o.Fact(w.credit())])

    def columns(self, words: str, *numbers: str) -> list[o.Column]:
        return [o.Column(self.w(words)), *(o.Column(self.w(name), numeric=True) for name in numbers)]

    @cached_property
    def principles(self) -> o.Section:
        return self.tags("principle", self.report["dimensions"]["principles"])

    def tags(self, name: str, items: list[t.TagData]) -> o.Section:
        bars, rows = [], []
        for item in items:
            points, percent = self.w.score_cells(item)
            bars.append(o.Bar(item["title"], share_of(item), [percent]))
            rows.append(o.Row([item["title"], points, percent, _answered(item)]))
        table = o.Table(self.columns(name, "points", "percent", "answered"), rows)
        return o.Section(self.w(f"by_{name}"), [o.on_page(table), *([o.on_screen(o.Bars(bars))] if bars else [])])

    def sections(self) -> o.Section:
        rows = [
            o.Row([item["title"], _answered(item), _points(item["inherent"]), _points(item["controls"])])
            for item in self.report["sections"]
        ]
        return o.Section(
            self.w("by_section"), [o.Table(self.columns("section", "answered", "inherent", "controls"), rows)]
        )

    # What to do

    def actions(self) -> o.Section:
        w = self.w
        items = [to_do(w, item) for item in self.report["findings"]]
        return o.Section(w("action_plan"), [o.Paragraph(w.finding_counts()), *items])

    def findings(self) -> o.Section:
        w, findings = self.w, self.report["findings"]
        by_severity = [
            o.Section(
                w(f"severity_{severity}"),
                [o.Item((self.cited(item), item["text"])) for item in findings if item["severity"] == severity],
            )
            for severity in SEVERITIES
        ]
        return o.Section(w("findings"), by_severity if findings else [o.Paragraph(w("none"))])

    def plan(self) -> o.Section:
        w = self.w
        groups = [o.Section(actor, [self.action(item) for item in items]) for actor, items in w.plan()]
        return o.Section(w("action_plan"), groups)

    def action(self, item: t.FindingData) -> o.Item:
        won = f" ({self.w('points_won')}: {item['points_won']})" if item["points_won"] else ""
        return o.Item((self.w(f"severity_{item['severity']}"), ": ", self.cited(item), item["action"], won))

    def cited(self, item: t.FindingData) -> o.Said:
        return (f"{item['ref']} " if item["ref"] else "", o.code(item["question"]), ": ")

    def lists(self) -> Iterator[o.Section]:
        """Yield the questions that still need attention."""
        w, report = self.w, self.report
        missing = [o.Item((w.missing_how(item), ": ", _asked(item))) for item in report["missing"]]
        yield self.counted("missing", missing)
        if not missing:
            yield o.Section(w("missing"), [o.on_page(o.Paragraph(w("none")))])
        yield o.Section(w("contradictions"), [o.Item(item["text"]) for item in report["contradictions"]])
        yield self.counted("unconfirmed", [o.Item(_asked(item)) for item in report["unconfirmed"]])
        evidence = [o.Item(_asked(item), [o.Fact(w.counted_now(item))]) for item in report["unevidenced"]]
        yield self.counted("unevidenced", evidence)

    def counted(self, name: str, items: list[o.Item]) -> o.Section:
        count = [o.on_screen(o.Paragraph(self.w.count(f"{name}_count", len(items))))] if items else []
        return o.Section(self.w(name), [*count, *items])

    # The answers

    def risks(self) -> o.Section:
        w, risks = self.w, self.report["risks"]
        items, rows = [], []
        for item in risks:
            before, now = w.ratings(item)
            facts = [o.fact(w("rating_before"), before), o.fact(w("rating_after"), now)]
            items.append(
                o.Item(
                    item["title"], [*facts, *(o.fact(w(key), w.day(item[key])) for key in _TREATED if item.get(key))]
                )
            )
            how, gap, rating = now.rpartition(" ")
            treatment, owner, due = (w.day(item.get(key) or "") for key in _TREATED)
            rows.append(o.Row([item["title"], before, treatment, (how, gap, o.strong(rating)), owner, due]))
        columns = [o.Column(w(key)) for key in ("risk", "rating_before", "treatment", "rating_after", "owner", "due")]
        how_rated = o.fact(w("rating_before"), f"{w('likelihood')} × {w('consequence')}")
        return o.Section(
            w("risk_register"), [o.on_screen(*items), o.on_page(o.Table(columns, rows), how_rated)] if risks else []
        )

    def answers(self, items: list[t.AnswerData]) -> list[o.Item]:
        return [self.asked(item, [*self.given(item), *self.points(item), *self.beside(item)]) for item in items]

    def inactive(self, items: list[t.InactiveData]) -> list[o.Item]:
        return [self.asked(item, [*self.given(item), *self.beside(item)]) for item in items]

    def asked(self, item: t.QuestionData, facts: list[o.Fact]) -> o.Item:
        return o.Item((_asked(item), o.screen(f" [{item['question']}]")), facts)

    def given(self, item: t.GivenData) -> Iterator[o.Fact]:
        return self.words("answer", self.w.answer_lines(item))

    def points(self, item: t.AnswerData) -> Iterator[o.Fact]:
        if item["score"] and item["status"] != "not_applicable":
            how = f" ({self.w.counted_how(item)})" if self.w.counted_how(item) else ""
            points = f"{item['points']}", o.screen("/"), o.page(" / "), f"{item['maximum']}"
            why = how if item["status"] == "answered" else o.page(how)
            yield o.fact(self.w("inherent" if item["score"] == "inherent" else "controls"), (points, why))

    def beside(self, item: t.BesideData) -> Iterator[o.Fact]:
        if not item.get("confirmed", True):
            yield o.Fact(self.w("to_confirm"))
        if item.get("from"):
            yield o.fact(self.w("given_by"), "; ".join(item["from"]))
        yield from self.words("note", (item["note"] or "").splitlines())
        for evidence in item["evidence"]:
            date = f" ({self.w.day(evidence['date'])})" if "date" in evidence else ""
            yield o.fact(self.w("evidence"), evidence["reference"] + date)

    def words(self, key: str, texts: list[str]) -> Iterator[o.Fact]:
        """Yield a fact on one line, or several lines as a list below the label."""
        lines = [line for text in texts for line in text.splitlines() if line.strip()]
        if len(lines) == 1:
            yield o.fact(self.w(key), lines[0])
        elif lines:
            yield o.Fact(f"{self.w(key)}:", [o.Fact(line) for line in lines])

    def crosswalk(self) -> o.Section:
        w = self.w
        columns = [o.Column(w("reference")), o.Column(w("mapped")), o.Column(w("controls"), numeric=True)]
        frameworks = [
            o.Section(title, [o.Table(columns, [self.reference(item) for item in references])])
            for title, references in w.crosswalk
        ]
        return o.Section(w("crosswalk"), [o.Paragraph(w("crosswalk_why")), *frameworks] if frameworks else [])

    def reference(self, item: Reference) -> o.Row:
        w = self.w
        told = [
            f"{w(f'state_{state}')}: {', '.join(one['ref'] or one['question'] for one in answers)}"
            for state, answers in item.states
        ]
        not_asked = w("state_not_asked", n=item.not_asked) if item.not_asked else ""
        cells = [item.name, "; ".join(filter(None, [*told, not_asked])), item.share]
        return o.Row(cells, ": ".join(filter(None, cells)))

    def revisions(self, extras: Extras) -> o.Section:
        w, items, rows = self.w, [], []
        for *cells, file, digest in chain_rows(extras.chain, w):
            items.append(
                o.Item(" · ".join(cell for cell in cells if cell), [o.Fact(text) for text in (file, digest) if text])
            )
            rows.append(o.Row([*cells, file, o.code(digest)]))
        table = o.Table([o.Column(w(key)) for key in CHAIN_COLUMNS], rows)
        return o.Section(w("revisions"), [o.on_screen(*items), o.on_page(table)])


def to_do(w: Words, item: t.FindingData) -> o.Item:
    """Return an action as a screen shows it: how severe what it mends is, who does it, and its question."""
    return o.Item(w.action(item), look="alarm" if item["severity"] == "critical" else "")


def _asked(item: t.QuestionData) -> o.Said:
    """Return a question with its number, and in documents also its id.

    There the number is not "64.", which looks like an ordered list inside the item, escaped or not.
    """
    number = (o.screen(f"{item['ref']}. "), o.page(f"({item['ref']}) ")) if item["ref"] else ""
    return number, item["text"], o.page((" ", o.code(item["question"])))


def _points(score: t.PointsData) -> str:
    return f"{score['points']} / {score['maximum']}"


def _answered(item: t.TagData | t.SectionData) -> str:
    return f"{item['answered']} / {item['applicable']}"
