"""The table of an earlier round, read in blocks that other processes check (docs/rounds.md#the-earlier-round)."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NoReturn, TypeVar, cast

import msgspec

from aiassess.batch.columns import Layout
from aiassess.batch.jobs import Spread
from aiassess.batch.outputs import format_of_table
from aiassess.batch.rounds.checked import InBatches, InLines, InTexts, refusal
from aiassess.batch.streams import Broken, Item, Lines, faults_told, unpacked
from aiassess.errors import Problem, WrongUsage
from aiassess.files import fault_of

ALWAYS = ("status", "error_code", "questionnaire", "version", "system", "agency", "level", "verdict")
"""A table without these columns is not of a batch; one of an older version may lack others."""
Row = TypeVar("Row")
_AT_ONCE, _BYTES_AT_ONCE = 1000, 1 << 22
"""Rows of a block, and the bytes after which there are fewer."""


class Earlier:
    """A table of an earlier round; ``names``: its columns, known once its first row is read."""

    def __init__(self, file: str, layout: Layout) -> None:
        """Begin with its name and the columns wanted; raises WrongUsage if no table has such a name."""
        self.file, format_ = file, format_of_table(file)
        if format_ not in ("csv", "jsonl", "parquet"):
            raise WrongUsage([Problem("earlier_ending", file=file)])
        self._read = {"csv": self._csv, "jsonl": self._json_lines, "parquet": self._parquet}[format_]
        self._layout = layout
        self._parts: Path
        self._numbers = count()
        self.names: frozenset[str] = frozenset()

    def rows(self, parts: Path, spread: Spread) -> Iterator[tuple[bytes, Path]]:
        """Yield its rows as those of a spool, many at once; the cells that it lacks are empty.

        With them comes a file of ``parts`` with their entries. Raises InvalidInput, and sqlite3.Error if that is full.
        """
        self._parts = parts
        return spread(self._read())

    def _wanted(self) -> tuple[str, frozenset[str], Path]:
        return self.file, self._layout.names, self._parts / f"then-{next(self._numbers)}"

    def _csv(self) -> Iterator[InTexts]:
        at = 0

        def texts() -> Iterator[str]:
            nonlocal at
            for item in self._lines():
                at = cast("int", item.number)
                yield item.raw.decode()

        def rows() -> Iterator[tuple[int, list[str]]]:
            for row in reader:
                if len(row) != len(names):
                    self._refuse(Problem("earlier_cut", {"found": len(row), "expected": len(names)}, line=at))
                yield at, row

        try:
            reader = csv.reader(texts(), strict=True)
            names = next(reader, [])
            if len(names) == 1 and ";" in names[0]:
                self._refuse(Problem("earlier_semicolons", line=1))
            self._head(names)
            for some in _blocks(rows(), lambda row: sum(map(len, row))):
                yield InTexts(*self._wanted(), tuple(names), some)
        except csv.Error as error:
            self._refuse(Problem("earlier_not_csv", {"reason": str(error)}, line=at))
        except UnicodeDecodeError as error:
            self._refuse(Problem("not_utf8", {"offset": error.start}, line=at))

    def _json_lines(self) -> Iterator[InLines]:
        for some in _blocks(((cast("int", item.number), item.raw) for item in self._lines()), len):
            if not self.names:
                number, line = some[0]
                try:
                    self._head(msgspec.json.decode(line, type=dict[str, msgspec.Raw]))
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                    self._refuse(Problem("earlier_not_json", line=number))
            yield InLines(*self._wanted(), some)

    def _parquet(self) -> Iterator[InBatches]:
        from aiassess.batch.parquet import FAULTS, read_parquet  # noqa: PLC0415 - an extra, and slow to import

        try:
            names, batches = read_parquet(Path(self.file), self._layout.columns)
            self._head(names)
            number = 1
            for batch in batches:
                yield InBatches(*self._wanted(), number, batch)
                number += batch.num_rows
        except OSError as error:
            self._refuse(fault_of(error))
        except FAULTS as error:
            self._refuse(Problem("earlier_not_parquet", {"reason": str(error)}))

    def _lines(self) -> Iterator[Item]:
        try:
            with faults_told(), open(self.file, "rb", buffering=0) as file:  # noqa: PTH123 - unpacked() buffers it
                for item in Lines(unpacked(file)):
                    if item.problem:
                        self._refuse(replace(item.problem, line=item.number))
                    yield item
        except Broken as broken:
            self._refuse(broken.problem)

    def _head(self, names: Iterable[str]) -> None:
        """Note the table's columns; raises InvalidInput if it is none of a batch."""
        found = [*names]
        self.names = frozenset(found)
        missing = [name for name in ALWAYS if name not in self.names]
        if missing:
            self._refuse(Problem("earlier_columns", {"missing": missing}))
        twice = [name for name in self.names if found.count(name) > 1]
        if twice:
            self._refuse(Problem("earlier_columns_twice", {"found": sorted(twice)}))

    def _refuse(self, problem: Problem) -> NoReturn:
        raise refusal(self.file, problem)


def _blocks(rows: Iterable[tuple[int, Row]], size_of: Callable[[Row], int]) -> Iterator[list[tuple[int, Row]]]:
    """Yield some numbered rows at once; those before a fault come before it is raised."""
    some: list[tuple[int, Row]] = []
    size = 0
    fault: Exception | None = None
    try:
        for row in rows:
            some.append(row)
            size += size_of(row[1])
            if len(some) == _AT_ONCE or size > _BYTES_AT_ONCE:
                yield some
                some, size = [], 0
    except Exception as error:
        fault = error
    if some:
        yield some
    if fault:
        raise fault
