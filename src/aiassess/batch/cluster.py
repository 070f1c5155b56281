"""Workers on other machines: the same chunks on a Dask cluster (docs/batch-cluster.md)."""

import asyncio
import logging
import os
import time
import uuid
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, cast
from weakref import WeakSet

from distributed import Client, KilledWorker, WorkerPlugin

from aiassess.batch.chunks import Chunk
from aiassess.batch.desk import Desk
from aiassess.batch.pool import Pool
from aiassess.batch.tasks import Job, Task
from aiassess.errors import AiassessError, invalid

CONNECT_SECONDS = 15
"""How long to wait for the scheduler, and then for a first worker."""
_WIDTH_AFTER = 5.0
"""Seconds after which the workers are counted again."""
_DESKS: dict[str, Desk] = {}
"""The desks of this worker, by run."""


class _Ready(WorkerPlugin):
    """Makes every worker ready for a run, including those that join later."""

    def __init__(self, task: Task) -> None:
        self.name = f"aiassess-{uuid.uuid4().hex}"
        self._task = task

    def setup(self, worker: object) -> None:  # noqa: ARG002 - Dask's signature
        _DESKS[self.name] = Desk(self._task)

    def teardown(self, worker: object) -> None:  # noqa: ARG002 - Dask's signature
        _DESKS.pop(self.name, None)


def worked(name: str, work: Chunk | Job) -> Any:
    return _DESKS[name].work(work)


def missing_of(paths: list[str]) -> list[str]:
    return [path for path in paths if not os.path.exists(path)]  # noqa: PTH110 - they are strings


class Cluster(Pool):
    """The workers of a Dask scheduler, which itself gives the chunks of a lost worker to another."""

    deaths = (KilledWorker,)
    sizes = (1 << 24, 2000)  # a task of Dask costs some milliseconds more than one of a local process

    def __init__(self, task: Task, address: str, shared: list[str]) -> None:
        """Connect; ``shared``: paths that every worker must see.

        Raises InvalidInput if there is no scheduler or worker, or a worker cannot be made ready.
        """
        self._ready = _Ready(task)
        # Dask logs every lost connection and task at length; what matters here comes as a result or an exception.
        for name in ("distributed", "distributed.comm", "distributed.client", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            reason = next(iter(str(error).splitlines()), "")
            raise invalid("no_scheduler", file=address, reason=reason) from None
        try:
            self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
            self._client.register_plugin(self._ready)
            self._look_for(shared)
        except TimeoutError:
            self._client.close()
            raise invalid("no_workers", file=address) from None
        except Exception as error:
            self._client.close()
            if isinstance(error, AiassessError):
                raise
            reason = f"{type(error).__name__}: {error}"
            raise invalid("worker_setup", file=address, reason=reason) from None
        self._loop = cast("Any", self._client.loop).asyncio_loop
        self._under_way: WeakSet[Future[Any]] = WeakSet()
        self._counted = 0.0
        self._width = 2

    def _look_for(self, shared: list[str]) -> None:
        """Refuse to begin if a worker does not see what the others see: it would refuse every submission."""
        for worker, missing in self._client.run(missing_of, shared).items():
            if missing:
                raise invalid("worker_misses", file=missing[0], worker=worker)

    @property
    def width(self) -> int:
        """Two chunks for each thread of a worker, and some in advance."""
        if time.monotonic() > self._counted + _WIDTH_AFTER:
            self._counted = time.monotonic()
            with suppress(Exception):  # a scheduler that is gone shows in the results
                self._width = 2 * sum(self._client.nthreads().values()) + 2
        return self._width

    def submit(self, work: Chunk | Job) -> Future[Any]:
        try:
            given = self._client.submit(worked, self._ready.name, work, pure=False)
            future = asyncio.run_coroutine_threadsafe(self._gathered(given), self._loop)
        except Exception:  # whatever Dask says, the connection is gone
            gone: Future[Any] = Future()
            gone.cancel()
            return gone
        self._under_way.add(future)
        return future

    async def _gathered(self, given: Any) -> Any:
        """Wait for a result. Dask's own executor loses it if the worker dies just after it was fetched."""
        return await self._client.gather(given, asynchronous=True)

    def close(self) -> None:
        for future in list(self._under_way):
            future.cancel()
        with suppress(Exception):
            self._client.unregister_worker_plugin(self._ready.name)
        with suppress(Exception):
            self._client.close(timeout=2)
