"""The explanation as data: rules, points, targets, one question, and what stands in the way."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_answers, load_questionnaire, score
from aiassess.explain.asked import Asked, target_of
from aiassess.explain.explanation import explain
from aiassess.explain.witness import witnesses
from aiassess.model import conditions as c
from aiassess.model.answers import UNANSWERED
from aiassess.render import EXPLANATION_FORMATS, renderer
from aiassess.scoring.conditions import holds
from support.each import each, tiers
from support.editions import ANSWERS
from support.examples import examples
from support.hostile import ONE_LINE, controls_in
from support.schemas import Schema
from support.strategies import questionnaires, random_answers
from support.tiny import UNSURE, answer_set, assess, control, inherent, tiny

EXAMPLES = sorted(ANSWERS.glob("*.json"))
READY = {"ready_at": {"controls": 50, "each_principle": 0}}
LEVELS = [
    {"id": "low", "up_to_percent": 25, **READY},
    {"id": "middle", "up_to_percent": 50, **READY},
    {"id": "high", **READY},
    {"id": "banned", "stop": True},
]
CREDIT = {"method": "linear", "from_percent": 0, "reduces_percent": 50}


def target(assessment, name, **asked):
    """Return the explanation's entry for one target."""
    wanted = Asked(target=target_of(assessment.questionnaire, name), **asked)
    (found,) = explain(assessment, wanted)["targets"]
    return found


def obstacles(assessment, name, **asked):
    found = target(assessment, name, **asked)
    assert found["plan"] is None
    return [(item["kind"], item["about"]) for item in found["obstacles"]], found


# Rules and points


def test_rules_are_met_open_or_not_met_because_of_answers():
    harmful = {"not": {"question": "harm", "is": "none"}}
    gate, door = {"question": "gate", "is": "yes"}, {"question": "door", "is": "yes"}
    q = tiny(
        inherent("harm"),
        {"id": "gate", "options": {"no": 0, "yes": 0}},
        {"id": "door", "options": {"no": 0, "yes": 0}},
        rules=[
            {"when": {"question": "harm", "is": "all"}, "level": "high"},
            {"when": {"all": [gate, harmful]}, "level": "banned", "unsure": "stop"},
            {"when": {"any": [door, gate]}, "level": "middle"},
        ],
    )
    found = explain(assess(q, {"harm": "all", "gate": UNSURE, "door": "no"}), Asked())
    shown = [(r["state"], r["decided"], [(b["question"], b["status"]) for b in r["because"]]) for r in found["rules"]]
    assert shown == [
        ("met", True, [("harm", "answered")]),
        ("open", False, [("gate", "unsure")]),
        ("not_met", False, [("door", "answered"), ("gate", "unsure")]),
    ]
    assert found["rules"][0]["because"][0]["label"] == "Option all"


def test_points_are_ranked_by_what_they_cost():
    q = tiny(inherent("a"), inherent("b", weight=3), control("c"), control("d", weight=2), control("e"))
    found = explain(assess(q, {"a": "all", "b": "some", "c": "half", "d": "no", "e": "yes"}), Asked())["points"]
    assert [(p["question"], p["cost"], p["maximum"], p["share_percent"]) for p in found["inherent"]] == [
        ("b", 6, 12, 60),
        ("a", 4, 4, 40),
    ]
    assert [(p["question"], p["cost"], p["share_percent"]) for p in found["controls"]] == [("d", 8, 80), ("c", 2, 20)]


# Plans


def test_a_plan_names_question_answers_actor_and_action():
    q = tiny(
        inherent("harm"),
        control("guard", findings=[{"on": ["no"], "severity": "major"}], actors=["owner"], evidence_hint="A log."),
        control("fence"),
        scoring={"mitigation": CREDIT},
        levels=LEVELS,
    )
    found = target(assess(q, {"harm": "some", "guard": "no", "fence": "half"}), "low")
    plan = found["plan"]
    assert (found["reached"], plan["effort"], plan["after"]["level"], plan["after"]["residual_points"]) == (
        False,
        4,
        "low",
        1,
    )
    (change,) = plan["changes"]
    assert (change["question"], change["label"], change["to"]) == ("guard", "Option no", "Option yes")
    assert (change["actor"], change["actor_title"]) == ("owner", "Owner")
    assert change["actions"] == ["Do 1 of guard."]
    assert change["evidence_hint"] == "A log."


def test_what_is_reached_needs_no_change():
    found = target(assess(tiny(inherent("harm")), {"harm": "none"}), "middle")
    assert found["reached"]
    assert found["plan"]["changes"] == []


