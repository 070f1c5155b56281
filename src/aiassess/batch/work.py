"""What a worker does: a chunk in, encoded rows out. It runs in this process, in others, or on other machines."""

from __future__ import annotations

import gc
import hashlib
import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from aiassess import __version__
from aiassess.batch.chunks import Chunk, Files, Range, document, documents, line_starts
from aiassess.batch.columns import Layout
from aiassess.batch.elements import is_array
from aiassess.batch.judge import Judge, Refused
from aiassess.batch.rows import form
from aiassess.batch.streams import PIECE, Broken, Item, Lines, faults_told, is_compressed, unpacked
from aiassess.canonical import to_json
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_ANSWERS_BYTES, read_raw
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.report.build import build_report
from aiassess.report.finished import keep_finished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from aiassess.batch.chunks import Block
    from aiassess.batch.columns import Cells
    from aiassess.batch.inputs import Input
    from aiassess.batch.tally import Tally
    from aiassess.scoring.result import Assessment

    Placed = tuple[str, Item]

MOST_ROWS, MOST_REFUSED = 5000, 500
"""A chunk of tiny or refused submissions ends here and is taken up again: what a worker gives back stays bounded."""
AT_ONCE, AT_ONCE_BYTES = 1000, 1 << 24
"""Submissions judged together, and the bytes after which there are fewer."""
MOST_ELEMENTS = 500
"""An array of more is read in advance and sent in blocks."""


@dataclass(frozen=True)
class Task:
    """All that workers need to know of a run. ``key`` tells runs apart that share workers.

    ``most_problems``: so many of one submission are told; ``strict``: nothing is judged behind one that is refused.
    """

    key: str
    documents: tuple[dict[str, Any], ...]
    lang: str
    formats: tuple[str, ...]
    tallies: tuple[Callable[[Layout], Tally], ...] = ()
    most_problems: int = 1
    strict: bool = False
    revised: frozenset[str] = frozenset()
    reports: str | None = None
    reports_lang: str | None = None
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused submission, to be made a row where its place in the file is known; ``row`` is its place in the result."""

    row: int
    source: str
    item: Item
    digest: str | None
    why: Refused


@dataclass(slots=True)
class Result:
    """What came of a chunk. In ``rows``, by format, stand tails for a range, else whole rows; those refused are empty.

    ``numbers``: the line or element of each row. ``done``: how much of the chunk was worked off: its items or files; for a
    range the offset of the next line. ``lines``: how many lines of the range that was. ``unread``: the file at ``done`` is
    too much for a worker. ``lost``: the range could not be read to its end.
    """

    rows: dict[str, list[bytes]]
    numbers: list[int | None] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    done: int = 0
    lines: int = 0
    read: int = 0
    unread: bool = False
    lost: bool = False
    tallies: list[Any] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether no more submissions should be added."""
        return len(self.numbers) >= MOST_ROWS or len(self.refusals) >= MOST_REFUSED


_DESKS: dict[str, Desk] = {}


def prepare(task: Task) -> None:
    """Make this process ready for the chunks of a run."""
    _DESKS[task.key] = Desk(task)


def forget(key: str) -> None:
    """Undo ``prepare``."""
    _DESKS.pop(key, None)


def work(key: str, chunk: Chunk) -> Result:
    """Judge the submissions of a chunk."""
    collecting = gc.isenabled()
    gc.disable()  # thousands of rows are kept until the chunk is done, and would be searched for cycles again and again
    try:
        return _DESKS[key].work(chunk)
    finally:
        if collecting:
            gc.enable()


