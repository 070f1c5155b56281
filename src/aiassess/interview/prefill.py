"""Answers from an earlier assessment or a screening, to begin a new interview with (docs/interview.md#prefill)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aiassess.answers.carry import Carried, carry_over
from aiassess.answers.check import with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, invalid
from aiassess.files import MAX_REPORT_BYTES, read_text
from aiassess.report.saved import answers_document, check_report, is_report

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
    try:
        if is_report(data):
            report = check_report(data, file)
            if report.changed:
                raise invalid("report_changed", file=file)
            revises = report.calculated
            data = answers_document(report.data)
        answers, carried = carry_over(data, questionnaire, file)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, file)) from None
    # Who assessed and how the matter is classified may well hold again; when it was done does not.
    about = replace(answers.about, started_at=None, completed_at=None, revises=revises or answers.about.revises)
    return Prefill(replace(answers, about=about), carried)
