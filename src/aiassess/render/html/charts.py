"""What the charts are drawn from; ``charts.html`` draws them (docs/report-format.md#html)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.answers.types import RiskData

SCALE = (1, 2, 3, 4, 5)
_MARKS = 6
"""Marks for which a cell of a matrix has room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table with a bar in it: a share of 0 to 100, or None if it is not measured."""

    title: str
    percent: float | None
    shown: str
    """The share in words."""
    cells: tuple[str, ...] = ()
    """The columns after the share."""
    needed: float | None = None
    """The share that is asked for, if that is known."""
    short: bool = False
    """Whether the exact share is less than that."""

    @property
    def length(self) -> float:
        """Return the length of the bar, within what can be drawn whatever a file says."""
        return _drawn(self.percent or 0)

    @property
    def mark(self) -> float | None:
        return None if self.needed is None else _drawn(self.needed)


def _drawn(percent: float) -> float:
    return min(100, max(0, percent))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix."""

    corner: str
    """The small text in its corner."""
    shade: int
    """From 1 (least) to 4."""
    marks: list[str] = field(default_factory=list)

    @property
    def shown(self) -> list[str]:
        """Return the marks for which there is room; the last says how many more there are."""
        if len(self.marks) <= _MARKS:
            return self.marks
        return [*self.marks[: _MARKS - 1], f"+{len(self.marks) - _MARKS + 1}"]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells in rows from the top; ``rows`` and ``columns`` are the labels along the two axes."""

    title: str
    row_axis: str
    column_axis: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def heat_map(title: str, axes: tuple[str, str], places: Iterable[tuple[str, int, int]]) -> Matrix:
    """Return the matrix of likelihood (rows, the highest on top) by consequence.

    ``axes``: the names of the two; ``places``: for each risk its mark, likelihood and consequence, 1 to 5.
    """
    cells = {(row, column): Cell(str(row * column), _shade(row * column)) for row in SCALE for column in SCALE}
    for mark, likelihood, consequence in places:
        cells[likelihood, consequence].marks.append(mark)
    rows = tuple(reversed(SCALE))
    return Matrix(
        title,
        *axes,
        rows=tuple(str(row) for row in rows),
        columns=tuple(str(column) for column in SCALE),
        cells=tuple(tuple(cells[row, column] for column in SCALE) for row in rows),
    )


def _shade(rating: int) -> int:
    """Return how strongly a rating (1 to 25) is shaded: a help for the eye that decides nothing."""
    return 1 + sum(rating >= bound for bound in (5, 10, 15))


def place_now(risk: RiskData) -> tuple[int, int]:
    """Return likelihood and consequence of a report's risk now: after treatment, if both were rated."""
    if is_treated(risk):
        return risk["residual_likelihood"], risk["residual_consequence"]
    return risk["likelihood"], risk["consequence"]


def is_treated(risk: RiskData) -> bool:
    return "residual_likelihood" in risk and "residual_consequence" in risk
