"""What belongs together in two reports, and which way a change goes."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from aiassess.diff.types import AddedRemoved, Direction, Effect, Field, Step, Whose

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Place = TypeVar("Place", float, Fraction, tuple[float, Fraction])


def keyed(items: Iterable[T], key: Callable[[T], K]) -> dict[K, T]:
    """Return items by their keys. Of items with the same key, which no report of ours has, the first is kept."""
    found: dict[K, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return found


def merged(first: Iterable[str], second: Sequence[str]) -> list[str]:
    """Return the names of both in the second's order; a name that only the first has comes after its predecessor there."""
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


def added_removed(
    old: Collection[T], new: Collection[T], key: Callable[[T], Hashable] = lambda item: item
) -> AddedRemoved[T]:
    """Return what only the new and what only the old has, each in its order; order alone doesn't count."""
    return {"added": _beyond(new, old, key), "removed": _beyond(old, new, key)}


def _beyond(items: Iterable[T], others: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    left = Counter(map(key, others))
    found = []
    for item in items:
        if left[key(item)]:
            left[key(item)] -= 1
        else:
            found.append(item)
    return found


def because(old: object, rescored: object, new: object) -> Whose:
    """Return whose change it is, judging by the value once the old answers are scored with the new questionnaire."""
    if rescored == old:
        return "answers"
    return "questionnaire" if rescored == new else "both"


def direction(old: Place | None, new: Place | None) -> Direction:
    """Return whether a value went up, went down or stayed; None if that is not known."""
    if old is None or new is None:
        return None
    return "same" if old == new else "up" if new > old else "down"


def effect(way: Direction, *, up_is_better: bool) -> Effect:
    """Return whether a direction is better or worse for the people concerned."""
    if way is None or way == "same":
        return way
    return "better" if (way == "up") == up_is_better else "worse"


def fields_changed(names: Iterable[str], old: Mapping[str, object], new: Mapping[str, object]) -> list[Field]:
    """Return the fields that differ, None for one that isn't there."""
    return [
        {"field": name, "old": old.get(name), "new": new.get(name)} for name in names if old.get(name) != new.get(name)
    ]


def step(
    values: tuple[T, T | None, T],
    place: Callable[[T], Place | None],
    *,
    up_is_better: bool,
    same: Callable[[T], object] = lambda value: value,
) -> Step[T] | None:
    """Return a change of one value, or None if there is none.

    ``values``: old, rescored (None: not done) and new. ``place``: what sorts them. ``same``: what makes two of them equal.
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
