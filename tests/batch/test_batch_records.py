"""What is finished, what is not and who is writing is known by record, never guessed."""

import pytest

from aiassess.batch.outputs import Sink
from aiassess.batch.rows import csv_text
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import lines, plan, rows_of, run


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(lines(9))
    return tmp_path


class EarlyRun(Run):
    """Interrupted when its outputs are open, and nothing is judged yet."""

    def _work(self, *_):
        raise KeyboardInterrupt


class EarlierRun(Run):
    """Interrupted before anything was done with its outputs."""

    def _open(self, _):
        raise KeyboardInterrupt


@pytest.mark.parametrize("kind", [EarlyRun, EarlierRun])
@pytest.mark.parametrize("finished_before", [False, True])
@pytest.mark.parametrize("resume", [False, True])
def test_a_run_interrupted_before_its_first_row_is_not_taken_for_complete(here, kind, finished_before, resume):
    names = ["rows.csv", "rows.jsonl"]
    if finished_before:
        run(["a.jsonl"], names)
    made = kind(plan(["a.jsonl"], names))
    with pytest.raises(KeyboardInterrupt):
        made.go(lambda: None)
    assert not made.resumable
    if kind is EarlierRun and finished_before:
        assert len(rows_of(here / "rows.csv")) == 9  # what stood there stands there
        return
    run(["a.jsonl"], names, resume=resume)
    assert len(rows_of(here / "rows.csv")) == 9
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", *names]


def test_a_run_that_was_refused_leaves_nothing_behind(here):
    with pytest.raises(InvalidInput):
        run(["a.jsonl"], ["rows.csv"], errors="gone/errors.jsonl")
    assert [path.name for path in here.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("outputs", [{"outputs": ["rows.csv"]}, {"outputs": ["x.csv"], "errors": "rows.csv"}])
def test_a_table_that_another_run_is_writing_is_left_alone(here, resume, outputs):
    sink = Sink("rows.csv")
    sink.begin()
    sink.write(b"row\n")
    try:
        with pytest.raises(WrongUsage) as caught:
            run(["a.jsonl"], **outputs, resume=resume)
    finally:
        sink.close()
    assert [(problem.code, problem.file) for problem in caught.value.problems] == [("output_in_use", "rows.csv")]
    assert "--resume" not in str(caught.value)
    assert (here / "rows.csv").read_bytes() == b"row\n"
    assert not (here / "x.csv").exists()
    run(["a.jsonl"], ["rows.csv"])
    assert len(rows_of(here / "rows.csv")) == 9


def fields(line, separator):
    """Split a line as a spreadsheet does: a quote counts only where a field begins."""
    found, rest = [], line
    while True:
        field = ""
        if rest.startswith('"'):
            rest, quoted = rest[1:], True
            while quoted:
                before, _, rest = rest.partition('"')
                field += before
                quoted = rest.startswith('"')
                if quoted:
                    field, rest = field + '"', rest[1:]
        tail, found_one, rest = rest.partition(separator)
        found.append(field + tail)
        if not found_one:
            return found


@pytest.mark.parametrize("separator", [",", ";"])
def test_no_field_is_a_formula_however_a_spreadsheet_splits(here, separator):
    starts = ["", ";", ";;", "a;", 'a"; ', ';"', ';""', "x,;", "; \t", ";\n", "\t", "\n", "; \u00a0"]
    texts = [start + sign + "1+1" + end for start in starts for sign in "=+-@＝＋－＠" for end in ("", ";", '"', ',"')]
    from aiassess.batch.rows import _cell

    for text in texts:
        line = f"a.json,1,{_cell(text).decode()},complete"
        assert not [
            field for field in fields(line, separator) if field.lstrip(' "').startswith(tuple("=+-@＝＋－＠"))
        ], text


def test_texts_without_a_formula_stay_as_they_are():
    for text in ["Unit A; unit B", "a;b=c", "1;2", "x;'=1", "a - b", "Kad; pas"]:
        assert csv_text(text) == text
