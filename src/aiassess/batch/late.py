"""What only the end of a run can make, from the rows of a spool: JSON Lines with all columns (docs/batch.md#rows).

A run has at most one spool; it is written, noted in the journal and resumed like a table. To add such an output: let
``Plan.spooled`` say that it was asked for, and write it in ``Run._finish``; a table by ``Target.late`` and ``_WRITERS``.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.outputs import Sink, Target, cannot_write, may_last
from aiassess.batch.plan import Plan
from aiassess.batch.rows import FORMS, SPOOL
from aiassess.files import STDOUT, replaced

AT_ONCE = 1000
"""Rows that are written together."""

Writer = Callable[[Path, BinaryIO, Layout], None]
"""Writes the rows of a file, in their order, in bounded memory; may raise OSError."""


class Spool:
    """Where a run keeps its rows until its end, beside its first late table.

    ``names``: that of the file, if a later run can go on with it; ``lasting``: that, or there is no spool.
    """

    def __init__(self, plan: Plan) -> None:
        names = [f"{target.name}.partial" for target in (*plan.late, *plan.targets) if may_last(target.name)]
        self._wanted = plan.spooled
        self.names = names[:1] if plan.spooled else []
        self.lasting = bool(self.names) or not plan.spooled
        self.rows = Path(*self.names)

    def open(self, files: ExitStack) -> list[tuple[str, str]]:
        """Return the names, with the format, of what must be opened; a file that is only for this run goes with ``files``."""
        if not self.lasting:
            try:
                folder = tempfile.TemporaryDirectory(prefix="aiassess-", ignore_cleanup_errors=True)
            except OSError as error:
                raise cannot_write(tempfile.gettempdir(), error) from None
            self.rows = Path(files.enter_context(folder), "rows")
        return [(str(self.rows), SPOOL)] if self._wanted else []

    def remove(self) -> None:
        for name in self.names:
            with suppress(OSError):
                Path(name).unlink()


def make(target: Target, rows: Path, layout: Layout) -> None:
    """Make a table of rows; a file appears in one step. Raises InvalidInput if it cannot be written."""
    write = _WRITERS.get(target.format, _written_as(target.format))
    if target.name == STDOUT:
        write(rows, cast("BinaryIO", Sink(STDOUT)), layout)
        return
    with replaced(Path(target.name), alone=True) as file:
        write(rows, file, layout)


def rows_of(file: Path, layout: Layout) -> Iterator[list[Cells]]:
    """Yield the rows of a JSON Lines file, some at once, exactly as they were written."""
    row = msgspec.defstruct("Row", [(column.name, object) for column in layout.columns], gc=False)
    decode = msgspec.json.Decoder(row).decode
    with file.open("rb") as lines:
        while some := list(islice(lines, AT_ONCE)):
            yield [msgspec.structs.astuple(decode(line)) for line in some]


def _written_as(format_: str) -> Writer:
    def write(rows: Path, file: BinaryIO, layout: Layout) -> None:
        form = FORMS[format_](layout)
        file.write(form.header)
        for some in rows_of(rows, layout):
            file.write(b"".join(form.rows(some)))

    return write


def _parquet(rows: Path, file: BinaryIO, layout: Layout) -> None:
    from aiassess.batch.parquet import write_parquet  # noqa: PLC0415 - an extra, and slow to import

    write_parquet(rows, file, layout)


_WRITERS: dict[str, Writer] = {"parquet": _parquet}
"""How the formats are written that are not in ``FORMS``."""
