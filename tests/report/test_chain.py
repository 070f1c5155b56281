"""What a report revises, back to the first."""

import dataclasses

from aiassess.report.build import build_report
from aiassess.report.chain import Link, chain, link_of
from aiassess.report.saved import check_report
from aiassess.scoring.assess import score
from support.tiny import answer_set, control, inherent, tiny

QUESTIONNAIRE = tiny({"id": "name"}, inherent(), control(), subject={"system": "name"})


def report(revises=None, **given):
    data = build_report(score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, {"name": "S", **given}, revises=revises)))
    return link_of(check_report(data, f"{given}.json"))


FIRST = report(risk="all")
SECOND = report(FIRST.digest, risk="some")
THIRD = report(SECOND.digest, risk="none")


def test_a_chain_is_found_among_others_in_any_order():
    other = report(risk="all", guard="yes")
    assert chain(THIRD, [other, FIRST, THIRD, SECOND]) == (THIRD, SECOND, FIRST)
    assert chain(FIRST, [other, SECOND]) == (FIRST,)


def test_what_a_link_tells():
    assert FIRST.facts == {
        "completed_at": None,
        "system": "S",
        "level_title": "High",
        "verdict": "hold",
        "residual": "100%",
    }
    assert (FIRST.revises, FIRST.trouble) == (None, None)


def test_an_absent_link_ends_the_chain():
    assert chain(THIRD, [FIRST]) == (THIRD, Link(SECOND.digest, trouble="absent"))


def test_a_changed_link_is_told_and_gives_way_to_the_true_one():
    changed = dataclasses.replace(SECOND, trouble="changed", file="edited.json")
    assert chain(THIRD, [changed, FIRST]) == (THIRD, changed, FIRST)
    assert chain(THIRD, [changed, SECOND, changed, FIRST]) == (THIRD, SECOND, FIRST)


def test_a_changed_report_is_told():
    data = build_report(score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, {"name": "S"})))
    data["result"]["level"] = "low"
    assert link_of(check_report(data, "r.json")).trouble == "changed"


def test_a_circle_ends():
    """No true digests make one; a forger's may."""
    first = dataclasses.replace(FIRST, revises=THIRD.digest, trouble="changed")
    assert chain(THIRD, [SECOND, first]) == (THIRD, SECOND, first, Link(THIRD.digest, trouble="circle"))
    itself = dataclasses.replace(FIRST, revises=FIRST.digest)
    assert chain(itself, [itself]) == (itself, Link(FIRST.digest, trouble="circle"))
