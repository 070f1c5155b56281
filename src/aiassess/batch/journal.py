"""How far a run is: a small file beside its first result, so that an interrupted run can go on (docs/batch.md#resuming).

It exists from before the first byte of a result until after the last: a result without it is complete. Its first line tells
what the run was asked for, each other one a chunk whose rows are in the outputs.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from aiassess.batch.chunks import Position
from aiassess.batch.inputs import size_of
from aiassess.errors import Problem, Word, WrongUsage, invalid
from aiassess.files import write_file

FORMAT = "aiassess.batch-journal/1"
ENDING = ".aiassess-batch"

Asked = dict[str, Any]
"""What a run was asked for, as JSON data: version, inputs, outputs, questionnaires, language and the like."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state after a chunk: how far the inputs are done, the digest of their names, and the sizes of the outputs."""

    position: Position
    seen: str
    sizes: tuple[int, ...]


class Journal:
    """The journal of the run under way."""

    def __init__(self, file: Path, asked: Asked) -> None:
        """Begin a new journal in one step. Raises InvalidInput if it cannot be written."""
        self.file = file
        # The names of files need not be UTF-8.
        write_file(file, json.dumps({"format": FORMAT, "asked": asked}, separators=(",", ":")) + "\n")

    def add(self, mark: Mark, tallies: Sequence[bytes]) -> None:
        """Note that a chunk's rows are written; ``tallies`` are the sums of this chunk alone, as JSON."""
        sums = [*map(msgspec.Raw, tallies)]
        entry = {"position": asdict(mark.position), "seen": mark.seen, "sizes": mark.sizes, "tallies": sums}
        try:
            with self.file.open("ab") as stream:
                stream.write(msgspec.json.encode(entry) + b"\n")
        except OSError as error:
            raise invalid("rows_not_written", file=str(self.file), reason=error.strerror or str(error)) from None

    def remove(self) -> None:
        with suppress(OSError):
            self.file.unlink()


class Reopened(Journal):
    """The journal of an interrupted run; ``mark``: its last one that the outputs reach, if any."""

    def __init__(
        self, file: Path, asked: Asked, outputs: Sequence[str], count: Callable[[Sequence[bytes]], None]
    ) -> None:
        """Read a journal; ``count`` gets the sums of every chunk up to the mark.

        Raises WrongUsage if it is not a journal, or the run was asked for something else.
        """
        self.file = file
        self.mark: Mark | None = None
        self._count = count
        try:
            with file.open("rb") as stream:
                self._compare(_read(stream.readline()), asked)
                kept = self._follow(stream, [size_of(name) for name in outputs])
            os.truncate(file, kept)
        except (OSError, KeyError, TypeError, ValueError):
            raise WrongUsage([Problem("not_a_journal", file=str(file))]) from None

    def _compare(self, head: Mapping[str, Any], asked: Asked) -> None:
        if head["format"] != FORMAT:
            raise ValueError
        differing = [name for name in asked if head["asked"].get(name) != asked[name]]
        if differing:
            words = [Word(f"asked_{name}") for name in differing]
            raise WrongUsage([Problem("resume_differs", {"what": words}, file=str(self.file))])

    def _follow(self, stream: BinaryIO, sizes: Sequence[int]) -> int:
        """Go from mark to mark as far as the outputs reach; return the size of the journal up to there."""
        kept = stream.tell()
        for line in stream:
            entry = _read(line)
            if not entry or any(size < wanted for size, wanted in zip(sizes, entry["sizes"], strict=True)):
                break
            self.mark = Mark(Position(**entry["position"]), entry["seen"], tuple(entry["sizes"]))
            self._count([msgspec.json.encode(sums) for sums in entry["tallies"]])
            kept += len(line)
        return kept


def look_into(file: Path) -> tuple[Asked, bool]:
    """Return what the run that left a journal was asked for, and whether it wrote rows, which a new run would destroy.

    One that cannot be read may have.
    """
    try:
        with file.open("rb") as stream:
            head, wrote = _read(stream.readline()), bool(stream.readline())
    except OSError:
        return {}, True
    asked = head.get("asked")
    return (asked, wrote) if head.get("format") == FORMAT and isinstance(asked, dict) else ({}, True)


def _read(line: bytes) -> dict[str, Any]:
    """Return a line's object, an empty one if the line is incomplete."""
    if not line.endswith(b"\n"):
        return {}
    try:
        data = json.loads(line)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
