"""A question left to somebody else: on both screens, in the session, and in the review."""

import io

from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.session import Session
from aiassess.model.answers import Answer
from support.interviews import blank
from support.tiny import control, inherent, tiny

QUESTIONNAIRE = tiny(
    inherent(actors=["owner"], ref="1"),
    control(actors=["lawyer", "ictso"], ref="2"),
    control("other", ref="3"),
    {"id": "name", "ref": "4"},
)


def begin(*done):
    session = Session(QUESTIONNAIRE, blank(QUESTIONNAIRE), language="en", save=lambda *_: None)
    for action in done:
        session.do(action)
    return session


def plain(session, *script):
    """Return the action at the current question, and what was written."""
    output = io.StringIO()
    return PlainScreen(io.StringIO("".join(f"{line}\n" for line in script)), output).ask(
        session.view()
    ), output.getvalue()


def test_the_question_is_unsure_and_the_next_one_is_shown():
    session = begin(actions.WaitFor("ictso"))
    assert session.answers.get("risk") == Answer("unsure", waits_for="ictso")
    assert session.view().question.id == "guard"
    assert session.view().gave[1].startswith("Not sure; waits for ")
    session.do(actions.Do.UNDO)
    assert session.answers.get("risk") == Answer("unanswered")
    assert session.view().notices == ("Undone at question 1: leaving it to somebody else.",)
    session.do(actions.Do.REDO)
    assert session.answers.get("risk").waits_for == "ictso"


def test_nobody_else_can_be_waited_for():
    session = begin(actions.WaitFor("nobody"))
    assert session.view().question.id == "risk"
    assert "expected the id of an actor" in session.view().notices[0]


def test_an_answer_given_later_waits_for_nobody():
    session = begin(actions.WaitFor("ictso"), actions.Goto("risk"), actions.Give("none"))
    assert session.answers.get("risk").waits_for is None
    session = begin(actions.WaitFor("ictso"), actions.Goto("risk"), actions.Annotate("Asked.", ()))
    assert session.answers.get("risk").waits_for == "ictso"  # a note leaves it as it is
    session = begin(actions.WaitFor("ictso"), actions.Goto("risk"), actions.Do.UNSURE)
    assert session.answers.get("risk").waits_for is None


def test_confirming_keeps_whom_it_waits_for():
    assert actions.again(Answer("unsure", waits_for="ictso", confirmed=False)) == actions.WaitFor("ictso")


def test_the_questions_own_actors_are_offered_first():
    assert [actor.id for actor in begin(actions.Do.SKIP).view().everybody] == ["lawyer", "ictso", "owner"]
    assert [actor.id for actor in begin().view().everybody] == ["owner", "lawyer", "ictso"]


def test_the_review_lists_what_waits_for_whom():
    waiting = (actions.WaitFor("ictso"), actions.WaitFor("lawyer"), actions.WaitFor("ictso"), actions.Do.UNSURE)
    session = begin(*waiting, actions.Do.REVIEW)
    overview = session.overview()
    (group,) = (section for section in overview.sections if section.id == "waiting")
    assert group.heading(group.items) == "Waiting for somebody else (3)"
    assert [(item.lead, item.question_id) for item in group.items] == [
        ("Lawyer", "guard"),
        ("Ictso", "risk"),
        ("Ictso", "other"),
    ]
    assert group.items[0].answer_text == "Not sure; waits for Lawyer"
    assert group.items[2].actors == ("ictso",)  # so that the filter finds it
    (unsure,) = (section for section in overview.sections if section.id == "unsure")
    assert [item.question_id for item in unsure.items] == ["name"]
    assert overview.open["unsure"] == 4


def test_plain_takes_a_name_or_a_number():
    for typed in ("for ictso", "untuk ICTSO", ":for 3"):
        assert plain(begin(), typed)[0] == actions.WaitFor("ictso")
    at_text = begin(actions.Do.SKIP, actions.Do.SKIP, actions.Do.SKIP)
    assert plain(at_text, ":untuk 1")[0] == actions.WaitFor("owner")
    assert plain(at_text, "for 1", "for 1")[0] == actions.Give("for 1")  # a text, as it was typed twice


def test_plain_says_who_there_is():
    listed = (
        "  1. Owner\n  2. Lawyer\n  3. Ictso\nType for and a number or a name to leave the question to one of them."
    )
    action, text = plain(begin(), "for", "for nobody", "for w", "skip")
    assert action == actions.Do.SKIP
    assert text.count(listed) == 3
    assert "There is no actor “nobody” here." in text
    assert "“w” fits several actors." in text
    assert "for ICTSO (leave it to somebody else)" in plain(begin(), "?", "skip")[1]


def test_plain_shows_whom_an_answer_waits_for():
    session = begin(actions.WaitFor("ictso"), actions.Do.BACK)
    assert "Your answer: Not sure; waits for Ictso" in plain(session, "skip")[1]


def test_without_actors_there_is_nobody_to_leave_it_to():
    nobody = Session(tiny(inherent()), blank(tiny(inherent())), language="en", save=lambda *_: None)
    action, text = plain(nobody, "for ictso", "?", "skip")
    assert action == actions.Do.SKIP
    assert "No question here says whom to ask." in text
    assert "for ICTSO" not in text
