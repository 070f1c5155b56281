"""What was added to the report format since its first version, so that earlier reports stay readable and reproducible.

None of it applies to a report made before: no questionnaire could ask for it yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aiassess.report.build import signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.report.types import Report

_LISTS = ("contradictions", "unconfirmed", "unevidenced")
_OF_RESULT = ("level_settled", "level_from")
_OF_REASON = ("title", "certain")


def completed(report: Report) -> Report:
    """Return a report with everything that its version could not say yet, as it would be said of it now."""
    result = report["result"]
    low, high = result["level_range"]
    return {
        **report,
        "contradictions": report.get("contradictions", []),
        "unconfirmed": report.get("unconfirmed", []),
        "unevidenced": report.get("unevidenced", []),
        "result": {
            **result,
            "level_settled": result.get("level_settled", low == high),
            "level_from": result.get("level_from", "residual"),
            "reasons": [
                {**item, "title": item.get("title"), "certain": item.get("certain", True)} for item in result["reasons"]
            ],
        },
    }


def as_made_then(report: Report, saved: Report) -> Report:
    """Return a report as the version that made the saved one would have, if that is an earlier one and could say the same."""
    result = report["result"]
    there = [*(name in saved for name in _LISTS), *(name in saved["result"] for name in _OF_RESULT)]
    in_reasons = any(name in item for item in saved["result"]["reasons"] for name in _OF_REASON)
    said = [report.get(name) for name in _LISTS]
    titles = [item["title"] for item in result["reasons"]]
    if any(there) or in_reasons or any(said) or any(titles) or result["level_from"] != "residual":
        return report
    reasons = [_without(_OF_REASON, item) for item in result["reasons"]]
    then = {**_without(_LISTS, report), "result": {**_without(_OF_RESULT, result), "reasons": reasons}}
    return signed(cast("Report", then))


def _without(names: tuple[str, ...], part: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in part.items() if name not in names}
