"""The table of an earlier round is read whole and exact, or refused with the file and the line."""

import importlib.util
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from aiassess.batch.columns import Layout
from aiassess.batch.late import make
from aiassess.batch.outputs import Target
from aiassess.batch.rounds.earlier import ALWAYS, Earlier
from aiassess.batch.rows import FORMS, csv_text, plain_text, row_of
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import zstd
from support.each import each
from support.examples import examples
from support.hostile import STRINGS
from support.portfolios import FIRST, LAYOUT, MADE_UP, REFUSAL, row, rows
from support.rounds import alone

FORMATS = ["csv", "jsonl", *(["parquet"] if importlib.util.find_spec("pyarrow") else [])]
NAMES = [column.name for column in LAYOUT.columns]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def whole(some):
    """Return judged cells as rows of a table."""
    return [(f"in/{n}.json", n, *cells, f"sha256:{n:064}") for n, cells in enumerate(some, 1)]


def written(here, some, format_="jsonl"):
    """Write a table of rows, as a run does; return its name."""
    return put(here, some, LAYOUT, format_)


def put(here, some, layout, format_):
    spool, target = here / "spool", Target(f"t.{format_}", format_)
    form = FORMS[target.spool](layout)
    spool.write_bytes(form.header + b"".join(form.rows(some)))
    make(target, spool, layout, "en")
    return target.name


def read(name, questionnaires=MADE_UP, layout=LAYOUT):
    spread = alone(questionnaires)
    spread._pool._desk.layout = layout
    with tempfile.TemporaryDirectory() as parts:
        found = b"".join(lines for lines, _ in Earlier(name, layout).rows(Path(parts), spread))
    return [row_of(line) for line in found.splitlines()]


def refused(name, **options):
    """Return the message of the one problem for which a table is refused, with its place."""
    with pytest.raises(InvalidInput) as error:
        read(name, **options)
    (problem,) = error.value.problems
    assert problem.message("ms")
    return problem.line_text("en")


# Whole and exact


@examples(20)
@given(some=rows())
def test_rows_are_read_back_from_every_format(some, tmp_path_factory):
    here = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        for format_ in FORMATS:
            one_line = (
                (lambda cell: cell.strip() if isinstance(cell, str) else cell)
                if format_ == "csv"
                else lambda cell: cell
            )
            assert read(written(here, whole(some), format_)) == [tuple(map(one_line, cells)) for cells in whole(some)]


def test_texts_that_csv_changes_are_those_of_the_other_formats_again(here):
    texts = ["=1+1", "-", "@x", "a;=1", 'a; "=2', "'", "a;'b", "null", "NaN", "1e5", "a,b", 'a"b']
    some = whole([row(system=text, agency=text) for text in texts])
    for format_ in FORMATS:
        assert read(written(here, some, format_)) == some


@each("text", STRINGS)
def test_what_csv_wrote_is_written_the_same_again(text):
    assert csv_text(plain_text(csv_text(text))) == csv_text(text)


def test_a_table_that_a_spreadsheet_saved_with_a_mark_and_windows_lines_is_read(here):
    name = written(here, whole([row(), REFUSAL]), "csv")
    (here / name).write_bytes(b"\xef\xbb\xbf" + (here / name).read_bytes().replace(b"\n", b"\r\n"))
    assert read(name) == whole([row(), REFUSAL])


def test_a_compressed_table_is_unpacked(here):
    data = (here / written(here, whole([row()]))).read_bytes()
    (here / "t.jsonl").write_bytes(zstd.compress(data))
    assert read("t.jsonl") == whole([row()])


@each("format_", FORMATS)
def test_a_table_of_another_version_may_lack_columns_and_have_others(here, format_):
    """Older ones lack columns; newer ones, and those of other questionnaires, have more."""
    lacking = {"missing_questions", "officers", "digest", "source", "line"}
    layout = Layout(MADE_UP)
    layout.columns = tuple(column for column in LAYOUT.columns if column.name not in lacking)
    expected = [
        tuple(None if name in lacking else cell for name, cell in zip(NAMES, cells, strict=True))
        for cells in whole([row()])
    ]
    (cells,) = whole([row()])
    some = tuple(cell for name, cell in zip(NAMES, cells, strict=True) if name not in lacking)
    assert read(put(here, [some], layout, format_)) == expected
    assert [
        *read(
            written(here, whole([row()]), format_),
        )
    ] == whole([row()])
    assert read(f"t.{format_}", [FIRST], Layout([FIRST]))[0][2] == "complete"


