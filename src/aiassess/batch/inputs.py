"""What to read: arguments to files, in an order that does not depend on the machine (docs/batch.md#inputs)."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from heapq import nsmallest
from typing import Literal

from aiassess.batch.streams import unreadable
from aiassess.drafts.files import DROPPED_ENDING, ENDING
from aiassess.errors import Problem
from aiassess.files import STDIN, is_file_or_lost, is_folder, slashed
from aiassess.report.saved import ANSWERS_NAME, REPORT_NAME

Kind = Literal["lines", "document", "stdin"]

LINES = (".jsonl", ".ndjson")
PACKED = (".gz", ".gzip", ".zst", ".zstd")
ENDINGS = (*(ending + packed for ending in (*LINES, ".json") for packed in ("", *PACKED)), ".xlsx")
"""The files of a folder that are read."""
_OF_DRAFTS = (ENDING, DROPPED_ENDING)
_OPEN_IN_EXCEL = "~$"
"""How the file begins that Excel puts beside one that it has open."""
AT_ONCE = 50_000
"""Names of a folder that are held in memory at once; a larger folder is listed again for each such part of it."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: ``source`` is its name as rows show it; ``regular`` is False for a pipe or device.

    ``problem``: what keeps it from being read, if already known. ``report``: for the answers file that an interview left,
    the report beside it if that is read as well.
    """

    path: str
    source: str
    kind: Kind = "document"
    regular: bool = True
    problem: Problem | None = None
    report: str | None = None


class Inputs:
    """The files that the arguments name, looked for again in each iteration, so that their names are never all in memory.

    ``passed_over`` counts the files of folders that have no known ending, or belong to a draft.
    """

    def __init__(self, arguments: Iterable[str], not_these: Iterable[str] = ()) -> None:
        self.arguments = tuple(arguments)
        self.passed_over = 0
        self._reports = {name for name in self.arguments if os.path.basename(name) == REPORT_NAME}  # noqa: PTH119 - as above
        self._not_these = {os.path.realpath(name) for name in not_these}

    def __iter__(self) -> Iterator[Input]:
        self.passed_over = 0
        for argument in self.arguments:
            if argument == STDIN:
                yield Input(STDIN, "<stdin>", "stdin", regular=False)
            elif os.path.lexists(argument) or not glob.has_magic(argument):
                yield from self._named(argument)
            else:
                yield from self._matching(argument)

    def size(self) -> int | None:
        """Return the bytes of all files as they are stored; None if a pipe or device is among them."""
        total = 0
        for item in self:
            if not item.regular:
                return None
            total += size_of(item.path)
        return total

    def _named(self, argument: str) -> Iterator[Input]:
        if is_folder(argument):
            yield from self._below(argument)
        else:
            beside = os.path.join(os.path.dirname(argument), REPORT_NAME)  # noqa: PTH118, PTH120 - a Path would change names
            yield _input(argument, regular=is_file_or_lost(argument), report=beside in self._reports)

    def _matching(self, pattern: str) -> Iterator[Input]:
        found = False
        both = fnmatch(REPORT_NAME, os.path.basename(pattern))  # noqa: PTH119 - the same
        drafts = pattern.endswith(_OF_DRAFTS)
        before = b""
        for name in in_order(lambda: map(os.fsencode, matching(pattern))):
            if name == before:  # several ``**`` may find it more than once
                continue
            found, before, path = True, name, os.fsdecode(name)
            if is_folder(path) or os.path.realpath(path) in self._not_these:
                continue
            if not is_file_or_lost(path) or (path.endswith(_OF_DRAFTS) and not drafts):
                self.passed_over += 1
            else:
                yield _input(path, report=both)
        if not found:
            yield Input(pattern, readable(pattern), problem=Problem("nothing_matches"))

    def _below(self, top: str) -> Iterator[Input]:
        """Yield the files below a folder, sorted by the bytes of their paths. Links to folders are not followed."""
        waiting = [self._entries(top)]
        while waiting:
            for found in waiting[-1]:
                if isinstance(found, str):
                    waiting.append(self._entries(found))
                    break
                yield found
            else:
                waiting.pop()

    def _entries(self, folder: str) -> Iterator[Input | str]:
        """Yield the files to read in one folder, as inputs, and the folders in it, by path."""
        real = os.path.realpath(folder)
        hidden = {base for parent, base in map(os.path.split, self._not_these) if parent == real}
        counting = True

        def names() -> Iterator[bytes]:
            nonlocal counting
            counts, counting = counting, False  # a large folder is listed several times
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith(".") or entry.name in hidden:
                        continue
                    if _is_folder(entry):
                        yield os.fsencode(entry.name + "/")
                    elif _has_name_to_be_read(entry.name) and _is_file(entry):
                        yield os.fsencode(entry.name)
                    else:
                        self.passed_over += counts

        try:
            for name in in_order(names):
                path = os.path.join(folder, os.fsdecode(name.removesuffix(b"/")))  # noqa: PTH118 - the same
                yield path if name.endswith(b"/") else _input(path, report=True)
        except OSError as error:
            yield Input(folder, slashed(readable(folder)), problem=unreadable(error))


def _has_name_to_be_read(name: str) -> bool:
    """Return whether a name has one of ``ENDINGS`` and is not that of a draft, which is not a submission yet, or a lock."""
    return name.lower().endswith(ENDINGS) and not name.endswith(_OF_DRAFTS) and not name.startswith(_OPEN_IN_EXCEL)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """As ``is_file_or_lost``; for most of a million entries the listing alone tells."""
    try:
        return entry.is_file(follow_symlinks=False) or is_file_or_lost(entry.path)
    except OSError:
        return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder, and not a link to one, which may lead in a circle or anywhere."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def matching(pattern: str) -> Iterator[str]:
    """Yield what a pattern matches, in any order and perhaps twice, as ``glob`` does, except that ``**`` follows no links."""
    drive, rest = os.path.splitdrive(pattern)
    parts = rest.replace(os.sep, "/").split("/")
    root = drive + "/" if parts[0] == "" else drive
    return _matching_below(root, [part for part in parts if part])


def _matching_below(folder: str, parts: list[str]) -> Iterator[str]:
    part, rest = parts[0], parts[1:]
    before = folder if not folder or folder.endswith(("/", ":")) else folder + "/"
    if not glob.has_magic(part):
        if rest:
            yield from _matching_below(before + part, rest)
        elif os.path.lexists(before + part):
            yield before + part
        return
    if part == "**":
        yield from _matching_below(folder, rest or ["*"])
    for entry in _listed(folder):
        if part == "**":
            if not entry.name.startswith(".") and _is_folder(entry):
                yield from _matching_below(before + entry.name, parts)
        elif fnmatch(entry.name, part) and (part.startswith(".") or not entry.name.startswith(".")):
            yield from _matching_below(before + entry.name, rest) if rest else [before + entry.name]


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or ".") as entries:
            return list(entries)
    except OSError:
        return []


def in_order(names: Callable[[], Iterable[bytes]], at_once: int = AT_ONCE) -> Iterator[bytes]:
    """Yield names sorted by their bytes, in bounded memory: ``names`` is called again for each ``at_once`` of them."""
    last = b""
    while batch := nsmallest(at_once, (name for name in names() if name > last)):
        yield from batch
        if len(batch) < at_once:
            return
        last = batch[-1]


def size_of(path: str) -> int:
    """Return a file's size in bytes; 0 if unknown."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - there may be a million
    except (OSError, ValueError):
        return 0


def readable(name: str) -> str:
    r"""Return a name as text; bytes that are not UTF-8 are written out, for example ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _input(path: str, *, regular: bool = True, report: bool = False) -> Input:
    """Return a file as an input; ``report``: a report beside an interview's answers is read as well."""
    base = path.lower()
    for ending in PACKED:
        base = base.removesuffix(ending)
    kind: Kind = "lines" if base.endswith(LINES) else "document"
    absolute = os.path.abspath(path)  # noqa: PTH100 - links stay as they are
    folder, name = os.path.split(absolute)
    beside = os.path.join(folder, REPORT_NAME) if report and name == ANSWERS_NAME else None  # noqa: PTH118 - the same
    if beside is not None and not os.path.isfile(beside):  # noqa: PTH113 - the same
        beside = None
    return Input(absolute, slashed(readable(path)), kind, regular, report=beside)
