"""Which reports the submissions of a run revise (docs/batch.md#summary).

They are looked for before anything is judged: every worker then knows whether another submission replaces one, whatever
their order, and nothing is kept but the revisions.
"""

import re
from collections.abc import Iterable, Iterator

from aiassess.batch.inputs import Input
from aiassess.batch.streams import Broken, pieces, unpacked

_REVISES = re.compile(rb'"revises"\s{0,50}:\s{0,50}"(sha256:[0-9a-f]{64})"')
_LONGEST = 9 + 50 + 1 + 50 + 73
"""Bytes of the longest match."""


def revised_digests(inputs: Iterable[Input]) -> frozenset[str]:
    """Return the digests of the reports that submissions revise, except those in pipes, which can be read only once."""
    return frozenset(digest for item in inputs if item.regular for digest in _revised(item.path))


def _revised(path: str) -> Iterator[str]:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - faster than a Path
            before = b""
            for piece in pieces(unpacked(file)):
                text = before + piece
                yield from (digest.decode() for digest in _REVISES.findall(text))
                before = text[-_LONGEST:]
    except (OSError, ValueError, Broken):
        return  # judging it will say so
