"""Which key does what, stated once: for the bindings, the key line and the list of keys in the help.

Every command has a key that plain ssh and the Windows console deliver beside its function key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.interview.terminal.wrapping import Body, cells
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.interview.terminal.glyphs import Glyphs

BINDINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "enter": (("enter",),),
    "newline": (("c-j",), ("escape", "enter")),
    "up": (("up",),),
    "down": (("down",),),
    "first": (("home",),),
    "last": (("end",),),
    "next_field": (("tab",),),
    "previous_field": (("s-tab",),),
    "page_up": (("pageup",), ("c-p",)),
    "page_down": (("pagedown",), ("c-f",)),
    "back": (("escape",), ("c-b",)),
    "left": (("left",),),
    "help": (("f1",), ("c-t",)),
    "note": (("f2",), ("c-n",)),
    "unsure": (("f3",), ("c-u",)),
    "not_applicable": (("f4",), ("c-x",)),
    "language": (("f5",), ("c-l",)),
    "overview": (("f6",), ("c-g",)),
    "review": (("f7",), ("c-r",)),
    "skip": (("f8",), ("c-s",)),
    "editor": (("f9",), ("c-e",)),
    "undo": (("c-z",), ("c-_",)),
    "redo": (("c-y",),),
    "clear": (("c-k",),),
    "delete": (("delete",),),
    "leave": (("c-d",), ("c-c",), ("c-q",), ("f10",)),
}
"""Command to the key sequences that mean it, as prompt_toolkit names them."""

SHOWN: dict[str, tuple[str, ...]] = {
    "enter": ("Enter",),
    "newline": ("Ctrl-J", "Alt-Enter"),
    "point": ("{arrows}", "1-9"),
    "walk": ("{arrows}", "PgUp/PgDn"),
    "tick": ("Space",),
    "fields": ("Tab", "Shift-Tab", "{arrows}"),
    "scroll": ("PgUp/PgDn", "Ctrl-P/Ctrl-F"),
    "back": ("Esc", "Ctrl-B", "{left}"),
    "help": ("F1", "?", "Ctrl-T"),
    "note": ("F2", "Ctrl-N"),
    "unsure": ("F3", "Ctrl-U"),
    "not_applicable": ("F4", "Ctrl-X"),
    "language": ("F5", "Ctrl-L"),
    "overview": ("F6", "Ctrl-G"),
    "review": ("F7", "Ctrl-R"),
    "skip": ("F8", "Ctrl-S"),
    "editor": ("F9", "Ctrl-E"),
    "undo": ("Ctrl-Z", "Ctrl-_"),
    "redo": ("Ctrl-Y",),
    "clear": ("Del", "Ctrl-K"),
    "clear_text": ("Ctrl-K",),
    "leave": ("Ctrl-D", "Ctrl-C", "Ctrl-Q", "F10"),
    "enter_next": ("Enter",),
    "enter_save": ("Enter",),
    "enter_open": ("Enter",),
    "enter_choose": ("Enter",),
    "enter_go": ("Enter",),
    "enter_on": ("Enter",),
    "close": ("Esc", "F6"),
    "close_review": ("Esc", "Ctrl-B"),
    "save": ("F2", "Ctrl-S"),
    "give_up": ("Esc", "Ctrl-B"),
    "filter": ("A-Z",),
    "add": ("+",),
    "remove": ("-", "Del"),
}
"""Command to the keys as they are written for a person; the first stands in the key line."""


def labels(command: str, glyphs: Glyphs) -> tuple[str, ...]:
    """Return the keys of a command as they are shown."""
    return tuple(label.format(arrows=glyphs.arrows, left=glyphs.left) for label in SHOWN[command])


def hint(command: str, glyphs: Glyphs, lang: str, words: str | None = None, **values: object) -> tuple[str, str]:
    """Return the first key of a command and what it does, for the key line; ``words`` names another message."""
    return labels(command, glyphs)[0], say(lang, f"screen.key_{words or command}", **values)


def list_keys(body: Body, lang: str, commands: Iterable[str]) -> None:
    """Add a list of all keys that can be pressed here, with what each does."""
    rows = [(", ".join(labels(command, body.glyphs)), say(lang, f"screen.long_{command}")) for command in commands]
    margin = max((cells(keys) for keys, _ in rows), default=0) + 2
    body.blank()
    body.add(say(lang, "screen.all_keys"), "help-title")
    for keys, words in rows:
        if margin * 2 > body.width:
            body.add(words, "help", first=f"{keys}: ", first_style="class:key")
        else:
            body.add(words, "help", first=keys.ljust(margin), first_style="class:key")
