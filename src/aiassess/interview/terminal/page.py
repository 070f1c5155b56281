"""One page: what it shows and what each key does there. Pages are run by the app and end with a result."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from prompt_toolkit.buffer import Buffer

from aiassess.interview.actions import Do
from aiassess.interview.protocol import Progress, View
from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.keys import RARE, Command, key_names, labels, list_keys
from aiassess.interview.terminal.layout import Hint, Scroll
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.wrapping import Body, cells, cut
from aiassess.text import say

R = TypeVar("R")
"""What a page ends with."""


_FAR = 10**6
"""More lines than any page has."""


class LeaveRequested(Exception):
    """The person, the system or the end of input wants to leave, whatever page is shown."""


class Detail(IntEnum):
    """How much a page shows; the more there is room for, the more."""

    BARE = 0
    """What must be read, and more about what is pointed at."""
    BRIEF = 1
    """Whom to ask and why as well, in a line each."""
    OPTIONS = 2
    """What every option means, and how to answer."""
    WHOLE = 3
    """Whom to ask and why, in as many lines as that takes."""
    HELP = 4
    """The help, with the rest in brief."""
    ALL = 5


class Page:
    """A page in the language ``lang``. The app sets ``run_editor``, ``refocus``, ``guard`` and what "leave" does meanwhile.

    ``guard``: ignore the key that was pressed last until it has been let go.
    """

    progress: Progress | None = None
    title = ""
    takes_pasted_enter = True
    """A line end in the middle of what came in one piece was pasted; else it is the key."""
    margin = "> "
    """What is drawn before the text that is being edited."""
    keys: tuple[str, ...] = ()
    """What can be done by a key, the most important first, if that is always the same."""
    has_help = False
    """Whether there is a help to open, apart from the page of all keys."""
    opens_help = False
    """Whether it opens by itself wherever there is room for all of it."""
    detail = Detail.BARE
    """How much is shown; chosen as it is drawn, for only then is it known how much room there is."""
    overlay: "Page | None" = None
    """What lies over this page until it is closed."""

    def __init__(self, glyphs: Glyphs, lang: str) -> None:
        self.glyphs = glyphs
        self.lang = lang
        self.message = ""
        self.scroll = Scroll()
        self.width = 80
        self.pointer = Pointer(lambda: 0)
        self.help_open = False
        """The person opened the help."""
        self.help_turned_to = False
        """The help was opened just now: it is what must be in view, until another key is pressed."""
        self._looked = ("", False, False)
        """The message, and what was held in view, before the last key."""
        self.run_editor: Callable[[Buffer], object] = lambda _: None
        self.refocus: Callable[[], object] = lambda: None
        self.guard: Callable[[], object] = lambda: None
        self.on: dict[Command, Callable[[], object]] = {
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
            "first": lambda: self.go(0),
            "last": lambda: self.go(-1),
            "page_up": lambda: self._read_on(-1),
            "page_down": lambda: self._read_on(1),
            "help": self.turn_help,
        }
        """What each command does on this page."""

    # What is shown

    def details(self) -> Sequence[Detail]:
        """Return how much could be shown, the most first; the last is shown even if it must be scrolled."""
        if self.help_open:
            return [Detail.ALL]
        return [*reversed(Detail)] if self.opens_help else [Detail.BARE]

    def body(self, width: int) -> Body:
        """Return what there is to read and answer."""
        body = Body(width, self.glyphs)
        self.fill(body)
        if self.help_turned_to:
            body.focus, body.cursor = body.help, None
        return body

    def fill(self, body: Body) -> None:
        """Add what there is to read and answer; here, nothing: the screen before the first page."""

    def add_notices(self, body: Body, view: View) -> None:
        """Add what happened since the last page: the answer given in one line, then its consequences, and what undoes it."""
        undo, first = self.say("undo_this"), []
        if view.gave:
            question, answer = (self.glyphs.clean(text) for text in view.gave)
            end = f". {undo}" if view.undoable and not view.notices else "."
            room = body.width - cells(self.glyphs.notice) - cells(f": {end}")
            answer = cut(answer, max(8, room - 12), self.glyphs)
            question = cut(question, max(8, room - cells(answer)), self.glyphs)
            first.append(f"{question}: {answer}" + ("" if answer.endswith((".", "?", "!")) else "."))
        for notice in view.told(undo, *first):
            body.add(notice, "notice", first=self.glyphs.notice, first_style="notice")

    def commands(self) -> list[str]:
        """Return all that can be done by a key now, apart from help."""
        return [*self.keys]

    def hints(self) -> list[Hint]:
        """Return what the key line says; the last tells where the rest is."""
        return [self.hint(command) for command in (*self.commands(), "help") if command not in RARE]

    def hint(self, command: str, words: str | None = None) -> Hint:
        """Return the first key of a command and what it does; ``words`` names another message."""
        if command == "help" and (self.detail >= Detail.HELP or not self.has_help):
            words = "keys"
        return self.labels(command)[0], say(self.lang, f"keys.short_{words or command}")

    def labels(self, command: str) -> tuple[str, ...]:
        """Return the keys of a command as they are written for a person."""
        return labels(command, self.glyphs)

    def keys_told(self) -> list[str]:
        """Return the commands whose keys the page of all keys tells."""
        return [*self.commands(), *(["help"] if self.has_help else []), "scroll"]

    def say(self, key: str, **values: object) -> str:
        """Return one of the screen's own messages in the page's language; ``{key[…]}`` in it names a key."""
        return say(self.lang, f"screen.{key}", key=key_names(self.glyphs), **values)

    # What is pressed

    @property
    def buffer(self) -> Buffer | None:
        """The text that typing changes now; None: the page is a list."""
        return None

    @property
    def holds_text(self) -> bool:
        """Whether there is a text that the next character could belong to."""
        return self.buffer is not None and self.buffer.text != ""

    def before_key(self) -> None:
        """Take back the last message; what is read follows the focus again."""
        self._looked = self.message, self.scroll.held, self.help_turned_to
        self.message, self.scroll.held, self.help_turned_to = "", False, False

    def ignore_key(self) -> None:
        """Look as before the last key, which means nothing."""
        self.message, self.scroll.held, self.help_turned_to = self._looked

    def handler(self, command: Command) -> Callable[[], object] | None:
        """Return what a command does here and now; None: nothing."""
        if command == "back" and self.help_open:
            return self._close_help
        if command in ("first", "last") and self.buffer is not None and not self.pointer.count():
            return None  # of the line of the text
        if command == "newline":
            buffer = self.buffer
            if buffer is not None and buffer.multiline():
                return lambda: buffer.insert_text("\n")
            command = "enter"  # Ctrl-J is what some terminals send for Enter
        return self.on.get(command)

    def press(self, command: Command) -> None:
        handler = self.handler(command)
        if handler is not None:
            handler()

    def char(self, char: str) -> None:
        """Take a character typed in a list that is not the key of a command there."""
        self.pointer.char(char)

    def turn_help(self) -> None:
        """Open the help; if it is open or there is none, show all keys, and then again exactly what was shown."""
        if self.has_help and self.detail < Detail.HELP:
            self.help_open = self.help_turned_to = True
        else:
            _, self.scroll.held, self.help_turned_to = self._looked
            self.lay_over(KeysPage(self))

    def step(self, step: int) -> None:
        """Move the pointer, or what is read if there is nothing to point at."""
        (self.pointer if self.pointer.count() else self.scroll).move(step)

    def _read_on(self, pages: int) -> None:
        self.help_turned_to = self._looked[2]  # what is read stays where it is
        self.scroll.turn(pages)

    def go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) of what can be pointed at, else of what is read."""
        if self.pointer.count():
            self.pointer.go(place)
        else:
            self.scroll.move(_FAR if place else -_FAR)

    def lay_over(self, overlay: "Page | None") -> None:
        self.overlay = overlay
        self.refocus()

    def _close_help(self) -> None:
        self.help_open = False

    def move_in_text(self, step: int) -> bool:
        """Move the cursor of the text by rows; False in the first or last one."""
        if self.buffer is None:
            return False
        width = text_area.field_width(self.width, self.margin)
        return text_area.move(self.buffer, width, self.glyphs, step)


