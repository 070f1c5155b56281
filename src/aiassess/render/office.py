"""Packages whose bytes depend on nothing but their content: Word and Excel files, and what a form carries."""

import io
import shutil
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

_UNIX = 3


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
