"""The risk register: adding, editing and removing entries, and keeping what is half written."""

import json

import pytest
from screen_desk import answered, points_at, sees, view

from aiassess.interview import actions
from aiassess.model.risks import Risk

WRONG = Risk("Wrong answers", 4, 5, "An officer checks", 2, 3, "Head of unit", "2027-01-31")
OUTAGE = Risk("Outage", 2, 2)


def test_a_register_is_built_with_enter_and_digits(desk):
    steps = [sees("No risks entered yet."), points_at("+ Add a risk"), "enter", sees("New risk")]
    steps += ["Wrong answers", "enter", "4", "5", sees("Rating: 4 × 5 = 20 ████████░░"), "An officer checks"]
    steps += ["enter", "2", "3", sees("Rating: 2 × 3 = 6 ███░░"), "Head of unit", "enter"]
    steps += ["31/1/2027", sees("= 31 January 2027"), "enter"]
    steps += [sees("1 Wrong answers", "4 × 5 = 20", "2 × 3 = 6", "Head of unit", "2027-01-31")]
    steps += [points_at("Done: give these risks (1)"), "enter"]
    assert desk.ask(view("risks"), *steps) == actions.Give((WRONG,))


def test_two_risks_cost_few_keys(desk):
    steps = ["enter", "Wrong", "enter", "4", "5", "f2", "+", "Outage", "enter", "2", "2", "f2", "enter"]
    assert desk.ask(view("risks"), *steps) == actions.Give((Risk("Wrong", 4, 5), OUTAGE))


def test_the_scale_is_below_the_rating_and_its_meaning_beside_the_field(desk):
    steps = ["+", "Outage", sees(gone="once a year"), "enter", sees("> 1 = hardly 2 = seldom 3 = once a year"), "4"]
    steps += [sees("Likelihood, 1-5: 4 = often", "1 = a nuisance", gone="seldom"), "2"]
    steps += [sees("Consequence, 1-5: 2 = a delay", gone="a nuisance"), "f2", "enter"]
    assert desk.ask(view("risks"), *steps) == actions.Give((Risk("Outage", 4, 2),))


@pytest.mark.parametrize("on", ["enter", "tab"])
def test_enter_or_tab_after_a_digit_does_not_go_on_twice(desk, on):
    steps = [
        "+",
        "Outage",
        on,
        "4",
        on,
        "2",
        on,
        sees("Treatment >"),
        "Spare",
        on,
        "1",
        on,
        "2",
        on,
        "Ben",
        "f2",
        "enter",
    ]
    assert desk.ask(view("risks"), *steps) == actions.Give((Risk("Outage", 4, 2, "Spare", 1, 2, "Ben"),))


def test_a_digit_takes_the_place_of_the_one_that_was_there(desk):
    shown = view("risks", answer=answered((OUTAGE,)))
    steps = ["1", "enter", "enter", "3", "1", sees("Likelihood, 1-5: 3", "Consequence, 1-5: 1"), "f2", "enter"]
    assert desk.ask(shown, *steps) == actions.Give((Risk("Outage", 3, 1),))


@pytest.mark.parametrize("away", ["tab", "enter", "down", "up"])
def test_what_is_wrong_is_said_once_the_field_is_left_until_it_is_mended(desk, away):
    back = "up" if away in ("tab", "enter", "down") else "down"
    steps = [
        "+",
        "down",
        sees("! Required: What can go wrong"),
        "6",
        sees(gone="“6”"),
        away,
        sees("! “6” is not a whole"),
    ]
    steps += [back, sees("> 6", "“6” is not"), "backspace", "5", sees(gone="“6”"), "up", "up", "up", "Out"]
    steps += [sees("> Out", gone="Required: What"), "esc", "esc", "f8"]
    desk.ask(view("risks"), *steps)


