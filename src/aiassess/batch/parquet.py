"""Rows to a Parquet file, with the columns' types, in bounded memory (docs/batch.md#parquet)."""

import io
from contextlib import suppress
from pathlib import Path

from aiassess.batch.columns import Layout
from aiassess.errors import invalid
from aiassess.files import put_in_place

_BLOCK = 1 << 23
"""Bytes of rows read at once."""
_GROUP = 50_000
"""Rows of a row group."""


def write_parquet(rows: Path, target: Path, layout: Layout) -> None:
    """Make a Parquet file of JSON Lines rows; it appears in one step. Raises InvalidInput."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
    import pyarrow.json as pj  # noqa: PLC0415 - the same
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    schema = pa.schema([(column.name, types[column.type]) for column in layout.columns])
    as_read = pa.schema([(c.name, pa.string() if c.type == "date" else types[c.type]) for c in layout.columns])
    parsing = pj.ParseOptions(explicit_schema=as_read, unexpected_field_behavior="error")
    half = target.with_name(f"{target.name}.half")
    try:
        with rows.open("rb") as source, pq.ParquetWriter(half, schema, compression="zstd") as writer:
            while block := source.read(_BLOCK) + source.readline():
                reading = pj.ReadOptions(use_threads=False, block_size=len(block))
                table = pj.read_json(io.BytesIO(block), reading, parsing)
                writer.write_table(table.cast(schema), _GROUP)
        put_in_place(half, target)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise invalid("rows_not_written", file=str(target), reason=error.strerror or str(error)) from None
