"""What can be compared: a saved report, or answers that are scored first; and the questionnaires that are at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiassess.errors import invalid
from aiassess.report.documents import finder, read_document

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.types import Report


@dataclass(frozen=True, slots=True)
class Side:
    """A report to compare, the name of its file for messages, and whether it was changed by hand."""

    file: str
    report: Report
    edited: bool = False


def load_side(file: str, questionnaire: Questionnaire | None = None) -> Side:
    """Return the report in a file ("-": standard input), or the report that the answers in it give.

    Answers are scored with ``questionnaire``, else with the shipped one that they name. Raises InvalidInput where the file
    cannot be read, is neither, or does not go with the questionnaire given.
    """
    document = read_document(file, finder(questionnaire))
    named = document.report["questionnaire"]["id"]
    if questionnaire and named != questionnaire.id:
        raise invalid("other_questionnaire", file=document.shown, found=named, expected=questionnaire.id)
    return Side(document.shown, document.report, edited=document.is_report and document.saved.changed)
