"""Workers that die: nothing is lost, and who kills them is refused."""

import gzip
import tempfile
import threading

import pytest
from deadly import Deadly, DeadlyOnce, Stillborn

from aiassess.batch.chunks import Cutter, Position
from aiassess.batch.plan import task_of
from aiassess.batch.pool import Growing, Processes, processors
from aiassess.batch.run import Run
from aiassess.batch.workers import WorkerDied
from aiassess.errors import InvalidInput
from support.batches import lines, plan, rows_of, run, submission


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    poison = submission(name="POISON")
    (tmp_path / "in").mkdir()
    for n in range(7):
        (tmp_path / "in" / f"{n}.json").write_bytes(poison if n == 4 else submission(n))
    (tmp_path / "a.jsonl").write_bytes(lines(9) + poison + b"\n\n" + lines(9))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(5) + poison))
    return tmp_path


class DeadlyRun(Run):
    pool = Deadly

    def _pool(self, task):
        return self.pool(task, self.plan.jobs)


class DeadlyOnceRun(DeadlyRun):
    pool = DeadlyOnce


INPUTS = ["a.jsonl", "in", "b.jsonl.gz"]


def rows_without_deaths(here):
    run(INPUTS, ["good.jsonl"])
    return rows_of(here / "good.jsonl")


def test_one_death_loses_nothing(here):
    DeadlyOnceRun(plan(INPUTS, ["rows.jsonl"], sizes=(2000, 5), jobs=2)).go(lambda: None)
    assert (here / "died").exists()
    assert rows_of(here / "rows.jsonl") == rows_without_deaths(here)


@pytest.mark.deep
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_kills_every_worker_is_a_refused_row(here, jobs):
    made = DeadlyRun(plan(INPUTS, ["rows.jsonl"], sizes=(2000, 5), errors="errors.jsonl", jobs=jobs))
    made.go(lambda: None)
    rows, good = rows_of(here / "rows.jsonl"), rows_without_deaths(here)
    assert [(row["source"], row["line"]) for row in rows] == [(row["source"], row["line"]) for row in good]
    dead = [row for row in rows if row["status"] == "refused"]
    assert [(row["source"], row["line"], row["error_code"], row["error_place"]) for row in dead] == [
        ("a.jsonl", 10, "worker_died", "a.jsonl:10"),
        ("in/4.json", None, "worker_died", "in/4.json"),
        ("b.jsonl.gz", 6, "worker_died", "b.jsonl.gz:6"),
    ]
    assert [row for row in rows if row not in dead] == [row for row in good if row["system"] != "POISON"]
    assert (made.counts.rows, made.counts.refused) == (len(good), 3)
    assert len(rows_of(here / "errors.jsonl")) == 3


def test_nothing_is_left_of_a_run(here, monkeypatch):
    (here / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(here / "scratch"))
    run(INPUTS, ["rows.csv"], jobs=2)
    assert list((here / "scratch").iterdir()) == []
    assert {file.name for file in here.iterdir()} == {"in", "a.jsonl", "b.jsonl.gz", "rows.csv", "scratch"}


class StillbornRun(DeadlyRun):
    pool = Stillborn


def test_where_no_process_can_live_the_run_ends(here):
    made = StillbornRun(plan(["in"], ["rows.jsonl"]))
    with pytest.raises(InvalidInput) as caught:
        made.go(lambda: None)
    assert caught.value.problems[0].code == "workers_die"
    assert rows_of(here / "rows.jsonl") == []
    assert not made.resumable  # nothing is written that could be gone on with


def test_a_worker_that_dies_before_it_begins_is_not_waited_for(here):
    pool = Processes(task_of(plan(INPUTS, ["rows.jsonl"]), ()), 1)
    ((worker, thread),) = pool._living.items()
    worker.kill()
    thread.join(30)
    assert not thread.is_alive()
    with pytest.raises(WorkerDied):
        worker.up.result(0)
    pool.close()


def test_small_runs_start_no_process_and_long_ones_do(here):
    made = Run(plan(INPUTS, ["rows.jsonl"], jobs=None))
    pool = made._pool(task_of(made.plan, ()))
    assert isinstance(pool, Growing)
    assert pool._processes is None
    pool._begun -= 60
    pool._jobs = 2
    future = pool.submit(next(Cutter(1 << 22, 100).chunks(made.inputs, Position())))
    assert isinstance(pool._processes, Processes)
    assert future.result().rows == 19
    pool.close()
    assert processors() >= 1


def test_an_interrupt_while_a_worker_is_started_is_no_fault(here, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(threading.Thread, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Processes(task_of(plan(INPUTS, ["rows.jsonl"]), ()), 2)
