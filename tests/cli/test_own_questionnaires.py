"""Questionnaires of one's own, found by name in the folders that AIASSESS_QUESTIONNAIRES names."""

import json
import os
import shutil

import pytest

from aiassess.resources import data_folder

OWN = """\
format: 1
id: {id}
version: {version}
languages: [en]
title: {title}
provenance: {{status: draft, statement: For tests.}}
sections:
  - id: only
    title: Only
    questions:
      - {{id: colour, type: choice, text: Which?, options: [{{id: red, label: Red}}, {{id: blue, label: Blue}}]}}
scoring: {{inherent: {{maximum: all}}, controls: {{maximum: all}}, mitigation: {{method: none}}}}
levels: [{{id: low, title: Low}}]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    found = tmp_path / "ours"
    found.mkdir()
    monkeypatch.setenv("AIASSESS_QUESTIONNAIRES", str(found))
    return found


def own(folder, name="mine", version="1.0.0", file=None, title="Ours"):
    target = folder / (file or f"{name}.yaml")
    target.write_text(OWN.format(id=name, version=version, title=title), encoding="utf-8")
    return target


def answers(folder, name="mine", version="1.0.0"):
    file = folder / f"{name}-{version}.json"
    edition = {"id": name, "version": version}
    file.write_text(
        json.dumps({"format": "aiassess.answers/1", "questionnaire": edition, "answers": {"colour": "red"}})
    )
    return file


def test_a_questionnaire_of_ones_own_is_found_by_its_id(cli, folder, tmp_path):
    file = own(folder, file="whatever it is called.yaml")
    assert cli("questionnaire", "show", "mine", "--format", "json").json["title"] == "Ours"
    assert cli("score", answers(tmp_path), "--format", "json").json["result"]["level"] == "low"
    assert cli("batch", tmp_path / "mine-1.0.0.json").code == 0
    assert cli("form", "mine", "-o", tmp_path / "form.html").code == 0
    assert f"mine 1.0.0 (draft; yours: {file}): Ours\n" in cli("--lang", "en", "questionnaire", "list").out
    rows = cli("questionnaire", "list", "--format", "json").json
    shipped = ["gpaisa", "gpaisa", "ai_at_work"]
    assert [(row["id"], row["file"]) for row in rows] == [*((name, None) for name in shipped), ("mine", str(file))]
    refused = cli("--lang", "en", "score", answers(tmp_path, "other"))
    assert refused.code == 3
    assert all(word in refused.err for word in ("gpaisa", "ai_at_work", "mine", "AIASSESS_QUESTIONNAIRES"))
    assert "gpaisa, ai_at_work, mine" in cli("--lang", "en", "questionnaire", "show", "nonesuch").err


def test_the_last_of_each_first_number_is_an_edition(cli, folder, tmp_path):
    own(folder, version="1.4.0", file="old.yaml", title="Old")
    own(folder, version="2.0.0", title="New")
    shown = {
        name: cli("questionnaire", "show", name, "--format", "json") for name in ("mine", "mine@1.4.0", "mine@2.0.0")
    }
    assert [done.json["title"] for done in shown.values()] == ["New", "Old", "New"]
    for version, taken in (("1.0.0", "1.4.0"), ("2.0.0", "2.0.0")):
        scored = cli("score", answers(tmp_path, version=version), "--format", "json")
        assert scored.json["questionnaire"]["version"] == taken
    unknown = cli("--lang", "en", "questionnaire", "show", "mine@3.0.0")
    assert (unknown.code, "mine@2.0.0, mine@1.4.0" in unknown.err) == (3, True)


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_two_files_that_claim_a_name_are_an_error_that_names_both(cli, folder, tmp_path, lang):
    first, second = own(folder, file="a.yaml"), own(folder, file="b.yaml", version="1.9.9")
    for done in (cli("--lang", lang, "questionnaire", "show", "mine"), cli("--lang", lang, "score", answers(tmp_path))):
        assert done.code == 3
        assert done.err.startswith(f"{second}: ")
        assert str(first) in done.err
    assert cli("score", answers(tmp_path), "-q", first).code == 0, "a path is clear"
    assert cli("questionnaire", "show", "gpaisa").code == 0, "nobody claims that one"


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_a_shipped_name_is_never_taken_over(cli, folder, tmp_path, lang):
    shutil.copytree(data_folder("questionnaires"), folder, dirs_exist_ok=True)
    for name in ("gpaisa", "gpaisa@1.0.0"):
        done = cli("--lang", lang, "questionnaire", "show", name)
        assert done.code == 3
        assert done.err.startswith(f"{folder / 'gpaisa.yaml'}: ")
        assert "“gpaisa”" in done.err
    assert cli("--lang", lang, "questionnaire", "list").code == 3
    assert cli("questionnaire", "show", folder / "gpaisa.yaml").code == 0


def test_only_files_of_the_folder_itself_are_found(cli, folder, tmp_path):
    (tmp_path / "secret").mkdir()
    outside = own(tmp_path / "secret", "outside")
    (folder / "below").mkdir()
    own(folder / "below", "below")
    (folder / "link.yaml").symlink_to(outside)
    (folder / "lost.yaml").symlink_to(folder / "nowhere")
    (folder / "folder.yaml").mkdir()
    (folder / "section.yaml").write_text("id: section\ntitle: S\nquestions: []\n")
    (folder / "noise.yaml").write_bytes(b"\xff\xfe\x00" * 1000)
    own(folder, "other_ending", file="other.yml")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.yaml")
    own(folder)
    rows = cli("questionnaire", "list", "--format", "json").json
    assert [row["id"] for row in rows] == ["gpaisa", "gpaisa", "ai_at_work", "mine"]


def test_one_that_is_broken_says_so_and_hides_no_other(cli, folder, tmp_path):
    own(folder)
    broken = own(folder, "broken")
    broken.write_text(broken.read_text().replace("type: choice", "type: chioce"))
    done = cli("questionnaire", "list")
    assert (done.code, "mine 1.0.0" in done.out, f"{broken}:11:" in done.err) == (3, True, True)
    assert cli("score", answers(tmp_path)).code == 0
    assert cli("batch", tmp_path / "mine-1.0.0.json").code == 3, "what it would count is not known"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("id: \"quoted\"\r\nversion: '1.0.0'\r\n", True),
        ("\ufeffid: quoted # a remark\nversion: 1.0.0   # another\n", True),
        ("id: quoted\nversion: 1.0\n", False),
        ("  id: quoted\n  version: 1.0.0\n", False),
        ("id: quoted\n", False),
        ("# id: quoted\nversion: 1.0.0\n", False),
    ],
)
def test_how_id_and_version_may_be_written(folder, written, found):
    from aiassess.questionnaire.shipped import is_known

    (folder / "q.yaml").write_bytes(written.encode())
    assert is_known("quoted") == found


def test_several_folders_and_the_home_folder(cli, tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        own(tmp_path / name, name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("AIASSESS_QUESTIONNAIRES", os.pathsep.join(["~/one", "", str(tmp_path / "two"), "/no/such"]))
    assert [row["id"] for row in cli("questionnaire", "list", "--format", "json").json][3:] == ["one", "two"]
