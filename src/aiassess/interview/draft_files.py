"""The files of a draft: their names, the lock, and what to sweep (docs/interview.md#drafts).

A draft ``gpaisa-1`` is the answers file ``gpaisa-1.draft.json``. Beside it stand ``.gpaisa-1.state.json`` (where the session
was; may be lost), ``.gpaisa-1.lock`` (held while a session is open; never the draft itself, because saving replaces that
file) and, only after a change of the questionnaire, ``gpaisa-1.dropped.json`` (answers that it no longer takes).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from aiassess.answers.strict_json import parse_json
from aiassess.errors import AiassessError, InvalidInput, Problem, WrongUsage, invalid
from aiassess.files import MAX_ANSWERS_BYTES, read_text
from aiassess.interview.state import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

ENDING = ".draft.json"
_LOCK_SECONDS = 0.4
"""How long to wait for a lock: another process that lists drafts holds each for a moment."""


def name_of(draft: Path) -> str:
    """Return a draft's name."""
    return draft.name.removesuffix(ENDING)


def side_file(draft: Path, kind: Literal["state", "lock", "dropped"]) -> Path:
    """Return a file that stands beside a draft."""
    name = name_of(draft)
    names = {"state": f".{name}.state.json", "lock": f".{name}.lock", "dropped": f"{name}.dropped.json"}
    return draft.with_name(names[kind])


def read_state_file(draft: Path) -> dict[str, Any]:
    """Return what the state's file holds; nothing at all, whatever is wrong with it."""
    with suppress(AiassessError):
        data = parse_json(read_text(side_file(draft, "state"), "", MAX_ANSWERS_BYTES), "")
        if isinstance(data, dict) and data.get("format") == FORMAT:
            return data
    return {}


def sweep(draft: Path) -> None:
    """Remove what saves that were cut off left behind; only under the draft's lock."""
    prefixes = tuple(f".{file.name[:40]}." for file in (draft, side_file(draft, "state"), side_file(draft, "dropped")))
    with suppress(OSError):
        for orphan in draft.parent.glob(".*.tmp"):
            if orphan.name.startswith(prefixes):
                with suppress(OSError):
                    orphan.unlink()


def remove_files(draft: Path, *, dropped: bool) -> None:
    """Remove a draft and what stands beside it, the lock aside; ``dropped``: the answers that were put aside too."""
    sweep(draft)
    # The draft goes last but one: were it cut off here, an unconfirmed answer must not look confirmed.
    for file in (draft, side_file(draft, "state"), *([side_file(draft, "dropped")] if dropped else [])):
        with suppress(OSError):
            file.unlink()


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
