"""Numbers as people type them."""

import pytest

from aiassess.answers.numbers import read_number
from aiassess.errors import Problem
from aiassess.kinds.registry import KINDS
from aiassess.model.questionnaire import Question

ANY = Question("n", KINDS.number, {})
WHOLE = Question("n", KINDS.number, {}, whole=True)
RINGGIT = Question("n", KINDS.number, {}, unit={"ms": "RM setahun", "en": "RM a year"})
HOURS = Question("n", KINDS.number, {}, unit={"ms": "jam seorang pegawai seminggu", "en": "hours per officer a week"})
PEOPLE = Question("n", KINDS.number, {}, whole=True, unit={"ms": "individu setahun", "en": "people a year"})
MILLIONS = Question("n", KINDS.number, {}, unit={"ms": "RM juta", "en": "RM million"})
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
        (PERCENT, "80%", 80),
        (PERCENT, "80 per cent", 80),
        (PERCENT, "80 peratus", 80),
        (RINGGIT, "RM120,000", 120_000),
        (RINGGIT, "RM 1,200.50", 1200.5),
        (RINGGIT, "RM1.2 juta setahun", 1_200_000),
        (RINGGIT, "120k", 120_000),
        (HOURS, "3.25 jam", 3.25),
        (HOURS, "3.25 hours", 3.25),
        (HOURS, "3 jam seorang pegawai seminggu", 3),
        (HOURS, "3 per officer a week", 3),
        (PEOPLE, "12,000 orang", 12_000),
        (PEOPLE, "12 000 Individu", 12_000),
        (PEOPLE, "12,000 people a year", 12_000),
        (PEOPLE, "1.2 juta orang", 1_200_000),
        (PEOPLE, "2 thousand", 2000),
        (MILLIONS, "5", 5),
        (MILLIONS, "5 juta", 5),
        (MILLIONS, "RM 5 juta", 5),
        (MILLIONS, "RM 1.5 million", 1.5),
        (PEOPLE, "1.2345 ribu", 1234.5),  # check_value says that it is not whole
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
        (ANY, "12 people", "number_no_unit"),
        (ANY, "about 12", "number_no_unit"),
        (ANY, "10-20", "number_text"),
        (ANY, "10 - 20", "number_text"),
        (ANY, "~50", "number_text"),
        (ANY, "12.", "number_text"),
        (ANY, "5 k people", "number_no_unit"),
        (PEOPLE, "12 jam", "number_unit"),
        (PEOPLE, "12 people a month", "number_unit"),
        (PEOPLE, "RM 12", "number_unit"),
        (HOURS, "3 pegawai", "number_unit"),
        (HOURS, "90 minit", "number_unit"),
        (PEOPLE, "1.200 orang", "number_comma"),
        (MILLIONS, "5 ribu", "number_unit"),
        (MILLIONS, "5k", "number_unit"),
        (ANY, "0,123", "number_comma"),
        (PEOPLE, "00,123", "number_comma"),
        (ANY, "-0,500", "number_comma"),
        (ANY, "0 123", "number_text"),
        (PEOPLE, "1,2 juta", "number_comma"),
        (ANY, "1 00", "number_text"),
        (ANY, "RM 5", "number_no_unit"),
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


def test_a_wrong_unit_is_named_beside_the_right_one():
    assert read_number(HOURS, "90 minit").message("en") == (
        "The unit here is “jam seorang pegawai seminggu / hours per officer a week”, not “minit”. Give the number in that unit."
    )
