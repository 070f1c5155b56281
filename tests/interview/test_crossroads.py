"""Where an answer leads to a decision: a use to stop, one that may be, a level that is settled."""

import dataclasses

import pytest

from aiassess.drafts.store import Drafts
from aiassess.interview import actions
from aiassess.interview.crossroads import crossroads
from aiassess.interview.session import Session
from aiassess.model.answers import Answer
from support.interviews import Talk, blank, way_on
from support.tiny import control, document, inherent, tiny

YES_NO = {"no": 0, "yes": 0}
LEVELS = [
    {
        "id": "low",
        "up_to_percent": 25,
        "obligations": ["Keep a record."],
        "ready_at": {"controls": 40, "each_principle": 0},
    },
    {
        "id": "high",
        "approval": "The head",
        "ready_at": {"controls": 80, "each_principle": 60},
        "obligations": ["Test it.", "Publish a summary."],
    },
    {"id": "banned", "stop": True, "obligations": ["Switch it off."], "approval": "Nobody"},
]
RULES = [
    {
        "id": name,
        "when": {"question": name, "is": "yes"},
        "level": "banned",
        "title": f"Banned: {name}",
        "reason": f"It does {name}.",
        "unsure": "stop",
    }
    for name in ("scores", "spies")
]
QUESTIONNAIRE = tiny(
    {"id": "scores", "ref": "1", "options": YES_NO, "actors": ["head", "lawyer"]},
    {"id": "spies", "ref": "2", "options": YES_NO},
    inherent(ref="3"),
    control("guard", ref="4", actors=["lawyer"], principles=["fairness"]),
    control("other", ref="5", actors=["owner", "lawyer"]),
    rules=RULES,
    levels=LEVELS,
    scoring={"level_from": "inherent"},
)
STOP = (
    "Banned: scores\nIt does scores.\n\nThe level is now “Banned”. Nothing still open can change this level. For another "
    "one, what decided it would have to be different."
)
SWITCH_OFF = "What this level asks for:\n- Approver: Nobody\n- Switch it off."
UNSURE = (
    "“Not sure” stops this assessment for now.\nIt is not yet clear whether the use is prohibited; stop until it is.\n\n"
    "“Not sure” on 1 leaves open whether this rule holds: It does scores.\nAsk: Head; Lawyer."
)
SETTLED = (
    "The level is settled: High.\nWhat decides it: inherent risk of 50%.\nNothing still open can change this level. For "
    "another one, what decided it would have to be different.\n\n2 questions are still open, for: Lawyer 2, Owner 1. Some "
    "are for more than one of them."
)
TEST_IT = (
    "What this level asks for:\n- Approver: The head\n- For the verdict “Ready”: controls as a whole at 80% or more; each "
    "principle at 60% or more\n- Test it.\n- Publish a summary."
)


class Walker:
    """Does one thing after the other in a session, and collects the decisions that they led to."""

    def __init__(self, questionnaire=QUESTIONNAIRE, **taken):
        """``taken``: answers that were taken over, by question."""
        start = dataclasses.replace(
            blank(questionnaire), answers={name: Answer(*each, confirmed=False) for name, each in taken.items()}
        )
        self.session = Session(questionnaire, start, language="en", save=lambda *_: None)

    def __call__(self, *done):
        found = []
        for action in done:
            before = self.session.assessment
            self.session.do(action)
            page = crossroads(before, self.session.assessment, "en")
            found += [page] if page else []
        return [page.text for page in found] if len(found) != 1 else found[0].text


YES, NO, UNDO, REDO = actions.Give("yes"), actions.Give("no"), actions.Do.UNDO, actions.Do.REDO


def test_a_use_to_stop_is_explained_each_time_one_more_is():
    walk = Walker()
    assert walk(YES) == STOP
    assert walk(YES).startswith("Banned: spies\nIt does spies.\n\n")
    assert walk(actions.Give("all"), actions.Goto("scores"), YES, actions.Do.REVIEW) == []
    assert walk(actions.Goto("scores"), NO) == [], "one rule still holds"
    assert walk(UNDO) == STOP
    assert walk(UNDO) == [], "undone to where it held as well"


