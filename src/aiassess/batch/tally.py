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
    """How many rows there are, were refused, and reach the level that ``--fail-on`` names; ``aside``: see ``set_aside``."""

    def __init__(self, layout: Layout, reaching: frozenset[tuple[str, str]] | None = None) -> None:
        """``reaching``: the pairs of questionnaire and level that count; an undetermined row then counts too."""
        names = [column.name for column in layout.judged]
        self._status, self._questionnaire, self._level = map(names.index, ("status", "questionnaire", "level"))
        self._reaching = reaching
        self.rows = self.refused = self.reached = 0
        self.aside: Counter[Rule] = Counter()

    def add(self, cells: Cells, _: Rule | None = None) -> None:
        self.rows += 1
        if cells[self._status] == REFUSED:
            self.refused += 1
        else:
            self.reached += self._reaches(cells)

    def set_aside(self, cells: Cells, rule: Rule) -> None:
        """Count a row that was counted as set aside, so that it reaches nothing: with ``--latest``, at the end."""
        self.aside[rule] += 1
        self.reached -= self._reaches(cells)

    def _reaches(self, cells: Cells) -> bool:
        if self._reaching is None:
            return False
        level = (cells[self._questionnaire], cells[self._level])
        return level in self._reaching or cells[self._status] == "undetermined"

    def data(self) -> bytes:
        return msgspec.json.encode((self.rows, self.refused, self.reached))

    def add_data(self, data: bytes) -> Self:
        rows, refused, reached = msgspec.json.decode(data, type=tuple[int, int, int])
        self.rows += rows
        self.refused += refused
        self.reached += reached
        return self
