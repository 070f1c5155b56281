"""The running application: one for the whole interview, on the alternate screen, showing one page after the other.

It stays open between questions, so that a step costs one redraw, nothing flickers, and what is typed while the program
works is neither echoed nor lost. ``close`` gives the terminal back; it is called when the program ends, too.
"""

import asyncio
import atexit
import os
import signal
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.containers import DynamicContainer
from prompt_toolkit.layout.controls import UIControl
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from aiassess.interview.terminal import external_editor
from aiassess.interview.terminal.control import ListControl, TextControl
from aiassess.interview.terminal.dialogs import ReadPage
from aiassess.interview.terminal.dispatch import bindings_for
from aiassess.interview.terminal.glyphs import STYLE, UNICODE
from aiassess.interview.terminal.held_key import HeldKey
from aiassess.interview.terminal.page import LeaveRequested, Page, R, ResultPage

T = TypeVar("T")
"""What a flow of pages returns."""

KEEP_SECONDS = 2.0
"""How often what is being typed is kept, for a power cut."""
ESCAPE_SECONDS = 0.1
"""How long a lone Esc waits for the rest of an arrow key that a slow line may have split."""


def _whole(control: UIControl) -> Window:
    """Return a window that shows its control from the first column and row on, whatever did not fit a moment ago."""
    return Window(control, get_horizontal_scroll=lambda _: 0, get_vertical_scroll=lambda _: 0)


