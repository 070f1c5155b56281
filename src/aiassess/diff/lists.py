"""Findings, risks, what is missing, obligations, and who assessed: what came, went and changed."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aiassess.diff.matching import added_and_removed, direction, effect
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.questionnaire import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aiassess.diff import types as t
    from aiassess.diff.steps import Steps, View
    from aiassess.report import types as r

_FINDING = ("severity", "text", "action", "actor")
MOST_COMPARED = 100_000
"""So many pairs of risks of one title are compared."""
_RISK = (*RISK_FIELDS, "inherent_rating", "rating")


def finding_changes(steps: Steps) -> t.Opened[t.FindingItem, t.FindingChange]:
    """Return the findings opened, closed and changed, each list in its action plan's order.

    The points that a fix would win are left out: any answer changes them for many findings.
    """

    def findings(view: View) -> list[r.FindingFacts]:
        return [
            {
                "id": item["id"],
                "question": item["question"],
                "ref": item["ref"],
                "severity": item["severity"],
                "text": item["text"],
                "action": item["action"],
                "actor": item["actor"],
                "actor_title": item["actor_title"],
            }
            for item in view.report["findings"]
        ]

    found = steps.listed(findings, lambda item: item["id"], lambda item: [item.get(name) for name in _FINDING])
    return {
        "opened": [{**item, "because": whose} for item, whose in found.added],
        "closed": [{**item, "because": whose} for item, whose in found.removed],
        "changed": [_changed_finding(*item) for item in found.changed],
    }


def _changed_finding(old: r.FindingFacts, new: r.FindingFacts, whose: t.Whose) -> t.FindingChange:
    way = direction(*(-SEVERITIES.index(item["severity"]) for item in (old, new)))
    names = (*_FINDING, "actor_title") if old["actor"] != new["actor"] else _FINDING
    return {**new, "because": whose, "effect": effect(way, up_is_better=False), "changes": _fields(names, old, new)}


def _fields(names: Iterable[str], old: Mapping[str, object], new: Mapping[str, object]) -> list[t.Field]:
    """Return the fields that differ; None is said of one that isn't there."""
    return [
        {"field": name, "old": old.get(name), "new": new.get(name)} for name in names if old.get(name) != new.get(name)
    ]


def missing_changes(steps: Steps) -> t.Changes[t.MissingItem, t.MissingChange]:
    """Return the questions that became missing or unsure, that no longer are, and that went from one to the other."""

    def missing(view: View) -> list[t.Missing]:
        return [{**_question(item), "status": item["status"]} for item in view.report["missing"]]

    found = steps.listed(missing, lambda item: item["question"], lambda item: item["status"])
    return found.changes(
        lambda item, whose: {**item, "because": whose},
        lambda old, new, whose: {"question": new["question"], "because": whose, "old": old, "new": new},
    )


def contradiction_changes(steps: Steps) -> t.CameAndWent[t.ContradictionItem]:
    """Return the contradictions between answers that came and went."""

    def contradictions(view: View) -> list[r.ContradictionData]:
        return [{"id": item["id"], "text": item["text"]} for item in view.report["contradictions"]]

    found = steps.listed(contradictions, lambda item: item["id"])
    return found.came_and_went(lambda item, whose: {**item, "because": whose})


def question_changes(steps: Steps, name: Literal["unconfirmed", "unevidenced"]) -> t.CameAndWent[t.QuestionItem]:
    """Return the questions that came into one of the report's lists, and those that are no longer in it."""

    def questions(view: View) -> list[t.Question]:
        return [_question(item) for item in view.report[name]]

    found = steps.listed(questions, lambda item: item["question"])
    return found.came_and_went(lambda item, whose: {**item, "because": whose})


def _question(item: r.ListedData) -> t.Question:
    return {"question": item["question"], "ref": item["ref"], "section": item["section"], "text": item["text"]}


def obligation_changes(steps: Steps) -> t.CameAndWent[str]:
    """Return the obligations added and removed; order doesn't count."""
    added, removed = added_and_removed(steps.old.report["obligations"], steps.new.report["obligations"])
    return {"added": added, "removed": removed}


def about_changes(steps: Steps) -> list[t.Field]:
    """Return the fields of ``about``, and the version that was answered, that differ.

    That the new report revises the old one doesn't count.
    """
    old, new = (_about(view) for view in (steps.old, steps.new))
    names = {**new, **old}
    if new.get("revises") == steps.old.report["digest"]:
        del names["revises"]
    return _fields(names, old, new)


def _about(view: View) -> dict[str, object]:
    return {**view.report["about"], "answered_version": view.report["questionnaire"]["answered_version"]}


# Risks


