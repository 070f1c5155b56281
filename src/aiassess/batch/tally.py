"""What is counted during a run: small sums that workers make and the run adds up (docs/batch.md#resuming)."""

from collections import Counter
from typing import Literal, Protocol, Self

import msgspec

from aiassess.batch.columns import REFUSED, Cells, Layout

Rule = Literal["revised", "newer", "duplicate"]
"""Why a row is set aside: another one revises its report, is a newer one of its system, or is the same."""


class Tally(Protocol):
    """Sums over rows. Those of parts, given as JSON, must add up to those of the whole, in any order."""

    def add(self, cells: Cells, aside: Rule | None = None) -> None:
        """Count one row, given as the judge's cells; ``aside``: why it is set aside, so that it is no system."""

    def data(self) -> bytes:
        """Return the sums as JSON on one line, which should be short: the journal holds them for every chunk."""

    def add_data(self, data: bytes) -> Self:
        """Add the sums of another; return this one."""


class Counts:
    """How many rows there are, were refused, are set aside, and reach the level that ``--fail-on`` names."""

    def __init__(
        self, layout: Layout, reaching: frozenset[tuple[str, str]] | None = None, *, latest: bool = False
    ) -> None:
        """``reaching``: the pairs of questionnaire and level that count; an undetermined row then counts too.

        ``latest``: rows that are set aside reach nothing.
        """
        names = [column.name for column in layout.judged]
        self._status, self._questionnaire, self._level = map(names.index, ("status", "questionnaire", "level"))
        self._reaching, self._latest = reaching, latest
        self.rows = self.refused = self.reached = 0
        self.aside: Counter[Rule] = Counter()
        """By rule; only counted with ``--latest``."""

    def add(self, cells: Cells, aside: Rule | None = None) -> None:
        self.rows += 1
        if cells[self._status] == REFUSED:
            self.refused += 1
        elif aside is not None and self._latest:
            self.aside[aside] += 1
        elif self._reaching is not None:
            level = (cells[self._questionnaire], cells[self._level])
            self.reached += level in self._reaching or cells[self._status] == "undetermined"

    def data(self) -> bytes:
        return msgspec.json.encode((self.rows, self.refused, self.reached))

    def add_data(self, data: bytes) -> Self:
        rows, refused, reached = msgspec.json.decode(data, type=tuple[int, int, int])
        self.rows += rows
        self.refused += refused
        self.reached += reached
        return self
