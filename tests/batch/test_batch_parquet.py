"""The Parquet file: the rows, with types."""

import datetime
import importlib.util
import json

import pytest

from aiassess.batch.columns import Layout
from support.batches import QUESTIONNAIRE, lines, rows_of, run, submission
from support.hostile import STRINGS

if importlib.util.find_spec("pyarrow") is None:
    pytest.skip("needs pyarrow", allow_module_level=True)

from pyarrow import parquet as pq

from aiassess.batch import parquet


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_columns_have_their_types(here):
    (here / "a.jsonl").write_bytes(lines(5) + b"{\n")
    run(["a.jsonl"], ["rows.parquet"])
    schema = pq.read_schema("rows.parquet")
    types = {"text": "string", "integer": "int64", "number": "double", "date": "date32[day]"}
    assert [(field.name, str(field.type)) for field in schema] == [
        (column.name, types[column.type]) for column in Layout([QUESTIONNAIRE]).columns
    ]
    rows = pq.read_table("rows.parquet").to_pylist()
    assert rows[0]["completed_on"] == datetime.date(2026, 10, 1)
    assert [row["line"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", "rows.parquet"]


def test_rows_are_those_of_json_lines_however_they_are_read(here, monkeypatch):
    texts = [text for text in STRINGS if text.strip() and "\x00" not in text]
    content = b"".join(submission(n, name=text, office=text[::-1]) + b"\n" for n, text in enumerate(texts))
    (here / "a.jsonl").write_bytes(content + b"{\n" + lines(50))
    run(["a.jsonl"], ["rows.parquet", "rows.jsonl"])
    whole = (here / "rows.parquet").read_bytes()
    wanted = rows_of(here / "rows.jsonl")
    assert {row["system"] for row in wanted} >= set(texts)
    for rows in (1, 7):
        with monkeypatch.context() as changed:
            changed.setattr(parquet, "_GROUP", rows)
            run(["a.jsonl"], ["rows.parquet"])
        found = pq.read_table("rows.parquet").to_pylist()
        assert [json.loads(json.dumps(row, default=str)) for row in found] == wanted
    run(["a.jsonl"], ["rows.parquet"], jobs=2, sizes=(5000, 1))
    assert (here / "rows.parquet").read_bytes() == whole


def test_no_rows_are_a_file_as_well(here):
    (here / "a.jsonl").write_bytes(b"")
    run(["a.jsonl"], ["rows.parquet"])
    assert pq.read_table("rows.parquet").num_rows == 0


def test_pandas_and_duckdb_open_it(here):
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    (here / "a.jsonl").write_bytes(lines(5))
    run(["a.jsonl"], ["rows.parquet"])
    frame = pandas.read_parquet("rows.parquet")
    assert (
        frame["inherent_points"].sum() == duckdb.sql("SELECT sum(inherent_points) FROM 'rows.parquet'").fetchall()[0][0]
    )
    kinds = {name: kind for name, kind, *_ in duckdb.sql("DESCRIBE SELECT * FROM 'rows.parquet'").fetchall()}
    assert (kinds["line"], kinds["inherent_percent"], kinds["reassess_due"], kinds["level"]) == (
        "BIGINT",
        "DOUBLE",
        "DATE",
        "VARCHAR",
    )
