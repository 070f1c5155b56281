"""A better answer that gives a worse level or verdict is found, with the pair that shows it."""

import pytest

from aiassess.errors import Word
from support.proofs import found, proved, shown
from support.tiny import control, inherent, tiny

READY = [
    {"id": "low", "up_to_percent": 25, "ready_at": {"controls": 50, "each_principle": 0}},
    {"id": "high", "ready_at": {"controls": 80, "each_principle": 0}},
    {"id": "banned", "stop": True},
]
PICK = {"id": "pick", "options": {"red": 0, "blue": 0}}
AT_HIGH = {"level_at_least": "high"}


ANSWERED = [{"when": {"question": "risk", "answered": True}, "level": "banned"}]


def critical(**how):
    return [{"severity": "critical", **how}]


def worse(proof):
    return {(p.code, p.question, p.severity) for p in proof.problems if p.code.endswith("_worse")}


FAULTS = {
    "a rule on the better option": (
        [inherent()],
        {"rules": [{"when": {"question": "risk", "is": "none"}, "level": "banned"}]},
        {("prove_level_worse", "risk", "error")},
    ),
    "a rule that is not": (
        [inherent()],
        {"rules": [{"when": {"not": {"question": "risk", "is": "all"}}, "level": "banned"}]},
        {("prove_level_worse", "risk", "error")},
    ),
    "points of a control reversed against its finding": (
        [inherent(), control(findings=critical(on=["yes"]))],
        {},
        {("prove_verdict_worse", "guard", "error")},
    ),
    "a finding of another question": (
        [inherent(), control(), {**PICK, "findings": critical(when={"question": "guard", "is": "yes"})}],
        {},
        {("prove_verdict_worse", "guard", "error")},
    ),
    "a finding of its own that only an answer raises": (
        [inherent(), PICK, control(required=False, findings=critical(when={"question": "pick", "is": "red"}))],
        {},
        {("prove_verdict_worse", "guard", "error")},
    ),
    "a longer step, between which others are asked": (
        [
            control("guard", {"no": 0, "half": 2, "yes": 4}, findings=critical(on=["yes"])),
            {"id": "why", "type": "text", "show_if": {"question": "guard", "is": "half"}},
            inherent(),
        ],
        {},
        {("prove_verdict_worse", "guard", "error")},
    ),
    "a rule that no longer hides an unsure answer": (
        [inherent(), PICK],
        {
            "rules": [
                {
                    "when": {"any": [{"question": "pick", "is": "red"}, {"question": "risk", "is": "all"}]},
                    "level": "high",
                    "unsure": "stop",
                }
            ]
        },
        {("prove_verdict_worse", "risk", "error")},
    ),
    "numbers that rise where they should fall": (
        [inherent("risk", None, type="number", bands=[{"up_to": 5, "points": 4}, {"points": 0}])],
        {"rules": [{"when": {"question": "risk", "at_least": 9}, "level": "banned"}]},
        {("prove_level_worse", "risk", "error")},
    ),
    "controls that are no longer asked": (
        [inherent("risk", {"none": 0, "all": 4}), control(), control("fence", show_if=AT_HIGH, weight=9)],
        {"levels": READY, "scoring": {"level_from": "inherent"}},
        {("prove_ready_worse", "risk", "note")},
    ),
}


def parts_of(questions, parts):
    for question in questions:
        if question.get("type") == "number":
            question.pop("options", None)
    return questions, {"levels": READY, **parts}


@pytest.mark.parametrize("case", FAULTS)
def test_a_better_answer_that_makes_it_worse(case):
    questions, parts, expected = FAULTS[case]
    questions, parts = parts_of(questions, parts)
    proof = proved(*questions, **parts)
    assert worse(proof) == expected
    q = tiny(*questions, **parts)
    for problem in proof.problems:
        if problem.code.endswith("_worse"):
            name = f"{problem.code}-{problem.question}"
            before, after = shown(proof, q, name), shown(proof, q, f"{name}-better")
            by_level = problem.code == "prove_level_worse"
            told = [one.level.id if by_level else Word(f"prove_{one.verdict}") for one in (before, after)]
            assert told == [problem.values["with_worse"], problem.values["with_better"]]
            assert (before.level.id, before.verdict) != (after.level.id, after.verdict)
            other = {n for n in q.by_id if before.answers.get(n) != after.answers.get(n)}
            assert other == {problem.question}


def test_it_is_told_in_the_words_of_the_reader():
    found = [
        *proved(inherent(), rules=ANSWERED).problems,
        *proved(*FAULTS["a finding of another question"][0]).problems,
    ]
    level, verdict = [problem for problem in found if problem.code in ("prove_level_worse", "prove_verdict_worse")]
    assert "“risk” from no answer to none turns" in level.message("en")
    assert "“risk” daripada tiada jawapan kepada none mengubah" in level.message("ms")
    assert "turns “Ready” into “Hold”" in verdict.message("en")
    assert "mengubah “Sedia” menjadi “Tangguh”" in verdict.message("ms")


@pytest.mark.parametrize("method", ["none", "linear"])
def test_what_is_monotone_is_not_named(method):
    credit = {"method": method} | ({"from_percent": 20, "reduces_percent": 40} if method == "linear" else {})
    proof = proved(
        inherent(findings=critical(on=["all"])),
        control(findings=[*critical(on=["no"]), {"on": ["no", "half"], "severity": "minor"}]),
        control("fence", not_applicable=True),
        rules=[{"when": {"question": "risk", "any_of": ["some", "all"]}, "level": "high"}],
        scoring={"mitigation": credit},
        levels=READY,
    )
    assert worse(proof) == set()
    assert "prove_undecided" not in {code for code, _ in found(proof)}


def test_what_is_asked_anew_and_answered_badly_is_no_fault():
    follow = {"id": "follow", "options": {"no": 0, "yes": 4}, "score": "control"}
    proof = proved(
        inherent(),
        control(),
        {**follow, "show_if": {"question": "guard", "is": "yes"}, "findings": critical(on=["no"])},
        levels=READY,
    )
    assert worse(proof) == set()


def test_credit_that_is_lost_with_the_controls_that_are_no_longer_asked():
    proof = proved(
        inherent("base", {"none": 0, "all": 20}),
        inherent("risk", {"none": 0, "all": 1}),
        control(),
        control("fence", show_if={"question": "risk", "is": "all"}, weight=9),
        scoring={"mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 100}},
    )
    assert worse(proof) >= {("prove_level_worse", "risk", "warning")}
