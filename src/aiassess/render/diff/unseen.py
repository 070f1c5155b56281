"""Added items that look the same as removed ones: how they differ, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from aiassess.alike import letters
from aiassess.render.diff.words import DiffWords
from aiassess.render.outline import Fact, Item, Section, raw

T = TypeVar("T")


def told_apart(w: DiffWords, sections: Iterable[Section]) -> list[Section]:
    """Return the sections; each added item that looks the same as a removed one says how it differs."""
    found = list(sections)
    went = _went(item for section in found for item in _items(section))
    return [_apart(w, section, went) for section in found]


def _items(section: Section) -> Iterator[Item]:
    for block in section.body:
        if isinstance(block, Section):
            yield from _items(block)
        elif isinstance(block, Item):
            yield block


def _went(items: Iterable[Fact | Item]) -> dict[str, str]:
    texts = [raw(item.text, "screen") for item in items if isinstance(item, Item) and item.sign == "-"]
    return {letters(text): text for text in texts}


def _apart(w: DiffWords, block: T, went: Mapping[str, str]) -> T:
    if isinstance(block, Section):
        return replace(block, body=[_apart(w, inner, went) for inner in block.body])
    if not isinstance(block, Item):
        return block
    lost = _went(block.inner)
    inner = [_apart(w, one, lost) for one in block.inner] if lost else block.inner
    unseen = ""
    if went and block.sign == "+":
        text = raw(block.text, "screen")
        unseen = w.unseen(went.get(letters(text), text), text)
    if not unseen and not lost:
        return block  # nearly all of them, and there may be hundreds of thousands
    return replace(block, text=(block.text, unseen) if unseen else block.text, inner=inner)
