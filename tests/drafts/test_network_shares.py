"""Drafts, reports and locks on network shares, whose file systems lack or refuse some of what a local disk does."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys

import pytest

from aiassess import files
from aiassess.drafts import lock as locks
from aiassess.drafts.state import State
from aiassess.drafts.store import Drafts
from aiassess.errors import InvalidInput, WrongUsage
from aiassess.files import write_file
from aiassess.model.answers import Answer, AnswerSet
from support.interviews import SMALL, blank, small

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and flock are POSIX")


def answers(system="Alpha"):
    return AnswerSet("interview", "1.2.0", blank().about, {"system": Answer("answered", system)})


def refusing(call, number, times=10**9, only=lambda *_: True):
    """Return ``call`` refusing with an error number, so many times."""
    left = [times]

    def refuse(*args, **options):
        if left[0] and only(*args):
            left[0] -= 1
            raise OSError(number, os.strerror(number))
        return call(*args, **options)

    return refuse


@pytest.fixture
def refuse(monkeypatch):
    """Let a call of the system fail: ``refuse("replace", errno.EBUSY, times=2)``."""
    monkeypatch.setattr(files, "_PATIENCE", (0, 0, 0))

    def let_fail(name, number, patch=monkeypatch, **options):
        module = sys.modules["fcntl"] if name == "flock" else os
        patch.setattr(module, name, refusing(getattr(module, name), number, **options))

    return let_fail


def interview(folder):
    """Begin a draft, save twice, come back to it, save again; return what it holds."""
    with Drafts(folder).create(small(), str(SMALL)) as draft:
        draft.save(answers(), State())
        draft.save(answers("Beta"), State(current="groups"))
    with Drafts(folder).open(draft.name, small(), str(SMALL)) as draft:
        assert draft.state.current == "groups"
        draft.save(answers("Gamma"), State())
    return json.loads(draft.path.read_text(encoding="utf-8"))["answers"]["system"]["value"]


NOT_THERE = [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP]
FAULTS = [
    *[("chmod", number, {}) for number in (errno.EPERM, errno.EACCES, *NOT_THERE)],
    *[("fsync", number, {}) for number in NOT_THERE],
    *[
        ("fsync", number, {"only": lambda handle: stat.S_ISDIR(os.fstat(handle).st_mode)})
        for number in (errno.EIO, *NOT_THERE)
    ],
    *[("replace", number, {"times": times}) for number in (errno.EACCES, errno.EPERM, errno.EBUSY) for times in (1, 3)],
    *[("flock", number, {}) for number in (errno.ENOLCK, *NOT_THERE)],
]


@posix
def test_what_a_share_lacks_is_done_without(refuse, tmp_path):
    import fcntl  # noqa: F401 - the seam

    for number, (name, code, options) in enumerate(FAULTS):
        with pytest.MonkeyPatch.context() as patch:
            refuse(name, code, patch, **options)
            folder = tmp_path / f"share-{number}"
            assert interview(folder) == "Gamma", (name, errno.errorcode[code])
            write_file(folder / "report.md", "one")
            write_file(folder / "report.md", "two")
            assert (folder / "report.md").read_text() == "two"
            assert not list(folder.glob(".*.tmp"))


@posix
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_flush_that_fails_is_no_save(refuse, tmp_path, number):
    write_file(tmp_path / "report.md", "one")
    refuse("fsync", number)
    with pytest.raises(InvalidInput) as error:
        write_file(tmp_path / "report.md", "two")
    assert error.value.problems[0].code == "cannot_write"
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("report.md", "one")]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_file_that_stays_in_use_is_said_and_left_as_it_is(refuse, tmp_path, number):
    write_file(tmp_path / "report.md", "one")
    refuse("replace", number)
    with pytest.raises(InvalidInput) as error:
        write_file(tmp_path / "report.md", "two")
    problem = error.value.problems[0]
    assert problem.code == "file_busy"
    assert "another program may have it open" in problem.message("en")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("report.md", "one")]


@posix
def test_waiting_for_a_file_has_an_end():
    assert 0.5 < sum(files._PATIENCE) < 2


# Locks


@posix
def test_a_soft_lock_holds_and_says_who_has_it(refuse, tmp_path):
    drafts = Drafts(tmp_path)
    refuse("flock", errno.ENOLCK)
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers(), State())
        for refused in (drafts.open, drafts.remove):
            with pytest.raises(WrongUsage) as error:
                refused("interview-1")
            message = error.value.problems[0].message("en")
            assert f"process {os.getpid()} on " in message
            assert f"if that session is over, remove {tmp_path / '.interview-1.held'}" in message
        assert [info.in_use for info in drafts.entries()] == [True]
    assert [info.in_use for info in drafts.entries()] == [False]
    drafts.remove("interview-1")
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize(
    ("held", "old", "free"),
    [
        ({"process": 2**22 + 1}, False, True),  # more than a system hands out: dead
        ({"process": os.getpid()}, False, False),
        ({"process": 2**22 + 1, "host": "elsewhere"}, False, False),
        ({"process": "x"}, False, False),
        (None, False, False),  # being written just now
        (None, True, True),
    ],
)
def test_a_soft_lock_that_a_dead_session_left_behind_is_taken_over(refuse, tmp_path, held, old, free):
    drafts = Drafts(tmp_path)
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers(), State())
    refuse("flock", errno.EOPNOTSUPP)
    file = tmp_path / ".interview-1.held"
    file.write_text("" if held is None else json.dumps({"host": locks.socket.gethostname(), **held}))
    if old:
        os.utime(file, (1, 1))
    assert [info.in_use for info in drafts.entries()] == [not free]
    if free:
        drafts.open("interview-1", small(), str(SMALL)).close()
        assert not file.exists()


@posix
def test_a_planted_link_is_never_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    drafts = Drafts(tmp_path / "shared")
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers(), State())
    lock = drafts.folder / ".interview-1.lock"
    for target in (victim, tmp_path / "not there"):
        lock.unlink()
        lock.symlink_to(target)
        for refused in (drafts.open, drafts.remove):
            with pytest.raises(InvalidInput) as error:
                refused("interview-1")
            assert error.value.problems[0].code == "lock_is_link"
        assert victim.read_text() == "precious"
        assert not (tmp_path / "not there").exists()


@posix
def test_a_lock_that_is_no_file_is_refused(tmp_path):
    drafts = Drafts(tmp_path)
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers(), State())
    lock = tmp_path / ".interview-1.lock"
    lock.unlink()
    os.mkfifo(lock)
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1")
    assert error.value.problems[0].code == "draft_lock"


# Who may read a draft


@posix
def test_drafts_are_for_their_owner_alone(monkeypatch, tmp_path, own_data_folder):
    old = os.umask(0)
    try:
        folder = own_data_folder / "drafts"
        folder.mkdir(parents=True, mode=0o755)
        interview(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, "a loose folder is tightened"
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
        assert set(modes.values()) == {0o600}, modes
        (folder / "interview-1.draft.json").chmod(0o644)
        with Drafts(folder).open("interview-1") as draft:
            draft.save(answers("Delta"), State())
        assert stat.S_IMODE((folder / "interview-1.draft.json").stat().st_mode) == 0o600
        write_file(tmp_path / "report.md", "for everybody")
        assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o666
    finally:
        os.umask(old)


SHIM = """
#define _GNU_SOURCE
#include <errno.h>
#include <sys/stat.h>
static int tries;
int rename(const char *a, const char *b) {
    extern int renameat(int, const char *, int, const char *);
    if (tries++ % 2 == 0) { errno = EACCES; return -1; }
    return renameat(-100, a, -100, b);
}
int chmod(const char *p, mode_t m) { errno = EPERM; return -1; }
int fchmod(int f, mode_t m) { errno = EPERM; return -1; }
int fchmodat(int d, const char *p, mode_t m, int f) { errno = EPERM; return -1; }
int flock(int f, int o) { errno = ENOLCK; return -1; }
int fsync(int f) { errno = EINVAL; return -1; }
"""


@posix
@pytest.mark.deep
@pytest.mark.skipif(shutil.which("gcc") is None or sys.platform != "linux", reason="needs gcc and LD_PRELOAD")
def test_the_real_program_on_the_worst_of_shares(tmp_path, own_data_folder):
    (tmp_path / "shim.c").write_text(SHIM)
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", "shim.so", "shim.c"], cwd=tmp_path, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "aiassess", "assess", str(SMALL), "--plain", "--out", "done", "--lang", "en"],
        input="Alpha\n.\n1\n:review\nfinish\nyes\n",
        env={**os.environ, "LD_PRELOAD": str(tmp_path / "shim.so")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "done" / "report.json").exists()


def test_a_folder_in_which_nobody_may_write_is_told_at_once(tmp_path, monkeypatch):
    """Python's tempfile tries on for hours there on Windows, where such a folder looks as if one may write in it."""
    tried = []

    def refused(path, flags, mode=0o777):
        tried.append(path)
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr("tempfile.mkstemp", lambda **_: pytest.fail("tempfile was asked"))
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(InvalidInput) as raised:
        write_file(tmp_path / "report.json", b"{}")
    assert [problem.code for problem in raised.value.problems] == ["no_write_permission"]
    assert len(tried) == 1
