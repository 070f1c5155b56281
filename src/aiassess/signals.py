"""The signals that ask a program to end, and who handles them for a while."""

import signal
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from types import FrameType
from typing import Self

Handler = Callable[[int, FrameType | None], object] | signal.Handlers

# SIGHUP: the window was closed. SIGBREAK: the same on Windows. Which of them exist depends on the system.
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


def handle(handler: Handler, numbers: Iterable[int] = ENDING) -> ExitStack:
    """Set the handler of signals, and return what restores those before it.

    An inherited SIG_IGN (nohup) is respected. Only the main thread can set handlers; elsewhere nothing is changed.
    """
    restore = ExitStack()
    if threading.current_thread() is threading.main_thread():
        for number in numbers:
            before = signal.getsignal(number)
            if before is not signal.SIG_IGN:
                signal.signal(number, handler)
                restore.callback(signal.signal, number, signal.SIG_DFL if before is None else before)
    return restore


class Handling:
    """While open, ``handle`` is called by the signals that ask to end."""

    _restore: ExitStack

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Take a signal in, between any two steps of the main thread."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._restore = handle(self.handle)
        return self

    def __exit__(self, *_: object) -> None:
        self._restore.close()
