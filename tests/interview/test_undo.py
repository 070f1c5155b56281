"""Whatever is done can be undone and done again, and nothing that was typed is out of reach."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_session_properties import VALUES, evidence, notes, texts

from aiassess.drafts.state import State
from aiassess.drafts.store import Drafts
from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import Answer, Evidence
from support.interviews import SMALL, blank, small, unconfirmed


def begin(answers=None, state=None, save=lambda *_: None):
    start = dataclasses.replace(blank(), answers=answers or {})
    return Session(small(), start, language="en", save=save, state=state)


def stand(session):
    """Return all that a person gave or typed."""
    return session.answers.answers, dict(session.state.typed)


def at(session, name):
    session.do(actions.Goto(name))
    assert session.view().question.id == name


OLD = Answer("answered", "Alpha", "A note", (Evidence("File 1"),))


@pytest.mark.parametrize(
    ("did", "said"),
    [
        (actions.Give("Beta"), "the answer “Beta”"),
        (actions.Give("Beta", "", ()), "the answer “Beta”"),
        (actions.Do.UNSURE, "the answer “not sure”"),
        (actions.Annotate(None, ()), "changing the note or evidence"),
        (actions.Do.CLEAR, "clearing the answer"),
        ("text_cleared", "discarding what was typed"),
        ("form_closed", "closing a form without saving it"),
        ("risk_removed", "removing a risk"),
    ],
    ids=str,
)
@pytest.mark.parametrize("prefilled", [False, True])
def test_every_action_is_undone_and_done_again(did, said, prefilled):
    session = begin({"system": dataclasses.replace(OLD, confirmed=not prefilled)}, State(current="system"))
    session.keep({"system": "half", "note:system": '["half a note"]'})
    before = stand(session)
    if isinstance(did, str):
        session.keep({"system": "", "note:system": ""}, did)
    else:
        session.do(did)
    after = stand(session)
    assert after != before
    at(session, "acts_on")
    session.do(actions.Do.UNDO)
    assert stand(session) == before
    assert session.view().question.id == "system"
    assert session.view().notices == (f"Undone at question 1: {said}.",)
    session.do(actions.Do.REDO)
    assert stand(session) == after
    assert session.view().notices[0] == f"Redone at question 1: {said}."
    session.do(actions.Do.UNDO)
    assert stand(session) == before


def test_confirming_what_was_taken_over_is_undone():
    session = begin({"system": dataclasses.replace(OLD, confirmed=False)}, State(current="system"))
    session.do(actions.Give("Alpha"))
    assert unconfirmed(session) == ()
    session.do(actions.Do.UNDO)
    assert unconfirmed(session) == ("system",)
    assert session.view().prefilled


def test_questions_that_went_come_back_with_their_answers():
    session = begin()
    for name, value in (("acts_on", "persons"), ("groups", ("children",)), ("guardian", "no")):
        at(session, name)
        session.do(actions.Give(value))
    at(session, "acts_on")
    session.do(actions.Give("things"))
    assert "guardian" not in session.assessment.marks
    session.do(actions.Do.REVIEW)
    session.do(actions.Do.UNDO)
    assert session.place == "question"
    assert session.assessment.marks["guardian"].answer.value == "no"
    assert any("apply now" in notice for notice in session.view().notices)


def test_there_may_be_nothing_to_undo_in_both_languages():
    session = begin()
    for language, undo, redo in (
        ("en", "There is nothing to undo since you opened the interview.", "There is nothing to redo."),
        ("ms", "Tiada tindakan untuk dibatalkan sejak temu bual ini dibuka.", "Tiada tindakan untuk dibuat semula."),
    ):
        session.do(actions.SwitchLanguage(language))
        session.do(actions.Do.UNDO)
        assert session.view().notices == (undo,)
        session.do(actions.Do.REDO)
        assert session.view().notices == (redo,)


def test_what_was_undone_stays_within_reach_when_something_else_is_done():
    session = begin()
    session.do(actions.Give("Alpha"))
    session.do(actions.Do.UNDO)
    session.do(actions.Give("Beta"))
    seen = []
    for _ in range(4):
        session.do(actions.Do.UNDO)
        seen.append(session.answers.get("system").value)
    assert seen == [None, "Alpha", None, None]


def test_what_is_typed_elsewhere_meanwhile_is_left_alone():
    session = begin()
    session.do(actions.Give("Alpha"))
    at(session, "remark")
    session.keep({"remark": "half a remark"})
    session.do(actions.Do.UNDO)
    assert session.state.typed == {"remark": "half a remark"}


@st.composite
def deeds(draw):
    """Something at one question: an action, or something typed there that is dropped at one stroke."""
    name = draw(st.sampled_from(sorted(VALUES)))
    value = actions.Give(draw(VALUES[name]))
    annotate = actions.Annotate(draw(notes), draw(evidence))
    simple = [
        actions.Do.UNSURE,
        actions.Do.CLEAR,
        actions.SetAside(draw(texts)),
        actions.Do.SKIP,
        actions.Do.BACK,
        actions.SwitchLanguage(),
        annotate,
    ]
    kept = ({draw(st.sampled_from([name, f"note:{name}", f"reason:{name}"])): draw(texts)}, "form_closed")
    return name, draw(st.sampled_from([value, value, kept, *simple]))


def do(session, deed):
    name, action = deed
    if name is not None:
        session.do(actions.Goto(name))
        if session.place != "question" or session.view().question.id != name:
            return
    if isinstance(action, tuple):
        session.keep(*action)
    else:
        session.do(action)


turns = st.sampled_from([(None, actions.Do.UNDO), (None, actions.Do.REDO)])


@given(st.lists(deeds(), max_size=20))
def test_as_many_undos_as_actions_give_the_start_and_redos_the_end(script):
    session = begin({"system": OLD, "acts_on": Answer("answered", "persons", confirmed=False)})
    start = stand(session)
    for deed in script:
        do(session, deed)
    end = stand(session)
    for _ in script:
        session.do(actions.Do.UNDO)
    assert stand(session) == start
    for _ in script:
        session.do(actions.Do.REDO)
    assert stand(session) == end


@given(st.lists(deeds() | turns, max_size=20))
def test_everything_that_ever_stood_can_be_reached_by_undoing(script):
    session = begin()
    stood = [stand(session)]
    for deed in script:
        do(session, deed)
        stood.append(stand(session))
    reached = [stand(session)]
    while session.view().notices[:1] != (nothing(session),) if session.place == "question" else True:
        session.do(actions.Do.UNDO)
        reached.append(stand(session))
    while session._ledger._undone:
        session.do(actions.Do.REDO)
        reached.append(stand(session))
    for one in stood:
        assert one in reached


def nothing(session):
    return {
        "en": "There is nothing to undo since you opened the interview.",
        "ms": "Tiada tindakan untuk dibatalkan sejak temu bual ini dibuka.",
    }[session.language]


def test_a_kill_at_any_moment_of_an_undo_loses_no_text(tmp_path, monkeypatch):
    """Before the answer goes from the draft's answers, the text that undoing brings back stands in its state."""
    from aiassess.drafts import store as module

    drafts = Drafts(tmp_path)
    with drafts.create(small(), str(SMALL)) as draft:
        session = Session(small(), blank(), language="en", save=draft.save)
        session.do(actions.Give("Alpha"))
        at(session, "system")
        session.keep({"system": "half typed"})
        session.do(actions.Give("Beta"))
        written = []
        write = module.write_file
        monkeypatch.setattr(
            module, "write_file", lambda path, *more, **o: (written.append(path.name), write(path, *more, **o))
        )
        session.do(actions.Do.UNDO)
        assert [name.endswith("draft.json") for name in written][:2] == [False, True]
    again = drafts.open(draft.name)
    assert again.answers.get("system").value == "Alpha"
    assert again.state.typed == {"system": "half typed"}
    again.close()
