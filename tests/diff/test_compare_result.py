"""Level, verdict, status and scores: what is said to have changed, and which way."""

import pytest

from support.differences import between, changes_in, compared
from support.tiny import LEVELS, UNSURE, control, inherent, report_of, tiny

READY = [{**level, "ready_at": {"controls": 50, "each_principle": 25}} for level in LEVELS[:3]] + LEVELS[3:]
PLAIN = tiny(
    inherent("harm"),
    control("fence", principles=["safe"], actors=["owner"]),
    {"id": "gate", "options": {"no": 0, "yes": 0}},
    rules=[{"when": {"question": "gate", "is": "yes"}, "level": "banned", "unsure": "stop"}],
    scoring={
        "mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 50, "blocked_when": ["incomplete"]}
    },
    levels=READY,
)
GOOD = {"harm": "some", "fence": "yes", "gate": "no"}


def test_nothing_changes_between_a_report_and_itself():
    assert changes_in(between(PLAIN, GOOD, GOOD)) == set()


@pytest.mark.parametrize(
    ("old", "new", "direction", "effect"),
    [("some", "all", "up", "worse"), ("all", "some", "down", "better")],
)
def test_the_level_goes_up_or_down(old, new, direction, effect):
    level = between(PLAIN, GOOD | {"harm": old, "fence": "no"}, GOOD | {"harm": new, "fence": "no"})["result"]["level"]
    assert {level["old"]["id"], level["new"]["id"]} == {"middle", "high"}
    assert (level["direction"], level["effect"]) == (direction, effect)
    assert level["rescored"] is None


def test_the_direction_of_a_level_needs_a_questionnaire():
    old, new = (report_of(PLAIN, GOOD | {"harm": harm, "fence": "no"}) for harm in ("some", "all"))
    level = compared(old, new)["result"]["level"]
    assert (level["direction"], level["effect"]) == (None, None)
    other = tiny(inherent("harm"), version="1.9.0")
    assert compared(old, new, other)["result"]["level"]["direction"] == "up", (
        "levels keep their meaning in every edition"
    )


def test_verdict_and_status():
    result = between(PLAIN, GOOD | {"gate": UNSURE}, GOOD)["result"]
    assert (result["verdict"]["old"], result["verdict"]["new"], result["verdict"]["effect"]) == (
        "stop",
        "ready",
        "better",
    )
    assert (result["status"]["old"], result["status"]["new"]) == ("undetermined", "complete")
    assert [item["rule"] for item in result["undetermined_by"]["removed"]] == ["rule_1"]
    assert [level["id"] for level in result["level_range"]["old"]] == ["low", "banned"]


def test_controls_up_is_better_and_residual_up_is_worse():
    result = between(PLAIN, GOOD, GOOD | {"fence": "half"})["result"]
    assert result["inherent"] is None
    assert (result["controls"]["direction"], result["controls"]["effect"]) == ("down", "worse")
    assert (result["residual"]["direction"], result["residual"]["effect"]) == ("up", "worse")
    assert (result["credit"]["old"]["percent"], result["credit"]["new"]["percent"]) == (50, 25)


def test_what_is_not_measured_has_no_direction():
    aside = {"status": "not_applicable", "note": "Not here."}
    questionnaire = tiny(inherent(), control(not_applicable=True))
    controls = between(questionnaire, {"risk": "all", "guard": "yes"}, {"risk": "all", "guard": aside})["result"][
        "controls"
    ]
    assert controls["new"]["percent"] is None
    assert (controls["direction"], controls["effect"]) == (None, None)


def test_scores_that_round_alike_still_have_a_direction():
    questionnaire = tiny(inherent("big", {"no": 0, "yes": 9999}), inherent("small", {"no": 0, "yes": 1}))
    inherent_score = between(questionnaire, {"big": "yes", "small": "no"}, {"big": "yes", "small": "yes"})["result"][
        "inherent"
    ]
    assert inherent_score["old"]["percent"] == inherent_score["new"]["percent"] == 100
    assert inherent_score["direction"] == "up"


def test_reasons_come_go_and_decide():
    reasons = between(PLAIN, GOOD, GOOD | {"gate": "yes"})["result"]["reasons"]
    assert [(item["rule"], item["level"], item["decided"]) for item in reasons["added"]] == [("rule_1", "banned", True)]
    assert reasons["removed"] == []
    (points,) = reasons["changed"]
    assert (points["rule"], points["old"]["decided"], points["new"]["decided"]) == (None, True, False)


def test_the_points_reason_is_no_change_where_only_its_percent_is():
    result = between(PLAIN, GOOD | {"harm": "all", "fence": "no"}, GOOD | {"harm": "all", "fence": "half"})["result"]
    assert result["residual"] is not None
    assert result["reasons"] == {"added": [], "removed": [], "changed": []}


def test_shortfalls():
    shortfalls = between(PLAIN, GOOD | {"fence": "no"}, GOOD)["result"]["shortfalls"]
    assert [(item["principle"], item["title"], item["asked_percent"]) for item in shortfalls["removed"]] == [
        (None, None, 50),
        ("safe", "Safe", 25),
    ]
    assert shortfalls["added"] == []


def test_principles_actors_and_sections():
    found = between(PLAIN, GOOD, GOOD | {"fence": "half"})
    for name, tag in (("principles", "safe"), ("actors", "owner")):
        (item,) = found[name]
        assert (item["id"], item["old"]["percent"], item["new"]["percent"], item["effect"]) == (tag, 100, 50, "worse")
    (section,) = found["sections"]
    assert (section["old"]["controls"]["points"], section["new"]["controls"]["points"]) == (4, 2)


def test_answering_at_the_same_points_still_counts_as_answered():
    (item,) = between(PLAIN, GOOD | {"fence": UNSURE}, GOOD | {"fence": "no"})["principles"]
    assert (item["old"]["answered"], item["new"]["answered"], item["direction"]) == (0, 1, "same")


def test_the_best_level_that_controls_could_reach():
    best = between(PLAIN, GOOD, GOOD | {"gate": "yes"})["result"]["best_level_by_controls"]
    assert (best["old"]["id"], best["new"]["id"], best["effect"]) == ("low", "banned", "worse")


def test_obligations_approval_and_reassessment_follow_the_level():
    levels = [
        {"id": "low", "up_to_percent": 50, "obligations": ["List it."], "approval": "Owner", "reassess_months": 24},
        {"id": "high", "obligations": ["List it.", "Test it."], "approval": "Head", "reassess_months": 6},
    ]
    found = between(tiny(inherent(), levels=levels), {"risk": "none"}, {"risk": "all"})
    assert found["obligations"] == {"added": ["Test it."], "removed": []}
    assert found["result"]["approval"] == {"old": "Owner", "new": "Head"}
    assert found["result"]["reassess"]["new"] == {"months": 6, "due": None}
