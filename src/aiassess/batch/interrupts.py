"""Ctrl-C between chunks, never within one that is being written."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# SIGHUP: the window was closed. SIGBREAK: the same on Windows. Which of them exist depends on the system.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interrupts:
    """While open, signals that ask to end raise KeyboardInterrupt; the first one waits until nothing is held back."""

    def __init__(self) -> None:
        self._busy = self._came = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for name in _NAMES:
                number = getattr(signal, name, None)
                # Who starts a program with a signal ignored (nohup) wants it to go on.
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
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

    def _handle(self, _: int, __: FrameType | None) -> None:
        if not self._busy or self._came:
            raise KeyboardInterrupt
        self._came = True
