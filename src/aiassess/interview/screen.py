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

from aiassess.interview import ui
from aiassess.interview.terminal.asking import Asking
from aiassess.interview.terminal.choice import ChoicePage, ChoicesPage
from aiassess.interview.terminal.field import DatePage, FieldPage, NumberPage, TextPage
from aiassess.interview.terminal.lines import wrap
from aiassess.interview.terminal.lists import ConfirmPage, ListPage, ReadPage
from aiassess.interview.terminal.look import look_for
from aiassess.interview.terminal.overview import OverviewPage
from aiassess.interview.terminal.page import LeaveRequested
from aiassess.interview.terminal.risks import RisksPage
from aiassess.interview.terminal.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from types import TracebackType
    from typing import Self

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from aiassess.interview.terminal.question import QuestionPage

T = TypeVar("T")

_FIELDS: dict[str, type[FieldPage]] = {"text": TextPage, "number": NumberPage, "date": DatePage}


class TerminalScreen:
    """A ``ui.Screen`` on a terminal; ``input_`` and ``output`` are given in tests, else those of the program."""

    def __init__(
        self,
        input_: Input | None = None,
        output: Output | None = None,
        *,
        language: str = "en",
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        output = output or create_output(stdout=sys.stdout)
        self.look = look_for(output.encoding())
        self.stage = Stage(input_ or create_input(sys.stdin), output, environ)
        self._language = language
        self.keep: ui.Keep = ui.keep_nothing
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
        """Give the terminal back."""
        self.stage.close()

    def request_leave(self) -> None:
        """Make the call under way, and every one after it, return Leave or its default; called by a signal handler."""
        self._stopped = True
        self.stage.request_leave()

    # The Screen protocol

    def ask(self, view: ui.QuestionView) -> ui.Action:
        """Show one question and return what the person does."""
        self._over, self._language = False, view.language
        if self._leaving or self._stopped:
            return self._leave(self._typed.get(view.question.id, view.typed))
        page = self._page_for(view)
        asking = Asking(self.stage, page, self.keep)
        self.stage.tick = lambda: self.keep(asking.unfinished())
        try:
            action = self.stage.run(asking.run())
        except LeaveRequested:
            action = self._leave(page.typed())
        finally:
            self.stage.tick = lambda: None
        self._leaving = asking.leave_next
        if not isinstance(action, ui.Give) or view.question.type == "risks":
            self.keep(asking.unfinished())  # a value that is given is kept as the answer; a register may hold more
        if isinstance(action, ui.Undo | ui.Redo):
            self._typed.clear()  # the view tells
        elif isinstance(action, ui.Give | ui.Clear):
            self._typed.pop(view.question.id, None)
        else:
            self._typed[view.question.id] = page.typed()
        if isinstance(action, ui.SwitchLanguage | ui.Annotate):
            pointer = getattr(page, "pointer", None)
            self._again = (view.question.id, pointer.at if pointer else None, page.help_open)
        return action

    def overview(self, overview: ui.Overview) -> ui.Action:
        """Show the list of all questions, or the review."""
        self._over, self._language = False, overview.language
        if self._leaving or self._stopped:
            return self._leave("")
        try:
            action: ui.Action = self.stage.run(self.stage.show(OverviewPage(self.look, overview), fresh=True))
        except LeaveRequested:
            return self._leave("")
        if isinstance(action, ui.Undo | ui.Redo):
            self._typed.clear()
        return self._leave("") if isinstance(action, ui.Leave) else action

    def confirm(self, text: str, *, language: str, default: bool = False) -> bool:
        """Ask a yes/no question; Esc is no, leaving is the default."""
        if self._stopped:
            return default
        page = ConfirmPage(self.look, language, text, default=default)
        try:
            return bool(self._outside(self.stage.show(page, fresh=True)) == 0)
        except LeaveRequested:
            self._leaving = True
            return default

    def choose(self, title: str, options: list[str], *, language: str) -> int | None:
        """Let the person pick one of several lines; None to leave."""
        if self._stopped:
            return None
        page = ListPage(self.look, language, title, options)
        try:
            picked: int | None = self._outside(self.stage.show(page, fresh=True))
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
            self.stage.run(self.stage.show(ReadPage(self.look, language or self._language, text), fresh=True))
        except LeaveRequested:
            self._leave("")
            self._leaving = True

    # Inside

    def _outside(self, flow: Coroutine[Any, Any, T]) -> T:
        """Run a page; outside of the interview the terminal is given back at once, for others write to it there."""
        keep = self.stage.is_open and not self._over
        try:
            return self.stage.run(flow)
        finally:
            if not keep:
                self.close()

    def _print(self, text: str) -> None:
        output = self.stage.output
        with suppress(OSError):  # the terminal may be gone
            output.write("\n".join(wrap(self.look.clean(text), max(20, output.get_size().columns - 1))) + "\n")
            output.flush()

    def _leave(self, typed: str) -> ui.Leave:
        self._over, self._leaving = True, False
        self.close()
        return ui.Leave(typed)

    def _page_for(self, view: ui.QuestionView) -> QuestionPage:
        question = view.question
        kept = self._typed.get(question.id, view.typed) or None
        again, self._again = self._again, None
        at = again[1] if again and again[0] == question.id else None
        page: QuestionPage
        if question.type == "choice":
            page = ChoicePage(self.look, view, at)
        elif question.type == "choices":
            page = ChoicesPage(self.look, view, kept, at)
        elif question.type == "risks":
            page = RisksPage(self.look, view, kept)
        else:
            page = _FIELDS[question.type](self.look, view, kept)
        if again and again[0] == question.id:
            page.help_open, page.message = again[2], ""
        return page
