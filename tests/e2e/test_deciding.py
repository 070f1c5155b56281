"""What follows from an answer, on the full screen of the real program."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import SMALL, draft_file, open_terminal, read_json

from aiassess.questionnaire.catalog import load_questionnaire
from support.each import tiers


def begin(terminal):
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("Ctrl-D save & leave", gone="Enter continue")


@pytest.mark.parametrize(("columns", "rows"), tiers(fast=[(80, 24)], deep=[(100, 32), (60, 20), (42, 15)]))
def test_a_prohibited_use_is_corrected_then_reported(tmp_path, columns, rows):
    with open_terminal(
        tmp_path, "assess", "gpaisa", "--lang", "en", "--out", "done", columns=columns, rows=rows
    ) as terminal:
        begin(terminal)
        terminal.press("f6")
        terminal.wait("All questions")
        terminal.press(load_questionnaire("gpaisa").by_id["social_scoring"].text["en"], "enter")
        terminal.wait("8. ", "1. No", gone="All questions")
        terminal.press("y")
        terminal.wait("Prohibited: social scoring", "1. Correct it: take this answer back")
        terminal.press("enter")
        terminal.wait("Choose a line first")
        terminal.press("1", "enter")
        terminal.wait("Undone at question")
        assert read_json(draft_file(tmp_path))["answers"] == {}
        terminal.press("y")
        terminal.wait("Prohibited: social scoring")
        terminal.press("2")
        terminal.wait("> 2. Stop here")
        terminal.press("enter")
        assert terminal.wait_end() == 0
    result = read_json(tmp_path / "done" / "report.json")["result"]
    assert (result["level"], result["verdict"], result["status"]) == ("prohibited", "stop", "incomplete")
    assert draft_file(tmp_path)


def test_a_settled_level_is_reported_at_once_and_the_draft_kept(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "done") as terminal:
        begin(terminal)
        terminal.press("Alpha", "f12")
        terminal.wait("Preview: the result if you finished now", "Still open: 5 not answered.")
        terminal.press("f12")
        terminal.wait("> Alpha")
        terminal.press("enter")
        terminal.wait("2. Persons")
        terminal.press("2")
        terminal.wait("2 new questions apply now. Ctrl-Z undoes this.", "3. Any other remark?")
        terminal.press("f8")
        terminal.wait("Who is affected?")
        terminal.press("1", "enter")
        terminal.wait("The level is settled: High.", "2. Write the report now")
        terminal.press("2")
        terminal.wait("> 2. Write the report now")
        terminal.press("enter")
        assert terminal.wait_end() == 0
        terminal.wait("is kept")
    result = read_json(tmp_path / "done" / "report.json")["result"]
    assert (result["level"], result["status"]) == ("high", "incomplete")
    assert draft_file(tmp_path)
