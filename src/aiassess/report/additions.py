"""What was added to the report format since its first version, so that earlier reports stay readable and reproducible.

Nothing of it says anything in a report that was made before it was there: no questionnaire could then ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.questionnaire.build import digest_of

if TYPE_CHECKING:
    from aiassess.report.build import Report

_LISTS = ("contradictions", "unconfirmed", "unevidenced")
_OF_RESULT = ("level_settled", "level_from")


def completed(report: Report) -> Report:
    """Return a report with everything that its version could not say yet, as it would be said of it now."""
    result = report["result"]
    low, high = result["level_range"]
    reasons = [item if "title" in item else {**item, "title": None} for item in result["reasons"]]
    added = {"level_settled": low == high, "level_from": "residual"}
    return {**dict.fromkeys(_LISTS, ()), **report, "result": {**added, **result, "reasons": reasons}}


def as_made_then(report: Report, saved: Any) -> Report:
    """Return a report as the version that made the saved one would have, if that is an earlier one and could say the same."""
    result = report["result"]
    there = [*(name in saved for name in _LISTS), *(name in saved["result"] for name in _OF_RESULT)]
    titled = any("title" in item for item in saved["result"]["reasons"])
    said = [*(report[name] for name in _LISTS), *(item["title"] for item in result["reasons"])]
    if any(there) or titled or any(said) or result["level_from"] != "residual":
        return report
    reasons = [{name: value for name, value in item.items() if name != "title"} for item in result["reasons"]]
    then = {name: part for name, part in report.items() if name not in (*_LISTS, "digest")}
    then["result"] = {name: part for name, part in result.items() if name not in _OF_RESULT} | {"reasons": reasons}
    return {**then, "digest": digest_of(then)}
