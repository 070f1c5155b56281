"""Packages whose bytes depend on nothing but their content: Word and Excel files, and what a form carries."""

import io
import shutil
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import BinaryIO

from aiassess.safe import safe_text

NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""When a workbook says that it was made."""
MOST_IN_CELL = 32_767
"""What a cell can hold, in units of UTF-16."""
FIRST_DAY = "1900-03-01"
"""Excel takes 1900 for a leap year; earlier days are written as text."""
_UNIX = 3


def cell_text(text: str) -> str:
    """Return what a cell shows of a text: all of it, made safe, unless it is too long."""
    text = safe_text(text)
    # XlsxWriter takes such a text for its own markup; a form's reader takes the blank away again.
    guard = " " if text.startswith("<r>") and text.endswith("</r>") else ""
    if len(text) >= MOST_IN_CELL // 2:
        units = text.encode("utf-16-le")
        if len(units) > 2 * (MOST_IN_CELL - len(guard)):
            return units[: 2 * MOST_IN_CELL - 2].decode("utf-16-le", "ignore") + "…"
    return text + guard


def archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of named parts in their order, without a clock and alike on every system.

    The parts are stored as they are: what packing makes of them depends on the version of zlib.
    """
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as file:
        for name, content in parts:
            info = zipfile.ZipInfo(name)  # of 1980, the earliest time that it can hold
            info.create_system = _UNIX  # otherwise that of the machine
            file.writestr(info, content)
    return found.getvalue()


def repack(package: BinaryIO, target: BinaryIO) -> None:
    """Write a package anew, packed and in bounded memory, without a clock and what the system says of files.

    What is large must be packed, so the bytes depend on the version of zlib alone.
    """
    with zipfile.ZipFile(package) as found, zipfile.ZipFile(target, "w") as new:
        for part in found.infolist():
            info = zipfile.ZipInfo(part.filename)
            info.create_system, info.compress_type, info.file_size = _UNIX, zipfile.ZIP_DEFLATED, part.file_size
            with found.open(part) as content, new.open(info, "w") as copy:
                shutil.copyfileobj(content, copy)


def stable(package: bytes) -> bytes:
    """Return an Office file with its parts in order, as an ``archive``."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        names = sorted(file.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return archive((name, file.read(name)) for name in names)
