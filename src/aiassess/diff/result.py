"""Level, verdict, status and scores: what they were, what they are, and whether that is better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from aiassess.diff.matching import keyed, share_place, step
from aiassess.figures import exact, plain_number
from aiassess.report.shares import percent_of
from aiassess.scoring.result import STATUSES, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aiassess.diff import types as t
    from aiassess.diff.steps import Steps, View
    from aiassess.report import types as r
    from aiassess.report.types import Report

T = TypeVar("T")
S = TypeVar("S", "r.ScoreData", "t.TagScore | None")


def result_changes(steps: Steps, rank: Mapping[str, int]) -> t.ResultChanges:
    """Return what changed of the result; ``rank``: level id to its place, as far as it is known."""

    def level(pick: Callable[[View], t.Named]) -> t.Step[t.Named] | None:
        return step(
            steps.each(pick), lambda item: rank.get(item["id"]), up_is_better=False, same=lambda item: item["id"]
        )

    def score(name: Literal["inherent", "controls", "residual"]) -> t.ScoreStep[r.ScoreData] | None:
        values = steps.each(lambda view: view.report["result"][name])
        return score_step(values, up_is_better=name == "controls")

    def plain(pick: Callable[[View], T]) -> t.Change[T] | None:
        old, new = pick(steps.old), pick(steps.new)
        return None if old == new else {"old": old, "new": new}

    verdicts = steps.each(lambda view: view.report["result"]["verdict"])
    statuses = steps.each(lambda view: view.report["result"]["status"])
    return {
        "level": level(_level),
        "verdict": step(verdicts, VERDICTS.index, up_is_better=False),
        "status": step(statuses, STATUSES.index, up_is_better=False),
        "level_range": step(steps.each(_range), _unknown, up_is_better=False, same=_ids),
        "level_settled": plain(lambda view: view.report["result"]["level_settled"]),
        "level_from": plain(lambda view: view.report["result"]["level_from"]),
        "inherent": score("inherent"),
        "controls": score("controls"),
        "residual": score("residual"),
        "credit": step(steps.each(_credit), lambda credit: credit["percent"], up_is_better=True, same=_by_ids),
        "best_level_by_controls": level(_best_level),
        "held_above_controls": plain(lambda view: view.report["result"]["held_above_controls"]),
        "reasons": _reasons(steps),
        "undetermined_by": _open_rules(steps),
        "shortfalls": _shortfalls(steps),
        "approval": plain(lambda view: view.report["result"]["approval"]),
        "reassess": plain(lambda view: view.report["result"]["reassess"]),
    }


def dimension_changes(steps: Steps, name: Literal["principles", "actors"]) -> list[t.TagChange]:
    """Return the principles or actors of which share or answered questions changed, in the new report's order."""
    old, rescored, new = steps.each(lambda view: keyed(view.report["dimensions"][name], lambda item: item["id"]))
    found: list[t.TagChange] = []
    for tag in {**new, **old}:
        values = (
            _tag_score(old.get(tag)),
            _tag_score(rescored.get(tag)) if rescored else None,
            _tag_score(new.get(tag)),
        )
        change = score_step(values, up_is_better=True)
        if change:
            found.append({"id": tag, "title": (new.get(tag) or old[tag])["title"], **change})
    return found


def section_changes(steps: Steps) -> list[t.SectionChange]:
    """Return the sections of which points or answered questions changed, in the new report's order."""
    old, new = (keyed(view.report["sections"], lambda item: item["id"]) for view in (steps.old, steps.new))
    pairs = [(name, _section_counts(old.get(name)), _section_counts(new.get(name))) for name in {**new, **old}]
    return [
        {"id": name, "title": (new.get(name) or old[name])["title"], "old": before, "new": after}
        for name, before, after in pairs
        if before != after
    ]


def score_step(values: tuple[S, S | None, S], *, up_is_better: bool) -> t.ScoreStep[S] | None:
    """Return a change of a score as data, with the questionnaire's and the answers' share of it in percent."""
    change = step(values, share_place, up_is_better=up_is_better)
    return None if change is None else {**change, "shares": _shares(*values)}


def _shares(*scores: r.ScoreData | None) -> t.Shares | None:
    """Return how far each step goes; both add up to the whole change, because they are taken of the percents as shown."""
    percents = [exact(score["percent"]) for score in scores if score is not None and score["percent"] is not None]
    if len(percents) < len(scores):
        return None
    first, middle, last = percents
    return {"questionnaire": plain_number(middle - first), "answers": plain_number(last - middle)}