def test_a_register_in_malay(desk):
    steps = [
        "+",
        sees("Risiko baharu", "Kebarangkalian, 1-5"),
        "Gangguan",
        "tab",
        "2",
        "tab",
        "2",
        sees("Skor: 2 × 2 = 4"),
    ]
    steps += ["f2", sees("Risiko Asal", "2 × 2 = 4"), "up", "end", "down", "down", "down", "enter"]
    assert desk.ask(view("risks", lang="ms"), *steps) == actions.Give((Risk("Gangguan", 2, 2),))


def test_a_double_enter_after_the_last_field_gives_nothing(desk):
    steps = ["+", "Outage", "enter", "2", "2", *["enter"] * 5, "type:\r\r"]
    steps += [points_at("Done: give these risks (1)"), "f8"]
    assert desk.ask(view("risks"), *steps) == actions.Do.SKIP


def test_an_answered_register_is_confirmed_by_enter(desk):
    shown = view("risks", answer=answered((WRONG, OUTAGE)))
    assert desk.ask(shown, points_at("Done: give these risks (2)"), "enter") == actions.Give((WRONG, OUTAGE))


def test_editing_a_risk(desk):
    shown = view("risks", answer=answered((WRONG, OUTAGE)))
    steps = ["2", points_at("2 Outage"), "enter", sees("Edit risk", "> Outage"), " of the line", "ctrl-s"]
    changed = Risk("Outage of the line", 2, 2)
    assert desk.ask(shown, *steps, sees("Outage of the line"), "down", "down", "enter") == actions.Give(
        (WRONG, changed)
    )


@pytest.mark.parametrize("pressed", ["-", "del"])
def test_removing_a_risk_is_asked_about(desk, pressed):
    shown = view("risks", answer=answered((WRONG, OUTAGE)))
    steps = ["1", pressed, sees("Remove this risk?", "Wrong answers"), "n", sees("1 Wrong answers"), "1", pressed, "y"]
    steps += [sees(gone="Wrong answers"), points_at("Done"), "enter"]
    assert desk.ask(shown, *steps) == actions.Give((OUTAGE,))


def test_nothing_is_removed_without_a_risk_pointed_at(desk):
    desk.ask(view("risks", answer=answered((WRONG,))), "-", sees("Choose a risk first"), "f8")


def test_an_empty_register_is_not_given(desk):
    steps = ["down", points_at("Done"), "enter", sees("Add at least one risk"), "f8"]
    desk.ask(view("risks"), *steps)


@pytest.mark.parametrize(
    ("typed", "said", "line"),
    [
        ([" "], "Required: What can go wrong", "What can go wrong"),
        (["Outage"], "Required: Likelihood, 1-5", "Likelihood, 1-5"),
        (["Outage", "6", "2"], "“6” is not a whole number from 1 to 5.", "Likelihood, 1-5"),
        (["Outage", "2", "x"], "“x” is not a whole number from 1 to 5.", "Consequence, 1-5"),
        (
            ["Outage", "2", "2", "", "3"],
            "Give both ratings after treatment, or neither.",
            "Consequence after treatment",
        ),
        (["Outage", "2", "2", "", "", "", "", "soon"], "“soon” is not a date.", "Due date"),
    ],
)
def test_what_is_wrong_is_said_and_the_cursor_goes_there(desk, typed, said, line):
    keys = [key for text in typed for key in (text, "tab") if key]

    def cursor_below(desk):
        lines = desk.text().split("\n")
        assert line in lines[desk.glass.screen.cursor.y - 1], desk.text()

    desk.ask(view("risks"), "+", *keys, "f2", sees(f"! {said}", "! Not saved yet"), cursor_below, "esc", "esc", "f8")


