import json
import re
import sys

import pytest

from aiassess import __version__, load_questionnaire
from aiassess.canonical import to_json
from support.tiny import inherent, report_of, tiny

GPAISA = load_questionnaire("gpaisa@1.0.0")


@pytest.fixture
def report(tmp_path):
    """Write the report of gpaisa answers: ``report("a/report.json", livelihood="severe")``."""

    def make(name="report.json", edit=None, **answers):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = to_json(report_of(GPAISA, answers, "en"))
        if edit:
            assert edit[0] in text
            text = text.replace(*edit, 1)
        file.write_text(text, encoding="utf-8")
        return file

    return make


LEVEL = ('"level": "high"', '"level": "minimal"')


def test_a_genuine_report_is_one_line(cli, report):
    file = report(livelihood="severe")
    done = cli("verify", file)
    assert done.code == 0
    digest = json.loads(file.read_text(encoding="utf-8"))["digest"]
    assert done.out == f"{file}: reproduced (High risk; {digest})\n"
    assert done.err == ""


def test_an_edited_level_is_one(cli, report):
    file = report(edit=LEVEL)
    done = cli("verify", file)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(f"{file}: NOT reproduced. It was changed after it was made. Its digest is still")
    assert lines[1:] == ['  result.level: "minimal"; it was "high"']


def test_an_edited_answer_is_named_with_its_question(cli, report):
    file = report(livelihood="severe", edit=('"value": "severe"', '"value": "none"'))
    done = cli("verify", file)
    assert done.code == 1
    assert re.search(r'  answers\[\d+\]\.value \(question livelihood\): "none"; it was "severe"\n$', done.out)


def test_many_reports_each_on_its_line(cli, report, tmp_path):
    good, bad, missing = report("a.json"), report("b.json", LEVEL), tmp_path / "c.json"
    broken = tmp_path / "d.json"
    broken.write_text("{")
    done = cli("verify", missing, good, bad, broken)
    assert done.code == 3, "what cannot be read counts most"
    assert [line.partition(": ")[0] for line in done.out.splitlines() if not line.startswith(" ")] == [
        str(good),
        str(bad),
    ]
    errors = done.err.splitlines()
    assert errors[0].startswith(f"{missing}: error: ")
    assert errors[1].startswith(f"{broken}:1:2: error: ")
    assert errors[2] == "Reports: 4. Reproduced: 1. Not reproduced: 1. Could not be read: 2."


def test_a_folder_stands_for_every_report_below_it(cli, report, tmp_path):
    for name in ("x/b/report.json", "x/a/report.json", "x/c/chatbot.json", "x/.git/report.json"):
        report(name)
    (tmp_path / "x" / "answers.json").write_text('{"format": "aiassess.answers/1"}')
    (tmp_path / "x" / "notes.txt").write_text("aiassess.report/1")
    done = cli("verify", tmp_path / "x")
    assert done.code == 0
    seen = [line.split(": ")[0] for line in done.out.splitlines()]
    assert seen == [str(tmp_path / "x" / name) for name in ("a/report.json", "b/report.json", "c/chatbot.json")]
    assert f"{tmp_path / 'x'}: other .json files, which are not reports: 1" in done.err


def test_a_report_that_was_damaged_is_not_passed_over_in_a_folder(cli, report, tmp_path):
    folder = tmp_path / "x"
    report("x/named.json", edit=('"tool": {', "<<<<<<< HEAD"))
    report("x/report.json", edit=('"format": "aiassess.report/1"', '"format": "?"'))
    (folder / "answers.json").write_text("{}")
    done = cli("verify", folder)
    assert done.code == 3
    assert "named.json:3" in done.err
    assert re.search(r"report\.json:1:1: .*This is not an aiassess report", done.err)


def test_a_folder_without_reports_is_an_error(cli, tmp_path):
    done = cli("verify", tmp_path)
    assert done.code == 3
    assert done.err == f"{tmp_path}: error: There are no reports in this folder or below it.\n"


