"""Whole runs: the same rows however they are cut, shared out and packed; one row for whatever is refused."""

import errno
import gzip
import hashlib
import json
import os
import shutil
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch import chunks
from aiassess.batch.inputs import Inputs
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import QUESTIONNAIRE, lines, plan, rows_of, run, submission, zstd
from support.examples import examples

HOSTILE = [
    b"",
    b"   ",
    b"{",
    b"\x00",
    b"\xff\xfe",
    b'{"a":1,"a":2}',
    b"[" * 70,
    b"1",
    b"\xef\xbb\xbf" + submission(),
    submission(harm="=x"),
]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(inputs, **options):
    """The rows in every form, and the errors."""
    run(inputs, ["rows.csv", "rows.jsonl"], errors="errors.jsonl", **options)
    found = []
    for name in ("rows.csv", "rows.jsonl", "errors.jsonl"):
        with open(name, "rb") as stream:  # noqa: PTH123
            found.append(stream.read())
        os.unlink(name)  # noqa: PTH108
    return found


# The same bytes


@examples(25)
@given(st.data())
def test_rows_do_not_depend_on_how_inputs_are_cut(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("in")
    parts = data.draw(st.lists(st.sampled_from([submission(1), submission(2), *HOSTILE]), max_size=6))
    closed = data.draw(st.booleans())
    (folder / "a.jsonl").write_bytes(b"\n".join(parts) + b"\n" * closed)
    for place, part in enumerate(parts[:3]):
        (folder / f"{place}.json").write_bytes(part)
    whole = written([folder], sizes=(1 << 22, 400))
    for _ in range(3):
        sizes = (data.draw(st.integers(1, 700)), data.draw(st.integers(1, 3)))
        assert written([folder], sizes=sizes) == whole


def test_every_way_to_cut_a_small_file(here):
    text = submission(1) + b"\n\n" + submission(harm="nope") + b"\r\n{\n" + submission(3)
    (here / "a.jsonl").write_bytes(text)
    whole = written(["a.jsonl"])
    for size in [*range(1, 8), *range(len(text) - 3, len(text) + 3), *range(8, len(text), 37)]:
        assert written(["a.jsonl"], sizes=(size, 1)) == whole, size


def test_two_processes_write_the_same_bytes(here):
    (here / "in").mkdir()
    for n in range(30):
        (here / "in" / f"{n:03}.json").write_bytes(submission(n) if n % 7 else b"{")
    (here / "a.jsonl").write_bytes(lines(60) + b"{\n" + lines(20, 60))
    (here / "b.jsonl.gz").write_bytes(gzip.compress(lines(40)))
    (here / "c.json").write_bytes(b"[" + b",".join(submission(n) for n in range(20)) + b"]")
    inputs = ["in", "a.jsonl", "b.jsonl.gz", "c.json"]
    assert written(inputs, jobs=1) == written(inputs, jobs=2, sizes=(9000, 4))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress], ids=["plain", "gzip", "zstd"])
def test_packing_changes_nothing_but_the_source(here, pack):
    text = lines(700) + b"{\n" + lines(3)
    (here / "in.jsonl").write_bytes(pack(text))
    run(["in.jsonl"], ["rows.jsonl"])
    rows = rows_of(here / "rows.jsonl")
    assert [row["line"] for row in rows] == list(range(1, 705))
    assert [row["line"] for row in rows if row["status"] == "refused"] == [701]
    assert rows[702]["digest"] == "sha256:" + hashlib.sha256(submission(2)).hexdigest()


@pytest.mark.parametrize("number", [3, 700])
def test_an_array_is_read_element_by_element(here, number):
    (here / "a.json").write_bytes(b"[" + b" ,\n".join(submission(n) for n in range(number)) + b"]")
    (here / "b.json").write_bytes(submission(5))
    (here / "z.json.gz").write_bytes(gzip.compress((here / "a.json").read_bytes()))
    run(["a.json", "b.json", "z.json.gz"], ["rows.jsonl"])
    rows = rows_of(here / "rows.jsonl")
    assert [(row["source"], row["line"]) for row in rows] == [
        *(("a.json", n + 1) for n in range(number)),
        ("b.json", None),
        *(("z.json.gz", n + 1) for n in range(number)),
    ]
    assert {row["status"] for row in rows} == {"incomplete"}
    assert [row["digest"] for row in rows[:number]] == [row["digest"] for row in rows[number + 1 :]]


def test_rows_come_in_the_order_of_the_arguments(here):
    (here / "b.jsonl").write_bytes(lines(2))
    (here / "a.json").write_bytes(submission())
    run(["b.jsonl", "a.json", "b.jsonl"], ["rows.jsonl"])
    assert [(row["source"], row["line"]) for row in rows_of(here / "rows.jsonl")] == [
        ("b.jsonl", 1),
        ("b.jsonl", 2),
        ("a.json", None),
        ("b.jsonl", 1),
        ("b.jsonl", 2),
    ]


