"""``aiassess form``, and forms given to the commands that take answers."""

import json
import shutil

import pytest

from aiassess import load_answers, load_questionnaire
from aiassess.interview.prefill import load_prefill
from support.office import word_lines
from support.workbooks import filled, place_of


def test_a_form_is_written_and_scored(cli, tmp_path):
    form = tmp_path / "form.xlsx"
    assert cli("form", "-o", form, "--lang", "en") == cli("form", "-o", form, "--lang", "en")
    assert load_answers(form).answers == {}
    form.write_bytes(filled(form.read_bytes(), {place_of(form.read_bytes(), "social_scoring"): "Yes"}))
    done = cli("score", form, "--format", "json")
    assert done.code == 0
    assert done.json["result"]["level"] == "prohibited"
    assert done.json["questionnaire"]["language"] == "en"


@pytest.mark.parametrize("example", ["welfare-eligibility", "service-chatbot"])
def test_prefilled_from_answers_from_a_report_and_from_a_form(cli, tmp_path, example):
    answers, report = f"examples/{example}.json", tmp_path / "report.json"
    forms = [tmp_path / f"{n}.xlsx" for n in range(3)]
    cli("score", answers, "-o", report)
    for given, form in zip((answers, report, forms[0]), forms, strict=True):
        assert cli("form", "--answers", given, "-o", form).code == 0
        assert load_answers(form).answers == load_answers(answers).answers
    assert cli("form", "--answers", forms[0], "-o", forms[0]).code == 2  # which would destroy it


def test_only_one_actors_questions(cli, tmp_path):
    form = tmp_path / "form.docx"
    assert cli("form", "--actor", "ICTSO", "--lang", "both", "-o", form).code == 0
    asked = [line for line in word_lines(form.read_bytes()) if line[:1].isdigit() and ". " in line]
    assert 0 < len(asked) < 60
    done = cli("form", "--actor", "nobody", "-o", form)
    assert done.code == 2
    assert "nobody" in done.err


def test_wrong_usage(cli, tmp_path):
    for argv in (
        ["-o", tmp_path / "form.pdf"],
        ["-o", tmp_path / "form.xlsx", "--lang", "fr"],
        ["--format", "json"],
        ["-o", tmp_path / "form.xlsx", "-o", tmp_path / "form.xlsx"],
    ):
        assert cli("form", *argv).code == 2
    assert cli("form", "none-such", "-o", tmp_path / "form.xlsx").code == 3
    assert not [*tmp_path.iterdir()]


def test_a_wrong_answer_names_its_cell(cli, tmp_path):
    form = tmp_path / "form.xlsx"
    cli("form", "-o", form, "--lang", "en")
    place = place_of(form.read_bytes(), "livelihood")
    form.write_bytes(filled(form.read_bytes(), {place: "Sevre"}))
    again = ["form", "--answers", form, "-o", tmp_path / "again.xlsx"]
    for argv in (["score", form], ["explain", form], ["diff", form, form], again):
        done = cli(*argv)
        assert done.code == 3
        assert f"form.xlsx: error: {place} (question livelihood): " in done.err


def test_batch_reads_forms_in_folders(cli, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    cli("form", "--answers", "examples/service-chatbot.json", "-o", folder / "a.xlsx")
    shutil.copy("examples/service-chatbot.json", folder / "b.json")
    (folder / "c.xlsx").write_bytes(b"PK\x03\x04 rubbish")
    (folder / "~$a.xlsx").write_bytes(b"\0" * 165)
    (folder / "d.docx").write_bytes(b"PK\x03\x04")
    done = cli("batch", folder, "--format", "jsonl", "--lang", "en")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["source"].rpartition("/")[2] for row in rows] == ["a.xlsx", "b.json", "c.xlsx"]
    assert [row["status"] for row in rows][2] == "refused"
    assert rows[2]["error_code"] == "workbook_damaged"
    assert "2 files were skipped" in done.err
    differs = {key for key in rows[0] if rows[0][key] != rows[1][key]}
    # A form is of the latest edition, and not completed.
    assert differs <= {"source", "version", "digest", "completed_on", "completed_at", "reassess_due"}


def test_batch_reads_a_form_from_standard_input(process, cli, tmp_path):
    cli("form", "-o", tmp_path / "form.xlsx")
    done = process("batch", "-", "--format", "jsonl", typed=(tmp_path / "form.xlsx").read_bytes())
    assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["incomplete"]


def test_an_interview_begins_with_a_form(cli, tmp_path):
    questionnaire = load_questionnaire("gpaisa")
    form = tmp_path / "form.xlsx"
    cli("form", "--answers", "examples/service-chatbot.json", "-o", form)
    answers = load_answers("examples/service-chatbot.json")
    found = load_prefill(str(form), questionnaire).answers.answers
    assert {name: answer.value for name, answer in found.items()} == {
        name: a.value for name, a in answers.answers.items()
    }
    assert not any(answer.confirmed for answer in found.values() if answer.status != "unanswered")
