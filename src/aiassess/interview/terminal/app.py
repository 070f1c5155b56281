"""The running application: one for the whole interview, on the alternate screen, showing one page after the other.

It stays open between questions, so that a step costs one redraw, nothing flickers, and what is typed while the program
works is neither echoed nor lost. ``close`` gives the terminal back; it is called when the program ends, too.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.containers import DynamicContainer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from aiassess.interview.terminal import external_editor
from aiassess.interview.terminal.control import ListControl, TextControl
from aiassess.interview.terminal.dialogs import ReadPage
from aiassess.interview.terminal.glyphs import STYLE, UNICODE
from aiassess.interview.terminal.keys import BINDINGS
from aiassess.interview.terminal.page import LeaveRequested, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPress
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent
    from prompt_toolkit.layout.controls import UIControl
    from prompt_toolkit.output import Output

T = TypeVar("T")

KEEP_SECONDS = 2.0
"""How often what is being typed is kept, for a power cut."""
ESCAPE_SECONDS = 0.1
"""How long a lone Esc waits for the rest of an arrow key that a slow line may have split."""

# prompt_toolkit's default keys that would do something unseen here: start an invisible selection, record a macro.
_SILENCED = (
    "c-@",
    "c-o",
    "c-v",
    "s-left",
    "s-right",
    "s-up",
    "s-down",
    "s-home",
    "s-end",
    "c-s-left",
    "c-s-right",
)

_TYPING = {Keys.Any: "self-insert", "backspace": "backward-delete-char", "delete": "delete-char"}
"""The keys that are undone together while they repeat, and what prompt_toolkit calls what they do."""


def _begins(event: KeyPressEvent) -> bool:
    """Whether a key begins what is undone at one stroke: a word with the blanks before it, or a run of deletions."""
    return not event.is_repeat or (
        event.data.isspace() and not event.current_buffer.document.char_before_cursor.isspace()
    )


def _whole(control: UIControl) -> Window:
    """Return a window that shows its control from the first column and row on, whatever did not fit a moment ago."""
    return Window(control, get_horizontal_scroll=lambda _: 0, get_vertical_scroll=lambda _: 0)


class App:
    """Runs pages on a terminal; ``run`` is called from ordinary code, ``show`` from the coroutine that it runs."""

    def __init__(self, input_: Input, output: Output, environ: Mapping[str, str] = os.environ) -> None:
        self.input = input_
        self.output = output
        self._depth = ColorDepth.DEPTH_1_BIT if environ.get("NO_COLOR") else None
        self._opened: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None
        """The loop and the application's task in it, while the terminal is in our hands."""
        self._ended: asyncio.Future[Any] | None = None
        self._kept: list[KeyPress] = []
        self._failure: BaseException | None = None
        self._leaving = False
        self.tick: Callable[[], None] = lambda: None
        """Called every ``KEEP_SECONDS`` while a page is shown."""
        self.page = Page(UNICODE, "en")
        self._list = _whole(ListControl(lambda: self.page))
        self._text_control = TextControl(lambda: self.page)
        self._text = _whole(self._text_control)
        self._editing = False
        """The terminal is in the hands of an editor."""

    @property
    def is_open(self) -> bool:
        """Whether the terminal is in our hands."""
        return self._opened is not None

    @property
    def is_waiting(self) -> bool:
        """Whether a page is shown and waits for a key."""
        return self._ended is not None and not self._ended.done()

    def run(self, flow: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine that shows pages; raises LeaveRequested where the person leaves or the terminal goes."""
        loop = self._open()
        task = loop.create_task(flow)
        try:
            return loop.run_until_complete(task)
        except KeyboardInterrupt:
            task.cancel()
            with suppress(asyncio.CancelledError, LeaveRequested):
                loop.run_until_complete(task)
            raise LeaveRequested from None

    async def show(self, page: Page, *, fresh: bool = False) -> Any:
        """Show a page until it ends, and return its result.

        ``fresh``: whatever was typed before is thrown away, so that a double Enter cannot answer what nobody has read.
        """
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        self.page = page
        page.finish = self._finish
        page.run_editor = self._edit
        self._focus()
        if self._leaving:
            raise LeaveRequested
        if fresh:
            self._discard()
        elif self._kept:
            self.application.key_processor.feed_multiple(self._kept, first=True)
            self._kept = []
            loop.call_soon(self.application.key_processor.process_keys)
        self.application.invalidate()
        running = {self._opened[1]} if self._opened else set()
        waiting = {self._ended, *running}
        while not (await asyncio.wait(waiting, timeout=KEEP_SECONDS, return_when=asyncio.FIRST_COMPLETED))[0]:
            self.tick()
        if self._failure is not None:
            raise self._failure
        if not self._ended.done():
            raise LeaveRequested  # the input ended or the terminal is gone
        result = self._ended.result()
        if result is LeaveRequested:
            raise LeaveRequested
        return result

    def request_leave(self) -> None:
        """Make whatever is shown now, or next, end in LeaveRequested; may be called by a signal handler or a thread."""
        self._leaving = True
        opened = self._opened
        if opened is not None:
            with suppress(RuntimeError):  # closed in this moment: the next show() sees the flag
                opened[0].call_soon_threadsafe(self._finish, LeaveRequested)

    def close(self) -> None:
        """Leave the alternate screen and restore the terminal."""
        if self._opened is None:
            return
        (loop, running), self._opened = self._opened, None
        atexit.unregister(self.close)
        with suppress(Exception, KeyboardInterrupt):  # a terminal that is gone cannot be restored
            if not running.done():
                self.application.exit()
            loop.run_until_complete(running)
        clear_typeahead(self.input)
        loop.close()

    # Inside

    def _open(self) -> asyncio.AbstractEventLoop:
        if self._opened and not self._opened[1].done():
            return self._opened[0]
        self.close()
        loop = asyncio.new_event_loop()
        loop.set_exception_handler(self._failed)
        # SIGINT is left to the program's own handlers; see run.
        self._opened = (
            loop,
            loop.create_task(self.application.run_async(set_exception_handler=False, handle_sigint=False)),
        )
        atexit.register(self.close)
        with suppress(
            ValueError, RuntimeError, NotImplementedError, AttributeError
        ):  # not in this thread, or on Windows
            loop.add_signal_handler(signal.SIGCONT, self._continued)
        return loop

    def _continued(self) -> None:
        """Take the terminal again as it was before the program was stopped; the shell has had it meanwhile."""
        if self._editing or not self.is_open:
            return
        # Never left again: what the terminal was set to before the program began is restored by the first of them.
        self.input.raw_mode().__enter__()
        self.application.renderer.reset()  # forget what was drawn; then everything is taken and drawn anew
        self.application.invalidate()

    @cached_property
    def application(self) -> Application[None]:
        """The application; made when it is first needed, for making it already writes to the terminal."""
        app: Application[None] = Application(
            layout=Layout(DynamicContainer(lambda: self._list if self.page.buffer is None else self._text)),
            key_bindings=self._bindings(),
            style=Style.from_dict(STYLE),
            include_default_pygments_style=False,
            full_screen=True,
            erase_when_done=True,
            color_depth=self._depth,
            input=self.input,
            output=self.output,
        )
        app.ttimeoutlen = app.timeoutlen = ESCAPE_SECONDS
        app.key_processor.before_key_press += self._before_key
        app.key_processor.after_key_press += lambda _: self._focus()
        return app

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        in_list = Condition(lambda: self.page.buffer is None)

        def bind(command: str, keys: tuple[str, ...]) -> None:
            # Esc is not eager: it also begins Alt-Enter. The others are, lest Ctrl-X wait for a second key.
            @bindings.add(
                *keys,
                filter=Condition(lambda: self.page.takes(command)),
                eager="escape" not in keys,
                # What is noted before a key would be a step that undo finds, and the end of what redo does again.
                save_before=lambda _: command not in ("undo", "redo"),
            )
            def _(_: KeyPressEvent) -> None:
                self.page.press(command)

        for key in _SILENCED:
            bindings.add(key, eager=True)(lambda _: None)
        for command, sequences in BINDINGS.items():
            for keys in sequences:
                bind(command, keys)

        @bindings.add(Keys.Any, filter=in_list)
        def _(event: KeyPressEvent) -> None:
            if len(event.key_sequence[0].key) == 1:  # a character, not a key that means nothing here
                self.page.char(event.data)

        # prompt_toolkit's own bindings for these keys note the text before each key: undo would go back by characters.
        for key, name in _TYPING.items():
            bindings.add(key, filter=~in_list, save_before=_begins)(get_by_name(name).handler)

        @bindings.add("?", filter=~in_list & Condition(self._field_is_empty), eager=True)
        def _(_: KeyPressEvent) -> None:
            self.page.press("help")

        @bindings.add(Keys.BracketedPaste, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._paste(event.data)

        @bindings.add("c-j", filter=Condition(self._more_is_coming), eager=True)
        @bindings.add("enter", filter=Condition(self._more_is_coming), eager=True)
        def _(_: KeyPressEvent) -> None:
            # A line end in the middle of what came in one piece was pasted on a terminal without bracketed paste.
            self._paste("\n")

        return bindings

    def _field_is_empty(self) -> bool:
        return self.page.buffer is not None and not self.page.buffer.text and self.page.takes("help")

    def _more_is_coming(self) -> bool:
        buffer = self.page.buffer
        return (
            buffer is not None
            and self.page.takes_pasted_enter
            and self.application is not None
            and bool(self.application.key_processor.input_queue)
        )

    def _paste(self, data: str) -> None:
        buffer = self.page.buffer
        if buffer is None:
            return
        data = data.replace("\r\n", "\n").replace("\r", "\n")
        if not buffer.multiline():
            data = data.replace("\n", " ")
        buffer.insert_text(data)

    def _before_key(self, _: object) -> None:
        self.page.before_key()

    def _focus(self) -> None:
        """Let prompt_toolkit's editing keys work on the field that the page says is active."""
        buffer = self.page.buffer
        if buffer is not None and self._text_control.buffer is not buffer:
            self._text_control.buffer = buffer
        wanted = self._list if buffer is None else self._text
        if self.application.layout.current_window is not wanted:
            self.application.layout.focus(wanted)

    def _finish(self, result: object) -> None:
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(result)
            # What was typed on belongs to the next page, or to nobody: the old one must not get it.
            self._kept += self.application.key_processor.empty_queue()

    def _discard(self) -> None:
        """Throw away everything typed so far, in our queues and in the terminal's."""
        self._kept = []
        self.application.key_processor.empty_queue()
        clear_typeahead(self.input)
        while self.input.read_keys():
            pass
        self.input.flush_keys()

    def _edit(self, buffer: Buffer) -> None:
        page = self.page

        async def edit() -> None:
            self._editing = True
            try:
                result = await external_editor.edit(buffer.text)
            finally:
                self._editing = False
            if result.file is not None:
                result = await self._until_closed(page, result, buffer.text)
            if result.text is not None:
                text = result.text if buffer.multiline() else " ".join(result.text.split("\n"))
                buffer.text = text
                buffer.cursor_position = len(text)
            page.message = page.say(result.said, **result.values) if result.said else ""
            self.application.invalidate()

        self.application.create_background_task(edit())

    async def _until_closed(self, page: Page, result: external_editor.Edited, text: str) -> external_editor.Edited:
        """Ask the person whether the editor, which may be a window of its own, is closed; then read what it left."""
        closed = asyncio.get_running_loop().create_future()
        wait = ReadPage(page.glyphs, page.lang, page.say("editor_open", **result.values))

        def finish(answer: object) -> None:
            if not closed.done():
                closed.set_result(answer)

        wait.finish = finish
        self.page = wait
        self._focus()
        self.application.invalidate()
        answer = await closed
        self.page = page
        self._focus()
        if answer is LeaveRequested:
            page.finish(LeaveRequested)  # the file stays: something may still be written to it
            return external_editor.Edited()
        return external_editor.read_back(result, text, closed=True)

    def _failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take an exception of a key or of drawing: a terminal that is gone means leaving, all else is a bug."""
        failure = context.get("exception")
        if failure is not None and not isinstance(failure, (OSError, EOFError)):
            self._failure = failure
        self._finish(LeaveRequested)
