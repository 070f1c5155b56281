"""Asking one actor's questions only: where the walk goes, and what the review says."""

from dataclasses import replace

import pytest

from aiassess.drafts.state import State
from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import About, Answer, AnswerSet
from support.interviews import blank
from support.tiny import control, inherent, tiny

QUESTIONNAIRE = tiny(
    inherent(actors=["owner"], ref="1"),
    control(actors=["lawyer", "ictso"], ref="2"),
    control("other", ref="3"),
    control("key", ref="4", actors=["ictso"]),
    {"id": "name", "ref": "5", "actors": ["owner"]},
    control("last", ref="6", actors=["ictso"]),
)


def begin(*only, given=None, state=None):
    answers = AnswerSet(QUESTIONNAIRE.id, QUESTIONNAIRE.version, About(), given) if given else blank(QUESTIONNAIRE)
    state = replace(state or State(), only=only)
    return Session(QUESTIONNAIRE, answers, language="en", save=lambda *_: None, state=state)


def at(session):
    return session.view().question.id if session.place == "question" else session.place


def walk(session, *actions):
    places = [at(session)]
    for action in actions:
        session.do(action)
        places.append(at(session))
    return places


def test_the_walk_asks_theirs_only_and_ends_in_the_review():
    session = begin("ictso")
    assert walk(session, actions.Give("yes"), actions.Give("yes"), actions.Give("no")) == [
        "guard",
        "key",
        "last",
        "review",
    ]
    session = begin("ictso")
    assert walk(session, actions.Do.SKIP, actions.Do.SKIP, actions.Give("yes")) == ["guard", "key", "last", "guard"]
    session = begin("owner", "lawyer")
    assert walk(session, *[actions.Do.SKIP] * 2) == ["risk", "guard", "name"]


def test_the_progress_is_theirs():
    session = begin("ictso")
    assert (session.view().progress.answered, session.view().progress.open) == (0, (3, 3))
    walk(session, actions.Give("yes"), actions.Do.REVIEW)
    assert (session.overview().progress.answered, session.overview().progress.open) == (1, (2, 2))


def test_back_goes_through_theirs_only():
    session = begin("ictso")
    assert walk(session, actions.Give("yes"), actions.Give("yes"), *[actions.Do.BACK] * 3)[2:] == [
        "last",
        "key",
        "guard",
        "guard",
    ]


def test_others_are_reached_through_the_list_and_one_goes_on_from_there():
    session = begin("ictso")
    moves = (actions.Do.OVERVIEW, actions.Goto("name"), actions.Give("Alpha"))
    assert walk(session, *moves) == ["guard", "overview", "name", "last"]
    assert len(session.overview().sections[0].items) == 6
    session.do(actions.Goto("name"))
    assert walk(session, actions.Do.BACK) == ["name", "key"]


def test_what_was_left_to_them_is_asked_too():
    given = {"risk": Answer("unsure", waits_for="ictso"), "guard": Answer("answered", "yes")}
    session = begin("ictso", given=given)
    assert walk(session, actions.Give("none")) == ["risk", "guard"]


def test_where_somebody_else_was_is_not_where_they_begin():
    assert at(begin("ictso", state=State(current="name"))) == "guard"
    assert at(begin("ictso", state=State(current="key"))) == "key"
    assert at(begin("owner", given={"risk": Answer("answered", "none")})) == "name"


def test_the_review_has_theirs_first_and_says_that_others_remain():
    session = begin("ictso")
    walk(session, actions.Give("yes"), actions.Do.UNSURE, actions.Do.REVIEW)
    overview = session.overview()
    found = {
        section.heading(section.items): [item.question_id for item in section.items] for section in overview.sections
    }
    assert found == {
        "Still to be answered (1)": ["last"],
        "Not sure (1)": ["key"],
        "Section main": ["guard"],
        "Questions for others": ["risk", "other", "name"],
    }
    assert overview.sections[-1].summary == "3 not answered"
    assert overview.outcome.startswith("Only the questions for Ictso are asked; answers.json is a part")
    assert overview.open["missing"] == 4  # the report counts all


@pytest.mark.parametrize("only", [(), ("ictso",)])
def test_without_questions_of_theirs_there_is_the_review(only):
    questionnaire = tiny(inherent(), control("far", actors=["ictso"], show_if={"question": "risk", "is": "all"}))
    state = State(only=only)
    session = Session(questionnaire, blank(questionnaire), language="en", save=lambda *_: None, state=state)
    assert at(session) == ("review" if only else "risk")


def test_answers_taken_over_are_confirmed_on_pages_of_theirs():
    given = {name: Answer("answered", "yes", confirmed=False) for name in ("guard", "key", "other", "last")}
    session = begin("ictso", given=given)
    assert session.place == "section"
    assert [item.question_id for item in session.checklist().items] == ["guard", "key", "last"]
