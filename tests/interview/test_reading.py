"""Numbers as people type them."""

import pytest

from aiassess.errors import Problem
from aiassess.interview.reading import read_number
from aiassess.kinds.registry import KINDS
from aiassess.model.questionnaire import Question

ANY = Question("n", KINDS.number, {})
WHOLE = Question("n", KINDS.number, {}, whole=True)
RINGGIT = Question("n", KINDS.number, {}, unit={"ms": "RM setahun", "en": "RM a year"})
PERCENT = Question("n", KINDS.number, {}, unit={"ms": "peratus", "en": "per cent"})


@pytest.mark.parametrize(
    ("question", "typed", "number"),
    [
        (ANY, "0", 0),
        (ANY, " 12 ", 12),
        (ANY, "-3", -3),
        (ANY, "−3", -3),
        (ANY, "2.5", 2.5),
        (ANY, "2.125", 2.125),
        (ANY, "1,000", 1000),
        (ANY, "1,000,000", 1_000_000),
        (ANY, "1 000 000", 1_000_000),
        (ANY, "1\u00a0000\u202f000", 1_000_000),
        (ANY, "12,345.5", 12345.5),
        (WHOLE, "1.5", 1.5),  # check_value says that it is not whole
        (RINGGIT, "RM 1,000", 1000),
        (RINGGIT, "rm5.50", 5.5),
        (PERCENT, "80 %", 80),
    ],
)
def test_numbers(question, typed, number):
    assert read_number(question, typed) == number


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (ANY, "", "number_text"),
        (ANY, "twelve", "number_text"),
        (ANY, "1e6", "number_text"),
        (ANY, "nan", "number_text"),
        (ANY, "12 people", "number_text"),
        (ANY, "1 00", "number_text"),
        (ANY, "RM 5", "number_text"),
        (ANY, "٣", "number_text"),
        (ANY, "9" * 500, "number_text"),
        (ANY, "1,5", "number_comma"),
        (ANY, "10,00", "number_comma"),
        (ANY, "1,0000", "number_comma"),
        (ANY, "1.000,5", "number_comma"),
        (WHOLE, "1.000", "number_comma"),
        (WHOLE, "1.000.000", "number_comma"),
    ],
)
def test_what_is_no_number_or_could_be_two(question, typed, code):
    problem = read_number(question, typed)
    assert isinstance(problem, Problem)
    assert problem.code == code
