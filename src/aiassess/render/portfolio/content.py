"""The part of a summary that covers one questionnaire, section by section."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.outline import Column, Fact, Item, Paragraph, Row, Section, Segment, Span, Table, fact, strong
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.agencies import Agencies
from aiassess.render.portfolio.at_work import at_work, shares_told
from aiassess.render.portfolio.shares import mean
from aiassess.render.portfolio.tables import columns, level_columns, listed, plain, stacked
from aiassess.render.portfolio.words import PortfolioWords
from aiassess.scoring.result import VERDICTS

MOST_FINDINGS = 15
_UNFINISHED: tuple[Literal["incomplete", "undetermined"], ...] = ("incomplete", "undetermined")


class Content:
    """The sections about the systems assessed with one questionnaire."""

    def __init__(self, w: PortfolioWords, data: t.PortfolioData, made: t.QuestionnaireSums) -> None:
        self.w, self.data, self.made = w, data, made
        self.agencies = Agencies(w, made)
        self.systems = made["systems"]
        self.verdicts = {item["id"]: item["systems"] for item in made["verdicts"]}
        self.statuses = {item["id"]: item["systems"] for item in made["statuses"]}

    def parts(self) -> Iterator[Section]:
        yield self.overview()
        yield self.levels()
        yield self.stop()
        if self.made["kinds"]:
            yield self.kinds()
        yield self.agencies.table()
        if self.made["principles"]:
            yield self.principles()
            yield self.agencies.heat()
        yield self.critical()
        yield self.reassessment()
        yield self.overdue()
        if self.made["reassessment"]["ahead"]:
            yield self.ahead()
        yield at_work(self.w, self.made)
        yield self.hold()
        yield Section(self.w("notes"), list(map(Item, self.notes())), "notes")

    # At a glance

    def overview(self) -> Section:
        w, made = self.w, self.made
        panels = [
            Fact((w.verdict(name), ": ", Span(w.number(n), name), " (", w("of_all", percent=self.percent_of(n)), ")"))
            for name, n in self.verdicts.items()
        ]
        week = made["at_work"]["hours_a_week"]
        facts = [
            fact(w("assessed"), w.number(self.systems)),
            fact(w("n_agencies"), self.agencies.number()),
            fact(w("not_complete"), self.n_of_all(self.systems - self.statuses["complete"])),
            fact(w("with_critical"), self.n_of_all(made["critical_findings"]["systems"])),
            fact(w("overdue_list"), self.n_of_all(made["reassessment"]["overdue"])),
        ]
        if week["systems"] and week["plausible"]:
            told = w("week_told", hours=w.number(week["total"]), n=w.number(week["systems"]))
            facts.append(fact(w("hours_saved"), told))
        facts += [fact(w(name), told) for name, told in shares_told(w, made["at_work"], "part_told")]
        return Section(w("overview"), [Section("", panels), *facts], "overview")

    def percent_of(self, n: int) -> str:
        return self.w.share(n, self.systems).removesuffix("%")

    def n_of_all(self, n: int) -> str:
        return self.w("n_of_all", n=self.w.number(n), percent=self.percent_of(n))

    # Counts

    def shared(self, title: str, rows: Iterable[Row], more: Sequence[Column] = (), foot: Row | None = None) -> Table:
        """Return a table of system counts, their shares of all systems, and ``more`` counts."""
        return Table([*columns(title, self.w("systems"), self.w.report("percent")), *more], list(rows), foot=foot)

    def row(self, name: str, n: int, *counts: int, bar: Sequence[Segment]) -> Row:
        return Row((name, *self.cells(n, *counts)), bar=bar)

    def foot(self, *counts: int) -> Row:
        return Row((strong(self.w("all")), *self.cells(self.systems, *counts)))

    def cells(self, n: int, *counts: int) -> Iterator[str]:
        """Yield a count of systems, its share of all systems, and further counts."""
        yield self.w.number(n)
        yield self.w.share(n, self.systems)
        yield from map(self.w.number, counts)

    def levels(self) -> Section:
        w, levels = self.w, self.made["levels"]
        verdicts = [
            Column(w.verdict(name), numeric=True, shade=shade, group=w.report("verdict"))
            for shade, name in enumerate(VERDICTS, 1)
        ]
        statuses = [Column(w.report(f"status_{name}"), numeric=True, group=w.report("status")) for name in _UNFINISHED]
        most = max(level["systems"] for level in levels)
        rows = []
        for level in reversed(levels):
            counts = [level["verdicts"][name] for name in VERDICTS]
            others = [level["statuses"][name] for name in _UNFINISHED]
            bar = stacked(verdicts, counts, most)
            rows.append(self.row(level["title"], level["systems"], *counts, *others, bar=bar))
        foot = self.foot(*(self.verdicts[name] for name in VERDICTS), *(self.statuses[name] for name in _UNFINISHED))
        table = self.shared(w.report("level"), rows, [*verdicts, *statuses], foot)
        return Section(w("levels"), [table], "levels", [w("bar_verdicts")])

    def kinds(self) -> Section:
        w, levels = self.w, self.made["levels"]
        by_level = level_columns(w, levels)
        kinds = [kind for kind in self.made["kinds"] if kind["id"] is not None or kind["systems"]]
        most = max(kind["systems"] for kind in kinds)
        rows = []
        for kind in kinds:
            counts = [kind["levels"][level["id"]] for level in levels]
            bar = stacked(by_level, counts, most)
            rows.append(self.row(kind["title"] or w("not_told"), kind["systems"], *counts, bar=bar))
        table = self.shared(w("kind"), rows, by_level, self.foot(*(level["systems"] for level in levels)))
        return Section(w("kinds"), [table], "kinds", [w("bar_levels")])

    def principles(self) -> Section:
        w = self.w
        rows = []
        for item in self.made["principles"]:
            percent = item["mean_percent"]
            lowest = "" if percent is None else f"{item['lowest_percent']}%"
            cells = (item["title"], w.percent(mean(item)), lowest, w.number(item["systems"]))
            rows.append(Row(cells, bar=[] if percent is None else plain(percent, 100)))
        heads = columns(w.report("principle"), w("mean"), w("lowest"), w("measured"))
        return Section(w.report("by_principle"), [Paragraph(w("principles_why")), Table(heads, rows)], "principles")

    def critical(self) -> Section:
        w, found = self.w, self.made["critical_findings"]
        n, all_ = found["systems"], found["findings"]
        if not all_:
            return Section(w("critical"), [Paragraph(w("none_critical"))], "critical")
        rows = [
            self.row(
                f"{item['text']} ({item['ref'] or item['question']})",
                item["systems"],
                bar=plain(item["systems"], all_[0]["systems"]),
            )
            for item in all_[:MOST_FINDINGS]
        ]
        open_ = {name: w.number(self.made["findings"][name]) for name in SEVERITIES}
        counts = w.report("findings_count", **open_)
        why = Paragraph(w("critical_why", n=w.number(n), percent=self.percent_of(n), counts=counts))
        hints = [w("more_findings", listed=len(rows), all=len(all_))] if len(rows) < len(all_) else []
        return Section(w("critical"), [why, self.shared(w.report("finding"), rows)], "critical", hints)

    def reassessment(self) -> Section:
        w, due = self.w, self.made["reassessment"]
        counts = (
            (w("overdue"), due["overdue"]),
            (w("soon", days=due["soon_days"]), due["soon"]),
            (w("later"), due["later"]),
            (w("no_date"), due["no_date"]),
        )
        rows = [self.row(name, n, bar=plain(n, self.systems)) for name, n in counts]
        table = self.shared(w("reassessment"), rows, foot=self.foot())
        return Section(w("reassessment"), [table], "reassessment")

    # Lists of systems

    def stop(self) -> Section:
        w = self.w
        more = {
            w.report("status"): lambda item: w.report(f"status_{item['status']}"),
            w("critical_findings"): self.criticals,
        }
        return listed(w, "stop", self.verdicts["stop"], self.made["lists"]["stop"], more, words=1)

    def hold(self) -> Section:
        w = self.w
        more = {w("critical_findings"): self.criticals, w("missing"): lambda item: w.number(item["missing"])}
        return listed(w, "hold", self.verdicts["hold"], self.made["lists"]["hold"], more)

    def criticals(self, item: t.ListedSystem) -> str:
        return self.w.number(item["critical_findings"])

    def overdue(self) -> Section:
        w, today = self.w, date.fromisoformat(self.data["as_of"])
        more = {
            w.report("due"): lambda item: str(item["due"]),
            w("days_overdue"): lambda item: w.number((today - date.fromisoformat(item["due"] or "")).days),
        }
        return listed(w, "overdue", self.made["reassessment"]["overdue"], self.made["lists"]["overdue"], more)

    def ahead(self) -> Section:
        w = self.w
        more = {w.report("completed_at"): lambda item: str(item["completed_on"])}
        return listed(w, "ahead", self.made["reassessment"]["ahead"], self.made["lists"]["ahead"], more)

    # How it is made

    def notes(self) -> Iterator[str]:
        w, made = self.w, self.made
        yield from (
            w(f"note_{name}") for name in ("latest" if self.data["latest"] else "system", "level", "rounding", "agency")
        )
        yield from self.agencies.notes()
        yield w("note_overdue", day=self.data["as_of"])
        yield w(
            "note_made",
            id=made["id"],
            version=made["version"],
            standing=w.report(f"standing_{made['status']}"),
            digest=made["digest"],
            tool=self.data["tool"]["version"],
        )
