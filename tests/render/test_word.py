"""A Word document: everything that the Markdown says, as text and nothing else, and the same bytes each time."""

import subprocess
import sys
from random import Random

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile_reports import distorted, extras
from test_hostile_text import report_with

from aiassess.render import renderer
from aiassess.render.outline import (
    Bar,
    Bars,
    Column,
    Fact,
    Item,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Title,
    on_screen,
)
from aiassess.render.word import write_docx
from support.each import each
from support.examples import examples
from support.hostile import STRINGS, controls_in
from support.office import W, check_word, office, parts, word_lines
from support.tiny import EVERY_TYPE, report_of

OUTLINE = [
    Title("Tajuk", "ms"),
    Quote("Tidak rasmi."),
    on_screen(Paragraph("for screens")),
    Section("One", [Paragraph("Two lines\nbecome one."), Item("item", [Fact("inner", [Fact("deeper")])])]),
    Section("Two", [Section("Three", [Bars([Bar("bar", None, ["1", "2"])])])]),
    Table([Column("Name"), Column("Points", numeric=True)], [Row(["a", "1"]), Row(["b", "2"])], foot=Row(["all", "3"])),
]


def test_every_node_is_written_in_order():
    assert [line for line in word_lines(write_docx(OUTLINE)) if line] == [
        "Tajuk",
        "Tidak rasmi.",
        "One",
        "Two lines become one.",
        "item",
        "inner",
        "deeper",
        "Two",
        "Three",
        "bar: 1, 2",
        *("Name", "Points", "a", "1", "b", "2", "all", "3"),
    ]


def test_the_language_is_named():
    assert b'<w:lang w:val="ms-MY"/>' in parts(write_docx(OUTLINE))["word/styles.xml"]


@pytest.mark.parametrize(("rows", "kept"), [(3, True), (30, False)])
def test_a_small_table_stays_on_one_page_and_no_row_is_divided(rows, kept):
    table = Table([Column("a"), Column("b")], [Row([str(number), "x"]) for number in range(rows)])
    document = parts(write_docx([table]))["word/document.xml"].decode()
    assert document.count("<w:cantSplit/>") == rows + 1
    assert document.count("<w:tblHeader/>") == 1
    assert ("<w:keepNext/>" in document) == kept


def test_the_report_says_what_its_markdown_says():
    report = report_of(EVERY_TYPE, {"pick": "red"})
    words = " ".join(word_lines(renderer("docx")(report)))
    for item in [*report["answers"], *report["findings"], *report["missing"]]:
        assert item["text"] in words
    assert report["digest"] in words


def test_the_same_bytes_in_another_process_at_another_time():
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from support.tiny import EVERY_TYPE, report_of\n"
        "from aiassess.render import renderer\n"
        "sys.stdout.buffer.write(renderer('docx')(report_of(EVERY_TYPE)))"
    )
    env = {"TZ": "Asia/Kuala_Lumpur", "PYTHONHASHSEED": "7"}
    path = [entry for entry in sys.path if entry]
    done = subprocess.run([sys.executable, "-c", code, *path], env=env, capture_output=True, check=True)
    assert done.stdout == renderer("docx")(report_of(EVERY_TYPE))


@each("text", STRINGS, one_in=3)
def test_text_stays_text(text):
    written = renderer("docx")(report_with(text))
    check_word(written)
    assert controls_in("\n".join(word_lines(written))) == []


@examples(10)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_what_no_assessment_gave(seed, number):
    report, _ = distorted(seed, number)
    check_word(renderer("docx")(report, extras(Random(seed))))


def test_an_office_opens_it(tmp_path):
    (tmp_path / "r.docx").write_bytes(renderer("docx")(report_with("plain")))
    office("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "r.docx"), home=str(tmp_path))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "r.pdf").pages)
    assert "Question words?" in text
    assert W not in text
