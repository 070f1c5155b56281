"""The list and the review by themselves: what is in which group, and what is said of it."""

import pytest

from aiassess import load_questionnaire
from aiassess.interview import review
from aiassess.interview.actors import find_actors
from aiassess.model.questionnaire import Tag
from aiassess.scoring.assess import score
from support.tiny import answer_set, control, inherent, tiny

PROOF = [
    {"id": "no", "label": "No"},
    {"id": "half", "label": "Half", "points": 2},
    {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "half"},
]
HARM = {"any": [{"question": "risk", "is": "all"}, {"question": "worse", "is": "all"}]}
PARTS = (
    inherent(actors=["owner"]),
    inherent("worse", actors=["owner", "lawyer"]),
    {"id": "people", "type": "number", "ref": "3"},
    control("guard", PROOF, actors=["lawyer"]),
    control("other", PROOF, findings=[{"on": ["yes"], "severity": "major"}]),
    control("bad", findings=[{"on": ["no"], "severity": "minor"}, {"on": ["no"], "severity": "critical"}]),
    control("poor", findings=[{"on": ["no"], "severity": "major"}]),
    control("weak", findings=[{"on": ["no"], "severity": "minor"}]),
    {"id": "remark", "required": False},
)
CHECKS = [
    {"id": "odd", "when": {"all": [{"question": "people", "at_most": 0}, HARM]}, "text": "Nobody, yet harm."},
    {"id": "none", "when": {"not": {"question": "people", "at_least": 1}}, "text": "Nobody."},
]
QUESTIONNAIRE = tiny(*PARTS, checks=CHECKS)
GOOD = {"risk": "none", "worse": "none", "people": 5, "guard": "no", "other": "no", "bad": "yes", "poor": "yes"}


def overview(given, **more):
    assessment = score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, GOOD | {"weak": "yes"} | given))
    return review.overview_of(assessment, "risk", "en", review=True, **more)


def groups(shown):
    """Return the groups by heading, each with its questions."""
    return {
        section.heading(section.items): [item.question_id for item in section.items]
        for section in shown.sections
        if not section.summary
    }


def test_what_is_to_be_looked_at_comes_first_in_groups():
    bare = {"guard": "yes", "other": "yes", "bad": "no", "poor": "no", "weak": "no"}
    shown = overview({"risk": None, "worse": {"status": "unsure"}, "people": {"value": 5, "confirmed": False}} | bare)
    assert groups(shown) == {
        "Still to be answered (1)": ["risk"],
        "Not sure (1)": ["worse"],
        "Carried over, to be confirmed (1)": ["people"],
        "Count less until there is evidence (2)": ["guard", "other"],
        "Red flags (2)": ["bad", "poor"],  # the critical one first; "other" is in a group already
    }
    assert all(section.advice for section in shown.sections[:-1])
    assert [item.lead for item in shown.sections[4].items] == ["Critical", "Major"]
    assert shown.sections[-1].summary == "1 answered, 1 blank (optional)"
    assert shown.open == {"missing": 1, "unsure": 1, "unconfirmed": 1}
    names = [item.question_id for section in shown.sections for item in section.items]
    assert sorted(names) == sorted(part["id"] for part in PARTS)


def test_red_flags_come_in_the_order_of_the_action_plan():
    parts = [control(name, findings=[{"on": ["no"], "severity": "major"}]) for name in ("first", "second", "third")]
    questionnaire = tiny(inherent(), *parts)
    given = {"risk": "none", "first": "no", "second": "no", "third": "no"}
    shown = review.overview_of(score(questionnaire, answer_set(questionnaire, given)), None, "en", review=True)
    assert groups(shown)["Red flags (3)"] == ["first", "second", "third"]


def test_a_contradiction_names_the_questions_by_whose_answers_it_holds():
    shown = overview({"people": 0, "worse": "all", "risk": {"value": "all", "confirmed": False}})
    assert groups(shown)["Contradictions (2)"] == ["people", "risk", "worse", "people"]
    (group,) = (section for section in shown.sections if section.id == "contradictions")
    assert [item.lead for item in group.items] == ["Nobody, yet harm."] * 3 + ["Nobody."]
    assert "Contradictions (1)" in groups(overview({"people": 0}))


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({}, "The report will be complete. Level: Low. Verdict: Ready."),
        (
            {"risk": None, "guard": {"status": "unsure"}, "worse": {"value": "none", "confirmed": False}},
            "The report will be incomplete (1 not answered, 1 not sure, 1 to be confirmed). Level: Middle. Verdict: Hold.",
        ),
    ],
)
def test_it_says_what_the_report_would_be(given, outcome):
    assert overview(given).outcome == outcome


def test_an_answer_that_leaves_the_result_undetermined_is_said():
    rule = {"when": {"question": "risk", "is": "all"}, "level": "banned", "unsure": "stop"}
    questionnaire = tiny(inherent(), rules=[rule])
    assessment = score(questionnaire, answer_set(questionnaire, {"risk": {"status": "unsure"}}))
    shown = review.overview_of(assessment, "risk", "en", review=True)
    assert shown.outcome == "The report will leave the result undetermined (1 not sure). Verdict: Stop."


def test_the_list_is_in_the_order_of_the_questionnaire():
    assessment = score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, {"people": 0}))
    (section,) = review.overview_of(assessment, None, "en", review=False).sections
    assert (section.heading(section.items), section.summary, section.advice) == ("Section main", "", "")
    assert [item.question_id for item in section.items] == [part["id"] for part in PARTS]


def test_those_to_ask_are_the_actors_of_the_questions_that_apply():
    shown = overview({})
    assert [actor.id for actor in shown.actors] == ["owner", "lawyer"]
    items = {item.question_id: item for section in shown.sections for item in section.items}
    assert (items["worse"].actors, items["people"].actors) == (("owner", "lawyer"), ())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("security_officer", ["security_officer"]),
        ("ictso", ["security_officer"]),
        ("  Vendor ", ["vendor"]),
        ("pembekal", ["vendor"]),
        ("Pegawai  data dan Pegawai Pengelas", ["data_officer"]),
        ("developer", ["developer"]),
        ("perlindungan", ["dpo"]),
        ("data", ["data_officer", "dpo"]),
        ("nobody", []),
    ],
)
def test_actors_are_found_by_id_by_title_and_by_a_part_of_it(wanted, found):
    assert [actor.id for actor in find_actors(load_questionnaire("gpaisa").actors, wanted)] == found


def test_an_exact_name_goes_before_a_part_of_another():
    actors = [Tag("user", {"en": "User"}), Tag("other", {"en": "User of something"})]
    assert find_actors(actors, "user") == actors[:1]
