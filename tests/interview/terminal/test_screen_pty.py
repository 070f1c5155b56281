"""The screen in a real pseudo-terminal: what a person sees and does, from the first key to the shell's prompt."""

import json
import os
import shlex
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from support.each import tiers
from support.terminal import Terminal

DRIVER = str(Path(__file__).parent / "driver.py")


def start(*asked, columns=80, rows=24, env=None, shell=None, **wish):
    """Start the driver on questions, each a name or (name, options); ``shell`` commands follow it."""
    questions = [item if isinstance(item, tuple) else (item, {}) for item in asked]
    arguments = [sys.executable, DRIVER, json.dumps({"ask": questions, **wish})]
    if shell is None:
        return Terminal(arguments, columns=columns, rows=rows, env=env)
    return Terminal(["/bin/sh", "-c", f"{shlex.join(arguments)}; {shell}"], columns=columns, rows=rows, env=env)


@pytest.mark.parametrize(("columns", "rows"), tiers(fast=[(80, 24)], deep=[(40, 10), (40, 24)]))
def test_a_session_in_english(columns, rows, tmp_path):
    report = tmp_path / "report"
    asked = ("level", "many", "words", "people", "next", "twelve", "review")
    with start(*asked, columns=columns, rows=rows, report=str(report)) as terminal:
        terminal.wait("7b. How far", "Enter answer")
        terminal.press("3")
        terminal.wait("Evidence 1: file number")
        terminal.press("Minutes 4")
        terminal.wait("> Minutes 4")
        terminal.press("f2")
        terminal.wait("Who uses it?")
        terminal.press("2")
        terminal.wait("[x] 2.")
        terminal.press("enter")
        terminal.wait("What is it for?")
        terminal.press("Letters")
        terminal.wait("> Letters")
        terminal.press("enter")
        terminal.wait("people a year?")
        terminal.press("12,500")
        terminal.wait("= 12,500 people")
        terminal.press("enter")
        terminal.wait("next review?")
        terminal.press("3/4/2027")
        terminal.wait("= 3 April 2027")
        terminal.press("enter")
        terminal.wait("Which month?")
        terminal.press("up", "enter")
        terminal.wait("Review before finishing")
        terminal.press("down", "enter")
        terminal.wait("THE END")
        assert terminal.wait_end() == 0
    given = report.read_text(encoding="utf-8")
    for wanted in (
        "1: Give(value='full', note='', evidence=(Evidence(reference='Minutes 4', date=None),)",
        "2: Give(value=('public',)",
        "3: Give(value='Letters'",
        "4: Give(value=12500",
        "5: Give(value='2027-04-03'",
        "6: Give(value='m12'",
        "7: <Do.FINISH",
    ):
        assert wanted in given


@pytest.mark.deep
def test_a_register_in_malay():
    with start("risks", lang="ms") as terminal:
        terminal.wait("Apakah risikonya?", "+ Tambah risiko")
        terminal.press("+")
        terminal.wait("Risiko baharu")
        terminal.press("Gangguan", "tab", "4", "tab", "5")
        terminal.wait("Skor: 4 × 5 = 20")
        terminal.press("f2")
        terminal.wait("> Selesai: jawab dengan risiko ini (1)")
        terminal.press("enter")
        terminal.wait("Risk(title='Gangguan', likelihood=4, consequence=5")