def test_not_sure_that_stops_is_explained_and_says_whom_to_ask():
    walk = Walker()
    assert walk(actions.Do.UNSURE) == UNSURE
    assert "Ask" not in walk(actions.Do.UNSURE), "nobody is named"
    assert walk(actions.Do.UNSURE) == [], "this one decides about no rule"
    assert walk(actions.Goto("spies"), YES).startswith("Banned: spies")


def test_a_settled_level_is_explained_once_each_time_it_is_settled():
    walk = Walker()
    assert walk(NO, NO, actions.Give("some")) == SETTLED
    assert walk(actions.Give("half")) == []
    assert walk(actions.Goto("risk"), actions.Give("none")).startswith("The level is settled: Low."), "another level"
    assert walk(UNDO).startswith("The level is settled: High.")
    assert walk(actions.Do.CLEAR) == []
    assert walk(UNDO).startswith("The level is settled: High."), "it was not settled meanwhile"


def test_nothing_is_settled_when_nothing_is_open():
    walk = Walker()
    walk(actions.Do.SKIP, NO, actions.Give("all"), NO, NO)
    assert walk(actions.Goto("scores"), NO) == []


def test_a_level_to_stop_that_may_still_change_is_no_reason_to_stop():
    """A rule that a later answer can lift."""
    when = {"all": [{"question": "risk", "is": "all"}, {"not": {"question": "other", "is": "yes"}}]}
    walk = Walker(tiny(inherent(), control("other"), rules=[{"when": when, "level": "banned"}]))
    assert walk(actions.Give("all")) == []
    assert walk.session.assessment.level.stop
    assert walk(NO).startswith("Reason 1.\n\nThe level is now “Banned”."), "now it cannot be lifted any more"


def test_a_level_to_stop_that_points_alone_give():
    levels = [{"id": "low", "up_to_percent": 50}, {"id": "far", "stop": True}]
    walk = Walker(tiny(inherent(), control(), levels=levels, scoring={"level_from": "inherent"}))
    assert walk(actions.Give("all")).startswith("inherent risk of 100%\n\nThe level is now “Far”.")


ANSWERED = {"risk": ("answered", "some"), "guard": ("answered", "yes"), "other": ("answered", "yes")}


def test_last_years_use_to_stop_is_explained_when_it_is_confirmed():
    """Nobody has seen its page: each way of confirming it leads there."""
    prohibited = {"scores": ("answered", "yes"), "spies": ("answered", "no"), **ANSWERED}
    for confirms in (YES, actions.Confirm(("scores",)), actions.Confirm(tuple(prohibited))):
        walk = Walker(**prohibited)
        assert walk(confirms).startswith("Banned: scores\nIt does scores."), confirms
        assert walk(UNDO) == []
        assert walk(REDO).startswith("Banned: scores"), "undone, it waits again"
    walk = Walker(**prohibited)
    assert walk(actions.Confirm(("spies", "risk", "guard", "other"))) == []
    assert walk(actions.Goto("scores"), NO) == [], "nothing is open any more, and nothing to stop"
    both = Walker(**prohibited | {"spies": ("answered", "yes")})
    assert "Banned: scores" in both(YES)
    assert both(actions.Goto("spies"), YES).startswith("Banned: spies"), "one more, confirmed"


def test_last_years_not_sure_that_stops_is_explained_when_it_is_confirmed():
    walk = Walker(scores=("unsure",), spies=("answered", "no"), **ANSWERED)
    assert walk(actions.Goto("spies"), NO) == []
    assert walk(actions.Confirm(("scores",))) == UNSURE


def test_a_level_is_settled_by_what_is_confirmed():
    walk = Walker(scores=("answered", "no"), spies=("answered", "no"), **ANSWERED)
    assert walk(actions.Goto("scores"), NO, actions.Goto("spies"), NO) == []
    assert walk(actions.Goto("risk"), actions.Give("some")) == SETTLED
    assert walk(UNDO, actions.Confirm(("risk",))) == SETTLED


@pytest.fixture
def talk(tmp_path):
    def play(*script):
        with Drafts(tmp_path / "drafts").create(QUESTIONNAIRE, "tiny.yaml") as draft:
            return Talk(draft, script)

    return play


