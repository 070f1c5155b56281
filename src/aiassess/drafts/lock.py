"""One session at a time on a draft: a lock on a file beside it, which the system frees however the session ends.

Never on the draft itself, because saving replaces that file and a lock would stay with the old one. A share that has no
locks gets a soft one: a file that says who holds the draft, made in one step and removed at the end.
"""

import errno
import json
import os
import socket
import stat
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from aiassess import files
from aiassess.drafts.files import name_of, read_object, read_state_file, remove, side_file
from aiassess.errors import InvalidInput, Problem, WrongUsage, invalid

_LOCK_SECONDS = 0.4
"""How long to wait for a lock: another process that lists drafts holds each for a moment."""
_WRITING_SECONDS = 10
"""How old a soft lock that says nothing must be to count as left behind."""


def hold(draft: Path) -> ExitStack:
    """Return the draft's lock, held until it is closed; raises WrongUsage if another session holds it."""
    lock = take(draft, _LOCK_SECONDS)
    if lock is not None:
        return lock
    held = side_file(draft, "held")
    is_soft = os.path.lexists(held)
    session = read_object(held) if is_soft else read_state_file(draft)["session"]
    process, host = session.get("process"), session.get("host")
    if not isinstance(process, int) or not isinstance(host, str):
        raise WrongUsage([Problem("draft_in_use", {"draft": name_of(draft)})])
    values = {"draft": name_of(draft), "process": str(process), "host": host}
    if is_soft:
        raise WrongUsage([Problem("draft_held_by", {**values, "held": str(held)})])
    raise WrongUsage([Problem("draft_in_use_by", values)])


def this_session() -> dict[str, object]:
    return {"process": os.getpid(), "host": socket.gethostname()}


def take(draft: Path, seconds: float = 0) -> ExitStack | None:
    """Return the draft's lock, held, or None if another session holds it; raises InvalidInput if locks cannot be had."""
    file = side_file(draft, "lock")
    end = time.monotonic() + seconds
    while True:
        try:
            lock = _lock(file, side_file(draft, "held"))
        except OSError as error:
            if file.is_symlink():
                raise invalid("lock_is_link", file=str(file)) from None
            raise invalid("draft_lock", file=str(draft.parent), reason=error.strerror or str(error)) from None
        if lock is not None or time.monotonic() >= end:
            return lock
        time.sleep(0.05)


def _lock(file: Path, held: Path) -> ExitStack | None:
    """Return the lock on an open file, or a soft one if the file system has none; None if somebody holds it."""
    if file.is_symlink():  # refused here for systems that cannot refuse it while opening
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(file, flags, 0o600)
    except PermissionError:
        if sys.platform == "win32" and file.exists():  # being removed by another session
            return None
        raise
    with ExitStack() as opened:
        opened.callback(os.close, handle)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        locked = files.try_lock(handle)
        if locked is None:
            return _soft_lock(held)
        if not locked or os.fstat(handle).st_nlink == 0:  # 0: removed by the session that held it before
            return None
        return opened.pop_all()


def _soft_lock(held: Path) -> ExitStack | None:
    """Return a lock that is the file ``held``; one that a process of this machine left behind when it died is removed."""
    for _ in range(2):
        try:
            handle = os.open(held, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if not _is_left_behind(held):
                return None
            remove(held)
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(this_session(), stream)
        lock = ExitStack()
        lock.callback(remove, held)
        return lock
    return None


def _is_left_behind(held: Path) -> bool:
    session = read_object(held)
    if not session:  # its writer was killed before it was written
        with suppress(OSError):
            return time.time() - held.stat().st_mtime > _WRITING_SECONDS
        return False
    process = session.get("process")
    if session.get("host") != socket.gethostname() or sys.platform == "win32":
        return False
    if not isinstance(process, int) or not 0 < process < 2**31:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False


def let_go(draft: Path, lock: ExitStack) -> None:
    """Release a lock, and remove its file if the draft is gone."""
    gone = not draft.exists()
    file = side_file(draft, "lock")
    if gone:
        remove(file)  # a system that does not remove open files does so below
    lock.close()
    if gone:
        remove(file)


def is_in_use(draft: Path) -> bool:
    if not side_file(draft, "lock").exists():
        return False
    try:
        lock = take(draft)
    except InvalidInput:
        return False
    if lock is None:
        return True
    lock.close()
    return False