class ResultPage(Page, Generic[R]):
    """A page that ends with a result: ``finish``, also set by the app, takes the first one and ignores later ones."""

    def __init__(self, glyphs: Glyphs, lang: str) -> None:
        super().__init__(glyphs, lang)
        self.finish: Callable[[R], None] = lambda _: None

    def ending(self, result: R) -> Callable[[], object]:
        """Return the handler that ends the page with a result."""
        return lambda: self.finish(result)


def ends_with(page: ResultPage[Any], *commands: Command) -> dict[Command, Callable[[], object]]:
    """Return handlers of commands that are actions by themselves: the page ends with them."""
    return {command: page.ending(Do(command)) for command in commands}


class KeysPage(Page):
    """All keys that work on another page, over which it lies until it is closed."""

    def __init__(self, below: Page) -> None:
        super().__init__(below.glyphs, below.lang)
        self.below = below
        self.title = say(self.lang, "keys.title")
        self.on |= {
            **dict.fromkeys(("enter", "back", "help", "space"), self._close),
            "leave": lambda: below.press("leave"),
        }

    def fill(self, body: Body) -> None:
        list_keys(body, self.lang, {command: self.below.labels(command) for command in self.below.keys_told()})

    def hints(self) -> list[Hint]:
        return [(", ".join(self.labels("close_keys")), say(self.lang, "keys.short_close"))]

    def _close(self) -> None:
        self.below.guard()
        self.below.lay_over(None)
