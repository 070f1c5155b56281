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
