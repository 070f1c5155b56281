"""A pool whose processes die of certain submissions, as they do when memory runs out."""

import os
import signal
from concurrent.futures import BrokenExecutor, Future

from aiassess.batch.pool import Processes
from aiassess.batch.work import work

POISON = b"POISON"


def deadly_work(key, chunk, once):
    """Work, or end this process where a poisonous submission is in the chunk; with ``once`` a file that makes it harmless."""
    path = getattr(chunk, "path", None)
    if path is not None:
        with open(path, "rb") as stream:  # noqa: PTH123
            stream.seek(chunk.start)
            raw = stream.read(chunk.end - chunk.start)
            raw += b"" if raw.endswith(b"\n") else stream.readline()
            if chunk.start:  # a line that began before is another's
                stream.seek(chunk.start - 1)
                if stream.read(1) != b"\n":
                    raw = raw.partition(b"\n")[2]
    elif hasattr(chunk, "items"):
        raw = b"".join(item.raw for item in chunk.items)
    else:
        raw = b"".join(open(item.path, "rb").read() for item in chunk.inputs)  # noqa: PTH123, SIM115
    if POISON in raw and not (once and os.path.exists(once)):  # noqa: PTH110
        if once:
            open(once, "w").close()  # noqa: PTH123
        os.kill(os.getpid(), signal.SIGKILL)
    return work(key, chunk)


class Deadly(Processes):
    """Processes that die of poison."""

    once = None

    def submit(self, chunk):
        try:
            return self._executor.submit(deadly_work, self._task.key, chunk, self.once)
        except BrokenExecutor as error:
            failed = Future()
            failed.set_exception(error)
            return failed


class DeadlyOnce(Deadly):
    """Processes of which one dies, once."""

    once = "died"
