"""One reader for answers files and reports; what is neither is named."""

import copy
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, build_report, load_answers, load_questionnaire
from aiassess.canonical import digest_of, to_json
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.recognize import KINDS, kind_of, kind_of_text
from aiassess.report.documents import finder, parse_document, parse_report
from aiassess.resources import data_folder
from aiassess.text import LANGUAGES
from support.examples import examples
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, answer_set, answers_document, report_of, tiny

GIVEN = {
    "pick": SET_ASIDE,
    "words": {"value": "Ünïcode", "note": "Seen.", "evidence": [{"reference": "File 1"}]},
    "count": UNSURE,
    "register": [{"title": "Bias", "likelihood": 2, "consequence": 3}],
    "graded": "all",
}
REPORT = report_of(EVERY_TYPE, GIVEN, assessor="A. Officer")


def raw(data):
    return to_json(data).encode()


def stated(data):
    """Return a report that was changed, with the digest that it then should have."""
    return {**data, "digest": digest_of({key: value for key, value in data.items() if key != "digest"})}


def refusal(data, questionnaire=EVERY_TYPE):
    with pytest.raises(InvalidInput) as error:
        assert parse_document(
            raw(data) if isinstance(data, dict) else data, "file.json", finder(questionnaire)
        ).assessment
    return error.value.problems


def test_a_report_and_its_answers_file_are_the_same_answers():
    document = answers_document(EVERY_TYPE, GIVEN, assessor="A. Officer")
    wanted = answer_set(EVERY_TYPE, GIVEN, assessor="A. Officer")
    for data in (document, REPORT, json.loads(json.dumps(REPORT, sort_keys=True))):
        found = parse_document(raw(data), "file.json", finder(EVERY_TYPE))
        assert (found.answers, found.questionnaire) == (wanted, EVERY_TYPE)
        assert found.report == build_report(found.assessment, found.language) == REPORT
        assert found.is_report == (found.language is not None)


def test_a_report_keeps_its_language_and_what_it_revises():
    two = load_questionnaire("gpaisa@1.0.0")
    about = {"revises": "sha256:" + "0" * 64, "language": "ms"}
    for lang in two.languages:
        report = report_of(two, {"livelihood": "severe"}, lang, **about)
        found = parse_document(raw(report), "r.json", finder(two))
        assert found.language == lang
        assert build_report(found.assessment, lang) == report
        assert found.assessment.answers.about.revises == about["revises"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda report: report["result"].update(level="low"), "report_changed_score"),
        (lambda report: report["answers"][0].update(note="Better."), "report_changed_score"),
        (lambda report: report["answers"].append(report["answers"][0]), "report_changed_score"),
        (lambda report: report.pop("result"), "schema_required"),
        (lambda report: report.update(answers=7), "schema_type"),
        (lambda report: report.update(format="aiassess.report/2"), "newer_format"),
    ],
)
def test_a_report_that_was_changed_or_damaged_is_refused(change, code):
    data = copy.deepcopy(REPORT)
    change(data)
    assert refusal(data)[0].code == code


def test_whatever_its_digest_says_no_answer_of_a_report_is_dropped_and_all_are_scored_anew():
    data = copy.deepcopy(REPORT)
    data["result"].update(level="low", verdict="ready")
    found = parse_document(raw(stated(data)), "r.json", finder(EVERY_TYPE))
    assert found.assessment.level.id == REPORT["result"]["level"]
    data["answers"].append(data["answers"][0])
    assert refusal(stated(data))[0].code == "report_answers_twice"


def test_a_wrong_answer_in_a_report_is_told_with_its_place_in_the_report():
    data = copy.deepcopy(REPORT)
    place = next(n for n, item in enumerate(data["answers"]) if item["question"] == "graded")
    data["answers"][place]["value"] = "most"
    data["questionnaire"]["answered_version"] = "9.0.0"
    problems = refusal(stated(data))
    assert [(problem.code, problem.path, problem.question) for problem in problems] == [
        ("other_major_version", "questionnaire.answered_version", None),
        ("unknown_option", f"answers[{place}].value", "graded"),
    ]
    lines = to_json(stated(data)).split("\n")
    assert all(problem.file == "file.json" for problem in problems)
    assert '"most"' in lines[problems[1].line - 1]


def test_other_questionnaires():
    other = tiny({"id": "pick", "options": {"red": 0, "blue": 0}}, id="other")
    assert refusal(REPORT, other)[0].code == "other_questionnaire"
    assert refusal(REPORT, None)[0].code == "answers_unknown_questionnaire"


# The library's function


def test_answers_are_loaded_from_a_path_bytes_or_a_dict(tmp_path, monkeypatch):
    wanted = answer_set(EVERY_TYPE, GIVEN, assessor="A. Officer")
    for data in (answers_document(EVERY_TYPE, GIVEN, assessor="A. Officer"), REPORT):
        file = tmp_path / "file.json"
        file.write_bytes(raw(data))
        before = copy.deepcopy(data)
        for source in (file, str(file), raw(data), bytearray(raw(data)), data):
            assert load_answers(source, EVERY_TYPE) == wanted
        assert data == before
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw(data))))
        assert load_answers("-", EVERY_TYPE) == wanted


