"""What follows from a sum: percent, level, credit, thresholds, worked out by the engine and kept for the next such sum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from aiassess.batch.fast.states import MOST_KEPT, Memo, Tables
from aiassess.figures import add_months, one_decimal
from aiassess.scoring.level import credit_percent, level_by_points
from aiassess.scoring.range import Bounds, least_credit, levels_by_points, most_credit
from aiassess.scoring.result import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiassess.model.questionnaire import Basis, Questionnaire

due = lru_cache(maxsize=10_000)(add_months)


@dataclass(frozen=True, slots=True)
class Credit:
    """What controls take off: inherent points x ``kept`` / ``whole`` stay; ``percent`` as it is shown."""

    kept: int
    whole: int
    percent: int | float


@dataclass(frozen=True, slots=True)
class Share:
    """A share of controls.

    ``flags``: bit 0 where it blocks the credit, bit n + 1 where it is too low for level n to be ready; ``credit``: what it
    earns if nothing blocks it.
    """

    points: int | None
    maximum: int | None
    percent: int | float | None
    flags: int
    credit: Credit


@dataclass(frozen=True, slots=True)
class Risk:
    """A share of risk, inherent or residual; ``level`` is the rank that it reaches."""

    points: int
    maximum: int
    percent: int | float | None
    level: int


def _credit(percent: Fraction) -> Credit:
    left = (100 - percent) / 100
    return Credit(left.numerator, left.denominator, one_decimal(percent))


NO_CREDIT = _credit(Fraction(0))
_NOT_MEASURED = Share(None, None, None, 0, NO_CREDIT)


class Controls(Memo):
    """Sums of a share of controls to what follows; a share of one principle or actor has its own thresholds."""

    def __init__(self, tables: Tables, name: str) -> None:
        super().__init__()
        self._questionnaire = tables.questionnaire
        self._share = tables.shares[name]
        self._whole = sum(question.highest_points for question in tables.tagged[name])
        self._principle = name != "controls"
        basis = self._questionnaire.scoring.controls_maximum
        self._basis: Basis = "applicable" if self._principle and basis != "all" else basis

    def work_out(self, key: int) -> Share:
        """Return the share of a sum."""
        points, maximum, counting = self._share.read(key)
        if not counting:
            return _NOT_MEASURED
        score = Score(points, _maximum(self._basis, maximum, self._whole))
        percent = score.percent
        mitigation = self._questionnaire.scoring.mitigation
        credit = NO_CREDIT if self._principle else _credit(credit_percent(mitigation, percent))
        shown = None if percent is None else one_decimal(percent)
        return Share(score.points, score.maximum, shown, self._flags(score), credit)

    def _flags(self, score: Score) -> int:
        floor = self._questionnaire.scoring.mitigation.blocked_by_principle_below
        flags = int(self._principle and floor is not None and score.is_below(floor))
        for rank, level in enumerate(self._questionnaire.levels):
            if level.ready_at is not None:
                asked = level.ready_at.each_principle if self._principle else level.ready_at.controls
                flags |= score.is_below(asked) << (rank + 1)
        return flags


class Inherent(Memo):
    """Sums of the share of inherent risk to what follows."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._questionnaire = tables.questionnaire
        self._share = tables.shares["inherent"]
        self._whole = sum(question.highest_points for question in tables.tagged["inherent"])

    def work_out(self, key: int) -> Risk:
        """Return the share of a sum."""
        points, maximum, _ = self._share.read(key)
        basis = self._questionnaire.scoring.inherent_maximum
        return _risk(self._questionnaire, Score(points, _maximum(basis, maximum, self._whole)))


def share(tables: Tables, name: str) -> Memo:
    """Return the share of that name (``Tables.shares``)."""
    return Inherent(tables) if name == "inherent" else Controls(tables, name)


class Residual(Memo):
    """Residual points and their maximum to the share of residual risk."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._questionnaire = questionnaire

    def work_out(self, key: tuple[int, int]) -> Risk:
        """Return the share."""
        return _risk(self._questionnaire, Score(*key))


def _risk(questionnaire: Questionnaire, score: Score) -> Risk:
    level = questionnaire.rank[level_by_points(questionnaire, score).id]
    return Risk(score.points, score.maximum, None if score.percent is None else one_decimal(score.percent), level)


def _maximum(basis: Basis, summed: int, whole: int) -> int:
    """Return a maximum; of ``all`` questions, what was summed is what is set aside (``states.py``)."""
    if basis == "all":
        return whole - summed
    return summed if basis == "applicable" else basis


class Range:
    """The levels that points can still reach. Of credits only bounds are kept: they come again, whole ranges rarely do.

    ``by_inherent``: without any credit, the bounds of inherent points and maximum (``BOUNDS``) to the ranks of the lowest and
    the highest level; ``credited``: whether credit counts for the level.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        mitigation = questionnaire.scoring.mitigation
        self._least = lru_cache(maxsize=MOST_KEPT)(partial(least_credit, mitigation))
        self._most = lru_cache(maxsize=MOST_KEPT)(partial(most_credit, mitigation))
        self.by_inherent = lru_cache(maxsize=MOST_KEPT)(self._ranks)
        self.credited = questionnaire.scoring.level_from == "residual"

    def ranks(self, numbers: Sequence[int], *, critical: bool) -> tuple[int, int]:
        """Return the ranks of the lowest and the highest level.

        ``numbers``: those of ``Tables.bounds``; ``critical``: whether a finding with a condition is critical for certain.
        """
        inherent, (measured, found) = numbers[:4], numbers[8:]
        if not self.credited:
            return self.by_inherent(inherent)
        controls = _bounds(self._questionnaire.scoring.controls_maximum, numbers[4:8])
        least = self._least(controls.points[0], controls.maximum[1], measured=measured > 0)
        most = self._most(controls.points[1], controls.maximum[0], critical=critical or found > 0)
        return self._ranks(inherent, (least, max(least, most)))

    def _ranks(
        self, numbers: Sequence[int], credit: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    ) -> tuple[int, int]:
        inherent = _bounds(self._questionnaire.scoring.inherent_maximum, numbers)
        low, high = levels_by_points(self._questionnaire, inherent, credit)
        return self._questionnaire.rank[low.id], self._questionnaire.rank[high.id]


def _bounds(basis: Basis, numbers: Sequence[int]) -> Bounds:
    low, high, least, most = numbers
    return Bounds((low, high), (basis, basis) if isinstance(basis, int) else (least, most))
