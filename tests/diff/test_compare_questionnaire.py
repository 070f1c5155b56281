"""Two editions of a questionnaire: what it changed, what the answers changed, and what cannot be told."""

import pytest

from aiassess import InvalidInput
from aiassess.diff.compare import compare
from support.differences import across, changes_in, compared, edition
from support.tiny import control, inherent, report_of, tiny

YES_NO = {"no": 0, "yes": 0}
GUARD = control("guard", findings=[{"id": "open", "on": ["no"], "severity": "major"}])
OLD = edition("1.0.0", inherent("risk"), GUARD)
HEAVIER = edition("1.1.0", inherent("risk", weight=2), GUARD)


def test_the_same_questionnaire_says_nothing_about_itself():
    found = across(OLD, {"risk": "some"}, OLD, {"risk": "all"})
    assert found["questionnaire"] is None
    assert found["result"]["inherent"]["rescored"] is None
    assert found["result"]["inherent"]["shares"] is None


def test_the_change_of_a_score_is_shared_out():
    earlier = edition("1.0.0", inherent("risk"), inherent("other"))
    later = edition("1.1.0", inherent("risk"), inherent("other", weight=3))
    old, new = {"risk": "some", "other": "all"}, {"risk": "none", "other": "all"}
    score = across(earlier, old, later, new)["result"]["inherent"]
    assert [score[step]["percent"] for step in ("old", "rescored", "new")] == [75, 87.5, 75]
    assert score["shares"] == {"questionnaire": 12.5, "answers": -12.5}
    assert score["direction"] == "same", "the two undo each other, and both are shown"


@pytest.mark.parametrize(
    ("new", "whose"),
    [({"risk": "some", "guard": "yes"}, "questionnaire"), ({"risk": "all", "guard": "yes"}, "both")],
)
def test_whose_change_the_level_is(new, whose):
    later = edition("1.1.0", inherent("risk", {"none": 0, "some": 3, "all": 4}), GUARD)
    level = across(OLD, {"risk": "some", "guard": "yes"}, later, new)["result"]["level"]
    assert level["old"]["id"] == "middle"
    assert level["rescored"]["id"] == level["new"]["id"] == "high", whose


def test_answers_that_count_otherwise():
    questionnaire = across(OLD, {"risk": "some", "guard": "no"}, HEAVIER, {"risk": "some", "guard": "yes"})[
        "questionnaire"
    ]
    (change,) = questionnaire["points"]
    assert (change["question"], change["answer"]["value"]) == ("risk", "some")
    assert (change["old"]["points"], change["old"]["maximum"]) == (2, 4)
    assert (change["new"]["points"], change["new"]["maximum"]) == (4, 8)


def test_a_heavier_weight_makes_no_answer_worse():
    found = across(OLD, {"risk": "some"}, HEAVIER, {"risk": {"value": "some", "note": "Checked."}})
    (answer,) = found["answers"]
    assert (answer["change"], answer["effect"]) == (None, None)
    (answer,) = across(OLD, {"risk": "all"}, HEAVIER, {"risk": "some"})["answers"]
    assert (answer["effect"], answer["because"]) == ("better", "answers")


def test_wording():
    later = edition(
        "1.0.1",
        inherent("risk", text="How risky is it?"),
        control(
            "guard",
            options=[
                {"id": "no", "label": "Not at all", "points": 0},
                {"id": "yes", "label": "Option yes", "points": 4},
            ],
            ref="2",
        ),
        title="Tiny, revised",
    )
    found = across(OLD, {"risk": "all", "guard": "no"}, later, {"risk": "all", "guard": "no"})
    wording = {
        (item["kind"], item["id"], item["value"]): (item["old"], item["new"])
        for item in found["questionnaire"]["wording"]
    }
    assert wording == {
        ("title", None, None): ("Tiny", "Tiny, revised"),
        ("ref", "guard", None): ("", "2"),
        ("question", "risk", None): ("Question risk?", "How risky is it?"),
        ("label", "guard", "no"): ("Option no", "Not at all"),
    }
    assert [item["id"] for item in found["findings"]["closed"]] == ["guard.open"], "this edition has no such finding"
    assert found["findings"]["closed"][0]["because"] == "questionnaire"
    assert found["answers"] == []


def test_level_titles_are_reworded_once_not_in_every_rule():
    parts = {
        "rules": [{"id": "gate", "when": {"question": "risk", "is": "all"}, "level": "high"}],
        "levels": [{"id": "low", "up_to_percent": 50}, {"id": "high"}],
    }
    earlier = edition("1.0.0", inherent(), **parts)
    later = edition(
        "1.0.1", inherent(), rules=parts["rules"], levels=[parts["levels"][0], {"id": "high", "title": "Very high"}]
    )
    wording = across(earlier, {"risk": "all"}, later, {"risk": "all"})["questionnaire"]["wording"]
    assert [(item["kind"], item["id"]) for item in wording] == [("level", "high")]


def test_questions_added_and_removed():
    earlier = edition("1.0.0", inherent("risk"), {"id": "gone"}, {"id": "stays"})
    later = edition("1.1.0", inherent("risk"), {"id": "fresh"}, {"id": "stays"})
    given = {"risk": "all", "stays": "x"}
    found = across(earlier, {**given, "gone": "text"}, later, {**given, "fresh": "text"})
    made = found["questionnaire"]
    assert [item["question"] for item in made["questions_added"]] == ["fresh"]
    assert [item["question"] for item in made["questions_removed"]] == ["gone"]
    assert [(item["question"], item["answer"]["value"]) for item in made["dropped"]] == [("gone", "text")]
    assert found["applicability"] == []
    assert [(item["question"], item["change"], item["because"]) for item in found["answers"]] == [
        ("gone", "removed", "questionnaire"),
        ("fresh", "added", "answers"),
    ]


