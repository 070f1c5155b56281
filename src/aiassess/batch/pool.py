"""What does the work: this process, others on this machine, or first this one and then the others."""

import os
import pickle
import signal
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any

from aiassess.batch.chunks import SIZES, Chunk
from aiassess.batch.desk import Desk
from aiassess.batch.tasks import Job, Task
from aiassess.batch.workers import END_SECONDS, Promise, Worker, WorkerDied
from aiassess.errors import InvalidInput, invalid

ALONE_FOR = 1.0
"""Seconds for which this process works alone before it starts others: most batches are done by then."""
POLL = 0.5
"""Seconds after which a wait looks for Ctrl-C, which does not interrupt it on every system."""


class Pool(ABC):
    """Takes chunks and gives results.

    ``sizes``: the bytes of a range and the files of a chunk that suit it; ``deaths``: the exceptions that mean that a worker
    ended without a result.
    """

    sizes: tuple[int, int] = SIZES
    deaths: tuple[type[BaseException], ...] = (WorkerDied,)

    @property
    @abstractmethod
    def width(self) -> int:
        """How many chunks should be under way at once."""

    @abstractmethod
    def submit(self, work: Chunk | Job) -> Future[Any]:
        """Begin to judge a chunk, or to do a job."""

    def revive(self) -> None:  # noqa: B027 - a cluster starts new workers by itself
        """Make ready to work again after a death; raises one of ``deaths`` if that is in vain."""

    @abstractmethod
    def close(self) -> None:
        """Stop working."""


class Processes(Pool):
    """Processes on this machine, each with a thread that hands it chunks and waits for the results."""

    judge = staticmethod(Desk.work)

    def __init__(self, task: Task, jobs: int) -> None:
        """Start the processes, or as many as the system allows; raises InvalidInput if it allows none."""
        self._task = pickle.dumps(task)
        self._jobs = jobs
        self._waiting: SimpleQueue[tuple[Promise, Chunk | Job] | None] = SimpleQueue()
        self._living: dict[Worker, threading.Thread] = {}
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    @property
    def width(self) -> int:
        """Some chunks in advance, so that no process waits while rows are written."""
        return 2 * self._jobs + 2

    def _start(self) -> None:
        while len(self._living) < self._jobs:
            try:
                with _interrupts_held_back():  # which would interrupt them too
                    worker = Worker(self.judge)
            except OSError as error:
                if self._living:
                    return
                raise invalid("workers_not_started", reason=error.strerror or str(error)) from None
            thread = threading.Thread(target=self._attend, args=(worker,), daemon=True)
            self._living[worker] = thread
            thread.start()

    def _attend(self, worker: Worker) -> None:
        """Give one process work until there is no more or it dies."""
        job: tuple[Promise, Chunk | Job] | None = None
        try:
            worker.begin(self._task)
            worker.up.set_result(None)
            while (job := self._waiting.get()) is not None:
                promise, work = job
                promise.set_result(worker.work(work))
        except (EOFError, OSError):
            self._living.pop(worker, None)
            if not worker.up.done():
                worker.up.set_exception(WorkerDied())
            if job is not None:
                job[0].set_exception(WorkerDied())
            self._fail_if_all_died()
        finally:
            worker.kill()
            worker.leave()

    def _fail_if_all_died(self) -> None:
        with suppress(Empty):
            while not self._living:
                job = self._waiting.get_nowait()
                if job is not None:
                    job[0].set_exception(WorkerDied())

    def submit(self, work: Chunk | Job) -> Future[Any]:
        promise = Promise()
        self._waiting.put((promise, work))
        self._fail_if_all_died()  # the last may have died just now
        return promise

    def revive(self) -> None:
        """Replace those that died; check that they can live at all."""
        self._start()
        ups = [worker.up for worker in list(self._living)]
        while ups:
            done, _ = wait(ups, timeout=POLL, return_when=FIRST_COMPLETED)
            if any(up.exception() is None for up in done):
                return
            ups = [up for up in ups if up not in done]
        raise WorkerDied

    def close(self) -> None:
        """End the processes at once. What they are judging is no longer wanted, or will be judged again."""
        living = list(self._living.items())
        for worker, _ in living:
            self._waiting.put(None)
            worker.kill()
        for _, thread in living:
            with suppress(RuntimeError):  # it was interrupted as it started, and finds its worker dead
                thread.join(END_SECONDS)


class Growing(Pool):
    """Works in this process; with more than one job, others take over as soon as they are worth starting."""

    def __init__(self, task: Task, jobs: int) -> None:
        self._task, self._jobs = task, jobs
        self._begun = time.monotonic()
        self._desk = Desk(task)
        self._processes: Processes | None = None

    @property
    def width(self) -> int:
        return self._processes.width if self._processes else 1

    def submit(self, work: Chunk | Job) -> Future[Any]:
        if self._processes is None and self._jobs > 1 and time.monotonic() > self._begun + ALONE_FOR:
            try:
                self._processes = Processes(self._task, self._jobs)
            except InvalidInput:  # go on alone
                self._jobs = 1
        if self._processes:
            return self._processes.submit(work)
        future: Future[Any] = Future()
        future.set_result(self._desk.work(work))
        return future

    def revive(self) -> None:
        if self._processes:
            self._processes.revive()

    def close(self) -> None:
        if self._processes:
            self._processes.close()


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back: processes started meanwhile never get it, this one gets it afterwards. No-op on Windows."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - Windows has none

    resource_tracker.ensure_running()  # starting it later would let Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
