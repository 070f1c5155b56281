"""docs/scoring.md: level, rules, reasons."""

import pytest

from support.tiny import LEVELS, UNSURE, assess, control, inherent, report_of, tiny

GATES = {"no": 0, "yes": 0}


def level_of(points, maximum=1000, levels=LEVELS):
    options = {"a": 0, "b": points} if points == maximum else {"a": 0, "b": points, "c": maximum}
    return assess(tiny(inherent(options=options), levels=levels), {"risk": "b"}).level.id


@pytest.mark.parametrize(
    ("points", "level"), [(1, "low"), (250, "low"), (251, "middle"), (500, "middle"), (501, "high"), (1000, "high")]
)
def test_thresholds_are_inclusive(points, level):
    assert level_of(points) == level


def test_a_share_above_a_threshold_that_is_shown_as_the_threshold():
    """25.04% is 25 with one decimal, and is above 25%."""
    questionnaire = tiny(inherent(options={"a": 0, "b": 2504, "c": 10_000}))
    result = report_of(questionnaire, {"risk": "b"})["result"]
    assert result["residual"]["percent"] == 25
    assert result["level"] == "middle"
    assert result["reasons"][0]["text"] == "Residual risk 25.04% -> Middle"


def test_a_share_below_a_threshold_that_is_shown_as_above_it():
    """33.33…% is not above 33.34%, though neither is it 33.3%."""
    levels = [{"id": "low", "up_to_percent": 33.34}, {"id": "high"}]
    questionnaire = tiny(inherent(options={"a": 0, "b": 1, "c": 3}), levels=levels)
    assert assess(questionnaire, {"risk": "b"}).level.id == "low"


def test_one_level_takes_all():
    assert level_of(1000, levels=[{"id": "only"}]) == "only"


def test_a_level_by_rule_only_is_out_of_reach_of_points():
    q = tiny(inherent(), scoring={"inherent": {"maximum": 1}})  # 400%
    assert assess(q, {"risk": "all"}).level.id == "high"


RULED = tiny(
    inherent(),
    {"id": "public", "options": GATES},
    {"id": "banned_use", "options": GATES},
    rules=[
        {"id": "public_facing", "when": {"question": "public", "is": "yes"}, "level": "middle"},
        {"id": "mild", "when": {"question": "public", "is": "yes"}, "level": "low"},
        {"id": "forbidden", "when": {"question": "banned_use", "is": "yes"}, "level": "banned"},
        {"id": "severe", "when": {"question": "risk", "is": "all"}, "level": "high"},
    ],
)


def reasons(**given):
    result = assess(RULED, {"risk": "none", "public": "no", "banned_use": "no"} | given)
    return result.level.id, [(r.rule.id if r.rule else "points", r.level.id, r.decided) for r in result.reasons]


def test_points_alone_decide():
    assert reasons() == ("low", [("points", "low", True)])


def test_a_rule_raises_to_at_least_its_level():
    assert reasons(public="yes") == (
        "middle",
        [("points", "low", False), ("public_facing", "middle", True), ("mild", "low", False)],
    )


def test_no_rule_lowers():
    assert reasons(risk="all", public="yes") == (
        "high",
        [
            ("points", "high", True),
            ("severe", "high", True),
            ("public_facing", "middle", False),
            ("mild", "low", False),
        ],
    )


def test_every_contribution_is_named_and_the_highest_decides():
    assert reasons(risk="some", public="yes", banned_use="yes") == (
        "banned",
        [
            ("points", "middle", False),
            ("forbidden", "banned", True),
            ("public_facing", "middle", False),
            ("mild", "low", False),
        ],
    )


def test_the_words_of_the_reasons():
    given = {"risk": "none", "public": "yes", "banned_use": "no"}
    texts = [item["text"] for item in report_of(RULED, given)["result"]["reasons"]]
    assert texts == [
        "Residual risk 0% -> Low",
        "Rule public_facing -> at least Middle: Reason 1.",
        "Rule mild -> at least Low: Reason 2.",
    ]


def test_a_rule_looks_at_answers_that_apply_only():
    q = tiny(
        {"id": "first", "options": GATES},
        {"id": "gate", "options": GATES, "show_if": {"question": "first", "is": "yes"}},
        rules=[{"when": {"question": "gate", "is": "yes"}, "level": "banned"}],
    )
    assert assess(q, {"first": "no", "gate": "yes"}).level.id == "low"
    assert assess(q, {"first": "yes", "gate": "yes"}).level.id == "banned"


def test_a_blank_or_unsure_gate_is_not_matched():
    for given in ({}, {"public": UNSURE, "banned_use": UNSURE}):
        result = assess(RULED, {"risk": "none"} | given)
        assert result.level.id == "low"
        assert len(result.reasons) == 1


# What work on controls can do

CONTROLLED = {"mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 50}}


def reach(given, *rules, findings=()):
    q = tiny(
        inherent(options={"none": 0, "some": 60, "all": 100}, findings=list(findings)),
        control(),
        scoring=CONTROLLED,
        rules=list(rules),
    )
    result = assess(q, given)
    return result.level.id, result.best_level_by_controls.id, result.held_above_controls


def test_controls_could_lower_the_level():
    assert reach({"risk": "some", "guard": "no"}) == ("high", "middle", False)


def test_controls_have_lowered_it_already():
    assert reach({"risk": "some", "guard": "yes"}) == ("middle", "middle", True)


def test_a_rule_holds_it_whatever_the_controls():
    rule = {"when": {"question": "risk", "is": "some"}, "level": "high"}
    assert reach({"risk": "some", "guard": "no"}, rule) == ("high", "high", True)


def test_a_rule_on_a_control_falls_away_with_it():
    rule = {"when": {"question": "guard", "is": "no"}, "level": "banned"}
    assert reach({"risk": "some", "guard": "no"}, rule) == ("banned", "middle", False)


def test_a_rule_that_a_control_only_shares_stays():
    either = {"any": [{"question": "guard", "is": "no"}, {"question": "risk", "is": "some"}]}
    assert reach({"risk": "some", "guard": "no"}, {"when": either, "level": "high"}) == ("high", "high", True)
    both = {"all": [{"question": "guard", "is": "no"}, {"question": "risk", "is": "some"}]}
    assert reach({"risk": "some", "guard": "no"}, {"when": both, "level": "high"}) == ("high", "middle", False)


def blocked_reach(given, **findings):
    mitigation = CONTROLLED["mitigation"] | {
        "blocked_when": ["critical_finding", "incomplete", {"principle_below_percent": 60}]
    }
    q = tiny(
        inherent(options={"none": 0, "some": 60, "all": 100}, findings=findings.get("risk", [])),
        control(principles=["fair"], findings=findings.get("guard", [])),
        scoring={"mitigation": mitigation},
    )
    result = assess(q, given)
    return result.level.id, result.best_level_by_controls.id


def test_a_critical_finding_that_no_control_closes_keeps_blocking_the_credit():
    found = [{"on": ["some"], "severity": "critical"}]
    assert blocked_reach({"risk": "some", "guard": "no"}, risk=found) == ("high", "high")
    found = [{"when": {"question": "guard", "is": "no"}, "severity": "critical"}]
    assert blocked_reach({"risk": "some", "guard": "no"}, risk=found) == ("high", "middle")


def test_what_work_on_controls_closes_does_not():
    found = [{"on": ["no"], "severity": "critical"}]
    assert blocked_reach({"risk": "some", "guard": "no"}, guard=found) == ("high", "middle")  # and the principle rises
    assert blocked_reach({"risk": "some", "guard": UNSURE}) == ("high", "middle")  # and nothing is missing any more
