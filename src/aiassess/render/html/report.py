"""The HTML report: what its templates need, from the report's plain data alone (docs/report-format.md#html)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiassess.answers.formats import ABOUT_FIELDS
from aiassess.figures import exact
from aiassess.model.risks import RATING_HIGHEST
from aiassess.render.html.page import render_page
from aiassess.render.report.extras import NOTHING, Extras, chain_rows
from aiassess.render.report.words import TO_LOOK_AT, Words, treated
from aiassess.render.sentences import SCORES, initial
from aiassess.report.shares import share_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.report.types import Report, ScoreData, TagData

SCALE = range(1, RATING_HIGHEST + 1)
_MARKS = 6
"""A cell of a heat map has room for so many marks."""


def render_html(report: Report, extras: Extras = NOTHING) -> str:
    """Return the report as one HTML page that needs nothing else, with a final newline."""
    return _Page(report, extras).render()


class _Page:
    def __init__(self, report: Report, extras: Extras) -> None:
        self.w = Words(report)
        self.report = report = self.w.data
        self.chain = chain_rows(extras.chain, self.w)
        self.notice = extras.notice
        self.anchors = {item["question"]: f"answer-{place}" for place, item in enumerate(report["answers"], 1)}
        self.principle_needed = self.needed(of_principles=True)
        """What the level requires of each principle (docs/scoring.md#level); known only if one falls short."""

    def render(self) -> str:
        w, report = self.w, self.report
        made, system = report["questionnaire"], w.name(report["about"]["system"])
        standing = w(f"standing_{made['status']}")
        about: dict[str, object] = {**dict.fromkeys(ABOUT_FIELDS), **report["about"]}
        classification = about["classification"]
        return render_page(
            "report.html",
            lang=made["language"],
            title=f"{system} – {made['title']}",
            head=f"{w('classification')}: {classification}" if classification else "",
            foot=f"{initial(standing)} · {system}",
            page=self,
            report=report,
            result=report["result"],
            about=about,
            made=made,
            system=system,
            w=w,
            drawn=drawn,
            treated=treated,
            parts=self.parts(),
            notice=self.notice,
        )

    def parts(self) -> list[tuple[str, str]]:
        """Return (id, heading) of each part in page order, without empty ones."""
        report = self.report
        present: dict[str, object] = {
            "result": True,
            "scores": True,
            "by_principle": report["dimensions"]["principles"],
            "by_actor": report["dimensions"]["actors"],
            "action_plan": True,
            "obligations": report["obligations"],
            "risk_register": report["risks"],
            **{name: report[name] for name in TO_LOOK_AT},
            "by_section": report["sections"],
            "answers": report["answers"],
            "inactive": report["inactive"],
            "crosswalk": self.w.crosswalk,
            "provenance": True,
            "revisions": self.chain,
        }
        return [(key, self.w(key)) for key, there in present.items() if there]

    # Bars and heat maps

    def scores(self) -> list[BarRow]:
        needed = {"controls": self.needed(of_principles=False)}
        return [self.bar(self.w(key), self.report["result"][key], (), needed.get(key)) for key in SCORES]

    def tags(self, items: list[TagData], needed: float | None = None) -> list[BarRow]:
        return [
            self.bar(item["title"], item, (f"{item['answered']} / {item['applicable']}",), needed) for item in items
        ]

    def bar(self, title: str, score: ScoreData, cells: tuple[str, ...], needed: float | None) -> BarRow:
        points, shown = self.w.score_cells(score)
        share = share_of(score)
        short = share is not None and needed is not None and share < exact(needed)
        return BarRow(title, score["percent"], shown, (points, *cells), needed, short)

    def needed(self, *, of_principles: bool) -> float | None:
        """Return what the level requires of principles, or of all controls; None if nothing falls short."""
        shortfalls = self.report["result"]["shortfalls"]
        asked = [item["asked_percent"] for item in shortfalls if (item["principle"] is not None) == of_principles]
        return asked[0] if asked else None

    def maps(self) -> list[tuple[str, list[list[HeatCell]]]]:
        """Return the heat map of current risks, preceded by that before treatment if any risk was treated."""
        before = [(item["likelihood"], item["consequence"]) for item in self.report["risks"]]
        after = [treated(item) for item in self.report["risks"]]
        now = [place or first for place, first in zip(after, before, strict=True)]
        return [*([("before", heat_map(before))] if any(after) else []), ("now", heat_map(now))]

    def flags(self, question: str) -> list[str]:
        """Return the severities of the findings that a question raised."""
        return [item["severity"] for item in self.report["findings"] if item["question"] == question]


# What they are drawn from


@dataclass(frozen=True, slots=True)
class BarRow:
    """A table row with a bar; ``shown`` is the share in words, ``cells`` the columns after it.

    ``percent``: the share, None if not measured; ``needed``: the required share, if known;
    ``short``: whether the exact share is less than that.
    """

    title: str
    percent: float | None
    shown: str
    cells: tuple[str, ...]
    needed: float | None
    short: bool


def drawn(percent: float) -> float:
    """Clamp a share to what can be drawn, whatever a file says."""
    return min(100, max(0, percent))


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of a heat map, with the marks of the risks that have its rating."""

    rating: int
    marks: list[str] = field(default_factory=list)

    @property
    def shade(self) -> int:
        """The strength of its shade, 1 to 4, which is only a visual aid."""
        return 1 + sum(self.rating >= RATING_HIGHEST * part for part in (1, 2, 3))

    @property
    def shown(self) -> list[str]:
        """The marks that fit; the last may say how many more there are."""
        if len(self.marks) <= _MARKS:
            return self.marks
        return [*self.marks[: _MARKS - 1], f"+{len(self.marks) - _MARKS + 1}"]


def heat_map(places: Iterable[tuple[int, int]]) -> list[list[HeatCell]]:
    """Return cells in rows of likelihood, highest first, and columns of consequence.

    ``places``: likelihood and consequence of each risk; its mark is its number.
    """
    cells = [[HeatCell(likelihood * consequence) for consequence in SCALE] for likelihood in reversed(SCALE)]
    for number, (likelihood, consequence) in enumerate(places, 1):
        cells[-likelihood][consequence - 1].marks.append(str(number))
    return cells
