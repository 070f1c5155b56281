"""What a report says of the frameworks that questions are mapped to."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.diff.compare import compare, is_empty
from aiassess.edition.changes import changes_between
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import renderer
from aiassess.report.crosswalk import references_of
from support.examples import examples
from support.strategies import documents, many_answers
from support.tiny import SET_ASIDE, UNSURE, checked, control, report_of, tiny

LAW = {"id": "law", "title": "Law", "references": ["Art. 1", "Art. 2", "Art. 3"]}
STATES = {
    "not answered": ({}, "open", "0%"),
    "unsure": ({"guard": UNSURE}, "open", "0%"),
    "set aside": ({"guard": SET_ASIDE}, "not_applicable", ""),
    "not in place": ({"guard": "no"}, "not_in_place", "0%"),
    "partly": ({"guard": "half"}, "partly", "50%"),
    "in place": ({"guard": "yes"}, "in_place", "100%"),
}


def mapped(*names, **more):
    return {"maps_to": {"law": [*names]}, **more}


def said(report):
    """Return what a report says of each reference, by its name: the states with their questions, and the rest."""
    ((title, references),) = references_of(report)
    assert title == "Law"
    return {
        name: ({state: [item["question"] for item in answers] for state, answers in states}, not_asked, share)
        for name, states, not_asked, share in references
    }


@pytest.mark.parametrize(("given", "state", "share"), STATES.values(), ids=STATES)
def test_how_a_control_was_answered(given, state, share):
    questionnaire = tiny(control(not_applicable=True, **mapped("Art. 2")), frameworks=[LAW])
    report = report_of(questionnaire, given)
    assert report["crosswalk"] == [{"id": "law", "title": "Law", "references": {"Art. 2": "guard"}}]
    assert said(report) == {"Art. 2": ({state: ["guard"]}, 0, share)}


def test_a_question_that_does_not_apply_and_one_that_asks_for_no_control():
    questionnaire = tiny(
        {"id": "name", "ref": "1a", **mapped("Art. 1")},
        control("first", **mapped("Art. 3")),
        control("then", show_if={"question": "first", "is": "yes"}, **mapped("Art. 3", "Art. 1")),
        frameworks=[LAW],
    )
    report = report_of(questionnaire, {"name": "Sorter", "first": "half"})
    first, third = report["crosswalk"][0]["references"].items()  # in the order of the list, without what nothing covers
    assert (first, third) == (("Art. 1", "name then"), ("Art. 3", "first then"))
    assert said(report) == {"Art. 1": ({"answered": ["name"]}, 1, ""), "Art. 3": ({"partly": ["first"]}, 1, "50%")}
    for name in ("html", "md"):
        words = renderer(name)(report)
        assert "not asked: 1" in words


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
        for name, ids in found[0]["references"].items():
            assert (
                ids.split()
                == [item["id"] for item in questions if name in item.get("maps_to", {}).get("law", [])]
                != []
            )
        assert {name for ids in found[0]["references"].values() for name in ids.split()} == {
            item["id"] for item in questions if "maps_to" in item
        }
        assert [*old] == [*new]
        assert all(old[name] == new[name] for name in old if name not in ("questionnaire", "digest"))
        diff = compare(old, new, questionnaires=[before, after])
        assert is_empty({**diff, "questionnaire": None})


def test_a_comparison_is_quiet_about_it():
    questionnaire = tiny(control(**mapped("Art. 1")), frameworks=[LAW])
    report = report_of(questionnaire, {"guard": "half"})
    assert is_empty(compare(report, copy.deepcopy(report), questionnaires=[questionnaire]))
