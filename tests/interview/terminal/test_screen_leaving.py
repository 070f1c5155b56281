"""Leaving from anywhere, in any way: nothing written is lost, and the terminal is given back."""

import asyncio
import threading
from contextlib import closing

import pytest
from screen_desk import answered, overview, sees, types, view

from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import AnswerSet, Evidence


def test_a_request_from_another_thread_makes_the_question_return(desk):
    thread = threading.Thread(target=desk.screen.request_leave)
    assert desk.ask(view("words"), "half", lambda _: thread.start()) == actions.Leave("half")
    thread.join()
    assert not desk.screen.app.is_open


def test_after_a_request_every_call_returns_at_once_and_draws_nothing(desk):
    desk.screen.request_leave()
    assert desk.ask(view("words", typed="kept")) == actions.Leave("kept")
    assert desk.overview(overview()) == actions.Leave()
    assert desk.confirm("Sure?") is False
    assert desk.choose("Which?", ["one"]) is None
    assert desk.glass.written == ""


@pytest.mark.parametrize("keys", [["f2"], ["f4"], ["ctrl-k"], ["f1"]])
def test_a_request_reaches_every_page(desk, keys):
    shown = view("level", answer=answered("none"))
    assert desk.ask(shown, *keys, lambda d: d.screen.request_leave()) == actions.Leave("")


def test_a_request_reaches_list_and_review_and_confirmation(make_desk):
    for review in (False, True):
        desk = make_desk()
        assert desk.overview(overview(review=review), lambda d: d.screen.request_leave()) == actions.Leave()
    desk = make_desk()
    assert desk.confirm("Sure?", "up", lambda d: d.screen.request_leave()) is False
    desk = make_desk()
    assert desk.choose("Which?", ["one"], lambda d: d.screen.request_leave()) is None
    desk = make_desk()
    desk.show("Hello", lambda d: d.screen.request_leave())
    assert desk.ask(view("words")) == actions.Leave()


def test_the_end_of_the_input_is_leaving(desk):
    assert desk.ask(view("words"), "half", lambda d: d.pipe.close()) == actions.Leave("half")
    assert desk.ask(view("words")) == actions.Leave("half")
    assert desk.overview(overview()) == actions.Leave()
    assert desk.confirm("Sure?") is False
    assert desk.choose("Which?", ["one"]) is None


def test_ctrl_c_where_no_handler_could_be_set_is_leaving(desk):
    def interrupt(desk):
        def strike():
            raise KeyboardInterrupt

        asyncio.get_running_loop().call_soon(strike)

    assert desk.ask(view("words"), "half", interrupt) == actions.Leave("half")
    assert not desk.screen.app.is_open


def test_a_terminal_that_is_gone_is_leaving(desk):
    def vanish(desk):
        def write(_):
            raise OSError(5, "Input/output error")

        desk.glass.write = write

    assert desk.ask(view("words"), "half", vanish, "x") == actions.Leave("halfx")


def test_a_bug_while_drawing_is_raised_and_gives_the_terminal_back(make_desk):
    desk = make_desk()

    def strike(desk):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), closing(desk.screen):
        desk.ask(view("words"), strike)
    assert not desk.screen.app.is_open


# What was written in a form comes back first


def test_a_note_that_could_be_saved_is_saved_and_then_one_leaves(desk):
    shown = view("words", answer=answered("x", "Old", (Evidence("File 1"),)))
    action = desk.ask(shown, "y", "f2", " note", "tab", "tab", "1/5/2026", "ctrl-d")
    assert action == actions.Annotate("Old note", (Evidence("File 1", "2026-05-01"),))
    assert desk.ask(view("words")) == actions.Leave("xy")


@pytest.mark.parametrize(
    ("keys", "form"),
    [
        (["f2", "Asked", "tab", "Letter", "tab", "soon"], {"note:level": '["Asked", "Letter", "soon", "", ""]'}),
        (["f2", "tab", "tab", "1/5/2026"], {"note:level": '["", "", "1/5/2026"]'}),
        (["f4", "No ven"], {"reason:level": '["No ven"]'}),
    ],
)
def test_what_could_not_be_saved_is_kept_as_it_is(desk, keys, form):
    assert desk.ask(view("level"), *keys, "ctrl-d") == actions.Leave("")
    assert {key: text for key, text in desk.kept.items() if text} == form


