"""The paper for whoever decides: two pages, plain words, no ids, and nobody asked to sign what may not go on."""

import dataclasses
import json
import re
from pathlib import Path

import pypdf
import pytest
from test_hostile_text import report_with

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.model.answers import Answer
from aiassess.render import DECISION_FORMATS, renderer
from aiassess.text import say
from support.each import each, tiers
from support.hostile import STRINGS, controls_in
from support.html_tree import parse_html
from support.office import check_word, office, word_lines
from support.tiny import EVERY_TYPE, report_of

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted(file.stem for file in FOLDER.glob("*.json"))


def report_for(example, language):
    questionnaire = load_questionnaire()
    return build_report(score(questionnaire, load_answers(FOLDER / f"{example}.json", questionnaire)), language)


def paper(report):
    return renderer("md", "decision")(report)


@pytest.mark.parametrize("language", tiers(fast=["ms"], deep=["en"]))
def test_two_pages_in_an_office(tmp_path, language):
    for example in EXAMPLES:
        written = renderer("docx", "decision")(report_for(example, language))
        (tmp_path / f"{example}.docx").write_bytes(written)
    files = [str(file) for file in tmp_path.glob("*.docx")]
    office("--convert-to", "pdf", "--outdir", str(tmp_path), *files, home=str(tmp_path))
    pages = {file.stem: len(pypdf.PdfReader(file).pages) for file in tmp_path.glob("*.pdf")}
    assert set(pages) == set(EXAMPLES)
    assert {name: count for name, count in pages.items() if count > 2} == {}


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (
            "welfare-eligibility",
            "Penggunaan ini dikelaskan sebagai Risiko Tinggi.** **Penggunaan ini boleh diteruskan setelah",
        ),
        ("citizen-score", "Penggunaan ini tidak dibenarkan."),
        ("empty", "Penggunaan ini belum boleh diteruskan:"),
        ("secret-transcription", "Penggunaan ini tidak boleh diteruskan sehingga"),
    ],
)
def test_level_and_verdict_are_sentences(example, said):
    assert said in paper(report_for(example, "ms"))


def test_what_it_says_of_a_pilot():
    text = paper(report_for("welfare-eligibility", "en"))
    assert "- Purpose: Memberi skor kelayakan" in text
    assert "- Phase: Pilot" in text
    assert "- Assessed on: 25 September 2026" in text
    assert "| 5 | " in text
    assert "| 6 | " not in text
    assert "more in the report." in text
    assert "To be approved by: Head of department" in text
    assert "32 of 82 answers about controls have evidence." in text


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        (
            {"encryption": Answer("unsure", waits_for="security_officer")},
            "| 1 | Jawab soalan yang belum selesai: Adakah data sistem",
        ),
        (
            {"encryption": Answer("unsure"), "mandate": Answer("unsure")},
            "| 1 | Jawab 2 soalan yang belum selesai. | Lihat",
        ),
    ],
)
def test_what_an_incomplete_assessment_waits_for_comes_first(changes, row):
    questionnaire = load_questionnaire()
    answers = load_answers(FOLDER / "spam-filter.json", questionnaire)
    answers = dataclasses.replace(answers, answers={**answers.answers, **changes})
    text = paper(build_report(score(questionnaire, answers), "ms"))
    assert row in text
    assert ("| Pegawai Keselamatan ICT (ICTSO) |" in text) is (len(changes) == 1)
    assert "yang belum selesai" not in paper(report_for("spam-filter", "ms"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_ids_of_questions_rules_or_levels(example):
    report = report_for(example, "en")
    ids = {item["question"] for item in report["answers"]} | {item["rule"] for item in report["result"]["reasons"]}
    words = set(re.findall(r"\w+_\w+", paper(report)))
    assert not words & ids


@pytest.mark.parametrize(
    ("example", "approves"),
    [("welfare-eligibility", True), ("spam-filter", True), ("citizen-score", False), ("empty", False)],
)
def test_nobody_is_asked_to_approve_what_may_not_go_on(example, approves):
    report = report_for(example, "en")
    assert (f"| {say('en', 'report.approval_signed')} {report['result']['approval']} |" in paper(report)) == approves
    who = "" if example == "citizen-score" else f" {report['result']['approval']}"  # "None; may not be approved"
    assert (f"| {say('en', 'decision.seen_by')}{who} |" in paper(report)) != approves


@pytest.mark.parametrize(
    ("example", "heading"), [("citizen-score", "next"), ("empty", "before"), ("spam-filter", "next")]
)
def test_nothing_is_to_be_done_before_a_prohibited_use_goes_on(example, heading):
    assert f"\n## {say('en', f'decision.{heading}')}\n" in paper(report_for(example, "en"))


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_what_the_paper_leaves_out_of_a_list_is_counted(lang):
    """A number of shortfalls above fewer of them would look like a mistake."""
    report = json.loads(json.dumps(report_for("welfare-eligibility", lang)))
    report["result"]["shortfalls"] *= 2
    report["obligations"] *= 2
    for texts, most in (([item["text"] for item in report["result"]["shortfalls"]], 3), (report["obligations"], 12)):
        assert len(texts) > most
        _, _, below = paper(report).rpartition(f"- {texts[most - 1]}\n\n")
        assert below.startswith(say(lang, "report.more_in_report", n=len(texts) - most) + "\n")


@each("text", STRINGS, one_in=4)
def test_any_text_stays_text(text):
    report = report_with(text)
    for name in DECISION_FORMATS:
        written = renderer(name, "decision")(report)
        if name == "docx":
            check_word(written)
            assert controls_in("\n".join(word_lines(written))) == []
        else:
            assert controls_in(written) == []
        if name == "html":
            tags = {node.tag for node in parse_html(written).all()}
            assert not tags & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "a"}


def test_the_page_says_what_the_markdown_says():
    report = report_of(EVERY_TYPE, {"pick": "red"})
    words = parse_html(renderer("html", "decision")(report)).words
    for line in word_lines(renderer("docx", "decision")(report)):
        assert " ".join(line.split()) in words
