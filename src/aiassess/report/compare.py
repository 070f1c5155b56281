"""Where two JSON documents differ, one expected and one found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "missing", "extra", "order"]
Object = dict[str, object]
Entries = dict[str | None, Object]
"""The entries of a list by their names."""

_NAMES = ("id", "question", "rule")
"""Keys that tell the entries of a report's lists apart; a list in which none of them does is compared by place."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where something other than the expected was found.

    ``missing`` is not in what was found (``path`` is then its place in what was expected), ``extra`` only there;
    ``order``: the same entries, in another order. ``question``: the id of the question that the place belongs to.
    """

    kind: Kind
    path: str
    question: str | None = None
    expected: object = None
    found: object = None


def differences(expected: object, found: object, path: str = "", question: str | None = None) -> Iterator[Difference]:
    """Yield where two JSON documents differ, in the order of what was expected. The order of keys does not matter."""
    if isinstance(expected, dict) and isinstance(found, dict):
        yield from _of_objects(expected, found, path, _question(found, _question(expected, question)))
    elif isinstance(expected, list) and isinstance(found, list):
        for name in _NAMES:
            wanted, given = _entries(expected, name), _entries(found, name)
            if wanted is not None and given is not None:
                yield from _of_entries(wanted, given, path, question)
                return
        yield from _of_lists(expected, found, path, question)
    elif isinstance(expected, bool) != isinstance(found, bool) or expected != found:
        yield Difference("value", path, question, expected, found)


def _of_objects(expected: Object, found: Object, path: str, question: str | None) -> Iterator[Difference]:
    start = f"{path}." if path else ""
    for key, value in expected.items():
        if key in found:
            yield from differences(value, found[key], start + key, question)
        else:
            yield Difference("missing", start + key, question, expected=value)
    for key, value in found.items():
        if key not in expected:
            yield Difference("extra", start + key, question, found=value)


def _of_lists(expected: list[object], found: list[object], path: str, question: str | None) -> Iterator[Difference]:
    for place, (one, other) in enumerate(zip(expected, found, strict=False)):
        yield from differences(one, other, f"{path}[{place}]", question)
    for place, value in enumerate(expected[len(found) :], len(found)):
        yield Difference("missing", f"{path}[{place}]", question, expected=value)
    for place, value in enumerate(found[len(expected) :], len(expected)):
        yield Difference("extra", f"{path}[{place}]", question, found=value)


def _of_entries(expected: Entries, found: Entries, path: str, question: str | None) -> Iterator[Difference]:
    """Compare entries of the same name, and those at the same place that differ only in their name."""
    places = {name: place for place, name in enumerate(found)}
    by_place = list(found.values())
    renamed = {
        place
        for place, (name, other) in enumerate(zip(expected, found, strict=False))
        if name not in found and other not in expected and _alike(expected[name], found[other])
    }
    for place, (name, value) in enumerate(expected.items()):
        there = place if place in renamed else places.get(name)
        if there is None:
            yield Difference("missing", f"{path}[{place}]", _question(value, question), expected=value)
        else:
            yield from differences(value, by_place[there], f"{path}[{there}]", question)
    for place, (name, value) in enumerate(found.items()):
        if name not in expected and place not in renamed:
            yield Difference("extra", f"{path}[{place}]", _question(value, question), found=value)
    orders = [name for name in expected if name in found], [name for name in found if name in expected]
    if orders[0] != orders[1]:
        yield Difference("order", path, expected=orders[0], found=orders[1])


def _question(item: Object, otherwise: str | None) -> str | None:
    named = item.get("question")
    return named if isinstance(named, str) else otherwise


def _alike(expected: Object, found: Object) -> bool:
    """Return whether more than half of what was expected is there."""
    same = sum(key in found and found[key] == value for key, value in expected.items())
    return 2 * same > len(expected)


def _entries(items: list[object], name: str) -> Entries | None:
    """Return a list's entries by their names, one of which may be None; None if they are not all objects of different names."""
    found: Entries = {}
    for item in items:
        if not isinstance(item, dict):
            return None
        named = item.get(name)
        if not (named is None or isinstance(named, str)) or named in found:
            return None
        found[named] = item
    return found
