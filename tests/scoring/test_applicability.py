"""docs/scoring.md: which questions apply, and what a condition asks."""

import pytest

from aiassess.model import conditions as c
from aiassess.model.answers import UNANSWERED, Answer
from aiassess.questionnaire.conditions import Conditions
from aiassess.scoring.applicability import applicable
from aiassess.scoring.conditions import OPEN, holds
from support.each import each
from support.tiny import SET_ASIDE, UNSURE, answer_set, assess, control, inherent, tiny

FIRST = {"id": "first", "options": {"no": 0, "yes": 0}}
SHOWN = {"show_if": {"question": "first", "is": "yes"}}


def applies(questionnaire, **given):
    return list(applicable(questionnaire, answer_set(questionnaire, given)))


def test_a_question_applies_when_its_own_condition_and_its_sections_hold():
    q = tiny(
        sections=[
            {"id": "one", "questions": [FIRST, {"id": "second", "options": {"no": 0, "yes": 0}}]},
            {
                "id": "two",
                **SHOWN,
                "questions": [inherent("free"), inherent("both", show_if={"question": "second", "is": "yes"})],
            },
        ]
    )
    assert applies(q) == ["first", "second"]
    assert applies(q, second="yes") == ["first", "second"]
    assert applies(q, first="yes") == ["first", "second", "free"]
    assert applies(q, first="yes", second="yes") == ["first", "second", "free", "both"]


def test_the_answer_of_a_question_that_does_not_apply_counts_as_absent():
    q = tiny(FIRST, inherent("hidden", **SHOWN), inherent("after", show_if={"question": "hidden", "is": "all"}))
    assert applies(q, first="no", hidden="all") == ["first"]
    assert applies(q, first="yes", hidden="all") == ["first", "hidden", "after"]


def test_inactive_answers_are_kept_and_listed_and_add_nothing():
    q = tiny(FIRST, inherent("hidden", **SHOWN), control("guard", **SHOWN))
    result = assess(q, {"first": "no", "hidden": "all", "guard": "yes"})
    assert result.inactive == ("hidden", "guard")
    assert result.inherent.points == 0
    assert result.controls is None
    assert result.answers.get("hidden").value == "all"


def test_an_inactive_blank_is_not_listed():
    q = tiny(FIRST, inherent("hidden", **SHOWN))
    assert assess(q, {"first": "no"}).inactive == ()


def test_document_order_whatever_the_order_of_answers():
    q = tiny(FIRST, inherent("a"), inherent("b"))
    assert list(assess(q, {"b": "all", "a": "none", "first": "no"}).marks) == ["first", "a", "b"]


# What a condition asks

NUMBER = {"id": "n", "type": "number"}
MANY = {"id": "many", "type": "choices", "options": {"x": 0, "y": 0, "z": 0}}
RISKS = {"id": "risks", "type": "risks"}
QUESTIONS = tiny(FIRST, MANY, NUMBER, RISKS, {"id": "words"}, inherent("na", not_applicable=True))


def risk(likelihood, consequence, *residual):
    entry = {"title": "It fails", "likelihood": likelihood, "consequence": consequence}
    return entry | dict(zip(("residual_likelihood", "residual_consequence"), residual, strict=False))


@each(
    "condition, given, expected",
    [
        ({"question": "first", "is": "yes"}, {"first": "yes"}, True),
        ({"question": "first", "is": "yes"}, {"first": "no"}, False),
        ({"question": "first", "is": "yes"}, {}, False),
        ({"question": "first", "is": "yes"}, {"first": UNSURE}, False),
        ({"question": "first", "any_of": ["no", "yes"]}, {"first": "yes"}, True),
        ({"question": "many", "is": "x"}, {"many": ["x", "y"]}, True),
        ({"question": "many", "is": "z"}, {"many": ["x", "y"]}, False),
        ({"question": "many", "any_of": ["z", "y"]}, {"many": ["x", "y"]}, True),
        ({"question": "many", "all_of": ["x", "y"]}, {"many": ["x", "y", "z"]}, True),
        ({"question": "many", "all_of": ["x", "y"]}, {"many": ["x"]}, False),
        ({"question": "many", "all_of": ["x", "y"]}, {}, False),
        ({"question": "n", "at_least": 3}, {"n": 3}, True),
        ({"question": "n", "at_least": 3}, {"n": 2.999}, False),
        ({"question": "n", "at_most": 3}, {"n": 3}, True),
        ({"question": "n", "at_most": 3}, {"n": 3.001}, False),
        ({"question": "n", "at_most": 3}, {}, False),
        ({"question": "risks", "rating_at_least": 8}, {"risks": [risk(2, 4)]}, True),
        ({"question": "risks", "rating_at_least": 9}, {"risks": [risk(2, 4)]}, False),
        ({"question": "risks", "rating_at_least": 9}, {"risks": [risk(1, 1), risk(3, 3)]}, True),
        ({"question": "risks", "rating_at_least": 8}, {"risks": [risk(5, 5, 1, 2)]}, False),  # the residual counts
        ({"question": "risks", "rating_at_least": 8}, {"risks": [risk(1, 1, 4, 2)]}, True),
        ({"question": "words", "answered": True}, {"words": "so"}, True),
        ({"question": "words", "answered": True}, {}, False),
        ({"question": "words", "answered": True}, {"words": UNSURE}, False),
        ({"question": "words", "answered": True}, {"words": {"note": "later"}}, False),
        ({"question": "na", "answered": True}, {"na": SET_ASIDE}, False),
        ({"question": "na", "not_applicable": True}, {"na": SET_ASIDE}, True),
        ({"question": "na", "not_applicable": True}, {"na": "none"}, False),
        ({"question": "na", "not_applicable": True}, {}, False),
        ({"question": "na", "any_of": ["none", "some", "all"]}, {"na": SET_ASIDE}, False),
        ({"not": {"question": "first", "is": "yes"}}, {}, True),
        ({"not": {"question": "first", "is": "yes"}}, {"first": "yes"}, False),
        (
            {"all": [{"question": "first", "is": "yes"}, {"question": "n", "at_least": 1}]},
            {"first": "yes", "n": 1},
            True,
        ),
        ({"all": [{"question": "first", "is": "yes"}, {"question": "n", "at_least": 1}]}, {"first": "yes"}, False),
        ({"any": [{"question": "first", "is": "yes"}, {"question": "n", "at_least": 1}]}, {"first": "yes"}, True),
        ({"any": [{"question": "first", "is": "yes"}, {"question": "n", "at_least": 1}]}, {"n": 0}, False),
    ],
)
def test_conditions(condition, given, expected):
    answers = answer_set(QUESTIONS, given)
    assert holds(Conditions().made(condition), answers.get) is expected


def test_no_condition_holds():
    assert holds(None, lambda _: UNANSWERED) is True


YES, NO = c.AnyOf("yes", frozenset(["yes"])), c.AnyOf("no", frozenset(["yes"]))
MAYBE = c.AnyOf("open", frozenset(["yes"]))
TRUTH = {"yes": Answer("answered", "yes"), "no": Answer("answered", "no"), "open": OPEN}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (MAYBE, None),
        (c.Not(MAYBE), None),
        (c.All((YES, MAYBE)), None),
        (c.All((MAYBE, NO)), False),
        (c.All(()), True),
        (c.Any((YES, MAYBE)), True),
        (c.Any((MAYBE, NO)), None),
        (c.Any(()), False),
        (c.Answered("open"), None),
        (c.NotApplicable("open"), None),
    ],
)
def test_what_open_answers_leave_open(condition, expected):
    assert holds(condition, TRUTH.__getitem__) is expected
