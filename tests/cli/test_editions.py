"""What was assessed with an earlier edition, in a program whose current one is another, is read as it was made."""

import csv
import io
import json
import sys

import pytest

from aiassess import load_questionnaire
from aiassess.questionnaire.shipped import edition_names, shortest_name
from support.editions import ANSWERS, GPAISA, later_gpaisa, shipping

WELFARE = ANSWERS / "welfare-eligibility.json"
LATER = "9.0.0"


@pytest.fixture
def later(tmp_path, monkeypatch):
    """A program that ships gpaisa 9.0.0, and 1.0.0 beside it."""
    with shipping(tmp_path / "program", monkeypatch, later_gpaisa(LATER)):
        yield


@pytest.fixture
def assess(cli, monkeypatch):
    def hold(*argv, typed=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in typed)))
        return cli("assess", *argv, "--plain")

    return hold


def answered(cli, later_version, tmp_path, name="new.json", **answers):
    data = json.loads(WELFARE.read_text(encoding="utf-8"))
    kept = {key: item for key, item in data["answers"].items() if key in ("system_name", "agency_name", "livelihood")}
    data = {
        "format": data["format"],
        "questionnaire": {"id": "gpaisa", "version": later_version},
        "answers": kept | answers,
    }
    file = tmp_path / name
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_names(cli, later):
    assert edition_names() == [f"gpaisa@{LATER}", GPAISA]
    listed = cli("questionnaire", "list", "--lang", "en").out.splitlines()
    assert [line.partition(":")[0] for line in listed] == [
        f"gpaisa {LATER} (unofficial)",
        "gpaisa 1.0.0 (unofficial; an earlier edition",
    ]
    assert "; edisi terdahulu: gpaisa@1.0.0)" in cli("--lang", "ms", "questionnaire", "list").out
    rows = cli("questionnaire", "list", "--format", "json").json
    assert [(row["name"], row["version"], row["current"]) for row in rows] == [
        ("gpaisa", LATER, True),
        (GPAISA, "1.0.0", False),
    ]
    for name, version in (("gpaisa", LATER), (GPAISA, "1.0.0"), (f"gpaisa@{LATER}", LATER)):
        assert cli("questionnaire", "show", name, "--format", "json").json["version"] == version
        assert f"urn:aiassess:answers:gpaisa:{version}" in cli("questionnaire", "schema", name).out
        assert cli("questionnaire", "lint", name).code in (0, 1)
        assert shortest_name("gpaisa", version) == ("gpaisa" if version == LATER else GPAISA)
    for lang, words in (("en", "There is no version 2.5.0"), ("ms", "Tiada versi 2.5.0")):
        refused = cli("--lang", lang, "questionnaire", "show", "gpaisa@2.5.0")
        assert refused.code == 3
        assert words in refused.err
        assert f"gpaisa@{LATER}, gpaisa@1.0.0" in refused.err


def test_answers_are_scored_with_the_edition_that_they_name(cli, later, tmp_path):
    def version(*argv):
        return cli("score", *argv, "--format", "json").json["questionnaire"]["version"]

    new = answered(cli, LATER, tmp_path)
    assert version(WELFARE) == "1.0.0"
    assert version(new) == LATER
    assert version(WELFARE, "-q", GPAISA) == "1.0.0"
    refused = cli("score", WELFARE, "-q", "gpaisa", "--lang", "en")
    assert refused.code == 3
    assert "The answers are for version 1.0.0; the questionnaire is version 9.0.0." in refused.err
    assert cli("score", answered(cli, "5.0.0", tmp_path), "--lang", "en").code == 3
    rows = list(csv.DictReader(io.StringIO(cli("batch", WELFARE, answered(cli, LATER, tmp_path)).out)))
    assert sorted((row["version"], row["status"], row["level"]) for row in rows) == [
        ("1.0.0", "complete", "high"),
        (LATER, "incomplete", "high"),
    ]
    assert cli("explain", WELFARE, "--format", "json").json["questionnaire"]["version"] == "1.0.0"


def test_reports_are_read_with_the_edition_that_made_them(cli, tmp_path, monkeypatch):
    report, new = tmp_path / "old.json", tmp_path / "later.json"
    assert cli("score", WELFARE, "-o", report).code == 0
    english = cli("render", report, "--lang", "en").out
    explained = cli("explain", report, "--lang", "en").out
    with shipping(tmp_path / "program", monkeypatch, later_gpaisa(LATER)):
        assert cli("verify", report).code == 0
        assert cli("render", report, "--lang", "en").out == english
        assert cli("explain", report, "--lang", "en").out == explained
        assert cli("score", report, "--format", "json").out.encode() == report.read_bytes()
        assert cli("score", answered(cli, LATER, tmp_path), "-o", new).code == 0
        assert cli("verify", report, new).code == 0
        for old in (report, WELFARE):
            found = cli("diff", old, new, "--format", "json").json["questionnaire"]
            assert (found["old"]["version"], found["new"]["version"]) == ("1.0.0", LATER)


