"""Whose reports are revised, if the inputs have only the answers (docs/rounds.md#the-latest-of-each-system)."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import cast

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.entries import folded
from aiassess.batch.rows import REPORTS, row_of
from aiassess.batch.standing import Standing
from aiassess.batch.tasks import Result, Wanted

MOST_WANTED = 50_000
"""So many submissions are held in memory; the inputs are read again for each so many."""


class Finder:
    """Finds whose reports the rows of a spool revise, if no report among the inputs is one of those.

    ``reports``: gives those of submissions of the same inputs, in the format ``REPORTS``, which takes many times as long as
    judging them.
    """

    def __init__(
        self, standing: Standing, rows: Path, layout: Layout, reports: Callable[[Wanted], Iterator[Result]]
    ) -> None:
        self._standing, self._rows, self._reports = standing, rows, reports
        self._told = layout.getter("questionnaire", "agency", "report_digest")

    def find(self) -> None:
        """Tell the standing: first of submissions of the same name, which it mostly is, then of the same agency."""
        with self._standing.faults_told():
            self._standing.seek()
            after = -1
            while some := self._standing.namesakes(after, MOST_WANTED):
                self._work_out(frozenset(map(_place_of, self._read(some))))
                after = some[-1][0]
            if agencies := {self._agency_of(cells) for cells in self._read(self._standing.lost())}:
                places = map(_place_of, self._of_agencies(agencies))
                while wanted := frozenset(islice(places, MOST_WANTED)):
                    self._work_out(wanted)

    def _read(self, rows: Iterable[tuple[int, int]]) -> Iterator[Cells]:
        with self._rows.open("rb") as file:
            for place, size in rows:
                file.seek(place)
                yield row_of(file.read(size))

    def _of_agencies(self, agencies: set[str]) -> Iterator[Cells]:
        with self._rows.open("rb") as file:
            for cells in map(row_of, file):
                scored, _, report = self._told(cells)
                if scored is not None and report is None and self._agency_of(cells) in agencies:
                    yield cells

    def _agency_of(self, cells: Cells) -> str:
        return folded(self._told(cells)[1] or "")

    def _work_out(self, wanted: Wanted) -> None:
        self._standing.add_reports(self._worked_out(self._reports(wanted)))

    def _worked_out(self, results: Iterable[Result]) -> Iterator[tuple[int, str]]:
        """Yield the offsets of rows whose reports were worked out, with their digests; not if the submission has changed."""
        lines = (line for result in results for line in result.written[REPORTS].splitlines())
        place = 0
        with self._rows.open("rb") as judged:
            for row, line in zip(judged, lines, strict=False):
                digest, report = json.loads(line) or (None, None)
                if report and row_of(row)[-1] == digest:
                    yield place, report
                place += len(row)


def _place_of(cells: Cells) -> tuple[str, int | None]:
    return cast("tuple[str, int | None]", cells[:2])