@dataclass(frozen=True, slots=True)
class _Row:
    """A risk, its row in the report, and its place in the register of its question."""

    row: int
    place: int
    risk: r.RatedRiskData

    def same(self, *names: str) -> tuple[object, ...]:
        """Return what two risks have in common that are the same in these fields."""
        return self.risk["question"], *(self.risk.get(name) for name in names)


_Rows = list[_Row]
_Pairs = list[tuple[_Row, _Row]]


def risk_changes(steps: Steps) -> t.Opened[r.RatedRiskData, t.RiskChange]:
    """Return the risks opened, closed and changed, in the registers' order.

    Risks are the same if all that is said of them is; of the rest, those that share a title, the most alike first; of the
    rest, those in the same place of the register that are much alike.
    """
    same, old, new = _paired(_rows(steps.old), _rows(steps.new), lambda item: item.same(*RISK_FIELDS))
    by_title, old, new = _most_alike(old, new)
    by_place, old, new = _paired(old, new, lambda item: (*item.same(), item.place), _much_alike)
    pairs = sorted(same + by_title + by_place, key=lambda pair: pair[1].row)
    return {
        "opened": [item.risk for item in new],
        "closed": [item.risk for item in old],
        "changed": [change for one, other in pairs if (change := _changed_risk(one.risk, other.risk))["changes"]],
    }


def _rows(view: View) -> _Rows:
    places: Counter[str] = Counter()
    found = []
    for row, item in enumerate(view.report["risks"]):
        found.append(_Row(row, places[item["question"]], item))
        places[item["question"]] += 1
    return found


def _paired(
    old: _Rows,
    new: _Rows,
    key: Callable[[_Row], tuple[object, ...]],
    alike: Callable[[r.RatedRiskData, r.RatedRiskData], bool] = lambda *_: True,
) -> tuple[_Pairs, _Rows, _Rows]:
    """Return pairs of risks that have the same key and are alike, and what is left of both."""
    waiting: dict[tuple[object, ...], deque[_Row]] = {}
    for item in old:
        waiting.setdefault(key(item), deque()).append(item)
    pairs, left = [], []
    for item in new:
        same = waiting.get(key(item))
        if same and alike(same[0].risk, item.risk):
            pairs.append((same.popleft(), item))
        else:
            left.append(item)
    rest = [item for items in waiting.values() for item in items]
    return pairs, sorted(rest, key=lambda item: item.row), left


def _most_alike(old: _Rows, new: _Rows) -> tuple[_Pairs, _Rows, _Rows]:
    """Return pairs of risks of one title, and what is left of both.

    Whatever is said alike of two that are not paired, one of them is paired with one that is at least as much like it. Risks
    that share a title with too many to be compared with each other are paired in their order.
    """
    groups: dict[tuple[object, ...], tuple[_Rows, _Rows]] = {}
    for side, items in enumerate((old, new)):
        for item in items:
            groups.setdefault(item.same("title"), ([], []))[side].append(item)
    pairs: _Pairs = []
    for before, after in groups.values():
        if len(before) * len(after) > MOST_COMPARED:
            pairs += list(zip(before, after, strict=False))
            continue
        ranked = [
            (-_likeness(one.risk, other.risk), one.row, other.row, one, other) for one in before for other in after
        ]
        taken: tuple[set[int], set[int]] = (set(), set())
        for _, first, second, one, other in sorted(ranked, key=lambda rank: rank[:3]):
            if first not in taken[0] and second not in taken[1]:
                taken[0].add(first)
                taken[1].add(second)
                pairs.append((one, other))
    paired = [{pair[side].row for pair in pairs} for side in (0, 1)]
    rest = [[item for item in items if item.row not in rows] for items, rows in zip((old, new), paired, strict=True)]
    return pairs, rest[0], rest[1]


def _likeness(old: r.RatedRiskData, new: r.RatedRiskData) -> int:
    """Return how much of what is said of two risks is the same."""
    return sum(old.get(name) == new.get(name) for name in RISK_FIELDS)


def _much_alike(old: r.RatedRiskData, new: r.RatedRiskData) -> bool:
    """Return whether more than half of what is said of two risks, apart from their titles, is the same."""
    said = [name for name in RISK_FIELDS if name != "title" and (name in old or name in new)]
    same = [name for name in said if old.get(name) == new.get(name)]
    return 2 * len(same) > len(said)


def _changed_risk(old: r.RatedRiskData, new: r.RatedRiskData) -> t.RiskChange:
    way = direction(old["rating"], new["rating"])
    return {
        "question": new["question"],
        "title": new["title"],
        "direction": way,
        "effect": effect(way, up_is_better=False),
        "changes": _fields(_RISK, old, new),
    }
