"""``questionnaire lint --prove --witness DIR``, as its users meet it."""

import json

import pytest

from support.tiny import document, inherent

NEVER = {"all": [{"question": "risk", "is": "all"}, {"not": {"question": "risk", "any_of": ["some", "all"]}}]}


@pytest.fixture
def faulty(tmp_path):
    rules = [{"id": "mute", "when": NEVER, "level": "high"}]
    levels = [{"id": "low", "up_to_percent": 50}, {"id": "high"}]
    file = tmp_path / "faulty.yaml"
    file.write_text(json.dumps(document(inherent(), rules=rules, levels=levels)))
    return file


def test_what_lint_cannot_see_is_proven(cli, faulty):
    assert cli("questionnaire", "lint", faulty, "--strict").code == 0
    done = cli("--lang", "en", "questionnaire", "lint", faulty, "--prove", "--strict")
    assert done.code == 1
    assert "warning: rules[0].when: The rule “mute” can never hold, so it raises no system to “high”." in done.out
    (entry,) = cli("questionnaire", "lint", faulty, "--prove", "--format", "json").json["questionnaires"]
    assert [p["code"] for p in entry["problems"] if p["severity"] != "note"] == ["prove_rule_never"]


def test_nothing_is_proven_while_there_are_errors(cli, faulty):
    faulty.write_text(faulty.read_text().replace('"is": "all"', '"is": "none_such"'))
    done = cli("--lang", "en", "questionnaire", "lint", faulty, "--prove")
    assert done.code == 1
    assert "note: Nothing was proven: correct the errors first." in done.out
    assert cli("questionnaire", "lint", faulty.with_name("absent.yaml"), "--prove").code == 3


def test_the_witnesses_are_answers_files(cli, faulty, tmp_path):
    folder = tmp_path / "shown" / "here"
    for _ in range(2):  # a second run replaces what the first one wrote
        assert cli("questionnaire", "lint", faulty, "--witness", folder).code == 0
    rows = [line.split(",") for line in (folder / "reached.csv").read_text().splitlines()[1:]]
    reached = {about: folder / name for path, about, name in rows if path.startswith("levels")}
    assert set(reached) == {"low", "high"}
    for level, file in reached.items():
        assert cli("score", file, "-q", faulty, "--format", "json").json["result"]["level"] == level


def test_what_an_earlier_run_showed_goes(cli, faulty, tmp_path):
    folder = tmp_path / "shown"
    cli("questionnaire", "lint", faulty, "--witness", folder)
    ours, theirs = folder / "prove_level_worse-mended.json", folder / "prove_notes.json"
    ours.write_text((folder / "reached-001.json").read_text())
    theirs.write_text("{}")
    cli("questionnaire", "lint", faulty, "--witness", folder)
    assert (ours.exists(), theirs.exists()) == (False, True)


def test_witnesses_are_of_one_questionnaire(cli, faulty, tmp_path):
    done = cli("--lang", "en", "questionnaire", "lint", faulty, "gpaisa", "--witness", tmp_path / "shown")
    assert (done.code, (tmp_path / "shown").exists()) == (2, False)
    assert "--witness takes one questionnaire, not 2." in done.err


def test_what_lint_says_already_is_said_once(cli, tmp_path):
    number = {"id": "n", "type": "number", "maximum": 5, "bands": [{"up_to": 9, "points": 0}, {"points": 0}]}
    file = tmp_path / "twice.yaml"
    file.write_text(json.dumps(document(inherent(), number)))
    done = cli("questionnaire", "lint", file, "--prove", "--format", "json")
    said = [(p["path"], p["code"]) for one in done.json["questionnaires"] for p in one["problems"]]
    assert [code for path, code in said if path.endswith("bands[1]")] == ["prove_band_never"]
    assert [code for path, code in said if path == "levels[3]" and "asked" not in code] == ["prove_level_never"]


@pytest.mark.parametrize(
    "text", ["{}", "not JSON", '{"about": {"assessor": "Aminah"}, "questionnaire": {"id": "tiny"}}']
)
def test_no_file_of_anybody_else_is_replaced(cli, faulty, tmp_path, text):
    theirs = tmp_path / "reached-001.json"
    theirs.write_text(text)
    done = cli("--lang", "en", "questionnaire", "lint", faulty, "--witness", tmp_path)
    assert (done.code, theirs.read_text()) == (3, text)
    assert f"{theirs}: error: The folder already has a file of this name" in done.err
    assert not (tmp_path / "reached.csv").exists()


def test_a_folder_that_cannot_be_made(cli, faulty):
    done = cli("questionnaire", "lint", faulty, "--witness", faulty / "below")
    assert done.code == 3
    assert str(faulty) in done.err
