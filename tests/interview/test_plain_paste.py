"""Several lines pasted at a terminal in plain mode answer nothing but the question that is shown."""

import io
import os
import sys

import pytest
from test_plain import view

from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.plain.streams import PROMPT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")


@pytest.fixture
def terminal():
    """A terminal: what is typed at it, and the screen that reads there."""
    import pty

    ours, theirs = pty.openpty()
    with os.fdopen(theirs, encoding="utf-8") as read:
        screen = PlainScreen(read, io.StringIO())
        told = []
        screen._lines._output = type("Out", (), {"encoding": "utf-8", "write": told.append, "flush": lambda: None})
        yield (lambda text: os.write(ours, text.encode())), screen, told
    os.close(ours)


@pytest.mark.parametrize("end", ["\n", ""])
def test_what_is_pasted_with_a_number_does_not_answer_the_next_question(terminal, end):
    paste, screen, told = terminal
    paste(f"5\n6\n7{end}")
    assert screen.ask(view("people")) == actions.Give(5)
    assert "These lines arrived with your answer and were not used: 6 / 7\n" in told
    paste("8\n")
    assert screen.ask(view("people")) == actions.Give(8)


@pytest.mark.parametrize(("then", "value"), [("\n", "Minutes of a meeting"), ("File 3\n", "File 3")])
def test_lines_pasted_into_one_line_are_joined_and_asked_about(terminal, then, value):
    paste, screen, told = terminal
    script = iter(["3\n", "Minutes\nof a\nmeeting", then, "\n", "\n"])

    def write(text):
        told.append(text)
        if text == PROMPT:  # each comes once the program waits for it; Ctrl-D, should it wait for more
            paste(next(script, "\x04"))

    screen._lines._output.write = write
    action = screen.ask(view("oversight"))
    assert [item.reference for item in action.evidence] == [value]
    assert any("joined into one: Minutes of a meeting" in line for line in told)


def test_a_text_that_is_pasted_is_kept_whole_and_its_surplus_said(terminal):
    paste, screen, told = terminal
    paste("\n\nFirst\n\nSecond\n.\nleft over\n")
    assert screen.ask(view("system")) == actions.Give("First\n\nSecond")
    assert "These lines arrived with your answer and were not used: left over\n" in told
