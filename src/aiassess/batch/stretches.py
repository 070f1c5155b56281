"""Files of rows (JSON Lines) in parts that several processes read; a row's place is its offset in its file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Stretch(NamedTuple):
    """Whole lines of a file, between two offsets."""

    file: Path
    start: int
    end: int

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield each line with its place; raises OSError."""
        with self.file.open("rb") as lines:
            lines.seek(self.start)
            place = self.start
            while place < self.end:
                line = lines.readline()
                yield place, line
                place += len(line)


def stretches(file: Path, size: int) -> Iterator[Stretch]:
    """Cut a file into stretches of about ``size`` bytes; raises OSError."""
    with file.open("rb") as lines:
        whole = os.fstat(lines.fileno()).st_size
        start = 0
        while start < whole:
            lines.seek(min(start + size, whole) - 1)
            lines.readline()
            end = lines.tell()
            yield Stretch(file, start, end)
            start = end
