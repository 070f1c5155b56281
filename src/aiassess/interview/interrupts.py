"""Signals during an interview: save, then leave as if the person had asked to."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from aiassess.interview.protocol import Screen
from aiassess.signals import Handling

T = TypeVar("T")


class Interrupts(Handling):
    """While open, a signal saves and makes the screen return; it never cuts off an answer that is being taken in.

    ``received`` is the first signal that came, or None.
    """

    def __init__(self, screen: Screen, save: Callable[[], object]) -> None:
        self.received: int | None = None
        self._screen = screen
        self._save = save
        self._asking = False

    def ask(self, call: Callable[[], T], otherwise: T) -> T:
        """Return what a call to the screen returns, or ``otherwise`` if a signal came first or meanwhile."""
        if self.received is not None:
            return otherwise
        result = None
        try:
            self._asking = True
            result = call()
        except KeyboardInterrupt:
            if self.received is None:  # Ctrl-C, if no handler could be set
                self.received = signal.SIGINT
        finally:
            self._asking = False
        return otherwise if result is None else result

    def handle(self, number: int, _: FrameType | None) -> None:
        """Save and make the screen return, unless an answer is being taken in."""
        if self.received is None:
            self.received = number
        if not self._asking:
            return  # an answer is being taken in and saved; the next question is not asked any more
        self._save()
        self._screen.request_leave()
