"""``assess --actor``: one actor's questions, a part of an assessment."""

import io
import json
import sys
from pathlib import Path

import pytest

QUESTIONS = """
dimensions:
  principles: []
  actors:
    - {id: owner, title: {en: Process owner, ms: Pemilik proses}}
    - {id: security_officer, title: {en: ICT security officer (ICTSO), ms: Pegawai Keselamatan ICT (ICTSO)}}
sections:
  - id: all
    title: All
    questions:
      - {id: name, type: text, text: {en: What is it called?, ms: Apakah namanya?}, actors: [owner]}
      - id: safe
        type: choice
        text: {en: Is it safe?, ms: Adakah selamat?}
        actors: [security_officer]
        options: [{id: yes, label: "Yes"}, {id: no, label: "No"}]
      - id: tried
        type: choice
        text: {en: Was it tried?, ms: Pernahkah diuji?}
        actors: [owner, security_officer]
        options: [{id: yes, label: "Yes"}, {id: no, label: "No"}]
languages: [en, ms]
title: {en: Tiny, ms: Kecil}
"""


@pytest.fixture
def assess(cli, monkeypatch, write_questionnaire, tmp_path):
    file = write_questionnaire(QUESTIONS, "tiny.yaml")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def hold(*argv, typed=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in typed)))
        return cli("assess", file, *argv, "--plain", "--lang", "en")

    return hold


def test_only_theirs_are_asked_and_the_end_says_that_it_is_a_part(assess):
    done = assess("--actor", "ICTSO", "--out", "part", typed=["1", "2", "finish", "yes"])
    assert done.code == 0
    assert "Is it safe?" in done.out
    assert "Was it tried?" in done.out
    assert "What is it called?" not in done.out.split("Review before finishing")[0]
    assert "answers.json is a part, with the answers of ICT security officer (ICTSO): to be merged" in done.err
    assert "--resume" in done.err
    assert "--actor security_officer" in done.err
    answers = json.loads(Path("part/answers.json").read_text(encoding="utf-8"))["answers"]
    assert set(answers) == {"safe", "tried"}
    assert json.loads(Path("part/report.json").read_text(encoding="utf-8"))["result"]["status"] == "incomplete"


def test_several_may_be_named_by_id_or_title(assess):
    done = assess("--actor", "owner", "--actor", "Pegawai Keselamatan ICT (ICTSO)", typed=["quit"])
    assert done.code == 0
    assert "What is it called?" in done.out


def test_a_draft_left_is_continued_with_the_same_questions(assess):
    left = assess("--new", "--actor", "security_officer", typed=["1", "quit"])
    assert "--actor security_officer" in left.err
    said = True
    for words in (["--actor", "ictso"], [], ["--actor", "owner", "--actor", "all"], []):
        again = assess("--resume", "tiny-1", *words, typed=["", "quit"])
        part = "all" not in words and said
        assert ("Only the questions for ICT security officer (ICTSO) are asked here" in again.out) == part
        assert f"1 of {2 if part else 3} questions settled" in again.out
        said = part


@pytest.mark.parametrize("wanted", ["nobody", "o"])
def test_one_that_is_not_one_is_refused_with_those_there_are(assess, wanted):
    done = assess("--actor", wanted, typed=["quit"])
    assert done.code == 2
    assert (
        f"“{wanted}” does not name one actor of the questionnaire. Choose from: owner, security_officer, all."
        in done.err
    )
