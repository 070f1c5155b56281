"""The session by itself: where each action leads, and what it says."""

from dataclasses import replace

import pytest

from aiassess.drafts.state import State, read_state, state_data
from aiassess.errors import invalid
from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import Answer, AnswerSet, Evidence
from aiassess.model.risks import Risk
from support.interviews import blank, small, unconfirmed

RISK = Risk("Wrong answers", 3, 4)


class Kept:
    """Remembers every save; refuses while ``full``."""

    def __init__(self):
        self.saves = []
        self.full = False

    def __call__(self, answers, state):
        if self.full:
            raise invalid("cannot_write", file="draft", reason="No space left on device")
        self.saves.append((answers, state))


def begin(answers=None, *, save=None, language="en", state=None):
    return Session(small(), answers or blank(), language=language, save=save or Kept(), state=state)


def at(session):
    return session.view().question.id if session.place == "question" else session.place


def walk(session, *actions):
    for action in actions:
        session.do(action)
    return at(session)


def answered(**values):
    return AnswerSet("interview", "1.2.0", blank().about, {name: Answer("answered", v) for name, v in values.items()})


def taken_over(answers, *names):
    """Return answers of which those named, or all, wait to be confirmed."""
    waiting = names or answers.answers
    marked = {name: replace(answer, confirmed=name not in waiting) for name, answer in answers.answers.items()}
    return replace(answers, answers=marked)


def test_goes_through_the_questions_that_apply_in_order():
    session = begin()
    assert at(session) == "system"
    assert walk(session, actions.Give("Alpha")) == "acts_on"
    assert walk(session, actions.Give("things")) == "remark"
    assert walk(session, actions.Do.SKIP) == "oversight"  # the section on persons does not apply
    assert walk(session, actions.Do.UNSURE) == "reviewed_on"
    assert walk(session, actions.Give("2027-01-31")) == "register"
    assert walk(session, actions.Give((RISK,))) == "review"


def test_back_goes_to_the_question_before_with_its_answer():
    session = begin()
    walk(session, actions.Give("Alpha"), actions.Give("persons"), actions.Do.SKIP, actions.Give(("patients",)))
    assert at(session) == "people"
    assert walk(session, actions.Do.BACK) == "groups"
    assert session.view().answer.value == ("patients",)
    assert walk(session, actions.Do.BACK, actions.Do.BACK, actions.Do.BACK) == "system"
    assert session.view().notices == ()
    assert walk(session, actions.Do.BACK) == "system"
    assert session.view().notices == ("This is the first question.",)


def test_an_answer_that_hides_questions_says_so_and_keeps_their_answers():
    session = begin()
    walk(session, actions.Give("Alpha"), actions.Give("persons"))
    assert session.view().notices == ("2 new questions apply now.",)
    walk(session, actions.Goto("groups"), actions.Give(("children",)))
    assert session.view().notices == ("1 new question applies now.",)
    walk(session, actions.Give("no"), actions.Give(500), actions.Goto("acts_on"), actions.Give("things"))
    assert session.view().notices == ("3 questions no longer apply; their answers are kept.",)
    assert session.answers.get("people").value == 500
    walk(session, actions.Goto("acts_on"), actions.Give("persons"))
    assert session.view().notices[:2] == ("3 new questions apply now.", "3 kept answers count again.")


def test_notices_of_hidden_questions_that_were_partly_answered():
    session = begin(answered(acts_on="persons", groups=("patients",)))
    walk(session, actions.Goto("acts_on"), actions.Give("things"))
    assert session.view().notices == ("2 questions no longer apply; answers kept: 1.",)
    session = begin(answered(acts_on="persons"))
    walk(session, actions.Goto("acts_on"), actions.Give("things"))
    assert session.view().notices == ("2 questions no longer apply.",)


def test_past_the_end_it_leads_once_to_what_is_open_and_then_to_the_review():
    session = begin(answered(system="Alpha", acts_on="persons", people=5, oversight="none", reviewed_on="2027-01-31"))
    walk(session, actions.Goto("register"))
    assert walk(session, actions.Give((RISK,))) == "groups"
    assert session.view().notices == ("That was the last question. 1 question is still open; here it is.",)
    assert walk(session, actions.Do.SKIP) == "review"
    # From the review one mends: going on leads to what is open, and else back to the review.
    assert walk(session, actions.Goto("system"), actions.Give("Beta")) == "groups"
    assert walk(session, actions.Give(("none",))) == "review"
    # From the list one walks on in order.
    assert walk(session, actions.Do.OVERVIEW, actions.Goto("system"), actions.Do.SKIP) == "acts_on"


