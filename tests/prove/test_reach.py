"""What nothing can reach is found, and what can be reached is shown by answers."""

import pytest

from aiassess import Problem, score
from support.proofs import found, proved
from support.tiny import LEVELS, control, inherent, tiny

PICK = {"id": "pick", "options": {"red": 0, "blue": 0}}
RED, BLUE = {"question": "pick", "is": "red"}, {"question": "pick", "is": "blue"}
COUNT = {"id": "count", "type": "number", "minimum": 1, "maximum": 9, "whole": True}
LAST = [{"id": "low", "up_to_percent": 25}, {"id": "high"}]
NEVER = {"all": [RED, BLUE]}


def more(**extra):
    return {"id": "more", "type": "text", **extra}


FAULTS = {
    "section": (
        [],
        {"sections": [{"id": "one", "questions": [PICK]}, {"id": "two", "questions": [more()], "show_if": NEVER}]},
        {("prove_section_never", "sections[1].show_if")},
    ),
    "question": ([PICK, more(show_if=NEVER)], {}, {("prove_question_never", "sections[0].questions[1].show_if")}),
    "always asked": (
        [PICK, more(show_if={"any": [RED, {"not": RED}]})],
        {},
        {("prove_always", "sections[0].questions[1].show_if")},
    ),
    "finding": (
        [{**PICK, "findings": [{"when": NEVER, "severity": "minor"}]}],
        {},
        {("prove_finding_never", "sections[0].questions[0].findings[0]")},
    ),
    "finding of another path": (
        [PICK, more(show_if=RED, findings=[{"when": BLUE, "severity": "minor"}])],
        {},
        {("prove_finding_never", "sections[0].questions[1].findings[0]")},
    ),
    "rule": (
        [COUNT],
        {"rules": [{"when": {"question": "count", "at_least": 10}, "level": "high"}]},
        {("prove_rule_never", "rules[0].when")},
    ),
    "rule of whole numbers": (
        [COUNT],
        {
            "rules": [
                {
                    "when": {"all": [{"question": "count", "at_least": 2.2}, {"question": "count", "at_most": 2.8}]},
                    "level": "high",
                }
            ]
        },
        {("prove_rule_never", "rules[0].when")},
    ),
    "rule on hidden answers": (
        [PICK, inherent("risk", show_if=RED)],
        {"rules": [{"when": {"all": [BLUE, {"question": "risk", "is": "all"}]}, "level": "high"}]},
        {("prove_rule_never", "rules[0].when")},
    ),
    "check": (
        [PICK],
        {"checks": [{"id": "odd", "text": "Odd.", "when": NEVER}]},
        {("prove_check_never", "checks[0].when")},
    ),
    "level": (
        [inherent("risk", {"none": 0, "all": 4})],
        {"levels": [{"id": "low", "up_to_percent": 25}, {"id": "middle", "up_to_percent": 75}, {"id": "high"}]},
        {("prove_level_never", "levels[1]")},
    ),
    "level of whole points": (
        [inherent()],
        {
            "levels": [{"id": "low", "up_to_percent": 51}, {"id": "middle", "up_to_percent": 74}, {"id": "high"}],
            "scoring": {"level_from": "inherent"},
        },
        {("prove_level_never", "levels[1]")},
    ),
}
QUIET = {"levels": LAST}


@pytest.mark.parametrize("case", FAULTS)
def test_what_nothing_reaches_is_named(case):
    questions, parts, expected = FAULTS[case]
    assert found(proved(*questions, **QUIET | parts), "error", "warning") >= expected


def test_what_is_reached_is_not_named():
    proof = proved(
        PICK,
        COUNT,
        inherent(),
        more(show_if=RED, findings=[{"when": {"question": "count", "at_least": 9}, "severity": "minor"}]),
        rules=[{"when": {"all": [BLUE, {"question": "count", "at_most": 1}]}, "level": "banned"}],
        checks=[{"id": "odd", "text": "Odd.", "when": {"all": [RED, {"question": "risk", "is": "none"}]}}],
    )
    assert found(proof, "error", "warning") == set()


def test_a_stopping_level_that_nothing_reaches_is_an_error():
    proof = proved(PICK, inherent(), rules=[{"when": NEVER, "level": "banned"}])
    assert found(proof, "error") == {("prove_rule_never", "rules[0].when"), ("prove_level_never", "levels[3]")}


