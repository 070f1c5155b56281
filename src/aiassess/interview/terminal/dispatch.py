"""What prompt_toolkit does with each key: what the page says, what editing needs, or nothing."""

from collections.abc import Callable

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys

from aiassess.interview.terminal.held_key import HeldKey
from aiassess.interview.terminal.keys import KEYS, Command
from aiassess.interview.terminal.page import Page

# prompt_toolkit's default keys that would do something unseen here: start an invisible selection, record a macro. Colours
# that are pasted with a text look like the mouse to it, and end the program.
_SILENCED = (
    "c-@", "c-v", "s-left", "s-right", "s-up", "s-down", "s-home", "s-end", "c-s-left", "c-s-right", Keys.Vt100MouseEvent,
)  # fmt: skip

_TYPING = {Keys.Any: "self-insert", "backspace": "backward-delete-char", "delete": "delete-char"}
"""The keys that are undone together while they repeat, and what prompt_toolkit calls what they do."""


def _begins(event: KeyPressEvent) -> bool:
    """Whether a key begins what is undone at one stroke: a word with the blanks before it, or a run of deletions."""
    return not event.is_repeat or (
        event.data.isspace() and not event.current_buffer.document.char_before_cursor.isspace()
    )


def bindings_for(page: Callable[[], Page], more_waits: Callable[[], bool], held: HeldKey) -> KeyBindings:
    """Return the bindings of all keys.

    ``page``: the one that is shown when a key is pressed. ``more_waits``: whether more came together with that key.
    ``held``: it says which keys to ignore.
    """
    bindings = KeyBindings()

    def ignored(event: KeyPressEvent) -> bool:
        ignores = held.ignores(event.key_sequence[-1].key)
        if ignores:
            page().ignore_key()
        return ignores

    def pasted() -> bool:
        return page().buffer is not None and page().takes_pasted_enter and more_waits()

    def bind(command: Command, keys: list[str]) -> None:
        edits = len(keys[0]) == 1 or keys[0] == "c-w"  # a character, or what deletes a word

        # Esc is not eager: it also begins Alt-Enter. The others are, so that Ctrl-X does not wait for a second key.
        @bindings.add(
            *keys,
            filter=Condition(lambda: page().handler(command) is not None and not (edits and page().holds_text)),
            eager="escape" not in keys,
            # What is noted before a key would be a step that undo finds, and the end of what redo does again.
            save_before=lambda _: command not in ("undo", "redo"),
        )
        def _(event: KeyPressEvent) -> None:
            if not ignored(event):
                page().press(command)

    for key in _SILENCED:
        bindings.add(key, eager=True)(lambda _: None)
    for command, all_keys in KEYS.items():
        for keys in all_keys:
            bind(command, keys.split())

    _bind_typing(bindings, page, ignored)

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        _paste(page(), event.data)

    @bindings.add("c-j", filter=Condition(pasted), eager=True)
    @bindings.add("enter", filter=Condition(pasted), eager=True)
    def _(_: KeyPressEvent) -> None:
        # A line end in the middle of what came in one piece was pasted on a terminal without bracketed paste.
        _paste(page(), "\n")

    return bindings


def _bind_typing(bindings: KeyBindings, page: Callable[[], Page], ignored: Callable[[KeyPressEvent], bool]) -> None:
    """Bind the characters, and what deletes them: in a text, or for the page to take."""
    in_list = Condition(lambda: page().buffer is None)

    @bindings.add(Keys.Any, filter=in_list)
    def _(event: KeyPressEvent) -> None:
        # A character, not a key that means nothing here.
        if len(event.key_sequence[0].key) == 1 and not ignored(event):
            page().char(event.data)

    # prompt_toolkit's own bindings for these keys note the text before each key: undo would go back by characters.
    for key, name in _TYPING.items():
        handler = get_by_name(name).handler

        @bindings.add(key, filter=~in_list, save_before=_begins)
        def _(event: KeyPressEvent, handler: Callable[[KeyPressEvent], object] = handler) -> None:
            if not ignored(event):
                handler(event)


def _paste(page: Page, data: str) -> None:
    if page.buffer is None:
        return
    data = data.replace("\r\n", "\n").replace("\r", "\n")
    page.buffer.insert_text(data if page.buffer.multiline() else data.replace("\n", " "))
