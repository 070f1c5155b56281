"""How far a batch is: a line on the terminal behind standard error, redrawn a few times a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple, Self

from aiassess.cli.help import current_language
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress as Bar

    from aiassess.batch.inputs import Inputs


EVERY = 0.2
"""Seconds between two drawings."""


class State(NamedTuple):
    """How far a run is: its submissions, how many of them are refused, the bytes read, and what an earlier run had done.

    ``looking``: the bytes are read again, for the reports that submissions revise.
    """

    rows: int
    refused: int
    read: int
    rows_before: int = 0
    read_before: int = 0
    looking: bool = False


class Progress:
    """Shows a running batch, if standard error is a terminal and no rows are printed on it; counts ``seconds``."""

    def __init__(self, inputs: Inputs, state: Callable[[], State], *, prints: bool = False) -> None:
        self._inputs, self._state, self._prints = inputs, state, prints
        self._begun = self._drawn = time.monotonic()
        self._bar: Bar | None = None

    @property
    def seconds(self) -> float:
        """The time since the run began."""
        return time.monotonic() - self._begun

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not (sys.stdout.isatty() and self._prints):
            self._bar = _bar(self._inputs.size())
            self._bar.start()
            self._bar.console.show_cursor(True)  # it would stay hidden if this process were killed
        self._begun = self._drawn = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self) -> None:
        """Redraw, if it is time."""
        now = time.monotonic()
        if self._bar is None or now < self._drawn + EVERY:
            return
        self._drawn = now
        state, lang = self._state(), current_language()
        rate = (state.rows - state.rows_before) / max(self.seconds, 1e-3)
        words = say(lang, "batch.progress", rows=f"{state.rows:,}", refused=f"{state.refused:,}", rate=f"{rate:,.0f}")
        total, done, left = self._bar.tasks[0].total, state.read - state.read_before, ""
        if state.looking:
            words = say(lang, "batch.looking")
        elif total and done:
            rest = max(0, round((total - state.read) * self.seconds / done))
            left = say(lang, "batch.remaining", time=f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02}")
        self._bar.update(self._bar.task_ids[0], completed=state.read, words=words, left=left)
        self._bar.refresh()


def _bar(total: int | None) -> Bar:
    from rich.console import Console  # noqa: PLC0415 - for terminals alone
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415
    from rich.table import Column  # noqa: PLC0415

    columns = [
        BarColumn(bar_width=10),
        TextColumn("{task.percentage:>3.0f}%" if total else ""),
        # One line, on however narrow a terminal: a second one would not be taken away at the end.
        TextColumn("{task.fields[words]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
        TextColumn("{task.fields[left]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
    ]
    bar = Bar(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    bar.add_task("", total=total, words="", left="")
    return bar
