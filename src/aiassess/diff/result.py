"""Level, verdict, status and scores: what they were, what they are, and whether that is better."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from aiassess.diff.matching import because, keyed, share_place, step
from aiassess.figures import exact
from aiassess.report.shares import percent_of
from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aiassess.diff.steps import Steps, View

    Report = Any

STATUSES = ("complete", "incomplete", "undetermined")
"""From the best to the worst."""


def result_changes(steps: Steps, rank: Mapping[str, int]) -> dict[str, Any]:
    """Return what changed of the result; ``rank``: level id to its place, as far as it is known."""

    def level(name: str) -> dict[str, Any] | None:
        def pick(view: View) -> dict[str, str]:
            result = view.report["result"]
            return {"id": result[name], "title": result[f"{name}_title"]}

        return step(steps.each(pick), lambda item: rank.get(item["id"]), up_is_better=False, same=_id)

    def word(name: str, order: tuple[str, ...]) -> dict[str, Any] | None:
        return step(steps.each(lambda view: view.report["result"][name]), order.index, up_is_better=False)

    return {
        "level": level("level"),
        "verdict": word("verdict", VERDICTS),
        "status": word("status", STATUSES),
        "level_range": step(steps.each(_range), _unknown, up_is_better=False, same=_ids),
        "level_settled": _plain(steps, "level_settled"),
        "level_from": _plain(steps, "level_from"),
        **{
            name: score_step(
                steps.each(lambda view, name=name: view.report["result"][name]),  # type: ignore[misc]
                up_is_better=name == "controls",
            )
            for name in ("inherent", "controls", "residual")
        },
        "credit": step(steps.each(_credit), lambda credit: credit["percent"], up_is_better=True, same=_by_ids),
        "best_level_by_controls": level("best_level_by_controls"),
        "held_above_controls": _plain(steps, "held_above_controls"),
        "reasons": listed(steps, _reasons, "rule", ("level", "decided")),
        "undetermined_by": listed(steps, lambda view: view.report["result"]["undetermined_by"], "rule", ("questions",)),
        "shortfalls": listed(steps, _shortfalls, "principle", ("asked_percent", "reached_percent")),
        "approval": _plain(steps, "approval"),
        "reassess": _plain(steps, "reassess"),
    }


def dimension_changes(steps: Steps, name: str) -> list[dict[str, Any]]:
    """Return the principles or actors of which share or answered questions changed, in the new report's order."""
    views = steps.each(lambda view: keyed(view.report["dimensions"][name], "id"))
    found = []
    for tag in dict.fromkeys([*views[2], *views[0]]):
        old, rescored, new = (_without_names(view.get(tag)) if view is not None else None for view in views)
        item = views[2].get(tag) or views[0][tag]
        change = score_step((old, rescored, new), up_is_better=True)
        if change:
            found.append({"id": tag, "title": item["title"], **change})
    return found


def section_changes(steps: Steps) -> list[dict[str, Any]]:
    """Return the sections of which points or answered questions changed, in the new report's order."""
    old, new = (keyed(view.report["sections"], "id") for view in (steps.old, steps.new))
    pairs = [(name, _without_names(old.get(name)), _without_names(new.get(name))) for name in {**new, **old}]
    return [
        {"id": name, "title": (new.get(name) or old[name])["title"], "old": before, "new": after}
        for name, before, after in pairs
        if before != after
    ]


def score_step(values: tuple[Any, Any, Any], *, up_is_better: bool) -> dict[str, Any] | None:
    """Return a change of a score as data, with the questionnaire's and the answers' share of it in percent."""
    change = step(values, share_place, up_is_better=up_is_better)
    return None if change is None else {**change, "shares": _shares(*values)}


def _shares(old: Any, rescored: Any, new: Any) -> dict[str, float] | None:
    """Return how far each step goes; both add up to the whole change, because they are taken of the percents as shown."""
    percents = [None if score is None else score["percent"] for score in (old, rescored, new)]
    if None in percents:
        return None
    first, middle, last = (Decimal(repr(percent)) for percent in percents)
    return {"questionnaire": _plain_number(middle - first), "answers": _plain_number(last - middle)}


def _plain_number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def listed(
    steps: Steps, items: Callable[[View], Iterable[Any]], key: str, fields: tuple[str, ...]
) -> dict[str, list[dict[str, Any]]]:
    """Return which items came, went or changed in one of ``fields``, and whose change it is."""
    old, rescored, new = steps.each(lambda view: keyed(items(view), key))

    def values(item: Any) -> Any:
        return None if item is None else [item[name] for name in fields]

    def whose(name: Any) -> str | None:
        if rescored is None:
            return None
        return because(*(values(found.get(name)) for found in (old, rescored, new)))

    return {
        "added": [{**item, "because": whose(name)} for name, item in new.items() if name not in old],
        "removed": [{**item, "because": whose(name)} for name, item in old.items() if name not in new],
        "changed": [
            {key: name, "because": whose(name), "old": old[name], "new": item}
            for name, item in new.items()
            if name in old and values(old[name]) != values(item)
        ],
    }


def _plain(steps: Steps, name: str) -> dict[str, Any] | None:
    old, new = (view.report["result"][name] for view in (steps.old, steps.new))
    return None if old == new else {"old": old, "new": new}


def _range(view: View) -> list[dict[str, str]]:
    result = view.report["result"]
    pairs = zip(result["level_range"], result["level_range_titles"], strict=True)
    return [{"id": name, "title": title} for name, title in pairs]


def _credit(view: View) -> dict[str, Any]:
    credit = view.report["result"]["credit"]
    titles = {f"principle:{item['id']}": item["title"] for item in view.report["dimensions"]["principles"]}
    return {**credit, "blocked_titles": [titles.get(name) for name in credit["blocked_by"]]}


def _by_ids(credit: dict[str, Any]) -> Any:
    return credit["percent"], credit["blocked_by"]


def _reasons(view: View) -> list[dict[str, Any]]:
    return [
        {name: item[name] for name in ("rule", "level", "decided", "text")} for item in view.report["result"]["reasons"]
    ]


def _shortfalls(view: View) -> list[dict[str, Any]]:
    titles = {item["id"]: item["title"] for item in view.report["dimensions"]["principles"]}
    return [
        {
            "principle": item["principle"],
            "title": titles.get(item["principle"]),
            "asked_percent": item["asked_percent"],
            "reached_percent": item["reached_percent"],
            "reached_shown": _reached(view.report, item),
        }
        for item in view.report["result"]["shortfalls"]
    ]


def _reached(report: Report, item: dict[str, Any]) -> str:
    """Return the share that falls short, told apart from what is asked; in a report that was changed, as it states it."""
    principles = keyed(report["dimensions"]["principles"], "id")
    score = report["result"]["controls"] if item["principle"] is None else principles.get(item["principle"])
    told = percent_of(score, [exact(item["asked_percent"])]) if score else None
    if told is None or score is None or score["percent"] != item["reached_percent"]:
        return str(item["reached_percent"])
    return told.removesuffix("%")


def _without_names(item: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if item is None else {name: value for name, value in item.items() if name not in ("id", "title")}


def _id(item: dict[str, str]) -> str:
    return item["id"]


def _ids(items: list[dict[str, str]]) -> list[str]:
    return [item["id"] for item in items]


def _unknown(_: object) -> None:
    return None
