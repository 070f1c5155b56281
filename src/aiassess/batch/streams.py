"""Files and pipes in bounded memory: unpacked if they are compressed, and cut into lines.

What cannot be read is an item too, so that it becomes a row.
"""

import errno
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, cast

from aiassess.errors import Problem, invalid
from aiassess.files import GZIP, MAX_ANSWERS_BYTES, ZSTD, fault_of

PIECE = 1 << 18
"""Bytes read at once. A buffer of this size reads lines of 8 KB four times as fast as the standard one."""
BOMB_BYTES, BOMB_RATIO = 1 << 26, 500
"""What unpacks to more bytes, and to more times its own size, is refused: answers shrink to a tenth or a fiftieth."""
BOM = b"\xef\xbb\xbf"
_OURS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)


class Item(NamedTuple):
    """A submission as it is in its file, or what keeps it from being read.

    ``number``: its line or element, from 1; None if it is a whole file. ``line`` and ``column``: the line of the file on
    which it begins, from 1, and the characters before it on that line.
    """

    raw: bytes
    number: int | None = None
    line: int = 1
    column: int = 0
    problem: Problem | None = None


class Broken(Exception):
    """The bytes end too early; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn whatever reading may raise into Broken."""
    import gzip  # noqa: PLC0415 - not needed by the program's other commands

    try:
        yield
    except EOFError:
        raise Broken(Problem("packed_cut_off")) from None
    except (gzip.BadGzipFile, zlib.error):
        raise Broken(Problem("packed_damaged")) from None
    except (OSError, ValueError) as error:
        raise Broken(unreadable(error)) from None
    except Exception as error:
        if type(error).__name__ == "ZstdError":  # its module is imported only for what is compressed with it
            raise Broken(Problem("packed_damaged")) from None
        raise


def unreadable(error: Exception) -> Problem:
    """Return the problem that keeps a file from being read, one of those of ``files.read_text``.

    Raises InvalidInput if it is not the file's: no submission is refused because this machine is out of resources.
    """
    if getattr(error, "errno", None) in _OURS:
        raise invalid("out_of_resources", reason=os.strerror(error.errno))  # type: ignore[attr-defined]
    return fault_of(error)


def is_compressed(head: bytes) -> bool:
    """Return whether bytes begin like gzip or zstd. No JSON does, so this is surer than a file's name."""
    return head.startswith((GZIP, ZSTD))


def unpacked(file: BinaryIO) -> BinaryIO:
    """Return a buffered file whose content is unpacked as it is read, but for a bomb.

    Raises Broken if not even the first bytes can be read.
    """
    with faults_told():
        head = b""
        while len(head) < 4 and (piece := file.read(4 - len(head))):
            head += piece
    packed = _Rejoined(head, file)
    rejoined = io.BufferedReader(packed, PIECE)
    if head.startswith(GZIP):
        import gzip  # noqa: PLC0415 - few inputs are compressed

        return io.BufferedReader(_Unpacked(cast("BinaryIO", gzip.GzipFile(fileobj=rejoined)), packed), PIECE)
    if head.startswith(ZSTD):
        return io.BufferedReader(_Unpacked(_zstd(rejoined), packed), PIECE)
    return rejoined


def _zstd(file: BinaryIO) -> Any:
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415 - few inputs are compressed
    else:
        from backports import zstd  # noqa: PLC0415 - the same
    return zstd.ZstdFile(file)


class _Rejoined(io.RawIOBase):
    """A file, and before it the bytes of it that were already read.

    It hands on what there is without filling the buffer: so it does not wait for a pipe, or lose what comes before a fault.
    """

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file
        self.size = 0
        """Bytes handed on so far."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer)
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._file.read1(size) if hasattr(self._file, "read1") else self._file.read(size)
        buffer[: len(data)] = data
        self.size += len(data)
        return len(data)


class _Unpacked(_Rejoined):
    """The content of ``packed``; raises Broken once there is far more of it than any honest file holds."""

    def __init__(self, file: BinaryIO, packed: _Rejoined) -> None:
        super().__init__(b"", file)
        self._packed = packed

    def readinto(self, buffer: Any) -> int:
        if self.size > BOMB_BYTES and self.size > BOMB_RATIO * self._packed.size:
            raise Broken(Problem("packed_bomb", {"times": BOMB_RATIO}))
        return super().readinto(buffer)


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the content of a buffered file; raises Broken if it cannot be read any further."""
    reader = cast("io.BufferedReader", stream)
    with faults_told():
        while piece := reader.read1(PIECE):
            yield piece


class Lines:
    """The lines of a buffered file that are not blank, as items.

    ``offset``: where the next line begins; ``count``: the lines before it; ``end``: no line that begins there or later is read.
    """

    def __init__(self, stream: BinaryIO, offset: int = 0, end: int | None = None, count: int = 0) -> None:
        self._stream = stream
        self._end = end
        self.offset = offset
        self.count = count

    def __iter__(self) -> Iterator[Item]:
        at_start = self.offset == 0
        try:
            with faults_told():
                while not self._ended() and (line := self._stream.readline(MAX_ANSWERS_BYTES + 2)):
                    self.offset += len(line)
                    self.count += 1
                    if at_start:
                        line, at_start = line.removeprefix(BOM), False
                    raw = line[: -2 if line.endswith(b"\r\n") else -1] if line.endswith(b"\n") else line
                    if len(raw) > MAX_ANSWERS_BYTES:
                        yield Item(b"", self.count, self.count, problem=too_large())
                        self._skip(line)
                    elif raw and not raw.isspace():
                        yield Item(raw, self.count, self.count)
        except Broken as broken:
            self.count += 1
            yield Item(b"", self.count, self.count, problem=broken.problem)

    def _skip(self, line: bytes) -> None:
        while not line.endswith(b"\n") and not self._ended() and (line := self._stream.readline(PIECE)):
            self.offset += len(line)

    def _ended(self) -> bool:
        return self._end is not None and self.offset >= self._end


def too_large() -> Problem:
    """Return the problem of a submission, one of several in a file, that is too large."""
    return Problem("submission_too_large", {"limit_mb": MAX_ANSWERS_BYTES // 1_000_000})
