"""Rows to and from a Parquet file, with the columns' types, in bounded memory (docs/batch.md#parquet)."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

from aiassess.batch.columns import Cell, Column, Columns
from aiassess.batch.late import rows_of

_GROUP = 5_000
"""Rows of a row group."""
FAULTS = (ValueError, ArithmeticError, NotImplementedError)
"""What reading a damaged or odd file raises besides OSError; pyarrow's own errors are among these."""
_EXACT = 2**53
"""Up to here a float holds every whole number."""
_AT_ONCE = 5_000
"""Rows read at once."""


def write_parquet(rows: Path, file: BinaryIO, layout: Columns) -> None:
    """Write the rows of a spool as a Parquet file; raises OSError."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    schema = pa.schema([(column.name, types[column.type]) for column in layout.columns])

    def array(column: Column, cells: tuple[Cell, ...]) -> Any:
        if column.type == "date":
            return pa.array(cells, pa.string()).cast(pa.date32())
        if column.type == "number":
            return pa.array([cell if cell is None else float(cell) for cell in cells], pa.float64())
        return pa.array(cells, types[column.type])

    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in rows_of(rows, _GROUP):
            columns = zip(layout.columns, zip(*some, strict=True), strict=True)
            writer.write_table(pa.Table.from_arrays([array(*column) for column in columns], schema=schema))


def read_parquet(file: Path, columns: Iterable[Column]) -> tuple[list[str], Iterator[Any]]:
    """Return the names of a file's columns, and those among ``columns``, some rows at once, for ``cells_of``.

    Raises OSError and ``FAULTS``, also while rows are read.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and slow to import

    table = pq.ParquetFile(file)
    names = table.schema_arrow.names
    wanted = [column.name for column in columns if column.name in names]

    def batches() -> Iterator[Any]:
        with table:
            yield from table.iter_batches(_AT_ONCE, columns=wanted)

    return names, batches()


def cells_of(batch: Any, types: Mapping[str, str]) -> dict[str, list[Cell]]:
    """Return the cells of some rows by column; dates are texts. Raises ``FAULTS``."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    import pyarrow.compute as pc  # noqa: PLC0415 - the same

    def cells(column: Any, type_: str) -> list[Cell]:
        if column.null_count == len(column):
            return [None] * len(column)
        if type_ in ("text", "date"):
            return cast("list[Cell]", column.cast(pa.string()).to_pylist())
        found: list[Any] = column.to_pylist()
        if pa.types.is_floating(column.type):
            # Whole numbers as in the rows of other formats; they are added up much faster.
            for place in pc.indices_nonzero(pc.equal(pc.floor(column), column)).to_pylist():
                if -_EXACT <= found[place] <= _EXACT:
                    found[place] = int(found[place])
        return found

    return {name: cells(batch[name], types[name]) for name in batch.schema.names}