def test_what_a_dict_must_not_hold_is_refused_as_in_a_file():
    for wrong, code in ((float("nan"), "json_not_finite"), ("\ud800", "json_surrogate"), ({"x": 1}, "json_unknown")):
        with pytest.raises(InvalidInput) as error:
            load_answers(answers_document(EVERY_TYPE, {"rate": wrong}), EVERY_TYPE)
        problem = error.value.problems[0]
        assert (problem.code, problem.file) == (code, "<dict>")
    with pytest.raises(InvalidInput) as error:
        load_answers(b"{", EVERY_TYPE)
    assert error.value.problems[0].file == "<bytes>"


@pytest.mark.parametrize("source", [7, None, [], io.BytesIO(b"{}")])
def test_what_answers_are_not_loaded_from_is_said(source):
    with pytest.raises(TypeError, match="a path, a file's content as bytes, or a dict"):
        load_answers(source)


# The wrong file

TEXTS = {
    "form": ('<!DOCTYPE html>\n<html>\n<script type="application/json" id="form">{}</script>',),
    "page": ("<!DOCTYPE html>\n<html>", "# Report\n\nText\n"),
    "questionnaire": ("format: 1\nid: x\nsections:\n  - id: a\n", '{"sections": [], "levels": []}'),
    "section": ("id: x\ntitle: X\nquestions: []\n", '{"id": "x", "questions": []}'),
    "rows": ("source,line,status,error_code\n", '{"source": "x", "line": 1, "error_code": null}'),
    "errors": ('{"source": "x", "line": 1, "problems": []}\n{"source": "x", "line": 1, "problems": []}\n',),
    "schema": ('{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {}}',),
    "verification": ('[{"file": "r.json", "outcome": "reproduced"}]',),
    "submissions": (
        '[{"format": "aiassess.answers/1"}]',
        '{"format": "aiassess.report/1"}\n{"format": "aiassess.answers/1"}\n',
    ),
    **{
        kind: (json.dumps({"format": f"aiassess.{kind}/1"}),)
        for kind in (
            *(
                "lint",
                "diff",
                "edition-diff",
                "explanation",
                "conflicts",
                "portfolio",
                "draft-state",
                "dropped",
                "batch-journal",
            ),
            *("answers", "report"),
        )
    },
}


def said(problem):
    return [problem.line_text(lang) for lang in LANGUAGES]


def test_every_kind_of_file_is_named_wherever_it_is_the_wrong_one(tmp_path):
    assert set(TEXTS) == set(KINDS)
    named = {}
    for kind, texts in TEXTS.items():
        for text in texts:
            expecting = {"report": lambda text=text: parse_report(text, "file")}
            if kind not in ("answers", "report"):
                expecting["answers"] = lambda text=text: refusal(text.encode())
            for expected, read in expecting.items():
                if kind == expected:
                    continue
                try:
                    problems = read()
                except InvalidInput as error:
                    problems = error.problems
                assert [problem.code for problem in problems] == ["wrong_file"], (kind, expected)
                named.setdefault(kind, set()).update(said(problems[0]))
            (tmp_path / "q.yaml").write_text(text)
            if kind != "questionnaire" and not text.startswith("#"):  # which YAML takes for a comment
                (problem,) = lint_questionnaire(str(tmp_path / "q.yaml"))
                assert problem.code == "wrong_file", kind
                said(problem)
    assert all(len(sentences) >= len(LANGUAGES) for sentences in named.values())


def test_a_page_and_every_schema_are_no_questionnaire(tmp_path):
    (tmp_path / "report.md").write_text("# A system\n\n> Unofficial: this is it.\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("# A comment\n> x: [\n", encoding="utf-8")
    for file in (tmp_path / "report.md", *data_folder("schemas").glob("*.json")):
        (problem,) = lint_questionnaire(str(file))
        assert problem.code == "wrong_file", file
        assert "report.json" not in said(problem)[0], "a questionnaire was asked for"
    assert lint_questionnaire(str(tmp_path / "broken.yaml"))[0].code != "wrong_file"


def test_several_long_reports_are_several_submissions():
    line = json.dumps({**REPORT, "pad": "x" * 60_000}) + "\n"
    for text in (line * 2, "\n" + line * 3, line + "\n\r\n" + line):
        assert kind_of_text(text) == "submissions"
        assert "aiassess batch" in said(refusal(text.encode())[0])[0]


def test_what_is_packed_says_so():
    for head in (b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd\x00"):
        assert refusal(head)[0].code == "packed_file"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "null",
        '"x"',
        "{}",
        '{"format": 7}',
        '{"format": 1, "id": "x", "questions": []}',
        '{"a": 1}\nx',
        "title: x\n",
    ],
)
def test_what_is_no_file_of_ours_is_not_taken_for_one(text):
    assert kind_of_text(text) is None
    assert refusal(text.encode())[0].code != "wrong_file"


@examples(200)
@given(st.text('{}[]":,\n# <aifmnoqrstu/1', max_size=60))
def test_telling_kinds_never_fails(text):
    assert kind_of_text(text) in {None, *KINDS}
    try:
        data = json.loads(text)
    except ValueError:
        return
    assert kind_of(data) in {None, *KINDS}


def test_a_number_that_none_can_hold_is_refused_wherever_it_is_in_a_report():
    for name in ("verdict", "level", "residual"):
        data = {**REPORT, "result": {**REPORT["result"], name: "HERE"}}
        problems = refusal(to_json(data).replace('"HERE"', "1e400").encode())
        assert problems, name
        assert not any("inf" in text for problem in problems for text in said(problem))
