"""Answers that say whose parts they were merged from: in files, schemas, reports and when answers are carried over."""

import jsonschema
import pytest

from aiassess import InvalidInput, build_report, score
from aiassess.answers.carry import carry_over
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.answers.json_schema import answers_schema
from aiassess.diff.compare import compare, is_empty
from aiassess.interview.actions import Annotate, Do, Give
from aiassess.interview.checking import answer_after
from aiassess.model.answers import Answer, Part
from aiassess.render import renderer
from aiassess.report.saved import answers_document
from aiassess.resources import load_schema
from support.tiny import answer_set, control, inherent, tiny
from support.tiny import answers_document as document

QUESTIONNAIRE = tiny(inherent(), control(not_applicable=True))
DIGEST = f"sha256:{'a' * 64}"
PARTS = [{"file": "ictso.xlsx", "assessor": "ICTSO", "digest": DIGEST}, {"digest": f"sha256:{'b' * 64}"}]
MERGED = {
    "risk": {"value": "none", "from": ["Officer"]},
    "guard": {"status": "unsure", "from": ["ICTSO", "vendor.json"]},
}


def problems(entry=None, **about):
    data = document(QUESTIONNAIRE, {} if entry is None else {"guard": entry}, **about)
    valid = jsonschema.Draft202012Validator(answers_schema(QUESTIONNAIRE)).is_valid(data)
    assert not valid or jsonschema.Draft202012Validator(load_schema("answers")).is_valid(data)
    try:
        check_answers(data, QUESTIONNAIRE, "answers.json")
    except InvalidInput as error:
        assert not valid
        return [(problem.code, problem.path) for problem in error.problems]
    assert valid
    return []


def test_whose_an_answer_is():
    for names in (["ICTSO"], ["A", "B"], None, "", []):
        for entry in ({"value": "yes"}, {"status": "unsure"}, {"note": "x"}, {"status": "not_applicable", "note": "x"}):
            assert problems({**entry, "from": names}) == []
    place = "answers.guard.from"
    assert problems({"value": "yes", "from": "ICTSO"}) == [("json_expected_array", place)]
    assert problems({"value": "yes", "from": ["A", 1]}) == [("json_expected_string", f"{place}[1]")]
    assert problems({"value": "yes", "from": [" "]}) == [("text_blank", f"{place}[0]")]
    assert problems({"value": "yes", "from": ["x"] * 101}) == [("too_many", place)]


def test_which_files_there_were():
    assert problems(parts=PARTS) == problems(parts=[*PARTS, None, {"file": ""}]) == problems(parts=[]) == []
    assert problems(parts="x") == [("json_expected_array", "about.parts")]
    assert problems(parts=[1]) == [("json_expected_object", "about.parts[0]")]
    assert problems(parts=[{"file": "a"}]) == [("json_required", "about.parts[0]")]
    assert problems(parts=[{"digest": "md5:1"}]) == [("about_revises", "about.parts[0].digest")]
    assert problems(parts=[{"digest": 1}]) == [("json_expected_string", "about.parts[0].digest")]
    assert problems(parts=[{"digest": DIGEST, "path": "/x"}]) == [("json_unknown", "about.parts[0].path")]
    assert problems(parts=PARTS * 51) == [("too_many", "about.parts")]


def test_both_are_written_as_they_were_read():
    answers = answer_set(QUESTIONNAIRE, MERGED, parts=PARTS)
    assert answers.about.parts[0] == Part(DIGEST, "ictso.xlsx", "ICTSO")
    assert answers.answers["guard"].given_by == ("ICTSO", "vendor.json")
    written = answers_data(answers, ["risk", "guard"])
    assert written["about"]["parts"] == PARTS
    assert written["answers"] == MERGED


def test_a_report_says_both_and_holds_the_answers_whole():
    answers = answer_set(QUESTIONNAIRE, MERGED, parts=PARTS)
    report = build_report(score(QUESTIONNAIRE, answers), "en")
    jsonschema.validate(report, load_schema("report"))
    assert [item["from"] for item in report["answers"]] == [["Officer"], ["ICTSO", "vendor.json"]]
    assert answers_document(report)["answers"] == MERGED
    assert answers_document(report)["about"]["parts"] == PARTS
    for name in ("md", "text", "html"):
        text = renderer(name)(report)
        assert "Given by: " in text
        assert "ICTSO; vendor.json" in text
        assert f"ICTSO · ictso.xlsx · {DIGEST}" in " ".join(text.split())


def test_it_counts_nothing():
    merged, plain = (
        score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, given))
        for given in (MERGED, {"risk": "none", "guard": {"status": "unsure"}})
    )
    assert (merged.verdict, merged.residual, merged.missing) == (plain.verdict, plain.residual, plain.missing)


def test_what_no_longer_fits_keeps_whose_note_it_was():
    given = {"guard": {"value": "gone", "note": "x", "from": ["A"]}, "risk": {"value": "gone", "from": ["B"]}}
    answers, _ = carry_over(document(QUESTIONNAIRE, given), QUESTIONNAIRE, "x")
    assert answers.answers == {"guard": Answer("unanswered", None, "x", given_by=("A",))}


@pytest.mark.parametrize(
    ("action", "kept"),
    [(Give("yes"), True), (Annotate("x", ()), True), (Give("no"), False), (Do.UNSURE, False), (Do.CLEAR, False)],
)
def test_in_an_interview_it_is_kept_until_the_answer_changes(action, kept):
    before = Answer("answered", "yes", confirmed=False, given_by=("ICTSO",))
    after, _ = answer_after(QUESTIONNAIRE.by_id["guard"], before, action)
    assert after.given_by == (("ICTSO",) if kept else ())


def test_it_is_no_difference_between_reports():
    plain, merged = (
        build_report(score(QUESTIONNAIRE, answer_set(QUESTIONNAIRE, given, **about)))
        for given, about in (({"risk": "none", "guard": {"status": "unsure"}}, {}), (MERGED, {"parts": PARTS}))
    )
    assert is_empty(compare(plain, merged, questionnaires=[QUESTIONNAIRE]))
