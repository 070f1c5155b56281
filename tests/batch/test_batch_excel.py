"""The Excel file: the rows, with titles, types and widths, and no text that is anything else."""

import csv
import datetime
import gc
import os
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from aiassess.batch import excel
from aiassess.batch.columns import Column, Layout
from aiassess.batch.details import DETAILS
from aiassess.batch.outputs import TABLES
from aiassess.batch.rows import SpoolForm
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput
from aiassess.safe import safe_text
from aiassess.text import LANGUAGES, say
from support.batches import QUESTIONNAIRE, lines, plan, rows_of, run, submission
from support.hostile import STRINGS
from support.office import office, parts

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ODD = [
    "<r><t>rich</t></r>",
    "<r></r>",
    "_x0041_ _x000D_",
    '=HYPERLINK("http://evil.example";"x")',
    "=1+1",
    "http://evil.example",
    "  blanks  around  ",
    "two\nlines",
    "007",
    "2026-01-02",
    "\U0001f600" * 9,
]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Table:
    def __init__(self, *columns):
        self.columns = columns


def made(tmp_path, layout, rows, lang="en") -> Path:
    """Return an Excel file of rows, each a tuple of cells."""
    spool, target = tmp_path / "spool", tmp_path / "made.xlsx"
    spool.write_bytes(b"".join(SpoolForm(layout).rows(rows)))
    with target.open("wb") as file:
        excel.write_excel(spool, file, layout, lang)
    return target


def cells(file, sheet=0):
    return CalamineWorkbook.from_path(file).get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def test_rows_are_those_of_json_lines_with_types(here):
    (here / "a.jsonl").write_bytes(lines(5) + b"{\n")
    run(["a.jsonl"], ["rows.xlsx", "rows.jsonl"])
    head, *rows = cells("rows.xlsx")
    layout = Layout([QUESTIONNAIRE])
    wanted = rows_of(here / "rows.jsonl")
    assert len(rows) == len(wanted) == 6
    for row, expected in zip(rows, wanted, strict=True):
        for column, found in zip(layout.columns, row, strict=True):
            value = expected[column.name]
            value = datetime.date.fromisoformat(value) if column.type == "date" and value else value
            assert found == ("" if value is None else value), column.name
    assert [head[0], head[layout_place("principle_fair")]] == ["File", "Fair, controls in place, %"]
    assert cells("rows.xlsx", 1) == [
        ["Id, in the other formats", "Title"],
        *([column.name, title] for column, title in zip(layout.columns, head, strict=True)),
    ]
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", "rows.jsonl", "rows.xlsx"]


def layout_place(name):
    return [column.name for column in Layout([QUESTIONNAIRE]).columns].index(name)


def test_titles_are_in_the_language_of_the_run(here):
    (here / "a.jsonl").write_bytes(lines(1))
    run(["a.jsonl"], ["rows.xlsx"], lang="ms")
    book = CalamineWorkbook.from_path("rows.xlsx")
    assert book.sheet_names == ["Baris", "Lajur"]
    assert cells("rows.xlsx")[0][:3] == ["Fail", "Baris", "Status"]


def test_the_head_stays_in_view_and_can_be_filtered(here):
    (here / "a.jsonl").write_bytes(lines(3))
    run(["a.jsonl"], ["rows.xlsx"])
    sheet = ElementTree.fromstring(parts(Path("rows.xlsx").read_bytes())["xl/worksheets/sheet1.xml"])
    pane, filtered = next(sheet.iter(f"{MAIN}pane")), next(sheet.iter(f"{MAIN}autoFilter"))
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert filtered.get("ref").startswith("A1:")
    assert filtered.get("ref").endswith("4")
    widths = [float(column.get("width")) for column in sheet.iter(f"{MAIN}col")]
    assert all(10 <= width <= 61 for width in widths)


@pytest.fixture
def hostile(here):
    texts = [*ODD, *STRINGS]
    layout = Table(Column("source"), Column("line", type="integer"), Column("system"), Column("note"))
    return texts, made(here, layout, [(text, n, text, "after") for n, text in enumerate(texts)])


def test_texts_are_texts(hostile):
    texts, file = hostile
    _, *rows = cells(file)
    assert [row[3] for row in rows] == ["after"] * len(texts)
    for text, row in zip(texts, rows, strict=True):
        assert row[0].rstrip(" ") == row[2].rstrip(" ") == safe_text(text).rstrip(" ")
    for name, content in parts(file.read_bytes()).items():
        assert b"hyperlink" not in content.lower() or name.startswith(("xl/worksheets/sheet", "docProps")), name
        assert b"<f>" not in content
        assert b"TargetMode" not in content


