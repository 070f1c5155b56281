"""How far a run is: a small file beside its first result, so that an interrupted run can go on (docs/batch.md#resuming).

It is there before the first byte of a result is, and until the last: without it nothing is known to be unfinished. Its
first line tells what the run was asked for, every other one a chunk whose rows stand in the outputs.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from aiassess.batch.chunks import Position
from aiassess.errors import Problem, Word, WrongUsage, invalid
from aiassess.files import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FORMAT = "aiassess.batch-journal/1"
ENDING = ".aiassess-batch"

Asked = dict[str, Any]
"""What a run was asked for, as JSON data: version, inputs, outputs, questionnaires, language and the like."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state after a chunk: how far the inputs are done, the digest of their names, and how long the outputs are."""

    position: Position
    seen: str
    sizes: tuple[int, ...]


class Journal:
    """The journal of the run under way."""

    def __init__(self, file: Path, asked: Asked) -> None:
        """Begin a new journal, whole from the first moment on. Raises InvalidInput where it cannot be written."""
        self.file = file
        write_text(file, _line({"format": FORMAT, "asked": asked}))

    def add(self, mark: Mark, tallies: Sequence[Any]) -> None:
        """Note that a chunk's rows are written; ``tallies`` are the sums of this chunk alone."""
        entry = {"position": asdict(mark.position), "seen": mark.seen, "sizes": mark.sizes, "tallies": tallies}
        try:
            with self.file.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(_line(entry))
        except OSError as error:
            raise invalid("rows_not_written", file=str(self.file), reason=error.strerror or str(error)) from None

    def remove(self) -> None:
        """Remove it: the run is over."""
        with suppress(OSError):
            self.file.unlink()


class Reopened(Journal):
    """The journal of an interrupted run: ``mark`` is its last that the outputs bear out, None where there is none."""

    def __init__(
        self, file: Path, asked: Asked, outputs: Sequence[str], count: Callable[[Sequence[Any]], None]
    ) -> None:
        """Read a journal; ``count`` gets the sums of every chunk up to the mark.

        Raises WrongUsage where it is none, or the run was asked for something else.
        """
        self.file = file
        self.mark: Mark | None = None
        self._count = count
        try:
            with file.open("rb") as stream:
                self._compare(_read(stream.readline()), asked)
                kept = self._follow(stream, [_size(name) for name in outputs])
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
        """Go from mark to mark as far as the outputs reach; return the bytes of the journal up to there."""
        kept = stream.tell()
        for line in stream:
            entry = _read(line)
            if not entry or any(size < wanted for size, wanted in zip(sizes, entry["sizes"], strict=True)):
                break
            self.mark = Mark(Position(**entry["position"]), entry["seen"], tuple(entry["sizes"]))
            self._count(entry["tallies"])
            kept += len(line)
        return kept


def notes_rows(file: Path) -> bool:
    """Return whether a journal notes rows, which a new run would destroy; also where it is none that can be read."""
    try:
        with file.open("rb") as stream:
            head = _read(stream.readline())
            return head.get("format") != FORMAT or "asked" not in head or bool(stream.readline())
    except OSError:
        return True


def asked_before(file: Path) -> Asked:
    """Return what the run was asked for that left a journal; nothing where there is none that can be read."""
    try:
        with file.open("rb") as stream:
            asked = _read(stream.readline()).get("asked")
    except OSError:
        return {}
    return asked if isinstance(asked, dict) else {}


def _line(entry: Mapping[str, Any]) -> str:
    return json.dumps(entry, separators=(",", ":")) + "\n"


def _read(line: bytes) -> dict[str, Any]:
    """Return a line's object; an empty one for a line that was not written wholly."""
    if not line.endswith(b"\n"):
        return {}
    try:
        data = json.loads(line)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return -1
