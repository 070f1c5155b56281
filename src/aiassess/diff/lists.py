"""Findings, risks, what is missing, obligations, and who assessed: what came, went and changed."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Any

from aiassess.answers.formats import RISK_FIELDS
from aiassess.diff.matching import added_and_removed, direction, effect
from aiassess.diff.result import listed
from aiassess.model.questionnaire import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiassess.diff.steps import Steps, View

_FINDING = ("severity", "text", "action", "actor")
MOST_COMPARED = 100_000
"""So many pairs of risks of one title are compared."""
_RISK = (*RISK_FIELDS, "inherent_rating", "rating")


def finding_changes(steps: Steps) -> dict[str, list[dict[str, Any]]]:
    """Return the findings opened, closed and changed, each list in its action plan's order.

    How many points a fix would win is no part of the comparison: any answer changes it for many findings.
    """
    found = listed(steps, _findings, "id", _FINDING)
    return {
        "opened": found["added"],
        "closed": found["removed"],
        "changed": [_changed_finding(item) for item in found["changed"]],
    }


def _findings(view: View) -> list[dict[str, Any]]:
    names = ("id", "question", "ref", "severity", "text", "action", "actor", "actor_title")
    return [{name: item[name] for name in names} for item in view.report["findings"]]


def _changed_finding(change: dict[str, Any]) -> dict[str, Any]:
    old, new = change["old"], change["new"]
    way = direction(*(-SEVERITIES.index(item["severity"]) for item in (old, new)))
    return {
        **new,
        "because": change["because"],
        "effect": effect(way, up_is_better=False),
        "changes": [
            {"field": name, "old": old[name], "new": new[name]}
            for name in (*_FINDING, "actor_title")
            if old[name] != new[name] and (name != "actor_title" or old["actor"] != new["actor"])
        ],
    }


def missing_changes(steps: Steps) -> dict[str, list[dict[str, Any]]]:
    """Return the questions that became missing or unsure, that no longer are, and that went from one to the other."""
    return listed(steps, _missing, "question", ("status",))


def _missing(view: View) -> list[dict[str, Any]]:
    names = ("question", "ref", "section", "text", "status")
    return [{name: item[name] for name in names} for item in view.report["missing"]]


def contradiction_changes(steps: Steps) -> dict[str, list[dict[str, Any]]]:
    """Return the contradictions between answers that came and went."""
    found = listed(steps, lambda view: view.report["contradictions"], "id", ())
    return {name: found[name] for name in ("added", "removed")}


def question_changes(steps: Steps, name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the questions that came into one of the report's lists, and those that are no longer in it."""

    def items(view: View) -> list[dict[str, Any]]:
        named = ("question", "ref", "section", "text")
        return [{key: item[key] for key in named} for item in view.report[name]]

    found = listed(steps, items, "question", ())
    return {way: found[way] for way in ("added", "removed")}


def obligation_changes(steps: Steps) -> dict[str, list[str]]:
    """Return the obligations added and removed; order alone is no difference."""
    added, removed = added_and_removed(steps.old.report["obligations"], steps.new.report["obligations"])
    return {"added": added, "removed": removed}


def about_changes(steps: Steps) -> list[dict[str, Any]]:
    """Return the fields of ``about``, and the version that was answered, that differ.

    That the new report revises the old one is no difference between them.
    """
    old, new = (_about(view) for view in (steps.old, steps.new))
    return [
        {"field": name, "old": old.get(name), "new": new.get(name)}
        for name in {**new, **old}
        if old.get(name) != new.get(name) and not (name == "revises" and new.get(name) == steps.old.report["digest"])
    ]


def _about(view: View) -> dict[str, Any]:
    return {**view.report["about"], "answered_version": view.report["questionnaire"]["answered_version"]}


# Risks


