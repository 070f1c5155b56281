"""The submissions of a chunk, read until its result is full; the result notes how far that was."""

import os
from collections.abc import Callable, Iterable, Iterator

from aiassess.batch.chunks import Block, Chunk, Files, Range, document, documents, line_starts
from aiassess.batch.elements import is_array
from aiassess.batch.inputs import Input
from aiassess.batch.streams import PIECE, Broken, Item, Lines, faults_told, is_compressed, unpacked
from aiassess.batch.tasks import Result
from aiassess.errors import InvalidInput, Problem
from aiassess.files import MAX_ANSWERS_BYTES, read_raw

Placed = tuple[str, Item]
Alike = Callable[[bytes, bytes], bool]

MOST_ELEMENTS = 500
"""A longer array is read in advance and sent in blocks."""


def submissions_of(chunk: Chunk, result: Result, alike: Alike) -> Iterator[Placed]:
    """Yield the submissions of a chunk with their sources; ``alike`` tells whether two hold the same answers."""
    if isinstance(chunk, Range):
        return _of_range(chunk, result)
    return _of_files(chunk, result, alike) if isinstance(chunk, Files) else _of_block(chunk, result)


def _of_range(chunk: Range, result: Result) -> Iterator[Placed]:
    result.done, result.number = chunk.end, chunk.number
    try:
        with faults_told(), open(chunk.path, "rb", buffering=PIECE) as file:  # noqa: PTH123 - faster than a Path
            if os.fstat(file.fileno()).st_size < chunk.end:
                raise Broken(Problem("file_changed"))
            start = next(line_starts(file, chunk.start, chunk.end), None)
            if start is not None:
                file.seek(start)
                lines = Lines(file, start, chunk.end, chunk.number)
                for item in lines:
                    yield chunk.source, item
                    if result.full:
                        break
                result.done, result.number = min(lines.offset, chunk.end), lines.count
    except Broken as broken:
        result.lost = True
        yield chunk.source, Item(b"", problem=broken.problem)
    result.read = result.done - chunk.start


def _of_files(chunk: Files, result: Result, alike: Alike) -> Iterator[Placed]:
    for input_ in chunk.inputs:
        items = [] if _told_beside(input_, result, alike) else _items_of(input_, result)
        if items is None:
            result.unread = True
            return
        for item in items:
            yield input_.source, item
        result.done += 1
        if result.full:
            return


def _of_block(chunk: Block, result: Result) -> Iterator[Placed]:
    result.read = chunk.read
    for item in chunk.items:
        yield chunk.source, item
        result.done += 1
        result.number = item.number or 0
        if result.full:
            return


def _told_beside(input_: Input, result: Result, alike: Alike) -> bool:
    """Return whether the report beside an answers file holds the same answers, so that the row is the report's."""
    if input_.report is None:
        return False
    try:
        raws = [read_raw(path, MAX_ANSWERS_BYTES)[0] for path in (input_.path, input_.report)]
    except InvalidInput:
        return False  # reading them as submissions will say what is wrong
    told = alike(*raws)
    result.read += len(raws[0]) * told
    return told


def _items_of(input_: Input, result: Result) -> list[Item] | None:
    """Return the submission of a file or those of a small array; None if there are more."""
    try:
        with faults_told(), open(input_.path, "rb", buffering=0) as file:  # noqa: PTH123 - faster than a Path
            size = os.fstat(file.fileno()).st_size
            raw = b""
            while len(raw) <= MAX_ANSWERS_BYTES and (piece := file.read(min(size, MAX_ANSWERS_BYTES) + 1)):
                raw += piece
            result.read += size
            if not is_compressed(raw) and not is_array(raw):
                return [document(raw)]
            file.seek(0)
            return _few(documents(unpacked(file)))
    except Broken as broken:
        return [Item(b"", problem=broken.problem)]


def _few(items: Iterable[Item]) -> list[Item] | None:
    found: list[Item] = []
    size = 0
    for item in items:
        found.append(item)
        size += len(item.raw)
        if len(found) > MOST_ELEMENTS or (len(found) > 1 and size > MAX_ANSWERS_BYTES):
            return None
    return found
