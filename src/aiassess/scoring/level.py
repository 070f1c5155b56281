"""Credit, residual and level: from shares to a level (docs/scoring.md#level)."""

from fractions import Fraction

from aiassess.model.questionnaire import Level, Mitigation, Questionnaire
from aiassess.scoring.result import Score


def round_half_up(number: Fraction) -> int:
    """Return the nearest whole number, halves upwards."""
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def credit_percent(mitigation: Mitigation, controls_percent: Fraction | None) -> Fraction:
    """Return what a share of controls (0-100, None: not measured) takes off, in percent, where nothing blocks it."""
    start = mitigation.from_percent
    if controls_percent is None or mitigation.method == "none" or controls_percent < start:
        return Fraction(0)
    if mitigation.method == "step":
        return mitigation.reduces_percent
    # A stated maximum smaller than what the questions give must not take off more than the author allows.
    share = min(controls_percent, Fraction(100))
    return (share - start) / (100 - start) * mitigation.reduces_percent


def residual_points(inherent_points: int, credit: Fraction) -> int:
    """Return inherent points less the credit (percent), rounded half up to a whole point."""
    return round_half_up(inherent_points * (100 - credit) / 100)


def level_by_points(questionnaire: Questionnaire, residual: Score) -> Level:
    """Return the level that the residual share reaches; nothing to measure reaches the lowest."""
    percent = residual.percent or Fraction(0)
    levels = [level for level in questionnaire.levels if level.by_points]
    return next((level for level in levels if level.up_to is not None and percent <= level.up_to), levels[-1])
