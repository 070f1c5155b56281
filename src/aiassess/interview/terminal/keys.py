"""Which key does what, stated once: for the bindings, the key line, the list of keys in the help, and messages.

Every command has a key that plain ssh and the Windows console deliver beside its function key.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.wrapping import Body, cells
from aiassess.text import say

Command = Literal[
    "enter", "newline", "space", "up", "down", "first", "last", "next_field", "previous_field", "page_up", "page_down",
    "back", "help", "note", "unsure", "not_applicable", "language", "overview", "review", "skip", "editor",
    "undo", "redo", "clear", "clear_text", "add", "remove", "leave",
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
    "not_applicable": ("f4", "c-x"),
    "language": ("f5", "c-l"),
    "overview": ("f6", "c-g"),
    "review": ("f7", "c-r"),
    "skip": ("f8", "c-s"),
    "editor": ("f9", "c-e"),
    "undo": ("c-z", "c-_"),
    "redo": ("c-y",),
    "clear": ("delete", "c-k"),
    "clear_text": ("c-k",),
    "add": ("+",),
    "remove": ("-", "delete"),
    "leave": ("c-d", "c-c", "c-q", "f10"),
}
"""The keys of each command, as prompt_toolkit names them; a blank divides those pressed one after the other.

A character is a key only while there is no text that it could belong to.
"""

HINTS: Mapping[str, tuple[str, ...]] = {
    **dict[str, tuple[str, ...]](KEYS.items()),
    **dict.fromkeys(("enter_next", "enter_save", "enter_open", "enter_choose", "enter_go", "enter_on"), KEYS["enter"]),
    **dict.fromkeys(("give_up", "close_review"), KEYS["back"]),
    "point": ("arrows", "1-9"),
    "walk": ("arrows", "pageup/pagedown"),
    **dict.fromkeys(("digit", "digit_tick"), ("1-9",)),
    "tick": KEYS["space"],
    "fields": ("tab", "s-tab", "arrows"),
    "scroll": ("pageup/pagedown", "c-p/c-f"),
    "close": ("escape", "f6"),
    "save": ("f2", "c-s"),
    "filter": ("A-Z",),
    "whom": ("tab", "s-tab"),
}
"""What a person is told: the keys of a command, or of several that mean one thing there. The first is in the key line."""

EVERYWHERE = (
    "enter", "back", "help", "note", "unsure", "not_applicable", "language", "overview", "review", "skip", "undo", "redo",
    "leave",
)  # fmt: skip
"""What can be done at every question."""

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "escape enter": "Alt-Enter",
    "space": "Space",
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


def list_keys(body: Body, lang: str, commands: Iterable[str]) -> None:
    """Add a list of all keys that can be pressed here, with what each does."""
    rows = [(", ".join(labels(command, body.glyphs)), say(lang, f"screen.long_{command}")) for command in commands]
    margin = max((cells(keys) for keys, _ in rows), default=0) + 2
    body.blank()
    body.add(say(lang, "screen.all_keys"), "help-title")
    for keys, words in rows:
        if margin * 2 > body.width:
            body.add(words, first=f"{keys}: ", first_style="key")
        else:
            body.add(words, first=keys.ljust(margin), first_style="key")
