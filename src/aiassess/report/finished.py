"""A finished assessment is revised, never overwritten (docs/review.md#revisions)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiassess.errors import invalid
from aiassess.files import MAX_REPORT_BYTES, open_found
from aiassess.report.saved import REPORT_MARK, answers_document, is_report

if TYPE_CHECKING:
    from pathlib import Path

    from aiassess.report.types import Report


def keep_finished(file: Path, content: str | bytes) -> None:
    """Raise InvalidInput if a file holds the report of a finished assessment, and the content is not a report of the same one.

    Finished: ``about.completed_at`` says when. The same: it contains the same answers file, so that nothing is lost;
    language and tool may differ.
    """
    old = _report_in(file)
    if old is None or not old["about"].get("completed_at"):
        return
    new = _parsed(content)
    try:
        same = is_report(new) and answers_document(new) == answers_document(old)
    except (KeyError, TypeError, AttributeError):  # it says that it is a report, but is damaged
        same = False
    if not same:
        raise invalid("finished_report", file=str(file), completed=str(old["about"]["completed_at"]))


def _report_in(file: Path) -> Report | None:
    """Return the report in a file, None if it does not look like one."""
    try:
        with open_found(file) as stream:
            raw = stream.read(MAX_REPORT_BYTES + 1)
    except OSError:
        return None
    data: Any = _parsed(raw) if REPORT_MARK in raw else None
    return data if is_report(data) and isinstance(data.get("about"), dict) else None


def _parsed(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