# What is refused


def test_whatever_is_wrong_is_a_row(here):
    good = submission()
    files = {
        "array.json": (b"[" + good + b",{]", [None, "array_open"]),
        "binary.json": (bytes(range(256)), ["binary"]),
        "cut.json.gz": (gzip.compress(good)[:-9], ["packed_cut_off"]),
        "cut.jsonl.zst": (zstd.compress(good + b"\n")[:-3], ["packed_cut_off"]),
        "damaged.json.gz": (b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 40, ["packed_damaged"]),
        "empty.json": (b"", ["empty_file"]),
        "empty.jsonl": (b"", []),
        "utf16.jsonl": (good.decode().encode("utf-16"), ["utf16"]),
        "vanished.json": (None, ["missing_file"]),
        "vanished.jsonl": (None, ["missing_file"]),
    }
    for name, (content, _) in files.items():
        if content is not None:
            (here / name).write_bytes(content)
    made = run(files, ["rows.jsonl", "rows.csv"])
    found = {name: [] for name in files}
    for row in rows_of(here / "rows.jsonl"):
        found[row["source"]].append(row["error_code"])
    assert found == {name: codes for name, (_, codes) in files.items()}
    assert len(rows_of(here / "rows.csv")) == made.counts.rows == 10
    assert made.counts.refused == 9


def test_a_huge_line_and_a_huge_file_are_one_row_each(here):
    huge = b'{"a": "' + b"x" * 20_000_001 + b'"}'
    (here / "a.jsonl").write_bytes(submission(1) + b"\n" + huge + b"\n" + submission(2) + b"\n")
    (here / "b.json").write_bytes(huge)
    (here / "c.json.gz").write_bytes(gzip.compress(huge, 1))
    whole = written(["a.jsonl", "b.json", "c.json.gz"])
    rows = [json.loads(line) for line in whole[1].splitlines()]
    assert [row["error_code"] for row in rows] == [None, "submission_too_large", None, "too_large", "too_large"]
    assert written(["a.jsonl", "b.json", "c.json.gz"], sizes=(1_000_000, 1)) == whole


def test_many_tiny_submissions_are_worked_off_in_bounded_results(here):
    (here / "a.jsonl").write_bytes(b"1\n" * 2600)
    (here / "b.json").write_bytes(b"[" + b"1," * 1200 + b"1]")
    made = run(["a.jsonl", "b.json"], ["rows.csv"])
    assert made.counts.rows == made.counts.refused == 3801
    rows = rows_of(here / "rows.csv")
    assert [row["line"] for row in rows] == [*map(str, range(1, 2601)), *map(str, range(1, 1202))]
    assert {row["error_code"] for row in rows} == {"json_expected_object"}


def test_strict_stops_at_the_first_refusal(here):
    (here / "a.jsonl").write_bytes(lines(3) + b"{\n" + lines(2) + b"{\n")
    (here / "b.json").write_bytes(submission())
    made = run(["a.jsonl", "b.json"], ["rows.jsonl"], strict=True)
    assert [row["error_code"] for row in rows_of(here / "rows.jsonl")] == [None, None, None, "json_syntax"]
    assert (made.counts.rows, made.counts.refused) == (4, 1)
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", "b.json", "rows.jsonl"]


def test_a_file_that_shrinks_meanwhile_is_one_row(here):
    (here / "a.jsonl").write_bytes(lines(50))

    def cut():
        os.truncate("a.jsonl", 700)

    made = Run(plan(["a.jsonl"], ["rows.jsonl"], sizes=(1000, 1)))
    made.go(cut)
    rows = rows_of(here / "rows.jsonl")
    assert [row["error_code"] for row in rows][-1] == "file_changed"
    assert [row["status"] for row in rows].count("refused") == 1


def test_where_lines_cannot_be_counted_the_rest_of_the_file_is_one_row(here, monkeypatch):
    """Behind a part of a disk that cannot be read no line could be given its number."""

    def broken(*_):
        raise OSError(errno.EIO, "Input/output error")

    (here / "a.jsonl").write_bytes(lines(50))
    (here / "b.jsonl").write_bytes(lines(1))
    monkeypatch.setattr(chunks, "line_starts", broken)
    run(["a.jsonl", "b.jsonl"], ["rows.jsonl"], sizes=(3 * len(submission()), 1))
    rows = [(row["source"], row["line"], row["error_code"]) for row in rows_of(here / "rows.jsonl")]
    assert rows == [
        *(("a.jsonl", line, None) for line in (1, 2, 3)),
        ("a.jsonl", None, "unreadable"),
        ("b.jsonl", 1, None),
    ]


# Levels, reports, outputs


