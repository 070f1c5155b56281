import json
import re

import pytest

from aiassess.canonical import to_json
from aiassess.render import TEXT_FORMATS, renderer
from aiassess.safe import safe_text
from support.html_tree import parse_html
from support.tiny import control, inherent, report_of, tiny

BOTH = {"languages": ["en", "ms"], "title": {"en": "Tiny", "ms": "Kecil"}}
TINY = tiny({"id": "name"}, inherent(), control(principles=["fair"]), subject={"system": "name"}, **BOTH)
GIVEN = {"name": "Sorter", "risk": "all", "guard": {"value": "half", "note": "Since May."}}


@pytest.fixture
def edition(tmp_path):
    """The questionnaire's file."""
    file = tmp_path / "tiny.yaml"
    file.write_text(json.dumps(TINY.document))
    return file


@pytest.fixture
def saved(tmp_path):
    """Write a report: ``saved("report.json", edit=(old, new), completed_at=…)``."""

    def save(name="report.json", edit=None, lang="en", given=GIVEN, **about):
        text = to_json(report_of(TINY, given, lang, **about))
        if edit:
            assert edit[0] in text
            text = text.replace(*edit, 1)
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return file

    return save


CHANGED = ('"level": "high"', '"level": "low"')


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_format_from_the_file_alone(cli, saved, name):
    file = saved()
    done = cli("render", file, "--format", name)
    assert (done.code, done.err) == (0, "")
    assert done.out == renderer(name)(report_of(TINY, GIVEN))


def test_word_goes_to_a_file_or_a_pipe(process, saved, tmp_path):
    file, target = saved(), tmp_path / "r.docx"
    assert process("render", file, "-o", target).code == 0
    expected = renderer("docx")(report_of(TINY, GIVEN))
    assert target.read_bytes() == expected
    assert process("render", file, "--format", "docx").raw == expected


def test_files_by_their_ending_and_text_by_default(cli, saved, tmp_path):
    file = saved()
    names = {"r.md": "md", "r.txt": "text", "r.html": "html", "copy.json": "json"}
    done = cli("render", file, *(word for name in names for word in ("-o", tmp_path / name)))
    assert (done.code, done.out) == (0, "")
    for name, format_ in names.items():
        assert (tmp_path / name).read_text(encoding="utf-8") == renderer(format_)(report_of(TINY, GIVEN))
    assert (tmp_path / "copy.json").read_bytes() == file.read_bytes()
    assert cli("render", file).out == renderer("text")(report_of(TINY, GIVEN))


@pytest.mark.parametrize("paper", ["decision", "public"])
def test_a_document_whose_ending_names_no_format_is_told_its_endings(paper, cli, saved, tmp_path):
    """``--format`` is taken by the document's name, so it is not what to add."""
    done = cli("render", saved(), "--format", paper, "-o", tmp_path / "paper.pdf")
    assert (done.code, "--format" in done.err) == (2, False)
    assert "html" in done.err
    assert not (tmp_path / "paper.pdf").exists()


def test_text_holds_the_answers_whole(cli, saved):
    out = cli("render", saved()).out
    assert "- Question guard? [guard]\n  Answer: Option half\n" in out
    assert "  Note: Since May.\n" in out


def test_standard_input(process, saved):
    assert process("render", "-", "--format", "md", typed=saved().read_bytes()).out.startswith("# Tiny: Sorter\n")


def test_the_width_is_not_the_terminals(process, saved):
    file = saved()
    wide, narrow = (process("render", file, env={"COLUMNS": columns}).out for columns in ("200", "40"))
    assert wide == narrow


# Another language


def test_another_language_is_made_from_the_answers(cli, saved, edition):
    file = saved()
    done = cli("render", file, "--lang", "ms", "-q", edition, "--format", "json")
    assert done.code == 0
    assert done.out == to_json(report_of(TINY, GIVEN, "ms"))
    text = cli("render", file, "--lang", "ms", "-q", edition).out
    assert text.startswith("Laporan ini dihasilkan semula dalam bahasa lain")
    assert json.loads(file.read_text(encoding="utf-8"))["digest"] in text
    assert "Tahap: High" in text


def test_its_own_language_needs_no_questionnaire(cli, saved):
    assert cli("render", saved(), "--lang", "en").code == 0


