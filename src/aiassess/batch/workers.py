"""A process that judges, seen from both ends of its pipe.

Each has a pipe of its own, whose other end no other process holds: its death is seen at once, even half-way through a result.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from aiassess.batch.chunks import Chunk
from aiassess.batch.desk import Desk
from aiassess.batch.tasks import Job, Task

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Judge = Callable[[Desk, Chunk | Job], Any]

END_SECONDS = 2.0
"""How long to wait for the end of a process that was killed."""


class WorkerDied(Exception):
    """A worker ended without a result."""


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


class Promise(Future[Any]):
    """A result to come. It is unpacked when it is asked for, not by the thread that waits for the worker."""

    def result(self, timeout: float | None = None) -> Any:
        """Return the result, or raise what the work raised, or WorkerDied."""
        outcome = pickle.loads(super().result(timeout))  # noqa: S301 - our own
        if isinstance(outcome, _Raised):
            raise outcome.error
        return outcome


class Worker:
    """The parent's end. ``up``: done once the process runs and knows its task, or WorkerDied."""

    def __init__(self, judge: Judge) -> None:
        """Start a process; raises OSError if there cannot be another."""
        # Spawned, not forked: it is the same on every system, and no lock is copied while another thread holds it.
        context = multiprocessing.get_context("spawn")
        self.up: Future[None] = Future()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, judge), daemon=True)
        try:
            self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()

    def begin(self, task: bytes) -> None:
        """Hand over the task, which is larger than a pipe, once the process asks for it. Raises EOFError or OSError."""
        # On Windows this process holds the other end until that one has taken it: one that dies before closes nothing.
        wait([self._pipe, self._process.sentinel])
        if not self._pipe.poll():
            raise EOFError
        self._pipe.recv_bytes()
        self._pipe.send_bytes(task)

    def work(self, work: Chunk | Job) -> bytes:
        """Return what came of a chunk or a job, packed; raises EOFError or OSError if the process has ended."""
        self._pipe.send_bytes(pickle.dumps(work))
        return self._pipe.recv_bytes()

    def kill(self) -> None:
        with suppress(OSError):
            self._process.kill()

    def leave(self) -> None:
        """Wait a moment for its end, and release what it takes here."""
        self._process.join(END_SECONDS)
        with suppress(OSError):
            self._pipe.close()


# The other end


def _serve(pipe: Connection, judge: Judge) -> None:
    """Judge chunk after chunk. The parent handles Ctrl-C, and this process does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    with suppress(Exception):  # the parent has gone, or it will see that this process has
        pipe.send_bytes(b"")
        task: Task = pickle.loads(pipe.recv_bytes())  # noqa: S301 - this process's parent wrote it
        desk = Desk(task)
        while True:
            work: Chunk | Job = pickle.loads(pipe.recv_bytes())  # noqa: S301 - the same
            pipe.send_bytes(_outcome(judge, desk, work))


def _outcome(judge: Judge, desk: Desk, work: Chunk | Job) -> bytes:
    try:
        return pickle.dumps(judge(desk, work))
    except MemoryError:
        os._exit(1)  # as if the system had ended it: tried again alone, then by halves
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)))  # for the log of a fault
        return _packed(error)


def _packed(error: Exception) -> bytes:
    try:
        packed = pickle.dumps(_Raised(error))
        pickle.loads(packed)  # noqa: S301 - some exceptions can be packed, and not be unpacked
    except Exception:
        return pickle.dumps(_Raised(RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def _leave_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