def test_an_unchanged_note_is_simply_left(desk):
    assert desk.ask(view("words", answer=answered("x", "Old")), "f2", "ctrl-d") == actions.Leave("")


def test_leaving_while_evidence_is_asked_for_gives_the_answer(desk):
    action = desk.ask(view("level"), "3", sees("Which evidence"), "Minutes", "ctrl-c")
    assert action == actions.Give("full", "", (Evidence("Minutes"),))
    assert desk.ask(view("many")) == actions.Leave("")


def test_an_answer_is_given_and_evidence_that_could_not_be_saved_is_kept(desk):
    action = desk.ask(view("level"), "3", sees("Which evidence"), "Minutes", "tab", "soon", "ctrl-c")
    assert action == actions.Give("full")
    assert desk.kept["note:level"] == '["", "Minutes", "soon", "", ""]'


def test_leaving_does_not_stick_where_it_was_taken_back(desk):
    assert desk.ask(view("words"), "half", "ctrl-d") == actions.Leave("half")
    assert desk.confirm("Not saved. Leave all the same?", "n") is False
    assert desk.ask(view("words", typed="half"), sees("> half"), "enter") == actions.Give("half")


# The terminal


def test_the_alternate_screen_is_entered_once_and_left_once(desk):
    with closing(desk.screen):
        for name in ("level", "words", "risks"):
            desk.ask(view(name), "f8")
        desk.overview(overview(), "esc")
        assert desk.glass.written.count("\x1b[?1049h") == 1
        assert "\x1b[?1049l" not in desk.glass.written
    assert desk.glass.written.count("\x1b[?1049l") == 1
    desk.screen.close()
    assert desk.glass.written.count("\x1b[?1049l") == 1


def test_no_colour(make_desk):
    for environ, colours in (({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)):
        desk = make_desk(environ=environ)
        desk.ask(view("level", answer=answered("none")), "enter")
        assert ("\x1b[0;36m" in desk.glass.written or ";36" in desk.glass.written) is colours
        assert "> (•) 1. Not yet" in "\n".join(desk.seen)


def test_without_utf_8_only_what_the_terminal_has_is_sent(make_desk):
    desk = make_desk(encoding="ascii")
    desk.ask(
        view("level", lang="ms", answer=answered("none", "“漢字” – é")),
        sees("(x) 1.", '"?? ??" - ?'[0]),
        "f1",
        "f1",
        "f8",
    )
    assert desk.glass.written.isascii()


def test_a_whole_session_with_the_real_engine(desk):
    saved = []
    session = Session(types(), AnswerSet("screen_types", "1.0.0"), language="ms", save=lambda a, s: saved.append(a))
    script = {
        "level": ["3", "Minit", "enter", "enter", "enter"],
        "many": ["1", "enter"],
        "words": ["Tujuan", "enter"],
        "remark": ["enter"],
        "people": ["12,000", "enter"],
        "share": ["f3"],
        "next": ["1/2/2027", "enter"],
        "risks": ["+", "Gangguan", "tab", "2", "tab", "2", "f2", "end", "down", "down", "enter"],
        "twelve": ["1", "2", "enter"],
    }
    while not session.over:
        if session.place == "question":
            session.do(desk.ask(session.view(), *script[session.view().question.id]))
        else:
            session.do(desk.overview(session.overview(), sees("1 tidak pasti", "Tidak pasti (1)"), "down", "enter"))
    answers = saved[-1].answers
    assert answers["level"].evidence == (Evidence("Minit"),)
    assert answers["people"].value == 12000
    assert answers["share"].status == "unsure"
    assert answers["next"].value == "2027-02-01"
    assert answers["twelve"].value == "m12"
    assert session.place == "finished"
