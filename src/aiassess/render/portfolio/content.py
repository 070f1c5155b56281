"""What a summary says of the systems of one questionnaire, part by part: the same for every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from aiassess.render.portfolio.agencies import Agencies
from aiassess.render.portfolio.parts import Cell, Column, Panel, Part, Row, Table, columns, plain, row, stacked
from aiassess.render.portfolio.words import PortfolioWords, level_shade
from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FINDINGS = 15


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is said of the systems of one questionnaire; ``title``: a heading of its own, where there are several."""

    made: Any
    parts: list[Part]
    title: str = ""


def chapters(data: Any) -> list[Chapter]:
    """Return the chapters of a summary, one a questionnaire. No two headings of a summary are alike."""
    made = data["questionnaires"]
    if len(made) == 1:
        return [Chapter(made[0], list(_Content(data, made[0]).parts()))]
    found = []
    for item in made:
        name = f" ({item['id']} {item['version']})"
        parts = [replace(part, heading=part.heading + name) for part in _Content(data, item).parts()]
        found.append(Chapter(item, parts, item["title"] + name))
    return found


def apart(data: Any) -> list[Part]:
    """Return what is said of submissions that are no systems."""
    return [part for part in (_superseded(data), _refused(data)) if part]


def told(data: Any) -> str:
    """Return how many submissions there are, and what became of them."""
    w = PortfolioWords(data["language"])
    counts = {name: w.number(data[name]) for name in ("submissions", "systems")}
    aside = {name: w.number(data[name]["submissions"]) for name in ("refused", "superseded")}
    return w("submissions_superseded" if data["superseded"]["submissions"] else "submissions_told", **counts, **aside)


def _superseded(data: Any) -> Part | None:
    w = PortfolioWords(data["language"])
    n, items = data["superseded"]["submissions"], data["superseded"]["listed"]
    if not n:
        return None
    heads = tuple(Column(w.report(name), numeric=False) for name in ("system", "agency", "level", "questionnaire"))
    rows = tuple(
        row(
            w.name(item["system"]),
            w.name(item["agency"]),
            item["level_title"],
            f"{item['questionnaire']} {item['version']}",
        )
        for item in items
    )
    cut = [w("listed", listed=len(items), all=w.number(n))] if len(items) < n else []
    return Part("superseded", w("superseded"), sentences=[w("superseded_why"), *cut], table=Table(heads, rows))


def _refused(data: Any) -> Part | None:
    """Return what is said of refused submissions, where there are any."""
    w = PortfolioWords(data["language"])
    errors = data["refused"]["errors"]
    if not errors:
        return None
    rows = tuple(row(item["code"], w.number(item["submissions"])) for item in errors)
    foot = (row(w("all"), w.number(data["refused"]["submissions"])),)
    table = Table(columns(w("code"), w("submissions")), rows, foot)
    return Part("refused", w("refused"), sentences=[w("refused_why")], table=table)


