"""Answers from an earlier assessment or a screening, to begin a new interview with (docs/interview.md#prefill)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess.answers.check import with_lines
from aiassess.answers.formats import ABOUT_FIELDS
from aiassess.answers.formats import FORMAT as ANSWERS_FORMAT
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_REPORT_BYTES, read_text
from aiassess.interview.carry import Carried, carry_over
from aiassess.questionnaire.build import digest_of
from aiassess.report.build import FORMAT as REPORT_FORMAT

if TYPE_CHECKING:
    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Prefill:
    """Answers to begin with, each to be confirmed. ``answers.about.revises`` is the digest of the report they come from."""

    answers: AnswerSet
    carried: Carried


def load_prefill(file: str, questionnaire: Questionnaire) -> Prefill:
    """Return the answers in an answers file or a report.json, carried over to this edition of the questionnaire.

    Raises InvalidInput where the file cannot be read, is neither, goes with another questionnaire, or is a report that was
    changed after it was made.
    """
    text = read_text(Path(file), file, MAX_REPORT_BYTES)
    data = parse_json(text, file)
    revises = None
    if isinstance(data, dict) and str(data.get("format", "")).startswith("aiassess.report/"):
        revises = _digest(data, file)
        data = _answers_of(data, file)
    try:
        answers, carried = carry_over(data, questionnaire, file)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, file)) from None
    # Who assessed and how the matter is classified may well hold again; when it was done does not.
    about = replace(answers.about, started_at=None, completed_at=None, revises=revises or answers.about.revises)
    return Prefill(replace(answers, about=about), carried)


def _digest(report: dict[str, Any], file: str) -> str:
    """Return the report's digest, which a later report names; it must be true of what is taken over."""
    if report["format"] != REPORT_FORMAT:
        found = {"found": report["format"], "known": REPORT_FORMAT}
        raise InvalidInput([Problem("newer_format", found, file=file, path="format")])
    digest = report.get("digest")
    try:
        calculated = digest_of({key: value for key, value in report.items() if key != "digest"})
    except ValueError:  # numbers that no report of ours holds
        calculated = ""
    if not isinstance(digest, str) or digest != calculated:
        raise invalid("report_changed", file=file)
    return digest


def _answers_of(report: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the answers file that a report wholly contains; its digest was found true, so its shape is that of a report."""
    try:
        about = {name: report["about"][name] for name in ABOUT_FIELDS if report["about"].get(name) is not None}
        named = report["questionnaire"]
        return {
            "format": ANSWERS_FORMAT,
            "questionnaire": {"id": named["id"], "version": named.get("answered_version", named["version"])},
            "about": about,
            "answers": {
                item["question"]: entry
                for item in [*report["answers"], *report["inactive"]]
                for entry in [_entry(item)]
                if entry
            },
        }
    except (KeyError, TypeError, AttributeError):
        raise invalid("report_changed", file=file) from None


def _entry(item: dict[str, Any]) -> dict[str, Any]:
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
