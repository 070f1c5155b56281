"""What a summary says of agencies: the first of them one by one, the others together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.figures import percent_text
from aiassess.render.portfolio.parts import Cell, Column, Part, Row, Table, row, stacked
from aiassess.render.portfolio.words import PortfolioWords, Share, Sums, heat_shade, level_shade, together
from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SHOWN = 40


class Agencies:
    """The agencies of one questionnaire of a summary."""

    def __init__(self, w: PortfolioWords, made: Any) -> None:
        self.w, self.made = w, made
        listed, self.rest = made["agencies"]["listed"], made["agencies"]["rest"]
        self.named = [agency for agency in listed if agency["name"] is not None]
        unnamed = [agency for agency in listed if agency["name"] is None]
        self.shown, hidden = [*self.named[:MOST_SHOWN], *unnamed], self.named[MOST_SHOWN:]
        self.hidden = len(hidden)
        self.others = together([*hidden, *([self.rest] if self.rest else [])])
        self.all = together([*listed, *([self.rest] if self.rest else [])])

    def number(self) -> str:
        """Return how many agencies there are."""
        n = self.w.number(len(self.named))
        return self.w("more_than", n=n) if self.rest else n

    def rows(self) -> Iterator[tuple[str, Sums]]:
        """Yield each agency shown, by name, and the others together."""
        for agency in self.shown:
            yield self.w.name(agency["name"]), together([agency])
        if self.others.systems:
            yield self.others_name(), self.others

    def others_name(self) -> str:
        """Return how many others there are."""
        if self.rest:
            return self.w("others_more", n=self.w.number(self.hidden))
        return self.w.count("others", self.hidden)

    def table(self) -> Part:
        """Return counts by level and verdict."""
        w, levels = self.w, self.made["levels"]
        shades = {level["id"]: level_shade(rank, len(levels)) for rank, level in enumerate(levels)}
        heads = (
            Column(w.report("agency"), numeric=False),
            Column(w("systems")),
            *(Column(level["title"], shade=shades[level["id"]], group=w.report("level")) for level in levels),
            *(Column(w.verdict(name), group=w.report("verdict")) for name in VERDICTS),
            Column(w("overdue")),
        )
        most = max(agency["systems"] for agency in self.shown)

        def counted(name: str, sums: Sums, *, bar: bool) -> Row:
            counts = [sums.levels[level] for level in shades] + [sums.verdicts[name] for name in VERDICTS]
            parts = [(shade, sums.levels[level]) for level, shade in shades.items()]
            told = map(w.number, (sums.systems, *counts, sums.overdue))
            return row(name, *told, bar=stacked(parts, most) if bar else None)

        rows = tuple(counted(name, sums, bar=sums is not self.others) for name, sums in self.rows())
        table = Table(heads, rows, (counted(w("all"), self.all, bar=False),))
        return Part("agencies", w("agencies"), table=table, hints=[w("most_systems_first"), w("bar_levels")])

    def heat(self) -> Part:
        """Return the principles by agency."""
        w, principles = self.w, self.made["principles"]
        heads = (
            Column(w.report("agency"), numeric=False),
            Column(w("systems")),
            *(Column(item["title"]) for item in principles),
        )

        def shaded(name: str, sums: Sums) -> Row:
            cells = (self.cell(sums.principles[item["id"]], sums.systems) for item in principles)
            return Row((Cell(name), Cell(w.number(sums.systems)), *cells))

        rows = tuple(shaded(name, sums) for name, sums in self.rows())
        table = Table(heads, rows, (shaded(w("all"), self.all),))
        return Part("heat", w("heat"), sentences=[w("heat_why")], table=table, hints=[w("heat_bounds")])

    def cell(self, share: Share, systems: int) -> Cell:
        """Return a principle's mean; below it the lowest of several, and how many are measured where that is not all."""
        if share.mean is None:
            return Cell("–")
        below = [self.w("cell_lowest", lowest=share.lowest)] if share.systems > 1 else []
        below += [self.w("cell_measured", n=self.w.number(share.systems))] if share.systems != systems else []
        return Cell(percent_text(share.mean), ", ".join(below), heat_shade(share.mean))

    def notes(self) -> Iterator[str]:
        """Yield what must be known of the agencies that are not shown."""
        if self.rest:
            most, n = (self.w.number(number) for number in (len(self.named), self.rest["systems"]))
            yield self.w("note_many", most=most, n=n)
        if self.others.systems:
            yield self.w("note_more")
