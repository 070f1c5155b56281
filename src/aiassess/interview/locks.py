"""One session at a time on a draft: a lock on a file beside it, which the system frees however the session ends.

Never on the draft itself, because saving replaces that file and a lock would stay with the old one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aiassess.errors import InvalidInput, Problem, WrongUsage, invalid
from aiassess.interview.draft_files import name_of, read_state_file, side_file

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

_LOCK_SECONDS = 0.4
"""How long to wait for a lock: another process that lists drafts holds each for a moment."""


def hold(draft: Path) -> BaseFileLock:
    """Return the draft's lock, held; raises WrongUsage where another session holds it."""
    lock = try_lock(draft, _LOCK_SECONDS)
    if lock is not None:
        return lock
    session = read_state_file(draft).get("session")
    if isinstance(session, dict) and isinstance(session.get("process"), int) and isinstance(session.get("host"), str):
        values = {"draft": name_of(draft), "process": str(session["process"]), "host": session["host"]}
        raise WrongUsage([Problem("draft_in_use_by", values)])
    raise WrongUsage([Problem("draft_in_use", {"draft": name_of(draft)})])


def try_lock(draft: Path, seconds: float = 0) -> BaseFileLock | None:
    """Return the draft's lock, held, or None where another session holds it; InvalidInput where locks cannot be had."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 80 ms that only an interview has to spend

    lock = FileLock(str(side_file(draft, "lock")))
    try:
        lock.acquire(timeout=seconds, poll_interval=0.05)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        raise invalid("draft_lock", file=str(draft.parent), reason=reason) from None
    return lock


def let_go(draft: Path, lock: BaseFileLock) -> None:
    """Release a lock, and remove its file where the draft is gone."""
    gone = not draft.exists()
    file = side_file(draft, "lock")
    if gone:
        with suppress(OSError):  # a system that does not remove open files does so below
            file.unlink()
    lock.release()
    if gone:
        with suppress(OSError):
            file.unlink()


def is_in_use(draft: Path) -> bool:
    """Return whether another session has the draft open now."""
    if not side_file(draft, "lock").exists():
        return False
    try:
        lock = try_lock(draft)
    except InvalidInput:
        return False
    if lock is None:
        return True
    lock.release()
    return False
