"""Evidence given at other questions is offered below an empty reference."""

import pytest
from screen_desk import answered, sees, view

from aiassess.interview import actions
from aiassess.model.answers import Evidence

MINUTES = Evidence("Minutes of the board", "2026-05-01")
CONTRACT = Evidence("Contract KP/7")
LONG = Evidence("x" * 200, "2026-01-01")


def known(*items, **more):
    return view("level", evidence_known=items, **more)


def test_enter_takes_what_is_pointed_at_with_its_date(desk):
    steps = ["3", sees("Given at other questions", "Minutes of the board (2026-05-01)", "Contract KP/7")]
    steps += ["down", sees("> Minutes"), "down", sees("> Contract"), "up", "enter"]
    steps += [sees("= 1 May 2026", "Contract KP/7", "Evidence 2:", gone="> Minutes"), "down", "enter", "enter"]
    assert desk.ask(known(MINUTES, CONTRACT), *steps) == actions.Give("full", "", (MINUTES, CONTRACT))


def test_typing_shortens_the_list_and_is_a_reference_by_itself(desk):
    steps = ["3", "kp", sees("Contract KP/7", gone="Minutes of the"), "down", sees("> Contract")]
    steps += [" x", sees(gone="Given at"), *["backspace"] * 4, "File 9", "enter", "enter", "enter"]
    assert desk.ask(known(MINUTES, CONTRACT), *steps) == actions.Give("full", "", (Evidence("File 9"),))


def test_what_was_taken_can_be_undone_and_the_list_be_left(desk):
    steps = ["f2", "tab", "down", "enter", "up", "up", sees("> Minutes of"), "ctrl-z", sees(gone="> Minutes of")]
    steps += ["ctrl-y", "tab", "tab", "down", sees("> Contract"), "esc", sees("Given at", gone="> Contract")]
    steps += ["down", "down", sees(gone="Given at"), "up", sees("Given at"), "f2"]
    assert desk.ask(known(MINUTES, CONTRACT), *steps) == actions.Annotate(None, (MINUTES,))


@pytest.mark.parametrize("items", [(), (MINUTES,)])
def test_nothing_is_offered_that_is_here_already(desk, items):
    shown = known(*items, answer=answered("full", None, (MINUTES,)))
    desk.ask(shown, "f2", "tab", sees(gone="Given at"), "tab", "tab", sees(gone="Given at"), "esc", "f8")


def test_at_most_nine_lines_in_a_window_of_any_size(make_desk):
    items = [LONG, *(Evidence(f"File {n}") for n in range(20))]
    for columns, rows, encoding, cut in (
        (80, 24, "utf-8", "xx…"),
        (42, 15, "utf-8", "xx…"),
        (42, 15, "ascii", "xx..."),
    ):
        desk = make_desk(columns=columns, rows=rows, encoding=encoding)
        steps = [
            "3",
            "down",
            sees(f"{cut} (2026-01-01)"),
            *["down"] * 8,
            sees("> File 7", gone="File 8"),
            "enter",
            "f2",
        ]
        assert desk.ask(known(*items), *steps) == actions.Give("full", "", (Evidence("File 7"),))
