"""What the charts are drawn from; ``charts.html`` draws them (docs/report-format.md#html)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiassess.model.answers import RATING_HIGHEST

if TYPE_CHECKING:
    from collections.abc import Iterable

SCALE = range(1, RATING_HIGHEST + 1)
_MARKS = 6
"""Marks for which a cell of a heat map has room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table with a bar in it; ``cells`` are the columns after the share, which ``shown`` says in words.

    ``percent``: the share, None if it is not measured; ``needed``: the share that is asked for, if that is known;
    ``short``: whether the exact share is less than that.
    """

    title: str
    percent: float | None
    shown: str
    cells: tuple[str, ...] = ()
    needed: float | None = None
    short: bool = False


def drawn(percent: float) -> float:
    """Return a share within what can be drawn, whatever a file says."""
    return min(100, max(0, percent))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map, with the marks of the risks rated so."""

    rating: int
    marks: list[str] = field(default_factory=list)

    @property
    def shade(self) -> int:
        """How strongly it is shaded, 1 to 4: a help for the eye that decides nothing."""
        return 1 + sum(self.rating >= bound for bound in (5, 10, 15))

    @property
    def shown(self) -> list[str]:
        """The marks for which there is room; the last says how many more there are."""
        if len(self.marks) <= _MARKS:
            return self.marks
        return [*self.marks[: _MARKS - 1], f"+{len(self.marks) - _MARKS + 1}"]


def heat_map(places: Iterable[tuple[int, int]]) -> list[list[Cell]]:
    """Return cells in rows of likelihood, the highest on top, by consequence.

    ``places``: likelihood and consequence of each risk, whose mark is its number.
    """
    cells = [[Cell(likelihood * consequence) for consequence in SCALE] for likelihood in reversed(SCALE)]
    for number, (likelihood, consequence) in enumerate(places, 1):
        cells[-likelihood][consequence - 1].marks.append(str(number))
    return cells
