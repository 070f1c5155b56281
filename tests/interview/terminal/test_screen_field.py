"""Texts, numbers and dates: typing, validation in place, pasting, and going back with nothing lost."""

import dataclasses

import pytest
from screen_desk import answered, overview, points_at, sees, view

from aiassess.interview import actions
from aiassess.model.answers import Answer, Evidence


def test_enter_gives_a_text(desk):
    assert desk.ask(view("words"), "It answers questions.", "enter") == actions.Give("It answers questions.")


@pytest.mark.parametrize("newline", ["alt-enter", "ctrl-j"])
def test_a_new_line_by_its_own_key(desk, newline):
    steps = [sees("Ctrl-J new line"), "one", newline, "two", "enter"]
    assert desk.ask(view("words"), *steps) == actions.Give("one\ntwo")


def test_a_paste_is_kept_whole_and_gives_nothing(desk):
    pasted = "type:\x1b[200~first\r\n\r\nthird\ttabbed\rfourth\n\x1b[201~"
    assert desk.ask(view("words"), pasted, sees("> first", "third tabbed"), "enter") == actions.Give(
        "first\n\nthird\ttabbed\nfourth"
    )


def test_a_paste_without_brackets_is_kept_whole_too(desk):
    action = desk.ask(view("words"), "type:first line\rsecond line\rthird line", sees("third line"), "enter")
    assert action == actions.Give("first line\nsecond line\nthird line")


def test_a_paste_into_one_line_has_no_line_ends(desk):
    steps = ["type:\x1b[200~1\n2\x1b[201~", sees("> 1 2"), "enter", sees("is not a number"), "f8"]
    desk.ask(view("people"), *steps)


def test_an_empty_required_text_is_not_given(desk):
    desk.ask(view("words"), "enter", sees("! Nothing is typed yet. F3 if you are not sure"), " ", "enter", "f8")
    desk.ask(view("words", lang="ms"), "enter", sees("! Belum ada jawapan ditaip."), "f8")


def test_an_empty_optional_text_is_skipped(desk):
    assert desk.ask(view("remark"), "enter") == actions.Do.SKIP


def test_an_answer_that_was_emptied_is_neither_given_nor_lost(desk):
    steps = ["backspace", "backspace", "enter", sees("Ctrl-K clears the earlier answer"), "f8"]
    assert desk.ask(view("remark", answer=answered("ab")), *steps) == actions.Do.SKIP


def test_an_answer_stands_in_the_field(desk):
    assert desk.ask(view("words", answer=answered("Old")), sees("> Old"), " text", "enter") == actions.Give("Old text")
    assert desk.ask(view("people", answer=answered(1200)), sees("= 1,200 people a year"), "enter") == actions.Give(1200)


def test_a_text_that_is_too_long_is_refused_in_words(desk):
    steps = ["type:\x1b[200~" + "a" * 20_001 + "\x1b[201~", "enter", sees("the limit is 20000"), "f8"]
    desk.ask(view("words"), *steps)


def test_words_wrap_whole_and_the_cursor_goes_by_rows(make_desk):
    desk = make_desk(columns=40)
    text = "Sistem ini membantu pegawai menjawab soalan orang ramai"
    steps = [text, sees("> Sistem ini membantu pegawai menjawab"), "up", "home", "X", "down", "end", "Y", "enter"]
    assert desk.ask(view("words"), *steps) == actions.Give(f"X{text}Y")


# Numbers


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("12,500", 12500), ("1 000", 1000), ("0", 0), (" 7 ", 7), ("1000000", 1000000)]
)
def test_numbers(desk, typed, value):
    assert desk.ask(view("people"), typed, "enter") == actions.Give(value)


def test_a_number_with_decimals(desk):
    assert desk.ask(view("share"), "2.5", "enter") == actions.Give(2.5)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "“abc” is not a number."),
        ("1000001", "1000001 is out of range; expected 0 to 1000000."),
        ("-1", "-1 is out of range"),
        ("2.5", "2.5 is not a whole number."),
        ("1e5", "“1e5” is not a number."),
    ],
)
def test_a_wrong_number_is_refused_in_words_and_kept(desk, typed, said):
    desk.ask(view("people"), typed, "enter", sees(f"! {said}", f"> {typed}"), "x", sees(gone="!"), "f8")


def test_a_wrong_number_in_malay(desk):
    desk.ask(view("people", lang="ms"), "abc", "enter", sees("“abc” bukan nombor."), "f8")


def test_a_number_shows_its_bounds_and_unit(desk):
    desk.ask(
        view("people"),
        sees("Whole number from 0 to 1,000,000 (people a year)."),
        "12500",
        sees("= 12,500 people"),
        "f8",
    )
    desk.ask(view("share", lang="ms"), sees("Nombor, 0 atau lebih."), "f8")


# Dates


@pytest.mark.parametrize("typed", ["2026-11-21", "21/11/2026", "21-11-2026", "21.11.2026", "2026/11/21"])
def test_dates(desk, typed):
    assert desk.ask(view("next"), typed, sees("= 21 November 2026 (2026-11-21)"), "enter") == actions.Give("2026-11-21")


def test_a_date_in_malay(desk):
    action = desk.ask(view("next", lang="ms"), "1/8/2027", sees("= 1 Ogos 2027"), "enter")
    assert action == actions.Give("2027-08-01")


