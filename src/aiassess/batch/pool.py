"""Who works: this process, others on this machine, or first the one and then the others."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from aiassess.batch.chunks import SIZES
from aiassess.batch.work import forget, prepare, work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.process import BaseProcess

    from aiassess.batch.chunks import Chunk
    from aiassess.batch.work import Result, Task

ALONE_FOR = 1.0
"""Seconds that this process works alone before others are started: most batches are done by then."""

MOST_ON_WINDOWS = 61


class Pool(Protocol):
    """Takes chunks and gives results. ``sizes`` are the bytes of a range and the files of a chunk that suit it."""

    sizes: tuple[int, int]

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """The exceptions that tell that a worker ended without a result."""

    @property
    def width(self) -> int:
        """How many chunks should be under way at once."""

    def submit(self, chunk: Chunk) -> Future[Result]:
        """Begin to judge a chunk."""

    def revive(self) -> None:
        """Make ready to work again after a death; raises one of ``deaths`` where that is in vain."""

    def close(self) -> None:
        """Stop working."""


class Alone:
    """Works in this process."""

    deaths: tuple[type[BaseException], ...] = ()
    width = 1
    sizes = SIZES

    def __init__(self, task: Task) -> None:
        self._key = task.key
        prepare(task)

    def submit(self, chunk: Chunk) -> Future[Result]:
        """Judge a chunk at once."""
        future: Future[Result] = Future()
        future.set_result(work(self._key, chunk))
        return future

    def revive(self) -> None:
        """Do nothing: it would not be there to be asked."""

    def close(self) -> None:
        """Forget the run."""
        forget(self._key)


class Processes:
    """Processes on this machine."""

    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)
    sizes = SIZES

    def __init__(self, task: Task, jobs: int) -> None:
        self._task = task
        self._jobs = min(jobs, MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
        # A task is larger than a pipe: handed over in one, each process would have to be up before the next is started.
        descriptor, self._file = tempfile.mkstemp(prefix="aiassess-")
        with open(descriptor, "wb") as file:  # noqa: PTH123 - it is open already
            pickle.dump(task, file)
        self._executor = self._start()

    @property
    def width(self) -> int:
        """Some chunks in advance, so that nobody waits while rows are written."""
        return 2 * self._jobs + 2

    def _start(self) -> Executor:
        import multiprocessing  # noqa: PLC0415 - not needed where this process works alone
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

        # Spawned, not forked: the same on every system, and no thread's lock is copied while it is held.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(self._file,))

    def submit(self, chunk: Chunk) -> Future[Result]:
        """Hand a chunk to a process."""
        try:
            with _interrupts_held_back():  # processes are started here, and would be interrupted with this one
                return self._executor.submit(work, self._task.key, chunk)
        except BrokenExecutor as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def revive(self) -> None:
        """Start anew unless the processes live; see that they can live at all."""
        try:
            self._ping()
        except BrokenExecutor:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = self._start()
            self._ping()

    def _ping(self) -> None:
        with _interrupts_held_back():
            living = self._executor.submit(os.getpid)
        living.result()

    def close(self) -> None:
        """End the processes once they have finished what they are at."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        with suppress(OSError):
            os.unlink(self._file)  # noqa: PTH108 - a name, not a Path


class Growing:
    """Works in this process, and in other ones from the moment that it pays."""

    sizes = SIZES

    def __init__(self, task: Task, jobs: int) -> None:
        self._task, self._jobs = task, jobs
        self._begun = time.monotonic()
        self._alone = True
        self._pool: Pool = Alone(task)

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """Those of who works now."""
        return self._pool.deaths

    @property
    def width(self) -> int:
        """That of who works now."""
        return self._pool.width

    def submit(self, chunk: Chunk) -> Future[Result]:
        """Judge a chunk here, or hand it to a process."""
        if self._alone and self._jobs > 1 and time.monotonic() > self._begun + ALONE_FOR:
            self._alone, self._pool = False, Processes(self._task, self._jobs)
        return self._pool.submit(chunk)

    def revive(self) -> None:
        """Start the processes anew."""
        self._pool.revive()

    def close(self) -> None:
        """End the processes, and forget the run here."""
        self._pool.close()
        forget(self._task.key)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(task: str) -> None:
    """Make a new process ready for a task in a file: Ctrl-C is its parent's affair, and it does not outlive its parent."""
    import multiprocessing  # noqa: PLC0415 - it is there already

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    with open(task, "rb") as file:  # noqa: PTH123 - a name, not a Path
        prepare(pickle.load(file))  # noqa: S301 - this process's parent wrote it


def _leave_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back: processes started meanwhile never get it, this one does afterwards. Windows has no such thing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
