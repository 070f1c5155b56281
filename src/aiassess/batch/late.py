"""What only the end of a run can make, from the rows of a spool: a line with all cells for each.

Spools are written, noted in the journal and resumed like tables. To add such an output: let ``Plan.lasting`` name the form of
what it is made of, and write it in ``Run._finish``; a table by ``Target.late`` and ``_WRITERS``.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

from aiassess.batch.columns import Cells, Columns, Layout
from aiassess.batch.outputs import Sink, Target, may_last
from aiassess.batch.plan import Plan
from aiassess.batch.rows import columns_in, row_of
from aiassess.errors import invalid
from aiassess.files import STDOUT, replaced

AT_ONCE = 1000
"""Rows that are read together."""

Writer = Callable[[Path, BinaryIO, Columns, str], None]
"""Writes the rows of a file, in their order, in bounded memory, titles in a language; may raise OSError and InvalidInput."""


class Spools:
    """Where a run keeps its rows until its end, beside its first late table: a file for each form that ``Plan.spools`` names.

    ``names``: those of the files, if a later run can go on with them; ``lasting``: that, or there are none.
    """

    def __init__(self, plan: Plan) -> None:
        beside = next((target.name for target in (*plan.late, *plan.targets) if may_last(target.name)), None)
        self._parts = {form: f"{form}.partial".removeprefix("spool.").replace(".spool.", ".") for form in plan.spools}
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
    write = _WRITERS.get(target.format, _copy)
    columns = columns_in(target.form, layout)
    if target.name == STDOUT:
        write(rows, cast("BinaryIO", Sink(STDOUT)), columns, lang)
        return
    with replaced(Path(target.name), alone=True) as file:
        write(rows, file, columns, lang)


def rows_of(file: Path, at_once: int = AT_ONCE) -> Iterator[list[Cells]]:
    """Yield the rows of a spool, some at once, exactly as they were written."""
    with file.open("rb") as lines:
        while some := list(islice(lines, at_once)):
            yield [row_of(line) for line in some]


def _copy(rows: Path, file: BinaryIO, _: Columns, __: str) -> None:
    with rows.open("rb") as lines:
        copyfileobj(lines, file)


def _parquet(rows: Path, file: BinaryIO, layout: Columns, _: str) -> None:
    from aiassess.batch.parquet import write_parquet  # noqa: PLC0415 - an extra, and slow to import

    write_parquet(rows, file, layout)


def _excel(rows: Path, file: BinaryIO, layout: Columns, lang: str) -> None:
    from aiassess.batch.excel import write_excel  # noqa: PLC0415 - slow to import

    write_excel(rows, file, layout, lang)


_WRITERS: dict[str, Writer] = {"parquet": _parquet, "xlsx": _excel}
"""How the formats are written that are not in ``FORMS``; the rows of those have their form already."""