def test_another_language_without_the_questionnaire(cli, saved, edition):
    done = cli("render", saved(), "--lang", "ms")
    assert done.code == 3
    assert "tiny 1.2.0" in done.err
    assert "-q" in done.err
    assert cli("render", saved(), "--lang", "ta", "-q", edition).code == 2


def test_another_language_of_a_report_that_its_answers_do_not_give(cli, saved, edition):
    from aiassess.canonical import digest_of

    file = saved()
    data = json.loads(file.read_text(encoding="utf-8"))
    data["result"]["level"] = "low"
    data["digest"] = digest_of({key: value for key, value in data.items() if key != "digest"})
    file.write_text(to_json(data), encoding="utf-8")
    done = cli("render", file, "--lang", "ms", "-q", edition)
    assert done.code == 3
    assert "aiassess verify" in done.err


# Changed by hand


def test_a_changed_report_is_refused(cli, saved, tmp_path):
    done = cli("render", saved(edit=CHANGED), "-o", tmp_path / "r.md")
    assert done.code == 3
    assert "--allow-changed" in done.err
    assert not (tmp_path / "r.md").exists()


def test_a_changed_report_carries_a_notice_in_every_format(cli, saved):
    file = saved(edit=CHANGED)
    notice = "NOTICE: this report was changed after it was made"
    assert cli("render", file, "--allow-changed").out.startswith(notice)
    markdown = cli("render", file, "--allow-changed", "--format", "md").out
    assert markdown.split("\n")[2].startswith(f"**{notice}")
    page = parse_html(cli("render", file, "--allow-changed", "--format", "html").out)
    assert page.one("body").one(class_="notice").words.startswith(notice)
    done = cli("render", file, "--allow-changed", "--format", "json")
    assert (done.code, done.out) == (3, "")
    assert cli("render", saved(edit=CHANGED, lang="ms"), "--allow-changed").out.startswith(
        "PERHATIAN: laporan ini diubah"
    )


def test_a_report_as_it_was_made_carries_none(cli, saved):
    assert cli("render", saved(), "--allow-changed").out == cli("render", saved()).out


NO_REPORTS = {
    "conflict": b'{\n<<<<<<< HEAD\n  "format": "aiassess.report/1",\n=======\n\x1b[31m>>>>>>> x\n',
    "empty": b"",
    "binary": bytes(range(256)),
    "utf16": '{"format": 1}'.encode("utf-16"),
    "other shape": b'{"format": "aiassess.report/1"}',
    "answers": b'{"format": "aiassess.answers/1"}',
    "newer": b'{"format": "aiassess.report/2"}',
}


@pytest.mark.parametrize("content", NO_REPORTS.values(), ids=list(NO_REPORTS))
def test_what_is_no_report_is_shown_as_it_stands(cli, tmp_path, content):
    file = tmp_path / "r.json"
    file.write_bytes(content)
    assert cli("render", file).code == 3
    assert cli("render", file, "--allow-changed", "--format", "md").code == 3
    done = cli("render", file, "--allow-changed", "--format", "text")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("NOTICE: this file cannot be read as a report.")
    assert str(file) not in done.out, "git gives it another name each time"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.out)
    if content.isascii():
        assert safe_text(content.decode()).strip("\n") in done.out


def test_a_file_that_is_not_there_is_refused_in_any_case(cli, tmp_path):
    assert cli("render", tmp_path / "none.json", "--allow-changed", "--format", "text").code == 3


# Files that are written


def test_neither_the_report_nor_another_finished_one_is_overwritten(cli, saved, tmp_path):
    finished = {"completed_at": "2026-03-01T09:00:00+08:00"}
    first = saved("first.json", **finished)
    second = saved("second.json", given={"risk": "none"}, **finished)
    before = first.read_bytes()
    assert cli("render", first, "-o", first).code == 2
    done = cli("render", second, "-o", first, "-o", tmp_path / "r.md")
    assert done.code == 3
    assert "2026-03-01T09:00:00+08:00" in done.err
    assert first.read_bytes() == before
    assert not (tmp_path / "r.md").exists()


