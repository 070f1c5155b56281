"""Reading a saved report: its shape, its digest, and the answers file in it."""

import json

import pytest

from aiassess import InvalidInput
from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.report.documents import load_report
from aiassess.report.saved import answers_document
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, answer_set, report_of

GIVEN = {
    "pick": SET_ASIDE,
    "several": ["one", "two"],
    "words": {"value": "Ünïcode", "note": "Seen.", "evidence": [{"reference": "File 1", "date": "2026-01-31"}]},
    "count": UNSURE,
    "rate": 2.5,
    "register": [{"title": "Bias", "likelihood": 2, "consequence": 3, "owner": "Us"}],
    "graded": "all",
    "guard": {"note": "Nothing decided yet."},
}


@pytest.fixture
def saved(tmp_path):
    file = tmp_path / "report.json"
    file.write_text(to_json(report_of(EVERY_TYPE, GIVEN, assessor="A. Officer")), encoding="utf-8")
    return file


def edit(file, change):
    data = json.loads(file.read_text(encoding="utf-8"))
    change(data)
    file.write_text(json.dumps(data), encoding="utf-8")


def test_a_report_as_it_was_made_is_not_changed(saved):
    report = load_report(str(saved))
    assert not report.changed
    assert report.data == json.loads(saved.read_text(encoding="utf-8"))


def test_it_holds_the_whole_answers_file(saved):
    order = [question.id for question in EVERY_TYPE.questions]
    wanted = answers_data(answer_set(EVERY_TYPE, GIVEN, assessor="A. Officer"), order)
    assert answers_document(load_report(str(saved)).data) == wanted


@pytest.mark.parametrize(
    "change",
    [
        lambda report: report["result"].update(level="low"),
        lambda report: report["answers"][0].update(note="Better."),
        lambda report: report.update(digest="sha256:" + "0" * 64),
    ],
)
def test_any_edit_is_noticed(saved, change):
    edit(saved, change)
    assert load_report(str(saved)).changed


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (lambda report: report.update(format="aiassess.report/2"), "newer_format", "format"),
        (lambda report: report.update(format="aiassess.answers/1"), "wrong_file", None),
        (lambda report: report.update(format="report/1"), "not_a_report", None),
        (lambda report: report.pop("result"), "schema_required", None),
        (lambda report: report["result"].update(verdict="fine"), "schema_enum", "result.verdict"),
        (lambda report: report["answers"][1].update(extra=1), "schema_unknown", "answers[1].extra"),
        (lambda report: report["answers"][1].update(points=2**60), "report_numbers", None),
    ],
)
def test_what_is_no_report_is_refused_with_its_place(saved, change, code, path):
    edit(saved, change)
    with pytest.raises(InvalidInput) as error:
        load_report(str(saved))
    problem = error.value.problems[0]
    assert (problem.code, problem.path) == (code, path)
    assert problem.file == str(saved)
