"""Ctrl-C between chunks, never while one is being written; a second one ends the program at once."""

import atexit
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from aiassess.errors import EXIT_INTERRUPTED
from aiassess.signals import Handling, handle


def end_at_once_from_now() -> None:
    """Let the next signal end this process with 130: it is already interrupted, and has only to say so."""
    handle(_end)
    # Python drops its handlers as it exits, and the process would die of the signal instead.
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
        """Let what is under way finish before an interruption."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
        if self._came:
            raise KeyboardInterrupt

    def handle(self, number: int, frame: FrameType | None) -> None:
        if self._came:
            try:
                self._at_last()
            finally:
                _end(number, frame)
        self._came = True
        if not self._busy:
            raise KeyboardInterrupt
