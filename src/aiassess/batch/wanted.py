"""Whose reports are revised, if the inputs have only the answers (docs/rounds.md#the-latest-of-each-system)."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
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
        self._told = layout.getter("questionnaire", "agency", "report_digest", "revises")

    def find(self) -> None:
        """Tell the standing: first of submissions of the same name, which it mostly is, then of the same agency."""
        with self._standing.faults_told():
            self._standing.seek()
            after = -1
            while some := self._standing.namesakes(after, MOST_WANTED):
                found = self._worked_out(self._read(some))
                self._standing.add_namesakes((place, report) for place, _, report in found)
                after = some[-1][0]
            sought = self._sought()
            rows = self._of_agencies(sought)
            for first in rows:
                found = self._worked_out(chain([first], islice(rows, MOST_WANTED - 1)))
                self._standing.add_reports(
                    (place, report) for place, agency, report in found if report in sought[agency]
                )

    def _sought(self) -> dict[str, set[str]]:
        """Return by agency the digests of the reports of which it is not known whose they are."""
        sought: dict[str, set[str]] = defaultdict(set)
        for _, cells in self._read(self._standing.lost()):
            _, agency, _, revises = self._told(cells)
            sought[folded(agency or "")].add(revises)
        return sought

    def _read(self, rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Cells]]:
        """Yield rows, of which the places and sizes are given, with their places."""
        with self._rows.open("rb") as file:
            for place, size in rows:
                file.seek(place)
                yield place, row_of(file.read(size))

    def _of_agencies(self, sought: dict[str, set[str]]) -> Iterator[tuple[int, Cells]]:
        """Yield the rows, with their places, of which the report may be one that is sought; they are none if nothing is."""
        place = 0
        with self._rows.open("rb") as file:
            for line in file if sought else ():
                cells = row_of(line)
                scored, agency, report, _ = self._told(cells)
                if scored is not None and report is None and folded(agency or "") in sought:
                    yield place, cells
                place += len(line)

    def _worked_out(self, rows: Iterable[tuple[int, Cells]]) -> Iterator[tuple[int, str, str]]:
        """Yield the places, agencies and digests of reports of rows; not if the submission has changed since it was judged."""
        places: dict[tuple[str, int | None, str], list[tuple[int, str]]] = defaultdict(list)
        for place, cells in rows:
            _, agency, *_ = self._told(cells)
            of_submission = cast("tuple[str, int | None, str]", (*cells[:2], cells[-1]))
            places[of_submission].append((place, folded(agency or "")))
        for result in self._reports(frozenset((source, number) for source, number, _ in places)):
            for line in result.written.get(REPORTS, b"").splitlines():  # none if what was to be read is lost
                source, number, digest, report = json.loads(line)
                for place, agency in places.get((source, number, digest), ()):
                    yield place, agency, report