def test_resumes_where_it_was_left():
    saved = Kept()
    session = begin(save=saved)
    walk(session, actions.Give("Alpha"), actions.Give("persons"), actions.Do.SKIP, actions.Leave("half ty"))
    assert session.over
    answers, state = saved.saves[-1]
    again = begin(answers, state=state)
    assert at(again) == "groups"
    assert again.view().typed == "half ty"
    assert walk(again, actions.Do.SKIP) == "people"
    assert again.view().typed == ""
    assert walk(again, actions.Do.BACK) == "groups"
    assert again.view().typed == "half ty"
    walk(again, actions.Give(("none",)), actions.Do.BACK)
    assert again.view().typed == ""


def test_resumes_in_the_review():
    saved = Kept()
    walk(begin(save=saved), actions.Give("Alpha"), actions.Do.REVIEW, actions.Leave())
    again = begin(saved.saves[-1][0], state=saved.saves[-1][1])
    assert at(again) == "review"
    assert walk(again, actions.Do.BACK) == "acts_on"


def test_without_its_state_it_resumes_at_the_first_open_question():
    assert at(begin(answered(system="Alpha", acts_on="things"))) == "oversight"
    done = answered(system="A", acts_on="things", oversight="none", reviewed_on="2027-01-31", register=(RISK,))
    assert at(begin(done)) == "review"


def test_giving_a_value_keeps_note_and_evidence():
    session = begin()
    evidence = (Evidence("Minutes 3/2026", "2026-05-01"),)
    walk(session, actions.Goto("oversight"), actions.Annotate("Checked", evidence))
    assert session.view().answer == Answer("unanswered", None, "Checked", evidence)
    walk(session, actions.Give("in_place"))
    assert session.answers.get("oversight") == Answer("answered", "in_place", "Checked", evidence)
    walk(session, actions.Goto("oversight"), actions.Give("partly", note="Other", evidence=()))
    assert session.answers.get("oversight") == Answer("answered", "partly", "Other")
    walk(session, actions.Goto("oversight"), actions.Do.CLEAR)
    assert session.answers.get("oversight") == Answer("unanswered", None, "Other")
    assert at(session) == "oversight"


@pytest.mark.parametrize(
    ("question", "action", "said"),
    [
        ("acts_on", actions.Give("nothing"), "Found nothing; expected one of: things, persons."),
        ("acts_on", actions.SetAside("no"), "This question cannot be answered “not applicable”."),
        ("oversight", actions.SetAside("  "), "The text is blank. Write something, or leave it out."),
        ("groups", actions.Goto("guardian"), "The question “guardian” does not apply now."),
    ],
)
def test_what_no_file_could_hold_is_refused_in_words(question, action, said):
    session = begin(answered(acts_on="persons"))
    walk(session, actions.Goto(question))
    before = session.answers
    assert walk(session, action) == question
    assert session.view().notices == (said,)
    assert session.answers == before


def test_half_characters_from_a_terminal_are_replaced():
    session = begin()
    walk(session, actions.Give("Alpha\udcff"), actions.Leave("half \ud800"))
    assert session.answers.get("system").value == "Alpha\ufffd"
    assert session.state.typed == {"acts_on": "half \ufffd"}


def test_language_switches_and_answers_stay():
    session = begin()
    walk(session, actions.Give("Alpha"), actions.SwitchLanguage())
    assert session.view().language == "ms"
    assert session.answers.about.language == "ms"
    assert session.view().progress.level_low == "Rendah"
    walk(session, actions.SwitchLanguage("en"))
    assert session.answers.get("system").value == "Alpha"
    walk(session, actions.SwitchLanguage("fr"))
    assert session.view().language == "en"
    assert session.view().notices == ("Languages: Malay, English.",)
    walk(session, actions.SwitchLanguage("ms"), actions.SwitchLanguage("fr"))
    assert session.view().notices == ("Bahasa yang ada: bahasa Melayu, bahasa Inggeris.",)


