"""Who listens changes neither the exit code nor the files: every command with every kind of stream (docs/cli.md#streams)."""

import contextlib
import io
import itertools
import json
import os
import re
import select
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest

from aiassess.cli.handler import run
from aiassess.stdio import Lasting
from support.commands import commands
from support.shell import fill, start, written_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors as a POSIX shell does")

Case = namedtuple("Case", "argv code typed", defaults=[""])
Q = ("-q", "tiny.yaml")

# Every command, with files beside standard output where it can write both, and an answer that is no where it can be.
CASES = {
    ("assess",): Case(("tiny.yaml", "--plain", "--new", "--lang", "en", "--out", "out"), 0, "2\n\n1\n\n:finish\ny\n"),
    ("score",): Case(("great.json", *Q, "--fail-on", "high", "-o", "-", "-o", "new.json", "-o", "new.md"), 1),
    ("render",): Case(("great.report.json", "-o", "-", "-o", "new.html"), 0),
    ("diff",): Case(("none.json", "great.json", *Q, "--exit-code", "-o", "-", "-o", "new.json"), 1),
    ("verify",): Case(("great.report.json", "edited.report.json", *Q), 1),
    ("explain",): Case(("great.json", "low", *Q, "-o", "-", "-o", "new.json"), 0),
    ("merge",): Case(("none.json", "great.json", *Q, "-o", "new.json"), 1),
    ("batch",): Case(("in", *Q, "-o", "-", "-o", "new.csv", "--errors", "new.jsonl", "--jobs", "1"), 1),
    ("form",): Case(("tiny.yaml", "-o", "new.xlsx", "-o", "new.docx"), 0),
    ("questionnaire", "list"): Case(("--format", "json"), 0),
    ("questionnaire", "show"): Case(("tiny.yaml",), 0),
    ("questionnaire", "lint"): Case(("tiny.yaml", "bad.yaml"), 1),
    ("questionnaire", "schema"): Case(("tiny.yaml",), 0),
    ("questionnaire", "diff"): Case(("tiny.yaml", "newer.yaml", "--exit-code", "-o", "-", "-o", "new.md"), 1),
    ("questionnaire", "new"): Case(("mine", "-o", "-"), 0),
    ("questionnaire", "import"): Case(("survey.json", "--strict"), 1),
    ("drafts", "list"): Case((), 0),
    ("drafts", "remove"): Case(("none",), 2),
    ("--version",): Case((), 0),
    ("--lang", "en", "--version"): Case((), 0),
    ("--help",): Case((), 0),
    (): Case((), 2),
    ("score", "none-such.json"): Case((), 3),
    ("score", "-"): Case(Q, 3),
    ("batch", "none-such"): Case((), 1),
    ("batch", "in"): Case((*Q, "--latest", "-o", "-", "-o", "new.csv", "--set-aside", "new.jsonl"), 1),
    ("scor",): Case((), 2),
}

# What a shell writes behind the command; "gone" are pipes that nobody reads.
STREAMS = {
    "reader gone": {"stdout": "gone"},
    "stdout closed": {"redirect": ">&-"},
    "stdout full": {"redirect": ">/dev/full"},
    "stdout not for writing": {"redirect": "1</dev/null"},
    "stderr closed": {"redirect": "2>&-"},
    "stderr full": {"redirect": "2>/dev/full"},
    "stderr's reader gone": {"stderr": "gone"},
    "stdin closed": {"redirect": "<&-"},
    "all closed": {"redirect": "<&- >&- 2>&-"},
}
# The fast tests try every command, every kind of stream, and the rows of faults that were found; the deep ones every pair.
SOME = [
    *zip(commands(), itertools.cycle(STREAMS), strict=False),
    (("--help",), "stdout full"),
    (("score", "none-such.json"), "stderr closed"),
    (("score", "-"), "stdin closed"),
    (("batch", "in"), "reader gone"),
    (("batch", "in"), "stdout full"),
    (("score",), "reader gone"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("streams"))


def files_expected(folder, command):
    """Return the files that a case writes with good streams, computed once, in this process."""
    if command not in _expected:
        case = CASES[command]
        with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch, written_in(folder) as written:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.typed.encode())))
            assert run([*command, *case.argv]) == case.code
        _expected[command] = {name: without_times(data) for name, data in written.items()}
    return _expected[command]


_expected: dict[tuple[str, ...], dict[str, bytes]] = {}


def without_times(data):
    """An interview says when it was held."""
    return re.sub(rb"sha256:\w+|\d{4}-\d\d-\d\d(T[\d:\\+]+)?", b"", data)


def test_every_command_has_a_case():
    assert set(commands()) <= set(CASES)


def test_exit_codes_and_files_do_not_depend_on_streams(program, folder):
    for command, streams in SOME:
        check(program, folder, command, streams)


@pytest.mark.deep
@pytest.mark.parametrize("command", CASES, ids=" ".join)
def test_exit_codes_and_files_do_not_depend_on_any_stream(program, folder, command):
    for streams in STREAMS:
        check(program, folder, command, streams)


def check(program, folder, command, streams):
    case = CASES[command]
    if "full" in streams and not Path("/dev/full").exists():
        return
    typed = case.typed
    code, out, err, written = start(program, folder, [*command, *case.argv], typed, **STREAMS[streams])
    said = (command, streams, code, err)
    if typed and streams in ("stdin closed", "all closed"):
        assert code == 0, said  # left at once, with nothing given
        return
    assert code == case.code, said
    assert {name: without_times(data) for name, data in written.items()} == files_expected(folder, command), said
    for stream in (out, err):
        assert b"Traceback" not in (stream or b""), said
    if err is not None and streams in ("stdout full", "stdout not for writing"):
        lost = b"The full result could not be written to standard output"
        assert err.count(lost) == (command not in NOTHING_PRINTED), said
    if err is not None and streams in ("reader gone", "stdout closed"):
        assert b"standard output" not in err, said


