"""Questions that came and went, and because of which answers."""

import pytest

from support.differences import between, compared
from support.tiny import UNSURE, inherent, report_of, tiny

YES_NO = {"no": 0, "yes": 0}


def when(question, option="yes"):
    return {"question": question, "is": option}


CHAIN = tiny(
    {"id": "first", "options": YES_NO},
    {"id": "other", "options": YES_NO},
    {"id": "second", "options": YES_NO, "show_if": when("first")},
    {"id": "third", "options": YES_NO, "show_if": when("second")},
    {"id": "either", "show_if": {"any": [when("first"), when("other")]}},
    {"id": "both", "show_if": {"all": [when("first"), when("other")]}},
    {"id": "unless", "show_if": {"not": when("first")}},
)


def causes(questionnaire, old, new):
    """Return question to (whether it applies now, what made it so)."""
    found = between(questionnaire, old, new)["applicability"]
    return {item["question"]: (item["applies"], [cause["question"] for cause in item["causes"]]) for item in found}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            {"first": "no"},
            {"first": "yes"},
            {"second": (True, ["first"]), "either": (True, ["first"]), "unless": (False, ["first"])},
        ),
        (
            {"first": "no", "other": "no"},
            {"first": "yes", "second": "yes", "other": "yes"},
            {
                "second": (True, ["first"]),
                "third": (True, ["second"]),
                "either": (True, ["first", "other"]),
                "both": (True, ["first", "other"]),
                "unless": (False, ["first"]),
            },
        ),
        (  # the answer to "second" is kept aside: what made "third" go is "first"
            {"first": "yes", "second": "yes", "other": "yes"},
            {"first": "no", "second": "yes", "other": "yes"},
            {
                "second": (False, ["first"]),
                "third": (False, ["first"]),
                "both": (False, ["first"]),
                "unless": (True, ["first"]),
            },
        ),
        (  # … and what brings it back
            {"first": "no", "second": "yes"},
            {"first": "yes", "second": "yes"},
            {
                "second": (True, ["first"]),
                "third": (True, ["first"]),
                "either": (True, ["first"]),
                "unless": (False, ["first"]),
            },
        ),
        (
            {"other": "yes", "first": "yes"},
            {"other": "yes", "first": UNSURE},
            {"second": (False, ["first"]), "both": (False, ["first"]), "unless": (True, ["first"])},
        ),
    ],
)
def test_what_made_a_question_come_or_go(old, new, expected):
    assert causes(CHAIN, old, new) == expected


def test_a_condition_that_did_not_turn_is_no_cause():
    """Both answers changed; only one of them matters."""
    questionnaire = tiny(
        {"id": "colour", "options": {"red": 0, "blue": 0, "green": 0}},
        {"id": "size", "options": {"small": 0, "large": 0}},
        {"id": "shown", "show_if": {"all": [{"question": "colour", "any_of": ["red", "blue"]}, when("size", "large")]}},
    )
    old, new = {"colour": "red", "size": "small"}, {"colour": "blue", "size": "large"}
    assert causes(questionnaire, old, new) == {"shown": (True, ["size"])}


def test_a_whole_section():
    sections = [
        {"id": "one", "questions": [{"id": "ask", "options": YES_NO}]},
        {"id": "two", "show_if": when("ask"), "questions": [{"id": "a"}, inherent("b")]},
    ]
    found = causes(tiny(sections=sections), {"ask": "yes", "a": "x"}, {"ask": "no"})
    assert found == {"a": (False, ["ask"]), "b": (False, ["ask"])}


def test_answers_of_questions_that_went_are_listed_where_they_went_too():
    found = between(CHAIN, {"first": "yes", "second": "yes"}, {"first": "no"})
    assert [(item["question"], item["change"]) for item in found["answers"]] == [
        ("first", "changed"),
        ("second", "removed"),
    ]
    kept = between(CHAIN, {"first": "yes", "second": "yes"}, {"first": "no", "second": "yes"})
    assert [item["question"] for item in kept["answers"]] == ["first"]


def test_without_the_questionnaire_it_is_said_without_a_cause():
    old, new = (report_of(CHAIN, {"first": first}) for first in ("no", "yes"))
    found = compared(old, new)["applicability"]
    assert [(item["question"], item["applies"], item["causes"]) for item in found] == [
        ("unless", False, []),
        ("second", True, []),
        ("either", True, []),
    ]


def test_a_report_whose_answers_its_questionnaire_does_not_take_has_no_causes():
    old, new = (report_of(CHAIN, {"first": first}) for first in ("no", "yes"))
    new["answers"][1].update(status="answered", value="maybe")
    assert all(item["causes"] == [] for item in compared(old, new, CHAIN)["applicability"])


def test_a_long_chain():
    """Each question shows the next; to follow such a chain by recursion would be too deep for Python."""
    length = 400
    chain = [{"id": "q0", "options": YES_NO}]
    chain += [{"id": f"q{n}", "options": YES_NO, "show_if": when(f"q{n - 1}")} for n in range(1, length)]
    given = {f"q{n}": "yes" for n in range(length)}
    found = causes(tiny(*chain), given | {"q0": "no"}, given)
    assert found == {f"q{n}": (True, ["q0"]) for n in range(1, length)}