def test_prefilled_answers_wait_for_confirmation():
    session = begin(taken_over(answered(system="Alpha", acts_on="things", people=4)))
    assert unconfirmed(session) == ("system", "acts_on")  # people is hidden
    view = session.view()
    assert view.prefilled
    assert view.progress.answered == 0
    walk(session, actions.Give("Alpha"))
    assert unconfirmed(session) == ("acts_on",)
    walk(session, actions.Do.SKIP)
    assert unconfirmed(session) == ("acts_on",)
    walk(session, actions.Goto("acts_on"), actions.Give("persons"))
    assert unconfirmed(session) == ("people",)
    assert session.overview().open["unconfirmed"] == 1


def test_the_overview_marks_every_question():
    session = begin(answered(system="Alpha", acts_on="persons", groups=("children",), guardian="no"))
    walk(session, actions.Goto("people"), actions.Do.UNSURE, actions.SetAside("Nobody there"), actions.Do.OVERVIEW)
    items = {item.question_id: item for section in session.overview().sections for item in section.items}
    assert {name: item.mark for name, item in items.items()} == {
        "system": "answered",
        "acts_on": "answered",
        "remark": "optional",
        "groups": "answered",
        "guardian": "red_flag",
        "people": "unsure",
        "oversight": "not_applicable",
        "reviewed_on": "missing",
        "register": "missing",
    }
    assert items["guardian"].red_flag
    assert items["oversight"].answer_text == "Not applicable: Nobody there"
    assert [item.number for item in items.values()] == [str(number) for number in range(1, 10)]
    assert items["reviewed_on"].current


def test_the_review_has_missing_and_unsure_first():
    session = begin(taken_over(answered(system="Alpha", acts_on="things"), "acts_on"))
    walk(session, actions.Goto("oversight"), actions.Do.UNSURE, actions.Do.REVIEW)
    overview = session.overview()
    assert overview.review
    assert [section.heading(section.items) for section in overview.sections][:3] == [
        "Still to be answered (2)",
        "Not sure (1)",
        "Carried over, to be confirmed (1)",
    ]
    names = [item.question_id for section in overview.sections for item in section.items]
    assert sorted(names) == sorted(session.assessment.marks)
    assert overview.open == {"missing": 2, "unsure": 1, "unconfirmed": 1}


def test_finish_from_a_question_shows_the_review_first():
    session = begin()
    assert walk(session, actions.Do.FINISH) == "review"
    assert walk(session, actions.Do.FINISH) == "finished"


def test_progress_comes_from_the_engine():
    session = begin()
    progress = session.view().progress
    assert (progress.section_number, progress.section_count) == (1, 2)
    assert (progress.question_number, progress.question_count, progress.answered) == (1, 6, 0)
    assert (progress.level_low, progress.level_high) == ("Low", "High")
    walk(session, actions.Give("Alpha"), actions.Give("persons"), actions.Do.SKIP, actions.Give(("children",)))
    progress = session.view().progress
    assert (progress.section, progress.section_number, progress.section_count) == ("Persons", 2, 3)
    assert (progress.level_low, progress.level_high) == ("High", "High")
    assert (progress.answered, progress.open, progress.percent, progress.ref) == (3, (5, 5), 37, "5")


def test_section_intro_stands_before_its_first_question():
    session = begin()
    assert session.view().section_intro == "About this system."
    walk(session, actions.Give("Alpha"))
    assert session.view().section_intro is None


def test_a_full_disk_is_said_and_the_next_save_is_tried():
    saved = Kept()
    session = begin(save=saved)
    saved.full = True
    walk(session, actions.Give("Alpha"))
    assert (
        "could not be saved (draft: The file cannot be written: No space left on device." in session.view().notices[0]
    )
    assert session.unsaved
    walk(session, actions.Give("things"))
    assert "could not be saved" in session.view().notices[-1]
    saved.full = False
    walk(session, actions.Do.SKIP)
    assert session.view().notices == ("Everything is saved again.",)
    assert session.unsaved is None
    assert saved.saves[-1][0].answers.keys() == {"system", "acts_on"}


