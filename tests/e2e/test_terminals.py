"""Windows of every size and terminals of every kind."""

import re
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import SMALL, Officer, open_terminal, read_json

from support.each import tiers
from support.editions import GPAISA


def to_first_choice(terminal):
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("1. What is the system called?")
    terminal.press("Score", "enter")
    terminal.wait("2. What does the system act on?", "( ) 2. Persons")


@pytest.mark.deep
def test_forty_columns(tmp_path):
    officer = Officer(language="ms")
    with open_terminal(tmp_path, "assess", GPAISA, "--lang", "ms", "--out", "done", columns=40) as terminal:
        place = officer.sit_down(terminal)
        for _ in range(12):
            assert "lagi" in terminal.words()
            place = officer.react(place)
        assert officer.asked == [question.id for question in officer.questionnaire.questions][: len(officer.asked)]
        terminal.press("f6")
        terminal.wait("Semua soalan", "belum dijawab")
        terminal.press("f6")
        officer.look()
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0


@pytest.mark.deep
def test_resizing_in_the_middle_of_a_question(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en") as terminal:
        to_first_choice(terminal)
        terminal.press("down", "down")
        terminal.wait("> ( ) 2. Persons")
        before = terminal.lines()
        parts = ("2. What does the system act on?", "( ) 1. Things only", "( ) 2. Persons", "Question 2")
        for columns in (40, 100, 60, 80):
            terminal.resize(columns, 24)
            rule = "─" * columns

            def whole(rule=rule):
                rows = terminal.lines()
                once = all(terminal.words().count(part) == 1 for part in parts)
                return once and rows.count(rule) == 2 and "> ( ) 2. Persons" in rows

            terminal.wait_for(whole, f"the screen at {columns} columns")
            assert len(terminal.text().splitlines()) == 24
        assert terminal.lines() == before
        terminal.press("enter")
        terminal.wait("3. Any other remark?")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0


# tests/interview/test_mode.py tries every setting.
@pytest.mark.parametrize(
    ("columns", "env"),
    tiers(
        fast=[(30, {"TERM": "dumb"})],
        deep=[(30, {}), (80, {"TERM": "dumb"}), (80, {"TERM": ""}), (80, {"ACCESSIBLE": "1"})],
    ),
)
def test_goes_plain_by_itself(tmp_path, columns, env):
    with open_terminal(
        tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "done", columns=columns, **env
    ) as terminal:
        terminal.wait("Press Enter to begin")
        terminal.press("\n")
        terminal.wait("What is the system called?")
        terminal.press("Score\n", ".\n")
        terminal.wait("2. Persons", "number")
        terminal.press("1\n")
        terminal.wait("Any other remark?")
        terminal.press(":finish\n")
        terminal.wait("finish to write the report")
        terminal.press("finish\n")
        terminal.wait("yes or no")
        terminal.press("yes\n")
        assert terminal.wait_end() == 0
    assert b"\x1b" not in terminal.raw
    assert read_json(tmp_path / "done" / "report.json")["result"]["status"] == "incomplete"


@pytest.mark.parametrize("asked", tiers(fast=[True], deep=[False]))
def test_no_color(tmp_path, asked):
    env = {"NO_COLOR": "1"} if asked else {}
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "done", **env) as terminal:
        to_first_choice(terminal)
        terminal.press("down", "down")
        terminal.wait("> ( ) 2. Persons")
        terminal.press("f7")
        terminal.wait("Review before finishing")
        terminal.press("down")
        terminal.wait("> Finish and write")
        terminal.press("enter")
        terminal.wait("The report will be marked incomplete")
        terminal.press("y")
        assert terminal.wait_end() == 0
    codes = {int(code) for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw) for code in found.split(b";") if code}
    coloured = {code for code in codes if 30 <= code <= 49 or 90 <= code <= 107}
    assert bool(coloured) is not asked


@pytest.mark.deep
@pytest.mark.parametrize("columns", tiers(fast=[80], deep=[30]))
def test_without_utf_8(tmp_path, columns):
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with open_terminal(tmp_path, "assess", GPAISA, "--lang", "ms", columns=columns, **env) as terminal:
        if columns == 80:
            terminal.wait("Jawapan anda")
            terminal.press("enter")
            terminal.wait("1a. ", "[......", "Ctrl-D simpan & keluar")
            terminal.press("f6")
            terminal.wait("Semua soalan", "Up/Down pilih")
            terminal.press("ctrl-d")
        else:
            terminal.wait("Tekan Enter untuk bermula")
            terminal.press("\n")
            terminal.wait("1a. ")
            terminal.press(":keluar\n")
        assert terminal.wait_end() == 0
    assert terminal.raw.isascii()
