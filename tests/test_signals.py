"""Signals that ask to end are handled for a while, and left as they were."""

import signal
import threading

import pytest

from aiassess.signals import Handling, handle


class Noting(Handling):
    def __init__(self):
        self.seen = []

    def handle(self, number, _):
        self.seen.append(number)


def test_what_handled_a_signal_before_handles_it_again():
    before = signal.getsignal(signal.SIGTERM)
    with Noting() as noting:
        signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) == noting.handle
    assert noting.seen == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_the_program_was_started_to_ignore_stays_ignored():
    with handle(signal.SIG_IGN, [signal.SIGTERM]), Noting() as noting:
        signal.raise_signal(signal.SIGTERM)
    assert noting.seen == []


def test_a_fault_restores_the_handlers_too():
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(ZeroDivisionError), Noting():
        1 / 0  # noqa: B018 - the fault is the test
    assert signal.getsignal(signal.SIGTERM) is before


def test_another_thread_changes_no_handler():
    before, seen = signal.getsignal(signal.SIGTERM), []

    def look():
        with Noting():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [before]
