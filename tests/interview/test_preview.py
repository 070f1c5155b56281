"""The result as it would be now, at any time, and nothing lost by looking."""

import pytest

from aiassess.drafts.store import Drafts
from aiassess.interview.preview import preview
from support.interviews import SMALL, Talk, small
from support.tiny import UNSURE, assess, control, inherent, tiny

READY = {"controls": 80, "each_principle": 60}
LEVELS = [{"id": "low", "up_to_percent": 50, "ready_at": READY}, {"id": "high", "ready_at": READY}]
FINDINGS = [{"on": ["no"], "severity": "critical", "actor": "owner"}, {"on": ["no", "half"], "severity": "minor"}]
QUESTIONNAIRE = tiny(
    inherent(ref="1"),
    control("guard", ref="2", actors=["owner"], principles=["fairness"], findings=FINDINGS),
    control("other", ref="3", actors=["owner"], findings=[{"on": ["no"], "severity": "major", "actor": "owner"}]),
    levels=LEVELS,
    scoring={"level_from": "inherent"},
)


def seen(**given):
    return preview(assess(QUESTIONNAIRE, given), "en").split("\n\n")


def test_before_anything_is_answered_it_says_what_is_possible():
    title, level, verdict, still = seen()
    assert title == "Preview: the result if you finished now"
    assert level == "Level: High\nLevel once nothing is missing: between Low and High"
    assert verdict.startswith("Verdict: Hold\n- The assessment is not complete; no decision may be based on it yet.\n")
    assert still == "Still open: 3 not answered."


def test_in_the_middle_it_says_what_is_settled_short_and_open_and_what_to_do_first():
    _, level, verdict, still, first = seen(risk="none", guard="no", other=UNSURE)
    assert level.startswith("Level: Low\nNothing still open can change this level.")
    assert verdict == (
        "Verdict: Hold\n- The assessment is not complete; no decision may be based on it yet.\n"
        "- A critical finding is open; it must be closed before the use proceeds.\n- Finding 1 of guard.\n"
        "Short of “Ready”:\n- Controls as a whole: 0% reached, at least 80% needed\n"
        "- Fairness: 0% reached, at least 60% needed"
    )
    assert still == "Still open: 1 not sure."
    assert first == (
        "First actions: 1 critical, 0 major, 1 minor\n- Critical · Owner: Do 1 of guard. [2]\n"
        "- Minor · Owner: Do 2 of guard. [2]"
    )


def test_at_the_end_what_is_short_is_the_reason_and_is_said_once():
    _, level, verdict, first = seen(risk="none", guard="half", other="no")
    assert level == "Level: Low"
    assert verdict.startswith("Verdict: Conditional\n- It may proceed once these shortfalls are made good.")
    assert verdict.count("Controls as a whole: 25% reached") == 1
    assert "Short of" not in verdict
    assert first.startswith("First actions: 0 critical, 1 major, 1 minor\n- Major · Owner: Do 1 of other. [3]")
    assert seen(risk="none", guard="yes", other="yes")[2:] == [
        "Verdict: Ready\n- The controls that this level requires are in place."
    ]


def test_only_the_first_are_told_of_many():
    many = [control(f"guard{n}", findings=[{"on": ["no"], "severity": "critical"}]) for n in range(9)]
    questionnaire = tiny(*many)
    text = preview(assess(questionnaire, {f"guard{n}": "no" for n in range(9)}), "en")
    assert text.endswith(
        "First actions: 9 critical, 0 major, 0 minor\n"
        + "".join(f"- Critical · No one named: Do 1 of guard{n}.\n" for n in range(3))
        + "6 more in the report."
    )
    assert "- Finding 1 of guard3.\n5 more in the report." in text


@pytest.mark.parametrize(
    ("language", "command", "title", "keep"),
    [
        ("en", ":preview", "Preview: the result if you finished now", "Continue this text"),
        ("ms", ":pratonton", "Pratonton: keputusan jika anda selesai sekarang", "Sambung teks ini"),
    ],
)
def test_line_by_line_from_question_list_and_review(tmp_path, language, command, title, keep):
    with Drafts(tmp_path).create(small(), str(SMALL)) as draft:
        told = Talk(
            draft, ["half a", command, "name", ".", "list", command, "", "review", command, "quit"], language=language
        )
    assert told.text.count(title) == 3
    assert keep in told.text
    assert told.answers["system"].value == "half a\nname"
    assert told.outcome.state.review


def test_leaving_at_the_preview_leaves(tmp_path):
    with Drafts(tmp_path).create(small(), str(SMALL)) as draft:
        told = Talk(draft, ["half a", ":preview"])
    assert (told.outcome.finished, told.outcome.state.typed) == (False, {"system": "half a"})