@pytest.mark.deep
def test_resizing_redraws():
    with start("level", columns=80) as terminal:
        terminal.wait("Level so far: between Risiko Minimum and Risiko Tinggi")
        terminal.press("down", "down")
        terminal.wait("> ( ) 2. Planned")
        for columns, rows in ((40, 24), (40, 10), (30, 8), (120, 40), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait("> ( ) 2. Planned")
            terminal.wait("Section 2/5: Semua", "7 of 40")
            assert all(len(line) <= columns for line in terminal.lines())
        terminal.wait("Level so far: between Risiko Minimum and Risiko Tinggi", "F5 Bahasa Melayu")
        terminal.press("enter")
        terminal.wait("1: Give(value='planned'")


def test_a_paste_keeps_its_lines_and_gives_nothing():
    with start("words", "words") as terminal:
        terminal.wait("What is it for?")
        assert b"\x1b[?2004h" in terminal.raw
        terminal.paste("first line\nsecond line\n\nlast")
        terminal.wait("> first line", "last")
        terminal.press("enter")
        terminal.wait("> ", gone="first line")
        terminal.press("ctrl-d")
        terminal.wait("1: Give(value='first line\\nsecond line\\n\\nlast'", "2: Leave(typed='')")


def test_a_double_enter_does_not_answer_the_next_question():
    with start("twelve", "level", ("twelve", {"value": "m3", "prefilled": True}), "level") as terminal:
        terminal.wait("Which month?")
        terminal.press("5")
        terminal.wait("> ( ) 5. Five")
        terminal.child.send("\r\r\r")
        terminal.wait("7b. How far", gone="> ( )")
        terminal.press("9", "enter")
        terminal.wait("! Choose an answer first")
        terminal.press("down")
        terminal.wait("> ( ) 1.")
        terminal.child.send("\r\r")
        terminal.wait("> (•) 3. Three", "Carried over")
        terminal.press("ctrl-d")
        terminal.wait("1: Give(value='m5'", "2: Give(value='none'", "3: Leave")


@pytest.mark.parametrize("number", tiers(fast=[signal.SIGTERM], deep=[signal.SIGHUP, signal.SIGINT]))
def test_signals_leave_with_what_was_typed_and_restore_the_terminal(number, tmp_path):
    pid = tmp_path / "pid"
    with start("words", shell="stty -a; echo BACK", pid=str(pid)) as terminal:
        terminal.wait("What is it for?")
        terminal.press("half typed")
        terminal.wait("> half typed")
        os.kill(int(pid.read_text(encoding="ascii")), number)
        shown = terminal.wait("1: Leave(typed='half typed')", "THE END", "BACK")
        assert " echo " in " ".join(shown.split())
        assert " icanon " in " ".join(shown.split())
        assert b"\x1b[?1049l" in terminal.raw
        assert terminal.raw.rfind(b"\x1b[?2004l") > terminal.raw.rfind(b"\x1b[?2004h")


@pytest.mark.parametrize("pressed", tiers(fast=["ctrl-c"], deep=["ctrl-d", "ctrl-q", "f10"]))
def test_leaving_by_key_restores_the_terminal(pressed):
    with start("words", shell="stty -a; echo BACK") as terminal:
        terminal.wait("What is it for?")
        terminal.press("half")
        terminal.wait("> half")
        terminal.press(pressed)
        shown = " ".join(terminal.wait("1: Leave(typed='half')", "BACK").split())
        assert " echo " in shown
        assert " isig " in shown


@pytest.mark.deep
def test_a_closed_window_keeps_what_was_typed(tmp_path):
    report = tmp_path / "report"
    with start("words", report=str(report)) as terminal:
        terminal.wait("What is it for?")
        terminal.press("half")
        terminal.wait("> half")
        terminal.hang_up()
    assert report.read_text() == "1: Leave(typed='half')"


def test_a_bug_between_questions_is_seen_on_a_sane_terminal():
    with start("level", crash=True, shell="stty -a; echo BACK") as terminal:
        terminal.wait("7b. How far")
        terminal.press("f8")
        shown = " ".join(terminal.wait("RuntimeError: a bug between two questions", "BACK").split())
        assert " echo " in shown


# The editor


def editor(tmp_path, code):
    file = tmp_path / "ed.py"
    file.write_text(f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return {"VISUAL": f"{shlex.quote(sys.executable)} {shlex.quote(str(file))}"}


@pytest.mark.parametrize("pressed", tiers(fast=["f9"], deep=["ctrl-e"]))
def test_the_editor_takes_the_terminal_and_gives_it_back(tmp_path, pressed):
    env = editor(tmp_path, "input('EDITING? '); file.write_text(file.read_text() + ' and edited')")
    with start("words", env=env) as terminal:
        terminal.wait("What is it for?")
        terminal.press("typed")
        terminal.wait("> typed")
        terminal.press(pressed)
        terminal.wait("EDITING?", gone="What is it for?")
        terminal.press("enter")
        terminal.wait("What is it for?", "> typed and edited")
        terminal.press("!", "enter")
        terminal.wait("1: Give(value='typed and edited!'")


@pytest.mark.deep
def test_an_editor_that_fails_loses_nothing(tmp_path):
    with start("words", env={"EDITOR": "/no/such/editor"}, lang="ms") as terminal:
        terminal.wait("Apakah tujuannya?")
        terminal.press("ditaip")
        terminal.wait("> ditaip")
        terminal.press("f9")
        terminal.wait("! Penyunting /no/such/editor tidak dapat dimulakan", "> ditaip")
        terminal.press("enter")
        terminal.wait("1: Give(value='ditaip'")


def test_ctrl_c_in_the_editor_does_not_end_the_interview(tmp_path):
    env = editor(
        tmp_path,
        # It sleeps in turns: a signal that comes just before input() waits would be noticed only after a key.
        "import time\ntry:\n    print('EDITING?', flush=True)\n    while True:\n        time.sleep(0.05)\n"
        "except KeyboardInterrupt:\n    file.write_text('interrupted')\n    sys.exit(1)",
    )
    with start("words", env=env) as terminal:
        terminal.wait("What is it for?")
        terminal.press("ctrl-e")
        terminal.wait("EDITING?")
        terminal.press("ctrl-c")
        terminal.wait("> interrupted", "ended with error 1; the text it saved is used.")
        terminal.press("ctrl-d")
        terminal.wait("1: Leave(typed='interrupted')")


# What the terminal can show


@pytest.mark.deep
def test_without_utf_8():
    with start("level", "many", env={"PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.wait("7b. How far", "[############....", "1-3 answer", "F5 Bahasa Melayu")
        terminal.press("down")
        terminal.wait("> ( ) 1. Not yet")
        terminal.press("f8")
        terminal.wait("Who uses it?")
        assert terminal.raw.isascii()
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("no_color", tiers(fast=[True], deep=[False]))
def test_no_color(no_color):
    with start("level", env={"NO_COLOR": "1"} if no_color else {}) as terminal:
        terminal.wait("7b. How far")
        terminal.press("down")
        terminal.wait("> ( ) 1. Not yet")
        coloured = any(
            f"{start}{colour}".encode() in terminal.raw for start in (";", "[") for colour in ("36m", "36;1m")
        )
        assert coloured is not no_color
        terminal.press("ctrl-d")


def test_text_from_files_cannot_reach_the_terminal():
    hostile = "\x1b]0;owned\x07\x1b[2J\x1b[31m\u202eevil\u2069 \x9b5n end"
    with start("words", hostile=hostile) as terminal:
        terminal.wait("\\u{1b}]0;owned\\u{7}", "\\u{202e}evil\\u{2069} \\u{9b}5n end")
        terminal.wait("Help", "F1 keys")
        for bad in (b"\x1b]0;", b"\x1b[31m", b"\x07", "\u202e".encode(), "\x9b".encode()):
            assert bad not in terminal.raw, bad
        terminal.press("ctrl-d")


@pytest.mark.deep
def test_an_arrow_key_split_by_a_slow_line_is_one_key_where_it_comes_soon():
    with start("level") as terminal:
        terminal.wait("7b. How far")
        terminal.child.send("\x1b")
        terminal.child.send("[B")
        terminal.wait("> ( ) 1. Not yet")
        terminal.press("esc")
        terminal.wait("1: <Do.BACK")


@pytest.mark.deep
def test_the_language_of_a_greeting():
    with start("level", lang="ms", show="Selamat datang\n\nTidak rasmi.") as terminal:
        terminal.wait("Selamat datang", "Tidak rasmi.", "Enter teruskan")
        terminal.press("enter")
        terminal.wait("7b. Sejauh manakah", gone="Tidak rasmi.")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
