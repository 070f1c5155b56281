"""Results become rows in the outputs, in order, each chunk wholly or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from aiassess.batch.chunks import Files, Position, Range
from aiassess.batch.rows import form, json_line
from aiassess.batch.work import refused_cells
from aiassess.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiassess.batch.chunks import Chunk
    from aiassess.batch.columns import Layout
    from aiassess.batch.judge import Said
    from aiassess.batch.outputs import Sink
    from aiassess.batch.rows import Form
    from aiassess.batch.work import Refusal, Result


class Table:
    """The outputs of a run, and how far its inputs are done.

    ``sinks`` are the outputs, each with the form of its rows; None stands for the list of errors.
    """

    def __init__(self, layout: Layout, lang: str, forms: Iterable[str]) -> None:
        self.sinks: Sequence[tuple[Sink, str | None]] = []
        self.position = Position()
        self.seen = hashlib.sha256()
        """Of the names of the inputs that are wholly done."""
        self._layout, self._lang = layout, lang
        self._forms = {name: form(name, layout) for name in forms}

    def begin(self) -> None:
        """Write what stands before the first row."""
        for sink, name in self.sinks:
            if name:
                sink.write(self._forms[name].header())

    def note(self, source: str) -> None:
        """Count an input as wholly done."""
        self.seen.update(source.encode() + b"\n")

    def add(self, chunk: Chunk, result: Result) -> None:
        """Write the rows of a chunk."""
        refusals = [self._placed(item, chunk) for item in result.refusals]
        written = {
            name: b"".join(self._rows(form_, chunk, result.rows.get(name, []), result, refusals))
            for name, form_ in self._forms.items()
        }
        for sink, name in self.sinks:
            data = written[name] if name else b"".join(self._error_line(item) for item in refusals)
            if data:
                sink.write(data)
        self._move(chunk, result)

    def _placed(self, refusal: Refusal, chunk: Chunk) -> Refusal:
        """Return a refusal with its place in the whole file, where it was counted from the beginning of a range."""
        if not isinstance(chunk, Range) or chunk.number is not None:
            return refusal
        return replace(refusal, item=refusal.item.after(self.position.number))

    def _rows(
        self, form_: Form, chunk: Chunk, rows: list[bytes], result: Result, refusals: Sequence[Refusal]
    ) -> list[bytes]:
        if isinstance(chunk, Range):
            base = self.position.number if chunk.number is None else 0
            prefix, head = form_.prefix(chunk.source), form_.head
            rows = [
                head(prefix, number and number + base) + row for number, row in zip(result.numbers, rows, strict=False)
            ]
        for item in refusals:
            cells = refused_cells(self._layout, item.why, self._place(item, item.why.problems[0]))
            head_ = form_.head(form_.prefix(item.source), item.item.number)
            rows[item.row] = head_ + form_.tails([(*cells, item.digest)])[0]
        return rows

    def _error_line(self, refusal: Refusal) -> bytes:
        problems = [
            {"code": said.code, "place": self._place(refusal, said), "message": said.message}
            for said in refusal.why.problems
        ]
        entry = {
            "source": refusal.source,
            "line": refusal.item.number,
            "digest": refusal.digest,
            "count": refusal.why.count,
            "problems": problems,
        }
        return json_line(entry) + b"\n"

    def _place(self, refusal: Refusal, said: Said) -> str:
        """Return where a problem is, as ``aiassess score`` shows it: file, line, column, path."""
        item, line, column = refusal.item, said.line, said.column
        if line is None and item.number is not None:
            line = item.line
        elif line is not None:
            column = column + item.column if column is not None and line == 1 else column
            line += item.line - 1
        problem = Problem(said.code, {}, refusal.source, line, column, said.path, said.question)
        return problem.place(self._lang)

    def _move(self, chunk: Chunk, result: Result) -> None:
        """Count what a chunk has done."""
        if isinstance(chunk, Files):
            for done in chunk.inputs[: result.done]:
                self.note(done.source)
            self.position = Position(self.position.files + result.done)
            return
        number, offset = self.position.number, 0
        if isinstance(chunk, Range):
            ended, number, offset = result.done == chunk.end, number + result.lines, result.done
        else:
            ended = result.done == len(chunk.items)
            number = chunk.items[result.done - 1].number or 0 if result.done else number
        if ended and chunk.last:
            self.note(chunk.source)
            self.position = Position(self.position.files + 1)
        else:
            self.position = Position(self.position.files, number, offset, chunk.stamp)
