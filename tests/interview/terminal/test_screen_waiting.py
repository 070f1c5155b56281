"""Leaving a question to somebody else on the full screen."""

import pytest
from screen_desk import points_at, sees, view

from aiassess.interview import actions
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Tag

ACTORS = (
    Tag("ictso", {"en": "ICT officer (ICTSO)", "ms": "Pegawai ICT"}),
    Tag("owner", {"en": "Owner", "ms": "Pemilik"}),
)


@pytest.mark.parametrize("key", ["f11", "ctrl-w"])
@pytest.mark.parametrize("name", ["level", "many", "words", "people", "next", "risks"])
def test_two_keys_leave_a_question_to_the_first_of_its_actors(desk, name, key):
    shown = view(name, everybody=ACTORS)
    whom = sees("Who is to answer this?", "1. ICT officer (ICTSO)", "2. Owner", "the review lists what waits")
    assert desk.ask(shown, key, whom, points_at("ICTSO"), "enter") == actions.WaitFor("ictso")
    assert desk.ask(shown, key, "2", "enter") == actions.WaitFor("owner")


def test_esc_goes_back_to_the_question_and_what_was_typed(desk):
    shown = view("words", everybody=ACTORS)
    steps = ["half", "f11", sees("Who is to answer"), "esc", sees("> half", gone="Who is to"), "enter"]
    assert desk.ask(shown, *steps) == actions.Give("half")
    assert desk.ask(shown, "one two", "ctrl-w", sees("> one", gone="two"), "enter") == actions.Give("one")


def test_it_is_shown_whom_an_answer_waits_for(desk):
    shown = view("level", answer=Answer("unsure", waits_for="ictso"), everybody=ACTORS, lang="ms")
    desk.ask(shown, sees("Jawapan setakat ini: Tidak pasti; menunggu Pegawai ICT."), "f8")


def test_without_actors_the_key_does_nothing(desk):
    assert desk.ask(view("level"), "f11", sees("Press the number", gone="Who is to"), "f8") == actions.Do.SKIP


def test_leaving_the_program_there_leaves(desk):
    assert desk.ask(view("words", everybody=ACTORS), "half", "f11", "ctrl-d") == actions.Leave("half")
