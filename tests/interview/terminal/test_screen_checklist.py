"""Pages of answers that were taken over."""

import dataclasses

import pytest
from screen_desk import points_at, progress, sees

from aiassess.interview import actions
from aiassess.interview.protocol import Checklist, OverviewItem
from aiassess.interview.terminal.checklist import ChecklistPage
from aiassess.interview.terminal.glyphs import UNICODE
from aiassess.interview.terminal.layout import compose
from aiassess.interview.views import progress_words
from aiassess.text import say

ITEMS = (
    OverviewItem("one", "1a", "What is it called?", "Chatbot", "unconfirmed"),
    OverviewItem("two", "2", "Is it safe?", "No", "unconfirmed", red_flag=True),
    OverviewItem("three", "3", "Who owns it?", "The agency", "answered"),
    OverviewItem("four", "4", "Since when?", "", "missing"),
)
PROMISES = (
    OverviewItem("two", "2", "Make it safe.", "Earlier answer: No", "unconfirmed", more="It is not safe. Owner: ICTSO"),
    OverviewItem("three", "3", "Find an owner.", "Done: The agency", "answered", more="Nobody owns it."),
    OverviewItem("", "9", "Buy a fan.", "no longer asked", "not_applicable", more="It is hot."),
)
ALL = actions.Confirm(("one", "two"))


def section(*, items=ITEMS, lang="en", **more):
    return Checklist("section", lang, "Section 2/5: Profile (2 to be confirmed)", progress(), items, **more)


def promises(*, at=0, lang="en"):
    return Checklist("promises", lang, "What was to be done", progress(), PROMISES, at)


LONG = tuple(OverviewItem(f"q{n}", str(n), f"Question {n}?", "Yes", "unconfirmed") for n in range(1, 31))


def test_a_section_is_shown_whole_and_confirmed_with_one_key(desk):
    wanted = [
        "Section 2/5: Profile (2 to be confirmed)",
        "≈ 1a What is it called? Chatbot",
        "⚑ 2 Is it safe? RED FLAG: No",
        "● 3 Who owns it? The agency",
        "○ 4 Since when? not answered",
        "y confirms all 2",
    ]
    assert desk.checklist(section(), sees(*wanted), points_at(None), "y") == ALL


def test_in_malay(desk):
    assert (
        desk.checklist(section(lang="ms"), sees("y mengesahkan semua (2)", "y/t sahkan semua / satu demi satu"), "y")
        == ALL
    )


def test_a_section_is_confirmed_only_after_it_was_read_to_its_end(desk):
    shown = section(items=LONG)
    steps = ["y", sees("! There is more to read first: PgDn goes on."), "pgdn", "y", "pgdn", sees("Question 30?"), "y"]
    assert desk.checklist(shown, *steps) == actions.Confirm(tuple(item.question_id for item in LONG))
    other = (OverviewItem("q1", "1", "Question 1?", "No", "unconfirmed"), *LONG[1:])
    assert desk.checklist(section(items=LONG[5:]), "y").questions[0] == "q6", "what was read counts as read"
    assert desk.checklist(section(items=other), "y", sees("There is more to read first"), "esc") == actions.Do.BACK


def test_a_line_is_opened_with_enter(desk):
    steps = ["enter", sees("! y confirms the whole section"), "down", "down", points_at("2 Is it safe?"), "enter"]
    assert desk.checklist(section(), *steps) == actions.Goto("two")
    assert desk.checklist(section(), "end", "enter") == actions.Goto("four")
    assert desk.checklist(section(), "2", points_at("2 Is it safe?"), "enter") == actions.Goto("two")
    numbered = tuple(
        dataclasses.replace(item, number=n) for item, n in zip(ITEMS, ("9", "10", "12", "21"), strict=True)
    )
    steps = ["1", points_at("Is it safe?"), "2", points_at("Who owns it?"), "2", points_at("Since when?"), "enter"]
    assert desk.checklist(section(items=numbered), *steps) == actions.Goto("four")
    assert desk.checklist(section(), "n") == actions.Goto("one", ("two",)), "one by one"
    assert desk.checklist(section(), "f8") == actions.Do.SKIP


def test_promises_are_gone_through_one_by_one(desk):
    wanted = [
        "Done? y: yes, answer it anew",
        "Make it safe. It is not safe. Owner: ICTSO Earlier answer: No",
        "y/n done / not yet",
    ]
    steps = [sees(*wanted, gone="Nobody owns it."), points_at("Make it safe.")]
    assert desk.checklist(promises(), *steps, "y") == actions.Goto("two")
    assert desk.checklist(promises(), "enter") == actions.Goto("two")
    several = dataclasses.replace(promises(at=1), items=(PROMISES[0], *PROMISES, PROMISES[0]))
    assert desk.checklist(several, "enter") == actions.Goto("two", ("two",)), "one by one, from there"
    assert desk.checklist(promises(), "n") == actions.Confirm(("two",))
    assert desk.checklist(promises(lang="ms"), sees("y/t sudah / belum"), "t") == actions.Confirm(("two",))


