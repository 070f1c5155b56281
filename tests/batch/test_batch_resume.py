"""Interrupted runs leave whole rows and can go on; nothing that stands is judged again or lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aiassess.batch.run import Run
from aiassess.errors import WrongUsage
from support.batches import QUESTIONNAIRE, lines, plan, rows_of, run, submission, zstd
from support.each import tiers

JOURNAL = "rows.csv.aiassess-batch"
OUTPUTS = ["rows.csv", "rows.jsonl", "rows.parquet"]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for n in range(12):
        (tmp_path / "in" / f"{n:02}.json").write_bytes(submission(n) if n % 5 else b"{")
    (tmp_path / "a.jsonl").write_bytes(lines(20) + b"\n{\n" + lines(9))
    (tmp_path / "b.jsonl.zst").write_bytes(zstd.compress(lines(700) + b"{"))
    (tmp_path / "c.json").write_bytes(b"[" + b",".join(submission(n) for n in range(600)) + b"]")
    return tmp_path


INPUTS = ["a.jsonl", "in", "b.jsonl.zst", "c.json"]
SIZES = (2000, 3)


class Stop(Exception):
    pass


def interrupted(after, inputs=INPUTS, outputs=OUTPUTS, error=KeyboardInterrupt, **options):
    """Run until so many chunks are written; return how often rows were written, whether or not it was interrupted."""
    chunks = 0

    def watch():
        nonlocal chunks
        chunks += 1
        if chunks == after:
            raise error

    made = Run(plan(inputs, outputs, **{"errors": "errors.jsonl", "sizes": SIZES, **options}))
    try:
        made.go(watch)
    except error:
        assert made.resumable
    return chunks, made


def contents(here, names=("rows.csv", "rows.jsonl", "errors.jsonl")):
    return [(here / name).read_bytes() for name in names]


@pytest.fixture
def whole(here):
    """What a run gives that is never interrupted."""
    run(INPUTS, OUTPUTS, errors="errors.jsonl")
    found = contents(here)
    for name in (*OUTPUTS, "errors.jsonl"):
        (here / name).unlink()
    return found


def test_a_run_that_is_interrupted_again_and_again_gives_the_same_bytes(here, whole):
    steps, made = interrupted(3)
    rows = made.counts.rows
    assert (here / JOURNAL).exists()
    assert len(rows_of(here / "rows.csv")) == len(rows_of(here / "rows.jsonl")) == rows
    rounds = 0
    while steps == 3:
        steps, made = interrupted(3, resume=True, sizes=(1500 + rounds, 1 + rounds % 4))
        assert made.before == rows
        rows = made.counts.rows
        rounds += 1
    assert rounds > 4
    assert contents(here) == whole
    assert (made.counts.rows, made.counts.refused) == (len(rows_of(here / "rows.jsonl")), whole[2].count(b"\n"))
    assert sorted(path.name for path in here.iterdir() if path.name.startswith("rows")) == sorted(OUTPUTS)


def test_what_was_written_last_and_not_noted_is_cut_off(here, whole):
    interrupted(5)
    for name in ("rows.csv", "rows.jsonl", "rows.parquet.partial", "errors.jsonl"):
        with (here / name).open("ab") as stream:
            stream.write(b'a.jsonl,99,complete,"half a r')
    run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert contents(here) == whole


def test_outputs_that_lost_their_end_are_made_up_for(here, whole):
    interrupted(6)
    os.truncate("rows.jsonl", (here / "rows.jsonl").stat().st_size - 1)
    with (here / JOURNAL).open("ab") as stream:
        stream.write(b'{"position":{"files":')
    run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert contents(here) == whole


def test_a_run_stopped_before_its_first_row_begins_anew(here, whole):
    interrupted(1)
    head = (here / JOURNAL).read_bytes().split(b"\n")[0] + b"\n"
    (here / JOURNAL).write_bytes(head)
    run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert contents(here) == whole


def test_resume_may_always_be_given(here, whole):
    run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert contents(here) == whole
    with pytest.raises(WrongUsage) as caught:
        run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert caught.value.problems[0].code == "nothing_to_resume"
    assert contents(here) == whole


def test_an_interrupted_run_is_not_overwritten(here):
    interrupted(4)
    before = contents(here)
    with pytest.raises(WrongUsage) as caught:
        run(INPUTS, OUTPUTS, errors="errors.jsonl")
    assert caught.value.problems[0].code == "run_interrupted"
    assert contents(here) == before


def refusal(**options):
    with pytest.raises(WrongUsage) as caught:
        run(
            options.pop("inputs", INPUTS),
            options.pop("outputs", OUTPUTS),
            resume=True,
            **{"errors": "errors.jsonl", **options},
        )
    return caught.value.problems[0].code, caught.value.problems[0].message("en")


def test_another_run_is_not_taken_for_the_interrupted_one(here, monkeypatch):
    interrupted(4)
    before = contents(here)
    for options, what in [
        ({"inputs": INPUTS[:2]}, "the inputs"),
        ({"outputs": ["rows.csv"]}, "the outputs"),
        ({"errors": None}, "the outputs"),
        ({"lang": "ms"}, "the language"),
        ({"fail_on": "high"}, "--fail-on"),
        ({"questionnaires": (QUESTIONNAIRE, QUESTIONNAIRE)}, "the questionnaires"),
    ]:
        code, message = refusal(**options)
        assert code == "resume_differs"
        assert what in message
    assert contents(here) == before


@pytest.mark.parametrize("after", tiers(fast=[8], deep=[1, 11]))
def test_changed_inputs_are_noticed(here, after):
    interrupted(after)
    before = contents(here)
    position = json.loads((here / JOURNAL).read_text().splitlines()[-1])["position"]
    if position["files"] == 0:
        (here / "a.jsonl").write_bytes(lines(3) + (here / "a.jsonl").read_bytes())
    else:
        (here / "in" / "00.json").unlink()
    assert refusal()[0] == "resume_inputs_changed"
    assert contents(here) == before


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_run_with_names_that_are_not_utf_8_goes_on(here):
    (here / "caf\udce9.jsonl").write_bytes((here / "a.jsonl").read_bytes())
    inputs, outputs = ["caf\udce9.jsonl", *INPUTS], ["r\udce9.csv"]
    _, made = interrupted(3, inputs, outputs)
    resumed = run(inputs, outputs, errors="errors.jsonl", resume=True)
    assert 0 < made.counts.rows == resumed.before < resumed.counts.rows


def test_what_comes_behind_may_change(here):
    interrupted(8, inputs=["in"], sizes=(2000, 1))
    (here / "in" / "99.json").write_bytes(submission(99))
    made = run(["in"], OUTPUTS, errors="errors.jsonl", resume=True)
    assert made.counts.rows == 13


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"[]\n", b"{}\n", b'{"format":"aiassess.batch-journal/1"}\n', b"\xff\x00\n", b"9" * 9999]
)
def test_a_damaged_journal_is_refused(here, content):
    (here / JOURNAL).write_bytes(content)
    assert refusal()[0] == "not_a_journal"


def test_damaged_marks_end_the_journal(here, whole):
    interrupted(5)
    good = (here / JOURNAL).read_bytes()
    for bad in (b'{"sizes":[1]}\n', b'{"sizes":[1,2,3,4],"position":{"x":1},"seen":"","tallies":[]}\n'):
        (here / JOURNAL).write_bytes(good + bad)
        assert refusal()[0] == "not_a_journal"
    (here / JOURNAL).write_bytes(good + b"garbage\n")
    run(INPUTS, OUTPUTS, errors="errors.jsonl", resume=True)
    assert contents(here) == whole


@pytest.mark.parametrize(("inputs", "outputs"), [(["-"], ["rows.csv"]), (["a.jsonl"], ["-"])])
def test_standard_streams_cannot_be_resumed(here, inputs, outputs):
    with pytest.raises(WrongUsage) as caught:
        run(inputs, outputs, resume=True)
    assert caught.value.problems[0].code == "resume_needs_files"


# The real program


COMMAND = [
    sys.executable,
    "-m",
    "aiassess",
    "batch",
    "big.jsonl",
    "-o",
    "rows.csv",
    "-o",
    "rows.jsonl",
    "-q",
    "tiny.yaml",
]


@pytest.fixture
def big(here, write_questionnaire):
    """A command that runs for a while, and what it gives when nobody interrupts it."""
    write_questionnaire("id: tiny\n")
    line = (
        b'{"format":"aiassess.answers/1","questionnaire":{"id":"tiny","version":"1.0.0"},"answers":{"colour":"%s"}}\n'
    )
    bad = line % b"green"  # refused the slow way, which takes time
    (here / "big.jsonl").write_bytes(b"".join(bad if n % 3 else line % b"red" for n in range(3000)))
    subprocess.run([*COMMAND, "--jobs", "1"], check=False, capture_output=True)
    found = contents(here, ("rows.csv", "rows.jsonl"))
    for name in ("rows.csv", "rows.jsonl"):
        (here / name).unlink()
    return found


def begun(*options):
    """Start the command, and return it once it has written some rows."""
    noted = Path(JOURNAL).read_bytes().count(b"\n") if Path(JOURNAL).exists() else 1
    child = subprocess.Popen(
        [*COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    wait_until(lambda: Path(JOURNAL).exists() and Path(JOURNAL).read_bytes().count(b"\n") > noted, child)
    return child


def wait_until(condition, child):
    end = time.monotonic() + 30
    while not condition():
        assert child.poll() is None, child.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize(("jobs", "number"), tiers(fast=[("2", signal.SIGINT)], deep=[("1", signal.SIGTERM)]))
def test_ctrl_c_leaves_whole_rows_and_says_how_to_go_on(here, big, jobs, number):
    child = begun("--jobs", jobs)
    # Ctrl-C reaches every process of the terminal's foreground; a job's end the one that was started.
    (os.killpg if number == signal.SIGINT else os.kill)(child.pid, number)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    said = err.decode().splitlines()
    assert len(said) == 2
    options = "--output rows.csv --output rows.jsonl --questionnaire tiny.yaml"
    assert said[0].endswith(f" aiassess batch big.jsonl {options} --jobs {jobs} --resume")
    assert 0 < len(rows_of(here / "rows.csv")) == len(rows_of(here / "rows.jsonl")) < 3000
    again = subprocess.run([*COMMAND, "--resume"], capture_output=True, check=False)
    assert again.returncode == 1
    assert b"Done before: " in again.stderr
    assert contents(here, ("rows.csv", "rows.jsonl")) == big


def children(parent):
    """The living processes of a parent, or of anybody."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and parent in (None, int(fields[1])):
            found.append(int(file.parent.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux has them")
@pytest.mark.deep
@pytest.mark.parametrize("kills", [1, 2])
def test_a_killed_run_goes_on_and_leaves_no_process_behind(here, big, kills):
    rng = random.Random(4)
    for _ in range(kills):
        child = begun("--jobs", "2", *(["--resume"] if Path(JOURNAL).exists() else []))
        time.sleep(rng.random() / 20)
        workers = children(child.pid)
        child.kill()
        child.communicate()
        assert len(workers) >= 2
        end = time.monotonic() + 20
        while any(pid in children(None) for pid in workers):
            assert time.monotonic() < end
            time.sleep(0.02)
    assert subprocess.run([*COMMAND, "--resume"], capture_output=True, check=False).returncode == 1
    assert contents(here, ("rows.csv", "rows.jsonl")) == big