def test_by_default_the_next_lower_level_and_ready_are_the_targets():
    q = tiny(inherent("harm"), control("guard"), levels=LEVELS)
    high = explain(assess(q, {"harm": "all", "guard": "no"}), Asked())
    assert [(t["kind"], t["name"]) for t in high["targets"]] == [("level", "middle"), ("verdict", "ready")]
    low = explain(assess(q, {"harm": "none", "guard": "yes"}), Asked())
    assert low["targets"] == []


def test_a_required_text_is_answered_where_ready_asks_for_it():
    found = target(assess(tiny(inherent("harm"), {"id": "words"}, levels=LEVELS), {"harm": "none"}), "ready")
    (change,) = found["plan"]["changes"]
    assert (change["question"], change["any_value"], change["to"]) == ("words", True, None)


# Obstacles


def test_a_rule_holds_the_level_whatever_controls_say():
    rules = [{"when": {"question": "harm", "is": "all"}, "level": "high"}]
    q = tiny(inherent("harm"), control("guard"), rules=rules, scoring={"mitigation": {**CREDIT, "reduces_percent": 90}})
    a = assess(q, {"harm": "all", "guard": "no"})
    found, whole = obstacles(a, "middle")
    assert found == [("rule", ["rule_1"])]
    assert "rule_1" in whole["obstacles"][0]["text"]
    assert "no control can lower it" in whole["obstacles"][0]["text"]
    assert "Option all" in whole["obstacles"][0]["text"]
    assert target(a, "middle", any_answer=True)["plan"]["changes"][0]["question"] == "harm"


def test_points_that_no_credit_brings_low_enough_are_reckoned_up():
    q = tiny(inherent("harm"), control("guard"), scoring={"mitigation": CREDIT})
    found, whole = obstacles(assess(q, {"harm": "all", "guard": "no"}), "low")
    assert found == [("points", [])]
    assert "4 of 4 points" in whole["obstacles"][0]["text"]
    assert "leaves 2 (50%)" in whole["obstacles"][0]["text"]


def test_unanswered_questions_about_the_system_come_first():
    q = tiny(
        inherent("harm", ref="1"),
        inherent("scale", ref="2"),
        control("guard"),
        scoring={"mitigation": {**CREDIT, "blocked_when": ["incomplete"]}},
        levels=LEVELS,
    )
    a = assess(q, {"harm": "some", "guard": "yes"})
    assert obstacles(a, "ready")[0] == [("missing", ["scale"])]
    found, whole = obstacles(a, "middle")
    assert found == [("points", [])]
    assert "unanswered" in whole["obstacles"][0]["text"]


def test_a_critical_finding_about_the_system_stays_open():
    q = tiny(inherent("harm", findings=[{"on": ["all"], "severity": "critical"}]), control("guard"), levels=LEVELS)
    found, whole = obstacles(assess(q, {"harm": "all", "guard": "yes"}), "ready")
    assert [kind for kind, _ in found] == ["finding"]
    assert "Finding 1 of harm." in whole["obstacles"][0]["text"]


def test_an_unsure_gate_stays_open():
    rules = [{"when": {"question": "gate", "is": "yes"}, "level": "banned", "unsure": "stop"}]
    q = tiny(inherent("harm"), {"id": "gate", "options": {"no": 0, "yes": 0}}, control("guard"), rules=rules)
    assert obstacles(assess(q, {"harm": "none", "gate": UNSURE, "guard": "yes"}), "hold")[0] == [("unsure", ["gate"])]


def test_a_share_that_cannot_be_reached():
    levels = [{"id": "low", "ready_at": {"controls": 0, "each_principle": 100}}]
    guard = control("guard", {"no": 0, "yes": 4}, principles=["fair"], show_if={"question": "fence", "is": "no"})
    fence = control("fence", {"no": 0, "yes": 4}, principles=["fair"])
    trap = control("trap", {"no": 0, "yes": 4}, principles=["fair"], show_if={"question": "fence", "is": "yes"})
    q = tiny(fence, guard, trap, levels=levels, scoring={"controls": {"maximum": "all"}})
    found, whole = obstacles(assess(q, {"fence": "no", "guard": "no", "trap": "no"}), "ready")
    assert found == [("share", ["fair"])]
    assert whole["obstacles"][0]["text"].startswith("Fair:")


def test_what_clashes_is_named_together():
    levels = [{"id": "low", "ready_at": {"controls": 100, "each_principle": 0}}, {"id": "banned", "stop": True}]
    rules = [{"when": {"question": "guard", "is": "yes"}, "level": "banned"}]
    q = tiny(control("guard"), levels=levels, rules=rules)
    found, whole = obstacles(assess(q, {"guard": "half"}), "ready")
    assert whole["together"]
    assert sorted(kind for kind, _ in found) == ["rule", "share"]


