import json
import re

import pytest

from support.differences import edition
from support.editions import ANSWERS
from support.hostile import controls_in
from support.schemas import Schema
from support.tiny import control, inherent, report_of

EXAMPLES = ANSWERS
OLD, NEW = EXAMPLES / "welfare-eligibility-2025.json", EXAMPLES / "welfare-eligibility.json"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The reports of the example and of the year before."""
    from aiassess.cli.handler import run

    folder = tmp_path_factory.mktemp("reports")
    files = [folder / "old.json", folder / "new.json"]
    for answers, file in zip((OLD, NEW), files, strict=True):
        assert run(["score", str(answers), "-o", str(file)]) == 0
    return files


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Two reports of a tiny questionnaire."""
    folder = tmp_path_factory.mktemp("small")
    questionnaire = edition("1.0.0", inherent("risk"), control("guard"))
    given = {"old": {"risk": "all", "guard": "no"}, "new": {"risk": "some", "guard": "no"}}
    return [write(folder / f"{name}.json", report_of(questionnaire, answers)) for name, answers in given.items()]


def write(file, data):
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_two_reports(cli, reports):
    done = cli("diff", *reports)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Perubahan: Skor Kelayakan Bantuan Contoh\n")
    assert "Rumusan" in done.out


def test_two_answers_files_are_scored_first(cli, reports):
    assert cli("diff", OLD, NEW).out == cli("diff", *reports).out
    assert cli("diff", OLD, reports[1]).out == cli("diff", *reports).out


def test_the_formats(cli, reports):
    Schema("diff").validate(cli("diff", *reports, "--format", "json").json)
    assert cli("diff", *reports, "--format", "md", "--lang", "en").out.startswith("# What changed: ")
    assert cli("diff", *reports, "--lang", "en").out == cli("diff", *reports, "--lang", "en", "--format", "text").out


def test_files_by_their_endings(cli, small, tmp_path):
    files = [tmp_path / name for name in ("d.json", "d.md", "d.txt")]
    done = cli("diff", *small, *(word for file in files for word in ("-o", file)))
    assert (done.code, done.out) == (0, "")
    assert json.loads(files[0].read_text(encoding="utf-8"))["format"] == "aiassess.diff/1"
    assert files[1].read_text(encoding="utf-8") == cli("diff", *small, "--format", "md").out
    assert files[2].read_text(encoding="utf-8") == cli("diff", *small).out


@pytest.mark.parametrize("format_", ["text", "md", "json"])
def test_a_report_and_itself(cli, small, format_, tmp_path):
    for flags in ([], ["--exit-code"]):
        done = cli("diff", small[0], small[0], "--format", format_, *flags)
        assert (done.code, done.out, done.err) == (0, "", "")
    file = tmp_path / f"same.{'txt' if format_ == 'text' else format_}"
    assert cli("diff", small[0], small[0], "-o", file).code == 0
    assert file.read_bytes() == b""


def test_exit_code(cli, small):
    assert cli("diff", *small).code == 0
    done = cli("diff", *small, "--exit-code")
    assert (done.code, done.err) == (1, "")
    assert done.out == cli("diff", *small).out


def test_standard_input_for_one_of_the_two(process, reports):
    there = process("diff", "-", reports[1], "--format", "json", typed=reports[0].read_bytes())
    back = process("diff", reports[1], "-", "--format", "json", typed=OLD.read_bytes())
    assert there.code == back.code == 0
    assert there.json["result"]["verdict"]["effect"] == "better"
    assert back.json["result"]["verdict"]["effect"] == "worse"
    both = process("diff", "-", "-", typed=b"")
    assert (both.code, both.out) == (2, "")
    assert "standard input" in both.err


def test_the_readers_language(cli, reports, monkeypatch):
    monkeypatch.setenv("AIASSESS_LANG", "en")
    assert cli("diff", *reports).out.startswith("Perubahan"), "that of the new report, not the machine's"
    english = cli("diff", *reports, "--lang", "en").out
    assert english.startswith("What changed")
    assert "Penemuan" not in english
    refused = cli("diff", *reports, "--lang", "ta")
    assert (refused.code, refused.out) == (2, "")


def test_reports_in_two_languages_are_compared_in_the_new_ones(cli, reports, tmp_path):
    malay, english = reports[1], tmp_path / "new.en.json"
    assert cli("score", NEW, "--lang", "en", "-o", english).code == 0
    assert cli("diff", malay, english, "--exit-code").out == ""
    found = cli("diff", reports[0], english, "--format", "json").json
    assert found["language"] == "en"
    assert found["findings"] == cli("diff", *reports, "--format", "json", "--lang", "en").json["findings"]