@pytest.mark.parametrize("method", ["linear", "step"])
def test_a_level_that_only_credit_reaches(method):
    mark = {"linear": "from_percent", "step": "at_percent"}[method]
    credit = {"method": method, mark: 50, "reduces_percent": 50}
    levels = [{"id": "low", "up_to_percent": 25}, {"id": "middle", "up_to_percent": 60}, {"id": "high"}]
    risk = inherent("risk", {"some": 4, "all": 4})
    assert found(proved(risk, levels=levels), "warning") == {
        ("prove_level_never", "levels[0]"),
        ("prove_level_never", "levels[1]"),
    }
    proof = proved(risk, control(), levels=levels, scoring={"mitigation": credit})
    assert ("prove_level_never", "levels[1]") not in found(proof)
    assert {(p.code, p.path) for p in proof.problems} >= {("prove_level_never", "levels[0]")} or (
        "prove_undecided",
        "levels[0]",
    ) in found(proof)


def test_parts_that_change_nothing_are_noted():
    any_of = {"question": "pick", "any_of": ["red", "blue"]}
    proof = proved(
        PICK,
        {"id": "also", "options": {"yes": 0, "no": 0}, "show_if": RED},
        more(show_if={"all": [RED, {"question": "also", "is": "yes"}]}),
        {"id": "rest", "type": "text", "show_if": {"any": [any_of, BLUE]}},
    )
    assert {item for item in found(proof, "note") if "part" in item[0]} == {
        ("prove_part_always", "sections[0].questions[2].show_if.all[0]"),
        ("prove_part_never", "sections[0].questions[3].show_if.any[1]"),
    }


def test_a_rule_that_others_make_idle_is_noted():
    some, every = {"question": "risk", "any_of": ["some", "all"]}, {"question": "risk", "is": "all"}
    proof = proved(inherent(), rules=[{"when": some, "level": "high"}, {"when": every, "level": "middle"}])
    assert ("prove_rule_idle", "rules[1]") in found(proof, "note")
    assert ("prove_rule_idle", "rules[0]") not in found(proof)
    swapped = proved(inherent(), rules=[{"when": some, "level": "middle"}, {"when": every, "level": "high"}])
    assert ("prove_rule_idle", "rules[0]") not in found(swapped)


def test_the_answers_reach_what_they_are_said_to():
    parts = {"rules": [{"when": {"question": "risk", "is": "all"}, "level": "banned"}]}
    q = tiny(inherent(), **parts)
    proof = proved(inherent(), **parts)
    assert {about for _, about, _ in proof.reached} >= {"main", "risk", "rule_1", *(level["id"] for level in LEVELS)}
    for path, about, number in proof.reached:
        if path[0] == "levels":
            assert score(q, proof.cases[number]).level.id == about


def test_every_option_and_band_is_reached_though_others_count_the_same():
    several = {"id": "several", "type": "choices", "options": {"one": 0, "two": 0, "none!": 0}, "show_if": RED}
    bands = [{"up_to": 2, "points": 0}, {"up_to": 4, "points": 0}, {"up_to": 99, "points": 0}, {"points": 0}]
    proof = proved(PICK, several, {"id": "more", "type": "number", "bands": bands, "maximum": 9})
    assert found(proof, "error", "warning") >= {("prove_band_never", "sections[0].questions[2].bands[3]")}
    assert {about for _, about, _ in proof.reached} >= {
        *("pick_red", "pick_blue", "several_one", "several_two", "several_none"),
        *("more_1", "more_2", "more_3"),
    }
    for path, about, number in proof.reached:
        if path[-2] == "options":
            question, option = about.split("_")
            assert option in proof.cases[number].get(question).chosen


def test_more_sets_of_options_than_can_be_told_apart_are_a_note():
    names = [f"o{n}" for n in range(13)]
    findings = [{"on": [name], "severity": "minor"} for name in names]
    proof = proved({"id": "many", "type": "choices", "options": dict.fromkeys(names, 0), "findings": findings})
    (note,) = proof.problems
    assert (note.code, note.severity, note.file) == ("too_many_options", "note", "tiny.yaml")


def test_every_problem_is_said_in_both_languages():
    for code in ("prove_question_never", "prove_undecided"):
        problem = Problem(code, {"id": "x", "level": "y", "claim": "z"})
        assert problem.message("en") != problem.message("ms")