def test_a_promise_that_is_decided_or_gone(desk):
    steps = ["n", sees("! This is decided already"), "down", "y", sees("! This question is not asked now."), "n", "up"]
    assert desk.checklist(promises(at=1), *steps, "y") == actions.Goto("three")
    assert desk.checklist(promises(at=None), "n", sees("! Choose a line first"), "f8") == actions.Do.SKIP


def test_a_key_that_is_held_decides_once(make_desk):
    now = [0.0]
    desk = make_desk(clock=lambda: now[0])
    assert desk.checklist(promises(), "n") == actions.Confirm(("two",))
    now[0] += 0.03
    assert desk.checklist(promises(), "n", "f8") == actions.Do.SKIP


def test_what_changed_is_read_and_left(desk):
    shown = Checklist("changes", "en", "What is different", progress(), text="One new question:\n\n- 4. Since when?")
    assert desk.checklist(shown, sees("One new question:", "- 4. Since when?"), "y", "n", "enter") == actions.Do.SKIP
    long = Checklist("changes", "en", "What is different", progress(), text="\n".join(f"line {n}" for n in range(99)))
    assert (
        desk.checklist(
            long,
            *["down"] * 3,
            sees(gone="line 0"),
            "end",
            sees("line 98"),
            "home",
            sees("line 0"),
            "pgdn",
            "space",
            "esc",
        )
        == actions.Do.BACK
    )


def test_f1_lists_the_keys(desk):
    wanted = ("y confirm all, once read", "n open them one by one")
    desk.checklist(section(), "f1", sees(*wanted), "f1", "esc")
    desk.checklist(promises(lang="ms"), "f1", sees("y sudah: jawab semula", "t belum: tindakan kekal"), "esc", "esc")


@pytest.mark.parametrize(
    ("pressed", "action"),
    [
        ("esc", actions.Do.BACK),
        ("f6", actions.Do.OVERVIEW),
        ("f7", actions.Do.REVIEW),
        ("f5", actions.SwitchLanguage()),
        ("ctrl-s", actions.Do.SKIP),
        ("ctrl-z", actions.Do.UNDO),
        ("ctrl-y", actions.Do.REDO),
        ("ctrl-d", actions.Leave()),
    ],
)
def test_keys(desk, pressed, action):
    assert desk.checklist(section(), pressed) == action


def test_notices_stand_above_and_say_how_to_undo(desk):
    shown = section(notices=("Undone at question 1: confirming 2 answers at once.",), undoable=True)
    desk.checklist(shown, sees("» Undone at question 1", "Ctrl-Z"), "esc")


@pytest.mark.parametrize(("columns", "rows"), [(100, 32), (60, 20), (42, 15), (40, 10)])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_windows_of_every_size(make_desk, columns, rows, encoding):
    desk = make_desk(columns=columns, rows=rows, encoding=encoding)
    assert desk.checklist(section(), *["pgdn"] * 5, sees("Since when?"), "y") == ALL
    assert desk.checklist(promises(), sees("Make it safe."), "n") == actions.Confirm(("two",))


def test_nothing_hostile_reaches_the_terminal(desk):
    bad = "\x1b]0;x\x07\x1b[2Jtext\u202e"
    items = (OverviewItem("one", "1", bad, bad, "unconfirmed", more=bad),)
    for page in ("section", "promises"):
        shown = Checklist(page, "en", "Title", progress(), items, 0, notices=(bad,))
        assert desk.checklist(shown, sees("text"), "esc") == actions.Do.BACK
    assert desk.checklist(Checklist("changes", "en", bad, progress(), text=bad), sees("text"), "esc") == actions.Do.BACK
    assert "\x1b]0;" not in desk.glass.written
    assert "\x1b[2Jtext" not in desk.glass.written


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_the_heading_of_what_was_promised_fits_and_stands_alone(lang):
    title = say(lang, "carried.promises", n=16, total=16)
    facts = progress()
    for shown in (title, title * 2):
        frame = compose(ChecklistPage(UNICODE, Checklist("promises", lang, shown, facts, PROMISES, 0), set()), 80, 24)
        rows = ["".join(text for _, text in line) for line in frame.lines]
        assert rows[0].endswith("…") == (shown is not title)
        assert rows[1].endswith(f"] {progress_words(facts, lang)}")