@each("format_", FORMATS)
def test_a_table_without_rows_is_an_empty_round(here, format_):
    assert read(written(here, [], format_)) == []


# Refused, with the place


@each("number", [2**64, 10**25])
@each("format_", ["csv", "jsonl"])
def test_a_number_that_no_batch_writes_is_refused(here, format_, number):
    assert "officers" in refused(written(here, whole([row(officers=number)]), format_))


@pytest.mark.skipif("parquet" not in FORMATS, reason="pyarrow is missing")
def test_parquet_cells_of_any_type_are_read_or_refused(here):
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(written(here, whole([row(), row()]), "parquet"))
    place = table.schema.get_field_index("officers")
    pq.write_table(table.set_column(place, "officers", pa.array([1e300, 2.0])), here / "t.parquet")
    assert [cells[NAMES.index("officers")] for cells in read("t.parquet")] == [1e300, 2]
    for odd in (pa.array([1, 2**30], pa.date32()), pa.array([2**62, 1], pa.duration("s")), pa.array([[1], [2]])):
        place = table.schema.get_field_index("missing")
        pq.write_table(table.set_column(place, "missing", odd), here / "t.parquet")
        assert refused("t.parquet").startswith("t.parquet")


def test_an_unknown_ending_is_wrong_usage():
    with pytest.raises(WrongUsage) as error:
        Earlier("t.xlsx", LAYOUT)
    assert "needs the table of an earlier batch: .parquet, .jsonl (.ndjson) or .csv." in str(error.value)


@each("format_", FORMATS)
def test_a_missing_file_is_told(format_):
    assert refused(f"none.{format_}").startswith(f"none.{format_}: ")


def changed(here, format_, before, after, some=None):
    """Write a table in which a text is changed; return its name."""
    name = written(here, whole([row(), row()]) if some is None else some, format_)
    data = (here / name).read_bytes()
    assert before in data
    (here / name).write_bytes(data.replace(before, after))
    return name


@pytest.mark.parametrize(
    ("format_", "before", "after", "message"),
    [
        ("csv", b"complete", b"fine", "t.csv:2: “status” says “fine”. Expected one of: complete, "),
        ("jsonl", b'"ready"', b'"go"', "t.jsonl:1: “verdict” says “go”. Expected one of: ready, "),
        ("csv", b",low,", b",odd,", "t.csv:2: “level” says “odd”. Expected one of: low, high."),
        ("jsonl", b'"level":"low"', b'"level":null', "t.jsonl:1: “level” is empty here"),
        ("jsonl", b'"missing":0', b'"missing":-1', "t.jsonl:1: “missing” should hold a whole number, 0 or more"),
        ("jsonl", b'"missing":0', b'"missing":"0"', "t.jsonl:1: “missing” should hold a whole number, 0 or more"),
        ("jsonl", b'"system":"A"', b'"system":5', "t.jsonl:1: “system” should hold text here"),
        ("jsonl", b'"officers":null', b'"officers":true', "t.jsonl:1: “officers” should hold a number here"),
        ("jsonl", b'"officers":null', b'"officers":1e999', "t.jsonl:1: “officers” should hold a number here"),
        ("jsonl", b'"reassess_due":null', b'"reassess_due":"25/3/2026"', "t.jsonl:1: “reassess_due” should hold a date"),
        ("jsonl", b'"completed_at":null', b'"completed_at":"noon"', "t.jsonl:1: “completed_at” should hold a moment"),
        ("jsonl", b'"alpha"', b'"other"', "t.jsonl:1: the questionnaire “other 1.2.0”, which is not known"),
        ("jsonl", b'"1.2.0"', b'"9.0.0"', "t.jsonl:1: the questionnaire “alpha 9.0.0”, which is not known"),
        ("jsonl", b'"critical_findings":null', b'"critical_findings":"x.y"', "t.jsonl:1: the finding “x.y”"),
        ("jsonl", b'"in/2.json"', b'"in/2.json', "t.jsonl:2: This line is not a whole JSON object."),
        ("jsonl", b'{"source":"in/2', b'[{"source":"in/2', "t.jsonl:2: This line is not a whole JSON object."),
        ("jsonl", b'"in/2.json"', b'"\xff"', "t.jsonl:2: This line is not a whole JSON object."),
        ("csv", b"in/2.json", b"\xff", "t.csv:3: The file is not UTF-8"),
        ("csv", b"in/2.json", b'"in/2.json', "t.csv:3: This cannot be read as CSV (unexpected end of data)."),
        ("csv", b"in/2.json", b"in/2.json,", "t.csv:3: This row has"),
        ("csv", b",", b";", "t.csv:1: The columns are separated by semicolons"),
        ("csv", b"source,", b"status,", "t.csv: Columns that the table has twice: status."),
        ("csv", b"level,", b"niveau,", "t.csv: This is not a table of `aiassess batch`. Columns that it lacks: level."),
        ("jsonl", b'"level"', b'"niveau"', "t.jsonl: This is not a table of `aiassess batch`. Columns that it lacks: level."),
    ],
)  # fmt: skip
def test_what_no_batch_writes_is_refused_with_its_line(here, format_, before, after, message):
    found = refused(changed(here, format_, before, after))
    place, _, words = message.partition(": ")
    assert found.startswith(f"{place}: ")
    assert words in found


