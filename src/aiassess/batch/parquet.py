"""Rows to and from a Parquet file, with the columns' types, in bounded memory (docs/batch.md#parquet)."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from aiassess.batch.columns import Cell, Column, Columns

_BLOCK = 1 << 23
"""Bytes of rows read at once."""
_GROUP = 50_000
"""Rows of a row group."""
FAULTS = (ValueError, ArithmeticError, NotImplementedError)
"""What reading a damaged or odd file raises besides OSError; pyarrow's own errors are among these."""
_EXACT = 2**53
"""Up to here a float holds every whole number."""
_AT_ONCE = 5_000
"""Rows read at once."""


def write_parquet(rows: Path, file: BinaryIO, layout: Columns) -> None:
    """Write JSON Lines rows as a Parquet file; raises OSError."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    import pyarrow.json as pj  # noqa: PLC0415 - the same
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    schema = pa.schema([(column.name, types[column.type]) for column in layout.columns])
    as_read = pa.schema([(c.name, pa.string() if c.type == "date" else types[c.type]) for c in layout.columns])
    parsing = pj.ParseOptions(explicit_schema=as_read, unexpected_field_behavior="error")
    with rows.open("rb") as source, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while block := source.read(_BLOCK) + source.readline():
            reading = pj.ReadOptions(use_threads=False, block_size=len(block))
            table = pj.read_json(io.BytesIO(block), reading, parsing)
            writer.write_table(table.cast(schema), _GROUP)


def read_parquet(file: Path, columns: Iterable[Column]) -> tuple[list[str], Iterator[dict[str, list[Cell]]]]:
    """Return the names of a file's columns, and the cells of those among ``columns`` by name, some rows at once.

    Dates are texts. Raises OSError and ``FAULTS``, also while rows are read.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    table = pq.ParquetFile(file)
    names = table.schema_arrow.names
    wanted = {column.name: column.type for column in columns if column.name in names}

    def cells() -> Iterator[dict[str, list[Cell]]]:
        with table:
            for batch in table.iter_batches(_AT_ONCE, columns=[*wanted]):
                yield {name: _cells(batch[name], type_) for name, type_ in wanted.items()}

    def _cells(column: Any, type_: str) -> list[Cell]:
        if type_ in ("text", "date"):
            return cast("list[Cell]", column.cast(pa.string()).to_pylist())
        cells: list[Cell] = column.to_pylist()
        # Whole numbers as in the rows of other formats; they are added up much faster.
        return [
            int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) <= _EXACT else cell
            for cell in cells
        ]

    return names, cells()
