"""A saved report, read and checked; and the answers file that it wholly contains (docs/report-format.md#reading-a-report)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess.answers.dump import about_of, entry_data
from aiassess.answers.formats import FORMAT as ANSWERS_FORMAT
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_REPORT_BYTES, is_file_or_lost, open_found, slashed
from aiassess.recognize import kind_of, wrong_file
from aiassess.report.build import FORMAT, content_digest

if TYPE_CHECKING:
    from aiassess.answers.types import AnswersFile, EntryData
    from aiassess.report.types import InactiveData, Report


REPORT_NAME, ANSWERS_NAME = "report.json", "answers.json"
"""What an interview calls its files."""
REPORT_MARK = b'"aiassess.report/'
"""Bytes that every report contains, and few other files do."""


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report of valid shape. ``calculated`` is the digest of its content: if it was changed, not the one it states.

    ``text``: the file's text with LF line ends, if it was read from a file.
    """

    file: str
    data: Report
    calculated: str
    text: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the report was changed after it was made: its digest is not that of its content."""
        return bool(self.data["digest"] != self.calculated)


def is_report(data: object) -> bool:
    """Return whether a JSON document says that it is a report, of whatever format number."""
    return isinstance(data, dict) and str(data.get("format", "")).startswith("aiassess.report/")


def check_report(data: Any, shown: str) -> SavedReport:
    """Return a parsed report; raises InvalidInput if it does not have the shape of ``schemas/report.schema.json``."""
    # Both are needed for saved reports alone; ``score`` writes reports without them.
    from aiassess.questionnaire.schema import schema_problems  # noqa: PLC0415
    from aiassess.questionnaire.yaml_source import Source  # noqa: PLC0415
    from aiassess.resources import load_schema  # noqa: PLC0415

    if not is_report(data):
        kind = kind_of(data)
        raise InvalidInput([wrong_file(kind, "report", shown)]) if kind else invalid("not_a_report", file=shown)
    if data["format"] != FORMAT:
        found = {"found": data["format"], "known": FORMAT}
        raise InvalidInput([Problem("newer_format", found, file=shown, path="format")])
    problems = schema_problems(Source(data), load_schema("report"))
    if problems:
        raise InvalidInput(problems)
    try:
        calculated = content_digest(data)
    except ValueError:  # no report of ours holds such numbers
        raise invalid("report_numbers", file=shown) from None
    return SavedReport(shown, data, calculated)


def reports_in(folder: str) -> tuple[list[str], int]:
    """Return the report files below a folder, sorted, and how many other .json files there are.

    A file counts if it is named report.json or says anywhere that it is a report, so that a damaged one is not passed over.
    Folders whose names begin with a dot are passed over. Raises InvalidInput if a folder cannot be read.
    """
    found, others = [], 0
    for place, folders, names in os.walk(folder, onerror=_refuse_folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(".json"):
                file = Path(place, name)
                if is_file_or_lost(file) and (name == REPORT_NAME or _says_report(file)):
                    found.append(str(file))
                else:
                    others += 1
    return sorted(found, key=slashed), others


def _refuse_folder(error: OSError) -> None:
    raise invalid("unreadable", file=str(error.filename), reason=error.strerror or str(error))


def _says_report(file: Path) -> bool:
    try:
        with open_found(file) as stream:
            return REPORT_MARK in stream.read(MAX_REPORT_BYTES)
    except OSError:
        return True  # reading it as a report will say what is wrong


def answers_document(report: Report) -> AnswersFile:
    """Return the answers file that a report wholly contains, as JSON has it; answers in the report's order."""
    named, items = report["questionnaire"], [*report["answers"], *report["inactive"]]
    return {
        "format": ANSWERS_FORMAT,
        "questionnaire": {"id": named["id"], "version": named["answered_version"]},
        "about": about_of(report["about"].get),
        "answers": {item["question"]: entry for item in items if (entry := answer_entry(item))},
    }


def answer_entry(item: InactiveData) -> EntryData:
    """Return an entry of a report's ``answers`` or ``inactive`` as the answers file has it; empty for a blank one."""
    confirmed = item.get("confirmed", True)
    whose = item.get("for"), item.get("from", [])
    return entry_data(item["status"], item["value"], item["note"], item["evidence"], *whose, confirmed=confirmed)