def test_every_column_that_is_always_there_is_asked_for(here):
    (here / "t.csv").write_text("a,b\n1,2\n")
    assert refused("t.csv").endswith(f"Columns that it lacks: {', '.join(ALWAYS)}.")


def test_a_refused_row_says_why(here):
    assert "“error_code” is empty" in refused(changed(here, "jsonl", b'"json_syntax"', b"null", whole([REFUSAL])))


def test_a_line_of_any_length_is_refused_in_bounded_memory(here):
    (here / "t.jsonl").write_bytes(b"{" + b" " * 20_000_010 + b"}\n")
    assert "t.jsonl:1: " in refused("t.jsonl")
    (here / "t.csv").write_bytes(
        (here / written(here, whole([row()]), "csv")).read_bytes() + b'"' + b"x" * 200_000 + b"\n"
    )
    assert "t.csv:3: This cannot be read as CSV (field larger than field limit (131072))." in refused("t.csv")


@pytest.mark.skipif("parquet" not in FORMATS, reason="needs pyarrow")
@each("cut", [0, 3, 100, -5])
def test_a_parquet_file_that_is_cut_off_is_refused(here, cut):
    name = written(here, whole([row()]), "parquet")
    short = f"cut{cut}.parquet"  # Windows replaces no file that is open, and pyarrow keeps one open that it refused
    (here / short).write_bytes((here / name).read_bytes()[:cut])
    assert refused(short).startswith(f"{short}: This cannot be read as Parquet (")


@pytest.mark.skipif("parquet" not in FORMATS, reason="needs pyarrow")
def test_a_parquet_file_with_other_types_is_refused(here):
    import pyarrow as pa
    from pyarrow import parquet as pq

    cells = {name: [cell] for name, cell in zip(NAMES, whole([row()])[0], strict=True)}
    for name, values, message in (
        ("missing", [[1, 2]], "t.parquet:1: “missing” should hold a whole number"),
        ("officers", [float("nan")], "t.parquet:1: “officers” should hold a number"),
        ("system", [[1]], "t.parquet: This cannot be read as Parquet ("),
        ("reassess_due", ["soon"], "t.parquet:1: “reassess_due” should hold a date"),
    ):
        pq.write_table(pa.table({**cells, name: values}), "t.parquet")
        place, _, words = message.partition(": ")
        found = refused("t.parquet")
        assert (found.partition(": ")[0], words in found) == (place, True), name
