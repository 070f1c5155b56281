"""Help and the page of all keys: open wherever there is room, else by a key; and what gives way in small windows."""

import dataclasses

import pytest
from screen_desk import answered, points_at, sees, view
from test_screen_drawing import all_pages, drawn, page_for, rows

from aiassess import load_questionnaire
from aiassess.interview import actions
from aiassess.interview.terminal.glyphs import ASCII, UNICODE
from aiassess.text import say
from support.each import each, tiers

HELP = "Tell plans from practice."
MEANING = "Evidence can be shown."
WHY = "A control that is only planned protects nobody, so that what is planned counts less than what is done."


def told(name="level", *, lang="en", help_text=None, **more):
    """Return a view with whom to ask and why; ``help_text``: a help of its own."""
    shown = view(name, lang=lang, actors=("Head of department", "Developer", "Data and classification officer"), **more)
    changes = {"why": {lang: WHY}} | ({"help": {lang: help_text}} if help_text else {})
    return dataclasses.replace(shown, question=dataclasses.replace(shown.question, **changes))


LONG = told(help_text="Long help. " * 100)


# Where there is room


def test_help_is_open_wherever_all_of_it_fits(desk):
    desk.ask(told(), sees(HELP, MEANING, "Evidence, for example: Minutes", WHY, "F1 keys", gone="F1 help"), "f8")
    desk.ask(told(lang="ms"), sees("Bantuan", "Bezakan rancangan daripada amalan.", "Bukti, contohnya: Minit"), "f8")


def test_with_help_that_is_open_by_itself_esc_goes_back(desk):
    assert desk.ask(told(), sees(HELP), "esc") == actions.Do.BACK


def test_it_follows_the_size_of_the_window():
    page = page_for(told())
    seen = []
    for size in ((80, 24), (80, 14), (80, 24), (42, 24), (100, 32)):
        seen.append(HELP in "\n".join(rows(drawn(page, *size))))
    assert seen == [True, False, True, True, True]


def test_a_message_does_not_close_it():
    page = page_for(told())
    full = next(height for height in range(12, 40) if HELP in "\n".join(rows(drawn(page, 80, height))))
    shown = page.detail
    page.message = "Choose first"
    assert rows(drawn(page, 80, full))[-1].endswith("F1 keys")
    assert page.detail is shown


def test_where_there_is_no_help_f1_shows_the_keys(desk):
    desk.ask(view("words"), sees("F1 keys", gone="Help"), "f1", sees("All keys"), "f1", sees("What is it for?"), "f8")


# Where there is not


@pytest.mark.parametrize("pressed", tiers(fast=["f1"], deep=["?", "ctrl-t"]))
def test_help_opens_and_closes(make_desk, pressed):
    steps = [sees("F1 help", gone="Long help."), pressed, sees("Long help.", "F1 keys"), *["pgdn"] * 4]
    action = make_desk(rows=16).ask(LONG, *steps, sees("Minutes of a meeting."), "esc", sees("F1 help"), "esc")
    assert action == actions.Do.BACK


def test_whom_to_ask_and_why_are_cut_before_they_give_way(make_desk):
    shown = told(help_text="Long help. " * 100)
    for height, wanted, gone in (
        (30, ("Ask: Head of department, Developer, Data and classification officer", WHY), ()),
        (14, ("Ask: Head of department, Developer, Data…", "Why: A control that is only planned prote…"), WHY),
        (9, ("7b. How far", "3. Fully"), ("Ask:", "Why:")),
    ):
        desk = make_desk(columns=42, rows=height)
        desk.ask(shown, sees(*wanted, gone=gone), "f8")
    desk.ask(shown, "f1", *["pgup"] * 4, sees("Ask: Head"), "f8")


def test_what_an_option_means_is_shown_for_the_one_pointed_at(make_desk):
    desk = make_desk(columns=42, rows=11)
    desk.ask(LONG, sees("3. Fully", gone=MEANING), "end", sees(MEANING), "up", sees(gone=MEANING), "f8")


