"""Two JSON documents, one expected and one found: where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["value", "missing", "extra", "order"]

_NAMES = ("id", "question", "rule")
"""Keys by which the entries of a report's lists are told apart; a list where none of them does is compared by place."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where what was found is not what was expected.

    ``missing`` is not in what was found (``path`` is then its place in what was expected), ``extra`` only there;
    ``order``: the same entries, in another order. ``question``: the id of the question that the place belongs to.
    """

    kind: Kind
    path: str
    question: str | None = None
    expected: Any = None
    found: Any = None


def differences(expected: Any, found: Any, path: str = "", question: str | None = None) -> Iterator[Difference]:
    """Yield where two JSON documents differ, in the order of what was expected. The order of keys is no difference."""
    if isinstance(expected, dict) and isinstance(found, dict):
        named = found.get("question", expected.get("question"))
        yield from _of_objects(expected, found, path, named if isinstance(named, str) else question)
    elif isinstance(expected, list) and isinstance(found, list):
        names = next((names for name in _NAMES if (names := _names(name, expected, found))), None)
        if names is None:
            yield from _of_lists(expected, found, path, question)
        else:
            yield from _of_entries(names, expected, found, path, question)
    elif isinstance(expected, bool) != isinstance(found, bool) or expected != found:
        yield Difference("value", path, question, expected, found)


def _of_objects(expected: Any, found: Any, path: str, question: str | None) -> Iterator[Difference]:
    start = f"{path}." if path else ""
    for key, value in expected.items():
        if key in found:
            yield from differences(value, found[key], start + key, question)
        else:
            yield Difference("missing", start + key, question, expected=value)
    for key, value in found.items():
        if key not in expected:
            yield Difference("extra", start + key, question, found=value)


def _of_lists(expected: Any, found: Any, path: str, question: str | None) -> Iterator[Difference]:
    for place, (one, other) in enumerate(zip(expected, found, strict=False)):
        yield from differences(one, other, f"{path}[{place}]", question)
    for place, value in enumerate(expected[len(found) :], len(found)):
        yield Difference("missing", f"{path}[{place}]", question, expected=value)
    for place, value in enumerate(found[len(expected) :], len(expected)):
        yield Difference("extra", f"{path}[{place}]", question, found=value)


def _of_entries(
    names: tuple[list[Any], list[Any]], expected: Any, found: Any, path: str, question: str | None
) -> Iterator[Difference]:
    """Compare entries of the same name, and those at the same place that are alike but for their name."""
    wanted, given = names
    places = {name: place for place, name in enumerate(given)}
    known = set(wanted)
    renamed = {
        place
        for place, (name, other) in enumerate(zip(wanted, given, strict=False))
        if name not in places and other not in known and _alike(expected[place], found[place])
    }
    for place, (name, value) in enumerate(zip(wanted, expected, strict=True)):
        there = place if place in renamed else places.get(name)
        if there is None:
            yield Difference("missing", f"{path}[{place}]", value.get("question", question), expected=value)
        else:
            yield from differences(value, found[there], f"{path}[{there}]", question)
    for place, (name, value) in enumerate(zip(given, found, strict=True)):
        if name not in known and place not in renamed:
            yield Difference("extra", f"{path}[{place}]", value.get("question", question), found=value)
    in_order = [name for name in wanted if name in places]
    if in_order != [name for name in given if name in known]:
        yield Difference("order", path, expected=in_order, found=[name for name in given if name in known])


def _alike(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Return whether more than half of what was expected is there."""
    same = sum(key in found and bool(found[key] == value) for key, value in expected.items())
    return 2 * same > len(expected)


def _names(name: str, expected: list[Any], found: list[Any]) -> tuple[list[Any], list[Any]] | None:
    """Return the names of both lists' entries, where every entry is an object whose name stands once in its list."""
    if not all(isinstance(item, dict) for item in (*expected, *found)):
        return None
    wanted, given = ([item.get(name) for item in entries] for entries in (expected, found))
    if not all(item is None or isinstance(item, str) for item in (*wanted, *given)):
        return None
    unique = len(set(wanted)) == len(wanted) and len(set(given)) == len(given)
    return (wanted, given) if unique else None
