"""A rule that can be avoided is found, with the answers that avoid it."""

import pytest

from support.proofs import found, proved, shown
from support.tiny import control, inherent, tiny

GATE = {"id": "gate", "options": {"no": 0, "yes": 0}}
YES = {"question": "gate", "is": "yes"}
STOP = [{"id": "stop", "when": YES, "level": "banned"}]
HIGH = [{"id": "raise", "when": YES, "level": "high"}]
PICK = {"id": "pick", "options": {"red": 0, "blue": 0}}
RED = {"question": "pick", "is": "red"}
PLACE = "sections[0].questions[1]"
CAUSE = "sections[0].questions[0]"


def gates(proof):
    return {item for item in found(proof, "error", "warning") if item[0].startswith("prove_gate")}


@pytest.mark.parametrize(
    ("before", "gate", "rules", "expected"),
    [
        (PICK, GATE, STOP, set()),
        (PICK, {**GATE, "required": False}, HIGH, {("prove_gate_left_out", PLACE)}),
        (PICK, {**GATE, "show_if": RED}, STOP, {("prove_gate_hidden", PLACE)}),
        (PICK, {**GATE, "show_if": RED}, HIGH, set()),
        (
            {**PICK, "required": False},
            {**GATE, "show_if": RED},
            HIGH,
            {("prove_gate_hidden_by_none", CAUSE)},
        ),
        (
            {**PICK, "not_applicable": True},
            {**GATE, "show_if": RED},
            STOP,
            {("prove_gate_hidden_by_none", CAUSE), ("prove_gate_hidden", PLACE)},
        ),
        # An "any" of both answers hides it only without one.
        (
            {**PICK, "required": False},
            {**GATE, "show_if": {"question": "pick", "answered": True}},
            STOP,
            {("prove_gate_hidden_by_none", CAUSE), ("prove_gate_hidden", PLACE)},
        ),
        # Hidden, but the rule holds all the same, or could not hold.
        ({**PICK, "required": False}, {**GATE, "show_if": RED}, [{"when": {"not": YES}, "level": "high"}], set()),
        (PICK, {**GATE, "show_if": RED}, [{"when": {"all": [RED, YES]}, "level": "banned"}], set()),
    ],
)
def test_ways_round_a_rule(before, gate, rules, expected):
    proof = proved(before, gate, inherent(), rules=rules)
    assert gates(proof) == expected
    q = tiny(before, gate, inherent(), rules=rules)
    for problem in proof.problems:
        if problem.code.startswith("prove_gate"):
            (name,) = [name for name in proof.shown if name.startswith(f"{problem.code}-{rules[0]['id']}_gate")]
            way = shown(proof, q, name)
            assert (way.status, len(way.reasons)) == ("complete", 1)  # the points alone
            assert way.answer_to("gate").status != "answered"


def test_a_gate_is_hidden_through_others():
    section = {"id": "more", "show_if": {"question": "middle", "is": "yes"}, "questions": [GATE]}
    middle = {"id": "middle", "options": {"no": 0, "yes": 0}, "show_if": RED}
    sections = [{"id": "main", "questions": [{**PICK, "not_applicable": True}, middle, inherent()]}, section]
    proof = proved(sections=sections, rules=STOP)
    assert gates(proof) >= {("prove_gate_hidden_by_none", "sections[0].questions[1]")}
    (problem,) = [p for p in proof.problems if p.code == "prove_gate_hidden_by_none"]
    assert problem.severity == "error"
    way = shown(proof, tiny(sections=sections, rules=STOP), "prove_gate_hidden_by_none-stop_gate_middle")
    assert way.status == "complete"
    assert "middle" not in way.marks or way.answer_to("middle").status != "answered"


def test_one_question_that_hides_many_gates_is_told_once_as_an_error_if_one_rule_stops():
    hidden = [{**GATE, "id": f"gate_{n}", "show_if": RED} for n in range(3)]
    whens = [{"question": question["id"], "is": "yes"} for question in hidden]
    rules = [{"when": when, "level": level} for when, level in zip(whens, ("high", "banned", "high"), strict=True)]
    proof = proved({**PICK, "required": False}, *hidden, inherent(), rules=rules)
    (problem,) = [p for p in proof.problems if p.code == "prove_gate_hidden_by_none"]
    assert (problem.severity, problem.path) == ("error", CAUSE)
    assert "“pick” without an answer hides “gate_1”" in problem.message("en")


def test_what_a_complete_assessment_may_not_measure():
    def tagged(name, tag, **more):
        return control(name, principles=[tag], actors=["owner"], **more)

    proof = proved(
        PICK,
        inherent(),
        tagged("asked", "fair"),
        tagged("aside", "safe", not_applicable=True),
        tagged("some", "open", show_if=RED),
    )
    (note,) = [problem for problem in proof.problems if problem.code == "prove_unmeasured"]
    assert (note.path, note.severity, note.values["ids"]) == ("dimensions.principles", "note", ["safe", "open"])
    assert {name for name in proof.shown if "unmeasured" in name} == {
        "prove_unmeasured-safe",
        "prove_unmeasured-open",
    }
