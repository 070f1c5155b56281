"""What belongs together in two editions: by id, or by its text if the id was changed."""

from __future__ import annotations

from dataclasses import is_dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.levels import LocalText

_ALIKE = 0.6
"""Texts at least so similar (0 to 1) are taken for one."""
_MOST_WORDS, _MOST_COMPARED = 300, 10_000
"""Words of a text, and pairs of texts, that are compared for that; beyond that only equal texts are found."""


def main_text(thing: object) -> LocalText | None:
    """Return the text by which people know a part of a questionnaire."""
    names = ("text", "title", "label", "reason") if is_dataclass(thing) else ()
    return next((text for name in names if (text := getattr(thing, name, None)) is not None), None)


def similarities(old: LocalText, new: LocalText) -> list[float]:
    """Return how similar two texts are in each language that both have, from 0 to 1."""
    return [_ratio(old[lang], new[lang]) for lang in new if lang in old]


def _ratio(old: str, new: str) -> float:
    before, after = (text.casefold().split()[:_MOST_WORDS] for text in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def _texts(thing: object) -> Iterable[tuple[str, str]]:
    return (main_text(thing) or {}).items()


def _is_similar(old: Any, new: Any) -> bool:
    """Return whether two things with different ids look like one: a similar text, and the same points or kind."""
    if any(getattr(old, name, None) != getattr(new, name, None) for name in ("points", "kind")):
        return False
    return max(similarities(main_text(old) or {}, main_text(new) or {}), default=0) >= _ALIKE


class Pairing:
    """Pairs the parts of two editions, in bounded time; ``ids``: the new ids of what had another one."""

    def __init__(self) -> None:
        self.left = _MOST_COMPARED
        self.ids: dict[tuple[str, ...], str] = {}

    def of(self, kind: tuple[str, ...], old: Iterable[Any], new: Iterable[Any]) -> list[tuple[Any, Any]]:
        """Return what belongs together, by id or by its text, in the order of the new; what is gone comes last, beside None.

        ``kind``: what begins the keys of ``ids``, as ("question",) or, of its options, ("option", its new id).
        """
        before, after = {item.id: item for item in old}, {item.id: item for item in new}
        gone = {name: item for name, item in before.items() if name not in after}
        came = [item for name, item in after.items() if name not in before]

        def pair(item: Any, was: Any) -> None:
            before[item.id] = gone.pop(was.id)
            self.ids[*kind, was.id] = item.id

        by_text = {text: item for item in gone.values() for text in _texts(item)}
        for item in came:
            same = [by_text[text] for text in _texts(item) if text in by_text and by_text[text].id in gone]
            if same:
                pair(item, same[0])
        pairs = len(gone) * len(came)
        close = pairs <= self.left
        self.left -= pairs if close else 0
        for item in (item for item in came if close and item.id not in before):
            if similar := next((one for one in gone.values() if _is_similar(one, item)), None):
                pair(item, similar)
        return [*((before.get(name), item) for name, item in after.items()), *((item, None) for item in gone.values())]
