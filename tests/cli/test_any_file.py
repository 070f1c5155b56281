"""Answers files and reports to every command that takes both, and the wrong file to every command."""

import json
import os
import sys
from pathlib import Path

import pytest
import rfc8785

from aiassess import load_questionnaire
from aiassess.canonical import to_json
from support.editions import ANSWERS
from support.tiny import answers_document, report_of

GPAISA = load_questionnaire("gpaisa@1.0.0")
OWN = ("source", "digest", "report_digest")
"""Columns of a row that differ between answers and a report of them."""
EXAMPLES = sorted(ANSWERS.glob("*.json"))


@pytest.fixture
def pair(tmp_path):
    """Write answers to gpaisa and their report."""
    given = {"system_name": "Ünit", "livelihood": "severe", "audience": ["public"]}
    files = tmp_path / "answers.json", tmp_path / "report.json"
    documents = answers_document(GPAISA, given, language="ms"), report_of(GPAISA, given, language="ms")
    for file, data in zip(files, documents, strict=True):
        file.write_text(to_json(data), encoding="utf-8", newline="\n")
    return files


def test_the_report_of_a_report_is_itself(cli, tmp_path):
    for place, example in enumerate(EXAMPLES):
        text = cli("score", example, "--format", "json", "--lang", GPAISA.languages[place % 2]).out
        file = tmp_path / "report.json"
        file.write_bytes(text.encode())
        done = cli("score", file, "--format", "json")
        assert (done.code, done.out) == (0, text), example


def test_commands_that_take_answers_take_a_report_as_well(cli, pair):
    for command in (
        ("score", "--format", "md"),
        ("score", "--fail-on", "minimal"),
        ("explain", "--format", "json", "--lang", "ms"),
        ("explain", "livelihood", "--lang", "ms"),
        ("batch", "--format", "jsonl"),
    ):
        done = [cli(command[0], file, *command[1:]) for file in pair]
        outs = [one.out for one in done]
        if command[0] == "batch":
            rows = [json.loads(text) for text in outs]
            outs = [{key: cell for key, cell in row.items() if key not in OWN} for row in rows]
        assert done[0].code == done[1].code
        assert outs[0] == outs[1] != ""
    for two in ((pair[0], pair[1]), (pair[1], pair[0])):
        assert cli("diff", *two, "--exit-code").code == 0


def test_a_report_that_was_changed_is_scored_by_nothing(cli, pair):
    pair[1].write_text(pair[1].read_text(encoding="utf-8").replace('"severe"', '"none"', 1), encoding="utf-8")
    for lang, word in (("en", "was changed"), ("ms", "telah diubah")):
        done = cli("score", pair[1], "--lang", lang)
        assert (done.code, done.out) == (3, "")
        assert word in done.err
    assert "report_changed_score" in cli("batch", pair[1]).out


def test_every_command_says_what_a_file_is_that_it_does_not_take(cli, pair, tmp_path):
    answers, report = map(str, pair)
    made = {
        "diff": ("diff", answers, report, "--format", "json"),
        "explanation": ("explain", report, "--format", "json"),
        "verification": ("verify", report, "--format", "json"),
        "schema": ("questionnaire", "schema", "gpaisa"),
        "lint": ("questionnaire", "lint", "gpaisa", "--format", "json"),
        "page": ("score", answers, "--format", "html"),
        "form": ("form", "--format", "html"),
        "questionnaire": ("questionnaire", "show", "gpaisa", "--format", "json"),
    }
    files = {}
    for kind, command in made.items():
        done = cli(*command)
        files[kind] = tmp_path / f"{kind}.json"
        files[kind].write_bytes(done.out.encode())
    other = tmp_path / "other.json"
    other.write_text(Path(answers).read_text(encoding="utf-8").replace("severe", "none"), encoding="utf-8")
    files["diff"].write_bytes(cli("diff", answers, other, "--format", "json").out.encode())
    (tmp_path / "bad.jsonl").write_text("{\n{\n")
    cli("batch", answers, tmp_path / "bad.jsonl", "-o", tmp_path / "rows.csv", "--errors", tmp_path / "errors.jsonl",
        "--summary", tmp_path / "portfolio.json", "--as-of", "2026-11-22")  # fmt: skip
    files |= {"rows": tmp_path / "rows.csv", "errors": tmp_path / "errors.jsonl"}
    files |= {"portfolio": tmp_path / "portfolio.json"}
    for place, (kind, file) in enumerate(files.items()):
        command = ("score", "explain", "render", "verify", "diff")[place % 5]
        for lang, words in (("en", "was expected"), ("ms", "diperlukan")):
            done = cli(command, file, *([answers] if command == "diff" else []), "--lang", lang)
            assert done.code == 3, (kind, command)
            assert words in done.err, (kind, command, done.err)
        if kind != "questionnaire":
            assert cli("questionnaire", "lint", file).code == 1, kind


def test_render_and_verify_say_what_answers_are_and_what_takes_them(cli, pair):
    for command in ("render", "verify"):
        done = cli(command, pair[0], "--lang", "en")
        assert done.code == 3
        assert "This is an answers file; a report (report.json) was expected. `aiassess score" in done.err


# One bad file of many


def test_a_report_that_meets_a_fault_of_ours_does_not_stop_the_others(cli, tmp_path, monkeypatch):
    calls = []
    real = rfc8785.dumps

    def failing(data):
        if "result" in data and not calls:
            calls.append(data)
            raise RuntimeError("a fault")
        return real(data)

    text = to_json(report_of(GPAISA, {"hours_saved": 1e-7}))  # which only this library writes as RFC 8785 asks
    for name in ("a", "b"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "report.json").write_text(text + "\n", encoding="utf-8")
    cli("verify", tmp_path / "in")  # so that the questionnaires are at hand
    monkeypatch.setattr(rfc8785, "dumps", failing)
    done = cli("verify", tmp_path / "in", "--format", "json", "--lang", "en")
    outcomes = [item["outcome"] for item in json.loads(done.out)]
    assert done.code == 4
    assert sorted(outcomes) == ["layout", "unreadable"]
    assert "a fault" in done.err


def test_a_wrong_report_of_many_does_not_stop_the_others(cli, pair, tmp_path):
    text = pair[1].read_text(encoding="utf-8")
    for n, wrong in enumerate(('"approval": 7', '"approval": null', "{", "")):
        file = tmp_path / "in" / str(n) / "report.json"
        file.parent.mkdir(parents=True)
        data = json.loads(text)
        data["result"]["approval"] = 7
        file.write_text(json.dumps(data) if "7" in wrong else text if "null" in wrong else wrong, encoding="utf-8")
    for lang in ("en", "ms"):
        done = cli("verify", tmp_path / "in", "--lang", lang)
        assert done.code == 3
        assert len(done.out.splitlines()) == 1
        assert done.err.count("report.json") == 3
    assert cli("render", pair[1], "--earlier", tmp_path / "in").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_a_folder_is_not_waited_for(cli, pair, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "report.json")
    (folder / "other.json").write_bytes(pair[1].read_bytes())
    assert cli("verify", folder).code == 0
    assert cli("render", pair[1], "--earlier", folder).code == 0