def _level(view: View) -> t.Named:
    result = view.report["result"]
    return {"id": result["level"], "title": result["level_title"]}


def _best_level(view: View) -> t.Named:
    result = view.report["result"]
    return {"id": result["best_level_by_controls"], "title": result["best_level_by_controls_title"]}


def _range(view: View) -> list[t.Named]:
    result = view.report["result"]
    pairs = zip(result["level_range"], result["level_range_titles"], strict=True)
    return [{"id": name, "title": title} for name, title in pairs]


def _credit(view: View) -> t.Credit:
    credit = view.report["result"]["credit"]
    titles = {f"principle:{item['id']}": item["title"] for item in view.report["dimensions"]["principles"]}
    blockers: list[str] = credit["blocked_by"]
    return {
        "percent": credit["percent"],
        "blocked_by": blockers,
        "blocked_titles": [titles.get(name) for name in blockers],
    }


def _reasons(steps: Steps) -> t.Changes[t.ReasonItem, t.ReasonChange]:
    def reasons(view: View) -> list[t.Reason]:
        return [
            {
                "rule": item["rule"],
                "level": item["level"],
                "decided": item["decided"],
                "certain": item["certain"],
                "text": item["text"],
            }
            for item in view.report["result"]["reasons"]
        ]

    found = steps.listed(
        reasons, lambda item: item["rule"], lambda item: (item["level"], item["decided"], item["certain"])
    )
    return found.changes(
        lambda item, whose: {**item, "because": whose},
        lambda old, new, whose: {"rule": new["rule"], "because": whose, "old": old, "new": new},
    )


def _open_rules(steps: Steps) -> t.Changes[t.OpenRuleItem, t.OpenRuleChange]:
    def rules(view: View) -> Iterable[r.OpenRuleData]:
        yield from view.report["result"]["undetermined_by"]

    found = steps.listed(rules, lambda item: item["rule"], lambda item: item["questions"])
    return found.changes(
        lambda item, whose: {**item, "because": whose},
        lambda old, new, whose: {"rule": new["rule"], "because": whose, "old": old, "new": new},
    )


def _shortfalls(steps: Steps) -> t.Changes[t.ShortfallItem, t.ShortfallChange]:
    found = steps.listed(
        _fallen_short, lambda item: item["principle"], lambda item: (item["asked_percent"], item["reached_percent"])
    )
    return found.changes(
        lambda item, whose: {**item, "because": whose},
        lambda old, new, whose: {"principle": new["principle"], "because": whose, "old": old, "new": new},
    )


def _fallen_short(view: View) -> list[t.Shortfall]:
    titles = {item["id"]: item["title"] for item in view.report["dimensions"]["principles"]}
    return [
        {
            "principle": item["principle"],
            "title": titles.get(item["principle"] or ""),
            "asked_percent": item["asked_percent"],
            "reached_percent": item["reached_percent"],
            "reached_shown": _reached(view.report, item),
        }
        for item in view.report["result"]["shortfalls"]
    ]


def _reached(report: Report, item: r.ShortfallData) -> str:
    """Return the share that falls short, told apart from what is asked; in a report that was changed, as it states it."""
    principles = keyed(report["dimensions"]["principles"], lambda tag: tag["id"])
    score = report["result"]["controls"] if item["principle"] is None else principles.get(item["principle"])
    told = percent_of(score, [exact(item["asked_percent"])]) if score else None
    if told is None or score is None or score["percent"] != item["reached_percent"]:
        return str(item["reached_percent"])
    return told.removesuffix("%")


def _tag_score(item: t.TagScore | None) -> t.TagScore | None:
    if item is None:
        return None
    score: r.ScoreData = {"points": item["points"], "maximum": item["maximum"], "percent": item["percent"]}
    return {**score, "answered": item["answered"], "applicable": item["applicable"]}


def _section_counts(item: t.SectionCounts | None) -> t.SectionCounts | None:
    if item is None:
        return None
    inherent, controls = item["inherent"], item["controls"]
    answered, applicable = item["answered"], item["applicable"]
    return {"answered": answered, "applicable": applicable, "inherent": inherent, "controls": controls}


def _ids(items: list[t.Named]) -> list[str]:
    return [item["id"] for item in items]


def _by_ids(credit: t.Credit) -> object:
    return credit["percent"], credit["blocked_by"]


def _unknown(_: object) -> float | None:
    return None
