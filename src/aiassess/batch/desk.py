"""Judging for a run: a chunk in, rows out. It is done in this process, in others, or on other machines."""

import gc
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from aiassess import __version__
from aiassess.batch.chunks import Chunk
from aiassess.batch.columns import Cells, Layout
from aiassess.batch.details import DETAILS
from aiassess.batch.judge import MOST_TOLD, Judge, Refused
from aiassess.batch.reports import write_report
from aiassess.batch.rows import COUNTS, ERRORS, REPORTS, form_of, json_line, table_in
from aiassess.batch.streams import Item
from aiassess.batch.submissions import Placed, submissions_of
from aiassess.batch.tally import Tally
from aiassess.batch.tasks import Job, Result, Task
from aiassess.canonical import to_json
from aiassess.errors import Problem, invalid
from aiassess.report.build import build_report, unsigned_report
from aiassess.report.documents import Document

Taken = tuple[str, Item, str | None]
"""A submission's source, itself, and the digest of its bytes if it could be read."""

AT_ONCE, AT_ONCE_BYTES = 1000, 1 << 24
"""Submissions judged together, and the bytes after which there are fewer."""


class Desk:
    """What one process needs to judge for one run."""

    def __init__(self, task: Task) -> None:
        if task.version != __version__:
            raise invalid("other_worker_version", found=__version__, expected=task.version)
        self._task, self.questionnaires = task, task.questionnaires
        self.layout = Layout(self.questionnaires)
        self._forms = {
            name: form_of(name, self.layout) for name in task.formats if name not in (ERRORS, COUNTS, REPORTS)
        }
        self._details = {table: DETAILS[table] for table in map(table_in, self._forms) if table}

    @cached_property
    def _judge(self) -> Judge:
        most_told = MOST_TOLD if ERRORS in self._task.formats else 1
        return Judge(self.questionnaires, self.layout, most_told)

    def work(self, work: Chunk | Job) -> Any:
        """Return what comes of a job, or the result of judging the submissions of a chunk, as many as one may hold."""
        collecting = gc.isenabled()
        gc.disable()  # thousands of rows are kept until the work is done, and would be searched for cycles again and again
        try:
            if isinstance(work, Job):
                return work.do(self)
            result = Result()
            return self._filled(result, submissions_of(work, result, self._judge.alike))
        finally:
            if collecting:
                gc.enable()

    def dead(self, chunk: Chunk) -> Result:
        """Return the result of a chunk of one submission, which no worker survives."""
        source, item = chunk.first_place()
        result = Result(done=chunk.whole, number=item.number or 0)
        return self._filled(result, iter([(source, item._replace(problem=Problem("worker_died")))]))

    def _filled(self, result: Result, items: Iterator[Placed]) -> Result:
        """Return a result with the rows and the sums of submissions added."""
        if REPORTS in self._task.formats:
            return self._worked_out(result, items)
        tallies = [make(self.layout) for make in self._task.tallies]
        written: dict[str, list[bytes]] = {name: [] for name in self._task.formats}
        while some := _some(items):
            self._add(some, result, written, tallies)
            if self._task.strict and result.refused:
                break
        result.written = {name: b"".join(rows) for name, rows in written.items()}
        result.tallies = [tally.data() for tally in tallies]
        return result

    def _worked_out(self, result: Result, items: Iterator[Placed]) -> Result:
        """Return a result with the digests of the reports of submissions added, of those wanted."""
        lines: list[bytes] = []
        for source, item in items:
            result.rows += 1
            if not item.problem and (source, item.number) in self._task.wanted:
                report = self._judge.report_digest(item.raw)
                if report is not None:
                    lines.append(json_line([source, item.number, _digest(item.raw), report]) + b"\n")
        result.written = {REPORTS: b"".join(lines)}
        return result

    def _add(
        self, some: list[Taken], result: Result, written: dict[str, list[bytes]], tallies: Sequence[Tally]
    ) -> None:
        rows: list[Cells] = []
        details: dict[str, list[Cells]] = {table: [] for table in self._details}
        before = dict.fromkeys(details, 0)
        for taken, found in zip(some, self._judged(some, details), strict=False):
            source, item, digest = taken
            if isinstance(found, Refused):
                cells, superseded = self._refusal(taken, found, written.get(ERRORS)), False
                result.refused += 1
            else:
                cells, superseded = self._or_superseded(found, item.raw)
            rows.append((source, item.number, *cells, digest))
            if COUNTS in written:
                written[COUNTS].append(json_line([len(of) - before[table] for table, of in details.items()]) + b"\n")
                before = {table: len(of) for table, of in details.items()}
            for tally in tallies:
                tally.add(cells, "revised" if superseded else None)
            if self._task.strict and result.refused:
                break
        result.rows += len(rows)
        for name, form in self._forms.items():
            written[name] += form.rows(details.get(table_in(name), rows))

    def _or_superseded(self, cells: Cells, raw: bytes) -> tuple[Cells, bool]:
        """Return a row's cells, and whether another submission revises it; then, for the end, with its report's digest."""
        task = self._task
        report = cells[-1] or (self._judge.report_digest(raw) if task.unknown else None)
        superseded = report in task.revised
        return (*cells[:-1], report) if superseded and task.late else cells, superseded

    def _refusal(self, taken: Taken, why: Refused, errors: list[bytes] | None) -> Cells:
        """Return a refused submission's cells, which tell its first problem; add all to the list of errors, if there is one."""
        (source, item, digest), lang = taken, self._task.lang
        problems = [
            {"code": told.code, "place": _placed(told, source, item).place(lang), "message": told.message(lang)}
            for told in why.problems
        ]
        if errors is not None:
            entry = {"source": source, "line": item.number, "digest": digest, "count": why.count, "problems": problems}
            errors.append(json_line(entry) + b"\n")
        return self.layout.refusal(**problems[0])

    def _judged(self, some: list[Taken], details: dict[str, list[Cells]]) -> Iterator[Cells | Refused]:
        """Yield what comes of each, and add its rows of a long table.

        It is one by one if reports or such rows are wanted, because only the engine makes them.
        """
        if self._task.reports is None and not self._details:
            found = iter(self._judge.judge(item.raw for _, item, _ in some if not item.problem))
        else:
            found = (self._by_engine(source, item, details) for source, item, _ in some if not item.problem)
        return (self._judge.refused([item.problem]) if item.problem else next(found) for _, item, _ in some)

    def _by_engine(self, source: str, item: Item, details: dict[str, list[Cells]]) -> Cells | Refused:
        task = self._task

        def whole(document: Document) -> tuple[Cells, str, dict[str, list[Cells]]]:
            assessment, lang = document.assessment, task.reports_lang
            report = to_json(build_report(assessment, lang or document.language)) if task.reports else ""
            tell = build_report if "public" in self._details else unsigned_report  # which is quicker
            told = tell(assessment, lang or task.lang) if self._details else None
            if told and document.is_report:  # the one that is kept may be in another language
                told["digest"] = document.saved.data["digest"]
            rows = {name: table.rows(source, item.number, told) for name, table in self._details.items() if told}
            return self._judge.cells_of(document), report, rows

        found = self._judge.assess(item.raw, whole)
        if isinstance(found, Refused):
            return found
        cells, report, rows = found
        if task.reports:
            write_report(Path(task.reports), source, item.number, report)
        for table, some in rows.items():
            details[table] += some
        return cells


def _some(items: Iterator[Placed]) -> list[Taken]:
    taken: list[Taken] = []
    size = 0
    for source, item in items:
        taken.append((source, item, None if item.problem else _digest(item.raw)))
        size += len(item.raw)
        if len(taken) == AT_ONCE or size > AT_ONCE_BYTES:
            break
    return taken


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _placed(problem: Problem, source: str, item: Item) -> Problem:
    """Return a problem with its place in the file, as ``aiassess score`` shows it, not in the submission."""
    line, column = problem.line, problem.column
    if line is None:
        line = None if item.number is None else item.line
    else:
        if column is not None and line == 1:
            column += item.column
        line += item.line - 1
    return replace(problem, file=source, line=line, column=column)
