"""Risks that were opened, closed and changed, though nothing but what is said of them tells them apart."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiassess.diff import types as t
from aiassess.diff.matching import direction, effect, fields_changed
from aiassess.diff.steps import Steps, View
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.report.types import RatedRiskData

MOST_COMPARED = 100_000
"""The most pairs of risks of one title that are compared."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A risk, its row in the report, and its place in the register of its question."""

    row: int
    place: int
    risk: RatedRiskData

    def key(self, *names: str) -> tuple[object, ...]:
        """Return what two risks have in common that are the same in these fields."""
        return self.risk["question"], *(self.risk.get(name) for name in names)


_Rows = list[_Row]
_Pairs = list[tuple[_Row, _Row]]


def risk_changes(steps: Steps) -> t.Opened[RatedRiskData, t.RiskChange]:
    """Return the risks opened, closed and changed, in the registers' order.

    Risks are the same if all that is said of them is; of the rest, those that share a title, the most alike first; of the
    rest, those in the same place of the register that are much alike.
    """
    old, new = _rows(steps.old), _rows(steps.new)
    pairs: _Pairs = []
    ways: list[tuple[Callable[[_Row], tuple[object, ...]], Callable[[_Rows, _Rows], _Pairs]]] = [
        (lambda item: item.key(*RISK_FIELDS), _in_order),
        (lambda item: item.key("title"), _most_alike),
        (lambda item: (*item.key(), item.place), _much_alike),
    ]
    for key, match in ways:
        groups: dict[tuple[object, ...], tuple[_Rows, _Rows]] = {}
        for side, items in enumerate((old, new)):
            for item in items:
                groups.setdefault(key(item), ([], []))[side].append(item)
        found = [pair for before, after in groups.values() for pair in match(before, after)]
        matched = [{pair[side].row for pair in found} for side in (0, 1)]
        old, new = ([i for i in items if i.row not in rows] for items, rows in zip((old, new), matched, strict=True))
        pairs += found
    pairs.sort(key=lambda pair: pair[1].row)
    return {
        "opened": [item.risk for item in new],
        "closed": [item.risk for item in old],
        "changed": [change for one, other in pairs if (change := _change(one.risk, other.risk))["changes"]],
    }


def _rows(view: View) -> _Rows:
    places: Counter[str] = Counter()
    found = []
    for row, item in enumerate(view.report["risks"]):
        found.append(_Row(row, places[item["question"]], item))
        places[item["question"]] += 1
    return found


def _in_order(old: _Rows, new: _Rows) -> _Pairs:
    return list(zip(old, new, strict=False))


def _most_alike(old: _Rows, new: _Rows) -> _Pairs:
    """Return pairs such that of two risks that are not paired, one is paired with one at least as much like it.

    Too many to be compared with each other are paired in their order.
    """
    if len(old) * len(new) > MOST_COMPARED:
        return _in_order(old, new)
    ranked = [(-_likeness(one, other), one.row, other.row, one, other) for one in old for other in new]
    pairs: _Pairs = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, first, second, one, other in sorted(ranked, key=lambda rank: rank[:3]):
        if first not in taken[0] and second not in taken[1]:
            taken[0].add(first)
            taken[1].add(second)
            pairs.append((one, other))
    return pairs


def _likeness(old: _Row, new: _Row, names: Sequence[str] = RISK_FIELDS) -> int:
    return sum(old.risk.get(name) == new.risk.get(name) for name in names)


def _much_alike(old: _Rows, new: _Rows) -> _Pairs:
    """Return the pairs of which more than half of what is said, apart from the titles, is the same."""
    pairs = []
    for one, other in _in_order(old, new):
        said = [name for name in RISK_FIELDS if name != "title" and (name in one.risk or name in other.risk)]
        if 2 * _likeness(one, other, said) > len(said):
            pairs.append((one, other))
    return pairs


def _change(old: RatedRiskData, new: RatedRiskData) -> t.RiskChange:
    way = direction(old["rating"], new["rating"])
    return {
        "question": new["question"],
        "title": new["title"],
        "direction": way,
        "effect": effect(way, up_is_better=False),
        "changes": fields_changed((*RISK_FIELDS, "inherent_rating", "rating"), old, new),
    }
