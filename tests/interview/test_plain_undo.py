"""Undo line by line, in both languages."""

import pytest

from aiassess.drafts.store import Drafts
from aiassess.model.risks import Risk
from support.interviews import SMALL, Talk, small


@pytest.fixture
def talk(tmp_path):
    drafts = Drafts(tmp_path)

    def play(*script, language="en"):
        with drafts.create(small(), str(SMALL)) as draft:
            return Talk(draft, script, language=language)

    return play


@pytest.mark.parametrize(("undo", "redo"), [("undo", "redo"), ("batal", "buat semula"), ("buat asal", "redo")])
def test_an_answer_is_undone_and_done_again(talk, undo, redo):
    told = talk("Alpha", ".", "2", f":{undo}", undo)
    assert not told.answers
    assert "Undone at question 2: the answer “Persons”." in told.text
    assert "Undone at question 1: the answer “Alpha”." in told.text
    again = talk("Alpha", ".", undo, f":{redo}")
    assert again.answers["system"].value == "Alpha"
    assert "Redone at question 1: the answer “Alpha”." in again.text


def test_what_was_discarded_comes_back(talk):
    told = talk("half a", "text", ":clear", ":undo", ".")
    assert told.answers["system"].value == "half a\ntext"
    told = talk("half a", ":padam", "goto 6", ":batal", ".", language="ms")
    assert told.answers["system"].value == "half a"
    assert "Dibatalkan pada soalan 1: pembuangan teks yang ditaip." in told.text


@pytest.mark.parametrize(
    ("question", "lines", "again"),
    [
        ("2", ["note", "half", "a note", ":back", "undo", "note", ".", ""], "half\na note"),
        ("2", ["note", "half", ":clear", ":undo", ".", ""], "half"),
        ("5", ["na", "no", "vendor", ":back", "undo", "na", "."], "no\nvendor"),
        ("5", ["na", "no", ":clear", ":undo", "vendor", "."], "no\nvendor"),
    ],
)
def test_a_form_given_up_is_gone_on_with(talk, question, lines, again):
    name = "acts_on" if question == "2" else "oversight"
    told = talk(":goto " + ("7" if question == "5" else question), *lines)
    assert told.answers[name].note == again


def test_risks_added_removed_and_given_up_come_back(talk):
    entry = ["add", "Bias", "4", "5", "", "", "", ""]
    assert talk(":goto 9", *entry, "remove 1", "undo", "done").answers["register"].value == (Risk("Bias", 4, 5),)
    told = talk(":goto 9", "add", "Bias", "4", ":back", "undo", "add", "", "", "5", "", "", "", "", "done")
    assert told.answers["register"].value == (Risk("Bias", 4, 5),)
    told = talk(":goto 9", *entry, "undo", "", "", "quit")
    assert "Undone at question 9: adding a risk." in told.text
    assert "register" not in told.answers
    assert "A risk was left unfinished" in told.text


def test_undo_in_the_review(talk):
    told = talk("Alpha", ".", "review", "undo")
    assert not told.answers
    assert "Undone at question 1: the answer “Alpha”." in told.text


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en", "2 new questions apply now. Type :undo to undo this."),
        ("ms", "2 soalan baharu kini terpakai. Taip :batal untuk membatalkannya."),
    ],
)
def test_what_follows_from_an_answer_says_how_to_undo_it(talk, language, hint):
    told = talk(":goto 2", "2", ":undo", language=language)
    assert hint in told.text
    assert not told.answers
    assert told.text.count(hint) == 1
