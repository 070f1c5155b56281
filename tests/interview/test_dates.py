"""Dates that are typed, as they are asked back and read back."""

from aiassess.answers.dates import read_date
from aiassess.errors import Problem
from aiassess.interview.dates import AskedBack, bounds_words, date_words, day_words, spoken

ONE = "2027-06-30"


def test_the_same_date_given_again_is_confirmed():
    asked = AskedBack(echoed=True)
    assert isinstance(asked.read("1/6/27"), Problem)
    assert asked.waits
    assert asked.read("1/6/27") == "2027-06-01"
    assert not asked.waits
    assert isinstance(asked.read("1/6/27"), Problem)
    assert asked.read("") == "2027-06-01"
    assert isinstance(asked.read("1/6/27"), Problem)
    assert isinstance(asked.read("2/6/27"), Problem)
    assert asked.read("2 Jun 2027") == "2027-06-02"
    assert isinstance(asked.read("2/6/27"), Problem)


def test_dates_in_problems_are_said_in_words():
    unclear = read_date("1/6/27")
    assert spoken(unclear, "en") == (
        "“1/6/27” could mean 1 June 2027 or 6 January 2027. Press Enter again for 1 June 2027, or write the month as a word."
    )
    assert "1 Jun 2027 atau 6 Januari 2027" in spoken(unclear, "ms")
    early = Problem("date_early", {"found": "2020-01-02", "earliest": "2026-11-01", "latest": None})
    assert spoken(early, "en") == "2 January 2020 is too early; expected 1 November 2026 or later."
    assert "30 Jun 2027" in spoken(read_date("soon"), "en")


def test_one_reading_is_asked_about_by_itself():
    assert spoken(read_date("6/30/2027"), "en") == (
        "“6/30/2027” is read as 30 June 2027. Press Enter again to confirm, or write the month as a word."
    )


def test_bounds_in_words():
    assert bounds_words(None, None, "en") == ""
    assert bounds_words("2026-11-01", None, "en") == "1 November 2026 or later"
    assert bounds_words(None, "2026-11-01", "ms") == "1 November 2026 atau sebelumnya"
    assert bounds_words("2026-11-01", "2036-11-01", "en") == "from 1 November 2026 to 1 November 2036"


def test_dates_are_read_back_with_the_month_by_name():
    assert date_words("2026-06-05", "en") == "5 June 2026"
    assert date_words("2026-06-05", "ms") == "5 Jun 2026"
    assert day_words("5/6/2026", "ms") == "5 Jun 2026 (2026-06-05)"
    assert day_words("5/6/26", "ms") == "5 Jun 2026?"
    assert day_words("5/6", "ms") == ""
