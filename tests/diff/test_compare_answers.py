"""Answers, notes, evidence, risks, findings and the rest: each change is listed, and nothing else."""

import pytest

from aiassess.render import renderer
from support.differences import between, changes_in, compared
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, control, inherent, report_of, tiny

RISK = {"title": "Bias", "likelihood": 2, "consequence": 3}


def only_answer(old, new):
    (change,) = between(EVERY_TYPE, old, new)["answers"]
    return change


@pytest.mark.parametrize(
    ("question", "old", "new", "change"),
    [
        ("pick", None, "red", "added"),
        ("pick", "red", None, "removed"),
        ("pick", "red", "blue", "changed"),
        ("pick", None, UNSURE, "added"),
        ("pick", UNSURE, "red", "changed"),
        ("pick", "red", SET_ASIDE, "changed"),
        ("several", ["one"], ["one", "two"], "changed"),
        ("words", "one", "two", "changed"),
        ("count", 1, 2, "changed"),
        ("rate", 1, 1.5, "changed"),
        ("day", "2026-01-31", "2026-02-01", "changed"),
        ("register", [RISK], [RISK | {"likelihood": 1}], "changed"),
    ],
)
def test_every_change_of_an_answer(question, old, new, change):
    given = [{} if value is None else {question: value} for value in (old, new)]
    found = only_answer(*given)
    assert (found["question"], found["change"], found["because"]) == (question, change, None)
    sides = {
        side: None if entry is None else entry["value"] if entry["status"] == "answered" else entry["status"]
        for side, entry in (("old", found["old"]), ("new", found["new"]))
    }
    wanted = [
        "unanswered" if value is None else value.get("status") if isinstance(value, dict) else value
        for value in (old, new)
    ]
    assert [sides["old"], sides["new"]] == wanted


def test_whom_an_answer_is_left_to():
    questionnaire = tiny(control(actors=["ictso", "lawyer"]))
    nobody, ictso, lawyer = UNSURE, UNSURE | {"for": "ictso"}, UNSURE | {"for": "lawyer"}
    titles = {None: None, "ictso": {"id": "ictso", "title": "Ictso"}, "lawyer": {"id": "lawyer", "title": "Lawyer"}}
    for old, new, change in (
        (ictso, lawyer, None),
        (nobody, ictso, None),
        (ictso, nobody, None),
        (lawyer, "yes", "changed"),
    ):
        whole = between(questionnaire, {"guard": old}, {"guard": new})
        (found,) = whole["answers"]
        who = [titles[entry.get("for") if isinstance(entry, dict) else None] for entry in (old, new)]
        assert (found["change"], found["waits_for"]) == (change, {"old": who[0], "new": who[1]})
        shown = " ".join(renderer("text", "diff")(whole).split())
        named = [each["title"] for each in who if each]
        sign = "" if len(named) == 2 else "+ " if who[1] else "- "
        assert f"{sign}Waits for: {' → '.join(named)}" in shown
        assert ("whom to ask on 1" in shown) == (change is None)
    assert between(questionnaire, {"guard": ictso}, {"guard": ictso})["answers"] == []


def test_labels_stand_beside_values():
    found = only_answer({"pick": "red"}, {"pick": "blue"})
    assert (found["old"]["label"], found["new"]["label"]) == ("Option red", "Option blue")


def test_of_several_options_those_that_came_and_went():
    found = only_answer({"several": ["one", "two"]}, {"several": ["two", "three"]})
    assert found["options"] == {
        "added": [{"id": "three", "label": "Option three"}],
        "removed": [{"id": "one", "label": "Option one"}],
    }


@pytest.mark.parametrize(("question", "value"), [("several", ["two", "one"]), ("rate", 2.0), ("count", 3)])
def test_the_same_in_other_words_is_no_change(question, value):
    written = {"several": ["one", "two"], "rate": 2, "count": {"value": 3}}[question]
    assert changes_in(between(EVERY_TYPE, {question: value}, {question: written})) == set()


def test_the_order_of_risks_and_evidence_is_no_change():
    other = {"title": "Error", "likelihood": 1, "consequence": 1}
    proof = [{"reference": "A"}, {"reference": "B", "date": "2026-01-01"}]
    old = {"register": [RISK, other], "pick": {"value": "red", "evidence": proof}}
    new = {"register": [other, RISK], "pick": {"value": "red", "evidence": proof[::-1]}}
    assert changes_in(between(EVERY_TYPE, old, new)) == set()


@pytest.mark.parametrize(
    ("old", "new", "change"), [(None, "So.", "added"), ("So.", None, "removed"), ("So.", "Thus.", "changed")]
)
def test_notes(old, new, change):
    given = [{"pick": {"value": "red"} | ({"note": note} if note else {})} for note in (old, new)]
    found = only_answer(*given)
    assert found["note"] == {"change": change, "old": old, "new": new}
    assert (found["change"], found["old"], found["new"], found["effect"]) == (None, None, None, None)


def test_evidence_by_reference_and_date():
    old = [{"reference": "A"}, {"reference": "B", "date": "2025-01-01"}, {"reference": "C"}]
    new = [{"reference": "A"}, {"reference": "B", "date": "2026-01-01"}, {"reference": "C"}, {"reference": "C"}]
    found = only_answer({"pick": {"value": "red", "evidence": old}}, {"pick": {"value": "red", "evidence": new}})
    assert found["evidence"] == {
        "added": [{"reference": "B", "date": "2026-01-01"}, {"reference": "C"}],
        "removed": [{"reference": "B", "date": "2025-01-01"}],
    }


