"""The words of a summary, figures as people read them, and what agencies come to together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from aiassess.figures import exact, one_decimal, part_text, percent_text
from aiassess.render.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.render.portfolio import types as t
    from aiassess.scoring.result import Verdict

SHADES = 4


class PortfolioWords(Sentences):
    """The words of a summary."""

    def __init__(self, data: t.PortfolioData) -> None:
        super().__init__("portfolio", data["language"])

    def number(self, value: float | None) -> str:
        """Return a number with at most one decimal; nothing for None."""
        return "" if value is None else f"{one_decimal(exact(value)):,}"

    def percent(self, value: Fraction | None) -> str:
        return self.report("not_measured") if value is None else f"{percent_text(value)}%"

    def share(self, n: int, whole: int) -> str:
        return f"{part_text(n, whole)}%"


def level_shade(rank: int, levels: int) -> int:
    """Return the shade of a level, 1 to 4; the highest has the strongest."""
    return SHADES - levels + rank + 1 if levels <= SHADES else 1 + rank * SHADES // levels


def heat_shade(percent: Fraction | None) -> int:
    """Return how strongly the share of a principle is shaded: the lower, the stronger. It decides nothing."""
    return 0 if percent is None else 1 + sum(percent < bound for bound in (50, 65, 80))


@dataclass
class Measured:
    """The shares of one principle in some systems, in tenths of a percent."""

    systems: int = 0
    tenths: int = 0
    lowest: float | None = None

    @property
    def mean(self) -> Fraction | None:
        return Fraction(self.tenths, 10 * self.systems) if self.systems else None

    def add(self, item: t.PrincipleShares) -> None:
        self.systems += item["systems"]
        self.tenths += round(item["sum_percent"] * 10)
        lowest = [percent for percent in (self.lowest, item["lowest_percent"]) if percent is not None]
        self.lowest = min(lowest, default=None)


@dataclass
class Together:
    """What some agencies come to together."""

    systems: int = 0
    overdue: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    principles: dict[str, Measured] = field(default_factory=dict)


def together(agencies: Iterable[t.AgencySums]) -> Together:
    """Add up agencies; the means of principles are exact, because their sums are told."""
    found = Together()
    for agency in agencies:
        found.systems += agency["systems"]
        found.overdue += agency["overdue"]
        found.levels.update(agency["levels"])
        found.verdicts.update(agency["verdicts"])
        for item in agency["principles"]:
            found.principles.setdefault(item["id"], Measured()).add(item)
    return found
