"""Answers that were taken over, looked over line by line."""

import dataclasses
import io

import pytest

from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.protocol import Checklist, OverviewItem, Progress

PROGRESS = Progress("Profile", 1, 2, 0, 6, answered=1, open=(5, 5), level_low="Low", level_high="High")
ITEMS = (
    OverviewItem("one", "1", "What is it called?", "Chatbot", "unconfirmed"),
    OverviewItem("two", "2", "Is it safe?", "No", "unconfirmed", red_flag=True),
    OverviewItem("three", "3", "Since when?", "", "missing"),
)
PROMISES = (
    OverviewItem("one", "1", "Name it.", "Earlier answer: Chatbot", "unconfirmed", more="It has no name. Owner: Ana"),
    OverviewItem("two", "2", "Make it safe.", "Not done yet: No", "red_flag", more="It is not safe."),
    OverviewItem("three", "3", "Date it.", "Earlier answer: 2020", "unconfirmed", more="Nobody knows."),
    OverviewItem("", "9", "Buy a fan.", "no longer asked", "not_applicable", more="It is hot."),
)
ALL = actions.Confirm(("one", "two"))


def section(lang="en", **more):
    return Checklist("section", lang, "Section 1/2: Profile (2 to be confirmed)", PROGRESS, ITEMS, **more)


def promises(at=0, **more):
    return Checklist("promises", "en", "What was to be done", PROGRESS, PROMISES, at, **more)


def look(shown, *script, screen=None):
    """Show one page; return the action and what was written."""
    output = io.StringIO()
    screen = screen or PlainScreen(io.StringIO("".join(line + "\n" for line in script)), output)
    return screen.checklist(shown), output.getvalue()


@pytest.mark.parametrize("word", ["confirm", "sahkan", "yes", "y", "ya"])
def test_a_section_is_shown_whole_and_confirmed_with_a_word(word):
    action, text = look(section(notices=("Undone.",), undoable=True), word)
    assert action == ALL
    assert "Undone. Type :undo to undo this." in text
    assert "Section 1/2: Profile (2 to be confirmed)\n  1. What is it called?\n    - to be confirmed: Chatbot\n" in text
    assert "  2. Is it safe?\n    - RED FLAG: to be confirmed: No\n  3. Since when?\n    - not answered\n" in text
    assert "1 answered, 5 left" in text
    assert "Type confirm to confirm all 2, a number to change one, no to go through them one by one, or skip" in text
    assert "Taip sahkan untuk mengesahkan kesemuanya (2)" in look(section("ms"), word)[1]


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("2", actions.Goto("two")),
        ("goto 3", actions.Goto("three")),
        ("skip", actions.Do.SKIP),
        ("langkau", actions.Do.SKIP),
        ("back", actions.Do.BACK),
        ("list", actions.Do.OVERVIEW),
        ("review", actions.Do.REVIEW),
        ("undo", actions.Do.UNDO),
        ("redo", actions.Do.REDO),
        ("lang", actions.SwitchLanguage()),
        ("quit", actions.Leave()),
    ],
)
def test_commands_on_a_section(typed, action):
    assert look(section(), typed)[0] == action


def test_nothing_is_confirmed_by_enter_or_by_what_means_nothing():
    assert look(section(), "no")[0] == actions.Goto("one", ("two",)), "one by one"
    action, text = look(section(), "", "7", "unsure", "note", "again", "?", "skip")
    assert action == actions.Do.SKIP
    assert "There is no question “7”" in text
    assert text.count("That command does nothing here.") == 2
    assert text.count("Is it safe?") == 2
    assert "confirm (confirm all answers of the section)" in text
    assert look(section())[0] == actions.Leave(), "the input ended"


def test_promises_are_asked_about_one_by_one():
    action, text = look(promises(), "yes")
    assert action == actions.Goto("one")
    assert "What was to be done\n  1. Name it.\n    - Earlier answer: Chatbot\n  2. Make it safe." in text
    assert "1. Name it.\nIt has no name. Owner: Ana\nEarlier answer: Chatbot\nWas it done?" in text
    assert look(promises(), "no")[0] == actions.Confirm(("one",))
    assert look(promises(), "t")[0] == actions.Confirm(("one",))
    action, text = look(promises(), "", "tidak")
    assert action == actions.Confirm(("three",)), "the second is decided"
    assert "3. Date it.\nNobody knows.\nEarlier answer: 2020\nWas it done?" in text
    assert look(promises(), "", "")[0] == actions.Do.SKIP, "past the last one"
    assert look(promises(), "2")[0] == actions.Goto("two")
    assert "There is no question “9”" in look(promises(), "9", "skip")[1]
    decided = dataclasses.replace(promises(None), items=PROMISES[1:2])
    action, text = look(decided, "yes", "")
    assert (action, "Was it done?" in text) == (actions.Do.SKIP, False), "all are decided"
    assert "That command does nothing here." in look(promises(), "confirm", "skip")[1]


def test_the_list_of_promises_is_not_said_again_after_each():
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("no\nno\n"), output)
    screen.checklist(promises())
    screen.checklist(promises(2, notices=("1 question no longer applies.",)))
    assert output.getvalue().count("Make it safe.") == 1
    assert "1 question no longer applies.\n\n3. Date it.\n" in output.getvalue()


def test_what_changed_is_read_and_left():
    shown = Checklist("changes", "en", "What is different", PROGRESS, text="One new question:\n- 4. Since when?")
    action, text = look(shown, "yes", "")
    assert action == actions.Do.SKIP
    assert "What is different\nOne new question:\n- 4. Since when?\n" in text
    assert "Press Enter to continue." in text
