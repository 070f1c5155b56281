"""What follows from an answer, said at once: evidence that is due, contradictions, and how to undo it."""

import dataclasses

from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.interview.views import evidence_wanted
from aiassess.model.answers import About, Answer, AnswerSet, Evidence
from support.interviews import blank, unconfirmed
from support.tiny import control, inherent, tiny

PROOF = [
    {"id": "no", "label": "No"},
    {"id": "half", "label": "Half", "points": 2},
    {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "half"},
]
BOTH = {"all": [{"question": "bad", "is": "no"}, {"question": "risk", "is": "all"}]}
PARTS = (
    {"id": "bad", "ref": "1", "options": {"no": 0, "yes": 0}},
    inherent(ref="2"),
    control("guard", PROOF, ref="3"),
    control("other", ref="4"),
)
REST = {
    "scoring": {"level_from": "inherent"},
    "checks": [{"id": "odd", "when": BOTH, "text": "Not bad, and all the risk."}],
}
QUESTIONNAIRE = tiny(*PARTS, **REST)


def begin(answers=None):
    return Session(QUESTIONNAIRE, answers or blank(QUESTIONNAIRE), language="en", save=lambda *_: None)


def notices(session, *actions):
    for action in actions:
        session.do(action)
    return session.view().notices if session.place == "question" else session.overview().notices


def test_evidence_that_is_due_is_said_until_it_is_there():
    session = begin()
    due = "Question 3 counts 2 points instead of 4 until evidence is given."
    assert due in notices(session, actions.Goto("guard"), actions.Give("yes"))
    assert due not in notices(session, actions.Goto("other"), actions.Give("no"))
    proof = (Evidence("Minutes"),)
    assert due not in notices(session, actions.Goto("guard"), actions.Annotate(None, proof))
    assert due not in notices(session, actions.Give("yes", evidence=proof))
    assert evidence_wanted(QUESTIONNAIRE.by_id["guard"], "yes")
    assert not evidence_wanted(QUESTIONNAIRE.by_id["guard"], "half")


def contradictions(session):
    return [i.lead for section in session.overview().sections if section.id == "contradictions" for i in section.items]


def test_contradictions_are_said_when_they_arise_and_in_the_review():
    session = begin()
    told = "Contradiction: Not bad, and all the risk."
    assert told in notices(session, actions.Give("no"), actions.Give("all"))
    assert told not in notices(session, actions.Give("no"))
    session.do(actions.Do.REVIEW)
    assert contradictions(session) == ["Not bad, and all the risk."] * 2
    session.do(actions.Goto("risk"))
    session.do(actions.Give("some"))
    session.do(actions.Do.REVIEW)
    assert contradictions(session) == []


def test_contradictions_are_shown_at_both_questions_and_not_twice():
    session = begin()
    told = ("Contradiction: Not bad, and all the risk.",)
    for action in (actions.Give("no"), actions.Give("all")):
        session.do(action)
    assert (session.view().question.id, session.view().contradictions) == ("guard", ())
    for name in ("bad", "risk"):
        session.do(actions.Goto(name))
        assert session.view().contradictions == told
    session.do(actions.Give("some"))
    session.do(actions.Do.BACK)
    assert session.view().contradictions == ()
    session.do(actions.Give("all"))  # the next question is not one of the two
    session.do(actions.Do.UNDO)
    session.do(actions.Do.REDO)
    assert session.view().contradictions == told
    assert told[0] not in session.view().notices


def test_what_is_told_of_an_answer_says_how_to_undo_it_until_undo_means_something_else():
    session = begin()
    assert not session.view().undoable
    session.do(actions.Give("no"))
    assert session.view().undoable
    session.do(actions.Do.OVERVIEW)
    assert not session.overview().undoable
    session.do(actions.Goto("bad"))
    session.do(actions.Give("no"))  # as before: nothing to undo
    assert not session.view().undoable
    session.do(actions.Give("some"))
    session.keep({"note:guard": "half a note"})
    session.keep({"note:guard": ""}, "form_closed")
    assert not session.view().undoable
    view = dataclasses.replace(session.view(), notices=("One.", "Two."))
    assert view.told("Undo!") == ("One.", "Two.")
    assert dataclasses.replace(view, undoable=True).told("Undo!") == ("One.", "Two. Undo!")
    assert dataclasses.replace(view, undoable=True, notices=()).told("Undo!") == ()


def test_what_an_answers_file_left_unconfirmed_stays_so_until_it_is_looked_at():
    given = {name: Answer("answered", "no", confirmed=False) for name in ("bad", "guard", "other")}
    given["risk"] = Answer("answered", "none")
    session = begin(AnswerSet(QUESTIONNAIRE.id, QUESTIONNAIRE.version, About(), given))
    assert unconfirmed(session) == ("bad", "guard", "other")
    assert session.assessment.status == "incomplete"
    session.do(actions.Goto("bad"))
    session.do(actions.Give("no"))
    session.do(actions.Annotate("noted", ()))
    assert session.assessment.unconfirmed == ("guard", "other")
    assert not session.answers.get("guard").confirmed
    session.do(actions.Do.UNDO)
    session.do(actions.Do.UNDO)
    assert session.assessment.unconfirmed == ("bad", "guard", "other")
    for name, answer in given.items():
        session.do(actions.Goto(name))
        session.do(actions.Give(answer.value))
    assert (unconfirmed(session), session.assessment.status) == ((), "complete")


def test_of_several_options_ticked_each_is_seen_at_the_next_question():
    options = [
        {"id": f"o{n}", "label": f"Option {n} with a long label that would fill the line", "points": 0}
        for n in (1, 2, 3)
    ]
    asked = tiny({"id": "many", "type": "choices", "options": options}, control())
    session = Session(asked, blank(asked), language="en", save=lambda *_: None)
    session.do(actions.Give(("o1", "o2", "o3")))
    assert [part[:8] for part in session.view().gave[1].split("; ")] == ["Option 1", "Option 2", "Option 3"]
