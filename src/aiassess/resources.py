"""Where the shipped questionnaires and schemas are found."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_folder(name: str) -> Path:
    """Return the folder ``questionnaires`` or ``schemas``: inside an installed package, or at the checkout's root.

    An editable install may leave an old copy of the data elsewhere; only these two places are looked at.
    """
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent.parent / name


@cache
def load_schema(name: str) -> dict[str, Any]:
    """Return ``schemas/<name>.schema.json`` as data."""
    schema: dict[str, Any] = json.loads((data_folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema
