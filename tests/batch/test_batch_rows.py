"""Rows that no text can break."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch.columns import Layout
from aiassess.batch.rows import FORMS
from support.batches import QUESTIONNAIRE, rows_of, run, submission
from support.each import each
from support.examples import examples
from support.hostile import STRINGS, controls_in
from support.tiny import tiny

LAYOUT = Layout([QUESTIONNAIRE])
NAMES = [column.name for column in LAYOUT.columns]
FREE = ["source", "error_place", "error_message", "system", "agency", "ministry", "reference"]
FORMULA = "=+-@\t\r＝＋－＠"


def row(text):
    """A row that holds a text wherever somebody's text may stand."""
    return [text if name in FREE else 1.5 if name == "officers" else None for name in NAMES]


def written(name, rows):
    form = FORMS[name](LAYOUT)
    return form.header + b"".join(form.rows([tuple(cells) for cells in rows]))


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@each("text", STRINGS)
def test_csv_holds_every_text_on_one_line_without_formulas(text):
    data = written("csv", [row(text), row("after")])
    assert data.count(b"\n") == 3
    assert controls_in(data.decode()) == []
    first, second = csv_rows(data)
    assert set(first) == set(NAMES)
    for name in FREE:
        assert not first[name].startswith(tuple(FORMULA))
        assert second[name] == "after"


@examples(200)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_csv_can_be_read_back_whatever_is_written(text):
    data = written("csv", [row(text), row("after")])
    rows = csv_rows(data)
    assert [row["agency"] for row in rows][1:] == ["after"]
    assert not rows[0]["agency"].startswith(tuple(FORMULA))
    assert data.count(b"\n") == 3


@pytest.mark.parametrize("text", ["plain", "Ünïcode · 漢字", "it's", "a, b", 'so "called"', "'=1"])
def test_harmless_text_stays_as_it_is(text):
    assert csv_rows(written("csv", [row(text)]))[0]["agency"] == text


@pytest.mark.parametrize("sign", list("=+-@＝"))
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(sign):
    for blanks in ("", " ", "\t", "\u2003", "\n\n"):
        assert csv_rows(written("csv", [row(f"{blanks}{sign}1+1")]))[0]["system"] == f"'{sign}1+1"


def test_our_own_negative_numbers_stay_numbers():
    cells = row("x")
    cells[NAMES.index("hours_saved")] = -2.5
    assert csv_rows(written("csv", [cells]))[0]["hours_saved"] == "-2.5"


@each("text", [text for text in STRINGS if text.isascii() or max(text) < "\ud800"])
def test_json_lines_hold_texts_exactly(text):
    data = written("jsonl", [row(text), row("after")])
    assert len(data.decode().splitlines()) == 2
    first, second = map(json.loads, data.split(b"\n")[:-1])
    assert list(first) == NAMES
    assert [first[name] for name in FREE] == [text] * len(FREE)
    assert first["officers"] == 1.5
    assert first["level"] is None
    assert second["system"] == "after"


def test_every_column_is_there_once():
    assert len(set(NAMES)) == len(NAMES)
    assert written("csv", []).decode() == ",".join(NAMES) + "\n"
    assert written("jsonl", []) == b""


def test_every_column_is_described():
    from aiassess import load_questionnaire

    text = (Path(__file__).resolve().parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+`) \| ([a-z, ]+) \|", text, re.MULTILINE)
    described = []
    for names, types in rows:
        columns = re.findall(r"`([^`]+)`", names)
        kinds = types.split(", ")
        described += zip(columns, kinds if len(kinds) == len(columns) else kinds * len(columns), strict=True)
    actual = [
        (re.sub(r"^(principle|actor)_.*", r"\1_<id>", column.name), column.type)
        for column in Layout([load_questionnaire("gpaisa@1.0.0"), tiny({"id": "new", "since": "1.1.0"})]).columns
    ]
    assert [item for item in described if item[1] in ("text", "integer", "number", "date")] == list(
        dict.fromkeys(actual)
    )


def test_the_line_is_a_number_or_nothing():
    numbered, bare = row("x"), row("x")
    numbered[1] = 12
    assert [r["line"] for r in csv_rows(written("csv", [numbered, bare]))] == ["12", ""]
    assert [json.loads(r)["line"] for r in written("jsonl", [numbered, bare]).splitlines()] == [12, None]


def test_rows_say_what_a_submission_states_of_itself(tmp_path):
    about = {
        "completed_at": "2026-10-01T12:00:00.5+08:00",
        "revises": f"sha256:{'0' * 64}",
        "reference": "=KKM/7, Jld. 2",
    }
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps(json.loads(submission()) | {"about": said}) + "\n" for said in (about, {}))
    )
    run([tmp_path / "a.jsonl"], [tmp_path / "rows.jsonl", tmp_path / "rows.csv"])
    told, untold = rows_of(tmp_path / "rows.jsonl")
    assert {name: told[name] for name in about} == about
    assert {untold[name] for name in about} == {None}
    assert {row["edition"] for row in (told, untold)} == {f"{QUESTIONNAIRE.id}@{QUESTIONNAIRE.version}"}
    assert rows_of(tmp_path / "rows.csv")[0]["reference"] == "'=KKM/7, Jld. 2"
