"""Level, verdict, status and scores: what they were, what they are, and whether that is better."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeVar

from aiassess.diff import types as t
from aiassess.diff.matching import keyed, step
from aiassess.diff.steps import Steps, View
from aiassess.figures import exact, plain_number
from aiassess.report import types as r
from aiassess.report.shares import percent_of
from aiassess.report.types import Report, part
from aiassess.scoring.result import STATUSES, VERDICTS

T = TypeVar("T")
S = TypeVar("S", r.ScoreData, r.TagScore | None)


def result_changes(steps: Steps, rank: Mapping[str, int]) -> t.ResultChanges:
    """Return what changed of the result; ``rank``: level id to its place, as far as it is known."""

    def each(pick: Callable[[r.ResultData], T]) -> tuple[T, T | None, T]:
        return steps.each(lambda view: pick(view.report["result"]))

    def level(pick: Callable[[r.ResultData], r.Named]) -> t.Step[r.Named] | None:
        return step(each(pick), lambda item: rank.get(item["id"]), up_is_better=False, same=lambda item: item["id"])

    def score(name: Literal["inherent", "controls", "residual"]) -> t.ScoreStep[r.ScoreData] | None:
        return score_step(each(lambda result: result[name]), up_is_better=name == "controls")

    def plain(pick: Callable[[r.ResultData], T]) -> t.Change[T] | None:
        old, _, new = each(pick)
        return None if old == new else {"old": old, "new": new}

    return {
        "level": level(lambda result: _level(result["level"], result["level_title"])),
        "verdict": step(each(lambda result: result["verdict"]), VERDICTS.index, up_is_better=False),
        "status": step(each(lambda result: result["status"]), STATUSES.index, up_is_better=False),
        "level_range": step(
            each(lambda result: [*map(_level, result["level_range"], result["level_range_titles"])]),
            lambda _: None,
            up_is_better=False,
            same=lambda levels: [level["id"] for level in levels],
        ),
        "level_settled": plain(lambda result: result["level_settled"]),
        "level_from": plain(lambda result: result["level_from"]),
        "inherent": score("inherent"),
        "controls": score("controls"),
        "residual": score("residual"),
        "credit": step(
            steps.each(_credit),
            lambda credit: credit["percent"],
            up_is_better=True,
            same=lambda credit: (credit["percent"], credit["blocked_by"]),
        ),
        "best_level_by_controls": level(
            lambda result: _level(result["best_level_by_controls"], result["best_level_by_controls_title"])
        ),
        "held_above_controls": plain(lambda result: result["held_above_controls"]),
        "reasons": steps.listed(
            lambda report: report["result"]["reasons"], "rule", "level", "decided", "certain"
        ).changes(t.ReasonItem, t.Reason),
        "undetermined_by": steps.listed(
            lambda report: report["result"]["undetermined_by"], "rule", "questions"
        ).changes(t.OpenRuleItem, r.OpenRuleData),
        "shortfalls": steps.listed(_shortfalls, "principle", "asked_percent", "reached_percent").changes(
            t.ShortfallItem, t.Shortfall
        ),
        "approval": plain(lambda result: result["approval"]),
        "reassess": plain(lambda result: result["reassess"]),
    }


def _shortfalls(report: Report) -> Iterable[t.Shortfall]:
    principles = keyed(report["dimensions"]["principles"], lambda item: item["id"])
    for item in report["result"]["shortfalls"]:
        tag = principles.get(item["principle"] or "")
        score = report["result"]["controls"] if item["principle"] is None else tag
        # Told apart from what is asked; in a report that was changed, as it states it.
        is_true = score and score["percent"] == item["reached_percent"]
        told = percent_of(score, [exact(item["asked_percent"])]) if score and is_true else None
        yield {
            "principle": item["principle"],
            "title": tag["title"] if tag else None,
            "asked_percent": item["asked_percent"],
            "reached_percent": item["reached_percent"],
            "reached_shown": told.removesuffix("%") if told else str(item["reached_percent"]),
        }


def _level(name: str, title: str) -> r.Named:
    return {"id": name, "title": title}


def _credit(view: View) -> t.Credit:
    credit = view.report["result"]["credit"]
    titles = {f"principle:{item['id']}": item["title"] for item in view.report["dimensions"]["principles"]}
    return {**credit, "blocked_titles": [titles.get(name) for name in credit["blocked_by"]]}


def dimension_changes(steps: Steps, name: Literal["principles", "actors"]) -> list[t.TagChange]:
    """Return the principles or actors whose share or answered questions changed, in the new report's order."""
    tags = steps.each(lambda view: keyed(view.report["dimensions"][name], lambda item: item["id"]))
    old, _, new = tags
    found: list[t.TagChange] = []
    for tag in {**new, **old}:
        first, middle, last = (part(r.TagScore, each[tag]) if each and tag in each else None for each in tags)
        change = score_step((first, middle, last), up_is_better=True)
        if change:
            found.append({"id": tag, "title": (new.get(tag) or old[tag])["title"], **change})
    return found


def section_changes(steps: Steps) -> list[t.SectionChange]:
    """Return the sections whose points or answered questions changed, in the new report's order."""
    old, new = (keyed(view.report["sections"], lambda item: item["id"]) for view in (steps.old, steps.new))
    found: list[t.SectionChange] = []
    for name in {**new, **old}:
        before, after = (part(r.SectionCounts, each[name]) if name in each else None for each in (old, new))
        if before != after:
            found.append({"id": name, "title": (new.get(name) or old[name])["title"], "old": before, "new": after})
    return found


def score_step(values: tuple[S, S | None, S], *, up_is_better: bool) -> t.ScoreStep[S] | None:
    """Return a change of a score as data, with the questionnaire's and the answers' share of it in percent."""
    change = step(values, _share_place, up_is_better=up_is_better)
    return None if change is None else {**change, "shares": _shares(*values)}


def _share_place(score: r.ScoreData | None) -> tuple[float, Fraction] | None:
    """Return a score's place by its percent, then by its exact share; None if nothing is measured."""
    if score is None or score["percent"] is None:
        return None
    return score["percent"], Fraction(score["points"], score["maximum"] or 1)


def _shares(*scores: r.ScoreData | None) -> t.Shares | None:
    """Return how far each step goes; both add up to the whole change, because they are taken of the percents as shown."""
    percents = [exact(score["percent"]) for score in scores if score is not None and score["percent"] is not None]
    if len(percents) < len(scores):
        return None
    first, middle, last = percents
    return {"questionnaire": plain_number(middle - first), "answers": plain_number(last - middle)}
