"""``questionnaire new``: a scaffold that lints clean and works at once."""

import json
import re
import sys

import pytest

from aiassess import load_questionnaire
from aiassess.questionnaire.scaffold import scaffold


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("languages", ["ms,en", "en,ms", "en", "ms"])
def test_it_lints_clean_is_proven_and_works_at_once(cli, here, languages):
    done = cli("questionnaire", "new", "school_ai", "--lang", languages)
    assert (done.code, done.out) == (0, "")
    assert "questionnaire lint school_ai.yaml" in done.err
    found = load_questionnaire("school_ai.yaml")
    assert (found.id, found.status, found.languages) == ("school_ai", "draft", tuple(languages.split(",")))
    linted = cli("--lang", "en", "questionnaire", "lint", "--strict", "--prove", "--terms", "malay", "school_ai.yaml")
    assert linted.code == 0
    assert all(": note: " in line for line in linted.out.splitlines()), "figures, and hints to weigh"
    assert "term list" not in linted.out
    (here / "answers.json").write_text(
        json.dumps(
            {
                "format": "aiassess.answers/1",
                "questionnaire": {"id": "school_ai", "version": "0.1.0"},
                "answers": {"harm": "severe", "reversible": "easily", "human_review": "none", "appeal": "planned"},
            }
        )
    )
    report = cli("score", "answers.json", "-q", "school_ai.yaml", "--format", "json").json
    assert report["result"]["level"] == "high"
    assert [finding["severity"] for finding in report["findings"]] == ["major"]
    assert cli("form", "school_ai.yaml", "-o", "form.html").code == 0


@pytest.mark.parametrize(("lang", "word"), [("en", "A scaffold"), ("ms", "Rangka soal selidik")])
def test_comments_are_in_the_language_of_the_program(cli, monkeypatch, lang, word):
    monkeypatch.setenv("AIASSESS_LANG", lang)
    text = cli("questionnaire", "new", "mine", "-o", "-", "--lang", "ms,en").out
    assert text.startswith(f"# {word}")
    assert not re.search(r"# (en|ms): ", text)
    assert "new_questionnaire" not in text
    assert text == scaffold("mine", ["ms", "en"], lang)


def test_every_comment_is_in_both_languages():
    english, malay = (scaffold("mine", ["ms", "en"], lang).splitlines() for lang in ("en", "ms"))
    assert len(english) == len(malay) > 200
    for one, other in zip(english, malay, strict=True):
        assert ("#" in one) == ("#" in other)
        assert one == other or one.lstrip().startswith("# ")


def test_nothing_is_overwritten(cli, here):
    (here / "mine.schema.json").write_text("kept")
    refused = cli("--lang", "en", "questionnaire", "new", "mine", "--schema")
    assert (refused.code, "mine.schema.json: error: " in refused.err) == (3, True)
    assert [file.name for file in here.iterdir()] == ["mine.schema.json"]
    assert cli("questionnaire", "new", "mine").code == 0
    before = (here / "mine.yaml").read_bytes()
    assert cli("questionnaire", "new", "mine").code == 3
    if sys.platform != "win32":  # links need rights there
        (here / "lost.yaml").symlink_to("nowhere.yaml")
        assert cli("questionnaire", "new", "lost").code == 3
    assert (here / "mine.yaml").read_bytes() == before
    assert not (here / "nowhere.yaml").exists()


@pytest.mark.parametrize("name", ["Mine", "1st", "my-form", "a/b", "x" * 81, "mine\n", "", "gpaisa"])
def test_ids_that_cannot_be(cli, here, name):
    assert cli("questionnaire", "new", name).code == 2
    assert list(here.iterdir()) == []


def test_languages_that_the_program_cannot_write(cli):
    assert cli("questionnaire", "new", "mine", "--lang", "ms,zh").code == 2


def test_an_editor_finds_the_schema_beside_it(cli, here):
    assert cli("questionnaire", "new", "mine", "--schema", "-o", "forms.yaml").code == 0
    assert (
        (here / "forms.yaml")
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=forms.schema.json\n")
    )
    made = (here / "forms.schema.json").read_text(encoding="utf-8")
    assert made == cli("questionnaire", "schema", "forms.yaml", "--authoring").out
    assert cli("questionnaire", "lint", "--strict", "forms.yaml").code == 0


def test_the_schema_is_written_while_the_file_has_errors(cli, here):
    file = here / "mine.yaml"
    file.write_text(scaffold("mine", ["en"], "en").replace("type: choice", "type: chioce", 1), encoding="utf-8")
    assert cli("questionnaire", "schema", file, "--authoring", "-o", "mine.schema.json").code == 0
    schema = json.loads((here / "mine.schema.json").read_text(encoding="utf-8"))
    assert "harm" in schema["$defs"]["condition"]["properties"]["question"]["enum"]
    file.write_text("a: [", encoding="utf-8")
    assert cli("questionnaire", "schema", file, "--authoring").code == 3
