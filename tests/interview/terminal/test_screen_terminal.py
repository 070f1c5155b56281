"""What a terminal and its shell do to the program: stops, tiny windows, pastes."""

import os
import signal
import sys

import pytest
from screen_desk import answered, sees, view
from test_screen_pty import start

from aiassess.interview import actions


@pytest.mark.parametrize("name", ["words", "level"])
def test_after_a_tiny_window_the_first_columns_are_there_again(make_desk, name):
    desk = make_desk(columns=80)

    def resize(columns, rows):
        def step(desk):
            desk.columns, desk.rows = columns, rows
            desk.glass.screen.resize(rows, columns)
            desk.screen.app.application._on_resize()

        return step

    shown = view(name, answer=answered("a long answer" if name == "words" else "none"))
    tiny = [resize(1, 24), "end", resize(2, 3), "home", resize(80, 24)]
    desk.ask(shown, *tiny, "end", sees("Section 2/5", "F2 note" if name == "words" else "( ) 2."), "f8")


@pytest.mark.parametrize("pasted", ["\x1b[200~one\r\ntwo\nthree\x1b[201~", "one\rtwo\nthree"])
def test_a_one_line_field_turns_pasted_line_ends_into_blanks(desk, pasted):
    action = desk.ask(view("remark"), f"type:{pasted}", sees("> one two three"), "enter")
    assert action == actions.Give("one two three")
    action = desk.ask(view("level"), "f2", "tab", f"type:{pasted}", sees("> one two three"), "f2")
    assert action.evidence[0].reference == "one two three"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_after_a_stop_the_terminal_is_taken_again_and_drawn_anew(tmp_path):
    import termios

    pid = tmp_path / "pid"
    with start("words", pid=str(pid)) as terminal:
        terminal.wait("What is it for?")
        terminal.press("half")
        terminal.wait("> half")
        process = int(pid.read_text(encoding="ascii"))
        os.kill(process, signal.SIGSTOP)
        # What a shell does meanwhile: it sets the terminal to its own liking and writes to it.
        mode = termios.tcgetattr(terminal.child.child_fd)
        mode[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, mode)
        terminal.screen.erase_in_display(2)
        os.kill(process, signal.SIGCONT)
        terminal.wait("What is it for?", "> half")
        terminal.press("!")
        terminal.wait("> half!")
        terminal.press("ctrl-d")
        terminal.wait("Leave(typed='half!')")
