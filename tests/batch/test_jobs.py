"""Work besides judging that is spread over processes: the same comes of it however it is cut, and whoever dies."""

import importlib.util
import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch import latest, standing
from aiassess.batch.jobs import Spread
from aiassess.batch.outputs import Target
from aiassess.batch.plan import task_of
from aiassess.batch.pool import Growing, Processes
from aiassess.batch.rounds import compare, earlier
from aiassess.batch.stretches import stretches
from aiassess.batch.tasks import Job
from support.batches import plan, run, submission
from support.each import each
from support.examples import examples

FORMATS = ["csv", "jsonl", *(["parquet"] if importlib.util.find_spec("pyarrow") else [])]


@dataclass(frozen=True)
class Double(Job):
    number: int

    def do(self, _):
        if self.number == 13:
            raise ValueError("thirteen")
        return 2 * self.number


@dataclass(frozen=True)
class Deadly(Job):
    """Ends every process but the one that is named."""

    survivor: int

    def do(self, _):
        if os.getpid() != self.survivor:
            os._exit(9)
        return "done here"


def numbers(*some, fault=None):
    yield from map(Double, some)
    if fault:
        raise fault


def task():
    return task_of(plan(["a"], ["b.csv"]), ())


@pytest.fixture(params=[1, 2])
def spread(request):
    pool = Growing(task(), 1) if request.param == 1 else Processes(task(), 2)
    with closing(pool):
        yield Spread(pool, task())


def test_what_comes_of_jobs_is_in_their_order(spread):
    assert list(spread(numbers(*range(9)))) == [2 * n for n in range(9)]
    assert list(spread(())) == []


def test_a_fault_comes_after_what_comes_before_it(spread):
    for jobs, error in ((numbers(1, 2, 13, 4), ValueError), (numbers(1, 2, fault=KeyError("k")), KeyError)):
        found = []
        with pytest.raises(error):
            found.extend(spread(jobs))
        assert found == [2, 4]
    found = []
    with pytest.raises(ValueError, match="thirteen"):  # of two faults that of the job that comes first
        found.extend(spread(numbers(1, 13, fault=KeyError("k"))))
    assert found == [2]


def test_jobs_of_workers_that_die_are_done_here():
    jobs = [Double(1), Deadly(os.getpid()), Double(2), Deadly(os.getpid()), Double(3)]
    with closing(Processes(task(), 2)) as pool:
        assert list(Spread(pool, task())(jobs)) == [2, "done here", 4, "done here", 6]
        assert list(Spread(pool, task())([Double(4)])) == [8], "others have taken their places"


@examples(60)
@given(rows=st.lists(st.binary(max_size=12).map(lambda row: row.replace(b"\n", b"n"))), size=st.integers(1, 40))
def test_stretches_are_the_whole_file_in_whole_lines(tmp_path_factory, rows, size):
    file = tmp_path_factory.mktemp("rows") / "rows"
    file.write_bytes(b"".join(row + b"\n" for row in rows))
    found = [(place, line) for some in stretches(file, size) for place, line in some.lines()]
    assert [line for _, line in found] == [row + b"\n" for row in rows]
    assert [place for place, _ in found] == [sum(len(row) + 1 for row in rows[:n]) for n in range(len(rows))]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Two rounds in which systems come more than once, are revised, renamed, refused, new and gone."""
    monkeypatch.chdir(tmp_path)
    for name, some in (("then", range(40)), ("now", range(20, 60))):
        harm = "all" if name == "now" else "none"
        lines = [submission(n % 37, office=f"Office {n % 5}", harm=harm if n % 3 else "some") for n in some]
        Path(f"{name}.jsonl").write_bytes(b"\n".join([*lines, b"{", *lines[:7], b""]))
    run(["then.jsonl"], [f"earlier.{form}" for form in FORMATS])
    return tmp_path


WRITTEN = ("rows.csv", "rows.jsonl", "changes.csv", "aside.csv", "summary.json")


@each("form", FORMATS)
def test_however_small_the_pieces_are_the_same_comes_of_them(here, monkeypatch, form):
    found = []
    for size, jobs in ((None, 1), (1, 1), (1500, 2), (None, 2)):
        with monkeypatch.context() as changed:
            for module, name in (
                *((standing, "_AT_ONCE"), (standing, "_ROWS_AT_ONCE"), (latest, "_COUNTED_AT_ONCE")),
                *((compare, "_AT_ONCE"), (earlier, "_AT_ONCE")),
            ):
                if size:
                    changed.setattr(module, name, 3 if "ROWS" in name or module in (compare, earlier) else size)
            options = {"changes": Target("changes.csv", "csv"), "set_aside": Target("aside.csv", "csv")}
            more = {"summaries": (("summary.json", "json"),), "as_of": "2027-05-01", "jobs": jobs}
            run(["now.jsonl"], WRITTEN[:2], latest=True, against=f"earlier.{form}", **options, **more)
        found.append([Path(name).read_bytes() for name in WRITTEN])
    assert all(data == found[0] for data in found)
    assert len(found[0][2].splitlines()) > 20
    assert len(found[0][3].splitlines()) > 5
    assert sorted(path.name for path in here.iterdir() if path.suffix not in (".jsonl", ".parquet", ".csv")) == [
        "summary.json"
    ]