def test_stopping_ends_the_interview_and_keeps_what_is_open(talk):
    told = talk("2", "2")
    assert f"{STOP}\n\n{SWITCH_OFF}\n\n  1. Correct it" in told.text
    assert "  2. Stop here and write the report (incomplete; the draft is kept)" in told.text
    assert told.outcome.finished
    assert told.outcome.answers.about.completed_at
    assert "Finish anyway?" not in told.text


def test_correcting_takes_the_answer_back_and_asks_again(talk):
    told = talk("2", "", "1", "1")
    assert "Undone at question 1" in told.text
    assert told.answers["scores"].value == "no"
    assert told.text.count("It does scores.") == 1
    told = talk("unsure", "1", "1")
    assert told.answers["scores"].value == "no"
    assert told.text.count("stops this assessment") == 1


def test_correcting_what_was_undone_does_it_again(talk):
    told = talk("2", "3", ":goto 1", "1", "undo", "1", "quit")
    assert told.text.count(STOP) == 2
    assert told.answers["scores"].value == "no"


def test_taking_back_an_answer_that_brings_a_use_to_stop_back_says_so(talk):
    told = talk("2", "3", "1", "2", ":goto 1", "1", "3", "1", "1")
    assert told.text.count("Banned: scores") == 2, "again when the last answer, no, was taken back"
    assert told.answers["scores"].value == "no"


def test_who_goes_on_is_not_asked_again(talk):
    told = talk("2", "3", "1", "2", "1", "1", "finish")
    assert told.text.count("  3. Go on with the questions") == 1
    assert told.outcome.finished
    assert set(told.answers) == {"scores", "spies", "risk", "guard", "other"}
    assert way_on(told.text, "en") == "3"


def test_one_actors_part_counts_what_that_actor_is_still_asked():
    for only, n in (("lawyer",), 2), (("owner",), 1), ((), 2):
        session = Session(QUESTIONNAIRE, blank(QUESTIONNAIRE), language="en", save=lambda *_: None)
        session.do(NO)
        session.do(NO)
        before = session.assessment
        session.do(actions.Give("some"))
        found = crossroads(before, session.assessment, "en", only)
        assert found.ways[0][1] == f"Go on for the verdict ({n} question{'s' * (n > 1)})"
        assert "2 questions are still open, for: Lawyer 2, Owner 1." in found.text


def test_reporting_once_the_level_is_settled(talk):
    told = talk("1", "1", "2", "2")
    assert f"{SETTLED}\n\n{TEST_IT}\n\n  1. Go on for the verdict (2 questions)\n" in told.text
    assert (told.outcome.finished, set(told.answers)) == (True, {"scores", "spies", "risk"})


def test_leaving_at_a_decision_keeps_the_answer_and_resuming_does_not_ask_again(tmp_path):
    drafts = Drafts(tmp_path / "drafts")
    with drafts.create(QUESTIONNAIRE, "tiny.yaml") as draft:
        told = Talk(draft, ["1", "1", "2", "undo", "", "9", "quit"])
        assert told.text.endswith("There is no number “9” here.\nType a number from 1 to 3, or quit to leave.\n> \n")
        assert (told.outcome.finished, told.answers["risk"].value) == (False, "some")
    with drafts.open("tiny-1", QUESTIONNAIRE) as draft:
        told = Talk(draft, ["1"])
        assert way_on(told.text, "en") is None
        assert set(told.answers) == {"scores", "spies", "risk", "guard"}


def test_a_stop_when_all_is_answered_promises_no_draft(talk):
    told = talk("1", "1", "2", "1", "1", "1", ":goto 1", "2", "2")
    assert "  2. Stop here and write the report\n" in told.text
    assert told.outcome.finished


def test_in_malay(tmp_path):
    questionnaire = tiny(*document(inherent(), control())["sections"][0]["questions"], languages=["ms"])
    with Drafts(tmp_path / "drafts").create(questionnaire, "tiny.yaml") as draft:
        told = Talk(draft, ["2", "1", "1"], language="ms")
    assert way_on(told.text, "ms") == "1"
    assert "1 soalan masih belum selesai." in told.text
