"""The shares that a report states, exactly, and in words that do not contradict it (docs/scoring.md#rounding)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.figures import decimals_in, exact, one_decimal, percent_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from aiassess.report.types import ResultData, ScoreData


def share_of(score: ScoreData) -> Fraction | None:
    """Return the exact share of a report's score in percent; of a report that was changed, the percent that it states."""
    stated = score["percent"]
    if stated is None:
        return None
    found = exact(100 * score["points"]) / exact(score["maximum"]) if score["maximum"] else None
    return found if found is not None and one_decimal(found) == stated else exact(stated)


def percent_of(score: ScoreData, against: Iterable[Fraction] = (), decimals: int = 1) -> str | None:
    """Return a report's score in percent (see ``percent_text``), None if it is not measured."""
    share = share_of(score)
    if share is None:
        return None
    if one_decimal(share) != score["percent"]:  # the report was changed: show what it states
        return f"{score['percent']}%"
    return f"{percent_text(share, *against, decimals=decimals)}%"


def decimals_told(result: ResultData) -> int:
    """Return how many decimals the share that the level is read off has in the sentence that says which level it gives."""
    share = share_of(result[result.get("level_from", "residual")])
    told = next((item["text"] for item in result["reasons"] if item["rule"] is None), "")
    return 1 if share is None else decimals_in(told, share)
