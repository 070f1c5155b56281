"""What explain says of levels by inherent risk, evidence that counts, confirmation, and rules that have a title."""

import pytest

from aiassess.explain.asked import Asked, target_of
from aiassess.explain.explanation import explain
from aiassess.explain.plan import any_answer, controls_only, find_plan
from aiassess.render import EXPLANATION_FORMATS, renderer
from support.tiny import assess, control, inherent, tiny

READY = {"ready_at": {"controls": 60, "each_principle": 0}}
LEVELS = [{"id": "low", "up_to_percent": 25, **READY}, {"id": "high", **READY}, {"id": "banned", "stop": True}]
LINEAR = {"method": "linear", "from_percent": 0, "reduces_percent": 90}
WITH_PROOF = [
    {"id": "no", "label": "No"},
    {"id": "planned", "label": "Planned", "points": 1},
    {"id": "yes", "label": "In place", "points": 4, "without_evidence": "planned"},
]
PROOF = [{"reference": "A letter"}]
RULE = {"when": {"question": "gate", "is": "yes"}, "level": "high", "title": "A gate"}
GATE = {"id": "gate", "options": {"no": 0, "yes": 0}}


def by_inherent(*questions, **parts):
    scoring = {"level_from": "inherent", "mitigation": LINEAR}
    return tiny(*questions, levels=LEVELS, scoring=scoring, **parts)


def plan(assessment, name, free=any_answer):
    found = find_plan(assessment, target_of(assessment.questionnaire, name), free)
    changes = [(c.question.id, c.candidate.answer.value, bool(c.candidate.answer.evidence)) for c in found.changes]
    return changes, [question.id for question in found.confirm], found.effort


def text(assessment, **asked):
    return " ".join(renderer("text", "explanation")(explain(assessment, Asked(**asked))).split())


# Evidence


@pytest.mark.parametrize(
    ("given", "expected", "effort"),
    [
        ("no", [("guard", "yes", True)], 4),
        ("yes", [("guard", "yes", True)], 3),
        ({"value": "no", "evidence": PROOF}, [("guard", "yes", True)], 4),
        ({"value": "yes", "evidence": PROOF}, [], 0),
    ],
)
def test_what_counts_less_without_evidence_is_chosen_with_some(given, expected, effort):
    assessment = assess(by_inherent(inherent(), control("guard", WITH_PROOF)), {"risk": "none", "guard": given})
    assert plan(assessment, "ready") == (expected, [], effort)


def test_evidence_that_was_given_stays_and_none_is_asked_for_where_none_counts():
    q = by_inherent(inherent(), control("guard", WITH_PROOF), control("fence"))
    assessment = assess(q, {"risk": "none", "guard": {"value": "no", "evidence": PROOF}, "fence": "no"})
    assert plan(assessment, "ready") == ([("guard", "planned", True), ("fence", "yes", False)], [], 5)
    (target,) = explain(assessment, Asked())["targets"]
    assert [change["evidence"] for change in target["plan"]["changes"]] == [None, None]


@pytest.mark.parametrize(
    ("given", "kind", "told"),
    [
        ("yes", "alone", "give evidence for “In place”, which does not count in full without it"),
        ("no", "with_answer", "from No to In place (evidence recorded)"),
    ],
)
def test_evidence_is_told_as_what_is_to_be_done(given, kind, told):
    assessment = assess(by_inherent(inherent(), control("guard", WITH_PROOF)), {"risk": "none", "guard": given})
    (target,) = explain(assessment, Asked())["targets"]
    assert [change["evidence"] for change in target["plan"]["changes"]] == [kind]
    assert told in text(assessment)


def test_several_choices_are_ticked_with_evidence():
    several = {**control("guard", WITH_PROOF), "type": "choices"}
    assessment = assess(by_inherent(inherent(), several), {"risk": "none", "guard": ["planned"]})
    assert "choose also: In place. no longer choose: Planned. give evidence" in text(assessment)


def test_one_question_shows_its_own_answer_with_evidence_too():
    q = by_inherent(inherent(), control("guard", WITH_PROOF))
    shown = explain(assess(q, {"risk": "none", "guard": "yes"}), Asked(question=q.by_id["guard"]))["question"]
    assert (shown["label"], shown["points"], shown["unevidenced"]) == ("In place", 1, True)
    rows = [(i["label"], i["with_evidence"], i["points"], i["verdict"]) for i in shown["instead"]]
    assert rows == [
        ("No", False, 0, "conditional"),
        ("Planned", False, 1, "conditional"),
        ("In place", True, 4, "ready"),
    ]


# Confirmation


def test_only_a_target_that_needs_it_asks_for_confirmation():
    q = by_inherent(inherent(), control())
    old = {"value": "all", "confirmed": False}
    assessment = assess(q, {"risk": old, "guard": {"value": "half", "confirmed": False}})
    assert plan(assessment, "low") == ([("risk", "none", False)], [], 4)
    assert plan(assessment, "ready", controls_only(assessment)) == ([("guard", "yes", False)], ["risk"], 2)
    assert plan(assessment, "conditional") == ([], ["risk", "guard"], 0)
    told = text(assessment, target=target_of(q, "conditional"))
    assert "No answer has to change. Confirm that 2 answers carried over from an earlier assessment still hold" in told


