"""How far a batch is: a line on the terminal behind standard error, redrawn a few times a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from aiassess.cli.help import current_language
from aiassess.text import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from aiassess.batch.run import Run


EVERY = 0.2
"""Seconds between two drawings."""


class Progress:
    """Shows a running batch, if standard error is a terminal and no rows are printed on it; counts ``seconds``."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._begun = self._drawn = time.monotonic()
        self._bar: Bar | None = None

    @property
    def seconds(self) -> float:
        """The time since the run began."""
        return time.monotonic() - self._begun

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not (sys.stdout.isatty() and self._run.prints):
            self._bar = _bar(self._run.inputs.size())
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
        words, left = self._words()
        self._bar.update(self._bar.task_ids[0], completed=self._run.read, words=words, left=left)
        self._bar.refresh()

    def _words(self) -> tuple[str, str]:
        counts, lang = self._run.counts, current_language()
        rate = (counts.rows - self._run.before) / max(self.seconds, 1e-3)
        words = say(lang, "batch.progress", rows=f"{counts.rows:,}", refused=f"{counts.refused:,}", rate=f"{rate:,.0f}")
        total = self._bar.tasks[0].total if self._bar else None
        done = self._run.read - self._run.read_before
        if not total or not done:
            return words, ""
        left = max(0, round((total - self._run.read) * self.seconds / done))
        time_left = f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02}"
        return words, say(lang, "batch.remaining", time=time_left)


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
