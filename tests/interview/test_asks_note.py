"""An option such as "other", which asks for a note: on both screens, and what is said if there is none."""

import io

import pytest

from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.protocol import form_key
from aiassess.interview.session import Session
from aiassess.interview.views import asked_for
from aiassess.model.answers import UNANSWERED, Answer
from support.interviews import blank
from support.tiny import tiny

OPTIONS = [
    {"id": "ministry", "label": "Ministry"},
    {"id": "company", "label": "Company"},
    {"id": "other", "label": "Other (say which)", "asks_note": True},
]
QUESTIONNAIRE = tiny(
    {"id": "kind", "ref": "1", "type": "choice", "options": OPTIONS},
    {"id": "groups", "ref": "2", "type": "choices", "options": OPTIONS},
)
KIND, GROUPS = QUESTIONNAIRE.questions


def begin(kept=None):
    return Session(QUESTIONNAIRE, blank(QUESTIONNAIRE), language="en", save=kept or (lambda *_: None))


def ask(session, *script):
    """Answer one question in plain mode; return what was written."""
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("".join(line + "\n" for line in script)), output)
    screen.keep = session.keep
    session.do(screen.ask(session.view()))
    return output.getvalue()


def test_who_asks_for_a_note():
    assert asked_for(KIND, UNANSWERED, "other") == "note"
    assert asked_for(KIND, UNANSWERED, "ministry") is None
    assert asked_for(KIND, Answer("unanswered", None, "A court"), "other") is None
    assert asked_for(GROUPS, UNANSWERED, ("ministry", "other")) == "note"
    assert asked_for(GROUPS, UNANSWERED, ("ministry",)) is None


@pytest.mark.parametrize("note", [None, ""])
def test_a_missing_note_is_said_once(note):
    session = begin()
    session.do(actions.Give("other", note))
    said = "Question 1: “Other (say which)” was chosen, and there is no note that says which."
    assert session.view().notices == (said,)
    session.do(actions.Give(("ministry",)))
    assert session.overview().notices == ()


def test_with_a_note_nothing_is_said():
    session = begin()
    session.do(actions.Give("other", "A court"))
    assert session.view().notices == ()


def test_plain_asks_for_the_note():
    session = begin()
    text = ask(session, "3", "A court", ".")
    assert "Which one is it? Say so in a note" in text
    assert session.answers.get("kind") == Answer("answered", "other", "A court")
    assert session.view().forms == {}


def test_plain_goes_on_without_the_note():
    session = begin()
    ask(session, "3", "")
    assert session.answers.get("kind") == Answer("answered", "other")
    assert "there is no note" in session.view().notices[0]


def test_plain_keeps_a_note_whose_input_ends():
    session = begin()
    ask(session, "3", "A cou")
    assert session.answers.get("kind") == Answer("answered", "other", "A cou")


def test_a_note_kept_half_written_is_offered():
    session = begin()
    session.keep({form_key("note", "kind"): '["A court", "", ""]'})
    text = ask(session, "3", ".")
    assert "A court" in text
    assert session.answers.get("kind").note == "A court"
