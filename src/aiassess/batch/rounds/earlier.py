"""The rows of an earlier round, checked, from the table that a batch made of it (docs/rounds.md#the-earlier-round)."""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import repeat
from operator import itemgetter
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, NoReturn, cast

import msgspec
from msgspec import Meta

from aiassess.answers.formats import MOMENT_PATTERN
from aiassess.batch.columns import REFUSED, Cell, Cells, Layout
from aiassess.batch.outputs import format_of_table
from aiassess.batch.portfolio.tally import group_of
from aiassess.batch.rows import plain_text
from aiassess.batch.streams import Broken, Item, Lines, faults_told, unpacked
from aiassess.errors import InvalidInput, Problem, Word, WrongUsage
from aiassess.files import fault_of
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.scoring.result import STATUSES, VERDICTS

ALWAYS = ("status", "error_code", "questionnaire", "version", "system", "agency", "level", "verdict")
"""A table without these columns is not of a batch; one of an older version may lack others."""
_KIND = ("questionnaire", "version", "status", "verdict", "level")
_FULL = (*_KIND, "missing", *(f"findings_{name}" for name in SEVERITIES))
"""No system's row leaves these empty."""
_FINDINGS = ("critical_findings", "findings")
_LARGEST = sys.float_info.max
_TYPES: dict[str, Any] = {
    "text": str | None,
    "integer": Annotated[int, Meta(ge=0, le=2**53)] | None,
    "number": Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
    | Annotated[float, Meta(ge=-_LARGEST, le=_LARGEST)]
    | None,
    "date": Annotated[str, Meta(pattern=DATE_PATTERN)] | None,
    "moment": Annotated[str, Meta(pattern=MOMENT_PATTERN)] | None,
}


