"""``aiassess merge`` from the outside."""

import json
import os
import sys

import pytest

from support.editions import ANSWERS

EXAMPLE = json.loads((ANSWERS / "welfare-eligibility.json").read_text(encoding="utf-8"))


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """Write the example as three parts, of which two differ on ``rights``, into the current folder."""
    monkeypatch.chdir(tmp_path)
    names = [*EXAMPLE["answers"]]
    third = len(names) // 3
    for place, name in enumerate(("officer", "ictso", "vendor")):
        answers = {
            each: EXAMPLE["answers"][each] for each in names[place * third :][: third + 3 if place < 2 else None]
        }
        if name == "vendor":
            answers["rights"] = {"value": "none", "note": "Nobody is hurt."}
        about = {**EXAMPLE["about"], "assessor": name}
        write(tmp_path / f"{name}.json", {**EXAMPLE, "about": about, "answers": answers})
    return ["officer.json", "ictso.json", "vendor.json"]


def write(file, data):
    file.write_text(json.dumps(data), encoding="utf-8")


def test_a_difference_is_listed_and_nothing_is_written(cli, parts, tmp_path):
    found = cli("merge", *parts, "-o", "all.json", "--lang", "en")
    assert found.code == 1
    assert "The parts differ in one place" in found.out
    assert "[rights]: different answers, different notes" in " ".join(found.out.split())
    assert found.err == ""
    assert not (tmp_path / "all.json").exists()
    data = cli("merge", *parts, "-o", "all.json", "--format", "json").json
    assert data["format"] == "aiassess.conflicts/1"
    assert [conflict["question"] for conflict in data["conflicts"]] == ["rights"]


def test_standard_output_is_for_answers_alone(cli, parts):
    found = cli("merge", *parts)
    assert (found.code, found.out) == (1, "")
    assert "rights" in found.err
    assert cli("merge", *parts, "--prefer", "officer.json").json["format"] == "aiassess.answers/1"


def test_a_preferred_file_settles_it_and_the_result_is_that_of_the_whole(cli, parts, tmp_path):
    found = cli("merge", *parts, "-o", "all.json", "--prefer", "./officer.json")
    assert (found.code, found.out) == (0, "")
    assert "Merged 3 files" in found.err
    assert "score all.json" in found.err
    merged = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    whole = {
        name: item["value"] if type(item) is dict and "value" in item else item
        for name, item in EXAMPLE["answers"].items()
    }
    assert {name: item.get("value", whole[name]) for name, item in merged["answers"].items()} == whole
    assert merged["about"]["assessor"] == "ictso; officer; vendor"
    assert str(tmp_path) not in json.dumps(merged)
    results = [
        cli("score", file, "--format", "json").json["result"]
        for file in ("all.json", ANSWERS / "welfare-eligibility.json")
    ]
    assert results[0] | {"reassess": None} == results[1] | {"reassess": None}
    backwards = cli("merge", *reversed(parts), "--prefer", "officer.json")
    assert backwards.out == (tmp_path / "all.json").read_text(encoding="utf-8")
    assert cli("merge", "all.json", "all.json").out == backwards.out


def test_without_a_terminal_nobody_can_be_asked(cli, parts, tmp_path):
    found = cli("merge", *parts, "-o", "all.json", "--interactive", "--lang", "en")
    assert found.code == 1
    assert "There is no terminal to ask in." in found.err
    assert not (tmp_path / "all.json").exists()


def test_a_part_comes_from_standard_input(process, parts, tmp_path):
    raw = (tmp_path / "officer.json").read_bytes()
    found = process("merge", "-", "-", *parts[1:], "--prefer", "-", typed=raw, cwd=tmp_path)
    assert found.code == 0
    first = found.json["about"]["parts"][1]
    assert first["assessor"] == "officer"
    assert "file" not in first


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["nowhere.json"], 3, "nowhere.json"),
        (["--prefer", "other.json"], 2, "--prefer names other.json"),
        (["-o", "officer.json"], 2, "officer.json"),
        (["--format", "md"], 2, "md"),
        (["--lang", "fr"], 2, "fr"),
        (["-q", "nothing"], 3, "nothing"),
    ],
)
def test_what_cannot_be_done(cli, parts, words, code, message):
    found = cli("merge", *parts, *words)
    assert (found.code, found.out) == (code, "")
    assert message in found.err


def test_what_merge_lists_is_recognized(cli, parts, tmp_path):
    write(tmp_path / "list.json", cli("merge", *parts, "-o", "all.json", "--format", "json").json)
    found = cli("score", "list.json", "--lang", "en")
    assert found.code == 3
    assert "aiassess merge" in found.err


@pytest.mark.skipif(sys.platform != "linux", reason="names of files as Linux has them")
def test_names_that_no_text_can_hold(cli, parts, tmp_path):
    strange = os.fsdecode(b"v\xff\x1b[31m\n.json")
    (tmp_path / "vendor.json").rename(tmp_path / strange)
    words = ["officer.json", "ictso.json", strange]
    data = cli("merge", *words, "-o", "all.json", "--format", "json").json
    assert [source["file"] for source in data["files"]] == [
        "ictso.json",
        "officer.json",
        "v\\u{dcff}\\u{1b}[31m\n.json",
    ]
    text = cli("merge", *words, "-o", "all.json").out
    assert "\x1b" not in text
    assert "v\\u{dcff}\\u{1b}[31m .json: vendor" in text
    assert cli("merge", *words, "-o", "all.json", "--prefer", strange).code == 0
    merged = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert merged["about"]["parts"][2]["file"] == "v?\x1b[31m\n.json"