@pytest.mark.parametrize(
    ("question", "old", "new", "effect"),
    [
        ("graded", "all", "none", "better"),
        ("graded", "some", "all", "worse"),
        ("graded", UNSURE, "all", "same"),
        ("guard", "no", "yes", "better"),
        ("guard", "yes", UNSURE, "worse"),
        ("guard", "yes", SET_ASIDE, None),
        ("pick", "red", "blue", None),
    ],
)
def test_whether_an_answer_is_better(question, old, new, effect):
    assert only_answer({question: old}, {question: new})["effect"] == effect


def test_answers_stand_in_questionnaire_order():
    old = {"guard": "no", "pick": "red", "words": "a"}
    new = {"words": "b", "guard": "yes", "pick": "blue"}
    assert [item["question"] for item in between(EVERY_TYPE, old, new)["answers"]] == ["pick", "words", "guard"]


def test_what_became_missing_and_what_was_settled():
    missing = between(
        EVERY_TYPE,
        {"pick": "red", "count": UNSURE, "day": UNSURE},
        {"count": {"note": "Not known."}, "day": "2026-01-01"},
    )["missing"]
    assert [(item["question"], item["status"]) for item in missing["added"]] == [("pick", "unanswered")]
    assert [item["question"] for item in missing["removed"]] == ["day"]
    assert [(item["question"], item["old"]["status"], item["new"]["status"]) for item in missing["changed"]] == [
        ("count", "unsure", "unanswered")
    ]


# Findings

FOUND = tiny(
    inherent("harm", findings=[{"id": "bad", "on": ["all"], "severity": "critical"}]),
    control(
        "fence",
        actors=["owner"],
        findings=[
            {"id": "none", "on": ["no"], "severity": "major"},
            {"id": "weak", "on": ["half"], "severity": "minor"},
        ],
    ),
)


def test_findings_open_and_close():
    findings = between(FOUND, {"harm": "none", "fence": "no"}, {"harm": "all", "fence": "half"})["findings"]
    assert [item["id"] for item in findings["opened"]] == ["harm.bad", "fence.weak"]
    assert [item["id"] for item in findings["closed"]] == ["fence.none"]
    assert findings["changed"] == []
    assert findings["opened"][1]["actor_title"] == "Owner"


def test_points_that_a_fix_would_win_are_no_change_of_a_finding():
    old, new = (report_of(FOUND, {"harm": "all", "fence": "no"}) for _ in range(2))
    new["findings"][0]["points_won"] += 1
    assert changes_in(compared(old, new, FOUND)) == set()


# Risks


def risks(old, new):
    return between(EVERY_TYPE, {"register": old}, {"register": new})["risks"]


def test_risks_are_told_apart_by_title():
    other = {"title": "Error", "likelihood": 1, "consequence": 1}
    new_one = {"title": "Leak", "likelihood": 5, "consequence": 5, "owner": "ICTSO"}
    found = risks([RISK, other], [new_one, RISK | {"likelihood": 4, "due": "2026-12-31"}])
    assert [item["title"] for item in found["opened"]] == ["Leak"]
    assert [item["title"] for item in found["closed"]] == ["Error"]
    (change,) = found["changed"]
    assert (change["title"], change["direction"], change["effect"]) == ("Bias", "up", "worse")
    assert [(item["field"], item["old"], item["new"]) for item in change["changes"]] == [
        ("likelihood", 2, 4),
        ("due", None, "2026-12-31"),
        ("inherent_rating", 6, 12),
        ("rating", 6, 12),
    ]


def test_a_risk_with_a_new_title_is_known_by_its_place_and_the_rest():
    (change,) = risks([RISK], [RISK | {"title": "Unfair results"}])["changed"]
    assert [item["field"] for item in change["changes"]] == ["title"]
    other = risks([RISK], [{"title": "Leak", "likelihood": 5, "consequence": 3}])
    assert (len(other["opened"]), len(other["closed"]), other["changed"]) == (1, 1, [])


def test_risks_of_the_same_title_are_matched_one_by_one():
    twins = [RISK, RISK | {"likelihood": 5}]
    found = risks(twins, [*twins, RISK])
    assert (len(found["opened"]), found["closed"], found["changed"]) == (1, [], [])


# Who assessed


def test_about_and_who_revises_whom():
    old = report_of(EVERY_TYPE, {"pick": "red"}, assessor="A", completed_at="2025-01-01T10:00:00+08:00")
    new = report_of(EVERY_TYPE, {"pick": "red"}, assessor="B", classification="Rasmi", revises=old["digest"])
    found = compared(old, new)
    assert found["relation"] == "new_revises_old"
    assert [(item["field"], item["old"], item["new"]) for item in found["about"]] == [
        ("assessor", "A", "B"),
        ("classification", None, "Rasmi"),
        ("completed_at", "2025-01-01T10:00:00+08:00", None),
    ]
    back = compared(new, old)
    assert back["relation"] == "old_revises_new"
    assert ("revises", old["digest"], None) in [(item["field"], item["old"], item["new"]) for item in back["about"]]


def test_revising_is_all_that_differs():
    old = report_of(EVERY_TYPE, {"pick": "red"})
    new = report_of(EVERY_TYPE, {"pick": "red"}, revises=old["digest"])
    found = compared(old, new)
    assert changes_in(found) == set()
    assert found["relation"] == "new_revises_old"


def test_the_tool_that_made_a_report_is_no_change():
    old, new = report_of(EVERY_TYPE), report_of(EVERY_TYPE)
    new["tool"]["version"], new["digest"] = "9.9.9", "sha256:" + "1" * 64
    found = compared(old, new)
    assert changes_in(found) == set()
    assert (found["old"]["tool"], found["new"]["tool"]) != ("9.9.9", "9.9.9")
