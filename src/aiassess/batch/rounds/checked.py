"""The rows of an earlier round, checked cell by cell, in the columns of this run (docs/rounds.md#the-earlier-round)."""

import re
import sys
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, NoReturn, cast

import msgspec
from msgspec import Meta

from aiassess.answers.formats import MOMENT_PATTERN
from aiassess.batch.columns import REFUSED, Cell, Cells, Layout, narrowed
from aiassess.batch.desk import Desk
from aiassess.batch.entries import write_entries
from aiassess.batch.portfolio.tally import group_of
from aiassess.batch.rows import FORMS, SCORES, plain_text
from aiassess.batch.tasks import Job
from aiassess.errors import InvalidInput, Problem, Word
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.scoring.result import STATUSES, VERDICTS

_KIND = ("questionnaire", "version", "status", "verdict", "level")
FULL = (*_KIND, "missing", *(f"findings_{name}" for name in SEVERITIES))
"""No system's row leaves these empty."""
_FINDINGS = ("critical_findings", "findings")
_MOST_KINDS = 1000
"""So many that were found to be right are known again; no true table has more."""
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


def refusal(file: str, problem: Problem) -> InvalidInput:
    return InvalidInput([replace(problem, file=file)])


@dataclass(frozen=True, slots=True)
class Block(Job):
    """Checks a block, returns its rows in the columns wanted, as those of a spool, and writes their entries.

    ``part``: the file for these, which it returns as well.
    """

    file: str
    columns: frozenset[str]
    part: Path

    def do(self, desk: Desk) -> tuple[bytes, Path]:
        layout = narrowed(desk.layout, self.columns)
        rows = [*_checker(self.file, layout, desk).checked(self)]
        lines = FORMS[SCORES](layout).rows(rows)
        sizes = [*map(len, lines)]
        places = accumulate(sizes, initial=0)
        write_entries(self.part, layout, zip(places, sizes, rows, strict=False))
        return b"".join(lines), self.part

    @abstractmethod
    def read(self, by: "Checker") -> Iterable[tuple[int, Cells]]:
        """Yield the rows with their numbers."""


@dataclass(frozen=True, slots=True)
class InTexts(Block):
    """Rows of a CSV file."""

    names: tuple[str, ...]
    rows: list[tuple[int, list[str]]]

    def read(self, by: "Checker") -> Iterable[tuple[int, Cells]]:
        for number, row in self.rows:
            values = {name: plain_text(text) for name, text in zip(self.names, row, strict=True) if text}
            yield number, by.made(number, values)


@dataclass(frozen=True, slots=True)
class InLines(Block):
    """Lines of a JSON Lines file."""

    lines: list[tuple[int, bytes]]

    def read(self, by: "Checker") -> Iterable[tuple[int, Cells]]:
        return ((number, by.decoded(number, line)) for number, line in self.lines)


@dataclass(frozen=True, slots=True)
class InBatches(Block):
    """Rows of a Parquet file, by column: a ``pyarrow.RecordBatch``."""

    first: int
    batch: Any

    def read(self, by: "Checker") -> Iterable[tuple[int, Cells]]:
        from aiassess.batch.parquet import FAULTS, cells_of  # noqa: PLC0415 - an extra, and slow to import

        try:
            found = cells_of(self.batch, by.columns)
        except FAULTS as error:
            raise refusal(self.file, Problem("earlier_not_parquet", {"reason": str(error)})) from None
        columns = [by.column(self.first, name, found.get(name)) for name in by.columns]
        return enumerate(zip(*columns, strict=False), self.first)


@lru_cache(maxsize=1)
def _checker(file: str, layout: Layout, desk: Desk) -> "Checker":
    return Checker(file, layout, desk.questionnaires)


class Checker:
    """Checks the cells of a table; ``columns``: the types of the columns wanted, by name. Everything raises InvalidInput."""

    def __init__(self, file: str, layout: Layout, questionnaires: Iterable[Questionnaire]) -> None:
        self.file = file
        self.columns = {column.name: column.type for column in layout.columns}
        self._types = {name: "moment" if name == "completed_at" else type_ for name, type_ in self.columns.items()}
        fields = [(name, _TYPES[type_], None) for name, type_ in self._types.items()]
        self._lists: dict[str, Any] = {name: GenericAlias(list, type_) for name, type_, _ in fields}
        self._row: Any = msgspec.defstruct("Row", fields, gc=False)
        self._decode = msgspec.json.Decoder(self._row).decode
        self._told, self._full, self._findings = (
            layout.getter(*some) for some in (("status", "error_code"), FULL, _FINDINGS)
        )
        self._known: dict[str, _Known] = {}
        self._kinds: dict[Cells, _Known] = {}
        """Of what was found to be right, by the cells of ``_KIND``."""
        for q in questionnaires:
            self._known.setdefault(group_of(q.id, q.version), _Known()).add(q)

    def checked(self, block: Block) -> Iterator[Cells]:
        """Yield the rows of a block, None for cells that it lacks."""
        for number, cells in block.read(self):
            status, error_code = self._told(cells)
            if status != REFUSED:
                self._check(number, cells)
            elif error_code is None:
                self._refuse(Problem("earlier_empty", {"column": "error_code"}, line=number))
            yield cells

    def decoded(self, number: int, line: bytes) -> Cells:
        """Return the cells of a JSON line."""
        try:
            return msgspec.structs.astuple(self._decode(line))
        except msgspec.ValidationError as error:
            self._wrong_cell(number, _column_in(error))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self._refuse(Problem("earlier_not_json", line=number))

    def column(self, first: int, name: str, cells: list[Cell] | None) -> Iterable[Cell]:
        """Return the checked cells of a column, of the rows from ``first``; of one that the table lacks None without end."""
        if cells is None:
            return repeat(None)
        try:
            return cast("list[Cell]", msgspec.convert(cells, self._lists[name], strict=False))
        except msgspec.ValidationError as error:
            place = re.search(r"\$\[(\d+)\]", str(error))
            self._wrong_cell(first + int(place[1] if place else 0), name)

    def made(self, number: int, values: Mapping[str, Cell]) -> Cells:
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
            self._refuse(Problem("earlier_empty", {"column": FULL[full.index(None)]}, line=number))
        kind = full[: len(_KIND)]
        questionnaire, version, *told = kind
        known = self._kinds.get(kind) or self._known.get(group_of(questionnaire, version))
        if known is None:
            self._refuse(Problem("earlier_questionnaire", {"found": f"{questionnaire} {version}"}, line=number))
        if kind not in self._kinds:
            for column, found, allowed in zip(_KIND[2:], told, (STATUSES, VERDICTS, known.levels), strict=True):
                if found not in allowed:
                    values = {"column": column, "found": found, "known": [*allowed]}
                    self._refuse(Problem("earlier_value", values, line=number))
            if len(self._kinds) < _MOST_KINDS:
                self._kinds[kind] = known
        for column, names in zip(_FINDINGS, self._findings(cells), strict=True):
            if names and not known.findings.issuperset(names.split()):
                name = next(name for name in names.split() if name not in known.findings)
                values = {"column": column, "found": name, "questionnaire": questionnaire}
                self._refuse(Problem("earlier_finding", values, line=number))

    def _refuse(self, problem: Problem) -> NoReturn:
        raise refusal(self.file, problem) from None


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
