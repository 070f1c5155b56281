"""The outputs of a run, and how far its inputs are done: results are added in order, each wholly or not at all."""

import hashlib
from collections.abc import Iterable
from contextlib import ExitStack

from aiassess.batch.chunks import Chunk, Files, Position, Range
from aiassess.batch.columns import Layout
from aiassess.batch.journal import Mark
from aiassess.batch.outputs import Sink
from aiassess.batch.rows import COUNTS, ERRORS, form_of
from aiassess.batch.tasks import Result


class Table:
    """The outputs of a run, none before they are opened."""

    def __init__(self) -> None:
        self.position = Position()
        self._sinks: list[tuple[Sink, str]] = []
        """Each with the format of what it holds."""
        self._seen = hashlib.sha256()
        """Of the names of the inputs that are wholly done."""

    @property
    def mark(self) -> Mark:
        return Mark(self.position, self._seen.hexdigest(), tuple(sink.size for sink, _ in self._sinks))

    def open(self, names: Iterable[tuple[str, str]], files: ExitStack) -> None:
        """Open files, each with the format it will hold, for this run alone, until ``files`` closes; raises as ``Sink``."""
        for name, format_ in names:
            sink = Sink(name)
            files.callback(sink.close)
            self._sinks.append((sink, format_))

    def begin(self, layout: Layout) -> None:
        """Drop what is in the outputs, and write what comes before the first row."""
        for sink, format_ in self._sinks:
            sink.begin()
            if format_ not in (ERRORS, COUNTS):
                sink.write(form_of(format_, layout).header)

    def resume(self, mark: Mark) -> None:
        """Go on behind a mark of an earlier run; what it wrote after that is dropped."""
        self.position = mark.position
        for (sink, _), size in zip(self._sinks, mark.sizes, strict=True):
            sink.begin(size)

    def note(self, source: str) -> None:
        """Count an input as wholly done."""
        self._seen.update(source.encode() + b"\n")

    def add(self, chunk: Chunk, result: Result) -> None:
        """Write what came of a chunk, and count it as done."""
        for sink, format_ in self._sinks:
            if data := result.written.get(format_):
                sink.write(data)
        if isinstance(chunk, Files):
            for done in chunk.inputs[: result.done]:
                self.note(done.source)
            self.position = Position(self.position.files + result.done)
        elif chunk.last and result.done == chunk.whole:
            self.note(chunk.source)
            self.position = Position(self.position.files + 1)
        else:
            offset = result.done if isinstance(chunk, Range) else 0
            self.position = Position(self.position.files, result.number, offset, chunk.stamp)

    def cut(self) -> None:
        for sink, _ in self._sinks:
            sink.cut()

    def sync(self) -> None:
        for sink, _ in self._sinks:
            sink.sync()
