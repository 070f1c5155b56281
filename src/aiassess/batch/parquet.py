"""Rows to a Parquet file, with the columns' types, in bounded memory (docs/batch.md#parquet)."""

import io
from pathlib import Path
from typing import BinaryIO

from aiassess.batch.columns import Columns

_BLOCK = 1 << 23
"""Bytes of rows read at once."""
_GROUP = 50_000
"""Rows of a row group."""


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
