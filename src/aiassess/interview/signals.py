"""Signals during an interview: save, then leave as if the person had asked to."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, TypeVar

from aiassess.interview.ui import Interruptible

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Self

    from aiassess.interview.ui import Screen

T = TypeVar("T")

# SIGHUP: the window was closed. SIGBREAK: the same on Windows. Which of them exist depends on the system.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Signals:
    """While open, a signal saves and makes the screen return; it never cuts off an answer that is being taken in.

    ``received`` is the first signal that came, or None.
    """

    def __init__(self, screen: Screen, save: Callable[[], object]) -> None:
        self.received: int | None = None
        self._screen = screen
        self._save = save
        self._asking = False
        self._before: dict[int, object] = {}

    def ask(self, call: Callable[[], T], otherwise: T) -> T:
        """Return what a call to the screen returns, or ``otherwise`` where a signal came first or meanwhile."""
        if self.received is not None:
            return otherwise
        result = None
        try:
            self._asking = True
            result = call()
        except KeyboardInterrupt:
            if self.received is None:  # Ctrl-C where no handler could be set
                self.received = signal.SIGINT
        finally:
            self._asking = False
        return otherwise if result is None else result

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for name in _NAMES:
                number = getattr(signal, name, None)
                # Who starts a program with a signal ignored (nohup) wants it to go on.
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)  # type: ignore[arg-type]

    def _handle(self, number: int, _: FrameType | None) -> None:
        if self.received is None:
            self.received = number
        if not self._asking:
            return  # an answer is being taken in and saved; the next question is not asked any more
        self._save()
        if isinstance(self._screen, Interruptible):
            self._screen.request_leave()
        else:
            self._asking = False
            raise KeyboardInterrupt
