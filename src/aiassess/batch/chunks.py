"""Inputs cut into chunks: each holds a bounded number of submissions, and says what to read rather than holding data."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BufferedReader
from itertools import islice
from typing import BinaryIO, Self, cast

from aiassess.batch.elements import Elements, is_array
from aiassess.batch.inputs import Input
from aiassess.batch.streams import BOM, PIECE, Broken, Item, Lines, faults_told, is_compressed, pieces, unpacked
from aiassess.errors import Problem
from aiassess.files import MAX_ANSWERS_BYTES, ZIP, wide_encoding

SIZES = (1 << 23, 1000)
"""Bytes of a range and files of a chunk if tasks cost little: some 1,000 submissions."""
BLOCK_ITEMS, BLOCK_BYTES = 500, 1 << 21
"""What is read in advance and sent along if a worker cannot read it by itself."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the inputs are done: all of ``files``, and ``number`` lines or elements of the next.

    ``offset``: the bytes that those take in plain JSON Lines. ``stamp`` tells whether that file is still the same.
    """

    files: int = 0
    number: int = 0
    offset: int = 0
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """The lines of a plain JSON Lines file that begin between two offsets; ``last``: no others follow.

    ``number``: how many lines of the file come before it.
    """

    first: int
    path: str
    source: str
    start: int
    end: int
    last: bool
    stamp: str
    number: int = 0

    @property
    def whole(self) -> int:
        """``Result.done`` if nothing is left of the chunk."""
        return self.end

    def first_place(self) -> tuple[str, Item]:
        return self.source, Item(b"", self.number + 1, self.number + 1)

    def rest(self, done: int, number: int) -> Self:
        """Return what is left from an offset on; ``number`` lines of the file come before it."""
        return replace(self, start=done, number=number)

    def halves(self) -> tuple[Self, Self] | None:
        """Return two ranges with half the lines each, or None if there is only one line."""
        starts: list[int] = []
        # A file that cannot be read is not cut: the worker will say so.
        with suppress(OSError), open(self.path, "rb", buffering=PIECE) as file:  # noqa: PTH123 - faster than a Path
            starts = list(line_starts(file, self.start, self.end))
        if len(starts) < 2:
            return None
        half = len(starts) // 2
        return replace(self, end=starts[half], last=False), self.rest(starts[half], self.number + half)


@dataclass(frozen=True, slots=True)
class Files:
    """Files that are a submission each, or a small array of them."""

    first: int
    inputs: tuple[Input, ...]

    @property
    def whole(self) -> int:
        return len(self.inputs)

    def first_place(self) -> tuple[str, Item]:
        return self.inputs[0].source, Item(b"")

    def rest(self, done: int, _: int = 0) -> Self:
        return replace(self, first=self.first + done, inputs=self.inputs[done:])

    def halves(self) -> tuple[Self, Self] | None:
        middle = len(self.inputs) // 2
        return (replace(self, inputs=self.inputs[:middle]), self.rest(middle)) if middle else None


@dataclass(frozen=True, slots=True)
class Block:
    """Submissions that were read in advance; ``last``: no others follow in their file."""

    first: int
    source: str
    items: tuple[Item, ...]
    last: bool
    read: int = 0
    stamp: str = ""

    @property
    def whole(self) -> int:
        return len(self.items)

    def first_place(self) -> tuple[str, Item]:
        return self.source, self.items[0]._replace(raw=b"")

    def rest(self, done: int, _: int = 0) -> Self:
        return replace(self, items=self.items[done:], read=0)

    def halves(self) -> tuple[Self, Self] | None:
        middle = len(self.items) // 2
        return (replace(self, items=self.items[:middle], last=False), self.rest(middle)) if middle else None


Chunk = Range | Files | Block


def line_starts(file: BinaryIO, start: int, end: int) -> Iterator[int]:
    """Yield the offset of each line of a buffered file that begins between two offsets."""
    if start == 0 < end:
        yield 0
    at = max(start - 1, 0)  # the byte before says whether a line begins at the start
    file.seek(at)
    while at < end - 1 and (data := file.read(min(PIECE, end - 1 - at))):
        found = data.find(b"\n")
        while found >= 0:
            yield at + found + 1
            found = data.find(b"\n", found + 1)
        at += len(data)


class Cutter:
    """Cuts inputs into chunks: byte ranges of plain JSON Lines, lists of files, and blocks of what cannot be cut."""

    def __init__(self, range_bytes: int, files: int) -> None:
        self._range_bytes = range_bytes
        self._files = files

    def chunks(self, inputs: Iterable[Input], start: Position) -> Iterator[Chunk]:
        """Yield the chunks of the inputs from a position on, in order; ``inputs`` begins with the first not yet done."""
        files: list[Input] = []
        first = start.files
        for place, item in enumerate(inputs, first):
            begin = start if place == start.files else Position()
            listed = item.kind == "document" and item.regular and not item.problem and not begin.number
            if files and (not listed or len(files) == self._files):
                yield Files(first, tuple(files))
                files = []
            if not listed:
                yield from self.of_file(item, place, begin)
                continue
            first = first if files else place
            files.append(item)
        if files:
            yield Files(first, tuple(files))

    def of_file(self, item: Input, first: int, begin: Position) -> Iterator[Chunk]:
        """Yield the chunks of one file that is read line by line or element by element."""
        try:
            if item.problem:
                raise Broken(item.problem)
            if item.kind == "stdin":
                yield from _blocks(item, first, begin, sys.stdin.buffer, "")
                return
            with faults_told():
                file = open(item.path, "rb", buffering=PIECE)  # noqa: PTH123, SIM115 - closed below
            with file:
                size, stamp = os.fstat(file.fileno()).st_size, stamp_of(file.fileno())
                head = cast("BufferedReader", file).peek(PIECE) if stamp else b""
                blocks = (
                    is_compressed(head) or wide_encoding(head) or _is_document(head.removeprefix(BOM).split(b"\n", 2))
                )
                if item.kind == "lines" and stamp and not blocks:
                    whole = Range(first, item.path, item.source, begin.offset, size, True, stamp, begin.number)
                    yield from self._ranges(whole, file)
                else:
                    yield from _blocks(item, first, begin, file, stamp)
        except Broken as broken:
            yield Block(first, item.source, (Item(b"", problem=broken.problem),), last=True)

    def _ranges(self, whole: Range, file: BinaryIO) -> Iterator[Chunk]:
        """Cut a range into chunks of bounded size, and count the lines before each; raises Broken."""
        start, number = whole.start, whole.number
        while (end := start + self._range_bytes) < whole.end:
            yield replace(whole, start=start, end=end, last=False, number=number)
            with faults_told():
                number += sum(1 for _ in line_starts(file, start, end))
            start = end
        yield replace(whole, start=start, number=number)


def stamp_of(file: str | int) -> str:
    """Return the ``Position.stamp`` of a path or an open file; empty if it is not a regular file."""
    try:
        info = os.stat(file)  # noqa: PTH116 - faster than a Path
    except OSError:
        return ""
    return f"{info.st_size}:{info.st_mtime_ns}" if stat.S_ISREG(info.st_mode) else ""


def _blocks(item: Input, first: int, begin: Position, file: BinaryIO, stamp: str) -> Iterator[Chunk]:
    """Yield what can only be read from the beginning: pipes, compressed files and JSON arrays."""
    items: list[Item] = []
    size = read = 0
    for found in _items(item, file):
        if found.number is not None and found.number <= begin.number:
            continue
        items.append(found)
        size += len(found.raw)
        if len(items) == BLOCK_ITEMS or size >= BLOCK_BYTES:
            done = file.tell() if stamp else 0
            yield Block(first, item.source, tuple(items), last=False, read=done - read, stamp=stamp)
            items, size, read = [], 0, done
    done = file.tell() if stamp else 0
    yield Block(first, item.source, tuple(items), last=True, read=done - read, stamp=stamp)


def _items(item: Input, file: BinaryIO) -> Iterator[Item]:
    try:
        stream = unpacked(file)
        with faults_told():
            head = cast("BufferedReader", stream).peek(4)[:4]
        if item.kind == "document" or (item.kind == "stdin" and head == ZIP):
            yield from documents(stream)
            return
        if encoding := wide_encoding(head):
            raise Broken(Problem("utf16", {"encoding": encoding}))
        lines = iter(Lines(stream))
        begun = list(islice(lines, 2))
        if _is_document([line.raw for line in begun]):
            yield from documents(stream, b"".join(line.raw + b"\n" for line in begun))
            return
        yield from begun
        yield from lines
    except Broken as broken:
        yield Item(b"", problem=broken.problem)


def _is_document(lines: list[bytes]) -> bool:
    """Return whether the first two lines are of an array, or of one document on many lines, rather than of JSON Lines."""
    if len(lines) < 2 or is_array(lines[0]):
        return bool(lines) and is_array(lines[0])
    return lines[0].rstrip().endswith((b"{", b",")) and not lines[1].lstrip().startswith(b"{")


def documents(stream: BinaryIO, raw: bytes = b"") -> Iterator[Item]:
    """Yield the elements of an array, or the one document that a buffered file holds; ``raw`` was already read from it."""
    for piece in pieces(stream):
        raw += piece
        if raw.removeprefix(BOM).strip():
            break
        if len(raw) > PIECE:
            raw = raw[:3]  # nothing but blanks; keep what may be a byte-order mark
    if is_array(raw):
        yield from Elements(raw, pieces(stream))
        return
    for piece in pieces(stream):
        raw += piece
        if len(raw) > MAX_ANSWERS_BYTES:
            break
    yield document(raw)


def document(raw: bytes) -> Item:
    """Return the item of a file that is one submission."""
    if len(raw) > MAX_ANSWERS_BYTES:
        return Item(b"", problem=Problem("too_large", {"limit_mb": MAX_ANSWERS_BYTES // 1_000_000}))
    return Item(raw)
