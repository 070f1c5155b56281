"""docs/scoring.md: points, maxima, and what blank, unsure and "not applicable" count."""

import pytest

from support.tiny import SET_ASIDE, UNSURE, assess, control, inherent, tiny

BANDS = [{"up_to": 0, "points": 0}, {"up_to": 9.5, "points": 2}, {"points": 5}]


def points(question, value):
    mark = assess(tiny(question), {question["id"]: value}).marks[question["id"]]
    return mark.points, mark.maximum


def test_a_choice_counts_its_option():
    assert points(inherent(), "some") == (2, 4)
    assert points(inherent(), "none") == (0, 4)


def test_choices_add_up():
    question = inherent(type="choices", options={"a": 1, "b": 2, "c": 4})
    assert points(question, ["a"]) == (1, 7)
    assert points(question, ["c", "a"]) == (5, 7)
    assert points(question, ["a", "b", "c"]) == (7, 7)


def test_choices_count_the_highest_where_the_question_says_so():
    question = inherent(type="choices", aggregate="max", options={"a": 1, "b": 2, "c": 4})
    assert points(question, ["a", "b"]) == (2, 4)
    assert points(question, ["a", "b", "c"]) == (4, 4)


def test_an_exclusive_option_is_no_part_of_the_sum():
    question = inherent(type="choices", options={"a": 1, "b": 2, "nothing!": 2})
    assert points(question, ["nothing"]) == (2, 3)
    assert points(question, ["a", "b"]) == (3, 3)


def test_no_answer_exceeds_the_maximum_even_where_the_exclusive_option_weighs_most():
    assert points(inherent(type="choices", options={"a": 1, "b": 2, "unknown!": 9}), ["unknown"]) == (9, 9)


@pytest.mark.parametrize(
    ("value", "expected"), [(-1000, 0), (0, 0), (0.0001, 2), (9.5, 2), (9.50001, 5), (10, 5), (2**53 - 1, 5)]
)
def test_bands_are_inclusive_and_the_last_is_open(value, expected):
    assert points({"id": "n", "score": "inherent", "bands": BANDS}, value) == (expected, 5)


def test_the_maximum_of_bands_is_the_highest_wherever_it_stands():
    bands = [{"up_to": 1, "points": 7}, {"points": 3}]
    assert points({"id": "n", "score": "control", "bands": bands}, 5) == (3, 7)


@pytest.mark.parametrize("kind", ["inherent", "control"])
def test_the_weight_multiplies_points_and_maximum(kind):
    assert points({"id": "q", "score": kind, "weight": 3, "options": {"a": 1, "b": 2}}, "a") == (3, 6)
    many = {"id": "q", "type": "choices", "score": kind, "weight": 3, "options": {"a": 1, "b": 2}}
    assert points(many, ["a", "b"]) == (9, 9)
    assert points({"id": "q", "score": kind, "weight": 3, "bands": BANDS}, 1) == (6, 15)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ({"id": "q"}, "words"),
        ({"id": "q", "type": "date"}, "2026-01-31"),
        ({"id": "q", "type": "number"}, 7),
        ({"id": "q", "options": {"a": 5}}, "a"),
        ({"id": "q", "type": "risks"}, [{"title": "It fails", "likelihood": 5, "consequence": 5}]),
    ],
)
def test_what_is_not_scored_counts_nothing(question, value):
    result = assess(tiny(question), {"q": value})
    assert (result.marks["q"].points, result.marks["q"].maximum) == (0, 0)
    assert (result.inherent.points, result.inherent.maximum, result.controls) == (0, 0, None)


# Blank, unsure, not applicable

WORST = tiny(inherent(not_applicable=True), control(not_applicable=True))
ZERO = tiny(
    inherent(not_applicable=True),
    control(not_applicable=True),
    scoring={"inherent": {"maximum": "all", "unanswered": "zero"}},
)
NOTE_ONLY = {"note": "To be asked."}


@pytest.mark.parametrize("given", [{}, {"risk": UNSURE}, {"risk": NOTE_ONLY}])
@pytest.mark.parametrize(("questionnaire", "expected"), [(WORST, 4), (ZERO, 0)])
def test_a_blank_or_unsure_inherent_question_counts_at_its_worst_or_zero(questionnaire, given, expected):
    result = assess(questionnaire, given)
    assert (result.inherent.points, result.inherent.maximum) == (expected, 4)


def test_the_worst_of_each_type():
    q = tiny(
        inherent("one", weight=2),
        inherent("many", type="choices", options={"a": 1, "b": 2, "none!": 0}),
        {"id": "size", "score": "inherent", "bands": BANDS},
    )
    assert assess(q).inherent.points == 8 + 3 + 5


@pytest.mark.parametrize("given", [{}, {"guard": UNSURE}, {"guard": NOTE_ONLY}])
@pytest.mark.parametrize("questionnaire", [WORST, ZERO])
def test_a_blank_or_unsure_control_counts_nothing_of_its_maximum(questionnaire, given):
    result = assess(questionnaire, given)
    assert (result.controls.points, result.controls.maximum) == (0, 4)


@pytest.mark.parametrize("basis", ["all", "applicable"])
def test_not_applicable_leaves_points_and_maximum(basis):
    scoring = {"inherent": {"maximum": basis}, "controls": {"maximum": basis}}
    q = tiny(
        inherent("a", not_applicable=True),
        inherent("b"),
        control("x", not_applicable=True),
        control("y"),
        scoring=scoring,
    )
    result = assess(q, {"a": SET_ASIDE, "b": "some", "x": SET_ASIDE, "y": "half"})
    assert (result.inherent.points, result.inherent.maximum) == (2, 4)
    assert (result.controls.points, result.controls.maximum) == (2, 4)
    assert result.status == "complete"


def test_not_applicable_does_not_change_a_stated_maximum():
    scoring = {"inherent": {"maximum": 10}, "controls": {"maximum": 20}}
    q = tiny(
        inherent("a", not_applicable=True),
        inherent("b"),
        control("x", not_applicable=True),
        control("y"),
        scoring=scoring,
    )
    result = assess(q, {"a": SET_ASIDE, "b": "some", "x": SET_ASIDE, "y": "half"})
    assert (result.inherent.points, result.inherent.maximum) == (2, 10)
    assert (result.controls.points, result.controls.maximum) == (2, 20)
