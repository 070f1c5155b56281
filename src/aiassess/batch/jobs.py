"""Work besides judging, spread over processes of this machine: what an earlier table and the end of a run ask for."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from aiassess.batch.desk import Desk
from aiassess.batch.ordered import outcome
from aiassess.batch.pool import Pool
from aiassess.batch.tasks import Job, Task


class Spread:
    """Hands jobs to a pool of this machine; those of workers that die are done here."""

    def __init__(self, pool: Pool, task: Task) -> None:
        self._pool, self._task = pool, task

    def __call__(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """Yield what comes of each, in order.

        What ``jobs`` raises is raised after all that came before, so that a file's first fault is told, however it is read.
        """
        coming = iter(jobs)
        under_way: deque[tuple[Job, Future[Any]]] = deque()
        fault: Exception | None = None
        more = True
        while more or under_way:
            while more and len(under_way) < self._pool.width:
                try:
                    job = next(coming, None)
                except Exception as error:
                    job, fault = None, error
                if job is None:
                    more = False
                else:
                    under_way.append((job, self._pool.submit(job)))
            if under_way:
                yield self._done(*under_way.popleft())
        if fault:
            raise fault

    def _done(self, job: Job, future: Future[Any]) -> Any:
        if not isinstance(outcome(future), self._pool.deaths):
            return future.result()
        with suppress(*self._pool.deaths):
            self._pool.revive()
        return job.do(Desk(self._task))
