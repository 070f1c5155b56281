"""Dates between bounds, and whether an answer was confirmed: by the program and by the answers schema alike."""

import jsonschema
import pytest

from aiassess import InvalidInput
from aiassess.answers.check import check_answers
from aiassess.answers.json_schema import answers_schema
from support.tiny import answers_document, tiny

QUESTIONNAIRE = tiny(
    {"id": "both", "type": "date", "minimum": "2024-02-29", "maximum": "2030-09-10"},
    {"id": "early", "type": "date", "minimum": "1999-12-31"},
    {"id": "late", "type": "date", "maximum": "2000-01-01"},
    {"id": "free", "type": "date"},
)
DAYS = [
    *("0001-01-01", "1999-12-30", "1999-12-31", "2000-01-01", "2000-01-02", "2019-12-31", "2023-12-31", "2024-02-28"),
    *("2024-02-29", "2024-03-01", "2024-10-01", "2025-01-01", "2029-12-31", "2030-01-01", "2030-08-31", "2030-09-09"),
    *("2030-09-10", "2030-09-11", "2030-10-01", "2031-01-01", "9999-12-31", "2025-02-29"),
]


def taken(answers):
    document = answers_document(QUESTIONNAIRE, answers)
    valid = jsonschema.Draft202012Validator(answers_schema(QUESTIONNAIRE)).is_valid(document)
    try:
        check_answers(document, QUESTIONNAIRE, "answers.json")
    except InvalidInput:
        assert not valid, answers
        return False
    assert valid, answers
    return True


def test_a_date_within_its_bounds_is_taken():
    found = {name: [day for day in DAYS if taken({name: day})] for name in ("both", "early", "late", "free")}
    real = DAYS[:-1]
    assert found["free"] == real
    assert found["both"] == [day for day in real if "2024-02-29" <= day <= "2030-09-10"]
    assert found["early"] == [day for day in real if day >= "1999-12-31"]
    assert found["late"] == [day for day in real if day <= "2000-01-01"]


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [("both", "2031-01-01", "date_range"), ("early", "1990-01-01", "date_early"), ("late", "2001-01-01", "date_late")],
)
def test_the_bounds_are_told(name, day, code):
    with pytest.raises(InvalidInput) as caught:
        check_answers(answers_document(QUESTIONNAIRE, {name: day}), QUESTIONNAIRE, "answers.json")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert day in problem.message("en")
    assert "diperlukan" in problem.message("ms")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(True, True), (False, True), (None, True), ("", True), (0, False), ("false", False), ({}, False)],
)
def test_confirmed_is_true_or_false(value, wanted):
    assert taken({"free": {"value": "2026-01-01", "confirmed": value}}) == wanted
    assert taken({"free": {"status": "unsure", "confirmed": value}}) == wanted
