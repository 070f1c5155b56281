"""Which reports the submissions of a run revise (docs/batch.md#summary).

They are looked for before anything is judged: every worker then knows whether another submission replaces one, whatever
their order, and nothing is kept but the revisions. With ``--latest`` the rows tell it at the end (``wanted``).
"""

import re
from collections.abc import Iterable, Iterator

from aiassess.batch.inputs import Input
from aiassess.batch.streams import Broken, pieces, unpacked

_REVISES, _DIGEST = b'"revises"', b'"digest"'
_VALUE = re.compile(rb'\s{0,50}:\s{0,50}"(sha256:[0-9a-f]{64})"')
_LONGEST = 9 + 50 + 1 + 50 + 73
"""Bytes of the longest match."""


def revised_digests(inputs: Iterable[Input]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the digests of the reports that submissions revise, and of them those that no input says it has.

    Pipes are not looked into, because they can be read only once.
    """
    revised = frozenset(_found(_REVISES, inputs))
    return revised, revised.difference(_found(_DIGEST, inputs)) if revised else revised


def _found(key: bytes, inputs: Iterable[Input]) -> Iterator[str]:
    return (digest for item in inputs if item.regular for digest in _found_in(item.path, key))


def _found_in(path: str, key: bytes) -> Iterator[str]:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - faster than a Path
            before = b""
            for piece in pieces(unpacked(file)):
                text = before + piece
                at = text.find(key)  # which is much faster than a pattern with the key in it
                while at >= 0:
                    at += len(key)
                    if value := _VALUE.match(text, at):
                        yield value[1].decode()
                    at = text.find(key, at)
                before = text[-_LONGEST:]
    except (OSError, ValueError, Broken):
        return  # judging it will say so