NOTHING_PRINTED = {
    (),
    ("drafts", "remove"),
    ("form",),
    ("score", "none-such.json"),
    ("score", "-"),
    ("scor",),
}


def test_standard_output_by_another_name(program, folder):
    """It is not opened anew, which would begin a file again that others write to."""
    with contextlib.chdir(folder), written_in(folder) as written:
        Path("log").write_bytes(b"before\n")
        argv = [*program, "score", "great.json", *Q, "--format", "json", "-o"]
        for name in ("/dev/stdout", "/dev/fd/1", "-"):
            with open("log", "ab") as log:  # noqa: PTH123
                assert subprocess.run([*argv, name], stdout=log, check=False).returncode == 0
        Path("expected.json").write_bytes(b"")
        assert run(["score", "great.json", *Q, "-o", "expected.json"]) == 0
    assert written["log"] == b"before\n" + 3 * written["expected.json"]


def test_the_reader_of_standard_output_may_leave_whatever_its_name(program, folder):
    for name in ("/dev/stdout", "/dev/fd/1"):
        argv = ["score", "great.json", *Q, "--fail-on", "high", "--format", "json", "-o", name, "-o", "new.json"]
        code, _, err, written = start(program, folder, argv, stdout="gone")
        assert (code, err, list(written)) == (1, b"", ["new.json"])


def test_standard_output_twice_is_refused(cli, folder):
    for argv in (["score", folder / "great.json", "-q", folder / "tiny.yaml"], ["batch", folder / "in"]):
        done = cli("--lang", "en", *argv, "-o", "-", "-o", "/dev/stdout")
        assert (done.code, done.out, done.err) == (2, "", "<stdout>: error: Two outputs are the same file.\n")


def test_a_pipe_that_is_named_may_be_left_by_its_reader(folder):
    """As ``-o >(head -1)`` is, which a shell names /dev/fd/63."""
    read, gone = os.pipe()
    os.close(read)
    try:
        for words, name, code in (
            (["score", "great.json", *Q, "--format", "json"], "new.json", 0),
            (["batch", "in", *Q, "--format", "csv"], "new.csv", 1),
        ):
            command = [sys.executable, "-m", "aiassess", *words, "-o", f"/dev/fd/{gone}", "-o", name]
            with written_in(folder) as written:
                done = subprocess.run(command, cwd=folder, pass_fds=[gone], capture_output=True, check=False)
            assert done.returncode == code, done.stderr
            with contextlib.chdir(folder), written_in(folder) as expected:
                assert run([*words, "-o", name]) == code
            assert written == expected
    finally:
        os.close(gone)


class Slow(io.RawIOBase):
    """A pipe that does not block: it is full every other time, and takes three bytes at most."""

    name = "<slow>"

    def __init__(self):
        self.data, self.full = b"", False

    def writable(self):
        return True

    def write(self, data):
        self.full = not self.full
        if self.full:
            return None
        self.data += bytes(data[:3])
        return min(3, len(data))


def test_a_pipe_that_does_not_block_gets_everything():
    slow = Slow()
    with io.BufferedWriter(Lasting(io.TextIOWrapper(io.BufferedWriter(slow)))) as stream:
        stream.write(b"0123456789")
        stream.flush()
        assert slow.data == b"0123456789"


def test_characters_that_a_terminal_lacks_are_replaced(folder):
    done = subprocess.run(
        [sys.executable, "-m", "aiassess", "--lang", "en", "score", "none-such-\u4e2d.json"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.isascii()) == (3, True)


def test_full_and_empty_bars_differ_on_a_terminal_that_lacks_our_signs(folder):
    from support.terminal import Terminal

    for words in (["score", "great.json", *Q], ["render", "great.report.json"], ["explain", "great.json", *Q]):
        command = ["-m", "aiassess", "--lang", "en", *words]
        env = {"PYTHONIOENCODING": "cp1252"}
        with Terminal.python(*command, columns=100, rows=200, env=env, cwd=folder) as terminal:
            assert terminal.wait_end() == 0
            assert "??" not in terminal.text(), words
            if words[0] != "explain":  # which draws none
                assert {"#" * 20, "." * 20} <= set(terminal.text().split()), words


def test_a_pipe_that_does_not_block_is_read_to_its_end(program, folder):
    """What is not there yet is not missing."""
    for words in (["score", "-", *Q, "--format", "json"], ["batch", "-", *Q, "--format", "csv", "--jobs", "1"]):
        read, write = os.pipe()
        os.set_blocking(read, False)
        data = json.dumps(json.loads((folder / "none.json").read_bytes())).encode() + b"\n"
        command = [*program, *words]
        with subprocess.Popen(command, cwd=folder, stdin=read, stdout=subprocess.PIPE) as child:
            with open(write, "wb", buffering=0) as pipe:  # noqa: PTH123
                pipe.write(data[:50])
                while select.select([read], [], [], 0)[0]:
                    time.sleep(0.01)
                time.sleep(0.2)  # by now it has asked for more
                os.close(read)
                with contextlib.suppress(BrokenPipeError):
                    pipe.write(data[50:])
            out = child.stdout.read()
        assert child.returncode == 0
        assert b"low" in out