class App:
    """Runs pages on a terminal; ``run`` is called from ordinary code, ``show`` from the coroutine that it runs."""

    def __init__(
        self,
        input_: Input,
        output: Output,
        environ: Mapping[str, str] = os.environ,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.input = input_
        self.output = output
        self.held = HeldKey(clock)
        self._depth = ColorDepth.DEPTH_1_BIT if environ.get("NO_COLOR") else None
        self._opened: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None
        """The loop and the application's task in it, while the terminal is ours."""
        self._ended: asyncio.Future[Any] | None = None
        self._kept: list[KeyPress] = []
        self._failure: BaseException | None = None
        self.stopped = False
        """Leave at every call: a signal came."""
        self.tick: Callable[[], None] = lambda: None
        """Called every ``KEEP_SECONDS`` while a page is shown."""
        self.page = Page(UNICODE, "en")
        self._list = _whole(ListControl(lambda: self.shown))
        self._text_control = TextControl(lambda: self.shown)
        self._text = _whole(self._text_control)
        self._editing = False
        """An editor has the terminal."""

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    @property
    def is_waiting(self) -> bool:
        """Whether a page is shown and waits for a key."""
        return self._ended is not None and not self._ended.done()

    @property
    def shown(self) -> Page:
        """The page that is drawn and takes the keys."""
        return self.page.overlay or self.page

    def run(self, flow: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine that shows pages; raises LeaveRequested if the person leaves or the terminal goes."""
        if self.stopped:
            flow.close()
            raise LeaveRequested
        loop = self._open()
        task = loop.create_task(flow)
        try:
            return loop.run_until_complete(task)
        except KeyboardInterrupt:
            task.cancel()
            with suppress(asyncio.CancelledError, LeaveRequested):
                loop.run_until_complete(task)
            raise LeaveRequested from None

    async def show(self, page: ResultPage[R], *, fresh: bool = False) -> R:
        """Show a page until it ends, and return its result.

        ``fresh``: whatever was typed before is thrown away, so that a double Enter cannot answer what was not read.
        """
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[R] = loop.create_future()
        self._ended = ended

        def finish(result: R) -> None:
            if not ended.done():
                self.held.ended()
                ended.set_result(result)
                self._keep_typed()

        self.page = page
        page.finish = finish
        page.run_editor = lambda buffer: self.application.create_background_task(self._edit(page, buffer))
        page.refocus = self._focus  # at once: another key may have come with the one that asked for it
        page.guard = self.held.guard
        page.on["leave"] = self._leave
        self._focus()
        if self.stopped:
            raise LeaveRequested
        if fresh:
            self._discard()
        elif self._kept:
            self.application.key_processor.feed_multiple(self._kept, first=True)
            self._kept = []
            loop.call_soon(self.application.key_processor.process_keys)
        self.application.invalidate()
        waiting: set[asyncio.Future[Any]] = {ended, *({self._opened[1]} if self._opened else ())}
        while not (await asyncio.wait(waiting, timeout=KEEP_SECONDS, return_when=asyncio.FIRST_COMPLETED))[0]:
            self.tick()
        if self._failure is not None:
            raise self._failure
        if ended.cancelled() or not ended.done():
            raise LeaveRequested  # also if the input ended or the terminal is gone
        return ended.result()

    def request_leave(self) -> None:
        """Make whatever is shown now, or next, end in LeaveRequested; may be called by a signal handler or a thread."""
        self.stopped = True
        opened = self._opened
        if opened is not None:
            with suppress(RuntimeError):  # closed just now: the next show() sees the flag
                opened[0].call_soon_threadsafe(self._leave)

    def close(self) -> None:
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
        running = self.application.run_async(set_exception_handler=False, handle_sigint=False)
        self._opened = loop, loop.create_task(running)
        atexit.register(self.close)
        # Not possible in another thread, or on Windows.
        with suppress(ValueError, RuntimeError, NotImplementedError, AttributeError):
            loop.add_signal_handler(signal.SIGCONT, self._continued)
        return loop

    def _continued(self) -> None:
        """Take the terminal again as it was before the program was stopped; the shell has had it meanwhile."""
        if self._editing or not self.is_open:
            return
        # Never left: the first raw mode restores the terminal as it was before the program began.
        self.input.raw_mode().__enter__()
        self.application.renderer.reset()  # forget what was drawn; then everything is taken and drawn anew
        self.application.invalidate()

    @cached_property
    def application(self) -> Application[None]:
        """The application, made when it is first needed, because making it already writes to the terminal."""
        app: Application[None] = Application(
            layout=Layout(DynamicContainer(lambda: self._list if self.shown.buffer is None else self._text)),
            key_bindings=bindings_for(
                lambda: self.shown, lambda: bool(self.application.key_processor.input_queue), self.held
            ),
            style=Style.from_dict(STYLE),
            include_default_pygments_style=False,
            full_screen=True,
            erase_when_done=True,
            color_depth=self._depth,
            input=self.input,
            output=self.output,
        )
        app.ttimeoutlen = app.timeoutlen = ESCAPE_SECONDS
        app.key_processor.before_key_press += lambda _: self.shown.before_key()
        app.key_processor.after_key_press += lambda _: self._focus()
        return app

    def _focus(self) -> None:
        """Let prompt_toolkit's editing keys work on the field that the page says is active."""
        buffer = self.shown.buffer
        if buffer is not None and self._text_control.buffer is not buffer:
            self._text_control.buffer = buffer
        wanted = self._list if buffer is None else self._text
        if self.application.layout.current_window is not wanted:
            self.application.layout.focus(wanted)

    def _leave(self) -> None:
        if self._ended is not None and self.is_waiting:
            self._ended.cancel()
            self._keep_typed()

    def _keep_typed(self) -> None:
        """Keep what else was typed for the next page, if there is one; this one must not get it."""
        self._kept += self.application.key_processor.empty_queue()

    def _discard(self) -> None:
        self._kept = []
        self.application.key_processor.empty_queue()
        clear_typeahead(self.input)
        while self.input.read_keys():
            pass
        self.input.flush_keys()

    async def _edit(self, page: Page, buffer: Buffer) -> None:
        self._editing = True
        try:
            result = await external_editor.edit(buffer.text)
        finally:
            self._editing = False
        if result.file is not None:
            result = await self._until_closed(page, result, buffer.text)
        if result.text is not None:
            buffer.document = Document(result.text if buffer.multiline() else " ".join(result.text.split("\n")))
        page.message = page.say(result.said, **result.values) if result.said else ""
        self.application.invalidate()

    async def _until_closed(self, page: Page, result: external_editor.Edited, text: str) -> external_editor.Edited:
        """Ask the person whether the editor, which may be a window of its own, is closed; then read what it left."""
        closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        wait = ReadPage(page.glyphs, page.lang, page.say("editor_open", **result.values))
        wait.finish = lambda _: None if closed.done() else closed.set_result(None)
        wait.on["leave"] = closed.cancel
        self.page = wait
        self._focus()
        self.application.invalidate()
        await asyncio.wait({closed})
        self.page = page
        self._focus()
        if closed.cancelled():
            page.press("leave")  # the file stays: something may still be written to it
            return external_editor.Edited()
        return external_editor.read_back(result, text, closed=True)

    def _failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take an exception from a key or from drawing: a terminal that is gone means leaving, all else is a bug."""
        failure = context.get("exception")
        if failure is not None and not isinstance(failure, (OSError, EOFError)):
            self._failure = failure
        self._leave()
