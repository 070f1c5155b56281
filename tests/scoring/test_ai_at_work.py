"""ai_at_work: the levels that docs/ai-at-work.md works by hand, and what its rules may never let through."""

import json
import re
from pathlib import Path

import pytest

from aiassess import build_report, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.render import renderer

QUESTIONNAIRE = load_questionnaire("ai_at_work")
EXAMPLES = Path(__file__).parents[2] / "examples-units"
FIRST_PART = ("unit", "data", "use")

# name: level, inherent points, points of controls and their maximum, questions asked, verdict
UNITS = {
    "translation": ("basic", 2, (16, 25), 34, "ready"),
    "replies": ("careful", 11, (46, 52), 47, "ready"),
    "personal-accounts": ("sensitive", 18, (3, 43), 39, "hold"),
}


def result(name, **changes):
    document = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    document["answers"].update(changes)
    return score(QUESTIONNAIRE, check_answers(document, QUESTIONNAIRE, name))


@pytest.mark.parametrize("name", UNITS)
def test_the_examples_come_to_what_was_worked_by_hand(name):
    found = result(name)
    controls = (found.controls.points, found.controls.maximum)
    assert (found.level.id, found.inherent.points, controls, len(found.marks), found.verdict) == UNITS[name]
    assert found.inherent.maximum == 30
    assert found.status == "complete"
    assert not found.contradictions


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_a_report_is_of_a_unit(lang):
    report = build_report(result("replies"), lang)
    assert report["about"]["assesses"] == "unit"
    text = renderer("text")(report)
    assert f"\nUnit: {report['about']['system']}\n" in text
    assert not re.search(r"^(System|Sistem):", text, re.MULTILINE)


def test_every_example_is_worked():
    assert {file.stem for file in EXAMPLES.iterdir()} == set(UNITS)


def test_it_is_sound():
    assert lint_questionnaire("ai_at_work") == []


@pytest.mark.parametrize(
    ("name", "changes", "level"),
    [
        ("replies", {"prompt_data": "classified"}, "sensitive"),
        ("replies", {"prompt_data": "classified", "accounts": "mixed"}, "not_permitted"),
        ("replies", {"prompt_data": "classified", "accounts": "personal"}, "not_permitted"),
        ("replies", {"accounts": "mixed"}, "sensitive"),
        ("replies", {"personal_data": "sensitive"}, "careful"),
        ("replies", {"personal_data": "sensitive", "accounts": "mixed"}, "not_permitted"),
        ("replies", {"provider_reuse": "trains"}, "sensitive"),
        ("translation", {"provider_reuse": "trains"}, "basic"),
        ("translation", {"prompt_data": "official"}, "careful"),
        ("translation", {"personal_data": "ordinary"}, "careful"),
        ("translation", {"readers": "government"}, "careful"),
        ("translation", {"uses": ["publications"]}, "careful"),
        ("translation", {"acts": "confirmed"}, "careful"),
        ("translation", {"assistants": ["agent"]}, "careful"),
        ("translation", {"error_effect": "serious"}, "sensitive"),
        ("translation", {"uses": ["people_decisions"]}, "sensitive"),
        ("translation", {"uses": ["people_decisions"], "acts": "alone"}, "not_permitted"),
    ],
)
def test_what_points_would_average_away(name, changes, level):
    assert result(name, **changes).level.id == level


@pytest.mark.parametrize(
    "changes",
    [
        {"prompt_data": {"status": "unsure"}, "accounts": "mixed"},
        {"prompt_data": "classified", "accounts": {"status": "unsure"}},
        {"personal_data": "sensitive", "accounts": {"status": "unsure"}},
    ],
)
def test_unsure_of_what_would_stop_it_holds_it(changes):
    found = result("replies", **changes)
    assert (found.status, found.verdict) == ("incomplete", "hold")
    assert found.level_range[1].id == "not_permitted"


@pytest.mark.parametrize("level", QUESTIONNAIRE.levels, ids=lambda level: level.id)
def test_no_control_changes_a_level(level):
    changes = {"basic": {}, "careful": {"prompt_data": "official"}, "sensitive": {"error_effect": "serious"}}.get(
        level.id, {"prompt_data": "classified", "accounts": "mixed"}
    )
    assert result("translation", **changes).level.id == level.id
    controls = {question.id: "none" for question in QUESTIONNAIRE.questions if question.score == "control"}
    controls |= {"trained_share": "few", "training_covers": ["none"]}
    assert result("translation", **changes, **controls).level.id == level.id


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"trained": 41}, None),
        ({"officers": 20, "trained": 21}, "trained_above_officers"),
        ({"officers": 50, "active_users": 51}, "users_above_officers"),
        ({"officers": 10, "saving_time": 11}, "saving_above_officers"),
        ({"active_users": 0}, "saving_without_users"),
        ({"uses": ["none_yet"]}, "used_or_not"),
        ({"assistants": ["none"]}, "used_or_not"),
        ({"trained": 0}, "share_without_trained"),
        ({"assistants": ["agent"]}, "agent_without_actions"),
        ({"accounts": "personal"}, "licences_without_approval"),
        ({"hours_saved": 12, "hours_method": "guess"}, "hours_only_guessed"),
        ({"prompt_data": "open"}, "open_but_personal"),
        ({"accounts": "personal", "licences": 0}, "personal_but_bound"),
    ],
)
def test_contradictions(changes, check):
    found = [item.id for item in result("replies", **changes).contradictions]
    assert check in found if check else not found


def test_drafts_of_replies_that_nobody_confirms_hold_the_use():
    found = result("replies", replies_confirmed="none")
    assert found.verdict == "hold"
    assert [item.finding.severity for item in found.findings if item.question.id == "replies_confirmed"] == ["critical"]


def test_a_unit_that_uses_nothing_yet_can_say_so_and_prepare():
    nothing = {"assistants": ["none"], "uses": ["none_yet"], "active_users": 0, "error_effect": "none"}
    found = result("translation", **nothing, output_verified="planned")
    assert (found.level.id, found.inherent.points, found.verdict, found.contradictions) == ("basic", 0, "ready", ())


def test_a_unit_that_does_not_know_its_tools_is_on_hold():
    assert result("translation", assistants=["unknown"]).verdict == "hold"


def test_the_first_part_settles_the_level():
    """Whatever carries points of risk, or a rule looks at, is asked before the first control."""
    first = {question.id for section in QUESTIONNAIRE.sections[:3] for question in section.questions}
    assert tuple(section.id for section in QUESTIONNAIRE.sections[:3]) == FIRST_PART
    assert {question.id for question in QUESTIONNAIRE.questions if question.score == "inherent"} <= first