def test_a_due_date_that_is_unclear_is_asked_back_at_its_field(desk):
    june = Risk("Outage", 2, 2, due="2027-06-01")
    due = ["+", "Outage", "enter", "2", "2", *["down"] * 4, "1/6/27"]
    steps = [*due, "enter", sees("! “1/6/27” could mean 1 June 2027 or"), "enter", points_at("Done"), "enter"]
    assert desk.ask(view("risks"), *steps) == actions.Give((june,))
    steps = [
        *due,
        "up",
        sees("! “1/6/27” could mean"),
        "f2",
        sees("! Not saved yet"),
        "enter",
        points_at("Done"),
        "enter",
    ]
    assert desk.ask(view("risks"), *steps) == actions.Give((june,))


def test_the_help_of_the_question_opens_in_the_form(desk):
    desk.ask(view("risks"), "+", "f1", sees("Rate each risk."), "esc", sees(gone="Rate each risk."), "esc", "f8")


def test_a_narrow_window_shows_each_risk_on_lines_of_its_own(make_desk):
    desk = make_desk(columns=40, rows=30)
    shown = view("risks", answer=answered((WRONG, OUTAGE)))
    wanted = (
        "1. Wrong answers",
        "rating 4 × 5 = 20; residual 2 × 3 = 6; Treatment: An officer checks; Owner: Head of unit; Due: 2027-01-31",
    )
    desk.ask(shown, sees(*wanted, "2. Outage", "rating 2 × 2 = 4"), "1", points_at("1. Wrong"), "f8")


def test_a_table_leaves_out_columns_that_are_empty(desk):
    desk.ask(view("risks", answer=answered((OUTAGE,))), sees("Risk Before", gone=("Owner", "Due")), "f8")


def test_going_elsewhere_keeps_the_register(desk):
    steps = ["+", "Outage", "tab", "2", "tab", "2", "f2", "esc"]
    assert desk.ask(view("risks"), *steps) == actions.Do.BACK
    assert desk.ask(view("risks"), sees("1 Outage", "has not been given as your answer yet"), "enter") == actions.Give(
        (OUTAGE,)
    )


def test_leaving_gives_complete_entries(desk):
    steps = ["+", "Outage", "tab", "2", "tab", "2", "f2", "ctrl-d"]
    assert desk.ask(view("risks"), *steps) == actions.Give((OUTAGE,))
    assert desk.ask(view("words")) == actions.Leave("")


def test_leaving_in_the_middle_of_an_entry_keeps_it(make_desk):
    shown = view("risks", answer=answered((OUTAGE,)))
    leave = make_desk().ask(shown, "+", "Wrong ans", "tab", "4", "ctrl-c")
    assert isinstance(leave, actions.Leave)
    assert json.loads(leave.typed)["entry"]["title"] == "Wrong ans"
    again = view("risks", answer=answered((OUTAGE,)), typed=leave.typed)
    steps = [
        sees("1 Outage", "left unfinished. Press + to continue"),
        "+",
        sees("> Wrong ans"),
        "wers",
        "tab",
        "tab",
        "5",
        "f2",
    ]
    action = make_desk().ask(again, *steps, "down", "down", "enter")
    assert action == actions.Give((OUTAGE, Risk("Wrong answers", 4, 5)))


def test_giving_the_register_keeps_a_risk_that_is_half_written(make_desk):
    half = make_desk().ask(view("risks", answer=answered((OUTAGE,))), "+", "Wrong ans", "ctrl-c").typed
    shown = view("risks", answer=answered((OUTAGE,)), typed=half)
    given = make_desk().ask(shown, points_at("+ Add a risk"), "down", "enter")
    assert (given.value, json.loads(given.left)["entry"]["title"]) == ((OUTAGE,), "Wrong ans")
    again = view("risks", answer=answered((OUTAGE,)), typed=given.left)
    make_desk().ask(
        again, sees("1 Outage", "left unfinished. Press + to continue"), "+", sees("> Wrong ans"), "esc", "f8"
    )


def test_an_unchanged_register_is_left_as_it_is(desk):
    assert desk.ask(view("risks", answer=answered((OUTAGE,))), "ctrl-d") == actions.Leave("")