def test_leaving_can_be_taken_back():
    session = begin()
    walk(session, actions.Leave())
    session.stay()
    assert at(session) == "system"
    walk(session, actions.Do.REVIEW, actions.Leave())
    session.stay()
    assert at(session) == "review"


# What is typed and not given


def test_what_is_typed_is_saved_once_and_comes_back():
    saved = []
    session = begin(save=lambda answers, state: saved.append(state))
    session.do(actions.Goto("acts_on"))
    saves = len(saved)
    for text in ("Al", "Al", "Alp\ud800"):
        session.keep({"system": text, "note:system": ""})
    session.keep({"note:acts_on": "[]"})
    assert len(saved) == saves + 3, "only what is new is saved"
    assert saved[-1].typed == {"system": "Alp\ufffd", "note:acts_on": "[]"}
    again = Session(small(), session.answers, language="en", save=lambda *_: None, state=saved[-1])
    assert again.not_entered == ("system", "acts_on")
    assert (again.view().typed, again.view().forms) == ("", {"note": "[]"})
    again.do(actions.Goto("system"))
    assert (again.view().typed, again.view().forms) == ("Alp\ufffd", {})


@pytest.mark.parametrize(
    ("action", "left"),
    [
        (actions.Give("Alpha"), {"note:system": "[]"}),
        (actions.Give("Alpha", "x", ()), {}),
        (actions.Give("Alpha", left="half"), {"system": "half", "note:system": "[]"}),
        (actions.Do.CLEAR, {"note:system": "[]"}),
        (actions.Do.UNSURE, {"system": "Al", "note:system": "[]"}),
        (actions.Annotate("x", ()), {"system": "Al"}),
        (actions.Annotate("x" * 20_001, ()), {"system": "Al", "note:system": "[]"}),
        (actions.Give("Alpha", "x" * 20_001, ()), {"system": "Al", "note:system": "[]"}),
        (actions.SetAside("not allowed here"), {"system": "Al", "note:system": "[]"}),
        (actions.Do.SKIP, {"system": "Al", "note:system": "[]"}),
        (actions.Leave("Alp"), {"system": "Alp", "note:system": "[]"}),
        (actions.Leave(), {"note:system": "[]"}),
    ],
)
def test_an_answer_takes_the_place_of_what_was_typed_for_it_once_it_is_accepted(action, left):
    session = begin()
    session.do(actions.Goto("system"))
    session.keep({"system": "Al", "note:system": "[]"})
    session.do(action)
    assert session.state.typed == left


def test_keeping_what_is_typed_never_speaks_while_somebody_types():
    failing = [True]

    def save(answers, state):
        if failing[0] and state.typed:
            raise invalid("cannot_write", file="x", reason="full")

    session = begin(save=save)
    session.do(actions.Goto("acts_on"))
    session.keep({"acts_on": "1"})
    assert not session.view().notices
    session.do(actions.Goto("system"))
    assert "could not be saved" in session.view().notices[-1]
    failing[0] = False
    session.do(actions.Do.SKIP)
    assert session.view().notices[-1] == "Everything is saved again."


def test_the_state_of_an_earlier_version_is_understood():
    assert read_state({"typed": "half", "typed_at": "system"}).typed == {"system": "half"}
    for strange in ({"typed": "half"}, {"typed": ["x"]}, {"typed": {"a": 1, "b": ""}}, {"typed": None}):
        assert read_state(strange).typed == {}
    assert read_state(state_data(State(typed={"a": "x"}))).typed == {"a": "x"}


def test_evidence_of_other_questions_is_known_the_last_and_then_the_most_used_first():
    session = begin()
    often, once, last = Evidence("Often"), Evidence("Once", "2026-01-01"), Evidence("Last")
    names = list(session.assessment.marks)
    for name, evidence in zip(names, [(once, often), (last,), (often,)], strict=False):
        session.do(actions.Goto(name))
        session.do(actions.Annotate(None, evidence))
    session.do(actions.Goto(names[0]))
    assert session.view().evidence_known == (last, often)
    session.do(actions.Goto(names[3]))
    assert session.view().evidence_known == (often, last, once)
    session.do(actions.Goto(names[1]))
    assert session.view().evidence_known == (once, often)
