"""Text from files, however hostile, never reaches the terminal as anything but text."""

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import SMALL, draft_file, open_terminal, printed

from aiassess.text import say
from support.each import tiers

PAYLOAD = "\x1b]0;owned\x07\x1b[2J\x1b[31m\x1bPq\x9b5n\u202eevil\u2066"
BAD = [b"\x1b]0;", b"\x1b]", b"\x1b[31m", b"\x1bP", b"\x07", "\x9b".encode(), "\u202e".encode(), "\u2066".encode()]


def is_harmless(raw):
    return [bad for bad in BAD if bad in raw] == []


def hostile_answers():
    evidence = [{"reference": PAYLOAD + "reference"}]
    return {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": "interview", "version": "1.2.0"},
        "about": {"assessor": PAYLOAD},
        "answers": {
            "system": {"value": PAYLOAD + "name", "note": PAYLOAD + "note", "evidence": evidence},
            "acts_on": {"value": "persons", "note": PAYLOAD + "note"},
            "remark": {"value": PAYLOAD},
            "oversight": {"status": "not_applicable", "note": PAYLOAD + "reason"},
            "register": {"value": [{"title": PAYLOAD, "likelihood": 5, "consequence": 5, "treatment": PAYLOAD}]},
        },
    }


def look_everywhere(terminal):
    """Go through the screens that show answers, and finish."""
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("F7 review")
    terminal.press("f6")
    terminal.wait("All questions", "\\u{1b}")
    terminal.press("home", "enter")
    terminal.wait("1. What is the system called?", "\\u{1b}]0;owned", "reference")
    terminal.press("f2")
    terminal.wait("Note and evidence", "\\u{1b}")
    terminal.press("esc")
    terminal.wait("1. What is the system called?", gone="Note and evidence")
    terminal.press("f6")
    terminal.wait("All questions", "\\u{1b}")
    terminal.press("end")
    terminal.wait("What are the risks?")
    terminal.press("enter")
    terminal.wait("1 \\u{1b}]0;owned", "5 × 5 = 25")
    terminal.press("1", "enter")
    terminal.wait("Edit risk", "\\u{1b}")
    terminal.press("esc")
    terminal.wait("+ Add a risk")
    terminal.press("f7")
    terminal.wait("Review before finishing")
    terminal.press("down")
    terminal.wait("> " + say("en", "screen.finish"))
    terminal.press("enter")
    terminal.wait("Finish anyway?")
    terminal.press("y")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("way", tiers(fast=["prefill"], deep=["draft"]))
def test_answers_from_files(tmp_path, way):
    file = tmp_path / ("earlier.json" if way == "prefill" else "interview-7.draft.json")
    file.write_text(json.dumps(hostile_answers()), encoding="utf-8")
    arguments = ["--answers", str(file)] if way == "prefill" else ["--resume", str(file)]
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "done", *arguments) as terminal:
        look_everywhere(terminal)
        assert is_harmless(terminal.raw)
        assert b"owned" in terminal.raw.rpartition(b"\x1b[?1049l")[2]  # in the result, too


@pytest.mark.deep
def test_drafts_listed_offered_and_plain(tmp_path):
    folder = tmp_path / "data" / "drafts"
    folder.mkdir(parents=True)
    (folder / "interview-1.draft.json").write_text(json.dumps(hostile_answers()), encoding="utf-8")
    with open_terminal(tmp_path, "assess", str(SMALL), "--resume", "interview-1", "--lang", "en") as terminal:
        terminal.wait("Enter continue")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
    with open_terminal(tmp_path, "drafts", "list", "--lang", "en") as terminal:
        assert terminal.wait_end() == 0
        assert is_harmless(terminal.raw)
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en") as terminal:
        terminal.wait("interview-1: ", "Start a new one")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
        assert is_harmless(terminal.raw)
    with open_terminal(
        tmp_path, "assess", str(SMALL), "--resume", "interview-1", "--plain", "--lang", "en"
    ) as terminal:
        terminal.wait("Press Enter to begin")
        terminal.press("\n")
        terminal.wait("Who is affected?")
        terminal.press("list\n")
        terminal.wait("What are the risks?", "evil")
        terminal.press("1\n")
        # Shown, not only in the list: what comes at once is taken for a paste.
        terminal.wait("Question 1.", "What is the system called?")
        terminal.press(":quit\n")
        assert terminal.wait_end() == 0
        assert b"\x1b" not in terminal.raw
        assert is_harmless(terminal.raw)
    assert draft_file(tmp_path).name == "interview-1.draft.json"


def test_a_questionnaire(tmp_path):
    text = SMALL.read_text(encoding="utf-8")
    escaped = '"' + PAYLOAD.encode("unicode_escape").decode().replace('"', '\\"') + 'Name?"'
    file = tmp_path / "hostile.yaml"
    file.write_text(text.replace("en: What is the system called?", f"en: {escaped}"), encoding="utf-8")
    assert escaped in file.read_text(encoding="utf-8")
    with open_terminal(tmp_path, "assess", str(file), "--lang", "en") as terminal:
        assert terminal.wait_end() == 3
        assert "The text contains a character that is invisible, or that moves other text: \\u{1b}]0;owned" in printed(
            terminal
        )
        assert is_harmless(terminal.raw)
    assert draft_file(tmp_path) is None


@pytest.mark.deep
def test_names_on_the_command_line(tmp_path):
    for arguments in (
        ("assess", PAYLOAD),
        ("assess", "--resume", PAYLOAD),
        ("assess", "--answers", PAYLOAD),
        (PAYLOAD,),
    ):
        with open_terminal(tmp_path, *arguments) as terminal:
            assert terminal.wait_end() in (2, 3)
            assert is_harmless(terminal.raw)
