"""One page: what it shows and what each key does there. Pages are run by the app and end with a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.layout import Hint, Scroll
from aiassess.interview.terminal.wrapping import Body
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer

    from aiassess.interview.protocol import Progress
    from aiassess.interview.terminal.glyphs import Glyphs


class LeaveRequested(Exception):
    """The person, the system or the end of input wants to leave, whatever page is shown."""


class Page:
    """A page in the language ``lang``. A method ``on_<command>`` makes that command's keys work on the page.

    ``finish`` is set by the app while the page is shown; the first result counts, what comes later is ignored.
    """

    progress: Progress | None = None
    title = ""
    takes_pasted_enter = True
    """A line end in the middle of what came in one piece was pasted; else it is the key."""

    def __init__(self, glyphs: Glyphs, lang: str) -> None:
        self.glyphs = glyphs
        self.lang = lang
        self.message = ""
        self.scroll = Scroll()
        self.width = 80
        self.help_open = False
        self.help_turned_to = False
        """The help was opened just now: it is what must be in view, until another key is pressed."""
        self.finish: Callable[[Any], None] = lambda _: None
        self.run_editor: Callable[[Buffer], None] = lambda _: None

    # What is shown

    def body(self, width: int) -> Body:
        """Return what is to be read and answered; here, nothing: the screen before the first page."""
        return Body(width, self.glyphs)

    def hints(self) -> list[Hint]:
        """Return the keys that can be pressed, the most important first."""
        return []

    def say(self, key: str, **values: object) -> str:
        """Return one of the screen's own messages in the page's language."""
        return say(self.lang, f"screen.{key}", **values)

    # What is pressed

    @property
    def buffer(self) -> Buffer | None:
        """The text that typing changes now; None: the page is a list."""
        return None

    def before_key(self) -> None:
        """Take back the last message; what is read follows the focus again."""
        self.message = ""
        self.scroll.held = False
        self.help_turned_to = False

    def takes(self, command: str) -> bool:
        """Whether a command means something here and now."""
        return hasattr(self, f"on_{command}")

    def press(self, command: str) -> None:
        """Carry out a command that the page takes."""
        getattr(self, f"on_{command}")()

    def char(self, char: str) -> None:
        """Take a character that was typed while no text is edited."""

    def turn_help(self) -> None:
        """Open or close the help."""
        self.help_open = self.help_turned_to = not self.help_open

    def on_leave(self) -> None:
        """Save and leave, from wherever one is."""
        self.finish(LeaveRequested)

    def on_page_up(self) -> None:
        """Scroll up."""
        self.scroll.turn(-1)

    def on_page_down(self) -> None:
        """Scroll down."""
        self.scroll.turn(1)

    def move_in_text(self, step: int) -> bool:
        """Move the cursor of the text by rows; False where it stands in the first or last one."""
        if self.buffer is None:
            return False
        return text_area.move(self.buffer, text_area.field_width(self.width, self.margin), self.glyphs, step)

    margin = "> "
    """What stands before the text that is being edited."""


class Pointer:
    """A place in a list of ``count`` entries, or none: nothing is pointed at until the person does."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self._digits = ""

    def move(self, step: int, count: int) -> None:
        """Move by one; from nowhere, to the first or the last entry. Stops at the ends."""
        self._digits = ""
        if not count:
            self.at = None
        elif self.at is None:
            self.at = 0 if step > 0 else count - 1
        else:
            self.at = max(0, min(count - 1, self.at + step))

    def digit(self, digit: str, count: int) -> None:
        """Point by number; digits typed one after the other make a larger number where there is such an entry."""
        for typed in (self._digits + digit, digit):
            if 1 <= int(typed) <= count:
                self.at, self._digits = int(typed) - 1, typed
                return
        self._digits = ""