def test_score_does_not_overwrite_a_finished_assessment(cli, answers_file, tmp_path):
    finished = {"completed_at": "2026-03-01T09:00:00+08:00"}
    target = tmp_path / "report.json"
    first = answers_file(finished, livelihood="severe")
    assert cli("score", first, "-o", target).code == 0
    before = target.read_bytes()
    assert cli("score", first, "-o", target).code == 0, "the same assessment"
    done = cli("score", answers_file(finished, livelihood="none", name="other.json"), "-o", target)
    assert done.code == 3
    assert "aiassess assess --answers" in done.err
    assert target.read_bytes() == before


# What it revises


def digest(file):
    return json.loads(file.read_text(encoding="utf-8"))["digest"]


@pytest.fixture
def three(saved):
    first = saved("old/first.json", given={"name": "Sorter"}, completed_at="2026-01-01T09:00:00+08:00")
    second = saved("old/second.json", completed_at="2026-02-01T09:00:00+08:00", revises=digest(first))
    return first, second, saved(completed_at="2026-03-01T09:00:00+08:00", revises=digest(second))


def test_the_chain_is_shown_in_every_format_for_people(cli, three):
    first, second, third = three
    text = cli("render", third, "--earlier", first.parent).out
    shown = text[text.index("\nRevisions\n") :].splitlines()
    assert shown[2] == "- 2026-03-01 · High · Ready · 100% · this report"
    assert shown[4] == "- 2026-02-01 · High · Ready · 100%"
    assert [line for line in shown if line.startswith("  sha256:")] == [
        f"  {digest(file)}" for file in (third, second, first)
    ]
    markdown = cli("render", third, "--earlier", first, "--earlier", second, "--format", "md").out
    rows = markdown[markdown.index("## Revisions") :].splitlines()[4:]
    assert [re.search("`(.*)`", row).group(1) for row in rows] == [digest(file) for file in (third, second, first)]
    page = parse_html(cli("render", third, "--earlier", first.parent, "--format", "html").out)
    rows = page.one("table", **{"aria-labelledby": "revisions"}).one("tbody").all("tr")
    assert [row.one("code").words for row in rows] == [digest(file) for file in (third, second, first)]
    assert [cell.words for cell in rows[2].all("td")][:2] == ["2026-01-01", "High"]


def test_a_link_that_is_missing_or_changed_is_told(cli, three):
    first, second, third = three
    first.unlink()
    assert "not among the reports given" in cli("render", third, "--earlier", second).out
    second.write_text(second.read_text(encoding="utf-8").replace(*CHANGED, 1), encoding="utf-8")
    assert "changed after it was made" in cli("render", third, "--earlier", second).out


def test_an_earlier_report_that_cannot_be_read(cli, three, tmp_path):
    first, _, third = three
    broken = first.parent / "report.json"
    broken.write_text("{")
    done = cli("render", third, "--earlier", first.parent)
    assert done.code == 0
    assert done.err.startswith(f"{broken}:")
    assert cli("render", third, "--earlier", broken).code == 3
    assert cli("render", third, "--earlier", tmp_path / "none").code == 3


def test_without_earlier_reports_the_digest_that_it_revises_is_shown(cli, three):
    _, second, third = three
    out = cli("render", third).out
    assert f"Revises the report:\n{digest(second)}\n" in out
    assert "\nRevisions\n" not in out


def test_the_public_record_is_a_page_or_data_and_never_of_a_changed_report(cli, tmp_path):
    marked = tiny(
        {"id": "name", "public": True},
        {"id": "office", "public": True},
        subject={"system": "name", "agency": "office"},
        **BOTH,
    )
    report = report_of(marked, {"name": "Sorter", "office": "Office"}, "en")
    file, edition = tmp_path / "report.json", tmp_path / "tiny.yaml"
    file.write_text(to_json(report), encoding="utf-8")
    edition.write_text(json.dumps(marked.document))
    assert cli("render", file, "--format", "public").out.startswith("<!doctype html>\n")
    done = cli("render", file, "--format", "public", "--lang", "ms", "-q", edition, "-o", tmp_path / "record.json")
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert (done.code, record["questionnaire"]["language"]) == (0, "ms")
    assert record["report"] == report["digest"], "of the report that is kept, in whichever language"
    file.write_text(to_json({**report, "about": {**report["about"], "system": "Other"}}), encoding="utf-8")
    done = cli("render", file, "--format", "public", "--allow-changed")
    assert (done.code, done.out, "no public record" in done.err) == (3, "", True)
