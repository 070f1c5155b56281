"""The second year: what was promised, what changed, and the rest section by section, each confirmed at one stroke."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_session_properties import VALUES, evidence, notes

from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.drafts.state import Promise, State, read_state, state_data
from aiassess.interview import actions
from aiassess.interview.prefill import load_prefill
from aiassess.interview.session import Session
from aiassess.model.answers import Answer, AnswerSet, Evidence
from aiassess.model.risks import Risk
from aiassess.report.build import build_report
from aiassess.scoring.assess import score
from support.interviews import blank, small, unconfirmed
from support.tiny import control, inherent, tiny

LAST_YEAR = {
    "system": Answer("answered", "Alpha"),
    "acts_on": Answer("answered", "persons", "As in the papers", (Evidence("Paper 7"),)),
    "groups": Answer("answered", ("children",)),
    "guardian": Answer("answered", "no"),
    "oversight": Answer("not_applicable", None, "Nobody there"),
    "reviewed_on": Answer("unsure"),
}
CONSENT = Promise("guardian", "finding_1", "5", "Tiada kebenaran penjaga.", "Dapatkan kebenaran.", "Pemilik")


def taken(answers):
    return {name: dataclasses.replace(answer, confirmed=False) for name, answer in answers.items()}


def begin(answers=None, *, save=lambda *_: None, questionnaire=None, **state):
    start = dataclasses.replace(blank(questionnaire), answers=taken(LAST_YEAR if answers is None else answers))
    return Session(questionnaire or small(), start, language="en", save=save, state=State(**state))


def at(session):
    """Return the question or the page that is shown; of a section, the questions that wait there."""
    if session.place == "question":
        return session.view().question.id
    return session.checklist().waiting if session.place == "section" else session.place


def walk(session, *wanted):
    for action in wanted:
        session.do(action)
    return at(session)


def confirm(session):
    """Confirm the whole section that is shown."""
    return walk(session, actions.Confirm(session.checklist().waiting))


def marks(session):
    return {item.number: item.mark for item in session.checklist().items}


def test_each_section_is_confirmed_at_once_and_its_blank_questions_follow():
    session = begin()
    assert at(session) == ("system", "acts_on")
    assert session.checklist().title == "Section 1/3: Profile (2 to be confirmed)"
    assert session.checklist().at is None
    assert confirm(session) == ("groups", "guardian")
    assert marks(session) == {"4": "unconfirmed", "5": "unconfirmed", "6": "missing"}
    assert confirm(session) == "people"
    assert walk(session, actions.Give(5)) == ("oversight", "reviewed_on")
    assert confirm(session) == "register"
    assert walk(session, actions.Give((Risk("Wrong", 1, 1),))) == "review"
    assert unconfirmed(session) == ()
    assert session.answers.answers.items() >= LAST_YEAR.items(), (
        "note, evidence, and what was not sure, are as they were"
    )


def test_a_question_is_opened_and_comes_back_to_its_section():
    session = begin()
    assert walk(session, actions.Goto("acts_on")) == "acts_on"
    assert session.view().prefilled
    assert walk(session, actions.Do.BACK) == ("system", "acts_on")
    walk(session, actions.Goto("acts_on"), actions.Give("things"))
    assert at(session) == ("system",)
    assert session.checklist().at == 1, "where one came back from"
    assert marks(session) == {"1": "unconfirmed", "2": "answered", "3": "optional"}
    assert confirm(session) == ("oversight", "reviewed_on"), "the section that no longer applies is passed over"
    walk(session, actions.Goto("reviewed_on"), actions.Give("2027-01-31"))
    assert walk(session, actions.Goto("oversight"), actions.Give("partly")) == "register"


def test_a_section_may_be_gone_through_one_by_one():
    session = begin()
    assert walk(session, actions.Goto("system", ("acts_on",)), actions.Give("Beta")) == "acts_on"
    assert walk(session, actions.Do.BACK) == ("acts_on",)
    assert walk(session, actions.Goto("acts_on"), actions.Do.SKIP) == ("acts_on",)
    assert walk(session, actions.Goto("acts_on", ()), actions.Give("persons")) == ("groups", "guardian")


def test_a_section_may_be_left_unconfirmed():
    session = begin()
    assert walk(session, actions.Do.SKIP) == ("groups", "guardian")
    assert walk(session, actions.Do.SKIP) == "people"
    assert walk(session, actions.Do.SKIP) == ("oversight", "reviewed_on")
    assert confirm(session) == "register"
    assert walk(session, actions.Do.SKIP) == "people"
    assert session.view().notices == ("That was the last question. 1 question is still open; here it is.",)
    assert walk(session, actions.Do.SKIP, actions.Do.SKIP) == "review"
    assert unconfirmed(session) == ("system", "acts_on", "groups", "guardian")
    assert session.assessment.status == "incomplete"
    assert walk(session, actions.Goto("guardian"), actions.Give("yes")) == ("system", "acts_on")


def test_answers_that_come_back_later_are_shown_on_their_section_again():
    session = begin()
    walk(session, actions.Goto("acts_on"), actions.Give("things"))
    assert confirm(session) == ("oversight", "reviewed_on")
    walk(session, actions.Do.OVERVIEW, actions.Goto("acts_on"), actions.Give("persons"))
    assert at(session) == ("groups", "guardian")
    confirm(session)
    walk(session, actions.Give(5), actions.Goto("groups"), actions.Give(("none",)))
    assert at(session) == ("oversight", "reviewed_on")


def test_the_lists_go_back_to_the_page_and_from_the_list_one_comes_back_to_it():
    session = begin()
    for opened in (actions.Do.OVERVIEW, actions.Do.REVIEW):
        assert walk(session, opened, actions.Do.BACK) == ("system", "acts_on")
    assert walk(session, actions.Do.OVERVIEW, actions.Goto("reviewed_on"), actions.Give("2027-01-31")) == (
        "system",
        "acts_on",
    )
    assert walk(session, actions.Do.BACK) == ("system", "acts_on")
    assert session.checklist().notices == ("This is the first question.",)
    confirm(session)
    assert walk(session, actions.Do.BACK) == "remark", "the question before the section"
    assert walk(session, actions.Do.SKIP) == ("groups", "guardian")


def test_one_undo_takes_a_whole_section_back():
    session = begin()
    before = session.answers
    confirm(session)
    after = session.answers
    confirm(session)
    assert walk(session, actions.Do.UNDO) == ("groups", "guardian")
    assert session.checklist().notices == ("Undone at question 4: confirming 2 answers at once.",)
    assert session.answers == after
    assert walk(session, actions.Do.UNDO) == ("system", "acts_on")
    assert session.answers == before
    assert walk(session, actions.Do.REDO) == (), "the page again, with nothing left to confirm"
    assert session.answers == after
    assert walk(session, actions.Do.SKIP) == ("groups", "guardian")


@given(
    st.fixed_dictionaries({}, optional={name: st.tuples(values, notes, evidence) for name, values in VALUES.items()})
)
def test_confirming_a_section_is_confirming_each_of_its_answers(chosen):
    last_year = {name: Answer("answered", value, note, proofs) for name, (value, note, proofs) in chosen.items()}
    at_once, singly = begin(last_year), begin(last_year)
    start = at_once.answers
    done = 0
    while at_once.place == "section":
        waiting = at_once.checklist().waiting
        assert singly.checklist().waiting == waiting
        confirm(at_once)
        for name in waiting:
            if name in singly.assessment.marks:
                walk(singly, actions.Goto(name), actions.again(singly.answers.get(name)))
        done += 1
        while at(at_once) not in ("review", "finished") and at_once.place == "question":
            at_once.do(actions.Do.SKIP)
        while singly.place == "question":
            singly.do(actions.Do.SKIP)
    assert at_once.answers == singly.answers
    assert at_once.assessment == singly.assessment
    for _ in range(done):
        at_once.do(actions.Do.UNDO)
    assert at_once.answers == start


# What was promised


def promised(**state):
    return begin(promises=(CONSENT, dataclasses.replace(CONSENT, question="gone", number="12")), **state)


def test_a_promise_is_kept_only_if_the_answer_shows_it():
    session = promised()
    view = session.checklist()
    assert session.place == "promises"
    assert view.title == "What was to be done since last time (1 of 2 to be decided)"
    consent, gone = view.items
    assert (consent.number, consent.text, consent.mark) == ("5", "Get consent.", "unconfirmed")
    assert consent.more == "No consent of guardians. Owner: Owner"
    assert consent.answer_text == "Earlier answer: No"
    assert (gone.question_id, gone.text, gone.answer_text) == ("", "Dapatkan kebenaran.", "not asked now")
    assert walk(session, actions.Goto("guardian")) == "guardian"
    assert session.view().promised == ("This was to be done: Get consent.",)
    assert walk(session, actions.Do.BACK) == "promises"
    assert walk(session, actions.Goto("guardian"), actions.Give("yes")) == ("system", "acts_on")
    assert walk(session, actions.Do.BACK) == "promises"
    assert session.checklist().items[0].answer_text == "Done: Yes"
    walk(session, actions.Goto("guardian"), actions.Give("no"), actions.Do.BACK)
    assert session.checklist().items[0].answer_text == "Not done yet: No"


def test_one_actor_is_asked_about_the_promises_at_their_questions():
    questionnaire = tiny(
        control("log", actors=["ictso"], ref="1"), control("rule", actors=["head"], ref="2"), control("old", ref="3")
    )
    answers = dict.fromkeys(("log", "rule", "old"), Answer("answered", "no"))
    promises = tuple(Promise(name, "x", name, "", f"Do {name}.") for name in ("rule", "log", "old", "gone"))
    for only, shown in ((), ["rule", "log", "old", ""]), (("ictso",), ["log"]), (("head", "ictso"), ["rule", "log"]):
        start = dataclasses.replace(blank(questionnaire), answers=taken(answers))
        state = State(promises=promises, only=only)
        session = Session(questionnaire, start, language="en", save=lambda *_: None, state=state)
        view = session.checklist()
        assert [item.question_id for item in view.items] == shown
        assert view.items[view.at].question_id == shown[0]
        walk(session, actions.Confirm((shown[0],)))
        for name in view.waiting[1:]:
            assert session.place == "promises"
            walk(session, actions.Confirm((name,)))


def test_the_level_is_settled_only_once_its_answers_are_confirmed():
    questionnaire = tiny(inherent(), control())
    answers = {"risk": Answer("answered", "all"), "guard": Answer("answered", "no")}
    session = begin(answers, questionnaire=questionnaire)
    progress = session.checklist().progress
    assert (progress.level_low, progress.level_high, progress.settled) == ("High", "High", False)
    walk(session, actions.Confirm(("risk", "guard")))
    assert session.overview().progress.settled


def test_not_yet_confirms_the_earlier_answer_and_the_finding_stays():
    session = promised()
    assert walk(session, actions.Confirm(("guardian",))) == ("system", "acts_on")
    assert session.answers.get("guardian") == LAST_YEAR["guardian"]
    assert [item.question.id for item in session.assessment.findings] == ["guardian"]
    assert walk(session, actions.Do.UNDO) == "promises"
    assert session.checklist().notices == ("Undone at question 5: confirming the answer.",)
    assert unconfirmed(session) == ("system", "acts_on", "groups", "guardian", "oversight", "reviewed_on")


def test_what_is_left_undecided_stays_unconfirmed_and_comes_with_its_section():
    session = promised()
    assert walk(session, actions.Do.SKIP) == ("system", "acts_on")
    assert confirm(session) == ("groups", "guardian")


def test_several_promises_are_gone_through_in_order():
    other = Promise("oversight", "none", "7", "", "Have it overseen.")
    session = begin(promises=(other, CONSENT, dataclasses.replace(other, question="reviewed_on")))
    assert session.checklist().at == 0
    walk(session, actions.Goto("guardian"), actions.Give("yes"))
    assert session.checklist().at == 2
    walk(session, actions.Confirm(("reviewed_on",)))
    assert session.checklist().at == 0
    assert walk(session, actions.Confirm(("oversight",))) == ("system", "acts_on")


def test_the_other_questions_that_a_finding_looks_at_are_asked_with_it(tmp_path):
    from aiassess.questionnaire.catalog import load_questionnaire

    gpaisa = load_questionnaire("gpaisa")
    answers = {
        "people_per_year": Answer("answered", 2_000_000),
        "outcome_role": Answer("answered", "recommends"),
        "phase": Answer("answered", "live"),
    }
    raised = score(gpaisa, dataclasses.replace(blank(gpaisa), answers=answers)).findings
    promise = next(
        Promise(i.question.id, i.finding.id, "21", "", "") for i in raised if i.question.id == "people_per_year"
    )
    session = begin(answers, questionnaire=gpaisa, promises=(promise,))
    assert walk(session, actions.Goto("people_per_year")) == "people_per_year"
    assert walk(session, actions.Give(2_000_000)) == "outcome_role"
    assert walk(session, actions.Give("recommends")) == ("phase",)


def test_the_plan_comes_from_a_report_or_from_the_answers_and_their_own_edition(tmp_path):
    answers = AnswerSet("interview", "1.2.0", blank().about, LAST_YEAR)
    report = tmp_path / "report.json"
    report.write_text(to_json(build_report(score(small(), answers), "ms")), encoding="utf-8")
    assert load_prefill(str(report), small()).promises == (CONSENT,)
    data = answers_data(answers, [question.id for question in small().questions])
    file = tmp_path / "answers.json"
    file.write_text(to_json(data), encoding="utf-8")
    assert [promise.action for promise in load_prefill(str(file), small()).promises] == ["Dapatkan kebenaran."]
    data["questionnaire"]["version"] = "1.0.0"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert load_prefill(str(file), small()).promises == (), "that edition is not kept"


# What changed


def test_what_changed_comes_before_the_sections():
    session = begin(promises=(CONSENT,), changes={"ms": "Berubah", "en": "Changed"})
    assert walk(session, actions.Confirm(("guardian",))) == "changes"
    assert session.checklist().text == "Changed"
    assert walk(session, actions.SwitchLanguage()) == "changes"
    assert session.checklist().text == "Berubah"
    assert walk(session, actions.Do.BACK) == "promises"
    assert walk(session, actions.Do.SKIP) == "changes"
    assert walk(session, actions.Do.SKIP) == ("system", "acts_on")
    assert walk(session, actions.Do.BACK) == "changes"


# Coming back


moves = st.sampled_from(
    [
        actions.Do.SKIP,
        actions.Do.BACK,
        actions.Do.UNDO,
        actions.Do.REVIEW,
        actions.Do.OVERVIEW,
        actions.Goto("guardian"),
        actions.Goto("oversight"),
        "confirm",
        "answer",
    ]
)


def move(session, wish):
    if wish == "confirm":
        names = session.checklist().waiting if session.place in ("section", "promises") else ()
        session.do(actions.Confirm(names[:1] if session.place == "promises" else names))
    elif wish == "answer":
        again = actions.again(session.view().answer) if session.place == "question" else None
        session.do(again or actions.Do.SKIP)
    else:
        session.do(wish)


def shown(session):
    match session.place:
        case "question":
            return dataclasses.replace(session.view(), notices=(), undoable=False, gave=None)
        case "overview" | "review":
            return dataclasses.replace(session.overview(), notices=(), undoable=False, gave=None)
    return dataclasses.replace(session.checklist(), notices=(), undoable=False, gave=None)


@given(st.lists(moves, max_size=12), st.lists(moves.filter(lambda wish: wish is not actions.Do.UNDO), max_size=6))
def test_a_draft_goes_on_at_the_same_place(before, after):
    saved = []
    first = begin(promises=(CONSENT,), changes={"en": "Changed"}, save=lambda *kept: saved.append(kept))
    first.save()
    for wish in before:
        move(first, wish)
    answers, state = saved[-1]
    kept = read_state(json.loads(json.dumps(state_data(state))))
    again = Session(small(), answers, language="en", save=lambda *_: None, state=kept)
    if first.place == "overview":
        first.do(actions.Do.BACK)
    assert shown(again) == shown(first)
    for wish in after:
        move(first, wish)
        move(again, wish)
        assert again.place == first.place
    assert again.answers == first.answers


@pytest.mark.parametrize(
    ("data", "passed", "promises"),
    [
        ({"page": 3, "passed": "x", "promises": {"question": "a"}, "changes": []}, (), 0),
        ({"passed": [1, ":a"], "promises": [None, {}, {"question": 4}], "changes": {"en": 1}}, (":a",), 0),
        ({"page": "elsewhere", "promises": [{"question": "a", "text": 1}]}, (), 1),
    ],
)
def test_a_strange_state_is_read_as_far_as_it_can_be(data, passed, promises):
    state = read_state(data)
    assert (state.passed, len(state.promises)) == (passed, promises)
    start = dataclasses.replace(blank(), answers=taken(LAST_YEAR))
    session = Session(small(), start, language="en", save=lambda *_: None, state=state)
    assert at(session) == ("system", "acts_on")