class Desk:
    """Where one process judges for one run."""

    def __init__(self, task: Task) -> None:
        if task.version != __version__:
            raise invalid("other_worker_version", found=__version__, expected=task.version)
        questionnaires = [build_questionnaire(data) for data in task.documents]
        self._task = task
        self._questionnaires = questionnaires
        self._layout = Layout(questionnaires)
        self._forms = {name: form(name, self._layout) for name in task.formats}

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._questionnaires, self._layout, self._task.lang, self._task.most_problems)

    def work(self, chunk: Chunk) -> Result:
        """Judge the submissions of a chunk, as many as one result may hold."""
        result = Result({name: [] for name in self._forms})
        if isinstance(chunk, Range):
            items = self._of_range(chunk, result)
        elif isinstance(chunk, Files):
            items = self._of_files(chunk, result)
        else:
            items = self._of_block(chunk, result)
        return self._filled(result, items, heads=not isinstance(chunk, Range))

    def dead(self, chunk: Chunk) -> Result:
        """Return the result of a chunk whose only submission no worker survives."""
        problem = Problem("worker_died")
        result = Result({name: [] for name in self._forms}, done=1, lines=1)
        if isinstance(chunk, Range):
            source, item, result.done = chunk.source, Item(b"", 1, problem=problem).after(chunk.number or 0), chunk.end
        elif isinstance(chunk, Files):
            source, item = chunk.inputs[0].source, Item(b"", problem=problem)
        else:
            source, item = chunk.source, chunk.items[0]._replace(raw=b"", problem=problem)
        return self._filled(result, iter([(source, item)]), heads=False)

    def _filled(self, result: Result, items: Iterator[Placed], *, heads: bool) -> Result:
        """Return a result with the rows of submissions and their sums added."""
        tallies = [make(self._layout) for make in self._task.tallies]
        while self._add(_Some(items), result, tallies, heads=heads):
            if self._task.strict and result.refusals:
                break
        result.tallies = [tally.data() for tally in tallies]
        return result

    def _add(self, some: _Some, result: Result, tallies: Sequence[Tally], *, heads: bool) -> bool:
        """Add the rows of some submissions, and count them; return whether there were any."""
        judged = self._judged(some)
        refused = [place for place, found in enumerate(judged) if isinstance(found, Refused)]
        if self._task.strict and refused:
            some.cut(refused[0] + 1)
            del judged[refused[0] + 1 :], refused[1:]
        for place in refused:
            (source, item), why = some.placed[place], cast("Refused", judged[place])
            result.refusals.append(Refusal(len(result.numbers) + place, source, item.place(), some.digests[place], why))
            judged[place] = refused_cells(self._layout, why, "")
        result.numbers += [item.number for _, item in some.placed]
        cells = cast("list[Cells]", judged)
        for name, form_ in self._forms.items():
            rows = form_.tails([(*row, digest) for row, digest in zip(cells, some.digests, strict=True)])
            if heads:
                rows = [
                    form_.head(form_.prefix(source), item.number) + row
                    for (source, item), row in zip(some.placed, rows, strict=True)
                ]
            for place in refused:
                rows[place] = b""
            result.rows[name] += rows
        superseded = self._superseded(some)
        for tally in tallies:
            for place, row in enumerate(cells):
                tally.add(row, superseded=place in superseded)
        return bool(some.placed)

    def _superseded(self, some: _Some) -> set[int]:
        """Return the places of the submissions whose report another submission revises."""
        if not self._task.revised:
            return set()
        read = [(place, item.raw) for place, (_, item) in enumerate(some.placed) if not item.problem]
        return {place for place, raw in read if self._judge.report_digest(raw) in self._task.revised}

    def _judged(self, some: _Some) -> list[Cells | Refused]:
        """Return what comes of each; with reports one after the other, since a report is the engine's."""
        if self._task.reports is None:
            found = iter(self._judge.judge(some.raws()))
        else:
            found = iter([self._reported(*some.placed[-1]) for _ in some.raws()])
        return [self._judge.refused([item.problem]) if item.problem else next(found) for _, item in some.placed]

    def _reported(self, source: str, item: Item) -> Cells | Refused:
        found = self._judge.assess(item.raw, self._cells_and_report)
        if isinstance(found, Refused):
            return found
        cells, report = found
        write_report(Path(self._task.reports or ""), source, item.number, report)
        return cells

    def _cells_and_report(self, assessment: Assessment, language: str | None) -> tuple[Cells, str]:
        report = build_report(assessment, self._task.reports_lang or language)
        return self._layout.cells(assessment), to_json(report)

    # Reading: yields submissions with their sources until the result is full, and notes how far that was

    def _of_range(self, chunk: Range, result: Result) -> Iterator[tuple[str, Item]]:
        result.done = chunk.end
        try:
            with faults_told(), open(chunk.path, "rb", buffering=PIECE) as file:  # noqa: PTH123 - faster than a Path
                if os.fstat(file.fileno()).st_size < chunk.end:
                    raise Broken(Problem("file_changed"))
                start = next(line_starts(file, chunk.start, chunk.end), None)
                if start is not None:
                    file.seek(start)
                    lines = Lines(file, start, chunk.end)
                    for item in lines:
                        yield chunk.source, item if chunk.number is None else item.after(chunk.number)
                        if result.full:
                            break
                    result.done, result.lines = min(lines.offset, chunk.end), lines.count
        except Broken as broken:
            result.lost = True
            yield chunk.source, Item(b"", problem=broken.problem)
        result.read = result.done - chunk.start

    def _of_files(self, chunk: Files, result: Result) -> Iterator[tuple[str, Item]]:
        for input_ in chunk.inputs:
            items = [] if self._told_beside(input_, result) else _items_of(input_, result)
            if items is None:
                result.unread = True
                return
            for item in items:
                yield input_.source, item
            result.done += 1
            if result.full:
                return

    def _told_beside(self, input_: Input, result: Result) -> bool:
        """Return whether the report beside an answers file holds the same answers: the row is then the report's."""
        if input_.report is None:
            return False
        try:
            raws = [read_raw(path, MAX_ANSWERS_BYTES)[0] for path in (input_.path, input_.report)]
        except InvalidInput:
            return False  # reading them as submissions will say what is wrong
        told = self._judge.alike(*raws)
        result.read += len(raws[0]) * told
        return told

    def _of_block(self, chunk: Block, result: Result) -> Iterator[tuple[str, Item]]:
        result.read = chunk.read
        for item in chunk.items:
            yield chunk.source, item
            result.done += 1
            if result.full:
                return


