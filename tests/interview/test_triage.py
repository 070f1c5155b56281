"""Triage: the questions that settle the level, and then the report."""

from dataclasses import replace

import pytest

from aiassess import load_questionnaire, score
from aiassess.answers.carry import Carried
from aiassess.drafts.store import Drafts
from aiassess.interview.effort import effort_of
from aiassess.interview.prefill import Prefill
from aiassess.interview.sure import first_part
from aiassess.model.answers import Answer, AnswerSet
from support.interviews import Talk, blank
from support.tiny import control, inherent, tiny

BANNED = {"question": "scores", "is": "yes"}
QUESTIONNAIRE = tiny(
    {"id": "scores", "ref": "1", "options": {"no": 0, "yes": 0}},
    inherent(ref="2"),
    control("guard", ref="3"),
    control("other", ref="4"),
    levels=[{"id": "low", "up_to_percent": 25}, {"id": "high"}, {"id": "banned", "stop": True}],
    rules=[{"when": BANNED, "level": "banned"}],
    scoring={"level_from": "inherent"},
)


@pytest.fixture
def talk(tmp_path):
    drafts = Drafts(tmp_path / "drafts")

    def play(*script, resume=False):
        with drafts.open("tiny-1", QUESTIONNAIRE) if resume else drafts.create(QUESTIONNAIRE, "tiny.yaml") as draft:
            return Talk(draft, script, triage=True)

    return play


def test_the_first_part_ends_with_the_last_question_that_can_change_the_level():
    assert first_part(QUESTIONNAIRE) == {"scores", "risk"}
    by_controls = tiny(
        inherent(),
        control("guard"),
        scoring={"mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 50}},
    )
    assert first_part(by_controls) == {"risk", "guard"}
    gpaisa = load_questionnaire("gpaisa")
    assert {gpaisa.section_of[name].id for name in first_part(gpaisa)} == {
        "profile", "prohibited", "high_risk", "impact", "data",
    }  # fmt: skip
    blank = score(gpaisa, AnswerSet(gpaisa.id, gpaisa.version))
    assert effort_of(blank, first_part(gpaisa)).questions[1] == 32


def test_the_report_is_offered_first_once_the_level_is_settled(talk):
    told = talk("1", "2", "1")
    assert "Triage: the questions that settle the level, and then the report." in told.text
    assert "for 2 questions\n" in told.text
    assert "The level is settled: High." in told.text
    assert "\n  1. Write the report now (incomplete; the draft is kept)\n  2. Go on for the verdict (2 q" in told.text
    assert (told.outcome.finished, set(told.answers)) == (True, {"scores", "risk"})


def test_who_goes_on_or_back_is_asked_nothing_more(talk):
    told = talk("1", "2", "2", "1", "1", "finish")
    assert told.text.count("Write the report now") == 1
    assert (told.outcome.finished, len(told.answers)) == (True, 4)
    told = talk("1", "2", "3", "1", "quit")
    assert "Undone at question 2" in told.text
    assert (told.outcome.finished, told.answers["risk"].value) == (False, "none")


@pytest.mark.parametrize("left_open", ["unsure", "skip"])
def test_the_report_is_offered_although_the_level_stays_open(talk, left_open):
    told = talk(left_open, "2", "1")
    if left_open == "unsure":
        assert "but what is still open in it can change the level: between High and Banned." in told.text
    assert told.outcome.finished


def test_a_use_to_stop_is_still_a_page_of_its_own(talk):
    told = talk("2", "2")
    assert "  2. Stop here and write the report" in told.text
    assert told.outcome.finished


def test_a_draft_that_is_settled_is_offered_its_report_at_once(talk):
    talk("1", "2", "2", "quit")
    told = talk("1", resume=True)
    assert told.text.count("Write the report now") == 1
    assert told.outcome.finished


def test_what_is_looked_at_on_the_way_is_not_the_end_of_the_first_part(talk):
    told = talk("goto 4", "goto 1", "1", "goto 3", "goto 2", "2", "1")
    assert "The first part is done" not in told.text
    assert told.text.count("Write the report now") == 1
    assert told.outcome.finished


def test_nothing_can_be_taken_back_that_was_not_done_now(talk):
    talk("1", "2", "2", "quit")
    told = talk("3", "1", resume=True)
    assert "Take the last answer back" not in told.text
    assert "There is no number “3” here." in told.text


def test_whoever_leaves_in_the_first_part_comes_back_to_it(talk):
    assert talk("1", "quit").outcome.triage
    assert not talk("1", "2", "2", "quit", resume=True).outcome.triage


@pytest.mark.parametrize("by", ["section", "one by one"])
def test_last_years_answers_settle_the_level_once_they_are_confirmed(tmp_path, by):
    given = {name: Answer("answered", value, confirmed=False) for name, value in (("scores", "no"), ("risk", "some"))}
    prefill = Prefill(replace(blank(QUESTIONNAIRE), answers=given), Carried("1.2.0", "1.2.0", ()))
    with Drafts(tmp_path / "drafts").create(QUESTIONNAIRE, "tiny.yaml") as draft:
        script = ["confirm"] if by == "section" else ["no", "", ""]
        told = Talk(draft, ["", *script, "1"], prefill=prefill, triage=True)
    assert told.text.count("Write the report now") == 1
    assert told.outcome.finished