class _Content:
    def __init__(self, data: Any, made: Any) -> None:
        self.data, self.made = data, made
        self.w = PortfolioWords(data["language"])
        self.agencies = Agencies(self.w, made)
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
            yield Part("principles", w("principles"), sentences=[w("principles_why")], table=self.principles())
            yield agencies.heat()
        yield self.critical()
        yield self.reassessment()
        yield self.overdue()
        yield self.at_work()
        yield self.hold()
        yield Part("notes", w("notes"), notes=list(self.notes()))

    # At a glance

    def overview(self) -> Part:
        w, made = self.w, self.made
        panels = [
            Panel(name, w.verdict(name), w.number(n), w("of_all", percent=self.percent_of(n)))
            for name, n in self.verdicts.items()
        ]
        critical, due, week = made["critical_findings"], made["reassessment"], made["at_work"]["hours_a_week"]
        unfinished = sum(item["systems"] for item in made["statuses"] if item["id"] != "complete")
        facts = [
            (w("assessed"), w.number(self.systems)),
            (w("n_agencies"), self.agencies.number()),
            (w("not_complete"), self.n_of_all(unfinished)),
            (w("with_critical"), self.n_of_all(critical["systems"])),
            (w("overdue_list"), self.n_of_all(due["overdue"])),
        ]
        if week["systems"] and week["plausible"]:
            told = w("week_told", hours=w.number(week["total"]), n=w.number(week["systems"]))
            facts.append((w("hours_saved"), told))
        return Part("overview", w("overview"), panels=panels, facts=facts)

    def percent_of(self, n: int) -> str:
        return self.w.share(n, self.systems).removesuffix("%")

    def n_of_all(self, n: int) -> str:
        return self.w("n_of_all", n=self.w.number(n), percent=self.percent_of(n))

    # Counts

    def levels(self) -> Part:
        w, made = self.w, self.made
        statuses = ("incomplete", "undetermined")
        heads = (
            Column(w.report("level"), numeric=False),
            Column(w("systems")),
            Column(w.report("percent")),
            *(
                Column(w.verdict(name), shade=place, group=w.report("verdict"))
                for place, name in enumerate(VERDICTS, 1)
            ),
            *(Column(w.report(f"status_{name}"), group=w.report("status")) for name in statuses),
        )
        most = max(level["systems"] for level in made["levels"])
        rows = []
        for level in reversed(made["levels"]):
            counts = [level["verdicts"][name] for name in VERDICTS]
            others = [level["statuses"][name] for name in statuses]
            told = [w.number(n) for n in (*counts, *others)]
            bar = stacked(list(enumerate(counts, 1)), most)
            rows.append(
                row(level["title"], w.number(level["systems"]), w.share(level["systems"], self.systems), *told, bar=bar)
            )
        sums = [self.verdicts[name] for name in VERDICTS]
        sums += [item["systems"] for name in statuses for item in made["statuses"] if item["id"] == name]
        foot = row(w("all"), w.number(self.systems), "100%", *map(w.number, sums))
        return Part("levels", w("levels"), table=Table(heads, tuple(rows), (foot,)), hints=[w("bar_verdicts")])

    def kinds(self) -> Part:
        w, made = self.w, self.made
        levels = made["levels"]
        heads = (
            Column(w("kind"), numeric=False),
            Column(w("systems")),
            Column(w.report("percent")),
            *(
                Column(level["title"], shade=level_shade(rank, len(levels)), group=w.report("level"))
                for rank, level in enumerate(levels)
            ),
        )
        kinds = [kind for kind in made["kinds"] if kind["id"] is not None or kind["systems"]]
        most = max(kind["systems"] for kind in kinds)
        rows = []
        for kind in kinds:
            counts = [kind["levels"][level["id"]] for level in levels]
            bar = stacked([(level_shade(rank, len(levels)), n) for rank, n in enumerate(counts)], most)
            told = [w.number(kind["systems"]), w.share(kind["systems"], self.systems), *map(w.number, counts)]
            rows.append(row(kind["title"] or w("not_told"), *told, bar=bar))
        sums = [w.number(level["systems"]) for level in levels]
        foot = row(w("all"), w.number(self.systems), "100%", *sums)
        return Part("kinds", w("kinds"), table=Table(heads, tuple(rows), (foot,)), hints=[w("bar_levels")])

    def principles(self) -> Table:
        w = self.w
        rows = []
        for item in self.made["principles"]:
            mean = self.agencies.all.principles[item["id"]].mean
            bar = () if mean is None else plain(item["mean_percent"], 100)
            lowest = "" if mean is None else f"{item['lowest_percent']}%"
            rows.append(row(item["title"], w.percent(mean), lowest, w.number(item["systems"]), bar=bar))
        heads = columns(w.report("principle"), w("mean"), w("lowest"), w("measured"))
        return Table(heads, tuple(rows))

    def critical(self) -> Part:
        w, found = self.w, self.made["critical_findings"]
        if not found["findings"]:
            return Part("critical", w("critical"), sentences=[w("none_critical")])
        listed, most = found["findings"][:MOST_FINDINGS], found["findings"][0]["systems"]
        rows = tuple(
            row(
                f"{item['text']} ({item['ref'] or item['question']})",
                w.number(item["systems"]),
                w.share(item["systems"], self.systems),
                bar=plain(item["systems"], most),
            )
            for item in listed
        )
        counts = w.report("findings_count", **{name: w.number(n) for name, n in self.made["findings"].items()})
        why = w("critical_why", n=w.number(found["systems"]), percent=self.percent_of(found["systems"]), counts=counts)
        all_ = len(found["findings"])
        hints = [w("more_findings", listed=len(listed), all=all_)] if len(listed) < all_ else []
        heads = columns(w.report("finding"), w("systems"), w.report("percent"))
        return Part("critical", w("critical"), sentences=[why], table=Table(heads, rows), hints=hints)

    def reassessment(self) -> Part:
        w, due = self.w, self.made["reassessment"]
        names = {
            "overdue": w("overdue"),
            "soon": w("soon", days=due["soon_days"]),
            "later": w("later"),
            "no_date": w("no_date"),
        }
        rows = tuple(
            row(
                title,
                w.number(due[name]),
                w.share(due[name], self.systems),
                bar=plain(due[name], self.systems),
            )
            for name, title in names.items()
        )
        foot = row(w("all"), w.number(self.systems), "100%")
        heads = columns(w("reassessment"), w("systems"), w.report("percent"))
        return Part("reassessment", w("reassessment"), table=Table(heads, rows, (foot,)))

    def at_work(self) -> Part:
        w, told = self.w, self.made["at_work"]
        odd = told["implausible"]
        bounds = {"officers": w.number(odd["most_officers"]), "hours": w.number(odd["most_hours"])}
        flags = [w("implausible", n=w.number(odd["systems"]), **bounds)] if odd["systems"] else []
        if not told["officers"]["systems"] + told["hours_per_officer"]["systems"]:
            return Part("at_work", w("at_work"), sentences=flags or [w("none_at_work")])
        officers, hours, week = (told[name] for name in ("officers", "hours_per_officer", "hours_a_week"))
        rows = (
            row(w("officers"), *map(w.number, (officers["systems"], officers["median"], officers["total"]))),
            row(w("hours_per_officer"), *map(w.number, (hours["systems"], hours["median"])), ""),
            row(w("hours_a_week"), w.number(week["systems"]), "", w.number(week["total"])),
        )
        rough = officers["median_rounded"] or hours["median_rounded"]
        hints = [w("median_rounded")] if rough else []
        if not week["plausible"]:
            flags.append(w("week_implausible", **bounds))
        heads = columns(w.report("measure"), w("told_by"), w("median"), w("total"))
        return Part(
            "at_work", w("at_work"), sentences=[w("at_work_why"), *flags], table=Table(heads, rows), hints=hints
        )

    # Lists of systems

    def stop(self) -> Part:
        return self.listed("stop", self.verdicts["stop"], ("status", "critical_findings"))

    def hold(self) -> Part:
        return self.listed("hold", self.verdicts["hold"], ("critical_findings", "missing"))

    def overdue(self) -> Part:
        return self.listed("overdue", self.made["reassessment"]["overdue"], ("due", "days_overdue"))

    def listed(self, name: str, systems: int, more: tuple[str, ...]) -> Part:
        """Return a list of systems, with ``more`` columns."""
        w = self.w
        key = "overdue_list" if name == "overdue" else name
        items = self.made["lists"][name]
        if not items:
            return Part(key, w(key), sentences=[w(f"none_{name}")])
        heads = tuple(
            Column(w(column) if column in ("critical_findings", "missing", "days_overdue") else w.report(column))
            if column != "status"
            else Column(w.report(column), numeric=False)
            for column in more
        )
        words = (Column(w.report(column), numeric=False) for column in ("system", "agency", "level"))
        rows = tuple(
            Row(
                (
                    Cell(w.name(item["system"])),
                    Cell(w.name(item["agency"])),
                    Cell(item["level_title"]),
                    *(Cell(self.fact(item, column)) for column in more),
                )
            )
            for item in items
        )
        cut = [w("listed", listed=len(items), all=w.number(systems))] if len(items) < systems else []
        return Part(key, w(key), sentences=[w(f"{name}_why"), *cut], table=Table((*words, *heads), rows))

    def fact(self, item: Any, column: str) -> str:
        if column == "status":
            return self.w.report(f"status_{item['status']}")
        if column == "days_overdue":
            days = date.fromisoformat(self.data["as_of"]) - date.fromisoformat(item["due"])
            return self.w.number(days.days)
        return str(item[column]) if column == "due" else self.w.number(item[column])

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
