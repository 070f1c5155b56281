"""docs/scoring.md: status, what is missing, verdict and shortfalls."""

import pytest

from support.tiny import SET_ASIDE, UNSURE, assess, control, inherent, tiny

GATE = {"id": "gate", "options": {"no": 0, "yes": 0}}
BAN = {"id": "ban", "when": {"question": "gate", "is": "yes"}, "level": "banned", "unsure": "stop"}


def outcome(questionnaire, given):
    result = assess(questionnaire, given)
    return result.status, result.missing, result.verdict


STATUS = tiny(GATE, inherent(not_applicable=True), {"id": "remark", "required": False})


@pytest.mark.parametrize(
    ("given", "status", "missing"),
    [
        ({}, "incomplete", ("gate", "risk")),
        ({"gate": "no"}, "incomplete", ("risk",)),
        ({"gate": "no", "risk": "none"}, "complete", ()),
        ({"gate": "no", "risk": SET_ASIDE}, "complete", ()),
        ({"gate": "no", "risk": UNSURE}, "incomplete", ("risk",)),
        ({"gate": "no", "risk": {"note": "later"}}, "incomplete", ("risk",)),
        ({"gate": "no", "risk": "none", "remark": "hm"}, "complete", ()),
        ({"gate": "no", "risk": "none", "remark": UNSURE}, "incomplete", ("remark",)),  # none is unsure
        ({"remark": UNSURE}, "incomplete", ("gate", "risk", "remark")),
    ],
)
def test_status_and_what_is_missing(given, status, missing):
    assert outcome(STATUS, given)[:2] == (status, missing)


def test_questions_that_do_not_apply_are_not_missing():
    q = tiny(GATE, inherent(show_if={"question": "gate", "is": "yes"}))
    assert outcome(q, {"gate": "no", "risk": UNSURE})[:2] == ("complete", ())
    assert outcome(q, {"gate": "yes"})[:2] == ("incomplete", ("risk",))


# Undetermined


def test_an_unsure_gate_leaves_the_assessment_undetermined():
    q = tiny(GATE, rules=[BAN])
    assert outcome(q, {"gate": UNSURE}) == ("undetermined", ("gate",), "stop")
    assert [(rule.id, names) for rule, names in assess(q, {"gate": UNSURE}).undetermined_by] == [("ban", ("gate",))]


def test_a_blank_gate_does_not():
    assert outcome(tiny(GATE, rules=[BAN]), {}) == ("incomplete", ("gate",), "hold")


def test_an_unsure_gate_of_a_rule_that_does_not_say_so():
    rule = {name: value for name, value in BAN.items() if name != "unsure"}
    assert outcome(tiny(GATE, rules=[rule]), {"gate": UNSURE}) == ("incomplete", ("gate",), "hold")


EITHER = tiny(
    GATE,
    {"id": "other", "options": {"no": 0, "yes": 0}},
    rules=[
        {
            "id": "ban",
            "when": {"any": [{"question": "gate", "is": "yes"}, {"question": "other", "is": "yes"}]},
            "level": "banned",
            "unsure": "stop",
        }
    ],
)


def test_a_rule_that_is_met_otherwise_is_determined():
    result = assess(EITHER, {"gate": "yes", "other": UNSURE})
    assert (result.status, result.level.id, result.verdict) == ("incomplete", "banned", "stop")
    assert result.undetermined_by == ()


def test_a_rule_that_is_not_met_otherwise_is_not():
    assert outcome(EITHER, {"gate": "no", "other": UNSURE})[0] == "undetermined"


def test_an_unsure_gate_that_does_not_apply_leaves_nothing_open():
    q = tiny(
        GATE,
        {"id": "inner", "options": {"no": 0, "yes": 0}, "show_if": {"question": "gate", "is": "yes"}},
        rules=[BAN | {"when": {"question": "inner", "is": "yes"}}],
    )
    assert outcome(q, {"gate": "no", "inner": UNSURE})[0] == "complete"


# Verdict

READY = [
    {"id": "low", "up_to_percent": 50, "ready_at": {"controls": 50, "each_principle": 25}},
    {"id": "high", "ready_at": {"controls": 75, "each_principle": 50}},
    {"id": "banned", "stop": True},
]
CONTROLS = tiny(
    GATE,
    inherent("risk", findings=[{"on": ["all"], "severity": "major"}]),
    control("a", principles=["fair"], findings=[{"on": ["no"], "severity": "critical"}]),
    control("b", principles=["safe"], weight=3),
    rules=[BAN],
    levels=READY,
)


def verdict(**given):
    return assess(CONTROLS, {"gate": "no", "risk": "none", "a": "yes", "b": "yes"} | given)


def test_ready():
    assert verdict().verdict == "ready"
    assert verdict(risk="all").verdict == "ready"  # a finding that is not critical holds nothing


def test_ready_exactly_at_the_mark():
    at_mark = verdict(a="half", b="half")
    assert at_mark.controls.percent == 50
    assert at_mark.verdict == "ready"


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ({"b": "no"}, [(None, 50, 25), ("safe", 25, 0)]),
        ({"risk": "all", "b": "half"}, [(None, 75, pytest.approx(62.5))]),
        ({"risk": "all", "a": "half", "b": "no"}, [(None, 75, 12.5), ("safe", 50, 0)]),
    ],
)
def test_conditional_with_the_list_of_what_is_short(given, short):
    result = verdict(**given)
    assert result.verdict == "conditional"
    assert [(item.principle, item.asked, item.reached) for item in result.shortfalls] == short


def test_a_principle_that_is_not_measured_is_not_short():
    levels = [{"id": "only", "ready_at": {"controls": 0, "each_principle": 100}}]
    q = tiny(control("a", principles=["fair"], not_applicable=True), control("b", principles=["safe"]), levels=levels)
    assert assess(q, {"a": SET_ASIDE, "b": "yes"}).verdict == "ready"


def test_a_level_that_asks_nothing_is_ready():
    q = tiny(inherent(), control(), levels=[{"id": "only"}])
    assert assess(q, {"risk": "all", "guard": "no"}).verdict == "ready"


def test_hold_where_a_critical_finding_is_open():
    assert verdict(a="no").verdict == "hold"


def test_hold_where_something_is_missing():
    assert verdict(b=UNSURE).verdict == "hold"


def test_stop_by_level_comes_before_hold():
    assert verdict(gate="yes", a="no").verdict == "stop"
    assert verdict(gate="yes").verdict == "stop"


def test_stop_where_undetermined():
    assert verdict(gate=UNSURE).verdict == "stop"
