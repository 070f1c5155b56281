"""What a worker does: a chunk in, encoded rows out. It runs in this process, in others, or on other machines."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess import __version__
from aiassess.answers.dump import to_json
from aiassess.batch.chunks import Chunk, Files, Range, document, documents, line_starts
from aiassess.batch.columns import Layout
from aiassess.batch.elements import is_array
from aiassess.batch.judge import Judge, Refused
from aiassess.batch.rows import form
from aiassess.batch.streams import PIECE, Broken, Item, Lines, faults_told, is_compressed, unpacked
from aiassess.errors import Problem, invalid
from aiassess.files import MAX_ANSWERS_BYTES
from aiassess.questionnaire.build import build_questionnaire
from aiassess.report.build import build_report
from aiassess.report.finished import keep_finished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from aiassess.batch.chunks import Block
    from aiassess.batch.columns import Cells
    from aiassess.batch.inputs import Input
    from aiassess.batch.tally import Tally
    from aiassess.scoring.result import Assessment

MOST_ROWS, MOST_REFUSED = 5000, 500
"""A chunk of tiny or refused submissions ends here and is taken up again: what a worker gives back stays bounded."""
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
    return _DESKS[key].work(chunk)


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
        tallies = [make(self._layout) for make in self._task.tallies]
        if isinstance(chunk, Range):
            items = self._of_range(chunk, result)
        elif isinstance(chunk, Files):
            items = self._of_files(chunk, result)
        else:
            items = self._of_block(chunk, result)
        heads = not isinstance(chunk, Range)
        for source, item in items:
            cells = self._row(source, item, result, heads=heads)
            for tally in tallies:
                tally.add(cells)
            if self._task.strict and result.refusals:
                break
        result.tallies = [tally.data() for tally in tallies]
        return result

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
        cells = self._row(source, item, result, heads=False)
        for make in self._task.tallies:
            tally = make(self._layout)
            tally.add(cells)
            result.tallies.append(tally.data())
        return result

    def _row(self, source: str, item: Item, result: Result, *, heads: bool) -> Cells:
        """Add a submission's row; return the judge's cells."""
        digest = None if item.problem else f"sha256:{hashlib.sha256(item.raw).hexdigest()}"
        found = self._judge.refused([item.problem]) if item.problem else self._judged(source, item)
        if isinstance(found, Refused):
            result.refusals.append(Refusal(len(result.numbers), source, item.place(), digest, found))
            cells = refused_cells(self._layout, found, "")
        else:
            cells = found
        result.numbers.append(item.number)
        for name, form_ in self._forms.items():
            row = b"" if isinstance(found, Refused) else form_.tail((*cells, digest))
            result.rows[name].append(form_.head(form_.prefix(source), item.number) + row if heads and row else row)
        return cells

    def _judged(self, source: str, item: Item) -> Cells | Refused:
        if self._task.reports is None:
            return self._judge.judge(item.raw)
        found = self._judge.assess(item.raw, self._cells_and_report)
        if isinstance(found, Refused):
            return found
        cells, report = found
        write_report(Path(self._task.reports), source, item.number, report)
        return cells

    def _cells_and_report(self, assessment: Assessment) -> tuple[Cells, str]:
        return self._layout.cells(assessment), to_json(build_report(assessment, self._task.reports_lang))

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
            items = _items_of(input_, result)
            if items is None:
                result.unread = True
                return
            for item in items:
                yield input_.source, item
            result.done += 1
            if result.full:
                return

    def _of_block(self, chunk: Block, result: Result) -> Iterator[tuple[str, Item]]:
        result.read = chunk.read
        for item in chunk.items:
            yield chunk.source, item
            result.done += 1
            if result.full:
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
        file.write_bytes(report.encode())
    except OSError as error:
        raise invalid("cannot_write_report", file=str(file), reason=error.strerror or str(error)) from None
