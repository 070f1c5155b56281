"""Ctrl-C between chunks, never within one that is being written; a second one ends the program there and then."""

from __future__ import annotations

import atexit
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from aiassess.errors import EXIT_INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

# SIGHUP: the window was closed. SIGBREAK: the same on Windows. Which of them exist depends on the system.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def end_at_once_from_now() -> None:
    """Let the next signal end this process with 130: it was interrupted already, and only says so any more."""
    if threading.current_thread() is threading.main_thread():
        _handle_with(_end)
        # On its way out Python drops its handlers, and the process would die of the signal instead.
        atexit.register(_handle_with, signal.SIG_IGN)


def _handle_with(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in _numbers():
        signal.signal(number, handler)


def _numbers() -> Iterator[int]:
    """Yield the signals that ask to end. Who starts a program with one ignored (nohup) wants it to go on."""
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            yield number


def _end(_: int, __: FrameType | None) -> None:
    os._exit(EXIT_INTERRUPTED)


class Interrupts:
    """While open, the first signal that asks to end raises KeyboardInterrupt once nothing is held back.

    A second one does not wait for anything: after ``at_last``, which must not wait either, the process is gone.
    """

    def __init__(self, at_last: Callable[[], None]) -> None:
        self._at_last = at_last
        self._busy = self._came = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in _numbers():
                self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)  # type: ignore[arg-type]

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

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self._came:
            try:
                self._at_last()
            finally:
                _end(number, frame)
        self._came = True
        if not self._busy:
            raise KeyboardInterrupt
