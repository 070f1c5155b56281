"""Which reports the submissions of a run revise (docs/batch.md#summary).

They are looked for before anything is judged: every worker then knows whether another submission replaces one, whatever
their order, and nothing is kept but the revisions. With ``--latest`` the rows tell it at the end, and the reports of answers
files are worked out then, if need be.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from aiassess.batch.inputs import Input
from aiassess.batch.rows import REPORTS, row_of
from aiassess.batch.streams import Broken, pieces, unpacked
from aiassess.batch.tasks import Result, Wanted

if TYPE_CHECKING:
    from aiassess.batch.standing import Standing

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


def find_revised(standing: "Standing", rows: Path, reports: Callable[[Wanted], Iterator[Result]]) -> None:
    """Tell the standing whose reports are revised, if no report among the inputs is one of those.

    ``rows``: a spool; ``reports``: gives those of the same inputs, in the format ``REPORTS``, which takes many times as long as
    judging them. Those of the same name are looked at first, because they mostly are what is revised.
    """
    with standing.faults_told():
        namesakes = standing.namesakes()
        if namesakes:
            with rows.open("rb") as file:
                wanted = frozenset(_place_of(file, *row) for row in namesakes)
            standing.add_reports(_worked_out(rows, reports(wanted)))
        if namesakes is None or standing.lost():
            standing.add_reports(_worked_out(rows, reports(None)))


def _place_of(rows: BinaryIO, offset: int, size: int) -> tuple[str, int | None]:
    rows.seek(offset)
    return cast("tuple[str, int | None]", row_of(rows.read(size))[:2])


def _worked_out(rows: Path, results: Iterable[Result]) -> Iterator[tuple[int, str]]:
    """Yield the offsets of rows whose reports were worked out, with the digests of these; not if the submission changed."""
    lines = (line for result in results for line in result.written[REPORTS].splitlines())
    offset = 0
    with rows.open("rb") as judged:
        for row, line in zip(judged, lines, strict=False):
            digest, report = json.loads(line) or (None, None)
            if report and row_of(row)[-1] == digest:
                yield offset, report
            offset += len(row)
