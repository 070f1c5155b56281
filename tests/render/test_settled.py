"""What a report says of a level that is settled, of controls that cannot lower it, and of dimensions that there are not."""

import pytest

from aiassess.diff.compare import compare
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import DIFF_FORMATS, TEXT_FORMATS, renderer
from aiassess.render.report.words import Words
from support.tiny import UNSURE, checked, control, document, inherent, report_of, tiny

GATE = {"id": "gate", "options": {"no": 0, "yes": 0}}
STOPPED = {"gate": "yes", "risk": "none", "guard": "no"}
RULE = {"when": {"question": "gate", "is": "yes"}, "level": "high"}


def words_of(questionnaire, given):
    report = report_of(questionnaire, given)
    return Words(report), report["result"]


def test_what_is_open_cannot_change_a_settled_level():
    questionnaire = tiny(GATE, inherent(), control(), rules=[RULE])
    words, result = words_of(questionnaire, {"gate": "yes", "risk": "none"})
    assert (result["level_settled"], words.settled()) == (True, words("settled"))
    words, result = words_of(questionnaire, {"gate": "no"})
    assert (result["level_settled"], words.settled()) == (False, "")
    words, result = words_of(questionnaire, {"gate": "no", "risk": "none", "guard": "no"})
    assert (result["level_settled"], words.settled()) == (True, ""), "nothing is open, so there is nothing to say"


def test_an_answer_to_be_confirmed_can_still_change_it():
    questionnaire = tiny(GATE, inherent(), rules=[RULE])
    words, _ = words_of(questionnaire, {"gate": {"value": "yes", "confirmed": False}, "risk": "none"})
    assert words.settled() == words("settled_but_unconfirmed")


def test_a_level_that_only_waits_is_not_called_settled():
    """Blanks count nothing yet: the level now is lower than any that can come of it."""
    questionnaire = tiny(
        inherent(options={"some": 3, "all": 4}), scoring={"inherent": {"maximum": "all", "unanswered": "zero"}}
    )
    words, result = words_of(questionnaire, {})
    assert (result["level"], result["level_range"]) == ("low", ["high", "high"])
    assert words.settled() == words("settled_elsewhere", level="High")


@pytest.mark.parametrize(
    ("level_from", "said"), [("inherent", "controls_only_decide_verdict"), ("residual", "controls_cannot_lower")]
)
def test_what_controls_can_do_to_the_level(level_from, said):
    questionnaire = tiny(inherent(), control(), scoring={"level_from": level_from})
    words, result = words_of(questionnaire, {"risk": "all", "guard": "no"})
    assert words.control_reach() == words(said)
    told = {"inherent": "Inherent", "residual": "Residual"}[level_from]
    assert [reason["text"] for reason in result["reasons"]] == [f"{told} risk 100% -> High"]
    words, _ = words_of(questionnaire, {"risk": "none", "guard": "no"})
    assert words.control_reach() == "", "there is no lower level"


def test_controls_do_not_decide_the_verdict_of_a_use_that_must_stop():
    rules = [{**RULE, "level": "banned"}]
    words, _ = words_of(tiny(GATE, inherent(), control(), rules=rules, scoring={"level_from": "inherent"}), STOPPED)
    assert words.control_reach() == words("controls_cannot_lower")


def test_a_rule_that_controls_can_end_is_said_even_of_a_level_by_inherent_risk():
    rule = {"when": {"question": "guard", "is": "no"}, "level": "high"}
    questionnaire = tiny(inherent(), control(), rules=[rule], scoring={"level_from": "inherent"})
    words, _ = words_of(questionnaire, {"risk": "none", "guard": "no"})
    assert words.control_reach() == words("controls_can_lower", level="Low")


def test_the_decimals_of_the_share_that_the_level_is_read_off():
    questionnaire = tiny(
        inherent(options={"none": 0, "all": 2501}),
        inherent("other", {"none": 0, "all": 7499}),
        control(),
        scoring={"level_from": "inherent"},
    )
    report = report_of(questionnaire, {"risk": "all", "other": "none", "guard": "no"})
    assert report["result"]["reasons"][0]["text"] == "Inherent risk 25.01% -> Middle"
    for name in ("md", "text", "html"):
        assert "25.01%" in renderer(name)(report).replace("Inherent risk 25.01%", ""), "the table says the same"


@pytest.mark.parametrize("dimensions", [None, {}, {"principles": []}, {"actors": [{"id": "owner", "title": "Owner"}]}])
def test_a_questionnaire_without_dimensions(dimensions):
    actors = {"actors": ["owner"]} if dimensions and "actors" in dimensions else {}
    data = document(GATE, inherent(findings=[{"on": ["all"], "severity": "major"}], **actors), control())
    del data["dimensions"]
    questionnaire = build_questionnaire(checked(data if dimensions is None else data | {"dimensions": dimensions}))
    old, new = (report_of(questionnaire, {"gate": "no", "risk": risk, "guard": UNSURE}) for risk in ("none", "all"))
    assert new["dimensions"]["principles"] == []
    for name in TEXT_FORMATS:
        shown = renderer(name)(new)
        assert "by_principle" not in shown
        assert "Readiness by principle" not in shown
        assert bool(actors) == ("Readiness by actor" in shown) or name in ("json", "text")
    for name in DIFF_FORMATS:
        assert renderer(name, "diff")(compare(old, new, questionnaires=[questionnaire])).strip()
