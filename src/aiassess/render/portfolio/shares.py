"""Shares of principles, and totals over agencies, exact because the data include the sums of percents."""

from collections.abc import Sequence
from fractions import Fraction

from aiassess.figures import one_decimal
from aiassess.render.portfolio import types as t


def shares(principle: str, systems: int, tenths: int, lowest: int) -> t.PrincipleShares:
    """Return the share of some systems, given the sum and the lowest of their percents in tenths."""
    return {
        "id": principle,
        "systems": systems,
        "sum_percent": one_decimal(Fraction(tenths, 10)),
        "mean_percent": one_decimal(Fraction(tenths, 10 * systems)) if systems else None,
        "lowest_percent": one_decimal(Fraction(lowest, 10)) if systems else None,
    }


def mean(item: t.PrincipleShares) -> Fraction | None:
    """Return the exact mean in percent; None if no system was measured."""
    return Fraction(_tenths(item["sum_percent"]), 10 * item["systems"]) if item["systems"] else None


def together(agencies: Sequence[t.AgencySums]) -> t.AgencySums:
    first = agencies[0]
    return {
        "systems": sum(agency["systems"] for agency in agencies),
        "levels": {level: sum(agency["levels"][level] for agency in agencies) for level in first["levels"]},
        "verdicts": {name: sum(agency["verdicts"][name] for agency in agencies) for name in first["verdicts"]},
        "overdue": sum(agency["overdue"] for agency in agencies),
        "principles": [_added(some) for some in zip(*(agency["principles"] for agency in agencies), strict=True)],
    }


def trends_together(agencies: Sequence[t.AgencyTrend]) -> t.AgencyTrend:
    return {
        "then": _rounds_together([agency["then"] for agency in agencies]),
        "now": _rounds_together([agency["now"] for agency in agencies]),
    }


def _rounds_together(agencies: Sequence[t.AgencyRound]) -> t.AgencyRound:
    return {
        "systems": sum(agency["systems"] for agency in agencies),
        "principles": [_added(some) for some in zip(*(agency["principles"] for agency in agencies), strict=True)],
    }


def _added(some: Sequence[t.PrincipleShares]) -> t.PrincipleShares:
    systems, tenths = sum(item["systems"] for item in some), sum(_tenths(item["sum_percent"]) for item in some)
    lowest = (_tenths(item["lowest_percent"]) for item in some if item["lowest_percent"] is not None)
    return shares(some[0]["id"], systems, tenths, min(lowest, default=0))


def _tenths(percent: float) -> int:
    return round(percent * 10)
