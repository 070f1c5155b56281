"""Which key does what, stated once: for the bindings, the key line, the list of keys in the help, and messages.

Every command has a key that plain ssh and the Windows console deliver beside its function key.
"""

from collections.abc import Mapping
from functools import cache
from itertools import zip_longest
from typing import Literal

from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.wrapping import Body, Line, cells
from aiassess.text import say

Command = Literal[
    "enter", "newline", "space", "up", "down", "first", "last", "next_field", "previous_field", "page_up", "page_down",
    "back", "help", "note", "unsure", "wait_for", "not_applicable", "language", "overview", "review", "skip", "editor",
    "preview", "undo", "redo", "clear", "clear_text", "add", "remove", "leave",
]  # fmt: skip

KEYS: Mapping[Command, tuple[str, ...]] = {
    "enter": ("enter",),
    "newline": ("c-j", "escape enter"),
    "space": ("space",),
    "up": ("up",),
    "down": ("down",),
    "first": ("home",),
    "last": ("end",),
    "next_field": ("tab",),
    "previous_field": ("s-tab",),
    "page_up": ("pageup", "c-p"),
    "page_down": ("pagedown", "c-f"),
    "back": ("escape", "c-b"),
    "help": ("f1", "?", "c-t"),
    "note": ("f2", "c-n"),
    "unsure": ("f3", "c-u"),
    "wait_for": ("f11", "c-w"),
    "not_applicable": ("f4", "c-x"),
    "language": ("f5", "c-l"),
    "overview": ("f6", "c-g"),
    "review": ("f7", "c-r"),
    "skip": ("f8", "c-s"),
    "editor": ("f9", "c-e"),
    "preview": ("f12", "c-o"),
    "undo": ("c-z", "c-_"),
    "redo": ("c-y",),
    "clear": ("delete", "c-k"),
    "clear_text": ("c-k",),
    "add": ("+",),
    "remove": ("-", "delete"),
    "leave": ("c-d", "c-c", "c-q", "f10"),
}
"""The keys of each command, as prompt_toolkit names them; a blank divides those pressed one after the other.

A character is a key only while there is no text that it could belong to, and Ctrl-W, which deletes a word, likewise.
"""

HINTS: Mapping[str, tuple[str, ...]] = {
    **dict[str, tuple[str, ...]](KEYS.items()),
    **dict.fromkeys(("enter_next", "enter_save", "enter_open", "enter_choose", "enter_go", "enter_on"), KEYS["enter"]),
    "give_up": KEYS["back"],
    "point": ("arrows", "1-9"),
    "ends": ("home/end",),
    "walk": ("arrows", "pageup/pagedown"),
    **dict.fromkeys(("digit", "digit_tick"), ("1-9",)),
    "close_keys": ("enter", "escape", "f1"),
    "tick": KEYS["space"],
    "fields": ("tab", "s-tab", "arrows"),
    "scroll": ("pageup/pagedown", "c-p/c-f"),
    "close": ("escape", "f6"),
    "close_review": ("escape", "f7"),
    "save": ("f2", "c-s"),
    "filter": ("A-Z",),
    "whom": ("tab", "s-tab"),
}
"""What a person is told: the keys of a command, or of several that mean one thing there. The first is in the key line."""

EVERYWHERE = (
    "enter", "back", "unsure", "wait_for", "not_applicable", "note", "language", "review", "preview", "overview", "skip",
    "undo", "redo", "leave", "help",
)  # fmt: skip
"""What can be done at every question."""

RARE = frozenset({
    "wait_for", "skip", "overview", "undo", "redo", "clear", "clear_text", "ends", "scroll", "fields", "remove",
})  # fmt: skip
"""What the key line does not say: the page of all keys does."""

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "question": ("unsure", "wait_for", "not_applicable", "note", "clear", "clear_text", "help"),
    "move": (
        "walk", "enter_go", "filter", "whom", "fields", "back", "give_up", "close", "close_review", "skip", "overview", "ends",
        "scroll",
    ),
    "interview": ("review", "preview", "language", "undo", "redo", "leave"),
}  # fmt: skip
"""Under which heading all keys are listed; any other under that of answering."""

_LABEL, _COLUMNS = 14, 76
"""Up to which width keys are in a column beside what they do, and from which width on there are two such columns."""

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "escape enter": "Alt-Enter",
    "space": "Space",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "s-tab": "Shift-Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
}


def labels(hint: str, glyphs: Glyphs) -> tuple[str, ...]:
    """Return the keys of a hint as they are written for a person."""
    signs = {"arrows": glyphs.arrows}
    return tuple("/".join(signs.get(key) or _name(key) for key in keys.split("/")) for keys in HINTS[hint])


def _name(key: str) -> str:
    if key.startswith("c-"):
        return f"Ctrl-{key[2:].upper()}"
    return _NAMES.get(key) or key.upper()


@cache
def key_names(glyphs: Glyphs) -> Mapping[str, str]:
    """Return the first key of each hint, for messages: ``{key[skip]}``."""
    return {hint: labels(hint, glyphs)[0] for hint in HINTS}


Told = Mapping[str, tuple[str, ...]]
"""Commands with their keys as they are written for a person."""


def list_keys(body: Body, lang: str, told: Told) -> None:
    """Add all keys that can be pressed, with what each does, by groups: in two columns if there is room for them."""
    elsewhere = {command for members in _GROUPS.values() for command in members}
    members = {"answer": told.keys() - elsewhere, **_GROUPS}
    groups = {name: {each: keys for each, keys in told.items() if each in of} for name, of in members.items()}
    if body.width < _COLUMNS:
        _add_groups(body, lang, groups)
        return
    half = body.width // 2 - 1
    columns = Body(half, body.glyphs), Body(half, body.glyphs)
    for column, names in zip(columns, (("answer", "move"), ("question", "interview")), strict=True):
        _add_groups(column, lang, {name: groups[name] for name in names})
    none: Line = []
    for left, right in zip_longest(columns[0].lines, columns[1].lines, fillvalue=none):
        gap = half + 2 - sum(cells(text) for _, text in left)
        body.raw([*left, ("", " " * gap), *right] if right else left)


def _add_groups(body: Body, lang: str, groups: Mapping[str, Told]) -> None:
    for name, told in groups.items():
        if not told:
            continue
        body.blank()
        body.add(say(lang, f"interview.do_{name}"), "heading")
        for command, labelled in told.items():
            keys, words = ", ".join(labelled), say(lang, f"keys.long_{command}")
            if cells(keys) <= _LABEL:
                body.add(words, first=keys.ljust(_LABEL + 2), first_style="key")
            else:
                body.add(keys, "key")
                body.add(words, first=" " * (_LABEL + 2))
