"""The list and the review line by line: commands, groups, and one actor's questions."""

import io
import re

import pytest

from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.session import Session
from support.interviews import blank, small
from support.tiny import control, inherent, tiny

ASKED = tiny(
    inherent(ref="1", actors=["owner"]),
    control(ref="2", actors=["owner", "ictso"]),
    control("other", ref="3"),
    {"id": "remark", "ref": "4", "required": False, "actors": ["lawyer", "ict_head"]},
)


def overview(*, review=False, language="en", questionnaire=None, given=("Alpha", "persons")):
    questionnaire = questionnaire or small()
    session = Session(questionnaire, blank(questionnaire), language=language, save=lambda *_: None)
    for value in given:
        session.do(actions.Give(value))
    if questionnaire is small():
        session.do(actions.Goto("groups"))
        session.do(actions.Do.UNSURE)
    session.do(actions.Do.REVIEW if review else actions.Do.OVERVIEW)
    return session.overview()


def list_all(shown, *script, screen=None):
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("".join(line + "\n" for line in script)), output)
    return screen.overview(shown), output.getvalue()


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("2", actions.Goto("acts_on")),
        ("goto 2", actions.Goto("acts_on")),
        ("pergi acts_on", actions.Goto("acts_on")),
        ("", actions.Do.BACK),
        ("undur", actions.Do.BACK),
        ("review", actions.Do.REVIEW),
        ("finish", actions.Do.FINISH),
        ("selesai", actions.Do.FINISH),
        ("bahasa", actions.SwitchLanguage()),
        ("keluar", actions.Leave()),
        (":quit", actions.Leave()),
    ],
)
def test_commands_of_the_list(typed, action):
    assert list_all(overview(), typed)[0] == action


def test_the_list_says_how_every_question_stands():
    action, text = list_all(overview(), "99", "skip", "?", "list")
    assert action == actions.Do.OVERVIEW
    assert "  1. What is the system called?\n    - Alpha\n" in text
    assert "  4. Who is affected?\n    - Not sure\n" in text
    assert "  6. How many people a year? (you are here)\n    - not answered\n" in text
    assert "  3. Any other remark?\n    - blank, not required\n" in text
    assert "There is no question “99” among those that apply. Type a number from the list." in text
    assert "That command does nothing here." in text
    assert " goto 12 (" in text


def test_the_review_counts_and_does_not_close_by_an_empty_line():
    action, text = list_all(overview(review=True, language="ms"), "", "selesai")
    assert "2 dijawab" in text
    assert not re.search(r"^(Soalan|\d+ daripada) ?\d*.*dijawab", text, re.MULTILINE), "the review is at no question"
    assert action == actions.Do.FINISH
    assert "Laporan belum dapat menentukan keputusan (4 belum dijawab, 1 tidak pasti). Rumusan: Henti." in text
    assert (
        text.index("Belum dijawab (4)\nBuka") < text.index("Tidak pasti (1)\nTanya") < text.index("\nProfil: 2 dijawab")
    )
    assert "\n(senarai memaparkan setiap soalan)\n" in text
    assert "Apakah nama sistem ini?" not in text
    assert list_all(overview(review=True))[0] == actions.Leave()


def test_goto_by_number_from_a_question():
    session = Session(small(), blank(), language="en", save=lambda *_: None)
    screen = PlainScreen(io.StringIO(":goto 2\n:pergi 77\n"), output := io.StringIO())
    assert screen.ask(session.view()) == actions.Do.OVERVIEW
    assert screen.overview(overview()) == actions.Goto("acts_on")
    assert "All questions that apply" not in output.getvalue()
    assert screen.ask(session.view()) == actions.Do.OVERVIEW
    assert screen.overview(overview()) == actions.Do.BACK
    assert "There is no question “77”" in output.getvalue()


def asked(**more):
    return overview(questionnaire=ASKED, given=("some",), **more)


def test_who_is_to_be_asked_is_listed_with_numbers():
    _, text = list_all(asked(), "actor", "pihak")
    listed = "  1. Owner: 2\n  2. Ictso: 1\n  3. Lawyer: 1\n  4. Ict_head: 1\nType actor and a number or a name"
    assert text.count(listed) == 2
    _, text = list_all(overview(questionnaire=tiny(inherent()), given=()), "actor")
    assert "No question here says whom to ask." in text


@pytest.mark.parametrize("typed", ["actor 2", "pihak ictso", "actor Ictso", ":actor ICTSO"])
@pytest.mark.parametrize("review", [False, True])
def test_one_actors_questions(typed, review):
    _, text = list_all(asked(review=review), typed)
    text = text[text.rindex("Whom to ask: Ictso (1)") :]
    assert "2. Question guard?" in text
    assert "Question risk?" not in text
    assert "Question other?" not in text


def test_an_actor_that_is_not_one_or_several_is_asked_back():
    _, text = list_all(asked(), "actor 7", "actor nobody", "actor ict")
    assert "There is no actor “7” here." in text
    assert "There is no actor “nobody” here." in text
    assert "“ict” fits several actors." in text
    assert "Whom to ask" not in text


def test_the_list_is_still_one_actors_when_one_comes_back_to_it():
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("actor ICTSO\n2\nactor 0\n"), output)
    assert screen.overview(asked(review=True)) == actions.Goto("guard")
    before = len(output.getvalue())
    screen.overview(asked(review=True))
    text = output.getvalue()[before:]
    assert text.index("Whom to ask: Ictso (1)") < text.index("Question other?")
    assert screen.overview(overview(review=True)) == actions.Leave()  # nobody of that name there
