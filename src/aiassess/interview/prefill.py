"""Answers from an earlier assessment or a screening, to begin a new interview with (docs/interview.md#prefill)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiassess.answers.carry import Carried, carry_over
from aiassess.errors import invalid
from aiassess.files import STDIN
from aiassess.report.documents import read_document

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
    document = read_document("./-" if file == STDIN else file)  # standard input is the officer's
    if document.is_report and document.report.changed:
        raise invalid("report_changed", file=file)
    revises = document.report.calculated if document.is_report else None
    with document.places():
        answers, carried = carry_over(document.contained, questionnaire, file)
    # Who assessed and how the matter is classified may well hold again; when it was done does not.
    about = replace(answers.about, started_at=None, completed_at=None, revises=revises or answers.about.revises)
    return Prefill(replace(answers, about=about), carried)
