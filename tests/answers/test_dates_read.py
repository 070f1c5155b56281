"""Dates as people write them."""

import pytest

from aiassess.answers.dates import read_date
from aiassess.errors import Problem
from aiassess.text import LANGUAGES, say

ONE = "2027-06-30"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        *(
            (typed, ONE)
            for typed in (
                "2027-06-30",
                "2027/6/30",
                "30/6/2027",
                "30.6.2027",
                "30-06-2027",
                " 30 6 2027 ",
                "30/6/27",
                "30.6.27",
                "30 Jun 2027",
                "30 June 2027",
                "30 JUN 2027",
                "30 jun. 2027",
                "30-Jun-2027",
                "30Jun2027",
                "30 Jun 27",
                "30th June 2027",
                "30th of June, 2027",
                "30hb Jun 2027",
                "30 haribulan Jun 2027",
                "Jun 30, 2027",
                "June 30 2027",
                "June 30th, 2027.",
                "30–6–2027",
                "30‑06‑2027",
                "2027−06−30",
            )
        ),
        ("30 Julai 2027", "2027-07-30"),
        ("1 Ogos 2027", "2027-08-01"),
        ("1 Ogs. 2027", "2027-08-01"),
        ("1 Sept 2027", "2027-09-01"),
        ("3 Mac 2027", "2027-03-03"),
        ("3 Mar 2027", "2027-03-03"),
        ("5/6/2026", "2026-06-05"),  # day first, as Malaysia writes it
        ("2026-1-5", "2026-01-05"),
        ("6/6/27", "2027-06-06"),
    ],  # one reading, whichever comes first
)
def test_dates(typed, date):
    assert read_date(typed) == date


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_month_by_its_name_and_its_first_letters(lang):
    for number, name in enumerate(say(lang, "interview.months").split(","), 1):
        for word in (name, name[:3], name.upper()):
            assert read_date(f"9 {word} 2027") == f"2027-{number:02}-09"


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1/6/27", ("2027-06-01", "2027-01-06")),
        ("6/30/2027", ("2027-06-30",)),
        ("6/30/27", ("2027-06-30",)),
        ("27-06-30", ("2030-06-27", "2027-06-30")),
    ],
)
def test_what_could_be_another_day_is_asked_back(typed, readings):
    code = "date_unclear" if len(readings) > 1 else "date_unusual"
    assert read_date(typed) == Problem(code, {"found": typed, "readings": readings})


@pytest.mark.parametrize("typed", ["30/6/27", "30 Jun 27"])
def test_a_year_of_two_digits_is_asked_back_if_its_reading_is_not_seen(typed):
    assert read_date(typed, echoed=False).values["readings"] == (ONE,)
    assert read_date("30/6/2027", echoed=False) == ONE


@pytest.mark.parametrize(
    "typed",
    ["", "tomorrow", "Jun 2027", "30 Jun", "30 Ju 2027", "31/2/2026", "31/12/98", "5 of 2027"],
)
def test_what_is_no_date(typed):
    assert read_date(typed) == Problem("date_wrong", {"found": typed})


@pytest.mark.parametrize("typed", ["2026-12-31T00:00", "٣٠/٦/٢٠٢٧", "99/99/9999", "1" * 5000, "jun " * 5000])
def test_nothing_strange_is_a_date(typed):
    assert isinstance(read_date(typed), Problem)
