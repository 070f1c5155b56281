"""The start page: what it says of time, papers and people, in lines and in either language."""

import io
import os
import sys
from dataclasses import replace

import pytest

from aiassess import load_answers, load_questionnaire, score
from aiassess.drafts.state import State
from aiassess.drafts.store import Drafts
from aiassess.interview.effort import effort_of, left
from aiassess.interview.opening import start_of
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.session import Session
from aiassess.model.answers import Answer, AnswerSet
from support.each import each
from support.editions import ANSWERS, GPAISA
from support.interviews import SMALL, small
from support.tiny import tiny


def effort(questionnaire, **values):
    answers = {name: Answer("answered", value) for name, value in values.items()}
    return effort_of(score(questionnaire, AnswerSet(questionnaire.id, questionnaire.version, answers=answers)))


def start(tmp_path, questionnaire=None, *, lang="en", **values):
    questionnaire = questionnaire or small()
    with Drafts(tmp_path / "drafts").create(questionnaire, str(SMALL)) as draft:
        answers = {name: Answer("answered", value) for name, value in values.items()}
        given = AnswerSet(questionnaire.id, questionnaire.version, answers=answers)
        return start_of(Session(questionnaire, given, language=lang, save=draft.save), draft, None)


def test_time_is_bounded_by_what_can_still_be_asked():
    before, things, persons = effort(small()), effort(small(), acts_on="things"), effort(small(), acts_on="persons")
    assert before.questions[0] < before.questions[1]
    assert things.questions[0] == things.questions[1] == before.questions[0] - 1
    assert persons.questions[1] == before.questions[1] - 1
    assert things.minutes[1] <= persons.minutes[1] <= before.minutes[1]


def test_no_phase_asks_what_all_phases_ask_together():
    gpaisa = load_questionnaire("gpaisa")
    phases = [option.id for option in gpaisa.by_id["phase"].options]
    each_phase = [effort(gpaisa, phase=phase) for phase in phases]
    before = effort(gpaisa)
    assert before.questions == (
        1 + min(found.questions[0] for found in each_phase),
        1 + max(found.questions[1] for found in each_phase),
    )
    assert before.questions[1] < len(gpaisa.questions)
    assert max(n for _, n in before.people) == before.people[0][1]
    for actor, most in before.people:
        theirs = effort_of(score(gpaisa, AnswerSet(gpaisa.id, gpaisa.version)), only=[actor.id])
        assert theirs.questions[1] == most, "no more than they can be asked in one phase"


@each("file", sorted(ANSWERS.glob("*.json")))
def test_a_whole_interview_is_within_the_bounds_of_its_beginning(file):
    gpaisa = load_questionnaire(GPAISA)
    answers = load_answers(file, gpaisa)
    asked = len(score(gpaisa, answers).marks)
    few, many = effort(gpaisa).questions
    assert few <= asked <= many
    phase = answers.get("phase").value
    if phase:
        few, many = effort(gpaisa, phase=phase).questions
        assert few <= asked - 1 <= many


@each("file", sorted(ANSWERS.glob("*.json")))
def test_the_bounds_of_what_is_left_only_narrow_as_the_answers_come(file):
    gpaisa = load_questionnaire(GPAISA)
    whole = score(gpaisa, load_answers(file, gpaisa)).marks
    given, (few, many) = {}, (0, 10**6)
    for name, mark in whole.items():
        blank = score(gpaisa, AnswerSet(gpaisa.id, gpaisa.version, answers=given))
        now = sum(not each.done and each.question.required for each in blank.marks.values())
        done = sum(each.done and each.question.required for each in blank.marks.values())
        least, most = left(blank)
        assert least <= now <= most
        assert few <= done + least
        assert done + most <= many
        (few, many), given = (done + least, done + most), {**given, name: mark.answer}


def test_nothing_is_left_to_do_when_all_is_answered(tmp_path):
    page = start(tmp_path, load_questionnaire(str(SMALL)))
    assert [name for name, _ in page.facts] == ["Time", "Whom to ask", "Your answers"]
    assert "more minutes" not in page.facts[0][1]
    assert "more minutes" in start(tmp_path, acts_on="things").facts[0][1]


def test_answers_taken_over_take_less_time_but_are_still_to_be_looked_at():
    gpaisa = load_questionnaire(GPAISA)
    given = load_answers(next(iter(sorted(ANSWERS.glob("*.json")))), gpaisa)
    taken = {name: replace(answer, confirmed=False) for name, answer in given.answers.items()}
    left = {
        name: effort_of(score(gpaisa, replace(given, answers=answers)))
        for name, answers in (("nothing", given.answers), ("to confirm", taken), ("all", {}))
    }
    assert left["nothing"].minutes <= left["to confirm"].minutes < left["all"].minutes
    assert left["to confirm"].questions[0] >= len(taken) * 9 // 10
    assert left["to confirm"].minutes[1] <= 30


def test_one_actors_part_says_what_that_takes(tmp_path):
    questionnaire = tiny(
        *({"id": f"one{n}", "actors": ["owner"]} for n in range(12)),
        *({"id": f"two{n}", "actors": ["lawyer", "owner"]} for n in range(3)),
    )
    answers = {"one1": Answer("answered", "x"), "two1": Answer("answered", "x")}
    given = AnswerSet(questionnaire.id, questionnaire.version, answers=answers)
    drafts = Drafts(tmp_path / "drafts")
    with drafts.create(questionnaire, "tiny.yaml") as draft:
        draft.save(given, State())
    with drafts.open("tiny-1", questionnaire) as draft:
        for only, done, minutes in ((), "2 of 15", "25 to 30"), (("lawyer",), "1 of 3", "about 5 more"):
            session = Session(questionnaire, given, language="en", save=draft.save, state=State(only=only))
            page = start_of(session, draft, None)
            assert done in page.news[-1]
            assert minutes in page.facts[0][1]


def test_papers_are_named_if_the_questionnaire_names_any(tmp_path):
    papers = replace(small(), preparation=({"en": "the contract", "ms": "kontrak"}, {"en": "tests", "ms": "ujian"}))
    assert ("Have at hand", "the contract; tests") in start(tmp_path, papers).facts
    assert ("Sediakan", "kontrak; ujian") in start(tmp_path, papers, lang="ms").facts


# Line by line at a terminal


@pytest.fixture
def terminal():
    import pty

    ours, theirs = pty.openpty()
    with os.fdopen(theirs, encoding="utf-8") as read:
        told = io.StringIO()
        yield (lambda text: os.write(ours, text.encode())), PlainScreen(read, told), told
    os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")
def test_at_a_terminal_the_start_page_waits_and_speaks_either_language(terminal, tmp_path):
    type_, screen, told = terminal
    page = start(tmp_path, lang="ms")
    type_("bahasa\n")
    assert screen.start(page).language is None
    assert "To read this in English, type lang at any time." in told.getvalue()
    type_("\n")
    assert screen.start(replace(page, language="en", other="ms")) is None
    assert "Untuk membacanya dalam bahasa Melayu, taip bahasa pada bila-bila masa." in told.getvalue()
    type_("quit\n")
    assert screen.start(page) is None
    assert "Simpan" not in told.getvalue()


def test_a_pipe_is_not_read_before_the_first_question(tmp_path):
    typed = io.StringIO("1\n")
    screen = PlainScreen(typed, io.StringIO())
    assert screen.start(start(tmp_path)) is None
    assert typed.read() == "1\n"