class Earlier:
    """A table of an earlier round; ``names``: its columns, known once its first row is read."""

    def __init__(self, file: str, layout: Layout, questionnaires: Iterable[Questionnaire]) -> None:
        self.file, format_ = file, format_of_table(file)
        if format_ not in ("csv", "jsonl", "parquet"):
            raise WrongUsage([Problem("earlier_ending", file=file)])
        self._format = format_
        self.names: frozenset[str] = frozenset()
        self._columns = {column.name: column for column in layout.columns}
        self._types = {name: column.type for name, column in self._columns.items()} | {"completed_at": "moment"}
        fields = [(name, _TYPES[type_], None) for name, type_ in self._types.items()]
        self._lists: dict[str, Any] = {name: GenericAlias(list, type_) for name, type_, _ in fields}
        self._row: Any = msgspec.defstruct("Row", fields, gc=False)
        place = [*self._columns].index
        self._told, self._full, self._findings = (
            itemgetter(*map(place, some)) for some in (("status", "error_code"), _FULL, _FINDINGS)
        )
        self._known: dict[str, _Known] = {}
        for q in questionnaires:
            self._known.setdefault(group_of(q.id, q.version), _Known()).add(q)

    def rows(self) -> Iterator[Cells]:
        """Yield its rows in the order of this run's columns, None for those that it lacks. Raises InvalidInput."""
        reading = {"csv": self._csv, "jsonl": self._json_lines, "parquet": self._parquet}
        for number, cells in reading[self._format]():
            status, error_code = self._told(cells)
            if status != REFUSED:
                self._check(number, cells)
            elif error_code is None:
                self._refuse(Problem("earlier_empty", {"column": "error_code"}, line=number))
            yield cells

    def _csv(self) -> Iterator[tuple[int, Cells]]:
        at = 0

        def texts() -> Iterator[str]:
            nonlocal at
            for item in self._lines():
                at = cast("int", item.number)
                yield item.raw.decode()

        try:
            reader = csv.reader(texts(), strict=True)
            names = next(reader, [])
            if len(names) == 1 and ";" in names[0]:
                self._refuse(Problem("earlier_semicolons", line=1))
            self._head(names)
            for row in reader:
                if len(row) != len(names):
                    self._refuse(Problem("earlier_cut", {"found": len(row), "expected": len(names)}, line=at))
                values = {name: plain_text(text) for name, text in zip(names, row, strict=True) if text}
                yield at, self._made(at, values)
        except csv.Error as error:
            self._refuse(Problem("earlier_not_csv", {"reason": str(error)}, line=at))
        except UnicodeDecodeError as error:
            self._refuse(Problem("not_utf8", {"offset": error.start}, line=at))

    def _json_lines(self) -> Iterator[tuple[int, Cells]]:
        decode = msgspec.json.Decoder(self._row).decode
        for item in self._lines():
            number = cast("int", item.number)
            try:
                if not self.names:
                    self._head(msgspec.json.decode(item.raw, type=dict[str, msgspec.Raw]))
                yield number, msgspec.structs.astuple(decode(item.raw))
            except msgspec.ValidationError as error:
                self._wrong_cell(number, _column_in(error))
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                self._refuse(Problem("earlier_not_json", line=number))

    def _parquet(self) -> Iterator[tuple[int, Cells]]:
        from aiassess.batch.parquet import FAULTS, read_parquet  # noqa: PLC0415 - an extra, and slow to import

        try:
            names, batches = read_parquet(Path(self.file), self._columns.values())
            self._head(names)
            number = 0
            for batch in batches:
                columns = [self._column(number + 1, name, batch.get(name)) for name in self._columns]
                for number, cells in enumerate(zip(*columns, strict=False), number + 1):  # noqa: B020 - it goes on
                    yield number, cells
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

    def _column(self, first: int, name: str, cells: list[Cell] | None) -> Iterable[Cell]:
        """Return the checked cells of a column, of the rows from ``first``; of one that the table lacks None without end."""
        if cells is None:
            return repeat(None)
        try:
            return cast("list[Cell]", msgspec.convert(cells, self._lists[name], strict=False))
        except msgspec.ValidationError as error:
            place = re.search(r"\$\[(\d+)\]", str(error))
            self._wrong_cell(first + int(place[1] if place else 0), name)

    def _made(self, number: int, values: Mapping[str, Cell]) -> Cells:
        try:
            return msgspec.structs.astuple(msgspec.convert(values, self._row, strict=False))
        except msgspec.ValidationError as error:
            self._wrong_cell(number, _column_in(error))

    def _wrong_cell(self, number: int, column: str | None) -> NoReturn:
        if column is None:
            self._refuse(Problem("earlier_not_json", line=number))
        expected = Word(f"earlier_{self._types[column]}")
        self._refuse(Problem("earlier_cell", {"column": column, "expected": expected}, line=number))

    def _check(self, number: int, cells: Cells) -> None:
        """Raise InvalidInput if a system's row says what no batch with a known questionnaire says."""
        full = self._full(cells)
        if None in full:
            self._refuse(Problem("earlier_empty", {"column": _FULL[full.index(None)]}, line=number))
        questionnaire, version, *told = full[: len(_KIND)]
        known = self._known.get(group_of(questionnaire, version))
        if known is None:
            self._refuse(Problem("earlier_questionnaire", {"found": f"{questionnaire} {version}"}, line=number))
        for column, found, allowed in zip(_KIND[2:], told, (STATUSES, VERDICTS, known.levels), strict=True):
            if found not in allowed:
                values = {"column": column, "found": found, "known": [*allowed]}
                self._refuse(Problem("earlier_value", values, line=number))
        for column, names in zip(_FINDINGS, self._findings(cells), strict=True):
            if names and not known.findings.issuperset(names.split()):
                name = next(name for name in names.split() if name not in known.findings)
                values = {"column": column, "found": name, "questionnaire": questionnaire}
                self._refuse(Problem("earlier_finding", values, line=number))

    def _refuse(self, problem: Problem) -> NoReturn:
        raise InvalidInput([replace(problem, file=self.file)]) from None


def _column_in(error: msgspec.ValidationError) -> str | None:
    """Return the column whose cell is not of its type, None if the row is no row."""
    place = re.search(r"\$\.(\w+)", str(error))
    return place[1] if place else None


class _Known:
    """What rows of a questionnaire, in any of its known editions of one major version, may say."""

    def __init__(self) -> None:
        self.levels: dict[str, None] = {}
        self.findings: set[str] = set()

    def add(self, q: Questionnaire) -> None:
        self.levels = dict.fromkeys(level.id for level in q.levels)  # the newest edition's, as summaries count
        self.findings.update(f"{question.id}.{finding.id}" for question in q.questions for finding in question.findings)
