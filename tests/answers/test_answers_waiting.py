"""An unsure answer that waits for somebody: in files, schemas, reports and when answers are carried over."""

import jsonschema
import pytest

from aiassess import InvalidInput, build_report, score
from aiassess.answers.carry import carry_over
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.answers.json_schema import answers_schema
from aiassess.report.saved import answers_document
from aiassess.resources import load_schema
from support.tiny import answer_set, control, inherent, tiny
from support.tiny import answers_document as document

QUESTIONNAIRE = tiny(inherent(actors=["owner"]), control(actors=["ictso"], not_applicable=True))
WAITING = {"guard": {"status": "unsure", "for": "ictso", "note": "Asked in May."}}


def problems(entry, questionnaire=QUESTIONNAIRE):
    data = document(questionnaire, {"guard": entry})
    valid = jsonschema.Draft202012Validator(answers_schema(questionnaire)).is_valid(data)
    try:
        check_answers(data, questionnaire, "answers.json")
    except InvalidInput as error:
        assert not valid
        return [(problem.code, problem.path) for problem in error.problems]
    assert valid
    assert jsonschema.Draft202012Validator(load_schema("answers")).is_valid(data)
    return []


def test_only_an_unsure_answer_waits_and_only_for_an_actor_of_the_questionnaire():
    place = "answers.guard.for"
    assert problems(WAITING["guard"]) == []
    assert problems({"status": "unsure", "for": "owner"}) == []  # not one of the question's own
    for blank in (None, "", "  ", []):
        assert problems({"status": "unsure", "for": blank}) == []
        assert problems({"value": "yes", "for": blank}) == []
    assert problems({"status": "unsure", "for": "vendor"}) == [("for_unknown", place)]
    assert problems({"status": "unsure", "for": 7}) == [("json_expected_string", place)]
    assert problems({"value": "yes", "for": "ictso"}) == [("for_not_unsure", place)]
    assert problems({"note": "Later.", "for": "ictso"}) == [("for_not_unsure", place)]
    assert problems({"status": "not_applicable", "note": "No.", "for": "ictso"}) == [("for_not_unsure", place)]
    assert problems({"status": "unsure", "for": "ictso"}, tiny(inherent(), control())) == [("for_unknown", place)]


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_the_problems_name_whom_there_is(lang):
    with pytest.raises(InvalidInput) as caught:
        answer_set(QUESTIONNAIRE, {"guard": {"status": "unsure", "for": "vendor"}})
    assert "vendor" in caught.value.problems[0].message(lang)
    assert "(owner, ictso)" in caught.value.problems[0].message(lang)


def test_it_counts_as_an_unsure_answer_and_is_written_as_it_was_read():
    waiting, unsure = (answer_set(QUESTIONNAIRE, given) for given in (WAITING, {"guard": {"status": "unsure"}}))
    assert waiting.answers["guard"].waits_for == "ictso"
    assert answers_data(waiting, ["risk", "guard"])["answers"] == WAITING
    found, plain = (score(QUESTIONNAIRE, answers) for answers in (waiting, unsure))
    assert (found.verdict, found.residual, found.missing) == (plain.verdict, plain.residual, plain.missing)


def test_a_report_says_whom_it_waits_for_and_can_be_scored_again():
    report = build_report(score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, WAITING)), "en")
    jsonschema.validate(report, load_schema("report"))
    (risk, guard) = report["missing"]
    assert (guard["for"], guard["for_title"]) == ("ictso", "Ictso")
    assert "for" not in risk
    assert [item.get("for") for item in report["answers"]] == [None, "ictso"]
    assert answers_document(report)["answers"] == WAITING


def test_it_is_carried_over_if_the_questionnaire_still_has_the_actor():
    data = document(QUESTIONNAIRE, WAITING)
    answers, carried = carry_over(data, QUESTIONNAIRE, "x")
    assert answers.answers["guard"].waits_for == "ictso"
    assert not carried.dropped
    later = tiny(inherent(actors=["owner"]), control())
    answers, carried = carry_over(data, later, "x")
    assert answers.answers["guard"].note == "Asked in May."
    assert [problem.code for problem in carried.dropped[0].problems] == ["for_unknown"]
