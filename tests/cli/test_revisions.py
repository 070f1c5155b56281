"""A finished assessment is revised, not overwritten: interview, report, interview, report, chain; the real program."""

import json


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def test_a_report_is_revised_by_another_interview(process, write_questionnaire, tmp_path):
    questionnaire = write_questionnaire()
    interview = ("assess", questionnaire, "--plain", "--lang", "en", "--out", "done")
    assert process(*interview, typed=b"1\nfinish\n", cwd=tmp_path).code == 0
    first = tmp_path / "done" / "report.json"
    before = first.read_bytes()

    revision = process(*interview, "--answers", "done/report.json", typed=b"colour\n2\nfinish\n", cwd=tmp_path)
    assert revision.code == 0, revision.err
    second = tmp_path / "done-2" / "report.json"
    assert first.read_bytes() == before
    assert read(second)["about"]["revises"] == read(first)["digest"]
    assert [read(file)["answers"][0]["value"] for file in (first, second)] == ["red", "blue"]

    verified = process("verify", "done", "done-2", "-q", questionnaire, "--lang", "en", cwd=tmp_path)
    assert verified.code == 0, verified.out
    assert verified.out.count(": reproduced (") == 2

    shown = process("render", "done-2/report.json", "--earlier", "done", cwd=tmp_path).out
    chain = shown[shown.index("\nRevisions\n") :].splitlines()[2:]
    assert [chain[0][-11:], *chain[1:2], *chain[3:]] == [
        "this report",
        f"  {read(second)['digest']}",
        "  done/report.json",
        f"  {read(first)['digest']}",
    ]

    # Scoring the new answers does not take the old report's place either.
    refused = process("score", "done-2/answers.json", "-q", questionnaire, "-o", "done/report.json", cwd=tmp_path)
    assert refused.code == 3
    assert first.read_bytes() == before


def test_what_was_edited_is_not_revised(process, write_questionnaire, tmp_path):
    questionnaire = write_questionnaire()
    interview = ("assess", questionnaire, "--plain", "--lang", "en", "--out", "done")
    assert process(*interview, typed=b"1\nfinish\n", cwd=tmp_path).code == 0
    file = tmp_path / "done" / "report.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"red"', '"blue"'), encoding="utf-8")
    done = process(*interview, "--answers", "done/report.json", typed=b"2\nfinish\n", cwd=tmp_path)
    assert done.code == 3
    assert "changed after it was made" in done.err
    verified = process("verify", "done", "-q", questionnaire, "--lang", "en", cwd=tmp_path)
    assert verified.code == 1
    assert 'answers[0].value (question colour): "blue"; it was "red"' in verified.out
