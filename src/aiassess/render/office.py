"""What Word and Excel files have in common: the same content gives the same bytes on any machine."""

import io
import zipfile

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""


def stable(package: bytes) -> bytes:
    """Return an Office file with its parts in order, without a clock.

    The parts are stored as they are: what packing makes of them depends on the version of zlib.
    """
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(found, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            after.writestr(zipfile.ZipInfo(name, _NO_TIME), before.read(name))
    return found.getvalue()
