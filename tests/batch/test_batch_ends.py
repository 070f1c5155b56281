"""However a run is ended, it ends: signals one after the other, workers killed while they send, and what is left can go on."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from array import array
from contextlib import suppress
from pathlib import Path

import pytest

from support.batches import rows_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, and /proc to find workers")

if sys.platform != "win32":
    import fcntl
    import termios

JOURNAL = Path("rows.csv.aiassess-batch")
COMMAND = [sys.executable, "-m", "aiassess", "batch", "big.jsonl.gz", "-o", "rows.csv", "--errors", "errors.jsonl"]
COMMAND += ["-q", "tiny.yaml", "--lang", "en", "--jobs", "2"]
ROWS = 3000


@pytest.fixture
def big(tmp_path, monkeypatch, write_questionnaire):
    """Submissions whose results are large: each is refused with many problems that are told at length."""
    monkeypatch.chdir(tmp_path)
    write_questionnaire("id: tiny\n")
    document = {"format": "aiassess.answers/1", "questionnaire": {"id": "tiny", "version": "1.0.0"}}
    wrong = {f"nothing_{n}_{'x' * 60}": 1 for n in range(6)}
    line = json.dumps({**document, "answers": wrong}) + "\n"
    (tmp_path / "big.jsonl.gz").write_bytes(gzip.compress(line.encode() * ROWS, 1))
    return tmp_path


def begun(*options):
    noted = JOURNAL.read_bytes().count(b"\n") if JOURNAL.exists() else 1
    child = subprocess.Popen([*COMMAND, *options], stderr=subprocess.PIPE, start_new_session=True)
    end = time.monotonic() + 60
    while not (JOURNAL.exists() and JOURNAL.read_bytes().count(b"\n") > noted):
        if options and child.poll() is not None:  # what was left was soon done
            break
        assert child.poll() is None, child.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)
    return child


def workers_of(parent):
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
            words = file.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == parent and b"spawn_main" in words:
            found.append(int(file.parent.name))
    return found


def ended(child, *, workers=(), seconds=15):
    """The exit code and the messages of a run that must end by itself, soon, and with it those who worked for it."""
    try:
        _, err = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        pytest.fail("the run hangs")
    end = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < end, "a worker is left"
        time.sleep(0.01)
    assert b"Traceback" not in err, err
    return child.returncode, err.decode()


def whole_rows():
    return [row["line"] for row in rows_of(Path("rows.csv"))]


@pytest.mark.parametrize(
    "rounds",
    [1, pytest.param(15, marks=pytest.mark.deep)],
)
def test_a_second_interrupt_ends_the_run_at_once(big, rounds):
    rng = random.Random(rounds)
    for number in range(rounds):
        child = begun(*(["--resume"] if JOURNAL.exists() else []))
        workers = workers_of(child.pid)
        for _ in range(2 + number % 2):
            try:
                os.killpg(child.pid, signal.SIGINT)
            except ProcessLookupError:
                break
            time.sleep(rng.random() * 0.3 if rounds > 1 else 0.2)
        code, err = ended(child, workers=workers)
        assert code == 130 or not JOURNAL.exists(), err
        if number % 3 == 2 and JOURNAL.exists():
            assert_it_goes_on(big)


def assert_it_goes_on(big):
    """Whatever was cut off: going on gives the same rows as a run that nobody ended."""
    done = subprocess.run([*COMMAND, "--resume"], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert whole_rows() == [str(n) for n in range(1, ROWS + 1)]
    for name in ("rows.csv", "errors.jsonl"):
        (big / name).unlink()


def busy(workers):
    """The time that processes have worked."""
    return [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13] for pid in workers]


@pytest.mark.deep
@pytest.mark.parametrize("whom", ["the workers", "the whole group"])
def test_a_result_that_is_cut_off_keeps_nobody_waiting(big, whom):
    """While the run is stopped its workers go on, until each is in the middle of sending more than a pipe holds."""
    child = begun()
    workers = workers_of(child.pid)
    os.kill(child.pid, signal.SIGSTOP)
    before = None
    while before != (now := busy(workers)):
        before = now
        time.sleep(0.5)
    noted = JOURNAL.read_bytes().count(b"\n")
    if whom == "the workers":
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        os.kill(child.pid, signal.SIGCONT)
        end = time.monotonic() + 15
        while JOURNAL.read_bytes().count(b"\n") < noted + 3:  # more than what had been sent before
            if time.monotonic() > end:
                ended(child, seconds=0)
            time.sleep(0.01)
        workers = workers_of(child.pid)
    os.killpg(child.pid, signal.SIGTERM)
    os.kill(child.pid, signal.SIGCONT)
    assert ended(child, workers=workers)[0] == 130


@pytest.mark.deep
@pytest.mark.parametrize("rounds", [15])
def test_a_worker_killed_while_it_sends_is_made_up_for(big, rounds):
    rng = random.Random(rounds)
    for _ in range(rounds):
        child = begun()
        for _ in range(2 if rounds > 1 else 1):
            time.sleep(rng.random() * 0.2)
            for worker in workers_of(child.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
        code, err = ended(child, seconds=60)
        assert code == 1, err
        assert whole_rows() == [str(n) for n in range(1, ROWS + 1)]
        assert err.startswith("3,000 submissions: 0 scored, 3,000 refused.")


@pytest.mark.deep
@pytest.mark.parametrize("rounds", [15])
def test_a_signal_to_the_whole_group_ends_the_run(big, rounds):
    rng = random.Random(rounds)
    for _ in range(rounds):
        child = begun(*(["--resume"] if JOURNAL.exists() else []))
        time.sleep(rng.random() * 0.2)
        workers = workers_of(child.pid)
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        code, err = ended(child, workers=workers)
        if not JOURNAL.exists():  # it had done its work
            assert code in (1, -signal.SIGTERM)
            continue
        assert code == 130
        assert err.splitlines()[0].endswith("--resume")
        rows = whole_rows()
        assert rows == [str(n) for n in range(1, len(rows) + 1)]


@pytest.mark.deep
def test_two_interrupts_end_a_run_whose_reader_has_stopped_reading(big):
    """The first waits until the row is written, which may be for ever."""
    reading, writing = os.pipe()
    command = [word for word in COMMAND if word not in ("-o", "rows.csv")]
    child = subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE, start_new_session=True)
    os.close(writing)
    waiting = array("i", [0])
    while waiting[0] < 60_000:  # the pipe is full
        time.sleep(0.02)
        fcntl.ioctl(reading, termios.FIONREAD, waiting)
    for _ in range(2):
        os.killpg(child.pid, signal.SIGINT)
        time.sleep(0.1)
    assert ended(child)[0] == 130
    os.close(reading)
