"""The agencies in a summary: the largest one by one, the others together."""

from collections.abc import Iterator
from fractions import Fraction

from aiassess.figures import percent_text
from aiassess.render.outline import Column, Paragraph, Row, Said, Section, Span, Table, strong
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.shares import mean, together
from aiassess.render.portfolio.tables import columns, level_columns, stacked
from aiassess.render.portfolio.words import PortfolioWords
from aiassess.scoring.result import VERDICTS

MOST_SHOWN = 40


def shade_of(percent: Fraction) -> int:
    """Return the shade of a mean: the lower, the stronger."""
    return 1 + sum(percent < bound for bound in (50, 65, 80))


class Agencies:
    """The agencies that used one questionnaire."""

    def __init__(self, w: PortfolioWords, made: t.QuestionnaireSums) -> None:
        self.w, self.made = w, made
        listed, self.rest = made["agencies"]["listed"], made["agencies"]["rest"]
        self.named = [agency for agency in listed if agency["name"] is not None]
        unnamed = [agency for agency in listed if agency["name"] is None]
        shown, hidden = [*self.named[:MOST_SHOWN], *unnamed], self.named[MOST_SHOWN:]
        rest = [self.rest] if self.rest else []
        self.all = together([*listed, *rest])
        self.others = together([*hidden, *rest]) if hidden or rest else None
        self.rows: list[tuple[str, t.AgencySums]] = [(w.name(agency["name"]), agency) for agency in shown]
        if self.others:
            n = len(hidden)
            name = w("others_more", n=w.number(n)) if rest else w.count("others", n)
            self.rows.append((name, self.others))

    def number(self) -> str:
        n = self.w.number(len(self.named))
        return self.w("more_than", n=n) if self.rest else n

    def table(self) -> Section:
        w, levels = self.w, self.made["levels"]
        by_level = level_columns(w, levels)
        heads = [
            *columns(w.report("agency"), w("systems")),
            *by_level,
            *(Column(w.verdict(name), numeric=True, group=w.report("verdict")) for name in VERDICTS),
            Column(w("overdue"), numeric=True),
        ]
        most = max(agency["systems"] for _, agency in self.rows if agency is not self.others)

        def row(name: Said, of: t.AgencySums) -> Row:
            counts = [of["levels"][level["id"]] for level in levels]
            verdicts = [of["verdicts"][verdict] for verdict in VERDICTS]
            bar = None if of is self.others or of is self.all else stacked(by_level, counts, most)
            return Row((name, *map(w.number, (of["systems"], *counts, *verdicts, of["overdue"]))), bar=bar)

        table = Table(heads, [row(*item) for item in self.rows], foot=row(strong(w("all")), self.all))
        return Section(w("agencies"), [table], "agencies", [w("most_systems_first"), w("bar_levels")])

    def heat(self) -> Section:
        w = self.w

        def row(name: Said, of: t.AgencySums) -> Row:
            return Row((name, w.number(of["systems"]), *(self.cell(item, of["systems"]) for item in of["principles"])))

        heads = columns(w.report("agency"), w("systems"), *(item["title"] for item in self.made["principles"]))
        table = Table(heads, [row(*item) for item in self.rows], foot=row(strong(w("all")), self.all))
        return Section(w("heat"), [Paragraph(w("heat_why")), table], "heat", [w("heat_bounds")])

    def cell(self, share: t.PrincipleShares, systems: int) -> Said:
        """Return a principle's mean; below it the lowest, if there are several, and how many are measured, if not all.

        The lower the mean, the stronger its shade, which is only a visual aid.
        """
        percent = mean(share)
        if percent is None:
            return "–"
        below = [self.w("cell_lowest", lowest=share["lowest_percent"])] if share["systems"] > 1 else []
        below += [self.w("cell_measured", n=self.w.number(share["systems"]))] if share["systems"] != systems else []
        shaded = Span(percent_text(percent), shade=shade_of(percent))
        return (shaded, " (", ", ".join(below), ")") if below else (shaded,)

    def notes(self) -> Iterator[str]:
        """Yield what readers must know about agencies that are not shown."""
        if self.rest:
            most, n = (self.w.number(number) for number in (len(self.named), self.rest["systems"]))
            yield self.w("note_many", most=most, n=n)
        if self.others:
            yield self.w("note_more")