@pytest.mark.parametrize("lang", ["en", "ms"])
@pytest.mark.parametrize("size", [(60, 20), (42, 15)])
def test_question_and_options_of_gpaisa_are_whole_in_a_small_window_unless_they_are_too_long(size, lang):
    questionnaire = load_questionnaire()
    whole = 0
    for question in questionnaire.questions:
        page = page_for(view(question.id, lang=lang, questionnaire=questionnaire, actors=("Head of department",)))
        shown = rows(drawn(page, *size))
        whole += not any("▼" in row for row in shown)
        assert shown[-1].endswith((say(lang, "keys.short_help"), say(lang, "keys.short_keys")))
    assert whole / len(questionnaire.questions) > (0.8 if size == (60, 20) else 0.6)


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_the_question_stays_in_view_when_its_help_is_opened_and_while_it_is_read(lang):
    questionnaire = load_questionnaire()
    for question in questionnaire.questions:
        page = page_for(view(question.id, lang=lang, questionnaire=questionnaire))
        before = rows(drawn(page, 80, 24))
        page.before_key()
        page.press("help")
        if page.overlay is None:  # else it was open already
            opened = rows(drawn(page, 80, 24))
            asked = f"{question.ref}. " if question.ref else question.text[lang][:40]
            assert any(row.startswith(asked) for row in opened)
            assert say(lang, "screen.help_is", hint="").strip() in "\n".join(opened)
            lines = page.body(80).lines
            page.before_key()
            page.press("page_down")
            assert page.body(80).lines == lines  # what is read stays where it is
            page.before_key()
            page.press("back")
            assert rows(drawn(page, 80, 24)) == before


# All keys


def test_the_keys_are_grouped_and_nothing_else_changes(make_desk):
    desk = make_desk(rows=16)
    wanted = ("All keys", "Answer", "Move", "This question", "The whole interview", "F3, Ctrl-U answer “not sure”")
    for closing in ("enter", "esc", "f1", "space"):
        steps = ["down", "f1", "pgdn", "pgdn", "f1", sees(*wanted), closing, sees("Long help."), "f8"]
        assert desk.ask(LONG, *steps) == actions.Do.SKIP
        before, keys, after = desk.seen[-3:]
        assert "All keys" in keys
        assert before == after


def test_the_pointer_and_what_is_typed_are_kept(desk):
    desk.ask(told(), "down", "down", "f1", sees("All keys"), "3", "enter", points_at("2. Planned"), "f8")
    assert desk.ask(view("words"), "half", "f1", "x", "esc", " way", "enter") == actions.Give("half way")
    assert desk.ask(view("words"), "half", "f1", "ctrl-d") == actions.Leave("half")


def test_two_columns_where_there_is_room(make_desk):
    for columns, beside in ((80, True), (60, False), (42, False)):
        desk = make_desk(columns=columns, rows=30)
        desk.ask(view("words"), "f1", sees("All keys"), "esc", "f8")
        page = next(screen for screen in desk.seen if screen.startswith("All keys"))
        row = next(row for row in page.split("\n") if row.startswith("Answer"))
        assert ("This question" in row) is beside, page


@each("lang", ["en", "ms"])
@each("utf8", [True, False])
def test_every_page_tells_all_its_keys_on_one_page(lang, utf8):
    glyphs = UNICODE if utf8 else ASCII
    for page in all_pages(glyphs, lang):
        for _ in range(3):
            if page.overlay is None:
                page.before_key()
                page.press("help")
                drawn(page)
        overlay = page.overlay
        for size in ((100, 60), (42, 200)):
            words = " ".join(" ".join(rows(drawn(overlay, *size))).split())
            for command in page.commands():
                assert ", ".join(page.labels(command)) in words, (type(page), command)
        overlay.press("back")
        assert page.overlay is None


@each("lang", ["en", "ms"])
@each("size", [(100, 32), (80, 24), (60, 20), (42, 15), (40, 10)])
def test_the_key_line_is_never_cut_and_ends_with_f1(lang, size):
    for page in all_pages(UNICODE, lang):
        shown = rows(drawn(page, *size))
        last = page.hints()[-1]
        assert shown[-1].endswith(f"{last[0]} {last[1]}")
        assert last[0] == "F1"
        assert not any("…" in row for row in shown[-2:] if "─" not in row)


def test_an_answered_question_shows_its_answer_with_the_help(desk):
    desk.ask(told(answer=answered("planned", "as agreed")), points_at("2. Planned"), sees(HELP, "as agreed"), "f8")


def test_contradictions_are_shown_below_the_question_in_any_window(make_desk):
    for columns, rows_ in ((80, 24), (42, 15), (40, 10)):
        shown = told(contradictions=("Contradiction: it decides, and yet it only prepares.",))
        make_desk(columns=columns, rows=rows_).ask(shown, sees("Contradiction: it decides, and yet it only"), "f8")
