"""What a summary says of the systems of one questionnaire, part by part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.outline import Fact, Item, Paragraph, Section, Span, fact
from aiassess.render.portfolio.agencies import Agencies
from aiassess.render.portfolio.parts import Column, Part, Table, columns, plain, row, stacked, sums
from aiassess.render.portfolio.words import level_shade
from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aiassess.render.portfolio import types as t
    from aiassess.render.portfolio.words import PortfolioWords

MOST_FINDINGS = 15
_UNFINISHED: tuple[Literal["incomplete", "undetermined"], ...] = ("incomplete", "undetermined")


def parts_of(w: PortfolioWords, data: t.PortfolioData, made: t.QuestionnaireSums) -> list[Part]:
    """Return the parts of one questionnaire in their order."""
    return list(_Content(w, data, made).parts())


class _Content:
    def __init__(self, w: PortfolioWords, data: t.PortfolioData, made: t.QuestionnaireSums) -> None:
        self.w, self.data, self.made = w, data, made
        self.agencies = Agencies(w, made)
        self.systems = made["systems"]
        self.verdicts = {item["id"]: item["systems"] for item in made["verdicts"]}

    def parts(self) -> Iterator[Part]:
        w, agencies = self.w, self.agencies
        yield self.overview()
        yield self.levels()
        yield self.stop()
        if self.made["kinds"]:
            yield self.kinds()
        yield agencies.table()
        if self.made["principles"]:
            yield Part(w("principles"), [Paragraph(w("principles_why")), self.principles()], "principles")
            yield agencies.heat()
        yield self.critical()
        yield self.reassessment()
        yield self.overdue()
        yield self.at_work()
        yield self.hold()
        yield Part(w("notes"), list(map(Item, self.notes())), "notes")

    # At a glance

    def overview(self) -> Part:
        w, made = self.w, self.made
        panels = [
            Fact((w.verdict(name), ": ", Span(w.number(n), name), " (", w("of_all", percent=self.percent_of(n)), ")"))
            for name, n in self.verdicts.items()
        ]
        critical, due, week = made["critical_findings"], made["reassessment"], made["at_work"]["hours_a_week"]
        unfinished = sum(item["systems"] for item in made["statuses"] if item["id"] != "complete")
        facts = [
            fact(w("assessed"), w.number(self.systems)),
            fact(w("n_agencies"), self.agencies.number()),
            fact(w("not_complete"), self.n_of_all(unfinished)),
            fact(w("with_critical"), self.n_of_all(critical["systems"])),
            fact(w("overdue_list"), self.n_of_all(due["overdue"])),
        ]
        if week["systems"] and week["plausible"]:
            told = w("week_told", hours=w.number(week["total"]), n=w.number(week["systems"]))
            facts.append(fact(w("hours_saved"), told))
        return Part(w("overview"), [Section("", panels), *facts], "overview")

    def percent_of(self, n: int) -> str:
        return self.w.share(n, self.systems).removesuffix("%")

    def n_of_all(self, n: int) -> str:
        return self.w("n_of_all", n=self.w.number(n), percent=self.percent_of(n))

    # Counts

    def levels(self) -> Part:
        w, made = self.w, self.made
        heads = (
            Column(w.report("level")),
            Column(w("systems"), numeric=True),
            Column(w.report("percent"), numeric=True),
            *(
                Column(w.verdict(name), True, shade=shade, group=w.report("verdict"))
                for shade, name in enumerate(VERDICTS, 1)
            ),
            *(Column(w.report(f"status_{name}"), True, group=w.report("status")) for name in _UNFINISHED),
        )
        most = max(level["systems"] for level in made["levels"])
        rows = []
        for level in reversed(made["levels"]):
            counts = [level["verdicts"][name] for name in VERDICTS]
            others = [level["statuses"][name] for name in _UNFINISHED]
            bar = stacked(list(enumerate(counts, 1)), most)
            rows.append(row(level["title"], *self.shared(level["systems"], *counts, *others), bar=bar))
        verdicts = [self.verdicts[name] for name in VERDICTS]
        others = [item["systems"] for name in _UNFINISHED for item in made["statuses"] if item["id"] == name]
        foot = sums(w("all"), *self.shared(self.systems, *verdicts, *others))
        return Part(w("levels"), [Table(heads, [*rows, foot], sums=1)], "levels", [w("bar_verdicts")])

    def shared(self, n: int, *counts: int) -> Iterator[str]:
        """Yield a number of systems, its share of all, and other numbers."""
        yield self.w.number(n)
        yield self.w.share(n, self.systems)
        yield from map(self.w.number, counts)

    def kinds(self) -> Part:
        w, levels = self.w, self.made["levels"]
        shades = {level["id"]: level_shade(rank, len(levels)) for rank, level in enumerate(levels)}
        by_level = w.report("level")
        heads = (
            Column(w("kind")),
            Column(w("systems"), numeric=True),
            Column(w.report("percent"), numeric=True),
            *(Column(level["title"], True, shade=shades[level["id"]], group=by_level) for level in levels),
        )
        kinds = [kind for kind in self.made["kinds"] if kind["id"] is not None or kind["systems"]]
        most = max(kind["systems"] for kind in kinds)
        rows = []
        for kind in kinds:
            counts = [kind["levels"][level] for level in shades]
            bar = stacked(list(zip(shades.values(), counts, strict=True)), most)
            rows.append(row(kind["title"] or w("not_told"), *self.shared(kind["systems"], *counts), bar=bar))
        foot = sums(w("all"), *self.shared(self.systems, *(level["systems"] for level in levels)))
        return Part(w("kinds"), [Table(heads, [*rows, foot], sums=1)], "kinds", [w("bar_levels")])

    def principles(self) -> Table:
        w = self.w
        rows = []
        for item in self.made["principles"]:
            mean = self.agencies.all.principles[item["id"]].mean
            bar = plain(item["mean_percent"], 100) if item["mean_percent"] is not None else ()
            lowest = "" if mean is None else f"{item['lowest_percent']}%"
            rows.append(row(item["title"], w.percent(mean), lowest, w.number(item["systems"]), bar=bar))
        heads = columns(w.report("principle"), w("mean"), w("lowest"), w("measured"))
        return Table(heads, rows)

    def critical(self) -> Part:
        w, found = self.w, self.made["critical_findings"]
        if not found["findings"]:
            return Part(w("critical"), [Paragraph(w("none_critical"))], "critical")
        listed, most = found["findings"][:MOST_FINDINGS], found["findings"][0]["systems"]
        rows = [
            row(
                f"{item['text']} ({item['ref'] or item['question']})",
                *self.shared(item["systems"]),
                bar=plain(item["systems"], most),
            )
            for item in listed
        ]
        open_ = {name: w.number(self.made["findings"][name]) for name in SEVERITIES}
        counts = w.report("findings_count", **open_)
        why = w("critical_why", n=w.number(found["systems"]), percent=self.percent_of(found["systems"]), counts=counts)
        all_ = len(found["findings"])
        hints = [w("more_findings", listed=len(listed), all=all_)] if len(listed) < all_ else []
        table = Table(columns(w.report("finding"), w("systems"), w.report("percent")), rows)
        return Part(w("critical"), [Paragraph(why), table], "critical", hints)

    def reassessment(self) -> Part:
        w, due = self.w, self.made["reassessment"]
        counts = (
            (w("overdue"), due["overdue"]),
            (w("soon", days=due["soon_days"]), due["soon"]),
            (w("later"), due["later"]),
            (w("no_date"), due["no_date"]),
        )
        rows = [row(name, *self.shared(n), bar=plain(n, self.systems)) for name, n in counts]
        heads = columns(w("reassessment"), w("systems"), w.report("percent"))
        table = Table(heads, [*rows, sums(w("all"), *self.shared(self.systems))], sums=1)
        return Part(w("reassessment"), [table], "reassessment")

    def at_work(self) -> Part:
        w, told = self.w, self.made["at_work"]
        odd = told["implausible"]
        bounds = {"officers": w.number(odd["most_officers"]), "hours": w.number(odd["most_hours"])}
        flags = [w("implausible", n=w.number(odd["systems"]), **bounds)] if odd["systems"] else []
        officers, hours, week = told["officers"], told["hours_per_officer"], told["hours_a_week"]
        if not officers["systems"] + hours["systems"]:
            return Part(w("at_work"), list(map(Paragraph, flags or [w("none_at_work")])), "at_work")
        rows = [
            row(w("officers"), *map(w.number, (officers["systems"], officers["median"], officers["total"]))),
            row(w("hours_per_officer"), *map(w.number, (hours["systems"], hours["median"])), ""),
            row(w("hours_a_week"), w.number(week["systems"]), "", w.number(week["total"])),
        ]
        rough = officers["median_rounded"] or hours["median_rounded"]
        if not week["plausible"]:
            flags.append(w("week_implausible", **bounds))
        table = Table(columns(w.report("measure"), w("told_by"), w("median"), w("total")), rows)
        sentences = [Paragraph(text) for text in (w("at_work_why"), *flags)]
        return Part(w("at_work"), [*sentences, table], "at_work", [w("median_rounded")] if rough else [])

    # Lists of systems

    def stop(self) -> Part:
        w = self.w
        more = {
            w.report("status"): lambda item: w.report(f"status_{item['status']}"),
            w("critical_findings"): lambda item: w.number(item["critical_findings"]),
        }
        return self.listed("stop", self.verdicts["stop"], more, words=1)

    def hold(self) -> Part:
        w = self.w
        more = {
            w("critical_findings"): lambda item: w.number(item["critical_findings"]),
            w("missing"): lambda item: w.number(item["missing"]),
        }
        return self.listed("hold", self.verdicts["hold"], more)

    def overdue(self) -> Part:
        w, today = self.w, date.fromisoformat(self.data["as_of"])
        more = {
            w.report("due"): lambda item: str(item["due"]),
            w("days_overdue"): lambda item: w.number((today - date.fromisoformat(item["due"] or "")).days),
        }
        return self.listed("overdue", self.made["reassessment"]["overdue"], more)

    def listed(
        self,
        name: t.ListName,
        systems: int,
        more: Mapping[str, Callable[[t.ListedSystem], str]],
        words: int = 0,
    ) -> Part:
        """Return a list of systems; ``more``: further columns, the first ``words`` of them for text."""
        w, items = self.w, self.made["lists"][name]
        key = "overdue_list" if name == "overdue" else name
        if not items:
            return Part(w(key), [Paragraph(w(f"none_{name}"))], key)
        heads = columns(*(w.report(column) for column in ("system", "agency", "level")), *more, words=3 + words)
        rows = [
            row(
                w.name(item["system"]),
                w.name(item["agency"]),
                item["level_title"],
                *(say(item) for say in more.values()),
            )
            for item in items
        ]
        cut = [Paragraph(w("listed", listed=len(items), all=w.number(systems)))] if len(items) < systems else []
        return Part(w(key), [Paragraph(w(f"{name}_why")), *cut, Table(heads, rows)], key)

    # How it is made

    def notes(self) -> Iterator[str]:
        w, made = self.w, self.made
        yield from (w(f"note_{name}") for name in ("system", "level", "rounding", "agency"))
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