def test_a_credit_that_waits_for_a_complete_assessment_waits_for_confirmation():
    mitigation = {**LINEAR, "blocked_when": ["incomplete"]}
    q = tiny(inherent(), control(), scoring={"mitigation": mitigation}, levels=LEVELS)
    given = {"risk": {"value": "all", "confirmed": False}, "guard": "yes"}
    assert plan(assess(q, given), "low", controls_only(assess(q, given))) == ([], ["risk"], 0)
    unreachable = tiny(
        inherent(), control(), scoring={"mitigation": {**mitigation, "reduces_percent": 10}}, levels=LEVELS
    )
    assert "Controls reduce it by at most 10%" in text(assess(unreachable, given))


def test_questions_that_do_not_apply_then_need_no_confirmation():
    q = by_inherent(inherent(), control(show_if={"level_at_least": "high"}), control("fence", required=False))
    old = {"value": "yes", "confirmed": False}
    assessment = assess(q, {"risk": "all", "guard": old})
    assert plan(assessment, "low") == ([("risk", "none", False)], [], 4)
    assert plan(assessment, "ready", controls_only(assessment)) == ([("fence", "half", False)], ["guard"], 2)


# Levels


def test_where_no_control_lowers_the_level_it_says_what_would_have_to_be_otherwise():
    q = by_inherent(GATE, inherent(), control(), rules=[RULE])
    found = explain(assess(q, {"gate": "yes", "risk": "all", "guard": "yes"}), Asked(target=target_of(q, "low")))
    controls, otherwise = found["targets"]
    assert [item["kind"] for item in controls["obstacles"]] == ["rule", "points"]
    assert "Inherent risk is 4 of 4 points (100%), and no control lowers it" in controls["obstacles"][1]["text"]
    assert otherwise["scope"] == "any_answer"
    assert [change["question"] for change in otherwise["plan"]["changes"]] == ["gate", "risk"]
    assert otherwise["plan"]["after"]["inherent_points"] == 0


def test_nothing_need_be_otherwise_where_a_control_lowers_the_level_or_is_asked_about():
    rule = {"when": {"question": "guard", "is": "no"}, "level": "high"}
    q = by_inherent(inherent(), control(), rules=[rule])
    assessment = assess(q, {"risk": "none", "guard": "no"})
    low = target_of(q, "low")
    assert [t["scope"] for t in explain(assessment, Asked(target=low))["targets"]] == ["controls"]
    assert [t["scope"] for t in explain(assessment, Asked(target=low, any_answer=True))["targets"]] == ["any_answer"]
    residual = tiny(inherent(), control(), levels=LEVELS)
    found = explain(assess(residual, {"risk": "all", "guard": "yes"}), Asked(target=low))
    assert [t["scope"] for t in found["targets"]] == ["controls"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"gate": "yes", "risk": "none"},
            ["Nothing still open", "all of this would have to be different: A gate."],
        ),
        ({"risk": "all"}, ["Nothing still open", "different: inherent risk of 100%."]),
        (
            {"gate": {"value": "yes", "confirmed": False}, "guard": "yes", "risk": "all"},
            ["Only an answer still"],
        ),
        ({"gate": "no", "risk": "none"}, ["Nothing still open"]),  # the lowest: no lower one
        ({"gate": "no"}, []),
        ({"gate": "no", "risk": "all", "guard": "no"}, []),  # nothing is open
    ],
)
def test_a_settled_level_is_said_to_be_and_what_holds_it(given, expected):
    q = by_inherent(GATE, inherent(), control(), rules=[RULE])
    told = text(assess(q, given))
    for part in expected:
        assert part in told
    assert ("This is proven. " in told.split("WHERE")[0]) == bool(expected)
    assert ("different: " in told) == any("different" in part for part in expected) or "confirmed" in str(given)


# Rules


@pytest.mark.parametrize("name", EXPLANATION_FORMATS)
def test_people_read_titles_of_rules_and_programs_their_ids(name):
    gates = [GATE, {"id": "door", "options": {"no": 0, "yes": 0}}]
    door = {"when": {"question": "door", "is": "yes"}, "level": "banned", "unsure": "stop", "title": "A door"}
    q = by_inherent(*gates, inherent(), rules=[RULE, door])
    for given in ({"gate": "no", "door": "no"}, {"gate": "yes", "door": {"status": "unsure"}}):
        for question in (None, q.by_id["gate"]):
            found = explain(assess(q, given), Asked(question=question))
            found["result"]["reasons"] = []  # as the report says them
            told = renderer(name, "explanation")(found).replace("\\", "")
            assert ("rule_1" in told) == ("rule_2" in told) == (name == "json")
            assert "A gate" in told
            assert "A door" in told


def test_an_option_that_names_its_evidence_is_not_told_of_it_in_the_same_words():
    for language, proof in (("en", "with evidence"), ("ms", "dengan bukti")):
        options = [*WITH_PROOF[:2], {**WITH_PROOF[2], "label": f"Done, {proof}"}]
        questionnaire = by_inherent(inherent(), control("guard", options), languages=[language])
        found = explain(assess(questionnaire, {"risk": "none", "guard": "no"}), Asked(), language)
        told = " ".join(renderer("text", "explanation")(found).split())
        assert f"Done, {proof} (" in told
        assert f"{proof}, {proof}" not in told
