"""A Dask cluster of separate processes on this machine: the same bytes, and nothing lost when a worker is killed."""

import importlib.util
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.batches import lines, submission

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="needs distributed"),
    pytest.mark.skipif(sys.platform == "win32", reason="kills"),
]
HERE = "127.0.0.1"
OWN = 200
"""A file number that only the run has open."""
TESTS = Path(__file__).resolve().parents[1]


def python(*words, **options):
    return subprocess.Popen([sys.executable, *words], text=True, **options)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers, and the workers' processes."""
    folder = tmp_path_factory.mktemp("dask")
    log = folder / "scheduler.log"
    with log.open("w") as stream:
        command = ["-m", "distributed.cli.dask_scheduler", "--host", HERE, "--port", "0", "--no-dashboard"]
        scheduler = python(*command, stdout=stream, stderr=stream, cwd=folder)
    workers = []
    try:
        address = wait_for(log, r"Scheduler at: +(tcp://\S+)", scheduler)
        workers = [worker(address, folder, n) for n in range(2)]
        yield address, workers
    finally:
        for process in [*workers, scheduler]:
            process.kill()
            process.wait()


def worker(address, folder, number):
    # Without a nanny, so that the process that is started is the one that works.
    command = ["-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--host", HERE, "--no-nanny"]
    with (folder / f"worker{number}.log").open("w") as stream:
        return python(
            *command, "--no-dashboard", "--local-directory", str(folder), stdout=stream, stderr=stream, cwd=folder
        )


def wait_for(log, pattern, process):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if match := re.search(pattern, log.read_text()):
            return match[1]
        assert process.poll() is None, log.read_text()
        time.sleep(0.05)
    raise AssertionError(log.read_text())


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for n in range(5):
        (tmp_path / "in" / f"{n}.json").write_bytes(submission(n) if n else b"{")
    return tmp_path


def batch(words, **options):
    """A run in a process of its own, whose Dask must not mix with the tests'."""
    code = f"""
import os, sys
os.dup2(os.open(os.devnull, os.O_RDONLY), {OWN})
sys.path.insert(0, {str(TESTS)!r})
from aiassess.batch import cluster
from aiassess.errors import AiassessError
from support.batches import run
cluster.CONNECT_SECONDS = {options.pop("patience", 15)}
try:
    run({words[0]!r}, {words[1]!r}, **{options!r})
except AiassessError as error:
    sys.exit(error.problems[0].code)
except KeyboardInterrupt:
    sys.exit("interrupted")
"""
    return python("-c", code, stderr=subprocess.PIPE)


def slow_inputs(here):
    """Return inputs of which many are refused the slow way, so that there is time to interfere."""
    wrong = submission(harm="nothing at all")
    (here / "a.jsonl").write_bytes((lines(5) + (wrong + b"\n") * 20) * 80)
    return ["a.jsonl", "in"]


def wait_for_rows(file, run):
    end = time.monotonic() + 60
    while not file.exists() or file.stat().st_size < 10_000:
        assert run.poll() is None, run.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.deep
def test_a_long_table_and_what_is_due_are_the_same_on_a_cluster(cluster, here):
    (here / "a.jsonl").write_bytes(lines(200))
    local = {"rows.csv": b"", "rows.xlsx": b"", "due.csv": b"", "due.ics": b""}
    for options in ({}, {"scheduler": cluster[0], "sizes": (10_000, 2), "jobs": None}):
        due = ["due.csv", "due.ics"]
        run = batch(
            (["a.jsonl", "in"], ["rows.csv", "rows.xlsx"]), table="answers", due=due, as_of="2026-11-30", **options
        )
        assert (run.communicate(timeout=60)[1], run.returncode) == ("", 0)
        found = {name: (here / name).read_bytes() for name in local}
        local = found if not options else local
    assert all(found.values())
    assert found == local


@pytest.mark.deep
def test_a_cluster_writes_the_same_bytes_also_when_a_worker_is_killed(cluster, here):
    address, workers = cluster
    inputs = slow_inputs(here)
    local = batch((inputs, ["local.csv"]), errors="local.jsonl")
    local.communicate()
    run = batch((inputs, ["rows.csv"]), errors="errors.jsonl", scheduler=address, sizes=(10_000, 2), jobs=None)
    wait_for_rows(here / "rows.csv", run)
    workers[0].send_signal(signal.SIGKILL)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (0, "")
    assert (here / "rows.csv").read_bytes() == (here / "local.csv").read_bytes()
    assert (here / "errors.jsonl").read_bytes() == (here / "local.jsonl").read_bytes()
    assert list(here.glob("*.aiassess-batch")) == []


@pytest.mark.deep
def test_rounds_are_the_same_on_a_cluster(cluster, here):
    """What comes before and after judging is done on this machine: a worker elsewhere does not see its files."""
    inputs = [*slow_inputs(here), "a.jsonl"]
    batch((inputs[:1], ["then.csv"])).communicate()
    found = []
    for elsewhere in ({}, {"scheduler": cluster[0], "sizes": (10_000, 2), "jobs": None}):
        options = {
            "latest": True,
            "against": "then.csv",
            "summaries": (("summary.json", "json"),),
            "as_of": "2027-05-01",
        }
        run = batch((inputs, ["rows.csv"]), **options, **elsewhere)
        assert run.communicate(timeout=60)[1] == ""
        found.append([(here / name).read_bytes() for name in ("rows.csv", "summary.json")])
    assert found[0] == found[1]


@pytest.mark.deep
def test_ctrl_c_is_not_followed_by_what_dask_has_to_say(cluster, here):
    run = batch((slow_inputs(here), ["rows.csv"]), scheduler=cluster[0], sizes=(10_000, 2), jobs=None)
    wait_for_rows(here / "rows.csv", run)
    run.send_signal(signal.SIGINT)
    assert run.communicate(timeout=60)[1] == "interrupted\n"
    assert (here / "rows.csv").read_bytes().endswith(b"\n")


@pytest.mark.deep
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs a path that only one process has")
def test_what_a_worker_cannot_see_is_told(cluster, here):
    run = batch(([f"/proc/self/fd/{OWN}"], ["rows.csv"]), scheduler=cluster[0], jobs=None)
    assert run.communicate(timeout=60)[1].strip() == "worker_misses"
    assert not (here / "rows.csv.aiassess-batch").exists()


def test_a_scheduler_that_does_not_answer_is_told(here):
    nobody = batch((["in"], ["rows.csv"]), scheduler="tcp://127.0.0.1:9", jobs=None, patience=1)
    assert nobody.communicate(timeout=60)[1].strip() == "no_scheduler"
