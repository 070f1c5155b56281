"""What only the end of a run can make, from the rows of a spool: JSON Lines with all columns (docs/batch.md#rows).

Spools are written, noted in the journal and resumed like tables. To add such an output: let ``Plan.spools`` name the form of
what it is made of, and write it in ``Run._finish``; a table by ``Target.late`` and ``_WRITERS``.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from aiassess.batch.columns import Cells, Columns, Layout
from aiassess.batch.outputs import Sink, Target, may_last
from aiassess.batch.plan import Plan
from aiassess.batch.rows import FORMS, Form, columns_in, table_in
from aiassess.errors import invalid
from aiassess.files import STDOUT, replaced

AT_ONCE = 1000
"""Rows that are written together."""

Writer = Callable[[Path, BinaryIO, Columns, str], None]
"""Writes the rows of a file, in their order, in bounded memory, titles in a language; may raise OSError and InvalidInput."""


class Spools:
    """Where a run keeps its rows until its end, beside its first late table: a file for each form that ``Plan.spools`` names.

    ``names``: those of the files, if a later run can go on with them; ``lasting``: that, or there are none.
    """

    def __init__(self, plan: Plan) -> None:
        beside = next((target.name for target in (*plan.late, *plan.targets) if may_last(target.name)), None)
        self._parts = {form: ".".join(filter(None, (table_in(form), "partial"))) for form in plan.spools}
        self.names = [] if beside is None else [f"{beside}.{part}" for part in self._parts.values()]
        self.lasting = len(self.names) == len(self._parts)
        self._files = dict(zip(self._parts, map(Path, self.names), strict=False))

    def open(self, files: ExitStack) -> list[tuple[str, str]]:
        """Return the names, with the format, of what must be opened; a file that is only for this run goes with ``files``."""
        if not self.lasting:
            folder = files.enter_context(temporary_folder())
            self._files = {form: Path(folder, part) for form, part in self._parts.items()}
        return [(str(file), form) for form, file in self._files.items()]

    def of(self, form: str) -> Path:
        return self._files[form]

    def remove(self) -> None:
        for name in self.names:
            with suppress(OSError):
                Path(name).unlink()


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """Make a folder that goes with the run; raises InvalidInput."""
    try:
        return tempfile.TemporaryDirectory(prefix="aiassess-", ignore_cleanup_errors=True)
    except OSError as error:
        raise invalid("temporary_folder", reason=error.strerror or str(error)) from None


def make(target: Target, rows: Path, layout: Layout, lang: str) -> None:
    """Make a table of rows; a file appears in one step. Raises InvalidInput if it cannot be written."""
    write = _WRITERS.get(target.format) or partial(_write, FORMS[target.form.rpartition(".")[2]])
    columns = columns_in(target.form, layout)
    if target.name == STDOUT:
        write(rows, cast("BinaryIO", Sink(STDOUT)), columns, lang)
        return
    with replaced(Path(target.name), alone=True) as file:
        write(rows, file, columns, lang)


def rows_of(file: Path, layout: Columns) -> Iterator[list[Cells]]:
    """Yield the rows of a JSON Lines file, some at once, exactly as they were written."""
    read = row_reader(layout)
    with file.open("rb") as lines:
        while some := list(islice(lines, AT_ONCE)):
            yield [read(line) for line in some]


def row_reader(layout: Columns) -> Callable[[bytes], Cells]:
    """Return what gives the cells of a JSON line, exactly as they were written."""
    row = msgspec.defstruct("Row", [(column.name, Any) for column in layout.columns], gc=False)
    decode = msgspec.json.Decoder(row).decode
    return lambda line: msgspec.structs.astuple(decode(line))


def _write(form: type[Form], rows: Path, file: BinaryIO, layout: Columns, _: str) -> None:
    made = form(layout)
    file.write(made.header)
    for some in rows_of(rows, layout):
        file.write(b"".join(made.rows(some)))


def _parquet(rows: Path, file: BinaryIO, layout: Columns, _: str) -> None:
    from aiassess.batch.parquet import write_parquet  # noqa: PLC0415 - an extra, and slow to import

    write_parquet(rows, file, layout)


def _excel(rows: Path, file: BinaryIO, layout: Columns, lang: str) -> None:
    from aiassess.batch.excel import write_excel  # noqa: PLC0415 - slow to import

    write_excel(rows, file, layout, lang)


_WRITERS: dict[str, Writer] = {"parquet": _parquet, "xlsx": _excel}
"""How the formats are written that are not in ``FORMS``."""
