"""What is typed and not given is handed over every few seconds, so that a killed program loses next to nothing."""

import json

import pytest
from screen_desk import answered, sees, types, view

from aiassess.interview import actions
from aiassess.interview.terminal import app
from aiassess.model.answers import Evidence
from aiassess.model.risks import Risk

OUTAGE = Risk("Outage", 2, 2)


def tick(desk):
    desk.screen.app.tick()


def unfinished(desk, shown, *steps):
    """Type, let the clock tick, and return what a killed program would have kept."""
    found = {}

    def glyphs(desk):
        tick(desk)
        found.update({key: text for key, text in desk.kept.items() if text})

    desk.ask(shown, *steps, glyphs, "ctrl-d")
    return found


def test_the_clock_ticks_while_somebody_types(desk, monkeypatch):
    monkeypatch.setattr(app, "KEEP_SECONDS", 0.01)
    called = []

    def keep(typed):
        called.append(typed)
        if len(called) == 3:
            desk.screen.request_leave()

    desk.screen.keep = keep
    assert desk.ask(view("words", typed="half")) == actions.Leave("half")
    assert called[0] == {"words": "half"}


def test_fields_and_registers(desk):
    assert unfinished(desk, view("words"), "half", sees("> half")) == {"words": "half"}
    found = unfinished(desk, view("risks"), "+", "Wrong ans", "tab", "4", sees("4 = often"))
    assert json.loads(found["risks"])["entry"] == {
        **dict.fromkeys(
            ("treatment", "residual_likelihood", "residual_consequence", "owner", "due", "consequence"), ""
        ),
        "title": "Wrong ans",
        "likelihood": "4",
    }


def test_a_change_of_a_risk_is_gone_on_with(desk, make_desk):
    shown = view("risks", answer=answered((OUTAGE,)))
    found = unfinished(desk, shown, "1", "enter", sees("> Outage"), " at night", sees("> Outage at night"))
    again = view("risks", answer=answered((OUTAGE,)), typed=found["risks"])
    steps = [sees("A change to risk 1 was left unfinished"), "1", "enter", sees("> Outage at night"), "f2"]
    action = make_desk().ask(again, *steps, "down", "down", "enter")
    assert action == actions.Give((Risk("Outage at night", 2, 2),))


def test_a_change_of_a_risk_that_is_removed_goes_with_it(desk):
    shown = view("risks", answer=answered((OUTAGE, Risk("Wrong", 1, 1))))
    steps = ["1", "enter", sees("> Outage"), "!", "esc", "esc", "2", "-", "y", sees(gone="Wrong")]
    assert json.loads(unfinished(desk, shown, *steps)["risks"]) == {
        "risks": [{"title": "Outage", "likelihood": 2, "consequence": 2}],
        "entry": None,
        "edits": {},
    }


def test_a_note_is_gone_on_with(desk, make_desk):
    steps = ["f2", sees("Note and evidence"), "ask them", "tab", "Letter", "tab", "1/5", sees("> 1/5")]
    found = unfinished(desk, view("words"), *steps)
    assert json.loads(found["note:words"])[:3] == ["ask them", "Letter", "1/5"]
    again = view("words", forms={"note": found["note:words"]})
    steps = [
        sees("was left unfinished here"),
        "f2",
        sees("ask them", "Letter", "typed here but not saved"),
        "tab",
        "tab",
    ]
    action = make_desk().ask(again, *steps, "/2026", "f2")
    assert action == actions.Annotate("ask them", (Evidence("Letter", "2026-05-01"),))


def test_a_reason_is_gone_on_with(desk, make_desk):
    name = next(question.id for question in types().questions if question.not_applicable)
    found = unfinished(desk, view(name), "f4", "no vend", sees("no vend"))
    again = view(name, forms={"reason": found[f"reason:{name}"]})
    assert make_desk().ask(again, "f4", sees("no vend"), "or", "enter") == actions.SetAside("no vendor")


def test_what_is_given_up_is_forgotten(desk):
    desk.kept["note:words"] = "x"
    shown = view("words", forms={"note": '["old"]'})
    assert desk.ask(shown, "f2", sees("> old"), "esc", "esc", tick, "f8") == actions.Do.SKIP
    assert desk.kept == {"words": "", "note:words": ""}
    # Opened again, the form holds what the answer has, not what was thrown away.
    assert desk.ask(shown, "f2", sees("> old"), "esc", "esc", "f2", sees(gone="> old"), "esc", "f8") == actions.Do.SKIP


@pytest.mark.parametrize("strange", ["[", "{}", "[1]", '"x"', "[]", "[" * 5000])
def test_what_is_no_form_is_passed_over(desk, strange):
    assert (
        desk.ask(view("words", forms={"note": strange}), "f2", sees("Note and evidence"), "esc", "f8")
        == actions.Do.SKIP
    )
