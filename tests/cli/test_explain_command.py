"""``aiassess explain`` from the outside."""

import json

import pytest

from aiassess.canonical import digest_of
from support.editions import ANSWERS
from support.schemas import Schema

EXAMPLES = ANSWERS
WELFARE = EXAMPLES / "welfare-eligibility.json"


@pytest.fixture
def saved(cli, tmp_path):
    file = tmp_path / "report.json"
    assert cli("score", WELFARE, "-o", file).code == 0
    return file


def test_a_report_and_its_answers_file_are_explained_alike(cli, saved):
    """The report is in Malay, which is the language of its answers."""
    report, answers = cli("explain", saved), cli("explain", WELFARE)
    assert report.code == answers.code == 0
    assert report.out == answers.out
    assert "Risiko Tinggi" in report.out
    assert "tiada kawalan dapat menurunkannya" in " ".join(report.out.split())


def test_a_target_is_reached_by_a_plan_or_proven_out_of_reach(cli):
    ready = cli("explain", WELFARE, "ready", "--format", "json").json
    Schema("explanation").validate(ready)
    (target,) = ready["targets"]
    assert len(target["plan"]["changes"]) == 8
    assert target["plan"]["after"]["verdict"] == "ready"
    limited = cli("explain", WELFARE, "limited", "--lang", "en").out
    assert "Rule severe_livelihood holds it at High risk, and no control can lower it" in " ".join(limited.split())
    (target,) = cli("explain", WELFARE, "limited", "--any-answer", "--format", "json").json["targets"]
    assert [change["question"] for change in target["plan"]["changes"]] == ["outcome_role", "livelihood"]


def test_one_question(cli):
    found = cli("explain", WELFARE, "livelihood", "--lang", "en")
    assert found.code == 0
    assert "Inherent risk: 12 of 12 points (weight 3)." in found.out


def test_formats_and_files(cli, tmp_path):
    assert cli("explain", WELFARE, "-o", tmp_path / "why.md", "-o", tmp_path / "why.json").out == ""
    assert (tmp_path / "why.md").read_text(encoding="utf-8").startswith("# ")
    assert json.loads((tmp_path / "why.json").read_text(encoding="utf-8"))["format"] == "aiassess.explanation/1"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["nothing_like_it"], 2, "is not a question, level or verdict"),
        (["--lang", "fr"], 2, "fr"),
        (["--format", "html"], 2, "html"),
    ],
)
def test_wrong_usage_is_said(cli, words, code, message):
    done = cli("explain", WELFARE, *words)
    assert (done.code, done.out) == (code, "")
    assert message in done.err


@pytest.mark.parametrize("forged", [False, True])
def test_a_report_that_was_changed_is_not_explained(cli, saved, forged):
    report = json.loads(saved.read_text(encoding="utf-8"))
    report["result"]["level"] = "limited"
    if forged:
        report["digest"] = digest_of({key: value for key, value in report.items() if key != "digest"})
    saved.write_text(json.dumps(report), encoding="utf-8")
    done = cli("explain", saved, "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert "was changed after it was made" in done.err


def test_an_edition_that_is_not_at_hand_is_asked_for(cli, saved):
    report = json.loads(saved.read_text(encoding="utf-8"))
    report["questionnaire"]["digest"] = "sha256:" + "1" * 64
    report["digest"] = digest_of({key: value for key, value in report.items() if key != "digest"})
    saved.write_text(json.dumps(report), encoding="utf-8")
    done = cli("explain", saved, "--lang", "en")
    assert done.code == 3
    assert "is not available. Give its file with -q." in done.err
