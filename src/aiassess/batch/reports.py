"""The reports of ``--reports``, a file each (docs/batch.md#reports)."""

import hashlib
import re
from pathlib import Path

from aiassess.errors import invalid
from aiassess.files import put_in_place
from aiassess.report.finished import keep_finished


def write_report(folder: Path, source: str, number: int | None, report: str) -> None:
    """Write a report below a folder, under a name that follows from the submission's place; raises InvalidInput."""
    name = Path(source.replace("\\", "/")).name.split(".")[0]
    key = hashlib.sha256(f"{source}\0{number or ''}".encode()).hexdigest()
    parts = [re.sub("[^A-Za-z0-9_]+", "-", name)[:40].strip("-"), str(number or ""), key[:12]]
    file = folder / key[:2] / ("-".join(part for part in parts if part) + ".json")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            keep_finished(file, report)
        half = file.with_suffix(".half")  # always the same name, so that going on after a kill leaves none behind
        half.write_bytes(report.encode())
        put_in_place(half, file)
    except OSError as error:
        raise invalid("cannot_write_report", file=str(file), reason=error.strerror or str(error)) from None
