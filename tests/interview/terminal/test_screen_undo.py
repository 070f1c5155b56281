"""Undo on the full screen: first what was typed here, then what was done before; with the session behind it."""

import pytest
from screen_desk import overview, sees, types, view

from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import AnswerSet
from aiassess.model.risks import Risk

OUTAGE = Risk("Outage", 2, 2)
ADD = ["+", "Outage", "tab", "2", "tab", "2", "f2"]


@pytest.fixture
def interview(desk):
    """Play an interview: keys by question, in the order in which questions are shown; return the session."""

    def play(*turns, start="words", language="en"):
        session = Session(types(), AnswerSet("screen_types", "1.0.0"), language=language, save=lambda *_: None)
        desk.screen.keep = session.keep
        session.do(actions.Goto(start))
        for keys in turns:
            session.do(desk.ask(session.view(), *keys))
        return session

    return play


@pytest.mark.parametrize("key", ["f3", "ctrl-u"])
def test_an_answered_text_under_change_survives_not_sure(interview, key):
    session = interview(["one", "enter"], ["esc"], [" two", key], ["\x1a"], [sees("> one two", "Undone at"), "enter"])
    assert session.answers.get("words").value == "one two"


def test_a_register_being_filled_survives_not_sure(interview):
    session = interview([*ADD, "f3"], ["ctrl-z"], [sees("1 Outage"), "down", "down", "down", "enter"], start="risks")
    assert session.answers.get("risks").value == (OUTAGE,)


def test_typing_is_undone_before_what_was_done(interview):
    typing = ["!", sees("> one!"), "ctrl-z", sees("> one", gone="one!"), "ctrl-y", sees("> one!"), "ctrl-z", "ctrl-z"]
    session = interview(["one", "enter"], ["esc"], typing)
    assert session.answers.get("words").value is None
    assert session.place == "question"


def test_an_answer_taken_back_comes_back_and_goes_again(interview):
    session = interview(["one", "enter"], ["esc"], ["ctrl-k", "y"], ["ctrl-z"], [sees("> one", "Undone"), "ctrl-y"])
    assert session.answers.get("words").value is None


def test_a_risk_removed_comes_back(interview):
    session = interview([*ADD, "1", "-", "y", sees("No risks entered yet."), "ctrl-z"], start="risks")
    assert "Outage" in session.view().typed
    assert session.view().notices == ("Undone at question risks: removing a risk.",)


def test_a_risk_thrown_away_comes_back_as_it_was_typed(interview, desk):
    session = interview(["+", "Outage", "tab", "2", "esc", "esc", "ctrl-z"], start="risks")
    action = desk.ask(session.view(), sees("left unfinished"), "+", sees("> Outage"), "tab", "tab", "3", "f2", "f8")
    assert action == actions.Do.SKIP
    assert '"likelihood": 2, "consequence": 3' in session.state.typed["risks"]


@pytest.mark.parametrize(("key", "name"), [("f2", "note"), ("f4", "reason")])
def test_a_form_thrown_away_comes_back_as_it_was_typed(interview, desk, key, name):
    session = interview([key, "half a line", "esc", "esc", "ctrl-z"], start="level")
    assert "half a line" in session.state.typed[f"{name}:level"]
    desk.ask(session.view(), key, sees("half a line"), "esc", "esc", "f8")


def test_ticks_that_cannot_stand_together_come_back(interview):
    steps = ["1", "2", "end", "space", sees("Unticked"), "ctrl-z", sees("[x] 1.", "[x] 2."), "ctrl-y"]
    interview([*steps, sees(gone="[x] 1."), "f8"], start="many")


def test_typing_in_a_form_is_undone_in_the_form(interview):
    interview(["f2", "half", *["ctrl-z"] * 5, sees(gone="half"), sees("Nothing was typed"), "esc", "f8"], start="level")


def test_undo_in_the_review_leads_to_the_question(desk, interview):
    session = interview(["satu", "enter"], language="ms")
    session.do(actions.Do.REVIEW)
    session.do(desk.overview(session.overview(), "ctrl-z"))
    assert session.view().notices[0] == "Dibatalkan pada soalan words: jawapan “satu”."


def test_typing_is_undone_word_by_word(interview):
    back = [
        "ctrl-z",
        sees("> one two", gone="three"),
        "ctrl-z",
        sees("> one", gone="two"),
        "ctrl-z",
        sees(gone="> one"),
    ]
    again = ["ctrl-y", "ctrl-y", sees("> one two", gone="three"), "backspace", "backspace", sees("> one t", gone="two")]
    interview(["one two three", *back, *again, "ctrl-z", sees("> one two"), "f8"])


