"""What a report says of the frameworks that questions are mapped to."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.diff.compare import compare, is_empty
from aiassess.edition.changes import changes_between
from aiassess.questionnaire.freeze import build_questionnaire
from support.examples import examples
from support.strategies import documents, many_answers
from support.tiny import SET_ASIDE, UNSURE, checked, control, report_of, tiny

LAW = {"id": "law", "title": "Law", "references": ["Art. 1", "Art. 2", "Art. 3"]}
STATES = {
    "not answered": ({}, "open", 0, 4),
    "unsure": ({"guard": UNSURE}, "open", 0, 4),
    "set aside": ({"guard": SET_ASIDE}, "not_applicable", 0, 0),
    "not in place": ({"guard": "no"}, "not_in_place", 0, 4),
    "partly": ({"guard": "half"}, "partly", 2, 4),
    "in place": ({"guard": "yes"}, "in_place", 4, 4),
}


def mapped(*names, **more):
    return {"maps_to": {"law": [*names]}, **more}


@pytest.mark.parametrize(("given", "state", "points", "maximum"), STATES.values(), ids=STATES)
def test_how_a_control_was_answered(given, state, points, maximum):
    questionnaire = tiny(control(not_applicable=True, **mapped("Art. 2")), frameworks=[LAW])
    found = report_of(questionnaire, given)["crosswalk"]
    assert found["questions"] == [{"question": "guard", "ref": None, "state": state}]
    (law,) = found["frameworks"]
    assert (law["id"], law["title"]) == ("law", "Law")
    percent = 100 * points // maximum if maximum else None
    assert law["references"] == [
        {"reference": "Art. 2", "points": points, "maximum": maximum, "percent": percent, "questions": ["guard"]}
    ]


def test_a_question_that_does_not_apply_and_one_that_asks_for_no_control():
    questionnaire = tiny(
        {"id": "name", "ref": "1a", **mapped("Art. 1")},
        control("first", **mapped("Art. 3")),
        control("then", show_if={"question": "first", "is": "yes"}, **mapped("Art. 3", "Art. 1")),
        frameworks=[LAW],
    )
    found = report_of(questionnaire, {"name": "Sorter", "first": "half"})["crosswalk"]
    assert found["questions"] == [
        {"question": "name", "ref": "1a", "state": "answered"},
        {"question": "first", "ref": None, "state": "partly"},
        {"question": "then", "ref": None, "state": "not_applicable"},
    ]
    first, third = found["frameworks"][0]["references"]  # in the order of the list, without what nothing covers
    assert (first["reference"], first["questions"], first["percent"]) == ("Art. 1", ["name", "then"], None)
    assert (third["reference"], third["questions"], third["percent"]) == ("Art. 3", ["first", "then"], 50)


def test_without_frameworks_nothing_is_said():
    assert "crosswalk" not in report_of(tiny(control()), {})


@examples(30)
@given(documents(), st.data())
def test_a_mapping_changes_nothing_else(whole, data):
    """Whatever is mapped, the rest of a report is the same, and a comparison of reports has nothing to say of it."""
    before = build_questionnaire(copy.deepcopy(whole))
    questions = [question for section in whole["sections"] for question in section["questions"]]
    for question in questions:
        if places := data.draw(st.lists(st.sampled_from(LAW["references"]), unique=True)):
            question["maps_to"] = {"law": places}
    after = build_questionnaire(checked({**whole, "frameworks": [LAW]}))
    assert {change.needs for change in changes_between(before, after)} == {"patch"}
    for answers, _ in many_answers(after, data.draw(st.integers(0, 99)), 3):
        old, new = report_of(before, answers), report_of(after, answers)
        found = new.pop("crosswalk")
        for one in found["frameworks"][0]["references"]:
            mapped_here = [
                item["id"] for item in questions if one["reference"] in item.get("maps_to", {}).get("law", [])
            ]
            assert one["questions"] == mapped_here != []
            counted = [
                item for item in new["answers"] if item["question"] in mapped_here and item["score"] == "control"
            ]
            assert one["points"] == sum(item["points"] for item in counted)
            assert one["maximum"] == sum(item["maximum"] for item in counted)
        assert {item["question"] for item in found["questions"]} == {q["id"] for q in questions if "maps_to" in q}
        assert [*old] == [*new]
        assert all(old[name] == new[name] for name in old if name not in ("questionnaire", "digest"))
        diff = compare(old, new, questionnaires=[before, after])
        assert is_empty({**diff, "questionnaire": None})


def test_a_comparison_is_quiet_about_it():
    questionnaire = tiny(control(**mapped("Art. 1")), frameworks=[LAW])
    report = report_of(questionnaire, {"guard": "half"})
    assert is_empty(compare(report, copy.deepcopy(report), questionnaires=[questionnaire]))