def test_levels_at_or_above_the_one_asked_for_are_counted(here):
    (here / "a.jsonl").write_bytes(lines(9))
    levels = [row["level"] for row in map(json.loads, written(["a.jsonl"])[1].splitlines())]
    for level in ("low", "middle", "high", "banned"):
        rank = [found.id for found in QUESTIONNAIRE.levels].index(level)
        above = {found.id for found in QUESTIONNAIRE.levels[rank:]}
        made = run(["a.jsonl"], ["rows.jsonl"], fail_on=level)
        assert made.counts.reached == sum(found in above for found in levels)


def test_each_report_is_that_of_score(here):
    from aiassess import build_report, load_answers, score
    from aiassess.canonical import to_json

    (here / "in").mkdir()
    (here / "in" / "=strange name.v2.json").write_bytes(submission(7))
    (here / "a.jsonl").write_bytes(lines(4) + b"{\n" + submission(2) + b"\n")
    plain = written(["in", "a.jsonl"])
    assert written(["in", "a.jsonl"], reports="reports", sizes=(300, 1)) == plain
    files = sorted(path for path in (here / "reports").rglob("*") if path.is_file())
    assert len(files) == 6
    assert {path.suffix for path in files} == {".json"}
    assert len([path for path in files if path.name.startswith("a-6-")]) == 1
    single = here / "in" / "=strange name.v2.json"
    report = to_json(build_report(score(QUESTIONNAIRE, load_answers(single, QUESTIONNAIRE))))
    assert [path for path in files if path.read_text(encoding="utf-8") == report]
    assert written(["in", "a.jsonl"], reports="reports", jobs=2) == plain
    assert sorted(path for path in (here / "reports").rglob("*") if path.is_file()) == files


def test_a_finished_report_of_something_else_is_not_overwritten(here):
    (here / "a.jsonl").write_bytes(submission(1) + b"\n")
    run(["a.jsonl"], ["rows.csv"], reports="reports")
    (here / "a.jsonl").write_bytes(submission(2) + b"\n")
    with pytest.raises(InvalidInput) as caught:
        run(["a.jsonl"], ["rows.csv"], reports="reports")
    assert caught.value.problems[0].code == "finished_report"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_cannot_be_written_ends_the_run(here, jobs):
    (here / "a.jsonl").write_bytes(lines(3))
    (here / "reports").mkdir()
    for n in range(256):
        (here / "reports" / f"{n:02x}").write_text("in the way")
    with pytest.raises(InvalidInput) as caught:
        run(["a.jsonl"], ["rows.csv"], reports="reports", jobs=jobs)
    assert caught.value.problems[0].code == "cannot_write_report"
    with pytest.raises(InvalidInput) as caught:
        run(["a.jsonl"], ["rows.csv"], reports="a.jsonl/reports")
    assert caught.value.problems[0].code == "cannot_write_report"


def test_outputs_among_the_inputs_are_not_read(here):
    (here / "in").mkdir()
    (here / "in" / "a.jsonl").write_bytes(lines(2))
    for _ in range(2):
        made = run(["in"], ["in/rows.jsonl"], errors="in/errors.jsonl", reports="in/reports")
        assert (made.counts.rows, made.inputs.passed_over) == (2, 0)
    assert next(item.source for item in Inputs(["in"])) == "in/a.jsonl"


@pytest.mark.parametrize(
    ("inputs", "outputs", "options", "code"),
    [
        (["a.jsonl"], ["a.jsonl"], {}, "output_is_input"),
        (["a.jsonl"], ["b.csv", "./b.csv"], {}, "output_twice"),
        (["a.jsonl"], ["b.jsonl"], {"errors": "b.jsonl"}, "output_twice"),
        (["a.jsonl"], ["-", "-"], {}, "output_twice"),
        (["a.jsonl"], ["b.xls"], {}, "no_table_ending"),
        (["a.jsonl"], ["gone/b.csv"], {}, "missing_folder"),
        (["a.jsonl"], ["gone/b.xlsx"], {}, "missing_folder"),
        (["a.jsonl"], ["gone/b.csv"], {"latest": True}, "missing_folder"),
        (["a.jsonl"], ["."], {}, "no_table_ending"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(here, inputs, outputs, options, code):
    (here / "a.jsonl").write_bytes(lines(1))
    with pytest.raises((WrongUsage, InvalidInput)) as caught:
        run(inputs, outputs, **options)
    assert caught.value.problems[0].code == code
    assert (here / "a.jsonl").read_bytes() == lines(1)
    assert list(here.glob("*.aiassess-batch")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_full_disk_ends_the_run(here):
    (here / "a.jsonl").write_bytes(lines(1))
    (here / "full.csv").symlink_to("/dev/full")
    with pytest.raises(InvalidInput) as caught:
        run(["a.jsonl"], ["full.csv"])
    assert caught.value.problems[0].code == "rows_not_written"


def test_nothing_to_read_gives_no_rows(here):
    (here / "in").mkdir()
    assert run(["in"], ["rows.csv", "rows.jsonl"]).counts.rows == 0
    assert (here / "rows.csv").read_text().count("\n") == 1
    assert (here / "rows.jsonl").read_text() == ""
    shutil.rmtree(here / "in")