@pytest.mark.parametrize(("start", "typed"), [("words", "text"), ("many", " ")])
def test_a_form_thrown_away_comes_back_before_what_was_typed_earlier(interview, start, typed):
    session = interview(["down", "down", typed, "f2", "half a line", "esc", "esc", "ctrl-z"], start=start)
    assert "half a line" in session.state.typed[f"note:{start}"]
    assert session.state.typed[start]


@pytest.mark.parametrize("key", ["home", "tab"])
def test_a_key_that_types_nothing_leaves_what_was_undone(interview, key):
    interview(["one two", "ctrl-z", sees("> one", gone="two"), key, "ctrl-y", sees("> one two"), "f8"])


def test_typing_something_else_leaves_what_was_undone_reachable(interview):
    steps = ["one two three", "ctrl-z", "ctrl-z", sees("> one", gone="two"), " x", sees("> one x")]
    interview(
        [*steps, "ctrl-z", "ctrl-z", sees("> one two three"), "ctrl-z", "ctrl-z", sees("> one", gone="two"), "f8"]
    )


def test_ticking_something_else_leaves_what_was_undone_reachable(interview):
    steps = ["1", "2", "ctrl-z", sees("[x] 1.", "[ ] 2."), "3", sees("[x] 3.")]
    interview([*steps, "ctrl-z", "ctrl-z", sees("[x] 1.", "[x] 2.", "[ ] 3."), "f8"], start="many")


def test_what_was_undone_is_said_in_sight_in_a_small_window_too(make_desk):
    desk = make_desk(columns=42, rows=15)
    desk.ask(
        view("words", first_in_section=True, section_intro="Intro. " * 60, notices=("Undone at 1a.",)),
        sees("Undone"),
        "f8",
    )


def test_what_follows_from_an_answer_says_the_key_that_undoes_it(desk):
    told = sees("» 6 questions no longer apply. Ctrl-Z undoes this.")
    notices = ("6 questions no longer apply.",)
    assert desk.ask(view("words", notices=notices, undoable=True), told, "ctrl-z") == actions.Do.UNDO
    assert desk.overview(overview(notices=notices, undoable=True), told, "ctrl-z") == actions.Do.UNDO
    desk.ask(view("words", notices=notices), sees(*notices, gone="undoes"), "f8")
    desk.ask(view("words", lang="ms", notices=("a", "b"), undoable=True), sees("» b Ctrl-Z membatalkannya."), "f8")


# What was answered just now is seen at the next page


@pytest.mark.parametrize(
    ("language", "given", "unsure"),
    [
        ("en", "7b. How far is this control in place?: Planned. Ctrl-Z undoes this.", ": Not sure. Ctrl-Z undoes"),
        (
            "ms",
            "7b. Sejauh manakah kawalan ini dilaksanaka…: Dirancang. Ctrl-Z membatalkannya.",
            ": Tidak pasti. Ctrl-Z memb",
        ),
    ],
)
def test_the_answer_before_is_said_in_one_line(interview, language, given, unsure):
    seen = sees(given)
    interview(
        ["2"], [seen, "f3"], [sees(unsure), "f6"], ["esc"], [sees(gone=unsure), "f8"], start="level", language=language
    )


def one_line(desk):
    assert sum("Ctrl-Z undoes this." in line and "2. Who?: An" in line for line in desk.text().split("\n")) == 1, (
        desk.text()
    )


def test_a_long_question_is_cut_before_its_answer(make_desk):
    desk = make_desk(columns=42, rows=15)
    gave = ("12. " + "Is it long? " * 20, "Yes")
    desk.ask(view("words", gave=gave, undoable=True), sees("12. Is it lon…: Yes. Ctrl-Z undoes this."), "f8")
    desk.ask(view("words", gave=("2. Who?", "An answer of forty characters and more"), undoable=True), one_line, "f8")
    make_desk(rows=40).overview(overview(gave=("1. Ok?", "A sentence.")), sees("1. Ok?: A sentence."), "esc")
    steps = [sees("12. Is it long?", "…: Yes.", "3 questions no longer apply. Ctrl-Z undoes this."), "f8"]
    desk = make_desk(columns=42, rows=24)
    desk.ask(view("words", gave=gave, notices=("3 questions no longer apply.",), undoable=True), *steps)
