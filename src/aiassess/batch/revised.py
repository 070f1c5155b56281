"""Which reports the submissions of a run revise (docs/batch.md#summary).

They are looked for before anything is judged: then every worker knows of each submission whether a later one takes its place,
whatever their order, and no more is kept than there are revisions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiassess.batch.streams import Broken, pieces, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiassess.batch.inputs import Input

_REVISES = re.compile(rb'"revises"\s{0,50}:\s{0,50}"(sha256:[0-9a-f]{64})"')
_LONGEST = 9 + 50 + 1 + 50 + 73
"""Bytes that the expression can match."""


def revised_digests(inputs: Iterable[Input]) -> frozenset[str]:
    """Return the digests of the reports that submissions in files say they revise. Pipes can be read only once: not those."""
    return frozenset(digest for item in inputs if item.regular for digest in _revised(item.path))


def _revised(path: str) -> Iterator[str]:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - there may be a million
            before = b""
            for piece in pieces(unpacked(file)):
                text = before + piece
                yield from (digest.decode() for digest in _REVISES.findall(text))
                before = text[-_LONGEST:]
    except (OSError, ValueError, Broken):
        return  # whoever judges it will say so
