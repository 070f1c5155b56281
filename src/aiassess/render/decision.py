"""The outline of the paper for whoever decides: two pages, in words, without ids (docs/report-format.md#for-decision)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.figures import date_words
from aiassess.render import outline as o
from aiassess.render.report.extras import NOTHING, Extras
from aiassess.render.report.words import Words
from aiassess.render.sentences import Sentences
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.report import types as t

_MOST_ACTIONS, _MOST_REASONS, _MOST_OBLIGATIONS = 5, 3, 12
_LONGEST = 220
"""Characters of one text at most, so that two pages hold everything."""


def decision_outline(report: t.Report, extras: Extras = NOTHING) -> o.Outline:
    paper = _Paper(report)
    yield o.Title((paper.d("title"), ": ", paper.w.name(paper.about["system"])), report["questionnaire"]["language"])
    if extras.notice:
        yield o.Paragraph(o.strong(extras.notice))
    yield o.Quote(o.Span(report["questionnaire"]["statement"], "quiet"))
    yield o.Section(paper.d("system"), list(paper.system()))
    yield from paper.standing()
    yield o.Section(
        paper.d("next" if paper.ends or paper.result["verdict"] == "ready" else "before"), list(paper.actions())
    )
    yield o.Section(paper.d("obligations"), list(paper.obligations()))
    yield o.Section(paper.d("approval"), list(paper.approval()))
    yield o.Section(paper.d("rests_on"), list(paper.rests_on()))


def standing_outline(report: t.Report) -> Iterator[o.Section]:
    """Return the two sections that say where the system is now, and why."""
    return _Paper(report).standing()


class _Paper:
    def __init__(self, report: t.Report) -> None:
        self.w = Words(report)
        self.d = Sentences("decision", report["questionnaire"]["language"])
        self.report = self.w.data
        self.about = self.report["about"]
        self.result = self.report["result"]
        self.ends = self.result["verdict"] == "stop" and self.result["status"] != "undetermined"
        """Whether this must not be used at all: nothing comes before going on, and its level may name nobody to approve."""

    def system(self) -> Iterator[o.Fact]:
        w, about = self.w, self.about
        completed = about.get("completed_at")
        told = {
            w("agency"): w.name(about["agency"]),
            w("purpose"): safe_line(about.get("purpose") or "", _LONGEST),
            w("phase"): about.get("phase"),
            self.d("prepared_by"): about.get("assessor"),
            self.d("assessed_on"): date_words(completed[:10], self.d.lang) if completed else None,
            w("reference"): about.get("reference"),
            w("classification"): about.get("classification"),
        }
        yield from (o.fact(label, value) for label, value in told.items() if value)

    def standing(self) -> Iterator[o.Section]:
        yield o.Section(self.d("outcome"), list(self.outcome()))
        yield o.Section(self.d("why"), list(self.why()))

    def outcome(self) -> Iterator[o.Block]:
        """Yield the level and the verdict in plain sentences, and what the verdict waits for."""
        d, result = self.d, self.result
        settled = result["status"] == "complete" or result["level_settled"]
        possible = self.w.possible(*result["level_range_titles"])
        classed = d("classed" if settled else "classed_so_far", level=result["level_title"], range=possible)
        may, waits = self._may()
        yield o.Paragraph((o.strong(classed), " ", o.Span(may, result["verdict"])))
        yield from self._first(waits, _MOST_REASONS)

    def _may(self) -> tuple[str, list[str]]:
        d, result = self.d, self.result
        critical = [item["text"] for item in self.report["findings"] if item["severity"] == "critical"]
        match result["verdict"]:
            case "stop" if result["status"] == "undetermined":
                return d("may_undetermined"), [item["text"] for item in result["undetermined_by"]]
            case "hold":
                still_open = len(self.report["missing"]) + len(self.report["unconfirmed"])
                counts = {"incomplete": still_open, "critical": len(critical)}
                return " ".join(d.count(f"may_hold_{name}", n) for name, n in counts.items() if n), critical
            case "conditional":
                waits = [item["text"] for item in result["shortfalls"]]
                return d.count("may_conditional", len(waits)), waits
        return d(f"may_{result['verdict']}"), []

    def why(self) -> Iterator[o.Block]:
        decided = [self._reason(item) for item in self.result["reasons"] if item["decided"]]
        yield from self._first(decided, _MOST_REASONS)

    def _reason(self, item: t.ReasonData) -> str:
        if item["kind"] == "points":
            return self.d("by_points", percent=self.result["inherent"]["percent"])
        # "Title -> at least Level: reason"; the level is said once, above.
        return item["text"].partition(" -> ")[2].partition(": ")[2] or item["text"]

    def actions(self) -> Iterator[o.Block]:
        d, w = self.d, self.w
        to_do = [*self._to_answer(), *((item["action"], item["actor_title"]) for item in self.report["findings"])]
        if not to_do:
            yield o.Paragraph(d("nothing"))
            return
        columns = [
            o.Column(d("number")),
            *(o.Column(w(name)) for name in ("action", "actor", "due")),
            o.Column(d("done")),
        ]
        rows = [
            o.Row([str(place), safe_line(action, _LONGEST), actor or w("nobody"), "", "☐"])
            for place, (action, actor) in enumerate(to_do[:_MOST_ACTIONS], 1)
        ]
        yield o.Table(columns, rows)
        yield from self._more(len(to_do) - _MOST_ACTIONS)

    def _to_answer(self) -> Iterator[tuple[str, str]]:
        """Yield what an incomplete assessment waits for first, with those whom all of it was left to."""
        still_open = [*self.report["missing"], *self.report["unconfirmed"]]
        if self.result["verdict"] == "hold" and still_open:
            waits = [str(item.get("for_title", "")) for item in still_open]
            n, first = len(still_open), still_open[0]["text"]
            text = self.d("answer_one", question=first) if n == 1 else self.d("answer_open", n=n)
            yield text, "; ".join(dict.fromkeys(waits)) if all(waits) else self.d("see_report")

    def obligations(self) -> Iterator[o.Block]:
        yield from self._first(self.report["obligations"], _MOST_OBLIGATIONS)

    def _first(self, texts: list[str], most: int) -> Iterator[o.Block]:
        """Yield the first of several texts, and how many more there are."""
        yield from map(o.Item, texts[:most])
        yield from self._more(len(texts) - most)

    def _more(self, n: int) -> Iterator[o.Paragraph]:
        if n > 0:
            yield o.Paragraph(self.w("more_in_report", n=n))

    def approval(self) -> Iterator[o.Block]:
        """Yield whom to ask, and the lines to sign on; nobody is asked to approve what may not go on."""
        d, w, who = self.d, self.w, self.result["approval"] or ""
        may = self.result["verdict"] in ("ready", "conditional")
        if who:
            yield o.Paragraph(d("ask" if may else "ask_nobody", who=who))
        signed = Sentences("html", d.lang)
        heads = [d("role"), *(signed(name) for name in ("name", "signature", "date"))]
        roles = [(d("prepared_by"), self.about.get("assessor") or "")]
        roles.append((f"{w('approval_signed') if may else d('seen_by')} {'' if self.ends else who}".strip(), ""))
        yield o.Table(
            [o.Column(head) for head in heads], [o.Row([role, name, "", ""]) for role, name in roles], by_hand=True
        )

    def rests_on(self) -> Iterator[o.Fact | o.Item]:
        d, report, made = self.d, self.report, self.report["questionnaire"]
        standing = self.w(f"standing_{made['status']}")
        yield o.Item(d("edition", title=made["title"], version=made["version"], standing=standing))
        controls = [item for item in report["answers"] if item["score"] == "control" and item["status"] == "answered"]
        if controls:
            proven = sum(bool(item["evidence"]) for item in controls)
            yield o.Item(d("evidence", with_evidence=proven, controls=len(controls)))
        unsure = sum(item["status"] == "unsure" for item in report["missing"])
        counts = {name: len(report[name]) for name in ("missing", "unconfirmed", "contradictions")}
        yield o.Item(d("open", **counts | {"missing": counts["missing"] - unsure, "unsure": unsure}))
        yield o.Item((d("annex", digest=""), o.code(report["digest"])))