class _Some:
    """Some hundred submissions, or fewer where they are large, with their digests; they are taken as they are judged."""

    def __init__(self, items: Iterator[Placed]) -> None:
        self.placed: list[Placed] = []
        self.digests: list[str | None] = []
        self._items = items

    def cut(self, size: int) -> None:
        """Drop those behind so many."""
        del self.placed[size:], self.digests[size:]

    def raws(self) -> Iterator[bytes]:
        """Yield the bytes of those that could be read."""
        size = 0
        for placed in self._items:
            raw, problem = placed[1].raw, placed[1].problem
            self.placed.append(placed)
            self.digests.append(None if problem else f"sha256:{hashlib.sha256(raw).hexdigest()}")
            if not problem:
                yield raw
            size += len(raw)
            if len(self.placed) == AT_ONCE or size > AT_ONCE_BYTES:
                return


def _items_of(input_: Input, result: Result) -> list[Item] | None:
    """Return the submission of a file, or the few of a small array; None where they are many."""
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


def refused_cells(layout: Layout, why: Refused, place: str) -> Cells:
    """Return the judge's cells of a refused submission: its first problem."""
    return layout.refusal(why.problems[0].code, place, why.problems[0].message)


def write_report(folder: Path, source: str, number: int | None, report: str) -> None:
    """Write a report below a folder, under a name that follows from where the submission stood (docs/batch.md#reports)."""
    name = Path(source.replace("\\", "/")).name.split(".")[0]
    key = hashlib.sha256(f"{source}\0{number or ''}".encode()).hexdigest()
    parts = [re.sub("[^A-Za-z0-9_]+", "-", name)[:40].strip("-"), str(number or ""), key[:12]]
    file = folder / key[:2] / ("-".join(part for part in parts if part) + ".json")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            keep_finished(file, report)
        half = file.with_suffix(".half")  # of this name, so that going on after a kill leaves none behind
        half.write_bytes(report.encode())
        half.replace(file)
    except OSError as error:
        raise invalid("cannot_write_report", file=str(file), reason=error.strerror or str(error)) from None
