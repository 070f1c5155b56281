"""What is counted during a run: small sums that workers make and the run adds up (docs/batch.md#resuming)."""

from collections.abc import Mapping
from typing import Any, Protocol, Self

from aiassess.batch.columns import REFUSED, Cells, Layout


class Tally(Protocol):
    """Sums over rows. Those of parts, given as JSON data, must add up to those of the whole, in any order."""

    def add(self, cells: Cells, *, superseded: bool = False) -> None:
        """Count one row, given as the judge's cells; ``superseded``: another submission revises it."""

    def data(self) -> Any:
        """Return the sums as JSON data, which should be short: the journal holds them for every chunk."""

    def add_data(self, data: Any) -> Self:
        """Add the sums of another; return this one."""


class Counts:
    """How many rows there are, were refused, and reach the level that ``--fail-on`` names."""

    def __init__(self, layout: Layout, reaching: frozenset[tuple[str, str]] | None = None) -> None:
        """``reaching``: the pairs of questionnaire and level that count; an undetermined row then counts too."""
        names = [column.name for column in layout.judged]
        self._status, self._questionnaire, self._level = map(names.index, ("status", "questionnaire", "level"))
        self._reaching = reaching
        self.rows = self.refused = self.reached = 0

    def add(self, cells: Cells, *, superseded: bool = False) -> None:  # noqa: ARG002 - a row is a row
        self.rows += 1
        if cells[self._status] == REFUSED:
            self.refused += 1
        elif self._reaching is not None:
            level = (cells[self._questionnaire], cells[self._level])
            self.reached += level in self._reaching or cells[self._status] == "undetermined"

    def data(self) -> Mapping[str, int]:
        return {"rows": self.rows, "refused": self.refused, "reached": self.reached}

    def add_data(self, data: Mapping[str, int]) -> Self:
        self.rows += data["rows"]
        self.refused += data["refused"]
        self.reached += data["reached"]
        return self
