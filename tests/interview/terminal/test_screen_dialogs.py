"""What is asked and said outside the questionnaire: yes or no, one of several lines, a greeting."""

from dataclasses import replace

import pytest
from screen_desk import overview, points_at, sees, view

from aiassess.interview import actions
from aiassess.interview.protocol import Choice, Start
from aiassess.interview.terminal.dialogs import ListPage
from aiassess.interview.terminal.glyphs import UNICODE
from aiassess.interview.terminal.layout import compose
from support.each import each


def test_confirm(desk):
    assert desk.confirm("Finish anyway?", sees("Finish anyway?", "1. Yes"), points_at("2. No"), "y") is True
    assert desk.confirm("Sure?", "n") is False
    assert desk.confirm("Sure?", "enter") is False
    assert desk.confirm("Sure?", "up", points_at("1. Yes"), "enter") is True
    assert desk.confirm("Sure?", "1", "ctrl-j") is True
    assert desk.confirm("Sure?", "up", "esc") is False


def test_confirm_in_malay(desk):
    assert desk.confirm("Teruskan?", sees("1. Ya", "y/t ya/tidak"), "y", language="ms") is True
    assert desk.confirm("Teruskan?", "up", "t", language="ms") is False


@pytest.mark.parametrize("keys", [["ctrl-c"], ["up", "ctrl-c"]])
def test_leaving_a_confirmation_is_no_and_then_leaves(make_desk, keys):
    desk = make_desk()
    assert desk.confirm("Sure?", *keys) is False
    assert desk.ask(view("words")) == actions.Leave("")


def test_several_lines_of_text_are_kept_apart(desk):
    desk.confirm("2 questions are missing.\nFinish?", sees("2 questions are missing. Finish?"), "n")


def test_choose(desk):
    options = ["gpaisa, yesterday", "gpaisa, today", "Begin anew"]
    steps = [
        sees("Unfinished", "1. gpaisa, yesterday", "1-3 move Enter choose"),
        points_at(None),
        "enter",
        sees("Choose a line first"),
        "down",
        "down",
    ]
    assert desk.choose("Unfinished", options, *steps, "enter") == 1
    assert desk.choose("Unfinished", options, "3", "enter") == 2
    assert desk.choose("Unfinished", options, "k", "enter") == 2
    assert desk.choose("Unfinished", options, "ctrl-d") is None


def test_esc_leaves_no_list_of_lines(desk):
    options = ["gpaisa, yesterday", "Begin anew", "Leave"]
    for key in ("esc", "ctrl-b"):
        steps = [key, sees("! Esc does not leave. Line 3 does: Leave", "Ctrl-D leave"), "1", "enter"]
        assert desk.choose("Unfinished", options, *steps, leave=2) == 0
    steps = [sees(gone="Esc"), "esc", sees("! Esc does nothing here. Choose one of these lines; Ctrl-D leaves."), "k"]
    assert desk.choose("Prohibited", options, *steps, "enter") == 2


def test_outside_of_the_interview_the_terminal_is_given_back_at_once(desk):
    desk.choose("Unfinished", ["one"], "1", "enter")
    assert not desk.screen.app.is_open
    desk.ask(view("words"), "f8")
    desk.confirm("Sure?", "n")
    assert desk.screen.app.is_open
    desk.ask(view("words"), "ctrl-d")
    assert not desk.screen.app.is_open
    desk.overview(overview(review=True), "down", "enter")
    assert desk.screen.app.is_open  # a question may follow; the one who opened the screen closes it


def test_a_greeting_is_read_before_the_first_question(desk):
    steps = [sees("Tajuk", "Tidak rasmi.", "Enter teruskan"), "enter"]
    desk.show("Tajuk\n\nTidak rasmi.", *steps, language="ms")
    assert desk.ask(view("words"), sees(gone="Tidak rasmi."), "f8") == actions.Do.SKIP


def test_a_long_greeting_scrolls(make_desk):
    desk = make_desk(columns=40, rows=10)
    text = "\n".join(f"Line {n}" for n in range(40))
    steps = [
        sees("Line 0", gone="Line 20"),
        "space",
        "space",
        "down",
        sees(gone="Line 0 "),
        *["pgdn"] * 5,
        sees("Line 39"),
    ]
    desk.show(text, *steps, "up", *["pgup"] * 9, sees("Line 0"), "enter")


