"""Inputs cut into chunks, the tasks of a run: each holds a bounded number of submissions, and what to read rather than data."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, cast

from aiassess.batch.elements import Elements, is_array
from aiassess.batch.streams import BOM, PIECE, Broken, Item, Lines, faults_told, is_compressed, pieces, unpacked
from aiassess.errors import Problem
from aiassess.files import MAX_ANSWERS_BYTES, wide_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader

    from aiassess.batch.inputs import Input

SIZES = (1 << 23, 1000)
"""Bytes of a range and files of a chunk where tasks cost little: some 1,000 submissions."""
BLOCK_ITEMS, BLOCK_BYTES = 500, 1 << 21
"""What is read in advance and sent along, where a worker cannot read by itself."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the inputs are done: ``files`` wholly, and of the next so many lines or elements.

    ``offset``: the bytes that those take, of plain JSON Lines. ``stamp`` tells whether that file is still the same.
    """

    files: int = 0
    number: int = 0
    offset: int = 0
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """The lines of a plain JSON Lines file that begin between two offsets; ``last``: nothing comes behind it.

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
        """What ``Result.done`` is if nothing is left of the chunk."""
        return self.end

    def first_place(self) -> tuple[str, Item]:
        """Return the source of the first submission, and it without its bytes."""
        return self.source, Item(b"", self.number + 1, self.number + 1)

    def rest(self, done: int, number: int) -> Range:
        """Return what is left behind an offset, before which the file has so many lines."""
        return replace(self, start=done, number=number)

    def halves(self) -> tuple[Chunk, Chunk] | None:
        """Return two ranges with half the lines each, or None where there is but one line."""
        starts: list[int] = []
        try:
            with open(self.path, "rb", buffering=PIECE) as file:  # noqa: PTH123 - as everywhere where speed counts
                starts = list(line_starts(file, self.start, self.end))
        except OSError:
            pass  # the worker will say so
        if len(starts) < 2:
            return None
        half = len(starts) // 2
        return replace(self, end=starts[half], last=False), self.rest(starts[half], self.number + half)


@dataclass(frozen=True, slots=True)
class Files:
    """Files that are a submission each, or a small array of some."""

    first: int
    inputs: tuple[Input, ...]

    @property
    def whole(self) -> int:
        return len(self.inputs)

    def first_place(self) -> tuple[str, Item]:
        return self.inputs[0].source, Item(b"")

    def rest(self, done: int, _: int = 0) -> Files:
        """Return what is left behind the first ``done`` files."""
        return Files(self.first + done, self.inputs[done:])

    def halves(self) -> tuple[Chunk, Chunk] | None:
        """Return two chunks with half the files each, or None where there is but one."""
        middle = len(self.inputs) // 2
        return (Files(self.first, self.inputs[:middle]), self.rest(middle)) if middle else None


@dataclass(frozen=True, slots=True)
class Block:
    """Submissions that were read in advance; ``last``: nothing comes behind them in their file."""

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

    def rest(self, done: int, _: int = 0) -> Block:
        """Return what is left behind the first ``done`` items."""
        return replace(self, items=self.items[done:], read=0)

    def halves(self) -> tuple[Chunk, Chunk] | None:
        """Return two blocks with half the items each, or None where there is but one."""
        middle = len(self.items) // 2
        return (replace(self, items=self.items[:middle], last=False), self.rest(middle)) if middle else None


Chunk = Range | Files | Block


def line_starts(file: BinaryIO, start: int, end: int) -> Iterator[int]:
    """Yield where the lines that begin between two offsets of a buffered file begin."""
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
        """Yield the chunks of the inputs from a position on, in order; ``inputs`` begins with the first that is not done."""
        files: list[Input] = []
        first = start.files
        for place, item in enumerate(inputs, first):
            begin = start if place == start.files else Position()
            if item.kind == "document" and item.regular and not item.problem and not begin.number:
                files.append(item)
                if len(files) == self._files:
                    yield Files(first, tuple(files))
                    first, files = place + 1, []
                continue
            if files:
                yield Files(first, tuple(files))
            first, files = place + 1, []
            yield from self.of_file(item, place, begin)
        if files:
            yield Files(first, tuple(files))

    def of_file(self, item: Input, first: int, begin: Position) -> Iterator[Chunk]:
        """Yield the chunks of one file that is read line by line or element by element."""
        if item.problem:
            yield Block(first, item.source, (Item(b"", problem=item.problem),), last=True)
            return
        if item.kind == "stdin":
            yield from _blocks(item, first, begin, sys.stdin.buffer, "")
            return
        try:
            with faults_told():
                file = open(item.path, "rb", buffering=PIECE)  # noqa: PTH123, SIM115 - closed below
        except Broken as broken:
            yield Block(first, item.source, (Item(b"", problem=broken.problem),), last=True)
            return
        with file:
            info = os.fstat(file.fileno())
            stamp = _stamp(info)
            head = cast("BufferedReader", file).peek(4)[:4] if stamp else b""
            if item.kind == "lines" and stamp and not is_compressed(head) and not wide_encoding(head):
                whole = Range(first, item.path, item.source, begin.offset, info.st_size, True, stamp, begin.number)
                yield from self._ranges(whole, file)
            else:
                yield from _blocks(item, first, begin, file, stamp)

    def _ranges(self, whole: Range, file: BinaryIO) -> Iterator[Chunk]:
        """Cut a range, so that no chunk is too large, and count the lines."""
        start, number = whole.start, whole.number
        while (end := start + self._range_bytes) < whole.end:
            yield replace(whole, start=start, end=end, last=False, number=number)
            try:
                with faults_told():
                    number += sum(1 for _ in line_starts(file, start, end))
            except Broken as broken:  # what comes behind could not be numbered
                yield Block(
                    whole.first, whole.source, (Item(b"", problem=broken.problem),), last=True, stamp=whole.stamp
                )
                return
            start = end
        yield replace(whole, start=start, number=number)


def stamp_of(path: str) -> str:
    """Return what tells a regular file from a changed one, as ``Position.stamp`` has it; empty for any other."""
    try:
        return _stamp(os.stat(path))  # noqa: PTH116 - as everywhere where speed counts
    except OSError:
        return ""


def _stamp(info: os.stat_result) -> str:
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
        if item.kind == "document":
            yield from documents(stream)
            return
        with faults_told():
            head = cast("BufferedReader", stream).peek(4)[:4]
        if encoding := wide_encoding(head):
            raise Broken(Problem("utf16", {"encoding": encoding}))
        lines = iter(Lines(stream))
        begun = list(islice(lines, 2)) if item.kind == "stdin" else []
        if _is_indented([line.raw for line in begun]):
            yield from documents(stream, b"".join(line.raw + b"\n" for line in begun))
            return
        yield from begun
        yield from lines
    except Broken as broken:
        yield Item(b"", problem=broken.problem)


def _is_indented(lines: list[bytes]) -> bool:
    """Return whether these are the first lines of one document that is spread over many, and not two of JSON Lines."""
    return len(lines) == 2 and lines[0].strip() in (b"{", b"[") and lines[1][:1] in (b" ", b"\t")


def documents(stream: BinaryIO, raw: bytes = b"") -> Iterator[Item]:
    """Yield the elements of an array, or the one document that a buffered file is; ``raw`` was read from it already."""
    for piece in pieces(stream):
        raw += piece
        if raw.removeprefix(BOM).strip():
            break
        if len(raw) > PIECE:
            raw = raw[:3]  # so many blanks tell nothing
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
