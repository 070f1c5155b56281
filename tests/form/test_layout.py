"""Where things are in a workbook, and what the authors of a questionnaire may write in it."""

import pytest

from aiassess import InvalidInput, load_answers
from aiassess.answers.cells import read_sheets
from aiassess.form.content import Form
from aiassess.form.layout import sheet_name
from aiassess.form.sheet import write_sheet
from support.each import each
from support.hostile import AUTHORS, STRINGS
from support.office import parts
from support.tiny import answer_set, tiny
from support.workbooks import filled, place_of


@each("title", [*STRINGS, "", "'", "History / 2026: [a] *?", "😀" * 40])
def test_any_title_gives_a_name_that_excel_takes(title):
    name = sheet_name(title)
    assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
    assert not set(name) & set("[]:*?/\\'\n\t")
    assert name == name.strip()


def test_sections_of_one_name_have_sheets_of_their_own():
    title = "A title that is longer than a sheet's name"
    sections = [{"id": f"s{n}", "title": title, "questions": [{"id": f"q{n}"}]} for n in range(12)]
    package = write_sheet(Form(tiny(sections=sections), ("en",)))
    names = [sheet.name for sheet in read_sheets(package, "form.xlsx")]
    assert len({name.casefold() for name in names}) == len(names) == 12 + 3


def test_several_registers_have_sheets_of_their_own():
    questionnaire = tiny({"id": "a", "type": "risks"}, {"id": "b", "type": "risks"})
    risk = [{"title": "Flood", "likelihood": 1, "consequence": 2}]
    answers = answer_set(questionnaire, {"a": risk, "b": [*risk, *risk]}, language="en")
    assert load_answers(write_sheet(Form(questionnaire, ("en",), answers)), questionnaire) == answers


@each("words", [words for words in AUTHORS if max(words) < "\U00010000"])  # JSON is YAML up to there
def test_what_an_author_writes_stays_text(words):
    options = [{"id": "a", "label": words, "help": words}, {"id": "b", "label": f"{words} b"}]
    question = {"id": "q", "options": options, "text": words, "help": words}
    questionnaire = tiny(sections=[{"id": "main", "title": words, "intro": words, "questions": [question]}])
    package = write_sheet(Form(questionnaire, ("en",)))
    for name, content in parts(package).items():
        assert b"External" not in content, name
        assert b"<hyperlink" not in content, name
        assert b"<f>" not in content, name
    chosen = filled(package, {place_of(package, "q"): f"{words} b".replace("\n", " ")})
    assert load_answers(chosen, questionnaire).get("q").value == "b"


def test_options_that_read_the_same_have_their_ids_behind_them():
    options = [{"id": name, "label": label} for name, label in (("a", "Same"), ("b", "same"), ("c", "Not sure"))]
    questionnaire = tiny({"id": "q", "options": options})
    for name in "abc":
        answers = answer_set(questionnaire, {"q": name}, language="en")
        package = write_sheet(Form(questionnaire, ("en",), answers))
        assert load_answers(package, questionnaire) == answers
    unsure = answer_set(questionnaire, {"q": {"status": "unsure"}}, language="en")
    assert load_answers(write_sheet(Form(questionnaire, ("en",), unsure)), questionnaire) == unsure
    with pytest.raises(InvalidInput) as caught:
        load_answers(filled(package, {place_of(package, "q"): "Same"}), questionnaire)
    assert caught.value.problems[0].code == "sheet_option_near"


def test_everything_but_the_answer_cells_is_locked():
    found = parts(write_sheet(Form(tiny({"id": "q"}), ("en",))))
    sheets = [content for name, content in found.items() if name.startswith("xl/worksheets/")]
    assert all(b"<sheetProtection" in content for content in sheets)
    assert found["xl/styles.xml"].count(b'<protection locked="0"/>') == 2  # of texts, and of dates


def test_a_text_that_no_cell_holds_is_named():
    questionnaire = tiny({"id": "q"})
    answers = answer_set(questionnaire, {"q": "\U0001f600" * 20_000})
    with pytest.raises(InvalidInput) as caught:
        write_sheet(Form(questionnaire, ("en",), answers))
    assert [(problem.code, problem.question) for problem in caught.value.problems] == [("form_text_too_long", "q")]


def test_a_page_of_paper_is_a4_across_with_its_heads():
    content = parts(write_sheet(Form(tiny({"id": "q"}), ("en",))))
    sheet = content["xl/worksheets/sheet2.xml"]
    assert b'paperSize="9"' in sheet
    assert b'orientation="landscape"' in sheet
    assert b'state="frozen"' in sheet
    assert content["xl/workbook.xml"].count(b"_xlnm.Print_Titles") == 2