def test_as_json(cli, report, tmp_path):
    good, bad = report("a.json"), report("b.json", LEVEL)
    done = cli("verify", good, bad, tmp_path / "none.json", "--format", "json")
    assert done.code == 3
    first, second, third = done.json
    assert (first["file"], first["outcome"], first["digest_true"]) == (str(good), "reproduced", True)
    assert first["differences"] == []
    assert second["outcome"] == "edited"
    assert second["differences"] == [
        {"kind": "value", "path": "result.level", "question": None, "expected": "high", "found": "minimal"}
    ]
    assert (third["outcome"], third["problems"][0]["code"]) == ("unreadable", "missing_file")
    assert cli("verify", tmp_path / "none.json", "--format", "json").json[0]["outcome"] == "unreadable"


def test_standard_input(process, report):
    done = process("verify", "-", typed=report().read_bytes())
    assert (done.code, done.out.split(":")[0]) == (0, "<stdin>")


def test_an_earlier_edition_is_given(cli, tmp_path):
    # The questionnaire's document is YAML as well as JSON.
    edition = tiny(inherent(), id="gpaisa", version="0.9.0")
    source = tmp_path / "earlier.yaml"
    source.write_text(json.dumps(edition.document))
    file = tmp_path / "report.json"
    file.write_text(to_json(report_of(edition, {"risk": "all"})))
    done = cli("verify", file)
    assert done.code == 1
    assert "made with gpaisa 0.9.0; the one available is " in done.out
    assert "1.0.0" in done.out
    assert cli("verify", file, "-q", source).code == 0
    assert cli("verify", file, "-q", source, "-q", "gpaisa").code == 0


def test_the_same_version_with_other_words(cli, report, tmp_path):
    silent = tmp_path / "gpaisa.yaml"
    silent.write_text(json.dumps(GPAISA.document | {"title": "Other"}))
    file = tmp_path / "report.json"
    file.write_text(to_json(report_of(load_questionnaire(str(silent)))), encoding="utf-8")
    done = cli("verify", file)
    assert done.code == 1
    assert "a different gpaisa 1.0.0 from the one available" in done.out


def test_another_version_of_the_tool(cli, report):
    file = report(edit=(f'"version": "{__version__}"', '"version": "9.9.9"'))
    assert 'tool.version: "9.9.9"; it was' in cli("verify", file).out


def test_a_digest_kept_elsewhere(cli, report):
    file = report()
    digest = json.loads(file.read_text(encoding="utf-8"))["digest"]
    other = "sha256:" + "0" * 64
    assert cli("verify", file, "--digest", other, "--digest", digest).code == 0
    done = cli("verify", file, "--digest", other)
    assert done.code == 1
    assert "a different report" in done.out
    done = cli("verify", file, "--digest", digest[:20])
    assert done.code == 2
    assert "64 digits" in done.err


def test_in_malay(cli, report):
    done = cli("verify", report(edit=LEVEL), "--lang", "ms")
    assert "TIDAK dapat dihasilkan semula" in done.out
    assert 'asalnya "high"' in done.out


@pytest.mark.parametrize("argv", [[], ["x", "--format", "md"], ["x", "--nonsense"]])
def test_wrong_usage(cli, argv):
    assert cli("verify", *argv).code == 2


def test_hostile_values_are_harmless_on_a_terminal(cli, report):
    hostile = "\\u001b[2J\\u202e"
    file = report(edit=('"level_title": "High risk"', f'"level_title": "{hostile}"'))
    done = cli("verify", file)
    assert done.code == 1
    assert not {"\x1b", "\u202e"} & set(done.out)
    assert "u{1b}" in done.out or "u001b" in done.out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_text(process, report, tmp_path):
    folder = tmp_path / "x"
    report("x/report.json").rename(folder / b"r\xff.json".decode(errors="surrogateescape"))
    for format_ in ("text", "json"):
        done = process("verify", folder, "--format", format_)
        assert (done.code, done.err) == (0, "")
        assert "dcff" in done.out


def test_differences_beyond_count_are_counted(cli, report):
    file = report()
    data = json.loads(file.read_text(encoding="utf-8"))
    data["obligations"] += [str(n) for n in range(2000)]
    file.write_text(json.dumps(data))
    done = cli("verify", file)
    assert len(done.out.splitlines()) == 22
    assert done.out.splitlines()[-1] == "  … and 1980 more."
    (entry,) = cli("verify", file, "--format", "json").json
    assert (len(entry["differences"]), entry["more_differences"]) == (1000, 1000)
