"""What follows from a sum: percent, level, credit, thresholds, worked out by the engine and kept for the next such sum."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from aiassess.batch.fast.states import MOST_KEPT, Memo
from aiassess.batch.fast.tables import Tables
from aiassess.figures import add_months, one_decimal
from aiassess.model.levels import Basis
from aiassess.model.questionnaire import Questionnaire
from aiassess.scoring.level import credit_percent, level_by_points
from aiassess.scoring.range import Bounds, least_credit, levels_by_points, most_credit
from aiassess.scoring.result import Score


@lru_cache(maxsize=10_000)
def due(day: str, months: int) -> str | None:
    """Return when to assess again; None for what is no date, whose row the engine judges anyway."""
    try:
        return add_months(day, months)
    except ValueError:
        return None


class Credit(NamedTuple):
    """What controls take off in percent: exactly, and as it is shown."""

    percent: Fraction
    shown: int | float


class Share(NamedTuple):
    """A share of controls.

    ``flags``: bit 0 where it blocks the credit, bit n + 1 where it is too low for level n to be ready; ``credit``: what it
    earns if nothing blocks it.
    """

    points: int | None
    maximum: int | None
    percent: int | float | None
    flags: int
    credit: Credit


class RiskShare(NamedTuple):
    """A share of risk, inherent or residual; ``level`` is the rank that it reaches."""

    points: int
    maximum: int
    percent: int | float | None
    level: int


NO_CREDIT = Credit(Fraction(0), 0)
_NOT_MEASURED = Share(None, None, None, 0, NO_CREDIT)


class Controls(Memo):
    """Points and maximum of controls to what follows; those of one principle or actor have their own thresholds."""

    def __init__(self, questionnaire: Questionnaire, *, tagged: bool) -> None:
        super().__init__()
        self._mitigation, self._tagged = questionnaire.scoring.mitigation, tagged
        bounds: list[Fraction | None] = [self._mitigation.blocked_by_principle_below if tagged else None]
        for level in questionnaire.levels:
            asked = level.ready_at
            bounds.append(None if asked is None else asked.each_principle if tagged else asked.controls)
        self._bounds = [(bit, bound) for bit, bound in enumerate(bounds) if bound is not None]

    def work_out(self, key: tuple[int, int]) -> Share:
        score = Score(*key)
        flags = sum(score.is_below(bound) << bit for bit, bound in self._bounds)
        credit = NO_CREDIT
        if not self._tagged:
            earned = credit_percent(self._mitigation, score.percent)
            credit = Credit(earned, one_decimal(earned))
        return Share(score.points, score.maximum, score.stated, flags, credit)


class Risks(Memo):
    """Points and maximum of risk, inherent or residual, to what follows."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._questionnaire = questionnaire

    def work_out(self, key: tuple[int, int]) -> RiskShare:
        score = Score(*key)
        level = self._questionnaire.rank[level_by_points(self._questionnaire, score).id]
        return RiskShare(score.points, score.maximum, score.stated, level)


class Summed(Memo):
    """The sums of a share, as they are packed (``Tables.shares``), to what follows from its points and its maximum."""

    def __init__(self, tables: Tables, name: str, follows: Memo) -> None:
        super().__init__()
        scoring = tables.questionnaire.scoring
        self._share, self._follows = tables.shares[name], follows
        self._whole = sum(question.highest_points for question in tables.tagged[name])
        self._basis = scoring.basis("inherent" if name == "inherent" else "control")
        if name not in ("inherent", "controls") and self._basis != "all":
            self._basis = "applicable"
        self._measured = name == "inherent"  # even if nothing counts

    def work_out(self, key: int) -> Share | RiskShare:
        points, maximum, counting = self._share.read(key)
        if not counting and not self._measured:
            return _NOT_MEASURED
        if self._basis == "all":
            maximum = self._whole - maximum  # what was summed is what is set aside (``Tables._row``)
        elif self._basis != "applicable":
            maximum = self._basis
        found: Share | RiskShare = self._follows[points, maximum]
        return found


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
