"""A pool whose processes die of certain submissions, as they do when memory runs out."""

import os

from aiassess.batch.pool import Processes

POISON = b"POISON"


def deadly_work(desk, chunk, once):
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
        os._exit(9)
    return desk.work(chunk)


def deadly_always(desk, chunk):
    """Die of poison whenever it is met."""
    return deadly_work(desk, chunk, None)


def deadly_once(desk, chunk):
    """Die of poison the first time that it is met."""
    return deadly_work(desk, chunk, "died")


class Deadly(Processes):
    """Processes that die of poison."""

    judge = staticmethod(deadly_always)


class DeadlyOnce(Processes):
    """Processes of which one dies, once."""

    judge = staticmethod(deadly_once)


class _Abort:
    """What ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (9,)


class Stillborn(Processes):
    """Processes that cannot live at all."""

    judge = _Abort()
