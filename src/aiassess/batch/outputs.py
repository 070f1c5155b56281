"""Where rows are written: files that grow row by row, and standard output (docs/batch.md#rows)."""

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

from aiassess.errors import InvalidInput, Problem, WrongUsage
from aiassess.files import STDOUT, is_folder, is_stdout, not_written, refuse_device, try_lock

Format = Literal["csv", "jsonl", "parquet", "xlsx", "ics", "folder"]
_ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}
TABLES = ("scores", "answers", "findings", "risks")
"""What rows are of: submissions, or one of the long tables (docs/batch.md#tables)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A table asked for: a file's name, or "-" for standard output.

    ``table``: one of ``TABLES``; ``marked``: a CSV file begins with a byte-order mark.
    """

    name: str
    format: Format
    table: str = "scores"
    marked: bool = False

    @property
    def late(self) -> bool:
        """Whether it can only be made at the end of a run, of all rows."""
        return self.format in ("parquet", "xlsx")

    @property
    def form(self) -> str:
        """The name of the form of its rows, if they have one (``form_of``)."""
        return self._of_table("csv_marked" if self.marked and self.format == "csv" else self.format)

    @property
    def spool(self) -> str:
        """The name of the form of the rows of which it is made at the end."""
        return self._of_table("spool") if self.late else self.form

    @property
    def files(self) -> list[str]:
        """The names of what is written; of a folder those of all systems, because those of agencies are like no other."""
        return [self.name, *(f"{self.name}/all.{form}" for form in ("csv", "ics") if self.format == "folder")]

    def _of_table(self, form: str) -> str:
        return form if self.table == "scores" else f"{self.table}.{form}"


def targets_of(names: list[str], format_: str | None, table: str = "scores", *, marked: bool = False) -> list[Target]:
    """Return the tables asked for: formats by their endings, or else ``format_``; standard output is CSV by default.

    Raises WrongUsage if a format or the table is unknown.
    """
    if table not in TABLES:
        raise WrongUsage([Problem("no_such_table", {"found": table, "known": list(TABLES)})])
    if format_ is not None and format_ not in ("csv", "jsonl"):
        raise WrongUsage([Problem("no_such_format", {"found": format_, "known": ["csv", "jsonl"]})])
    found: list[Target] = []
    for name in names or [STDOUT]:
        target = STDOUT if is_stdout(name) else name
        ending = format_of_table(target) or format_ or ("csv" if target == STDOUT else None)
        if ending is None:
            raise WrongUsage([Problem("no_table_ending", file=target)])
        found.append(Target(target, cast("Format", ending), table, marked))
    return found


def format_of_table(name: str) -> Format | None:
    return _ENDINGS.get(Path(name).suffix.lower())


def due_target(name: str, *, marked: bool = False) -> Target:
    """Return the list or calendar that ``--due`` names, or a folder of both; raises WrongUsage if it is none of these."""
    if name.endswith(("/", os.sep)) or is_folder(name):
        return Target(name, "folder", marked=marked)
    format_ = {".csv": "csv", ".xlsx": "xlsx", ".ics": "ics"}.get(Path(name).suffix.lower())
    if format_ is None:
        raise WrongUsage([Problem("no_due_ending", file=name)])
    return Target(name, cast("Format", format_), marked=marked)


def list_target(name: str, *, marked: bool) -> Target:
    """Return the file of a list beside the table; raises WrongUsage if it does not end as one that grows line by line."""
    format_ = format_of_table(name)
    if format_ not in ("csv", "jsonl"):
        raise WrongUsage([Problem("no_list_ending", file=name)])
    return Target(name, format_, marked=marked)


class Sink:
    """A file or stream that grows by whole rows; ``size``: the bytes written.

    ``lasting``: it is a file that a later run can resume.
    """

    def __init__(self, name: str) -> None:
        """Open a file for this run alone, as it is; ``begin`` comes next.

        Raises InvalidInput if it cannot be written, WrongUsage if another run is writing it.
        """
        self.name = name
        self.size = 0
        self._file: BinaryIO
        self.lasting = self._new = self._begun = False
        if name == STDOUT:
            sys.stdout.flush()
            self._file = sys.stdout.buffer
            return
        refuse_device(name)
        try:
            self._new = not os.path.lexists(name)
            self._file, self.lasting = opened_alone(name)
        except (OSError, ValueError) as error:
            raise cannot_write(name, error) from None

    def begin(self, size: int = 0) -> None:
        """Drop everything after the first ``size`` bytes; an earlier run may have written more than it noted."""
        self._new, self._begun = False, True
        self.size = size
        if self.lasting:
            try:
                self._file.truncate(size)
                self._file.seek(size)
            except OSError as error:
                raise cannot_write(self.name, error) from None

    def write(self, data: bytes) -> None:
        """Write whole rows; if that fails, only those before are kept."""
        view = memoryview(data)
        try:
            while view:
                view = view[self._file.write(view) :]
            if self.name == STDOUT:
                self._file.flush()
        except BrokenPipeError:  # the reader of the pipe has seen enough; the other outputs are still wanted
            self.close()
            self._file = open(os.devnull, "wb", buffering=0)  # noqa: PTH123, SIM115 - as above
        except OSError as error:
            self.cut()
            raise cannot_write(self.name, error) from None
        self.size += len(data)

    def cut(self) -> None:
        """Drop what was written after the last whole row."""
        if self.lasting and self._begun:
            with suppress(OSError):
                self._file.truncate(self.size)

    def sync(self) -> None:
        """Make what is written survive a power cut, if there is a disk."""
        with suppress(OSError, ValueError):
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Drop half a row, if there is one, and close the file; remove it if it was created and the run never began."""
        self.cut()
        self.sync()
        if self._new and self.lasting:
            with suppress(OSError):
                if sys.platform == "win32":  # which does not remove an open file
                    self._file.close()
                os.unlink(self.name)  # noqa: PTH108 - a name, not a Path
        if self.name != STDOUT:
            self._file.close()


def opened_alone(name: str) -> tuple[BinaryIO, bool]:
    """Return a file open for writing, as it is, and whether it is lasting; if so, no other run is writing it."""
    while True:
        # Unbuffered: what is written is kept, whatever happens to this process.
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        file = open(descriptor, "wb", buffering=0)  # noqa: PTH123, SIM115 - open during the whole run
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            return file, False
        if try_lock(descriptor) is False:  # a system without locks does without
            file.close()
            raise WrongUsage([Problem("output_in_use", file=name)])
        with suppress(FileNotFoundError):
            if os.path.samestat(info, os.stat(name)):  # noqa: PTH116 - a name, not a Path
                return file, True
        file.close()  # another run removed it between the opening and the lock


def may_last(name: str) -> bool:
    """Return whether an output is or becomes a file that a later run can go on with, not a pipe or device."""
    # os.path, because Path.exists() fails on a name too long for the system.
    return name != STDOUT and (os.path.isfile(name) or not os.path.exists(name))  # noqa: PTH110, PTH113


def cannot_write(name: str, error: Exception) -> InvalidInput:
    shown = "<stdout>" if name == STDOUT else name
    return not_written(shown, error, "rows_not_written")