START = Start(
    language="ms",
    other="en",
    title="Tajuk",
    statement="Tidak rasmi.",
    news=("Menyambung draf a-1.",),
    facts=(("Masa", "kira-kira 20 minit"), ("Tanya", "Ketua Jabatan (3)")),
)


def test_the_start_page_has_every_key_that_it_names(desk):
    shown = sees("Tajuk", "Tidak rasmi.", "Menyambung draf a-1.", "Masa kira-kira 20 minit", "Tanya Ketua Jabatan (3)")
    keys = sees("Enter teruskan", "F5 English", "F1 kekunci", "Ctrl-D simpan & keluar")
    page_of_keys = sees("F7, Ctrl-R", gone="Tidak rasmi.")
    assert desk.start(START, shown, keys, "f1", page_of_keys, "enter", shown, "f1", "esc", shown, "enter") is None
    for key in ("f5", "ctrl-l"):
        assert desk.start(START, key) == actions.SwitchLanguage()
    one = replace(START, other=None)
    assert desk.start(one, sees(gone="F5"), "f5", "enter") is None
    assert desk.ask(view("words"), "f8") == actions.Do.SKIP


@pytest.mark.parametrize("key", ["ctrl-d", "f10", "ctrl-c"])
def test_leaving_the_start_page_leaves(desk, key):
    assert desk.start(START, key) is None
    assert desk.ask(view("words", typed="kept")) == actions.Leave("kept")


def test_leaving_the_greeting_leaves(desk):
    desk.show("Hello", "ctrl-d")
    assert desk.ask(view("words", typed="kept")) == actions.Leave("kept")


def test_after_the_end_text_is_printed_and_harmless(desk):
    desk.ask(view("words"), "ctrl-d")
    desk.show("Saved in \x1b[31mx\x1b]0;title\x07 " + "long words " * 20)
    assert "Saved in \\u{1b}[31mx" in desk.text()
    assert not desk.screen.app.is_open


def test_a_choice_with_more_to_read_shows_the_lines_first(make_desk):
    desk = make_desk(columns=42, rows=15)
    more = "What it asks for:\n" + "\n".join(f"- Duty {n}, with words that go on in the next line." for n in range(9))
    steps = [
        sees("Settled.", "1. Go on", "2. Stop", "What it asks for:", "more lines below (PgDn)", gone="Duty 8"),
        "enter",
    ]
    steps += [
        sees("Choose a line first"),
        *["pgdn"] * 3,
        sees("- Duty 8, with words that go on in the", gone="1. Go on"),
    ]
    assert desk.choose("Settled.\nWhy.", ["Go on", "Stop"], *steps, "2", points_at("2. Stop"), "enter", more=more) == 1


@each("size", [(80, 24), (60, 20), (60, 19), (60, 18), (60, 17), (60, 16), (42, 15), (40, 10)])
def test_what_there_is_to_choose_is_in_view_however_long_the_text_before_it_is(size):
    lines = ["Go on", "Write the report, which will be incomplete, and keep the draft", "Take it back"]
    for words in range(1, 120, 8):
        text, more = f"Settled.\n{'word ' * words}\n\nOpen.", "More.\n- one\n- two\n" * 3
        page = ListPage(UNICODE, Choice(text, lines, language="en", more=more))
        for page.message in ("", "Choose a line first"):
            shown = "\n".join("".join(text for _, text in line) for line in compose(page, *size).lines)
            assert all(f"{n}. " in shown for n in (1, 2, 3)), shown
            assert "Settled." in shown or page.message, shown
        text = "\n".join("".join(text for _, text in line) for line in page.body(size[0]).lines)
        assert text.index("Open.") < text.index("More.")
        assert text.count("Open.") == 1


@pytest.mark.parametrize("key", ["f12", "ctrl-o"])
def test_a_preview_is_read_and_leads_back_to_where_one_was(desk, key):
    for again in (key, "enter", "esc"):
        assert desk.ask(view("words"), "half a wo", key) == actions.Do.PREVIEW
        desk.show("Preview", sees("Preview"), again)
        assert desk.ask(view("words"), sees("> half a wo"), "rd", "enter") == actions.Give("half a word")
    desk.ask(view("level"), "down", "down", key)
    desk.show("Preview", "enter")
    assert desk.ask(view("level"), points_at("2. "), "f8") == actions.Do.SKIP
    assert desk.overview(overview(), "safe", key) == actions.Do.PREVIEW
    assert desk.overview(overview(review=True), key) == actions.Do.PREVIEW