def risk_changes(steps: Steps) -> dict[str, list[dict[str, Any]]]:
    """Return the risks opened, closed and changed, in the registers' order.

    Risks are the same if all that is said of them is; of the rest, those that share a title, the most alike first; of the
    rest, those in the same place of the register that are much alike.
    """
    same, old, new = _paired(_risks(steps.old), _risks(steps.new), ("question", *RISK_FIELDS))
    by_title, old, new = _most_alike(old, new)
    by_place, old, new = _paired(old, new, ("question", "place"), _much_alike)
    pairs = sorted(same + by_title + by_place, key=lambda pair: int(pair[1]["row"]))
    return {
        "opened": [_bare(item) for item in new],
        "closed": [_bare(item) for item in old],
        "changed": [change for pair in pairs if (change := _changed_risk(*pair))["changes"]],
    }


def _risks(view: View) -> list[dict[str, Any]]:
    """Return the risks with their row in the report and their place in the register of their question."""
    places: Counter[str] = Counter()
    found = []
    for row, item in enumerate(view.report["risks"]):
        found.append({**item, "row": row, "place": places[item["question"]]})
        places[item["question"]] += 1
    return found


def _paired(
    old: list[Any], new: list[Any], names: tuple[str, ...], alike: Callable[[Any, Any], bool] = lambda *_: True
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Return pairs of risks that have the same in these fields and are alike, and what is left of both."""
    waiting: dict[tuple[Any, ...], deque[Any]] = {}
    for item in old:
        waiting.setdefault(tuple(item.get(name) for name in names), deque()).append(item)
    pairs, left = [], []
    for item in new:
        same = waiting.get(tuple(item.get(name) for name in names))
        if same and alike(same[0], item):
            pairs.append((same.popleft(), item))
        else:
            left.append(item)
    rest = [item for items in waiting.values() for item in items]
    return pairs, sorted(rest, key=lambda item: int(item["row"])), left


def _most_alike(old: list[Any], new: list[Any]) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Return pairs of risks of one title, and what is left of both.

    Whatever is said alike of two that are not paired, one of them is paired with one that is at least as much like it. Where
    a title has too many risks to be compared with each other they are paired in their order.
    """
    groups: dict[tuple[Any, ...], tuple[list[Any], list[Any]]] = {}
    for side, items in enumerate((old, new)):
        for item in items:
            groups.setdefault((item["question"], item["title"]), ([], []))[side].append(item)
    pairs = []
    for before, after in groups.values():
        if len(before) * len(after) > MOST_COMPARED:
            pairs += list(zip(before, after, strict=False))
            continue
        ranked = [(-_likeness(one, other), one["row"], other["row"], one, other) for one in before for other in after]
        taken: tuple[set[int], set[int]] = (set(), set())
        for _, first, second, one, other in sorted(ranked, key=lambda rank: rank[:3]):
            if first not in taken[0] and second not in taken[1]:
                taken[0].add(first)
                taken[1].add(second)
                pairs.append((one, other))
    paired = [{pair[side]["row"] for pair in pairs} for side in (0, 1)]
    rest = [[item for item in items if item["row"] not in rows] for items, rows in zip((old, new), paired, strict=True)]
    return pairs, rest[0], rest[1]


def _likeness(old: dict[str, Any], new: dict[str, Any]) -> int:
    """Return how much of what is said of two risks is the same."""
    return sum(old.get(name) == new.get(name) for name in RISK_FIELDS)


def _much_alike(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Return whether more than half of what is said of two risks, besides their titles, is the same."""
    said = [name for name in RISK_FIELDS if name != "title" and (name in old or name in new)]
    same = [name for name in said if old.get(name) == new.get(name)]
    return 2 * len(same) > len(said)


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in ("row", "place")}


def _changed_risk(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    way = direction(old["rating"], new["rating"])
    return {
        "question": new["question"],
        "title": new["title"],
        "direction": way,
        "effect": effect(way, up_is_better=False),
        "changes": [
            {"field": name, "old": old.get(name), "new": new.get(name)}
            for name in _RISK
            if old.get(name) != new.get(name)
        ],
    }
