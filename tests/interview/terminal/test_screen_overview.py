"""The list of all questions and the review."""

import pytest
from screen_desk import overview, points_at, progress, sees

from aiassess.interview import actions, protocol


def test_every_mark_is_said_in_words_and_by_a_sign(desk):
    wanted = [
        "● 1a What is it called? Chatbot",
        "○ 2 Who owns it? not answered",
        "? 3 Is it safe? Not sure",
        "– 4 Is there a contract? Not applicable: no",
        "· 5 Any remark? blank (optional)",
        "≈ 6 Which data? to be confirmed: Personal",
        "⚑ 7 Does it score people? RED FLAG: Yes",
        "Not answered: 1; Not sure: 1; To be confirmed: 1",
        "Profile",
        "Prohibited uses",
    ]
    assert desk.overview(overview(), sees("All questions", *wanted), "esc") == actions.Do.BACK


def test_the_marks_in_malay(desk):
    wanted = ["Semua soalan", "belum dijawab", "kosong (tidak wajib)", "perlu disahkan: Personal", "TANDA AMARAN: Yes"]
    desk.overview(overview(lang="ms"), sees(*wanted, "taip untuk menapis"), "esc")


def test_the_marks_without_utf_8(make_desk):
    desk = make_desk(encoding="ascii")
    wanted = ["* 1a What", "o 2 Who", "? 3 Is it", "- 4 Is there", ". 5 Any", "~ 6 Which", "! 7 Does it"]
    desk.overview(overview(), sees(*wanted), "esc")


def test_enter_jumps_to_the_question_pointed_at(desk):
    assert desk.overview(overview(), points_at("3 Is it safe?"), "enter") == actions.Goto("three")
    assert desk.overview(overview(), "down", points_at("4 Is there"), "enter") == actions.Goto("four")
    assert desk.overview(overview(), "end", "enter") == actions.Goto("seven")
    assert desk.overview(overview(), "pgup", "pgup", "down", "ctrl-j") == actions.Goto("two")


def test_typing_filters(desk):
    steps = ["s", "c", "o", "r", "e", sees("Filter: score", "Does it score people?", gone="Who owns it?"), "enter"]
    assert desk.overview(overview(), *steps) == actions.Goto("seven")
    steps = ["not answered", points_at("2 Who owns it?"), "enter"]
    assert desk.overview(overview(), *steps) == actions.Goto("two")
    steps = [
        "zzz",
        sees("No question matches."),
        "enter",
        sees("Choose a line first"),
        "backspace",
        "backspace",
        "backspace",
    ]
    assert desk.overview(overview(), *steps, sees("Profile", gone="Filter"), "esc") == actions.Do.BACK
    assert desk.overview(overview(), "prohib", sees("Any remark?", gone="Who owns"), "esc") == actions.Do.BACK


@pytest.mark.parametrize(
    ("pressed", "action"),
    [
        ("esc", actions.Do.BACK),
        ("ctrl-b", actions.Do.BACK),
        ("left", actions.Do.BACK),
        ("f6", actions.Do.BACK),
        ("f5", actions.SwitchLanguage()),
        ("ctrl-l", actions.SwitchLanguage()),
        ("ctrl-d", actions.Leave()),
        ("ctrl-c", actions.Leave()),
        ("f10", actions.Leave()),
    ],
)
@pytest.mark.parametrize("review", [False, True])
def test_keys(desk, pressed, action, review):
    assert desk.overview(overview(review=review), pressed) == action


def test_the_review_says_what_is_open_and_points_nowhere(desk):
    wanted = ("Review before finishing", "Not answered: 1; Not sure: 1; To be confirmed: 1", "⚑ Red flags: 1")
    steps = [sees(*wanted, "Finish anyway (the report will be incomplete)"), points_at(None), "enter"]
    assert desk.overview(overview(review=True), *steps, sees("! Choose a line first"), "esc") == actions.Do.BACK


def test_the_review_finishes_leaves_or_goes_to_a_question(desk):
    assert desk.overview(overview(review=True), "down", points_at("Finish anyway"), "enter") == actions.Do.FINISH
    assert desk.overview(overview(review=True), "down", "down", points_at("Save and leave"), "enter") == actions.Leave()
    assert desk.overview(overview(review=True), "down", "down", "down", "enter") == actions.Goto("one")


def test_a_review_with_nothing_open(desk):
    shown = protocol.Overview("ms", overview().sections, progress(level_high="Risiko Minimum"), review=True)
    steps = [
        sees("Semua soalan telah dijawab.", "Selesaikan dan hasilkan laporan", gone="tidak lengkap"),
        "down",
        "enter",
    ]
    assert desk.overview(shown, *steps) == actions.Do.FINISH


def test_notices_stand_above_the_list(desk):
    desk.overview(overview(notices=("Not saved: disk full",)), sees("» Not saved: disk full"), "esc")


@pytest.mark.parametrize("review", [False, True])
def test_help_lists_the_keys(desk, review):
    desk.overview(
        overview(review=review),
        "f1",
        sees("PgUp/PgDn", "go up and down the list"),
        "f1",
        sees(gone="go up and down"),
        "esc",
    )


def test_a_long_list_follows_the_pointer_in_a_narrow_window(make_desk):
    desk = make_desk(columns=40, rows=14)
    items = tuple(
        protocol.OverviewItem(
            f"q{n}", n, f"Question number {n} with a long text that is cut?", "", "missing", current=n == 30
        )
        for n in range(1, 61)
    )
    shown = overview(items=items)
    steps = [points_at("30 Question"), sees("lines below"), *["down"] * 5, points_at("35 "), "pgdn", "end", "enter"]
    assert desk.overview(shown, *steps) == actions.Goto("q60")
