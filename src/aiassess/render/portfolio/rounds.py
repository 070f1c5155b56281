"""The parts of a summary that compare it with an earlier round (docs/rounds.md#the-earlier-round)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import repeat

from aiassess.figures import exact, one_decimal, percent_text
from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.outline import Column, Paragraph, Row, Said, Section, Span, Table, strong
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.agencies import MOST_SHOWN, shade_of
from aiassess.render.portfolio.at_work import shares_told
from aiassess.render.portfolio.shares import mean, trends_together
from aiassess.render.portfolio.tables import columns
from aiassess.render.portfolio.words import PortfolioWords
from aiassess.scoring.result import VERDICTS

MOST_FINDINGS = 15


class Rounds:
    """The sections that compare the two rounds of one questionnaire."""

    def __init__(self, w: PortfolioWords, data: t.RoundsData, made: t.RoundsOfQuestionnaire, refused: int) -> None:
        self.w, self.data, self.made, self.refused = w, data, made, refused
        self.both = (made["then"], made["now"])
        self.titles = {level["id"]: level["title"] for level in made["levels"]}

    def parts(self) -> Iterator[Section]:
        yield self.overview()
        yield self.levels()
        yield self.changes()
        for name in t.CHANGES:
            if self.made["lists"][name]:
                yield self.listed(name)
        if self.made["compared"]:
            yield self.findings()
            yield from (self.most(name) for name in ("opened", "closed") if self.made[name]["findings"])
        if self.made["principles"]:
            yield self.principles()
            yield self.agencies()

    def section(self, name: str, body: Sequence[Paragraph | Table]) -> Section:
        return Section(self.w.round(name), body, f"rounds_{name}")

    def heads(self, *titles: str) -> list[Column]:
        w = self.w
        return columns(titles[0], w.round("earlier"), w.round("now"), *titles[1:])

    # Side by side

    def overview(self) -> Section:
        w, (then, now) = self.w, self.both
        rows = [
            self.row(w("assessed"), then["systems"], now["systems"]),
            self.agencies_row(),
        ]
        for one, other in zip(then["verdicts"], now["verdicts"], strict=True):
            rows.append(self.row(w.verdict(one["id"]), one["systems"], other["systems"], shares=True))
        open_then, open_now = (of["systems"] - of["statuses"][0]["systems"] for of in self.both)
        rows.append(self.row(w("not_complete"), open_then, open_now, shares=True))
        critical = [of["critical_findings"]["systems"] for of in self.both]
        rows.append(self.row(w("with_critical"), *critical, shares=True))
        for severity in SEVERITIES:
            title = w.round("findings_of", severity=w.report(f"severity_{severity}"))
            rows.append(self.row(title, then["findings"][severity], now["findings"][severity]))
        weeks = [of["at_work"]["hours_a_week"] for of in self.both]
        if all(week["systems"] and week["plausible"] for week in weeks):
            rows.append(self.row(w.round("week"), *(week["total"] for week in weeks)))
        parts = [dict(shares_told(w, of["at_work"], "part_short")) for of in self.both]
        rows += [Row((w(name), *(part.get(name, "–") for part in parts), "")) for name in {**parts[0], **parts[1]}]
        table = Table(self.heads(w.round("measure"), w.round("change")), rows)
        hints = [w.round("units_why")] if any(parts) else []
        return replace(self.section("rounds", [*map(Paragraph, self.editions()), table]), hints=hints)

    def agencies_row(self) -> Row:
        row = self.row(self.w("n_agencies"), *(of["agencies"] for of in self.both))
        if not any(of["more_agencies"] for of in self.both):
            return row
        title, *counts, _ = row.cells
        shown = (
            self.w("more_than", n=n) if of["more_agencies"] else n for n, of in zip(counts, self.both, strict=True)
        )
        return Row((title, *shown, ""))

    def row(self, title: Said, then: float, now: float, *, shares: bool = False) -> Row:
        """Return a figure of both rounds and their difference, as they are shown; ``shares``: also as parts of all systems."""
        shown = [self.w.number(n) for n in (then, now)]
        if shares:
            wholes = [of["systems"] for of in self.both]
            parts = [self.w.share(int(n), whole) if whole else "" for n, whole in zip((then, now), wholes, strict=True)]
            shown = [f"{n} ({part})" if part else n for n, part in zip(shown, parts, strict=True)]
        return Row((title, *shown, difference(*(str(one_decimal(exact(n))) for n in (then, now)))))

    def editions(self) -> Iterator[str]:
        """Yield that the questionnaire changed between the rounds, if it did."""
        w = self.w
        pairs = [pair for pair in self.made["editions"] if pair["then"] != pair["now"]]
        if pairs:
            told = (
                w.round("edition_pair", then=pair["then"], now=pair["now"], n=w.number(pair["systems"]))
                for pair in pairs
            )
            yield w.round("editions", pairs="; ".join(told))

    def levels(self) -> Section:
        w = self.w
        heads = [
            *columns(w.report("level"), *map(w.round, ("systems_then", "percent_then", "systems_now", "percent_now"))),
            *(Column(w.verdict(name), numeric=True, group=w.report("verdict")) for name in VERDICTS),
        ]

        def row(title: Said, then: t.RoundLevel, now: t.RoundLevel) -> Row:
            counts = [
                text
                for of, whole in zip((then, now), self.both, strict=True)
                for text in (
                    w.number(of["systems"]),
                    w.share(of["systems"], whole["systems"]) if whole["systems"] else "",
                )
            ]
            verdicts = (self.arrow(*(w.number(of["verdicts"][name]) for of in (then, now))) for name in VERDICTS)
            return Row((title, *counts, *verdicts))

        rows = [row(level["title"], level["then"], level["now"]) for level in reversed(self.made["levels"])]
        whole: list[t.RoundLevel] = [
            {
                "systems": of["systems"],
                "percent": 100,
                "verdicts": {verdict["id"]: verdict["systems"] for verdict in of["verdicts"]},
            }
            for of in self.both
        ]
        foot = row(strong(w("all")), *whole)
        return self.section("levels", [Paragraph(w.round("levels_why")), Table(heads, rows, foot=foot)])

    # System by system

    def changes(self) -> Section:
        w, made, (then, now) = self.w, self.made, self.both
        rows = [(w.round("in_both"), made["compared"])]
        rows += [
            (w.round(name), made["changes"][name]) for name in t.CHANGES if name != "level_other" or made["lists"][name]
        ]
        sentences = [w.round("compared", n=w.number(made["compared"]))]
        for name, n_then, n_now in (
            ("unnamed", then["unnamed"], now["unnamed"]),
            ("repeated", then["repeated"], now["repeated"]),
            ("refused", self.data["refused"], self.refused),
        ):
            if n_then or n_now:
                sentences.append(w.round(name, then=w.number(n_then), now=w.number(n_now)))
        table = Table(columns(w.round("change"), w("systems")), [Row((title, w.number(n))) for title, n in rows])
        return self.section("changes", [*map(Paragraph, sentences), table])

    def listed(self, name: t.Change) -> Section:
        w, items, n = self.w, self.made["lists"][name], self.made["changes"][name]
        heads = columns(w("system"), *map(w.report, ("agency", "level", "verdict")), words=4)
        rows = [
            Row((w.name(item["system"]), w.name(item["agency"]), self.level(item), self.verdict(item)))
            for item in items
        ]
        sentences = [w.round("level_other_why")] if name == "level_other" else []
        sentences.append(w.round("worse_first" if name == "verdict" else "higher_first"))
        if len(items) < n:
            sentences.append(w("listed", listed=len(items), all=w.number(n)))
        return self.section(name, [Paragraph(" ".join(sentences)), Table(heads, rows)])

    def level(self, item: t.ChangedSystem) -> str:
        return self.arrow(*(self.titles[level] for level in (item["level_then"], item["level_now"]) if level))

    def verdict(self, item: t.ChangedSystem) -> str:
        return self.arrow(*(self.w.verdict(name) for name in (item["verdict_then"], item["verdict_now"]) if name))

    def arrow(self, *texts: str) -> str:
        """Return what was, and what is, if that differs."""
        return texts[0] if len({*texts}) == 1 else self.w.round("arrow", then=texts[0], now=texts[1])

    # Findings

    def findings(self) -> Section:
        w, made = self.w, self.made
        rows = [
            Row(
                (
                    w.report(f"severity_{name}"),
                    *(w.number(made[moved]["severities"][name]) for moved in ("opened", "closed")),
                )
            )
            for name in (SEVERITIES[:1] if self.data["only_critical"] else SEVERITIES)
        ]
        sentences = [w.round("findings_why"), *([w.round("only_critical")] if self.data["only_critical"] else [])]
        table = Table(columns(w.report("severity"), w.round("opened"), w.round("closed")), rows)
        return self.section("findings", [*map(Paragraph, sentences), table])

    def most(self, name: str) -> Section:
        w, found = self.w, self.made["opened" if name == "opened" else "closed"]["findings"]
        rows = [
            Row((f"{item['text']} ({item['ref'] or item['question']})", w.number(item["systems"])))
            for item in found[:MOST_FINDINGS]
        ]
        cut = [Paragraph(w.round("more_findings", listed=len(rows), all=len(found)))] if len(rows) < len(found) else []
        return self.section(f"{name}_most", [*cut, Table(columns(w.report("finding"), w("systems")), rows)])

    # Principles

    def principles(self) -> Section:
        w = self.w
        rows = []
        for item in self.made["principles"]:
            then, now, points = means(item["then"], item["now"])
            cells = (f"{text}%" if text else w.report("not_measured") for text in (then, now))
            measured = (w.number(item[place]["systems"]) for place in ("then", "now"))
            rows.append(Row((item["title"], *cells, points, *measured)))
        heads = self.heads(w.report("principle"), w.round("points"), w.round("measured_then"), w.round("measured_now"))
        return self.section("principles", [Paragraph(w.round("principles_why")), Table(heads, rows)])

    def agencies(self) -> Section:
        w, listed, rest = self.w, self.made["agencies"]["listed"], self.made["agencies"]["rest"]
        named = [agency for agency in listed if agency["name"] is not None]
        hidden, unnamed = named[MOST_SHOWN:], listed[len(named) :]
        rows = [self.agency(w.name(agency["name"]), agency) for agency in (*named[:MOST_SHOWN], *unnamed)]
        rests = [rest] if rest else []
        if hidden or rest:
            n = len(hidden)
            title = w("others_more", n=w.number(n)) if rest else w.count("others", n)
            rows.append(self.agency(title, trends_together([*hidden, *rests])))
        titles = (item["title"] for item in self.made["principles"])
        heads = columns(w.report("agency"), w.round("systems_then"), w.round("systems_now"), *titles)
        foot = self.agency(strong(w("all")), trends_together([*listed, *rests]))
        found = self.section("agencies", [Paragraph(w.round("agencies_why")), Table(heads, rows, foot=foot)])
        return replace(found, hints=[w("heat_bounds")])

    def agency(self, name: Said, of: t.AgencyTrend) -> Row:
        then, now = of["then"], of["now"]
        counts = (self.w.number(side["systems"]) for side in (then, now))
        return Row((name, *counts, *map(self.cell, then["principles"], now["principles"], repeat(of))))

    def cell(self, then: t.PrincipleShares, now: t.PrincipleShares, of: t.AgencyTrend) -> Said:
        """Return the mean now, and below it that of the earlier round, the change, and how many are measured, if not all."""
        w = self.w
        before, after, points = means(then, now)
        if not after:
            return w.round("was_only", percent=before) if before else "–"
        below = ["±0" if points == "0" else w.round("was", percent=before, points=points)] if before else []
        counts = (then["systems"], now["systems"])
        if counts != (of["then"]["systems"], of["now"]["systems"]):
            below.append(w.round("n_measured", n=self.arrow(*map(w.number, counts))))
        shaded = Span(after, shade=shade_of(mean(now) or Fraction(0)))
        return (shaded, " (", ", ".join(below), ")") if below else (shaded,)


def means(then: t.PrincipleShares, now: t.PrincipleShares) -> tuple[str, str, str]:
    """Return the means of both rounds in percent, told apart if they differ, and the difference of what is shown; or ""."""
    one, other = mean(then), mean(now)
    if one is None or other is None:
        before, after = ("" if share is None else percent_text(share) for share in (one, other))
        return before, after, ""
    before, after = (percent_text(one),) * 2 if one == other else (percent_text(one, other), percent_text(other, one))
    return before, after, difference(before, after)


def difference(then: str, now: str) -> str:
    """Return the difference of two numbers as they are written, with its sign."""
    found = (Decimal(now) - Decimal(then)).normalize()
    return f"{found:+,f}".replace("-", "−") if found else "0"
