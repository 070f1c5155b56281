"""A saved report, read and checked; and the answers file that it wholly contains (docs/report-format.md#reading-a-report)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiassess.answers.check import with_lines
from aiassess.answers.formats import ABOUT_FIELDS
from aiassess.answers.formats import FORMAT as ANSWERS_FORMAT
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_REPORT_BYTES, read_input
from aiassess.questionnaire.build import digest_of
from aiassess.report.build import FORMAT

if TYPE_CHECKING:
    from aiassess.report.build import Report


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report of valid shape. ``calculated`` is the digest that its content gives: not its own, where it was changed."""

    file: str
    data: Report
    calculated: str

    @property
    def changed(self) -> bool:
        """Whether the report was changed after it was made: its digest is not that of its content."""
        return bool(self.data["digest"] != self.calculated)


def is_report(data: Any) -> bool:
    """Return whether a JSON document says that it is a report, of whatever format number."""
    return isinstance(data, dict) and str(data.get("format", "")).startswith("aiassess.report/")


def load_report(file: str) -> SavedReport:
    """Return the report in a file ("-": standard input).

    Raises InvalidInput where it cannot be read or has not the shape of ``schemas/report.schema.json``. That it was changed
    by hand is no error here: see ``SavedReport.changed``.
    """
    text, shown = read_input(file, MAX_REPORT_BYTES)
    try:
        return check_report(parse_json(text, shown), shown)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, shown)) from None


def check_report(data: Any, shown: str) -> SavedReport:
    """Return a parsed report; raises InvalidInput as ``load_report`` does, without lines."""
    # Both are needed for saved reports alone; ``score`` writes reports without them.
    from aiassess.questionnaire.schema import schema_problems  # noqa: PLC0415
    from aiassess.questionnaire.yaml_source import Source  # noqa: PLC0415
    from aiassess.resources import load_schema  # noqa: PLC0415

    if not is_report(data):
        raise invalid("not_a_report", file=shown)
    if data["format"] != FORMAT:
        found = {"found": data["format"], "known": FORMAT}
        raise InvalidInput([Problem("newer_format", found, file=shown, path="format")])
    problems = schema_problems(Source(data), load_schema("report"))
    if problems:
        raise InvalidInput(problems)
    try:
        calculated = digest_of({key: value for key, value in data.items() if key != "digest"})
    except ValueError:  # numbers that have no one JSON form (RFC 8785), so no report of ours holds them
        raise invalid("report_numbers", file=shown) from None
    return SavedReport(shown, data, calculated)


def answers_document(report: Report) -> dict[str, Any]:
    """Return the answers file that a report wholly contains, as JSON has it; answers in the report's order."""
    named = report["questionnaire"]
    return {
        "format": ANSWERS_FORMAT,
        "questionnaire": {"id": named["id"], "version": named["answered_version"]},
        "about": {name: report["about"][name] for name in ABOUT_FIELDS if report["about"].get(name) is not None},
        "answers": {
            item["question"]: entry
            for item in [*report["answers"], *report["inactive"]]
            for entry in [answer_entry(item)]
            if entry
        },
    }


def answer_entry(item: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of a report's ``answers`` or ``inactive`` as the answers file has it; empty for a blank one."""
    entry: dict[str, Any] = {}
    if item["status"] == "answered":
        entry["value"] = item["value"]
    elif item["status"] != "unanswered":
        entry["status"] = item["status"]
    if item["note"] is not None:
        entry["note"] = item["note"]
    if item["evidence"]:
        entry["evidence"] = item["evidence"]
    return entry