@pytest.mark.parametrize("typed", ["tomorrow", "31/2/2026", "2026-13-01", "1/2", "31/12/98"])
def test_a_wrong_date_is_refused_in_words(desk, typed):
    desk.ask(view("next"), typed, "enter", sees("is not a date.", gone="="), "f8")


def test_an_unclear_date_is_asked_back(desk):
    asked = sees(
        "= 1 June 2027?", "! “1/6/27” could mean 1 June 2027 or 6 January 2027. Press Enter again for 1 June 2027"
    )
    assert desk.ask(view("next"), "1/6/27", sees("= 1 June 2027?"), "enter", asked, "enter") == actions.Give(
        "2027-06-01"
    )
    assert desk.ask(view("next"), "1/6/27", "enter", "ctrl-k", "y") == actions.Do.CLEAR
    action = desk.ask(view("next"), "30/6/27", sees("= 30 June 2027 (2027-06-30)"), "enter")
    assert action == actions.Give("2027-06-30")


def test_an_unclear_date_in_a_form_is_asked_back_below_it(desk):
    steps = ["f2", "tab", "Minutes", "tab", "6/30/2027", sees("= 30 June 2027?"), "enter"]
    asked = sees("! “6/30/2027” is read as 30 June 2027. Press Enter again to confirm")
    action = desk.ask(view("words"), *steps, asked, "enter", "f2")
    assert action == actions.Annotate(None, (Evidence("Minutes", "2027-06-30"),))
    action = desk.ask(view("words"), *steps, "f2", asked, sees("Not saved"), "enter", "f2")
    assert action.evidence == (Evidence("Minutes", "2027-06-30"),)


# Nothing lost


def test_left_never_leaves_a_question(desk):
    assert desk.ask(view("words"), "ab", *["left"] * 40, "X", sees("> Xab"), "enter") == actions.Give("Xab")
    steps = ["2", *["left"] * 40, sees("[x] 2."), points_at("2. The public"), "enter"]
    assert desk.ask(view("many"), *steps) == actions.Give(("public",))
    steps = ["f2", *["left"] * 40, "x", *["left"] * 40, sees("Note and evidence"), "f2"]
    assert desk.ask(view("words"), *steps) == actions.Annotate("x", ())
    assert desk.overview(overview(), *["left"] * 40, sees("All questions"), "esc") == actions.Do.BACK


def test_what_was_typed_is_there_again_after_going_elsewhere(desk):
    assert desk.ask(view("words"), "half", "esc") == actions.Do.BACK
    assert desk.ask(view("level"), "f8") == actions.Do.SKIP
    steps = [sees("> half", "has not been given as your answer yet"), "!", "enter"]
    assert desk.ask(view("words"), *steps) == actions.Give("half!")
    assert desk.ask(view("words", answer=answered("half!")), sees(gone="not been given as"), "f8") == actions.Do.SKIP


@pytest.mark.parametrize("name", ["words", "people", "next"])
def test_leaving_gives_what_was_typed(make_desk, name):
    assert make_desk().ask(view(name), "half", "ctrl-d") == actions.Leave("half")
    assert make_desk().ask(view(name, typed="half"), sees("> half"), "ctrl-c") == actions.Leave("half")
    assert make_desk().ask(view(name, answer=answered(7 if name == "people" else "x")), "ctrl-q") == actions.Leave("")


def test_what_was_typed_stands_again_where_leaving_was_taken_back(desk):
    assert desk.ask(view("words", typed="half"), "!", "ctrl-d") == actions.Leave("half!")
    assert desk.ask(view("words", typed="half!"), sees("> half!"), "?", "ctrl-d") == actions.Leave("half!?")


def test_switching_the_language_keeps_what_was_typed_and_the_help(make_desk):
    desk = make_desk(rows=10)
    long = {"en": "Long. " * 90, "ms": "Panjang. " * 70}
    shown = [view("words", lang=lang) for lang in ("en", "ms")]
    shown = [dataclasses.replace(each, question=dataclasses.replace(each.question, help=long)) for each in shown]
    assert desk.ask(shown[0], "half", "f1", "f5") == actions.SwitchLanguage()
    steps = [sees("> half", "F1 kekunci", "Apakah tujuannya?", gone="belum dihantar"), "f10"]
    assert desk.ask(shown[1], *steps) == actions.Leave("half")


def test_half_ticked_choices_come_back(desk):
    leave = desk.ask(view("many"), "2", "ctrl-d")
    assert leave == actions.Leave("public")
    assert desk.ask(view("many", typed=leave.typed), sees("[x] 2."), "enter") == actions.Give(("public",))


def test_strange_text_kept_for_choices_or_risks_does_no_harm(desk):
    desk.ask(view("many", typed="no such option"), sees(gone="[x]"), "f8")
    desk.ask(view("risks", typed='{"risks": 7}'), sees("No risks entered yet."), "f8")
    desk.ask(view("risks", typed="[" * 5000), sees("No risks entered yet."), "f8")


def test_an_answer_of_status_unsure_leaves_the_field_empty(desk):
    desk.ask(view("words", answer=Answer("unsure")), sees("not sure"), "enter", sees("Nothing is typed"), "f8")


def test_undo_and_word_keys_of_the_field_work(desk):
    assert desk.ask(view("words"), "one two", "ctrl-w", "three", "enter") == actions.Give("one three")
