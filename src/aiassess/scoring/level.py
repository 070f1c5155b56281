"""Credit, residual and level: from shares to a level (docs/scoring.md#level)."""

from fractions import Fraction

from aiassess.figures import quotient_half_up
from aiassess.model.levels import Level, Mitigation
from aiassess.model.questionnaire import Questionnaire
from aiassess.scoring.result import Score


def credit_percent(mitigation: Mitigation, controls_percent: Fraction | None) -> Fraction:
    """Return what a share of controls (0-100, None: not measured) takes off, in percent, if nothing blocks it."""
    start, most = mitigation.from_percent, mitigation.reduces_percent
    if controls_percent is None or mitigation.method == "none":
        return Fraction(0)
    # (share - start) / (100 - start) in whole numbers: every Fraction on the way would be reduced, which takes time.
    # A stated maximum smaller than what the questions give must not take off more than the author allows.
    share, whole = min(controls_percent.numerator, 100 * controls_percent.denominator), controls_percent.denominator
    above = share * start.denominator - start.numerator * whole
    if above < 0:
        return Fraction(0)
    if mitigation.method == "step":
        return most
    room = whole * (100 * start.denominator - start.numerator)
    return Fraction(above * most.numerator, room * most.denominator)


def residual_points(inherent_points: int, credit: Fraction) -> int:
    """Return inherent points less the credit (percent), rounded half up to a whole point."""
    whole = 100 * credit.denominator
    return quotient_half_up(inherent_points * (whole - credit.numerator), whole)


def level_by_points(questionnaire: Questionnaire, share: Score) -> Level:
    """Return the level that a share, residual or inherent, reaches; nothing to measure reaches the lowest."""
    points = share.points if share.maximum else 0
    for level in questionnaire.levels:
        bound = level.up_to  # the share is compared by cross-multiplication: exact, and no Fraction need be reduced
        if bound is None or 100 * points * bound.denominator <= bound.numerator * share.maximum:
            return level
    raise AssertionError("the last level that points reach has no bound")
