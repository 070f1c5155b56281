"""Ctrl-C between chunks, never within one that is being written; a second one ends the program there and then."""

from __future__ import annotations

import atexit
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiassess.errors import EXIT_INTERRUPTED
from aiassess.signals import Handling, handle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


def end_at_once_from_now() -> None:
    """Let the next signal end this process with 130: it was interrupted already, and only says so any more."""
    handle(_end)
    # On its way out Python drops its handlers, and the process would die of the signal instead.
    atexit.register(handle, signal.SIG_IGN)


def _end(_: int, __: FrameType | None) -> None:
    os._exit(EXIT_INTERRUPTED)


class Interrupts(Handling):
    """While open, the first signal that asks to end raises KeyboardInterrupt once nothing is held back.

    A second one does not wait for anything: after ``at_last``, which must not wait either, the process is gone.
    """

    def __init__(self, at_last: Callable[[], None]) -> None:
        self._at_last = at_last
        self._busy = self._came = False

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Finish what is under way first."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
        if self._came:
            raise KeyboardInterrupt

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Interrupt now, or after what is held back; end the process if that was asked for before."""
        if self._came:
            try:
                self._at_last()
            finally:
                _end(number, frame)
        self._came = True
        if not self._busy:
            raise KeyboardInterrupt
