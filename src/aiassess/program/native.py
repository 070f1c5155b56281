"""Native libraries print where they like; a command's standard output is for its result alone."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STDOUT = 1
_lock = threading.Lock()
_within = 0
_real: int | None = None
"""A second descriptor of standard output, while the first leads to the null device."""


@contextmanager
def silenced() -> Iterator[None]:
    """Drop what native code writes to file descriptor 1, including what it leaves in C's buffers.

    Also a decorator. It may be nested, and entered by several threads: the first one in turns the descriptor away, the last one
    out turns it back. What Python prints meanwhile, in any thread, is dropped too.
    """
    _turn(+1)
    try:
        yield
    finally:
        _turn(-1)


def _turn(step: int) -> None:
    global _within, _real  # noqa: PLW0603 - a process has one standard output
    with _lock:
        _within += step
        if step > 0 and _within == 1:
            with suppress(AttributeError, OSError, ValueError):
                sys.stdout.flush()
            _flush_native()
            with suppress(OSError):  # closed: there is nothing to keep clean
                _real = os.dup(_STDOUT)
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, _STDOUT)
                os.close(null)
        elif _within == 0 and _real is not None:
            _flush_native()
            os.dup2(_real, _STDOUT)
            os.close(_real)
            _real = None


def _flush_native() -> None:
    """Write out what C's own streams hold back; a library that brings a C library of its own must do so itself."""
    with suppress(ImportError, OSError, AttributeError):
        import ctypes  # noqa: PLC0415 - not part of every Python, and slow to import

        libc = ctypes.cdll.ucrtbase if sys.platform == "win32" else ctypes.CDLL(None)
        libc.fflush(None)
