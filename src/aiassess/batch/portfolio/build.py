"""The summary as plain data, in one language: ``schemas/portfolio.schema.json`` is its definition (docs/batch.md#summary)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from aiassess import __version__
from aiassess.batch.portfolio.tally import MOST_HOURS, MOST_LISTED, MOST_OFFICERS, SOON_DAYS, group_of
from aiassess.figures import one_decimal, plain_number
from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.portfolio.types import LISTS
from aiassess.scoring.result import STATUSES, VERDICTS
from aiassess.text import FALLBACK, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aiassess.batch.portfolio.agencies import AgencySums
    from aiassess.batch.portfolio.sums import Numbers
    from aiassess.batch.portfolio.tally import Group, Portfolio
    from aiassess.model.questionnaire import LocalText, Questionnaire
    from aiassess.render.portfolio import types as t
    from aiassess.scoring.result import Status, Verdict

FORMAT: Final = "aiassess.portfolio/1"


def build_portfolio(
    portfolio: Portfolio, questionnaires: Iterable[Questionnaire], principles: Sequence[str], lang: str | None = None
) -> t.PortfolioData:
    """Return the summary of what was counted.

    ``principles``: those of the layout; ``lang``: asked for; without it that of the first questionnaire with a row.
    """
    known = {group_of(q.id, q.version): q for q in questionnaires}
    found = [(known[name], portfolio.groups[name]) for name in sorted(portfolio.groups)]
    return {
        "format": FORMAT,
        "tool": {"name": "aiassess", "version": __version__},
        "language": spoken(lang or next((q.default_language for q, _ in found), FALLBACK)),
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
        self.places = [(tag.id, principles.index(tag.id)) for tag in questionnaire.principles]
        self.all = group.agencies.together()
        self.systems = self.all.systems

    def say(self, text: LocalText) -> str:
        return text[self.lang]

    def share(self, n: int) -> int | float:
        """Return so many systems as a percent of all."""
        return one_decimal(Fraction(100 * n, self.systems))

    def data(self) -> t.QuestionnaireSums:
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
            "verdicts": [{"id": name, **self.counted(n)} for name, n in _by_verdict(self.all.results).items()],
            "statuses": [{"id": name, **self.counted(n)} for name, n in _by_status(self.all.results).items()],
            "kinds": self.kinds(),
            "principles": self.principles(),
            "agencies": self.agencies(),
            "findings": {name: group.severities[name] for name in SEVERITIES},
            "critical_findings": self.critical(),
            "reassessment": {
                "overdue": group.due["overdue"],
                "soon": group.due["soon"],
                "later": group.due["later"],
                "no_date": group.due["none"],
                "soon_days": SOON_DAYS,
            },
            "lists": {name: self.listed(name) for name in LISTS},
            "listed_at_most": MOST_LISTED,
            "at_work": {
                "officers": _numbers(group.officers),
                "hours_per_officer": _numbers(group.hours),
                "hours_a_week": {
                    "systems": group.week.count,
                    "total": plain_number(group.week.total),
                    "plausible": group.week.total <= MOST_OFFICERS * MOST_HOURS,
                },
                "implausible": {
                    "systems": group.implausible,
                    "most_officers": MOST_OFFICERS,
                    "most_hours": MOST_HOURS,
                },
            },
        }

    def counted(self, n: int) -> t.Counted:
        return {"systems": n, "percent": self.share(n)}

    def by_level(self) -> list[t.LevelSums]:
        found: list[t.LevelSums] = []
        for level in self.q.levels:
            results = {result: n for result, n in self.all.results.items() if result.split(" ")[0] == level.id}
            found.append(
                {
                    "id": level.id,
                    "title": self.say(level.title),
                    **self.counted(sum(results.values())),
                    "verdicts": _by_verdict(results),
                    "statuses": _by_status(results),
                }
            )
        return found

    def kinds(self) -> list[t.KindSums]:
        """Return the types of system in the order of the question's options; those not told last."""
        name = self.q.subject.get("kind")
        if name is None:
            return []
        options = [(option.id, self.say(option.label)) for option in self.q.by_id[name].options]
        found: list[t.KindSums] = []
        for option, label in [*options, ("", None)]:
            levels = {level: self.group.kinds[f"{option} {level}"] for level in self.levels}
            n = sum(levels.values())
            found.append({"id": option or None, "title": label, **self.counted(n), "levels": levels})
        return found

    def principles(self) -> list[t.PrincipleSums]:
        titles = {tag.id: self.say(tag.title) for tag in self.q.principles}
        return [{"id": share["id"], "title": titles[share["id"]], **share} for share in self.shares(self.all)]

    def shares(self, sums: AgencySums) -> list[t.PrincipleShares]:
        found: list[t.PrincipleShares] = []
        for name, place in self.places:
            n, tenths, lowest = (of[place] for of in (sums.shares.measured, sums.shares.tenths, sums.shares.lowest))
            found.append(
                {
                    "id": name,
                    "systems": n,
                    "sum_percent": one_decimal(Fraction(tenths, 10)),
                    "mean_percent": one_decimal(Fraction(tenths, 10 * n)) if n else None,
                    "lowest_percent": one_decimal(Fraction(lowest, 10)) if n else None,
                }
            )
        return found

    def agencies(self) -> t.AgenciesData:
        group = self.group.agencies
        rest = group.rest
        return {
            "listed": [{"name": sums.name or None, **self.agency(sums)} for sums in group],
            "rest": self.agency(rest) if rest.systems else None,
        }

    def agency(self, sums: AgencySums) -> t.AgencySums:
        return {
            "systems": sums.systems,
            "levels": {level: _sum(sums.results, 0, level) for level in self.levels},
            "verdicts": _by_verdict(sums.results),
            "overdue": sums.overdue,
            "principles": self.shares(sums),
        }

    def critical(self) -> t.CriticalFindings:
        counts = self.group.critical
        places = {
            f"{question.id}.{finding.id}": (question, finding)
            for question in self.q.questions
            for finding in question.findings
        }
        found: list[t.FindingSums] = []
        for name in sorted(counts.keys() - {""}, key=lambda name: (-counts[name], list(places).index(name))):
            question, finding = places[name]
            found.append(
                {
                    "question": question.id,
                    "finding": finding.id,
                    "ref": question.ref,
                    "text": self.say(finding.text),
                    **self.counted(counts[name]),
                }
            )
        return {**self.counted(counts[""]), "findings": found}

    def listed(self, name: t.ListName) -> list[t.ListedSystem]:
        return [
            {
                "system": system or None,
                "agency": agency or None,
                "level": level,
                "level_title": self.say(self.q.levels[self.q.rank[level]].title),
                "status": status,
                "due": due or None,
                "critical_findings": critical,
                "missing": missing,
            }
            for system, agency, level, status, due, critical, missing in self.group.listed(name)
        ]


def _numbers(numbers: Numbers) -> t.NumbersData:
    median = numbers.median
    return {
        "systems": numbers.count,
        "median": None if median is None else plain_number(median),
        "total": plain_number(numbers.total),
        "median_rounded": numbers.rough,
    }


def _by_verdict(results: Mapping[str, int]) -> dict[Verdict, int]:
    return {name: _sum(results, 1, name) for name in VERDICTS}


def _by_status(results: Mapping[str, int]) -> dict[Status, int]:
    return {name: _sum(results, 2, name) for name in STATUSES}


def _sum(results: Mapping[str, int], place: int, name: str) -> int:
    """Return how many systems have a level (place 0), a verdict (1) or a status (2)."""
    return sum(n for result, n in results.items() if result.split(" ")[place] == name)


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