def test_a_report_that_was_changed_by_hand(cli, reports, tmp_path):
    data = json.loads(reports[1].read_text(encoding="utf-8"))
    data["result"]["level"], data["result"]["level_title"] = "minimal", "Minimal\x1b[2J"
    edited = write(tmp_path / "edited.json", data)
    done = cli("diff", reports[1], edited, "--lang", "en")
    assert done.code == 0
    assert "edited.json: This report was changed after it was made" in done.err
    assert "! The new report was changed by hand" in done.out
    assert re.search(r"Level +Risiko Tinggi +Minimal\\u\{1b\}\[2J +▼ better", done.out)
    assert controls_in(done.out) == []
    assert (
        "> **The new report was changed by hand"
        in cli("diff", reports[1], edited, "--lang", "en", "--format", "md").out
    )
    assert cli("diff", reports[1], edited, "--format", "json").json["new"]["edited"] is True
    same = cli("diff", edited, edited, "--exit-code", "--lang", "en")
    assert (same.code, same.out) == (0, "")
    assert same.err.count("was changed after it was made") == 2


def test_another_edition_with_its_file(cli, tmp_path):
    earlier = edition("1.0.0", inherent("risk"), control("guard"))
    later = edition("1.1.0", inherent("risk", weight=2), control("guard"), {"id": "more"})
    old, new = report_of(earlier, {"risk": "some", "guard": "no"}), report_of(later, {"risk": "some", "guard": "yes"})
    files = [write(tmp_path / f"{name}.json", data) for name, data in (("old", old), ("new", new))]
    file = write(tmp_path / "tiny.yaml", later.document)
    told = cli("diff", *files, "-q", file, "--lang", "en").out
    assert "Re-scored: the old answers with the new questionnaire." in told
    assert "version 1.0.0 → 1.1.0" in told
    unknown = cli("diff", *files, "--lang", "en").out
    assert "is not available" in unknown
    assert "Re-scored" not in unknown
    (answer,) = [item for item in cli("diff", *files, "-q", file, "--format", "json").json["answers"] if item["change"]]
    assert (answer["question"], answer["because"]) == ("guard", "answers")


def test_answers_to_a_questionnaire_of_ones_own(cli, tmp_path):
    questionnaire = edition("1.0.0", inherent("risk"))
    file = write(tmp_path / "tiny.yaml", questionnaire.document)
    frame = {"format": "aiassess.answers/1", "questionnaire": {"id": "tiny", "version": "1.0.0"}}
    files = [write(tmp_path / f"{risk}.json", {**frame, "answers": {"risk": risk}}) for risk in ("none", "all")]
    done = cli("diff", *files, "-q", file, "--exit-code")
    assert done.code == 1
    assert "Option none → Option all (worse)" in done.out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--format", "html"], "html"),
        (["-o", "diff.html"], "diff.html"),
        (["-o", "diff.docx"], "diff.docx"),
        (["third.json"], "third.json"),
    ],
)
def test_wrong_usage(cli, small, argv, words):
    done = cli("diff", *small, *argv)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_an_output_is_never_an_input(cli, small):
    before = small[1].read_bytes()
    assert cli("diff", *small, "-o", small[1]).code == 2
    assert small[1].read_bytes() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("{}", "not an answers file"),
        ('{"format": "aiassess.diff/1"}', "comparison made by `aiassess diff`"),
        ('{"format": "aiassess.report/1"}', "“tool” is missing"),
        ('{"format": "aiassess.report/2"}', "aiassess.report/1"),
        (
            '{"format": "aiassess.answers/1", "questionnaire": {"id": "other", "version": "1.0.0"}, "answers": {}}',
            "other",
        ),
        ("[", "JSON"),
    ],
)
def test_what_cannot_be_compared(cli, small, tmp_path, text, words):
    file = tmp_path / "strange.json"
    file.write_text(text, encoding="utf-8")
    for pair in ((file, small[1]), (small[0], file)):
        done = cli("diff", *pair, "--lang", "en")
        assert (done.code, done.out) == (3, "")
        assert "strange.json" in done.err
        assert words in done.err


def test_reports_of_different_questionnaires(cli, reports, tmp_path):
    other = write(tmp_path / "other.json", report_of(edition("1.0.0", inherent())))
    done = cli("diff", reports[0], other, "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert "“gpaisa” and “tiny”" in done.err
    assert "versions may differ" in done.err
    wrong = cli("diff", *reports, "-q", write(tmp_path / "tiny.yaml", edition("1.0.0", inherent()).document))
    assert wrong.code == 3
