"""What a summary says of agencies: the first of them one by one, the others together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.figures import percent_text
from aiassess.render.outline import Paragraph, strong
from aiassess.render.portfolio.parts import Column, Heat, Part, Row, Table, columns, row, stacked, sums
from aiassess.render.portfolio.words import PortfolioWords, Together, heat_shade, level_shade, together
from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.render.outline import Said
    from aiassess.render.portfolio import types as t
    from aiassess.render.portfolio.parts import Segment
    from aiassess.render.portfolio.words import Measured

MOST_SHOWN = 40


class Agencies:
    """The agencies of one questionnaire of a summary."""

    def __init__(self, w: PortfolioWords, made: t.QuestionnaireSums) -> None:
        self.w, self.made = w, made
        listed, self.rest = made["agencies"]["listed"], made["agencies"]["rest"]
        self.named = [agency for agency in listed if agency["name"] is not None]
        unnamed = [agency for agency in listed if agency["name"] is None]
        self.shown, hidden = [*self.named[:MOST_SHOWN], *unnamed], self.named[MOST_SHOWN:]
        self.hidden = len(hidden)
        self.others = together([*hidden, *([self.rest] if self.rest else [])])
        self.all = together([*listed, *([self.rest] if self.rest else [])])

    def number(self) -> str:
        n = self.w.number(len(self.named))
        return self.w("more_than", n=n) if self.rest else n

    def rows(self) -> Iterator[tuple[str, Together]]:
        """Yield each agency shown, by name, and the others together."""
        for agency in self.shown:
            yield self.w.name(agency["name"]), together([agency])
        if self.others.systems:
            yield self.others_name(), self.others

    def others_name(self) -> str:
        if self.rest:
            return self.w("others_more", n=self.w.number(self.hidden))
        return self.w.count("others", self.hidden)

    def table(self) -> Part:
        w, levels = self.w, self.made["levels"]
        shades = {level["id"]: level_shade(rank, len(levels)) for rank, level in enumerate(levels)}
        by_level, by_verdict = w.report("level"), w.report("verdict")
        heads = (
            Column(w.report("agency")),
            Column(w("systems"), numeric=True),
            *(Column(level["title"], True, shade=shades[level["id"]], group=by_level) for level in levels),
            *(Column(w.verdict(name), True, group=by_verdict) for name in VERDICTS),
            Column(w("overdue"), numeric=True),
        )
        most = max(agency["systems"] for agency in self.shown)

        def counts(of: Together) -> Iterator[str]:
            levels, verdicts = (of.levels[level] for level in shades), (of.verdicts[name] for name in VERDICTS)
            return map(w.number, (of.systems, *levels, *verdicts, of.overdue))

        def bar(of: Together) -> tuple[Segment, ...] | None:
            parts = [(shade, of.levels[level]) for level, shade in shades.items()]
            return None if of is self.others else stacked(parts, most)

        rows = [row(name, *counts(of), bar=bar(of)) for name, of in self.rows()]
        table = Table(heads, [*rows, sums(w("all"), *counts(self.all))], sums=1)
        return Part(w("agencies"), [table], "agencies", [w("most_systems_first"), w("bar_levels")])

    def heat(self) -> Part:
        w, principles = self.w, self.made["principles"]
        numbers = (w("systems"), *(item["title"] for item in principles))

        def shades(of: Together) -> Iterator[Said]:
            yield w.number(of.systems)
            yield from (self.cell(of.principles[item["id"]], of.systems) for item in principles)

        rows = [Row((name, *shades(of))) for name, of in self.rows()]
        table = Table(
            columns(w.report("agency"), *numbers), [*rows, Row((strong(w("all")), *shades(self.all)))], sums=1
        )
        return Part(w("heat"), [Paragraph(w("heat_why")), table], "heat", [w("heat_bounds")])

    def cell(self, share: Measured, systems: int) -> Said:
        """Return a principle's mean; below it the lowest of several, and how many are measured if not all are."""
        if share.mean is None:
            return "–"
        below = [self.w("cell_lowest", lowest=share.lowest)] if share.systems > 1 else []
        below += [self.w("cell_measured", n=self.w.number(share.systems))] if share.systems != systems else []
        shaded = Heat(percent_text(share.mean), shade=heat_shade(share.mean))
        return (shaded, " (", ", ".join(below), ")") if below else (shaded,)

    def notes(self) -> Iterator[str]:
        """Yield what must be known of the agencies that are not shown."""
        if self.rest:
            most, n = (self.w.number(number) for number in (len(self.named), self.rest["systems"]))
            yield self.w("note_many", most=most, n=n)
        if self.others.systems:
            yield self.w("note_more")
