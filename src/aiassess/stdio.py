"""Standard input, output and error, whatever state they are in: missing, closed, full, or read by nobody.

A command's exit code and files do not depend on them (docs/cli.md#streams).
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import time

TYPE_CHECKING = (
    False  # every command starts here, and typing and collections.abc take longer to import than this module
)
if TYPE_CHECKING:
    from collections.abc import Callable

_WAIT = 0.01
"""Seconds before a pipe that does not block is tried again."""


_NEAREST = {
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‐‑–—−─", "-"),
    **dict.fromkeys("░○", "."),
    **dict.fromkeys("█●", "#"),
    **dict.fromkeys("·•", "*"),
    **{
        "…": "...",
        "→": "->",
        "←": "<-",
        "↑": "^",
        "↓": "v",
        "▲": "^",
        "▼": "v",
        "│": "|",
        "×": "x",
        "✓": "v",
        "⚑": "!",
    },
    **{"≤": "<=", "≥": ">=", "≈": "~", "¬": "not ", "∧": "and", "∨": "or", "\u00a0": " "},
}
"""What replaces our signs on a console that lacks them (code pages 437, 850, 1252): full and empty bars must differ."""


def _stand_in(error: UnicodeError) -> tuple[str | bytes, int]:
    """Replace what an encoding lacks with what is nearest; anything else with a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_NEAREST.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


NEAREST = "aiassess"
"""How to encode what an encoding lacks, as ``errors`` of ``str.encode`` takes it."""
codecs.register_error(NEAREST, _stand_in)


class Lasting(io.RawIOBase):
    """A raw stream that takes everything: after the first write that fails, ``lost`` says why, and the rest is dropped."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self.name = stream.name
        self.lost: OSError | None = None
        self._stream = stream  # kept, because it closes its raw stream when it is collected
        # With `python -u` there is no buffer, but the raw stream itself.
        self._raw: io.RawIOBase = getattr(stream.buffer, "raw", stream.buffer)  # type: ignore[arg-type]

    def writable(self) -> bool:
        """As every raw stream says."""
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return is_terminal(self._raw)

    def write(self, data: memoryview) -> int:  # type: ignore[override]
        """Write a part of the data, and return how much it was."""
        try:
            while self.lost is None:
                written = self._raw.write(data)
                if written is not None:
                    return written
                time.sleep(_WAIT)
        except OSError as error:
            self.lost = error
        return len(data)


def prepare() -> None:
    """Make all three streams usable for the rest of this process, and no write to two of them fail."""
    _open_missing()
    _let_wait()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=encoding_of(sys.stdin))
    for name in ("stdout", "stderr"):
        _let_last(name)


def lost_output() -> OSError | None:
    """Return why not all of standard output could be written; None also if its reader simply stopped reading."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    if not isinstance(raw, Lasting):
        return None
    sys.stdout.flush()
    gone = isinstance(raw.lost, BrokenPipeError) or (os.name == "nt" and getattr(raw.lost, "errno", 0) == errno.EINVAL)
    return None if gone else raw.lost


def _open_missing() -> None:
    """Open the null device if a stream is missing, as under ``>&-``, pythonw or a scheduler.

    Else the next file opened would take the stream's number, and what any library or child process prints would go into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        handle = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: on POSIX this one
        if handle != number and not _is_open(number):
            os.dup2(handle, number)
            os.close(handle)
            handle = number
        os.set_inheritable(handle, True)
        setattr(sys, name, open(handle, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115


def _let_wait() -> None:
    """Make standard input wait: a pipe that was left non-blocking would look as if it had ended."""
    try:  # noqa: SIM105 - contextlib takes time to import
        os.set_blocking(sys.stdin.fileno(), True)
    except (AttributeError, OSError, ValueError):
        pass  # Windows before Python 3.12; or a stream that is not a file, which never waits


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _let_last(name: str) -> None:
    """Replace a stream with one that neither a missing character nor a failed write can break."""
    stream = getattr(sys, name)
    if isinstance(stream, io.TextIOWrapper):  # otherwise the caller has put something else there
        buffer = io.BufferedWriter(Lasting(stream))  # type: ignore[type-var]
        lasting = io.TextIOWrapper(
            buffer, encoding_of(stream), NEAREST, newline="\n", line_buffering=stream.line_buffering
        )
        setattr(sys, name, lasting)


def encoding_of(stream: io.TextIOWrapper, *, windows: bool = sys.platform == "win32") -> str:
    """Return how a stream is encoded: a pipe or a file of Windows as elsewhere, not in a code page that lacks our signs."""
    own = not windows or is_terminal(stream) or "PYTHONIOENCODING" in os.environ
    return stream.encoding if own else "utf-8"


def is_terminal(stream: object, console: Callable[[int], bool] | None = None) -> bool:
    """Return whether a terminal is behind a stream. ``console`` tells: Windows takes NUL for one too."""
    if sys.platform == "win32":
        console = console or _is_console
    try:
        return bool(stream.isatty() and (console is None or console(stream.fileno())))  # type: ignore[attr-defined]
    except (AttributeError, ValueError, OSError):  # none, or closed
        return False


if sys.platform == "win32":

    def _is_console(descriptor: int) -> bool:
        import ctypes  # noqa: PLC0415 - Windows alone needs it
        import msvcrt  # noqa: PLC0415 - Windows alone has it

        mode = ctypes.c_ulong()
        handle = msvcrt.get_osfhandle(descriptor)
        return bool(ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(mode)))
