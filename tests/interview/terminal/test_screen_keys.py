"""Every key, and its alternative for lines that deliver no function keys; the key line and the list of keys."""

import pytest
from screen_desk import answered, points_at, sees, view

from aiassess.interview import actions
from aiassess.interview.terminal.keys import HINTS, KEYS
from aiassess.model.answers import Evidence
from support.each import each, tiers

NAMES = ["level", "many", "words", "people", "next", "risks"]

WAYS = [
    ("esc", actions.Do.BACK),
    ("ctrl-b", actions.Do.BACK),
    ("f3", actions.Do.UNSURE),
    ("ctrl-u", actions.Do.UNSURE),
    ("f5", actions.SwitchLanguage()),
    ("ctrl-l", actions.SwitchLanguage()),
    ("f6", actions.Do.OVERVIEW),
    ("ctrl-g", actions.Do.OVERVIEW),
    ("f12", actions.Do.PREVIEW),
    ("ctrl-o", actions.Do.PREVIEW),
    ("f7", actions.Do.REVIEW),
    ("ctrl-r", actions.Do.REVIEW),
    ("f8", actions.Do.SKIP),
    ("ctrl-s", actions.Do.SKIP),
    ("f10", actions.Leave()),
    ("ctrl-c", actions.Leave()),
    ("ctrl-d", actions.Leave()),
    ("ctrl-q", actions.Leave()),
]


@each("pressed, action", WAYS)
@pytest.mark.parametrize("names", tiers(fast=[["words"]], deep=[NAMES]))
def test_keys_that_lead_elsewhere_work(desk, names, pressed, action):
    for name in names:
        assert desk.ask(view(name), pressed) == action


@pytest.mark.parametrize("name", NAMES)
def test_keys_that_lead_elsewhere_work_in_every_type_of_question(desk, name):
    for pressed, action in WAYS[::5]:
        assert desk.ask(view(name), pressed) == action


def test_a_question_mark_in_a_text_is_a_question_mark(desk):
    assert desk.ask(view("words"), "Who", "?", "enter") == actions.Give("Who?")


@pytest.mark.parametrize("pressed", ["f4", "ctrl-x"])
def test_not_applicable_asks_for_a_reason_and_needs_one(desk, pressed):
    steps = [pressed, sees("Not applicable: why?", "7b. How far"), "enter", sees("Write why"), "No vendor", "enter"]
    assert desk.ask(view("level"), *steps) == actions.SetAside("No vendor")


def test_not_applicable_can_be_given_up(desk):
    assert desk.ask(view("level"), "f4", "esc", sees("7b. How far"), "f8") == actions.Do.SKIP
    steps = ["f4", "No", "esc", sees("not saved yet"), "esc", sees("Press the number of your answer."), "f8"]
    assert desk.ask(view("level"), *steps) == actions.Do.SKIP


@pytest.mark.parametrize("pressed", ["f4", "ctrl-x"])
def test_not_applicable_is_refused_where_it_is_not_allowed(desk, pressed):
    desk.ask(view("words"), pressed, sees("! This question always applies"), "f8")
    desk.ask(view("words", lang="ms"), pressed, sees("! Soalan ini sentiasa berkenaan"), "f8")
    desk.ask(view("words"), "f1", sees("All keys", gone="F4"), "esc", "f8")


def test_the_key_line_names_not_applicable_where_it_is_allowed(desk):
    desk.ask(view("level"), sees("F3 not sure F4 not applicable"), "f8")
    desk.ask(view("level", lang="ms"), sees("F4 tidak berkenaan"), "f8")
    desk.ask(view("words"), sees("F3 not sure", gone=["F4"]), "f8")


def test_the_key_line_of_a_note_says_what_enter_does_there(desk):
    desk.ask(
        view("level", evidence_known=(Evidence("Contract 12"),)), "f2",
        sees("Tab goes to the next field; Enter in an empty one saves and continues.", "Enter continue"),
        "In May", sees("Enter next field"), "enter", sees("Enter continue"), "down", sees("Enter take it"),
        "esc", "f2",
    )  # fmt: skip


@pytest.mark.parametrize("pressed", ["ctrl-k", "del"])
def test_clearing_a_list_is_asked_about(desk, pressed):
    shown = view("level", answer=answered("none"))
    assert (
        desk.ask(shown, pressed, sees("Clear the answer?"), "enter", points_at("1. Not yet"), "f8") == actions.Do.SKIP
    )
    assert desk.ask(shown, pressed, "y") == actions.Do.CLEAR


def test_clearing_a_field_in_malay(desk):
    shown = view("words", lang="ms", answer=answered("abc"))
    assert (
        desk.ask(shown, "ctrl-k", sees("Buang jawapan ini?", "y/t ya/tidak"), "t", sees("> abc"), "f8")
        == actions.Do.SKIP
    )
    assert desk.ask(shown, "ctrl-k", "up", "enter") == actions.Do.CLEAR


def test_delete_deletes_a_character_in_a_field(desk):
    assert desk.ask(view("words", answer=answered("abc")), "home", "del", "enter") == actions.Give("bc")


def test_there_is_nothing_to_clear(desk):
    desk.ask(view("level"), "ctrl-k", sees("no answer to clear"), "f8")


