"""Who works: this process, others on this machine, or first the one and then the others."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol

from aiassess.batch.chunks import SIZES
from aiassess.batch.desk import forget, prepare, work
from aiassess.batch.workers import END_SECONDS, Promise, Worker, WorkerDied
from aiassess.errors import InvalidInput, invalid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.batch.chunks import Chunk
    from aiassess.batch.tasks import Result, Task

ALONE_FOR = 1.0
"""Seconds that this process works alone before others are started: most batches are done by then."""

POLL = 0.5
"""Seconds after which waiting looks for Ctrl-C, where the system does not break off a wait by itself."""


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
    """Processes on this machine, and for each a thread that hands it chunks and waits for what comes of them."""

    deaths: tuple[type[BaseException], ...] = (WorkerDied,)
    sizes = SIZES
    judge = staticmethod(work)

    def __init__(self, task: Task, jobs: int) -> None:
        """Start the processes, fewer where the system has no more; raises InvalidInput where there can be none."""
        self._task = pickle.dumps(task)
        self._jobs = jobs
        self._waiting: SimpleQueue[tuple[Promise, Chunk] | None] = SimpleQueue()
        self._living: dict[Worker, threading.Thread] = {}
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    @property
    def width(self) -> int:
        """Some chunks in advance, so that nobody waits while rows are written."""
        return 2 * self._jobs + 2

    def _start(self) -> None:
        """Start as many processes as are missing."""
        while len(self._living) < self._jobs:
            try:
                with _interrupts_held_back():  # they would be interrupted with this one
                    worker = Worker(self.judge)
            except OSError as error:
                if self._living:
                    return
                raise invalid("workers_not_started", reason=error.strerror or str(error)) from None
            thread = threading.Thread(target=self._attend, args=(worker,), daemon=True)
            self._living[worker] = thread
            thread.start()

    def _attend(self, worker: Worker) -> None:
        """Give one process work until there is no more, or it dies."""
        job: tuple[Promise, Chunk] | None = None
        try:
            worker.begin(self._task)
            worker.up.set_result(None)
            while (job := self._waiting.get()) is not None:
                promise, chunk = job
                promise.set_result(worker.judge(chunk))  # type: ignore[arg-type]  # unpacked by Promise.result
        except (EOFError, OSError):
            self._living.pop(worker, None)
            if not worker.up.done():
                worker.up.set_exception(WorkerDied())
            if job is not None:
                job[0].set_exception(WorkerDied())
            self._fail_if_nobody_lives()
        finally:
            worker.kill()
            worker.leave()

    def _fail_if_nobody_lives(self) -> None:
        with suppress(Empty):
            while not self._living:
                job = self._waiting.get_nowait()
                if job is not None:
                    job[0].set_exception(WorkerDied())

    def submit(self, chunk: Chunk) -> Future[Result]:
        """Hand a chunk to a process."""
        promise = Promise()
        self._waiting.put((promise, chunk))
        self._fail_if_nobody_lives()  # the last may have died just now
        return promise

    def revive(self) -> None:
        """Start anew those that died; see that they can live at all."""
        self._start()
        ups = [worker.up for worker in list(self._living)]
        while ups:
            done, _ = wait(ups, timeout=POLL, return_when=FIRST_COMPLETED)
            if any(up.exception() is None for up in done):
                return
            ups = [up for up in ups if up not in done]
        raise WorkerDied

    def close(self) -> None:
        """End the processes at once. Whatever they are at is not wanted any more, or is judged again."""
        living = list(self._living.items())
        for worker, _ in living:
            self._waiting.put(None)
            worker.kill()
        for _, thread in living:
            with suppress(RuntimeError):  # interrupted while it was being started: it finds its worker dead
                thread.join(END_SECONDS)


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
            try:
                self._pool, self._alone = Processes(self._task, self._jobs), False
            except InvalidInput:  # it goes on as it began
                self._jobs = 1
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


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back: processes started meanwhile never get it, this one does afterwards. Windows has no such thing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - Windows has none

    resource_tracker.ensure_running()  # which would let Ctrl-C through again when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
