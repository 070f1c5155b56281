"""The HTML report: what its templates are filled with, from the report's plain data alone (docs/report-format.md#html)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aiassess.answers.formats import ABOUT_FIELDS
from aiassess.figures import exact
from aiassess.render.html.charts import Bar, Matrix, heat_map, is_treated, place_now
from aiassess.render.html.page import render_page
from aiassess.render.report.extras import NOTHING, Extras, chain_rows
from aiassess.render.report.words import Words
from aiassess.report.shares import share_of
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.report.types import AnswerData, FindingData, Report, ScoreData, SectionData, TagData

_SCORES: tuple[Literal["inherent", "controls", "residual"], ...] = ("inherent", "controls", "residual")


def render_html(report: Report, extras: Extras = NOTHING) -> str:
    """Return the report as one HTML page that needs nothing else, with a final newline."""
    return _Page(report, extras).render()


class _Page:
    def __init__(self, report: Report, extras: Extras) -> None:
        self.w = Words(report)
        self.report = report = self.w.data
        self.extras = extras
        self.result = self.w.result
        self.places = {item["question"]: place for place, item in enumerate(report["answers"], 1)}
        self.principles = report["dimensions"]["principles"]
        self.actors = report["dimensions"]["actors"]

    def render(self) -> str:
        system = self.w.name(self.report["about"]["system"])
        made = self.report["questionnaire"]
        standing = self.w(f"standing_{made['status']}")
        about: dict[str, object] = {**dict.fromkeys(ABOUT_FIELDS), **self.report["about"]}
        classification = about["classification"]
        return render_page(
            "report.html",
            lang=made["language"],
            title=f"{system} – {made['title']}",
            head=f"{self.w('classification')}: {classification}" if classification else "",
            foot=f"{standing[:1].upper()}{standing[1:]} · {system}",
            report=self.report,
            result=self.result,
            about=about,
            made=made,
            system=system,
            w=self.w,
            parts=self.parts(),
            anchor=self.anchor,
            score_bars=self.score_bars(),
            principle_bars=[self.tag_bar(item, self.principle_needed()) for item in self.principles],
            principle_needed=self.principle_needed(),
            actor_bars=[self.tag_bar(item) for item in self.actors],
            maps=self.maps(),
            is_treated=is_treated,
            plan=list(self.plan()),
            flags=self.flags(),
            sections=self.sections(),
            notice=self.extras.notice,
            chain=chain_rows(self.extras.chain, self.w),
        )

    def parts(self) -> list[tuple[str, str]]:
        """Return (id, heading) of every part, in the page's order; what a report has nothing for is left out."""
        report = self.report
        present: list[tuple[str, object]] = [
            ("result", True),
            ("scores", True),
            ("by_principle", self.principles),
            ("by_actor", self.actors),
            ("action_plan", True),
            ("obligations", report["obligations"]),
            ("risk_register", report["risks"]),
            *((name, report[name]) for name in ("missing", "contradictions", "unconfirmed", "unevidenced")),
            ("by_section", report["sections"]),
            ("answers", report["answers"]),
            ("inactive", report["inactive"]),
            ("provenance", True),
            ("revisions", self.extras.chain),
        ]
        return [(key, self.w(key)) for key, there in present if there]

    def anchor(self, question: str) -> str | None:
        """Return the id of a question's answer on the page; None if it has none, as only an edited report can."""
        place = self.places.get(question)
        return None if place is None else f"answer-{place}"

    # Charts

    def score_bars(self) -> list[Bar]:
        needed = {"controls": self.needed(lambda principle: principle is None)}
        return [self.bar(self.w(key), self.result[key], (), needed.get(key)) for key in _SCORES]

    def tag_bar(self, item: TagData, needed: float | None = None) -> Bar:
        return self.bar(item["title"], item, (f"{item['answered']} / {item['applicable']}",), needed)

    def bar(self, title: str, score: ScoreData, cells: tuple[str, ...], needed: float | None) -> Bar:
        points, shown = self.w.score_cells(score)
        share = share_of(score)
        short = share is not None and needed is not None and share < exact(needed)
        return Bar(title, score["percent"], shown, (points, *cells), needed, short)

    def principle_needed(self) -> float | None:
        """Return what the level asks of every principle (docs/scoring.md#level); known if one is short of it."""
        return self.needed(lambda principle: principle is not None)

    def needed(self, which: Callable[[str | None], bool]) -> float | None:
        return next((item["asked_percent"] for item in self.result["shortfalls"] if which(item["principle"])), None)

    def maps(self) -> list[Matrix]:
        """Return the heat map of the risks now; before it, if any was treated, that of the risks before treatment."""
        risks = self.report["risks"]
        axes = (self.w("likelihood"), self.w("consequence"))
        now = heat_map(self.title("now"), axes, [(str(n), *place_now(item)) for n, item in enumerate(risks, 1)])
        if not any(is_treated(item) for item in risks):
            return [now]
        places = [(str(n), item["likelihood"], item["consequence"]) for n, item in enumerate(risks, 1)]
        return [heat_map(self.title("before"), axes, places), now]

    def title(self, when: str) -> str:
        return say(self.w.lang, f"html.heat_map_{when}")

    # Lists

    def plan(self) -> Iterator[tuple[str, int, list[FindingData]]]:
        """Yield the findings by actor, with the number of the actor's first action."""
        first = 1
        for title, items in self.w.plan():
            yield title, first, items
            first += len(items)

    def flags(self) -> dict[str, list[str]]:
        """Return the severities of the findings that each question raised."""
        found: dict[str, list[str]] = {}
        for item in self.report["findings"]:
            found.setdefault(item["question"], []).append(item["severity"])
        return found

    def sections(self) -> list[tuple[str, SectionData | None, list[AnswerData]]]:
        """Return title, counts and answers of each section that has answers; a changed report may have no counts."""
        counts = {section["id"]: section for section in self.report["sections"]}
        return [(title, counts.get(items[0]["section"]), items) for title, items in self.w.answers_by_section()]