def test_keys_that_mean_nothing_do_nothing(desk):
    strange = [
        "\x00",
        "\x16",
        "\x1b[1;2D",
        "\x1b[1;5C",
        "tab",
        "s-tab",
    ]
    for name in NAMES:
        assert desk.ask(view(name), *strange, "f8") == actions.Do.SKIP


@pytest.mark.parametrize("name", NAMES)
def test_colours_that_are_pasted_as_if_typed_end_nothing(desk, name):
    """They are like what a mouse sends, which nobody asked for."""
    codes = ["[31m", "[0;1;31m", "[38;5;1m", "[1M", "[<0;1;1M", "[<0;1;1m", "[<64;9;9M"]
    assert desk.ask(view(name), *(f"type:\x1b{code}" for code in codes), "f8") == actions.Do.SKIP


def test_shift_arrows_select_nothing_in_secret(desk):
    assert desk.ask(view("words"), "abc", "\x1b[1;2D", "\x1b[1;2D", "X", "enter") == actions.Give("abcX")


@pytest.mark.parametrize("lang", ["en", "ms"])
@pytest.mark.parametrize("name", NAMES)
def test_the_key_line_names_the_ways_out(desk, name, lang):
    words = {"en": ("Esc back", "Ctrl-D save & leave", "F7 review", "F5 Bahasa Melayu", "F1 ")}
    words["ms"] = ("Esc kembali", "Ctrl-D simpan & keluar", "F7 semak", "F5 English", "F1 ")
    desk.ask(view(name, lang=lang), sees(*words[lang]), "f8")


def test_a_narrow_key_line_still_says_how_to_answer_to_get_help_and_to_leave(make_desk):
    desk = make_desk(columns=42, rows=15)
    for name in NAMES:
        desk.ask(view(name), sees("Enter", "Esc back", "F1 ", "Ctrl-D save & leave"), "f8")
    desk.rows = 10
    desk.glass.screen.resize(10, 42)
    desk.ask(view("level"), sees("Enter answer", "F1 help"), "f8")


def test_every_command_has_a_key_without_a_function_key():
    for command, keys in KEYS.items():
        assert any(not key.startswith("f") for key in keys), command


def test_every_key_that_a_person_is_told_means_something():
    bound = {key for keys in KEYS.values() for key in keys} | {"arrows", "space", "1-9", "A-Z", "?", "+", "-"}
    assert {part for keys in HINTS.values() for key in keys for part in key.split("/")} <= bound


# Note and evidence


@pytest.mark.parametrize("pressed", ["f2", "ctrl-n"])
def test_a_note_and_evidence(desk, pressed):
    steps = [pressed, sees("Note and evidence"), "As agreed", "alt-enter", "in June", "enter", "Minutes 3", "enter"]
    action = desk.ask(view("words"), *steps, "2026-06-01", "enter", "File 9", "f2")
    evidence = (Evidence("Minutes 3", "2026-06-01"), Evidence("File 9"))
    assert action == actions.Annotate("As agreed\nin June", evidence)


def test_note_and_evidence_are_shown_and_can_be_changed(desk):
    shown = view("level", lang="ms", answer=answered("none", "Nota lama", (Evidence("Fail 1", "2026-01-02"),)))
    steps = [sees("Catatan: Nota lama", "Bukti: Fail 1 (2026-01-02)"), "f2", "backspace", "tab", "X", "f2"]
    assert desk.ask(shown, *steps) == actions.Annotate("Nota lam", (Evidence("Fail 1X", "2026-01-02"),))


def test_note_and_evidence_can_be_emptied(desk):
    shown = view("words", answer=answered("x", "a", (Evidence("b"),)))
    assert desk.ask(shown, "f2", "backspace", "tab", "backspace", "ctrl-s") == actions.Annotate(None, ())


def test_a_wrong_date_of_evidence_is_said_in_place(desk):
    steps = ["f2", "tab", "Minutes", "tab", "soon", "f2", sees("“soon” is not a date."), "backspace", "backspace"]
    action = desk.ask(view("words"), *steps, "backspace", "backspace", "f2")
    assert action == actions.Annotate(None, (Evidence("Minutes"),))


def test_a_date_without_reference_is_said_in_place(desk):
    steps = ["f2", "tab", "tab", "1/2/2026", "f2", sees("date without a reference"), "File", "f2"]
    assert desk.ask(view("words"), *steps) == actions.Annotate(None, (Evidence("File", "2026-02-01"),))


def test_a_form_is_given_up_by_esc_but_not_by_a_slip(desk):
    steps = ["half", "f2", "Something", "esc", sees("This is not saved yet.", "> Something"), "esc"]
    assert desk.ask(view("words"), *steps, sees("> half", gone="Note and evidence"), "f8") == actions.Do.SKIP


def test_arrows_move_between_fields(desk):
    steps = ["f2", "down", "R", "down", "1/1/2026", "up", "up", "N", "f2"]
    assert desk.ask(view("words"), *steps) == actions.Annotate("N", (Evidence("R", "2026-01-01"),))


def test_the_form_has_help(desk):
    desk.ask(view("level"), "f2", "f1", sees("Tell plans from practice."), "esc", sees(gone="Tell plans"), "esc", "f8")
