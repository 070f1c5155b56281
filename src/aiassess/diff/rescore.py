"""The old answers scored with the new questionnaire, which shows whose a change is (docs/diff-format.md#whose-change-it-is)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiassess.answers.carry import Dropped, carry_over
from aiassess.answers.check import check_answers
from aiassess.errors import InvalidInput, Problem
from aiassess.report.build import build_report
from aiassess.report.saved import answers_document
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.types import Report


@dataclass(frozen=True, slots=True)
class Rescored:
    """What the old answers come to now; answers that the questionnaire no longer takes are ``dropped``."""

    report: Report
    dropped: tuple[Dropped, ...]
    before: AnswerSet
    """The old answers that the questionnaire takes."""
    after: AnswerSet | None
    """The new answers; None where the report holds some that its own questionnaire does not take."""


def rescore(
    old: Report, new: Report, questionnaire: Questionnaire, language: str, earlier: Questionnaire | None = None
) -> Rescored | tuple[Problem, ...]:
    """Return what fits of the old answers scored with the new report's questionnaire, or why they cannot be.

    ``earlier``: the old report's questionnaire, if it is at hand.
    """
    try:
        answers, carried = carry_over(_bare(old), questionnaire, "", any_major=True, earlier=earlier)
    except InvalidInput as error:
        return error.problems
    report = build_report(score(questionnaire, answers), language)
    return Rescored(report, carried.dropped, answers, _checked(new, questionnaire))


def _bare(report: Report) -> dict[str, object]:
    """Return a report's answers without what is said about them, which no score depends on."""
    return {**answers_document(report), "about": {}}


def _checked(report: Report, questionnaire: Questionnaire) -> AnswerSet | None:
    try:
        return check_answers(_bare(report), questionnaire, "")
    except InvalidInput:
        return None