def test_an_option_that_is_no_more():
    later = edition("1.1.0", inherent("risk", {"none": 0, "grave": 4}), GUARD)
    found = across(OLD, {"risk": "all", "guard": "yes"}, later, {"risk": "grave", "guard": "yes"})
    (dropped,) = found["questionnaire"]["dropped"]
    assert (dropped["question"], dropped["answer"]["label"]) == ("risk", "Option all")
    assert dropped["reasons"] == ["The option “all” is no longer offered."]
    (answer,) = found["answers"]
    assert (answer["old"]["value"], answer["new"]["value"], answer["because"]) == ("all", "grave", "both")


def test_findings_that_the_questionnaire_opened():
    later = edition("1.1.0", inherent("risk", findings=[{"id": "new", "on": ["some"], "severity": "minor"}]), GUARD)
    opened = across(OLD, {"risk": "some", "guard": "yes"}, later, {"risk": "some", "guard": "no"})["findings"]["opened"]
    assert {item["id"]: item["because"] for item in opened} == {"guard.open": "answers", "risk.new": "questionnaire"}


def test_a_finding_that_became_graver():
    worse = {**GUARD, "findings": [{"id": "open", "on": ["no"], "severity": "critical", "text": "Wide open."}]}
    given = {"risk": "none", "guard": "no"}
    (change,) = across(OLD, given, edition("1.1.0", inherent("risk"), worse), given)["findings"]["changed"]
    assert (change["severity"], change["because"], change["effect"]) == ("critical", "questionnaire", "worse")
    assert [item["field"] for item in change["changes"]] == ["severity", "text"]


def test_questions_shown_otherwise():
    earlier = edition(
        "1.0.0", {"id": "ask", "options": YES_NO}, {"id": "more", "show_if": {"question": "ask", "is": "yes"}}
    )
    later = edition(
        "1.1.0", {"id": "ask", "options": YES_NO}, {"id": "more", "show_if": {"question": "ask", "is": "no"}}
    )
    found = across(earlier, {"ask": "yes", "more": "x"}, later, {"ask": "yes", "more": "x"})
    (change,) = found["applicability"]
    assert (change["question"], change["applies"], change["because"], change["causes"]) == (
        "more",
        False,
        "questionnaire",
        [],
    )
    assert found["questionnaire"]["questions_removed"] == []


def test_a_questionnaire_that_is_not_at_hand():
    old, new = report_of(OLD, {"risk": "some"}), report_of(HEAVIER, {"risk": "some", "guard": "no"})
    made = compared(old, new, OLD)["questionnaire"]
    assert (made["at_hand"], made["rescored"], made["problems"], made["dropped"]) == (False, False, [], [])
    assert [item["question"] for item in made["points"]] == ["risk"], "what the reports show is said all the same"
    assert (made["old"]["version"], made["new"]["version"]) == ("1.0.0", "1.1.0")
    found = compared(old, new)
    assert found["findings"]["opened"][0]["because"] is None


def test_of_another_major_version_what_fits_is_scored_and_what_does_not_is_named():
    later = edition("2.0.0", inherent("risk", {"none": 0, "all": 4}), GUARD | {"weight": 2})
    old, new = report_of(OLD, {"risk": "some", "guard": "half"}), report_of(later, {"risk": "all", "guard": "half"})
    made = compared(old, new, OLD, later)["questionnaire"]
    assert (made["at_hand"], made["rescored"], made["problems"]) == (True, True, [])
    assert [item["question"] for item in made["points"]] == ["guard"]
    (dropped,) = made["dropped"]
    assert (dropped["question"], "Option some" in dropped["reasons"][0]) == ("risk", True)


def test_a_change_that_no_report_shows_is_a_change_all_the_same():
    later = edition("1.0.0", inherent("risk", help="Think of everybody."), GUARD)
    given = {"risk": "some", "guard": "yes"}
    found = across(OLD, given, later, given)
    assert changes_in(found) == {"questionnaire"}
    made = found["questionnaire"]
    assert not any(made[name] for name in ("wording", "points", "dropped", "questions_added", "questions_removed"))
    assert made["old"]["digest"] != made["new"]["digest"]


def test_where_no_answer_changed_everything_is_the_questionnaires():
    later = edition("1.1.0", inherent("risk", weight=3), {**GUARD, "weight": 2}, {"id": "more"})
    given = {"risk": "some", "guard": "no"}
    found = across(OLD, given, later, given)
    assert found["answers"] == []
    assert {item["because"] for item in found["missing"]["added"]} == {"questionnaire"}
    assert found["result"]["status"]["rescored"] == found["result"]["status"]["new"] == "incomplete"


def test_different_questionnaires_are_refused():
    other = tiny(inherent(), id="other")
    with pytest.raises(InvalidInput) as error:
        compare(report_of(OLD), report_of(other))
    (problem,) = error.value.problems
    assert problem.code == "diff_questionnaires"
    assert "“tiny” and “other”" in problem.message("en")