def test_a_report_goes_with_its_own_edition_even_if_its_answers_name_an_earlier_one(cli, tmp_path, monkeypatch):
    report = tmp_path / "report.json"
    with shipping(tmp_path / "program", monkeypatch, later_gpaisa("9.1.0"), later_gpaisa("9.0.0")):
        answers = answered(cli, "9.0.0", tmp_path)
        assert cli("score", answers, "-o", report, "-q", "gpaisa").code == 0
        made = json.loads(report.read_bytes())["questionnaire"]
        assert (made["version"], made["answered_version"]) == ("9.1.0", "9.0.0")
        assert cli("score", report, "--format", "json").out.encode() == report.read_bytes()
        assert cli("score", answers, "--format", "json").json["questionnaire"]["version"] == "9.0.0"


def test_drafts_go_on_with_the_edition_that_they_were_begun_with(assess, cli, tmp_path, monkeypatch):
    before = dict(load_questionnaire(GPAISA).document)
    with shipping(tmp_path / "before", monkeypatch, before):
        assert assess("gpaisa", "--new", "--lang", "en", typed=["Old system", "quit"]).code == 0
    with shipping(tmp_path / "program", monkeypatch, later_gpaisa(LATER)):
        assert "gpaisa 1.0.0" in cli("drafts", "list", "--lang", "en").out
        for argv in (["--resume", "gpaisa-1"], ["gpaisa", "--resume", "gpaisa-1"], [GPAISA, "--resume", "gpaisa-1"]):
            resumed = assess(*argv, "--lang", "en", typed=["quit"])
            assert "Continuing the draft gpaisa-1: 1 of" in resumed.out, argv
            assert "no longer" not in resumed.out
        refused = assess(f"gpaisa@{LATER}", "--resume", "gpaisa-1", "--lang", "en")
        assert refused.code == 3
        assert "assess --answers" in refused.err
        assert assess("--new", "--lang", "en", typed=["New system", "quit"]).code == 0
        assert f"gpaisa {LATER}" in cli("drafts", "list", "--lang", "en").out
        for name, seen in (("gpaisa", "Old New"), (GPAISA, "Old"), (f"gpaisa@{LATER}", "New")):
            offered = assess(name, "--lang", "en", typed=["quit"]).out
            assert [word for word in ("Old", "New") if f"{word} system" in offered] == seen.split(), name


@pytest.mark.parametrize("lang", ["en", "ms"])
@pytest.mark.parametrize("kind", ["answers", "report", "draft"])
def test_answers_are_taken_into_the_current_edition(assess, cli, tmp_path, monkeypatch, lang, kind):
    source, before = WELFARE, load_questionnaire(GPAISA)
    if kind == "report":
        source = tmp_path / "report.json"
        assert cli("score", WELFARE, "-o", source).code == 0
    given = json.loads(WELFARE.read_text(encoding="utf-8"))["answers"]
    if kind == "draft":
        source = tmp_path / "sent-1.draft.json"
        source.write_bytes(WELFARE.read_bytes())
    with shipping(tmp_path / "program", monkeypatch, later_gpaisa(LATER)):
        begun = assess("--answers", source, "--out", tmp_path / "out", "--lang", lang, typed=["skip", "quit", "keluar"])
        assert begun.code == 0
        draft = json.loads((tmp_path / "out" / "gpaisa-1.draft.json").read_text(encoding="utf-8"))
        dropped = json.loads((tmp_path / "out" / "gpaisa-1.dropped.json").read_text(encoding="utf-8"))["dropped"]
    assert draft["questionnaire"] == {"id": "gpaisa", "version": LATER}
    assert draft["about"].get("revises", "").startswith("sha256:" if kind == "report" else "")
    reasons = {
        "accuracy_target": ("The question is no longer part", "Soalan ini tidak lagi terdapat"),
        "people_per_year": ("out of range; expected 0 to 100", "di luar julat; diperlukan dari 0 hingga 100"),
        "next_review": ("now takes another kind of answer: a text", "jenis jawapan yang lain: teks"),
        "hosting": ("is no longer offered", "tidak lagi disediakan"),
    }
    assert {item["question"] for item in dropped} == set(reasons)
    said = " ".join(begun.out.split())
    for item in dropped:
        assert item["answer"] == given[item["question"]], "as it was typed, to be read again"
        name = item["question"]
        line = f"- {' '.join(before.by_id[name].text[lang].split())[:60]}"
        assert line in said
        assert reasons[name][lang == "ms"] in said[said.index(line) :][:400]
    label = before.by_id["hosting"].option(given["hosting"]["value"]).label[lang]
    assert f"“{label}”" in said
    for name, item in given.items():
        taken = draft["answers"].get(name)
        if name not in reasons:
            assert taken == {**item, "confirmed": False}
        elif taken is not None:
            assert taken == {key: item[key] for key in ("note", "evidence") if key in item}
