"""Workbooks that are hostile, damaged, or something else."""

import io
import zipfile

import pytest

from aiassess import InvalidInput, load_answers
from aiassess.answers.cells import MAX_UNPACKED, letters, read_sheets
from aiassess.form.content import Form
from aiassess.form.sheet import write_sheet
from support.each import each
from support.office import parts
from support.tiny import EVERY_TYPE
from support.workbooks import filled, packed, place_of

BLANK = write_sheet(Form(EVERY_TYPE, ("en",)))
SHEET = "xl/worksheets/sheet2.xml"


def code_of(package: bytes) -> str:
    with pytest.raises(InvalidInput) as caught:
        load_answers(package, EVERY_TYPE)
    (problem,) = caught.value.problems
    return problem.code


@each("column, name", [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_by_letters(column, name):
    assert letters(column) == name


@each(
    "cells, code",
    [
        (b'<c r="XFD1048576"><v>1</v></c>', "workbook_too_large"),
        (b"<c r='A9999999'><v>1</v></c>", "workbook_too_large"),
        (b'<c r="A99999999999999999999"><v>1</v></c>', "workbook_too_large"),
        (b'<x:c  s=">" r = "ZZZ1"><v>1</v></x:c>', "workbook_too_large"),
        (b"<c/>" * 400_001, "workbook_too_large"),
    ],
)
def test_a_sheet_that_reaches_far_is_refused_before_it_is_read(cells, code):
    found = parts(BLANK)
    row = b'<row r="9">' + cells + b"</row></sheetData>"
    found[SHEET] = found[SHEET].replace(b"</sheetData>", row)
    assert code_of(packed(found)) == code


@each(
    "empty",
    [
        b'<row r="1048576" ht="12.8" hidden="false"/>',
        b'<row r="1048575" ht="12.8">\n</row>',
        b'<row r="1048574"><c r="A1048574" s="1"/><c r="AMJ1048574" s="1"></c></row>',
        b'<x:row r="99999"><x:c r="A99999" s="1"/></x:row>',
    ],
)
def test_cells_and_rows_that_only_have_a_style_reach_as_far_as_they_like(empty):
    found = parts(BLANK)
    found[SHEET] = found[SHEET].replace(b"</sheetData>", empty + b"</sheetData>")
    assert load_answers(packed(found), EVERY_TYPE) == load_answers(BLANK, EVERY_TYPE)


def test_one_long_text_in_many_cells_is_refused():
    found = parts(BLANK)
    text = b"<si><t>" + b"a" * 5_000_000 + b"</t></si></sst>"
    found["xl/sharedStrings.xml"] = found["xl/sharedStrings.xml"].replace(b"</sst>", text)
    assert code_of(packed(found)) == "workbook_too_large"


def test_a_bomb_is_unpacked_no_further_than_allowed():
    file = io.BytesIO(packed(parts(BLANK)))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/bomb.xml", b"0" * (MAX_UNPACKED + 1))
    assert len(file.getvalue()) < 1_000_000
    assert code_of(file.getvalue()) == "workbook_too_large"


def test_damaged_and_other_files():
    assert code_of(BLANK[: len(BLANK) // 2]) == "workbook_damaged"
    assert code_of(b"PK\x03\x04") == "workbook_damaged"
    assert code_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "workbook_old"
    assert code_of(packed({"word/document.xml": b"<w/>"})) == "workbook_is_paper"
    assert code_of(packed({"mimetype": b"application/zip"})) == "workbook_not_form"
    found = parts(BLANK)
    assert code_of(packed({**found, SHEET: found[SHEET][:-400]})) in ("workbook_damaged", "workbook_not_form")
    assert code_of(packed({**found, "xl/workbook.xml": b"<workbook/>"})) in ("workbook_damaged", "workbook_not_form")


def test_a_file_over_the_limit_is_not_unpacked():
    assert code_of(BLANK + b"\0" * 20_000_000) == "too_large"


def test_a_sheet_that_is_not_known_again_is_not_passed_over():
    assert code_of(filled(BLANK, {place_of(BLANK, "pick").rpartition("!")[0] + "!A1": "x"})) == "workbook_sheets"


def test_what_a_formula_shows_counts():
    place = place_of(BLANK, "count")
    cell = place.rpartition("!")[2]
    formula = b'<c r="%s"><f>1+1</f><v>2</v></c>' % cell.encode()
    assert load_answers(filled(BLANK, {place: formula}), EVERY_TYPE).get("count").value == 2


def test_sheets_have_their_rows_from_the_first_cell_on():
    first = read_sheets(BLANK, "form.xlsx")[0]
    assert first.rows[0][0] == "aiassess:about"
    assert first.cell(10_000, 10_000).blank
