"""The list of all questions and the review."""

import dataclasses

import pytest
from screen_desk import overview, points_at, progress, sees

from aiassess.interview import actions, protocol
from aiassess.model.questionnaire import Tag


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


@pytest.mark.parametrize(("review", "own", "other"), [(False, "f6", "f7"), (True, "f7", "f6")])
def test_list_and_review_are_closed_by_their_own_key_and_left_for_each_other_by_the_others(desk, review, own, other):
    assert desk.overview(overview(review=review), own) == actions.Do.BACK
    assert desk.overview(overview(review=review), other) == (actions.Do.OVERVIEW if review else actions.Do.REVIEW)


def test_the_review_says_what_the_report_would_be_and_points_nowhere(desk):
    wanted = ("Review before finishing", "Finish and write the report The report will be incomplete (1 not answered).")
    steps = [sees(*wanted), points_at(None), "enter"]
    assert desk.overview(overview(review=True), *steps, sees("! Choose a line first"), "esc") == actions.Do.BACK


def test_the_review_finishes_leaves_or_goes_to_a_question(desk):
    assert desk.overview(overview(review=True), "down", points_at("Finish and"), "enter") == actions.Do.FINISH
    assert desk.overview(overview(review=True), "down", "down", points_at("Save and leave"), "enter") == actions.Leave()
    assert desk.overview(overview(review=True), "down", "down", "down", "enter") == actions.Goto("one")


def test_enter_unfolds_a_section_and_folds_it_again(desk):
    folded = sees("+ Prohibited uses: 3 answered", gone="Any remark?")
    unfolded = sees("- Prohibited uses: 3 answered", "Any remark?")
    steps = [folded, "end", points_at("+ Prohibited uses"), "enter", unfolded, points_at("- Prohibited uses")]
    desk.overview(overview(review=True), *steps, "enter", folded, "enter", "esc")
    # It is still so when one comes back, in the other language too.
    steps = [unfolded, "end", points_at("Does it score people?"), "enter"]
    assert desk.overview(overview(review=True, lang="ms"), *steps) == actions.Goto("seven")


def test_a_filter_looks_into_folded_sections(desk):
    steps = ["score", sees("Does it score people?", gone="3 answered"), "enter"]
    assert desk.overview(overview(review=True), *steps) == actions.Goto("seven")


def test_a_group_says_what_to_do_and_what_its_questions_have_in_common(make_desk):
    for columns in (80, 42):
        items = [protocol.OverviewItem(f"q{n}", str(n), f"Question {n}?", "", "answered") for n in range(1, 5)]
        led = [dataclasses.replace(item, lead="Nobody." if int(item.number) < 3 else "Odd.") for item in items]
        group = protocol.OverviewSection("contradictions", "Contradictions", tuple(led), "Open the wrong one.", "leads")
        shown = protocol.Overview("en", (group,), progress(), review=True)
        desk = make_desk(columns=columns, rows=40)
        wanted = "Contradictions (2) Open the wrong one. Nobody. ● 1 Question 1? ● 2 Question 2? Odd. ● 3 Question 3?"
        steps = [sees(wanted), "4", sees("Contradictions (1)", "Odd. > ● 4 Question 4?", gone="Nobody."), "enter"]
        assert desk.overview(shown, *steps) == actions.Goto("q4")


OWNER, LAWYER = Tag("owner", {"en": "Owner", "ms": "Pemilik"}), Tag("lawyer", {"en": "Lawyer", "ms": "Peguam"})


def asked(**more):
    whom = {"1": ("owner",), "2": ("owner", "lawyer"), "3": ()}
    items = tuple(
        protocol.OverviewItem(name, name, f"Question {name}?", "", "missing", actors=actors)
        for name, actors in whom.items()
    )
    return dataclasses.replace(overview(items=items, **more), actors=(OWNER, LAWYER))


@pytest.mark.parametrize("review", [False, True])
def test_tab_goes_through_those_to_ask(desk, review):
    everybody = sees("Whom to ask: everybody (Tab to choose one)", "Question 1?", "Question 2?", "Question 3?")
    owner = sees("Whom to ask: Owner (2)", "Question 1?", "Question 2?", gone="Question 3?")
    lawyer = sees("Whom to ask: Lawyer (1)", "Question 2?", gone=("Question 1?", "Question 3?"))
    steps = [everybody, "tab", owner, "tab", lawyer, "tab", everybody, "s-tab", lawyer, "s-tab", owner, "tab"]
    assert desk.overview(asked(review=review), *steps, lawyer, "end", "enter") == actions.Goto("2")
    # It is still so when one comes back; where nobody is to be asked, all is shown.
    desk.overview(asked(review=review, lang="ms"), sees("Tanya: Peguam (1)", gone="Question 1?"), "esc")
    desk.overview(overview(review=review), sees("Who owns it?", gone="Whom to ask"), "tab", sees("Who owns it?"), "esc")


def test_typing_finds_whom_to_ask(desk):
    steps = ["lawyer", sees("Question 2?", gone=("Question 1?", "Question 3?")), "enter"]
    assert desk.overview(asked(), *steps) == actions.Goto("2")


def test_what_is_typed_and_whom_to_ask_filter_together(desk):
    steps = ["tab", "tab", "type:question 1", sees("Whom to ask: Lawyer (0)", "No question matches."), "esc"]
    assert desk.overview(asked(), *steps) == actions.Do.BACK


def test_notices_stand_above_the_list(desk):
    desk.overview(overview(notices=("Not saved: disk full",)), sees("» Not saved: disk full"), "esc")


@pytest.mark.parametrize("pressed", ["f1", "?"])
@pytest.mark.parametrize("review", [False, True])
def test_help_lists_the_keys(desk, review, pressed):
    desk.overview(
        overview(review=review),
        pressed,
        sees("PgUp/PgDn", "up and down the list"),
        pressed,
        sees("What is it called?", gone="up and down the list"),
        "esc",
    )


def test_a_long_list_follows_the_pointer_in_a_narrow_window(make_desk):
    desk = make_desk(columns=40, rows=14)
    items = tuple(
        protocol.OverviewItem(
            f"q{n}", str(n), f"Question number {n} with a long text that is cut?", "", "missing", current=n == 30
        )
        for n in range(1, 61)
    )
    shown = overview(items=items)
    steps = [points_at("30 Question"), sees("lines below"), *["down"] * 5, points_at("35 "), "pgdn", "end", "enter"]
    assert desk.overview(shown, *steps) == actions.Goto("q60")
