"""An option that asks for its note, on the full screen."""

import dataclasses

from screen_desk import answered, sees, view

from aiassess.interview import actions

SHOWN = view("level")
OPTIONS = tuple(dataclasses.replace(option, asks_note=option.id == "planned") for option in SHOWN.question.options)


def asking(**more):
    shown = view("level", **more)
    return dataclasses.replace(shown, question=dataclasses.replace(shown.question, options=OPTIONS))


def test_the_note_is_asked_for_with_its_field_active(desk):
    wanted = sees("Which one is it?", "Your answer: Planned", "Write it in the note. Enter in an empty field")
    assert desk.ask(asking(), "2", wanted, "In May", sees("> In May"), "f2") == actions.Give("planned", "In May", ())


def test_the_note_may_be_left_out(desk):
    assert desk.ask(asking(), "2", sees("Which one is it?"), "enter") == actions.Give("planned", "", ())
    assert desk.ask(asking(lang="ms"), "2", sees("Yang manakah satu?"), "esc", "1") == actions.Give("none")


def test_it_is_not_asked_for_without_need(desk):
    assert desk.ask(asking(answer=answered("none", "In May")), "2") == actions.Give("planned")
    assert desk.ask(asking(answer=answered("planned")), "2") == actions.Give("planned")
