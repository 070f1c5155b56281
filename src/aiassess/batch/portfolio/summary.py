"""The summary as plain data in one language, as ``schemas/portfolio.schema.json`` defines it (docs/batch.md#summary)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeVar

from aiassess import __version__
from aiassess.batch.plan import Plan
from aiassess.batch.portfolio.accumulators import MOST_LISTED, First, Numbers
from aiassess.batch.portfolio.agencies import AgencySums, ministry_data
from aiassess.batch.portfolio.tally import (
    FIGURES,
    MOST_HOURS,
    MOST_OFFICERS,
    SOON_DAYS,
    Group,
    Odd,
    Portfolio,
    Replaced,
    group_of,
)
from aiassess.figures import one_decimal, plain_number
from aiassess.files import write_file
from aiassess.model.levels import LocalText
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.questionnaire.shipped import DEFAULT
from aiassess.render import renderer
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.at_work_types import AtWork, NumbersData, OddSystem
from aiassess.render.portfolio.shares import shares, together
from aiassess.scoring.result import STATUSES, VERDICTS
from aiassess.text import FALLBACK, spoken

Name = TypeVar("Name", bound=str)
FORMAT: Final = "aiassess.portfolio/1"


def write_summaries(plan: Plan, portfolio: Portfolio, rounds: t.RoundsData | None = None) -> None:
    """Write the summary to each file of the plan; raises InvalidInput if one can't be written."""
    data = build_portfolio(portfolio, plan.questionnaires, plan.reports_lang, rounds)
    for name, format_ in plan.summaries:
        write_file(Path(name), renderer(format_, "portfolio")(data))


def build_portfolio(
    portfolio: Portfolio,
    questionnaires: Iterable[Questionnaire],
    lang: str | None = None,
    rounds: t.RoundsData | None = None,
) -> t.PortfolioData:
    """Return the summary of the counts, in ``lang`` or else the language of the first questionnaire with a row.

    Questionnaires are in the order of ``aiassess questionnaire list``: that of systems first, then by id.
    ``rounds``: what changed since an earlier round, if that is to be told.
    """
    tallied, known = portfolio.tallied, {group_of(q.id, q.version): q for q in questionnaires}
    parts = {name: _Part(q, tallied.groups.get(name, Group()), portfolio.principles, lang) for name, q in known.items()}
    found = [parts[name] for name in sorted(tallied.groups, key=lambda name: (parts[name].q.id != DEFAULT, name))]
    data: t.PortfolioData = {
        "format": FORMAT,
        "tool": {"name": "aiassess", "version": __version__},
        "language": spoken(lang or next((part.q.default_language for part in found), FALLBACK)),
        "as_of": portfolio.as_of,
        "submissions": tallied.submissions,
        "refused": {
            "submissions": sum(tallied.refused.values()),
            "errors": [
                {"code": code, "submissions": n}
                for code, n in sorted(tallied.refused.items(), key=lambda item: (-item[1], item[0]))
            ],
        },
        "latest": portfolio.latest,
        "superseded": {
            "submissions": sum(tallied.superseded.values()),
            "revised": tallied.superseded.get("revised", 0),
            "newer": tallied.superseded.get("newer", 0),
            "listed": [_set_aside(parts, item) for item in tallied.replaced.entries],
        },
        "duplicates": {
            "submissions": tallied.duplicates,
            "listed": [_set_aside(parts, item) for item in tallied.doubled.entries],
        },
        "systems": sum(part.systems for part in found),
        "questionnaires": [part.data() for part in found],
    }
    told = {part.q.id for part in found}
    if rounds:
        data["rounds"] = rounds
        told |= {of["id"] for of in rounds["questionnaires"]}
    assesses: dict[str, t.AssessedData] = {
        part.q.id: {"one": part.say(part.q.assesses.one), "many": part.say(part.q.assesses.many)}
        for part in parts.values()
        if part.q.assesses and part.q.id in told
    }
    if assesses:
        data["assesses"] = assesses
    return data


def _set_aside(parts: Mapping[str, "_Part"], item: Replaced) -> t.SetAsideSystem:
    part = parts[item.group]
    return {
        "agency": item.agency or None,
        "system": item.system or None,
        "questionnaire": part.q.id,
        "version": item.version,
        "level": item.level,
        "level_title": part.title_of(item.level),
    }


