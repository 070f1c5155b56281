"""When the interview uses the full screen, and when plain lines."""

import io
import os
import sys

import pytest

from aiassess.interview.mode import choose_mode

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

TERM = {"TERM": "xterm-256color"}


@pytest.fixture
def make_terminal():
    """Return a pair of streams that are a terminal of this size."""
    import fcntl
    import pty
    import struct
    import termios

    opened = []

    def make(columns=80, rows=24):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        streams = (os.fdopen(slave, "r", closefd=False), os.fdopen(os.dup(slave), "w"))
        opened.extend([*streams, master, slave])
        return streams

    yield make
    for item in opened:
        if isinstance(item, int):
            os.close(item)
        else:
            item.close()


def test_a_proper_terminal_gets_the_screen(make_terminal):
    assert choose_mode(False, TERM, *make_terminal()) == "screen"


def test_asked_for_by_the_option(make_terminal):
    assert choose_mode(True, TERM, *make_terminal()) == "plain"


@pytest.mark.parametrize("name", ["AIASSESS_PLAIN", "ACCESSIBLE"])
@pytest.mark.parametrize(
    ("value", "mode"), [("1", "plain"), ("yes", "plain"), ("", "screen"), ("0", "screen"), ("False", "screen")]
)
def test_asked_for_by_the_environment(make_terminal, name, value, mode):
    assert choose_mode(False, TERM | {name: value}, *make_terminal()) == mode


@pytest.mark.parametrize("term", [None, "", "dumb", "unknown", "DUMB"])
def test_terminals_that_cannot(make_terminal, term):
    assert choose_mode(False, {} if term is None else {"TERM": term}, *make_terminal()) == "plain"


@pytest.mark.parametrize(
    ("columns", "rows", "mode"),
    [(40, 10, "screen"), (39, 10, "plain"), (40, 9, "plain"), (200, 60, "screen"), (0, 0, "screen")],
)
def test_the_size_of_the_window(make_terminal, columns, rows, mode):
    assert choose_mode(False, TERM, *make_terminal(columns, rows)) == mode


def test_pipes_and_files(make_terminal):
    stdin, stdout = make_terminal()
    assert choose_mode(False, TERM, io.StringIO(), stdout) == "plain"
    assert choose_mode(False, TERM, stdin, io.StringIO()) == "plain"
    assert choose_mode(False, TERM, None, stdout) == "plain"
    assert choose_mode(False, TERM, stdin, None) == "plain"
    closed = io.StringIO()
    closed.close()
    assert choose_mode(False, TERM, closed, stdout) == "plain"


def test_a_terminal_that_will_not_tell_its_size(make_terminal):
    class Odd(io.StringIO):
        def isatty(self):
            return True

    assert choose_mode(False, TERM, make_terminal()[0], Odd()) == "plain"


def test_windows_without_a_console_buffer_and_without_term(make_terminal, monkeypatch):
    # TERM is not looked at on Windows; whether prompt_toolkit can make an output decides.
    assert choose_mode(False, {}, *make_terminal(), windows=True) == "screen"

    def no_buffer(**_):
        raise RuntimeError("NoConsoleScreenBufferError")

    monkeypatch.setattr("prompt_toolkit.output.create_output", no_buffer)
    assert choose_mode(False, {}, *make_terminal(), windows=True) == "plain"
