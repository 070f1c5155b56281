"""What is settled, confirmed, evidenced and contradictory: how two reports differ in it."""

import pytest

from aiassess.diff.compare import is_empty
from aiassess.render import renderer
from support.differences import across, between, changes_in, compared, edition
from support.tiny import control, inherent, report_of, tiny

PROOF = [{"reference": "File 1"}]
DONE = [
    {"id": "no", "label": "No", "points": 0},
    {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "no"},
]
QUESTIONS = (
    {"id": "public", "options": {"no": 0, "yes": 0}},
    inherent("harm"),
    control("guard", DONE),
)
PARTS = {
    "rules": [{"when": {"question": "public", "is": "yes"}, "level": "high", "title": "Public"}],
    "checks": [
        {
            "id": "odd",
            "when": {"all": [{"question": "public", "is": "no"}, {"question": "harm", "is": "all"}]},
            "text": "Odd.",
        }
    ],
    "scoring": {"level_from": "inherent"},
}
QUESTIONNAIRE = tiny(*QUESTIONS, **PARTS)
GIVEN = {"public": "no", "harm": "some", "guard": "yes"}


def shown(found):
    return renderer("md", "diff")(found)


def test_evidence_that_makes_an_answer_count():
    found = between(QUESTIONNAIRE, GIVEN, GIVEN | {"guard": {"value": "yes", "evidence": PROOF}})
    (answer,) = found["answers"]
    assert (answer["change"], answer["counted"], answer["effect"]) == (
        None,
        {"old": 0, "new": 4, "maximum": 4},
        "better",
    )
    assert [item["question"] for item in found["unevidenced"]["removed"]] == ["guard"]
    assert found["unexplained"] == [], "the evidence explains the points"
    assert "Counts: 0/4 → 4/4 (better)" in shown(found)


def test_evidence_that_changes_no_points_says_nothing_of_points():
    proven = GIVEN | {"guard": {"value": "yes", "evidence": PROOF}}
    found = between(
        QUESTIONNAIRE, proven, proven | {"guard": {"value": "yes", "evidence": [*PROOF, {"reference": "2"}]}}
    )
    assert [(answer["counted"], answer["effect"]) for answer in found["answers"]] == [(None, None)]


def test_answers_that_are_confirmed_one_by_one():
    taken_over = {name: {"value": value, "confirmed": False} for name, value in GIVEN.items()}
    found = between(QUESTIONNAIRE, taken_over, taken_over | {"harm": "some"})
    (answer,) = found["answers"]
    assert (answer["question"], answer["change"], answer["confirmed"]) == ("harm", None, {"old": False, "new": True})
    assert [item["question"] for item in found["unconfirmed"]["removed"]] == ["harm"]
    assert changes_in(found) == {"answers", "unconfirmed"}
    assert "Answers: 1 confirmed" in shown(found)
    back = between(QUESTIONNAIRE, GIVEN, taken_over)
    assert len(back["unconfirmed"]["added"]) == 3
    assert back["result"]["status"]["new"] == "incomplete"
    assert "Newly to be confirmed" in shown(back)


def test_a_blank_answer_is_neither_confirmed_nor_not():
    found = between(QUESTIONNAIRE, GIVEN | {"guard": {"note": "Later."}}, GIVEN)
    assert [answer["confirmed"] for answer in found["answers"]] == [None]


def test_contradictions_come_and_go():
    found = between(QUESTIONNAIRE, GIVEN, GIVEN | {"harm": "all"})
    assert [item["id"] for item in found["contradictions"]["added"]] == ["odd"]
    assert "Odd." in shown(found)
    assert [item["id"] for item in between(QUESTIONNAIRE, GIVEN | {"harm": "all"}, GIVEN)["contradictions"]["removed"]]


def test_a_level_becomes_settled():
    found = between(QUESTIONNAIRE, {}, {"public": "yes"})
    assert found["result"]["level_settled"] == {"old": False, "new": True}
    assert "Nothing still open can change the level any more." in shown(found)
    assert "What is still open can change the level again." in shown(between(QUESTIONNAIRE, {"public": "yes"}, {}))
    whole = between(QUESTIONNAIRE, {}, GIVEN)
    assert whole["result"]["level_settled"] == {"old": False, "new": True}
    assert "any more" not in shown(whole), "nothing is open, so there is nothing to say"


OLD = edition(
    "1.0.0",
    *QUESTIONS[:2],
    control("guard", {"no": 0, "yes": 4}),
    control("gone"),
    rules=[PARTS["rules"][0] | {"title": "Old"}],
)
NEW = edition("2.0.0", *QUESTIONS, {"id": "added", "options": {"no": 0, "yes": 0}}, **PARTS)


@pytest.mark.parametrize("at_hand", [[], [OLD], [NEW], [OLD, NEW]])
def test_editions_of_two_major_versions(at_hand):
    old = report_of(OLD, {"public": "yes", "harm": "some", "guard": "yes", "gone": "yes"})
    new = report_of(NEW, {"public": "yes", "harm": "some", "guard": "yes", "added": "no"})
    found = compared(old, new, *at_hand)
    assert not is_empty(found)
    assert found["result"]["level_from"] == {"old": "residual", "new": "inherent"}
    assert found["unexplained"] == []
    assert found["result"]["reasons"] == {"added": [], "removed": [], "changed": []}, "only its words are others"
    text = shown(found)
    assert "The level is based on: Residual risk → Inherent risk" in text
    for name in ("md", "text"):
        assert "None" not in renderer(name, "diff")(found)


def test_what_a_new_edition_asks_evidence_for_is_the_questionnaires():
    old = edition("1.0.0", *QUESTIONS[:2], control("guard", {"no": 0, "yes": 4}))
    new = edition("1.1.0", *QUESTIONS, **PARTS)
    found = across(old, GIVEN, new, GIVEN)
    assert [(item["question"], item["because"]) for item in found["unevidenced"]["added"]] == [
        ("guard", "questionnaire")
    ]
    assert [item["question"] for item in found["questionnaire"]["points"]] == ["guard"]
    assert found["answers"] == []