class _Part:
    """The part of the summary about one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, group: Group, principles: Sequence[str], lang: str | None) -> None:
        self.q, self.group = questionnaire, group
        self.lang = lang if lang in questionnaire.languages else questionnaire.default_language
        self.places = [(tag, principles.index(tag.id)) for tag in questionnaire.principles]
        self.systems = sum(group.results.values())

    def say(self, text: LocalText) -> str:
        return text[self.lang]

    def title_of(self, level: str) -> str:
        return self.say(self.q.levels[self.q.rank[level]].title)

    def data(self) -> t.QuestionnaireSums:
        q, group = self.q, self.group
        agencies: list[t.NamedAgency] = [
            {"name": sums.name or None, **self.agency(sums)} for sums in group.agencies.listed()
        ]
        rest = self.agency(group.agencies.rest) if group.agencies.rest.systems else None
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
            "verdicts": [{"id": name, **self.counted(n)} for name, n in by_result(1, VERDICTS, group.results).items()],
            "statuses": [{"id": name, **self.counted(n)} for name, n in by_result(2, STATUSES, group.results).items()],
            "kinds": self.kinds(),
            "principles": self.principles([*agencies, *([rest] if rest else [])]),
            "agencies": {"listed": agencies, "rest": rest},
            "findings": {name: group.severities[name] for name in SEVERITIES},
            "critical_findings": self.critical(),
            "reassessment": {
                "overdue": group.due.get("overdue", 0),
                "soon": group.due.get("soon", 0),
                "later": group.due.get("later", 0),
                "no_date": group.due.get("no_date", 0),
                "ahead": group.ahead,
                "soon_days": SOON_DAYS,
            },
            "lists": {name: self.listed(name) for name in t.LISTS},
            "listed_at_most": MOST_LISTED,
            "at_work": at_work_of(self.q, self.group),
        }

    def counted(self, n: int) -> t.Counted:
        """Return a number of systems, also as a percentage of all."""
        return {"systems": n, "percent": one_decimal(Fraction(100 * n, self.systems))}

    def by_level(self) -> list[t.LevelSums]:
        found: list[t.LevelSums] = []
        for level in self.q.levels:
            results = {result: n for result, n in self.group.results.items() if result.split(" ")[0] == level.id}
            found.append(
                {
                    "id": level.id,
                    "title": self.say(level.title),
                    **self.counted(sum(results.values())),
                    "verdicts": by_result(1, VERDICTS, results),
                    "statuses": by_result(2, STATUSES, results),
                }
            )
        return found

    def kinds(self) -> list[t.KindSums]:
        """Return the types of system in the order of the question's options; systems of no stated type come last."""
        name = self.q.subject.get("kind")
        if name is None:
            return []
        options = [(option.id, self.say(option.label)) for option in self.q.by_id[name].options]
        found: list[t.KindSums] = []
        for option, label in [*options, ("", None)]:
            levels = {level.id: self.group.kinds.get(f"{option} {level.id}", 0) for level in self.q.levels}
            found.append({"id": option or None, "title": label, **self.counted(sum(levels.values())), "levels": levels})
        return found

    def principles(self, agencies: Sequence[t.AgencySums]) -> list[t.PrincipleSums]:
        titles = {tag.id: self.say(tag.title) for tag in self.q.principles}
        return [{"id": item["id"], "title": titles[item["id"]], **item} for item in together(agencies)["principles"]]

    def agency(self, sums: AgencySums) -> t.AgencySums:
        measured = [(tag.id, sums.shares[place]) for tag, place in self.places]
        return {
            "systems": sums.systems,
            "levels": by_result(0, self.q.rank, sums.results),
            "verdicts": by_result(1, VERDICTS, sums.results),
            "overdue": sums.overdue,
            "principles": [shares(name, of.systems, of.tenths, of.lowest) for name, of in measured],
        }

    def critical(self) -> t.CriticalFindings:
        counts = self.group.critical
        found: list[t.FindingSums] = [
            {
                "question": question.id,
                "finding": finding.id,
                "ref": question.ref,
                "text": self.say(finding.text),
                **self.counted(counts[name]),
            }
            for question in self.q.questions
            for finding in question.findings
            if (name := f"{question.id}.{finding.id}") in counts
        ]
        found.sort(key=lambda item: -item["systems"])
        return {**self.counted(counts.get("", 0)), "findings": found}

    def listed(self, name: t.ListName) -> list[t.ListedSystem]:
        return [
            {
                "system": item.system or None,
                "agency": item.agency or None,
                "level": item.level,
                "level_title": self.title_of(item.level),
                "status": item.status,
                "completed_on": item.completed or None,
                "due": item.due or None,
                "critical_findings": item.critical_findings,
                "missing": item.missing,
            }
            for _, _, item in self.group.lists.get(name, First()).entries
        ]


def at_work_of(q: Questionnaire, group: Group) -> AtWork:
    ministries = group.ministries.listed()
    all_ = ministry_data([*ministries, group.ministries.rest])
    told: AtWork = {
        "officers": _numbers(group.officers),
        "hours_per_officer": _numbers(group.hours),
        "hours_a_week": {
            **all_["hours_a_week"],
            "plausible": all_["hours_a_week"]["total"] <= MOST_OFFICERS * MOST_HOURS,
        },
        "implausible": {
            "systems": all_["implausible"],
            "most_officers": MOST_OFFICERS,
            "most_hours": MOST_HOURS,
            "listed": [_odd(item) for item in group.odd.entries],
        },
    }
    if {"ministry", "trained", "saving_time"} & q.subject.keys():
        shown = [sums for place, sums in enumerate(ministries) if place < MOST_LISTED or not sums.name]
        rest = [*(sums for sums in ministries if sums not in shown), group.ministries.rest]
        told["ministries"] = {
            "all": all_,
            "listed": [ministry_data([sums]) for sums in shown],
            "rest": ministry_data(rest) if any(sums.systems for sums in rest) else None,
        }
    return told


def _numbers(numbers: Numbers) -> NumbersData:
    median = numbers.median
    return {
        "systems": numbers.count,
        "median": None if median is None else plain_number(median),
        "total": plain_number(numbers.total),
        "median_rounded": numbers.rough,
    }


def _odd(item: Odd) -> OddSystem:
    told = (plain_number(Fraction(figure)) if figure else None for figure in item.figures)
    return {
        "system": item.system or None,
        "agency": item.agency or None,
        "ministry": item.ministry or None,
        "figures": dict(zip(FIGURES, told, strict=True)),
    }


def by_result(place: int, names: Iterable[Name], results: Mapping[str, int]) -> dict[Name, int]:
    """Return the number of systems by level (place 0), verdict (1) or status (2)."""
    return {name: sum(n for result, n in results.items() if result.split(" ")[place] == name) for name in names}
