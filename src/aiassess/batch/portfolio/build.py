"""The summary as plain data, in one language: ``schemas/portfolio.schema.json`` is its definition (docs/batch.md#summary)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from aiassess import __version__
from aiassess.batch.portfolio.tally import MOST_HOURS, MOST_LISTED, MOST_OFFICERS, SOON_DAYS, group_of
from aiassess.figures import one_decimal
from aiassess.model.questionnaire import SEVERITIES
from aiassess.text import FALLBACK, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiassess.batch.portfolio.agencies import AgencySums
    from aiassess.batch.portfolio.sums import Numbers
    from aiassess.batch.portfolio.tally import Group, Portfolio
    from aiassess.model.questionnaire import LocalText, Questionnaire

FORMAT = "aiassess.portfolio/1"
VERDICTS = ("ready", "conditional", "hold", "stop")
STATUSES = ("complete", "incomplete", "undetermined")

PortfolioData = dict[str, Any]
"""A summary as JSON has it: ``schemas/portfolio.schema.json``."""


def build_portfolio(
    portfolio: Portfolio, questionnaires: Iterable[Questionnaire], principles: Sequence[str], lang: str | None = None
) -> PortfolioData:
    """Return the summary of what was counted.

    ``principles``: those of the layout; ``lang``: asked for; without it that of the first questionnaire with a row.
    """
    known = {group_of(q.id, q.version): q for q in questionnaires}
    found = [(known[name], portfolio.groups[name]) for name in sorted(portfolio.groups)]
    spoken = lang or next((q.default_language for q, _ in found), FALLBACK)
    return {
        "format": FORMAT,
        "tool": {"name": "aiassess", "version": __version__},
        "language": spoken if spoken in LANGUAGES else FALLBACK,
        "as_of": portfolio.as_of,
        "submissions": portfolio.submissions,
        "refused": {
            "submissions": portfolio.refused.total(),
            "errors": [{"code": code, "submissions": n} for code, n in _most_first(portfolio.refused)],
        },
        "superseded": {
            "submissions": portfolio.superseded.total(),
            "listed": [
                {
                    "agency": agency or None,
                    "system": system or None,
                    "questionnaire": known[group].id,
                    "version": version,
                    "level": level,
                    "level_title": _title(known[group], level, lang),
                }
                for agency, system, group, version, level in portfolio.replaced
            ],
        },
        "systems": sum(group.kinds.total() for _, group in found),
        "questionnaires": [_Part(q, group, principles, lang).data() for q, group in found],
    }


def _title(questionnaire: Questionnaire, level: str, lang: str | None) -> str:
    """Return a level's title in the language asked for, else in the questionnaire's own."""
    spoken = lang if lang in questionnaire.languages else questionnaire.default_language
    return questionnaire.levels[questionnaire.rank[level]].title[spoken]


class _Part:
    """What is said of the systems of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, group: Group, principles: Sequence[str], lang: str | None) -> None:
        self.q, self.group = questionnaire, group
        self.lang = lang if lang in questionnaire.languages else questionnaire.default_language
        self.levels = [level.id for level in questionnaire.levels]
        self.places = [(tag, principles.index(tag.id)) for tag in questionnaire.principles]
        self.all = group.agencies.together()
        self.systems = self.all.systems

    def say(self, text: LocalText) -> str:
        return text[self.lang]

    def share(self, n: int) -> int | float:
        """Return so many systems as a percent of all."""
        return one_decimal(Fraction(100 * n, self.systems))

    def data(self) -> dict[str, Any]:
        q, group = self.q, self.group
        return {
            "id": q.id,
            "version": q.version,
            "digest": q.digest,
            "status": q.status,
            "language": self.lang,
            "title": self.say(q.title),
            "statement": self.say(q.statement),
            "systems": self.systems,
            "levels": self.by_level(),
            "verdicts": [{"id": name, **self.counted(_only(self.all, 1, name))} for name in VERDICTS],
            "statuses": [{"id": name, **self.counted(_only(self.all, 2, name))} for name in STATUSES],
            "kinds": self.kinds(),
            "principles": self.principles(self.all),
            "agencies": self.agencies(),
            "findings": {severity: group.severities[severity] for severity in SEVERITIES},
            "critical_findings": self.critical(),
            "reassessment": {
                **{name: group.due[name] for name in ("overdue", "soon", "later")},
                "no_date": group.due["none"],
                "soon_days": SOON_DAYS,
            },
            "lists": {name: self.listed(name) for name in ("stop", "hold", "overdue")},
            "listed_at_most": MOST_LISTED,
            "at_work": {
                "officers": _numbers(group.officers),
                "hours_per_officer": _numbers(group.hours),
                "hours_a_week": {
                    "systems": group.week.count,
                    "total": number(group.week.total),
                    "plausible": group.week.total <= MOST_OFFICERS * MOST_HOURS,
                },
                "implausible": {
                    "systems": group.implausible,
                    "most_officers": MOST_OFFICERS,
                    "most_hours": MOST_HOURS,
                },
            },
        }

    def counted(self, n: int) -> dict[str, Any]:
        return {"systems": n, "percent": self.share(n)}

    def by_level(self) -> list[dict[str, Any]]:
        found = []
        for level in self.q.levels:
            results = {result: n for result, n in self.all.results.items() if result.split(" ")[0] == level.id}
            verdicts = {name: _sum(results, 1, name) for name in VERDICTS}
            statuses = {name: _sum(results, 2, name) for name in STATUSES}
            entry = {"id": level.id, "title": self.say(level.title), **self.counted(sum(results.values()))}
            found.append({**entry, "verdicts": verdicts, "statuses": statuses})
        return found

    def kinds(self) -> list[dict[str, Any]]:
        """Return the types of system in the order of the question's options; those not told last."""
        name = self.q.subject.get("kind")
        if name is None:
            return []
        options = [(option.id, self.say(option.label)) for option in self.q.by_id[name].options]
        found = []
        for option, label in [*options, ("", None)]:
            levels = {level: self.group.kinds[f"{option} {level}"] for level in self.levels}
            n = sum(levels.values())
            found.append({"id": option or None, "title": label, **self.counted(n), "levels": levels})
        return found

    def principles(self, sums: AgencySums) -> list[dict[str, Any]]:
        shares = sums.shares
        found = []
        for tag, place in self.places:
            n, tenths = shares.measured[place], shares.tenths[place]
            found.append(
                {
                    "id": tag.id,
                    "title": self.say(tag.title),
                    "systems": n,
                    "sum_percent": one_decimal(Fraction(tenths, 10)),
                    "mean_percent": one_decimal(Fraction(tenths, 10 * n)) if n else None,
                    "lowest_percent": one_decimal(Fraction(shares.lowest[place], 10)) if n else None,
                }
            )
        return found

    def agencies(self) -> dict[str, Any]:
        group = self.group.agencies
        rest = group.rest
        return {
            "listed": [{"name": sums.name or None, **self.agency(sums)} for sums in group],
            "rest": self.agency(rest) if rest.systems else None,
        }

    def agency(self, sums: AgencySums) -> dict[str, Any]:
        principles = self.principles(sums)
        for item in principles:
            del item["title"]
        return {
            "systems": sums.systems,
            "levels": {level: _only(sums, 0, level) for level in self.levels},
            "verdicts": {name: _only(sums, 1, name) for name in VERDICTS},
            "overdue": sums.overdue,
            "principles": principles,
        }

    def critical(self) -> dict[str, Any]:
        counts = self.group.critical
        places = {
            f"{question.id}.{finding.id}": (question, finding)
            for question in self.q.questions
            for finding in question.findings
        }
        found = []
        for name in sorted(counts.keys() - {""}, key=lambda name: (-counts[name], list(places).index(name))):
            question, finding = places[name]
            names = {"question": question.id, "finding": finding.id, "ref": question.ref}
            found.append({**names, "text": self.say(finding.text), **self.counted(counts[name])})
        return {**self.counted(counts[""]), "findings": found}

    def listed(self, name: str) -> list[dict[str, Any]]:
        titles = {level.id: self.say(level.title) for level in self.q.levels}
        return [
            {
                "system": item.system or None,
                "agency": item.agency or None,
                "level": item.level,
                "level_title": titles[item.level],
                "status": item.status,
                "due": item.due or None,
                "critical_findings": item.critical,
                "missing": item.missing,
            }
            for item in self.group.listed(name)
        ]


def number(value: Fraction) -> int | float:
    """Return a number as JSON writes it: whole, or the nearest that a double can hold."""
    return int(value) if value.denominator == 1 else float(value)


def _numbers(numbers: Numbers) -> dict[str, Any]:
    median = numbers.median
    return {
        "systems": numbers.count,
        "median": None if median is None else number(median),
        "total": number(numbers.total),
        "median_rounded": numbers.rough,
    }


def _only(sums: AgencySums, place: int, name: str) -> int:
    """Return how many systems have a level (place 0), a verdict (1) or a status (2)."""
    return _sum(sums.results, place, name)


def _sum(results: dict[str, int], place: int, name: str) -> int:
    return sum(n for result, n in results.items() if result.split(" ")[place] == name)


def _most_first(counts: Any) -> list[tuple[str, int]]:
    return sorted(cast("list[tuple[str, int]]", counts.items()), key=lambda item: (-item[1], item[0]))