def test_an_office_opens_it(hostile, here):
    texts, file = hostile
    office(
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(here), str(file), home=str(here)
    )
    with (here / "made.csv").open(encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    assert len(rows) == len(texts)
    for text, row in zip(texts, rows, strict=True):
        assert row[2].split() == safe_text(text).split()
        assert row[3] == "after"


def test_what_a_cell_cannot_hold(here):
    layout = Table(
        Column("note"),
        Column("due", type="date"),
        Column("officers", type="number"),
        Column("controls_percent", type="number"),
    )
    rows = [
        ("x" * 32_767, "1900-02-28", 2**53 + 1, 27.2),
        ("x" * 32_768, "1900-03-01", -(2**53), 100),
        ("\U0001f600" * 20_000, "9999-12-31", 1e300, 0),
        ("x" + "\U0001f600" * 20_000, None, 0.1, None),
    ]
    _, *found = cells(made(here, layout, rows))
    assert found[0] == ["x" * 32_767, "1900-02-28", str(2**53 + 1), 27.2]
    assert found[1] == ["x" * 32_766 + "…", datetime.date(1900, 3, 1), -(2**53), 100]
    assert found[2] == ["\U0001f600" * 16_383 + "…", datetime.date(9999, 12, 31), "1e+300", 0]
    assert found[3] == ["x" + "\U0001f600" * 16_382 + "…", "", 0.1, ""]


def test_more_rows_than_a_sheet_holds(here, monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 4)
    (here / "a.jsonl").write_bytes(lines(4))
    run(["a.jsonl"], ["rows.xlsx"])
    kept = Path("rows.xlsx").read_bytes()
    (here / "a.jsonl").write_bytes(lines(5))
    with pytest.raises(InvalidInput) as raised:
        run(["a.jsonl"], ["rows.xlsx", "rows.jsonl"])
    (problem,) = raised.value.problems
    assert problem.code == "too_many_for_excel"
    assert Path(problem.file).read_bytes() == (here / "rows.jsonl").read_bytes()
    assert Path("rows.xlsx").read_bytes() == kept


@pytest.mark.skipif(sys.platform == "win32", reason="a limit for files")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # XlsxWriter leaves its files to the collector
def test_a_full_folder_for_temporary_files_is_told_and_nothing_is_left_in_it(here, monkeypatch):
    """A limit for the size of a file stands for a full disk: that of the sheet comes first, or that of the whole."""
    import resource

    (here / "a.jsonl").write_bytes(lines(300))
    (here / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(here / "temporary"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for limit in (20_000, 5000):
        begun = Run(plan(["a.jsonl"], ["rows.xlsx"]))
        try:
            with pytest.raises(InvalidInput) as caught:
                begun.go(lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard)))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert caught.value.problems[0].code == "temporary_folder"
        assert list((here / "temporary").iterdir()) == []
        assert begun.resumable
        (here / "rows.xlsx.aiassess-batch").unlink()
    del begun, caught
    gc.collect()  # here, not in whichever test comes next
    run(["a.jsonl"], ["rows.xlsx"])
    assert len(cells("rows.xlsx")) == 301


def test_the_same_bytes_whoever_makes_it(here, monkeypatch):
    (here / "a.jsonl").write_bytes(lines(40))
    run(["a.jsonl"], ["rows.xlsx"])
    first = Path("rows.xlsx").read_bytes()
    monkeypatch.setenv("TZ", "Asia/Kuala_Lumpur")
    before = os.umask(0o077)
    try:
        run(["a.jsonl"], ["rows.xlsx"], jobs=2, sizes=(5000, 1))
    finally:
        os.umask(before)
    assert Path("rows.xlsx").read_bytes() == first
    with zipfile.ZipFile("rows.xlsx") as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in file.infolist()} == {3}


def test_no_rows_are_a_file_as_well(here):
    (here / "a.jsonl").write_bytes(b"")
    run(["a.jsonl"], ["rows.xlsx"])
    assert len(cells("rows.xlsx")) == 1


def test_a_result_is_not_taken_for_a_filled_form(here):
    (here / "in").mkdir()
    (here / "in" / "a.json").write_bytes(submission())
    run(["in"], ["in/rows.xlsx"])
    run(["in"], ["in/rows.xlsx"])
    assert [row[2] for row in cells("in/rows.xlsx")[1:]] == ["incomplete"]
    assert run(["in"], ["other.jsonl"]).counts.refused == 1
    assert rows_of(here / "other.jsonl")[1]["error_code"] == "workbook_not_form"


def test_every_column_has_a_title():
    for layout in (Layout([QUESTIONNAIRE]), *(DETAILS[name] for name in TABLES[1:])):
        for lang in LANGUAGES:
            titles = [excel._title(column, lang) for column in layout.columns]
            assert len(set(titles)) == len(titles), lang
            assert all(titles)
    assert say("en", "columns.source") == "File"
