"""Answers from an earlier assessment or a screening, to begin a new interview with (docs/interview.md#prefill)."""

from dataclasses import dataclass, replace
from typing import Any

from aiassess.answers.carry import Carried, carry_over
from aiassess.answers.check import questionnaire_named_in
from aiassess.errors import invalid
from aiassess.files import STDIN
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import is_builtin
from aiassess.report.documents import read_document


@dataclass(frozen=True, slots=True)
class Prefill:
    """Answers to begin with, none confirmed yet. ``answers.about.revises`` is the digest of the report they come from."""

    answers: AnswerSet
    carried: Carried


def load_prefill(file: str, questionnaire: Questionnaire) -> Prefill:
    """Return the answers in an answers file or a report.json, carried over to this edition of the questionnaire.

    They may have been given to any version of it, since each is looked at again. Raises InvalidInput if the file cannot be
    read, is neither, goes with another questionnaire, or is a report that was changed after it was made.
    """
    document = read_document("./-" if file == STDIN else file)  # standard input belongs to the officer
    if document.is_report and document.saved.changed:
        raise invalid("report_changed", file=file)
    revises = document.saved.calculated if document.is_report else None
    with document.places():
        data = document.contained
        answers, carried = carry_over(data, questionnaire, file, any_major=True, earlier=_earlier(data))
    taken = {
        name: answer if answer.status == "unanswered" else replace(answer, confirmed=False)
        for name, answer in answers.answers.items()
    }
    # The assessor and the classification may well be the same again; the times are not.
    about = replace(answers.about, started_at=None, completed_at=None, revises=revises or answers.about.revises)
    return Prefill(replace(answers, about=about, answers=taken), carried)


def _earlier(data: Any) -> Questionnaire | None:
    """Return the shipped edition that an answers document names, if it is kept."""
    named = questionnaire_named_in(data)
    name = f"{named.get('id')}@{named.get('version')}"
    return load_questionnaire(name) if is_builtin(name) else None
