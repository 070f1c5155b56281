"""What belongs together in two reports, and which way a change goes."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Place = Any
"""Something that sorts; None where it is not known how a value compares."""


def keyed(items: Iterable[dict[str, Any]], name: str) -> dict[Any, dict[str, Any]]:
    """Return items by the value of a field; of several with the same the first, for reports of ours hold only one."""
    found: dict[Any, dict[str, Any]] = {}
    for item in items:
        found.setdefault(item[name], item)
    return found


def merged(first: Iterable[str], second: Sequence[str]) -> list[str]:
    """Return the names of both in the second's order; what the first alone has stands after what it follows there."""
    known = set(second)
    after: dict[str | None, list[str]] = {}
    anchor = None
    for name in dict.fromkeys(first):
        if name in known:
            anchor = name
        else:
            after.setdefault(anchor, []).append(name)
    found = after.get(None, [])
    for name in dict.fromkeys(second):
        found.append(name)
        found += after.get(name, [])
    return found


def added_and_removed(old: Iterable[Any], new: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return what only the new and what only the old has, each in its order; order alone is no difference."""
    before, after = list(old), list(new)
    return _beyond(after, before), _beyond(before, after)


def _beyond(items: list[Any], others: list[Any]) -> list[Any]:
    left = Counter(others)
    found = []
    for item in items:
        if left[item]:
            left[item] -= 1
        else:
            found.append(item)
    return found


def because(old: object, rescored: object, new: object) -> str:
    """Return whose change it is, from the value after the old answers were scored with the new questionnaire."""
    if rescored == old:
        return "answers"
    return "questionnaire" if rescored == new else "both"


def direction(old: Place, new: Place) -> str | None:
    """Return whether a value went up or down or did neither; None where that is not known."""
    if old is None or new is None:
        return None
    return "same" if old == new else "up" if new > old else "down"


def effect(way: str | None, *, up_is_better: bool) -> str | None:
    """Return whether a direction is better or worse for the people concerned."""
    if way is None or way == "same":
        return way
    return "better" if (way == "up") == up_is_better else "worse"


def share_place(score: dict[str, Any] | None) -> tuple[float, Fraction] | None:
    """Return a score's place by its percent, then by its exact share; None where nothing is measured."""
    if score is None or score["percent"] is None:
        return None
    return score["percent"], Fraction(score["points"], score["maximum"] or 1)


def step(
    values: tuple[Any, Any, Any],
    place: Callable[[Any], Place],
    *,
    up_is_better: bool,
    same: Callable[[Any], Any] = lambda value: value,
) -> dict[str, Any] | None:
    """Return a change of one value as data, or None where there is none.

    ``values``: old, rescored (None where that was not done) and new; ``same`` picks what makes two values equal.
    """
    old, rescored, new = values
    if same(old) == same(new) and (rescored is None or same(rescored) == same(old)):
        return None
    way = direction(place(old), place(new))
    return {
        "old": old,
        "rescored": rescored,
        "new": new,
        "direction": way,
        "effect": effect(way, up_is_better=up_is_better),
    }