# One question


def test_one_question_shows_what_each_other_answer_would_give():
    rules = [{"when": {"question": "harm", "is": "all"}, "level": "banned"}]
    q = tiny(inherent("harm", principles=["fair"]), control("guard"), rules=rules)
    a = assess(q, {"harm": "some", "guard": "no"})
    found = explain(a, Asked(question=q.by_id["harm"]))["question"]
    assert (found["points"], found["maximum"], found["rules"], found["principles"]) == (2, 4, ["rule_1"], ["Fair"])
    assert [(i["label"], i["points"], i["level"], i["verdict"]) for i in found["instead"]] == [
        ("Option none", 0, "low", "ready"),
        ("Option all", 4, "banned", "stop"),
    ]


# Every explanation


SCHEMA = Schema("explanation")


@examples(50)
@given(st.booleans(), st.randoms(use_true_random=False), st.booleans(), st.data())
def test_it_is_valid_and_every_renderer_takes_it(by_level, random, any_answer, data):
    q = data.draw(questionnaires(by_level=by_level))
    a = score(q, answer_set(q, random_answers(q, random, proven=0.3, unconfirmed=0.3)))
    question = data.draw(st.sampled_from([None, *q.questions]))
    found = explain(a, Asked(question=question, any_answer=any_answer))
    SCHEMA.validate(json.loads(json.dumps(found)))
    for name in EXPLANATION_FORMATS:
        assert renderer(name, "explanation")(found).endswith("\n")


@examples(100)
@given(questionnaires(), st.randoms(use_true_random=False))
def test_witnesses_alone_decide_a_condition(q, random):
    """Whatever all other questions were answered, the condition would be what it is."""
    a = score(q, answer_set(q, random_answers(q, random)))
    other = score(q, answer_set(q, random_answers(q, random)))

    def facts(name, among=None):
        mark = (a if among is None or name in among else other).marks.get(name)
        return mark.answer if mark else UNANSWERED

    for rule in q.rules:
        chosen = witnesses(rule.when, facts)
        assert set(chosen) <= set(c.questions_in(rule.when))
        assert holds(rule.when, lambda name, chosen=chosen: facts(name, chosen)) == holds(rule.when, facts)


IN_TURN = list(zip(EXAMPLES, itertools.cycle(["en", "ms"])))
THE_OTHER = list(zip(EXAMPLES, itertools.cycle(["ms", "en"])))


@pytest.mark.parametrize(
    ("file", "lang"),
    tiers(fast=IN_TURN, deep=THE_OTHER),
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_examples(file, lang):
    q = load_questionnaire("gpaisa@1.0.0")
    found = explain(score(q, load_answers(file, q)), Asked(), lang)
    SCHEMA.validate(json.loads(json.dumps(found)))
    assert found["questionnaire"]["statement"] in renderer("md", "explanation")(found).replace("\\", "")


@each("n", range(4, 9))
def test_a_screen_lists_a_few_rules_not_met_and_a_page_all(n):
    rules = [{"id": f"rule_{i}", "when": {"question": "harm", "is": "some"}, "level": "high"} for i in range(n)]
    found = explain(assess(tiny(inherent("harm"), rules=rules, levels=LEVELS), {"harm": "none"}), Asked())
    screen, page = (renderer(name, "explanation")(found) for name in ("text", "md"))
    assert [line for line in page.splitlines() if "rule" in line] == [f"  - rule\\_{i}" for i in range(n)]
    assert screen.count("\n  - rule_") == min(n, 5)
    assert ("  - and" in screen) == (n > 5) == (f"  - and {n - 5} more\n" in screen)


def test_a_number_is_written_as_in_a_report():
    people = {"id": "people", "type": "number", "unit": "people", "score": "inherent", "bands": [{"points": 2}]}
    found = explain(assess(tiny(people), {"people": 12000}), Asked())
    assert [row["label"] for row in found["points"]["inherent"]] == ["12,000 people"]


@each("text", ONE_LINE)
def test_hostile_text_stays_text(text):
    rules = [{"when": {"question": "words", "answered": True}, "level": "middle"}]
    q = tiny({"id": "words"}, inherent("harm"), rules=rules, subject={"system": "words"})
    found = explain(assess(q, {"words": text, "harm": "none"}), Asked())
    for name in ("md", "text"):
        assert not controls_in(renderer(name, "explanation")(found)), name
