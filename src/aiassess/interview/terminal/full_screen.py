"""The interview on the full screen of a terminal (docs/interview.md).

``TerminalScreen`` shows views and returns actions. It takes the terminal's alternate screen at the first page and gives
it back in ``close``; until then nothing else may write to the terminal.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output

from aiassess.interview import actions, protocol
from aiassess.interview.terminal.app import App
from aiassess.interview.terminal.asking import Asking
from aiassess.interview.terminal.checklist import ChecklistPage, Read
from aiassess.interview.terminal.dialogs import ConfirmPage, LinePage, ListPage, ReadPage, StartPage
from aiassess.interview.terminal.glyphs import glyphs_for
from aiassess.interview.terminal.kinds import PAGES
from aiassess.interview.terminal.overview import OverviewPage
from aiassess.interview.terminal.page import LeaveRequested, R, ResultPage
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.wrapping import wrap

_LEFT = -1


class TerminalScreen:
    """A ``protocol.Screen`` on a terminal; ``input_`` and ``output`` are given in tests, else those of the program."""

    def __init__(
        self,
        input_: Input | None = None,
        output: Output | None = None,
        environ: Mapping[str, str] = os.environ,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        output = output or create_output(stdout=sys.stdout)
        self.glyphs = glyphs_for(output.encoding())
        self.app = App(input_ or create_input(sys.stdin), output, environ, clock)
        self.keep: protocol.Keep = protocol.keep_nothing
        self._earlier: QuestionPage | None = None
        """The page of the question that was left for a moment."""
        self._listed: OverviewPage | None = None
        """The list or the review as it was shown last."""
        self._leave_next = False
        """The person asked to leave while something else had to be returned first."""
        self._over = False
        self._read_to_end: Read = set()

    def close(self) -> None:
        self.app.close()

    def request_leave(self) -> None:
        self.app.request_leave()

    # The Screen protocol

    def ask(self, view: protocol.QuestionView) -> actions.Action:
        self._over = False
        if self._leaving:
            return self._leave(view.typed)
        page = PAGES.of(view.question)(self.glyphs, view)
        if self._earlier is not None and self._earlier.question.id == view.question.id:
            page.go_on_from(self._earlier)
        asking = Asking(self.app, page, self.keep)
        self.app.tick = lambda: self.keep(asking.unfinished())
        try:
            action = self.app.run(asking.run())
        except LeaveRequested:
            action = self._leave(page.typed())
        finally:
            self.app.tick = lambda: None
        self._leave_next = asking.leave_next
        if not isinstance(action, actions.Give) or page.may_hold_more:
            self.keep(asking.unfinished())  # a value that is given is kept as the answer
        stays = isinstance(action, actions.SwitchLanguage | actions.Annotate) or action is actions.Do.PREVIEW
        self._earlier = page if stays else None
        return action

    def overview(self, overview: protocol.Overview) -> actions.Action:
        self._listed = OverviewPage(self.glyphs, overview, self._listed)
        return self._in_turn(self._listed)

    def checklist(self, checklist: protocol.Checklist) -> actions.Action:
        return self._in_turn(ChecklistPage(self.glyphs, checklist, self._read_to_end))

    def confirm(self, text: str, *, language: str) -> bool:
        """Ask a yes/no question; Esc and leaving are no."""
        picked = self._outside(ConfirmPage(self.glyphs, language, text), _LEFT)
        self._leave_next |= picked == _LEFT
        return picked == 0

    def choose(self, choice: protocol.Choice) -> int | None:
        """Let the person pick one of several lines; None to leave. Esc says which line leaves, and does nothing else."""
        return self._outside(ListPage(self.glyphs, choice), None)

    def line(self, text: str, *, language: str) -> str:
        return self._outside(LinePage(self.glyphs, language, text), "")

    def start(self, start: protocol.Start) -> actions.SwitchLanguage | None:
        return self._read(StartPage(self.glyphs, start))

    def show(self, text: str, *, language: str) -> None:
        """Show text until Enter, with keys in ``language``; print it once the interview is over."""
        if self._leaving or self._over:
            self.close()
            self._print(text)
            return
        self._read(ReadPage(self.glyphs, language, text))

    # Inside

    def _in_turn(self, page: ResultPage[actions.Action]) -> actions.Action:
        """Show a page of the interview other than a question, unless the person already asked to leave."""
        self._over = False
        action = actions.Leave() if self._leaving else self._shown(page, actions.Leave())
        return self._leave() if isinstance(action, actions.Leave) else action

    def _read(self, page: ResultPage[R]) -> R | None:
        """Show a page to be read; None also if the person leaves, which the next call does."""
        try:
            return self.app.run(self.app.show(page, fresh=True))
        except LeaveRequested:
            self._leave()
            self._leave_next = True
            return None

    @property
    def _leaving(self) -> bool:
        return self._leave_next or self.app.stopped

    def _outside(self, page: ResultPage[R], left: R) -> R:
        """Show a page; ``left``: the result if the person leaves.

        Outside of the interview the terminal is given back at once, for others write to it there.
        """
        keep = self.app.is_open
        try:
            return self._shown(page, left)
        finally:
            if not keep:
                self.close()

    def _shown(self, page: ResultPage[R], left: R) -> R:
        try:
            return self.app.run(self.app.show(page, fresh=True))
        except LeaveRequested:
            return left

    def _print(self, text: str) -> None:
        output = self.app.output
        with suppress(OSError):  # the terminal may be gone
            output.write("\n".join(wrap(self.glyphs.clean(text), max(20, output.get_size().columns - 1))) + "\n")
            output.flush()

    def _leave(self, typed: str = "") -> actions.Leave:
        self._over, self._leave_next = True, False
        self.close()
        return actions.Leave(typed)
