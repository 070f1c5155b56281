"""Leaving in every way: what was answered and what was half typed is kept, and shown again; two sessions on one draft."""

import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import KEYS, SMALL, command, draft_file, open_terminal, printed, read_json

from aiassess.text import say
from support.each import tiers

SIGNALS = {"SIGTERM": signal.SIGTERM, "SIGHUP": signal.SIGHUP, "SIGINT": signal.SIGINT}
WAYS = {"Ctrl-C": "ctrl-c", "Ctrl-D": "ctrl-d", "Ctrl-Q": "ctrl-q", "F10": "f10"}


def begin(folder, *options, **env):
    """Answer the first two questions, and type half of the third answer."""
    terminal = open_terminal(folder, "assess", str(SMALL), "--lang", "en", *options, **env)
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("1. What is the system called?")
    terminal.press("Score", "enter")
    terminal.wait("2. What does the system act on?")
    terminal.press("2")
    terminal.wait("3. Any other remark?", "Enter answer")
    terminal.press("half a sen")
    terminal.wait("> half a sen")
    return terminal


def check_kept(folder):
    answers = read_json(draft_file(folder))["answers"]
    assert answers == {"system": {"value": "Score"}, "acts_on": {"value": "persons"}}
    with open_terminal(folder, "assess", "--resume", "interview-1") as terminal:
        terminal.wait("Continuing the draft interview-1: 2 of", "Enter continue")
        terminal.press("enter")
        terminal.wait("3. Any other remark?", "> half a sen", say("en", "screen.typed_restored", key=KEYS))
        terminal.press("tence", "enter")
        terminal.wait("4. Who is affected?")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
        assert f"Saved. Continue later with: {command('assess', '--resume', 'interview-1')}" in printed(terminal)
    assert read_json(draft_file(folder))["answers"]["remark"] == {"value": "half a sentence"}


# tests/interview/terminal tries every key and every signal as well.
@pytest.mark.parametrize(
    "way", tiers(fast=["hang up"], deep=["SIGINT", "Ctrl-D", "SIGTERM", "SIGHUP", "Ctrl-C", "Ctrl-Q", "F10"])
)
def test_leaving_keeps_answers_and_what_was_half_typed(tmp_path, way):
    with begin(tmp_path) as terminal:
        if way == "hang up":
            assert terminal.hang_up() in (130, -signal.SIGHUP)
        elif way in WAYS:
            terminal.press(WAYS[way])
            assert terminal.wait_end() == 0
        else:
            terminal.kill(SIGNALS[way])
            assert terminal.wait_end() == 130
        if way != "hang up":
            assert terminal.raw.endswith(b"\r\n")
            assert b"\x1b[?1049l" in terminal.raw
            assert f"Saved. Continue later with: {command('assess', '--resume', 'interview-1')}" in printed(terminal)
    check_kept(tmp_path)


def test_the_last_word_is_in_the_language_of_the_interview(tmp_path):
    """That of the draft, though the machine speaks another one."""
    with begin(tmp_path) as terminal:
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
    with open_terminal(tmp_path, "assess", "--resume", "interview-1", AIASSESS_LANG="ms") as terminal:
        terminal.wait("Continuing the draft interview-1", "Enter continue")
        terminal.press("enter")
        terminal.wait("3. Any other remark?")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_end() == 130
        assert printed(terminal).endswith("Interrupted.")


@pytest.mark.deep
def test_leaving_from_a_form_keeps_what_it_holds(tmp_path):
    with begin(tmp_path) as terminal:
        terminal.press("f2")
        terminal.wait("Note and evidence")
        terminal.press("ask the vendor")
        terminal.wait("> ask the vendor")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_end() == 130
    assert read_json(draft_file(tmp_path))["answers"]["remark"] == {"note": "ask the vendor"}


@pytest.mark.deep
def test_leaving_before_the_first_answer_leaves_nothing(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en") as terminal:
        terminal.wait("Enter continue")
        terminal.press("ctrl-c")
        assert terminal.wait_end() == 0
    assert draft_file(tmp_path) is None
    assert "Saved" not in printed(terminal)


@pytest.mark.deep
def test_the_terminal_is_given_back_as_it_was(tmp_path):
    script = f"stty -a > before; {sys.executable} -m aiassess assess {SMALL} --lang en; stty -a > after; echo THE END"
    with open_terminal(tmp_path, "-c", script, command="/bin/sh") as terminal:
        terminal.wait("Enter continue")
        terminal.press("enter")
        terminal.wait("1. What is the system called?")
        terminal.press("x", "ctrl-c")
        terminal.wait("THE END")
        assert terminal.wait_end() == 0
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?25l", b"\x1b[?25h")):
        assert terminal.raw.rfind(off) > terminal.raw.rfind(on)


# Two sessions


@pytest.mark.deep
def test_a_second_session_is_refused_and_the_first_goes_on(tmp_path):
    with begin(tmp_path) as first:
        with open_terminal(tmp_path, "assess", "--resume", "interview-1", "--lang", "en") as second:
            assert second.wait_end() == 2
            said = printed(second)
        assert f"The draft interview-1 is open in another session (process {first.child.pid} on " in said
        assert "Finish or leave that one first; nothing was changed." in said
        # Not named, the draft is not offered either: it cannot be gone on with.
        with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en") as third:
            third.wait("Enter continue", "view-2.draft.json")
            third.press("ctrl-d")
            assert third.wait_end() == 0
        with open_terminal(tmp_path, "drafts", "list", "--lang", "en") as listed:
            assert listed.wait_end() == 0
            assert "(open in another session)" in printed(listed)
        with open_terminal(tmp_path, "drafts", "remove", "interview-1", "--yes", "--lang", "en") as removing:
            assert removing.wait_end() == 2
        first.press("tence", "enter")
        first.wait("4. Who is affected?")
        first.press("ctrl-d")
        assert first.wait_end() == 0
    assert read_json(draft_file(tmp_path))["answers"]["remark"] == {"value": "half a sentence"}


def test_a_killed_session_blocks_nobody_and_loses_next_to_nothing(tmp_path):
    with begin(tmp_path) as terminal:
        state = draft_file(tmp_path).with_name(".interview-1.state.json")
        terminal.wait_for(lambda: "half a sen" in state.read_text(encoding="utf-8"), "the clock's next tick")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_end() == -signal.SIGKILL
    with open_terminal(tmp_path, "assess", "--resume", "interview-1", "--lang", "en") as terminal:
        terminal.wait("Continuing the draft interview-1", "Enter continue")
        terminal.press("enter")
        terminal.wait("3. Any other remark?", "> half a sen")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
