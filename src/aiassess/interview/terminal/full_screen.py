"""The interview on the full screen of a terminal (docs/interview.md).

``TerminalScreen`` shows views and returns actions. It takes the terminal's alternate screen at the first page and gives
it back in ``close``, which ``with`` calls; until then nothing else may write to the terminal.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from prompt_toolkit.input import create_input
from prompt_toolkit.output import create_output

from aiassess.interview import actions, protocol
from aiassess.interview.terminal.app import App
from aiassess.interview.terminal.asking import Asking
from aiassess.interview.terminal.dialogs import ConfirmPage, ListPage, ReadPage
from aiassess.interview.terminal.glyphs import glyphs_for
from aiassess.interview.terminal.kinds import PAGES
from aiassess.interview.terminal.overview import OverviewPage
from aiassess.interview.terminal.page import LeaveRequested
from aiassess.interview.terminal.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from types import TracebackType
    from typing import Self

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from aiassess.interview.terminal.question import QuestionPage

T = TypeVar("T")


class TerminalScreen:
    """A ``protocol.Screen`` on a terminal; ``input_`` and ``output`` are given in tests, else those of the program."""

    def __init__(
        self,
        input_: Input | None = None,
        output: Output | None = None,
        *,
        language: str = "en",
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        output = output or create_output(stdout=sys.stdout)
        self.glyphs = glyphs_for(output.encoding())
        self.app = App(input_ or create_input(sys.stdin), output, environ)
        self._language = language
        self.keep: protocol.Keep = protocol.keep_nothing
        self._typed: dict[str, str] = {}
        """By question: what was entered there and not given, while the person is elsewhere."""
        self._again: tuple[str, int | None, bool] | None = None
        """The question that was left for a moment, what was pointed at there, and whether its help was open."""
        self._leaving = False
        """Leave at the next call: the person asked to while something else had to be returned first."""
        self._stopped = False
        """Leave at every call: a signal came."""
        self._over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.app.close()

    def request_leave(self) -> None:
        self._stopped = True
        self.app.request_leave()

    # The Screen protocol

    def ask(self, view: protocol.QuestionView) -> actions.Action:
        self._over, self._language = False, view.language
        if self._leaving or self._stopped:
            return self._leave(self._typed.get(view.question.id, view.typed))
        page = self._page_for(view)
        asking = Asking(self.app, page, self.keep)
        self.app.tick = lambda: self.keep(asking.unfinished())
        try:
            action = self.app.run(asking.run())
        except LeaveRequested:
            action = self._leave(page.typed())
        finally:
            self.app.tick = lambda: None
        self._leaving = asking.leave_next
        if not isinstance(action, actions.Give) or page.may_hold_more:
            self.keep(asking.unfinished())  # a value that is given is kept as the answer
        if isinstance(action, actions.Undo | actions.Redo):
            self._typed.clear()  # the view tells
        elif isinstance(action, actions.Give | actions.Clear):
            self._typed.pop(view.question.id, None)
        else:
            self._typed[view.question.id] = page.typed()
        if isinstance(action, actions.SwitchLanguage | actions.Annotate):
            pointer = getattr(page, "pointer", None)
            self._again = (view.question.id, pointer.at if pointer else None, page.help_open)
        return action

    def overview(self, overview: protocol.Overview) -> actions.Action:
        self._over, self._language = False, overview.language
        if self._leaving or self._stopped:
            return self._leave("")
        try:
            action: actions.Action = self.app.run(self.app.show(OverviewPage(self.glyphs, overview), fresh=True))
        except LeaveRequested:
            return self._leave("")
        if isinstance(action, actions.Undo | actions.Redo):
            self._typed.clear()
        return self._leave("") if isinstance(action, actions.Leave) else action

    def confirm(self, text: str, *, language: str, default: bool = False) -> bool:
        """Ask a yes/no question; Esc is no, leaving is the default."""
        if self._stopped:
            return default
        page = ConfirmPage(self.glyphs, language, text, default=default)
        try:
            return bool(self._outside(self.app.show(page, fresh=True)) == 0)
        except LeaveRequested:
            self._leaving = True
            return default

    def choose(self, title: str, options: list[str], *, language: str) -> int | None:
        """Let the person pick one of several lines; None to leave."""
        if self._stopped:
            return None
        page = ListPage(self.glyphs, language, title, options)
        try:
            picked: int | None = self._outside(self.app.show(page, fresh=True))
        except LeaveRequested:
            return None
        return picked

    def show(self, text: str, *, language: str | None = None) -> None:
        """Show text until Enter, with keys in ``language``; print it once the interview is over."""
        if self._leaving or self._stopped or self._over:
            self.close()
            self._print(text)
            return
        try:
            self.app.run(self.app.show(ReadPage(self.glyphs, language or self._language, text), fresh=True))
        except LeaveRequested:
            self._leave("")
            self._leaving = True

    # Inside

    def _outside(self, flow: Coroutine[Any, Any, T]) -> T:
        """Run a page; outside of the interview the terminal is given back at once, for others write to it there."""
        keep = self.app.is_open and not self._over
        try:
            return self.app.run(flow)
        finally:
            if not keep:
                self.close()

    def _print(self, text: str) -> None:
        output = self.app.output
        with suppress(OSError):  # the terminal may be gone
            output.write("\n".join(wrap(self.glyphs.clean(text), max(20, output.get_size().columns - 1))) + "\n")
            output.flush()

    def _leave(self, typed: str) -> actions.Leave:
        self._over, self._leaving = True, False
        self.close()
        return actions.Leave(typed)

    def _page_for(self, view: protocol.QuestionView) -> QuestionPage:
        question = view.question
        kept = self._typed.get(question.id, view.typed) or None
        again, self._again = self._again, None
        at = again[1] if again and again[0] == question.id else None
        page = PAGES.of(question)(self.glyphs, view, kept, at)
        if again and again[0] == question.id:
            page.help_open, page.message = again[2], ""
        return page
