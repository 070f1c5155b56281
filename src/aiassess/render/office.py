"""Packages whose bytes depend on nothing but their content: Word and Excel files, and what a form carries."""

import io
import zipfile
from collections.abc import Iterable

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


def stable(package: bytes) -> bytes:
    """Return an Office file with its parts in order, as an ``archive``."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        names = sorted(file.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return archive((name, file.read(name)) for name in names)
