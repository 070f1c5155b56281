"""What can be compared: a saved report, or answers that are scored first; and the questionnaires that are at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiassess.answers.check import with_lines
from aiassess.answers.load import check_document
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, invalid
from aiassess.files import MAX_REPORT_BYTES, read_input
from aiassess.report.build import build_report
from aiassess.report.saved import check_report, is_report
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.build import Report


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
    text, shown = read_input(file, MAX_REPORT_BYTES)
    try:
        return _side(parse_json(text, shown), shown, questionnaire)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, shown)) from None


def _side(data: Any, shown: str, questionnaire: Questionnaire | None) -> Side:
    if is_report(data):
        saved = check_report(data, shown)
        if questionnaire and saved.data["questionnaire"]["id"] != questionnaire.id:
            found = saved.data["questionnaire"]["id"]
            raise invalid("other_questionnaire", file=shown, found=found, expected=questionnaire.id)
        return Side(shown, saved.data, saved.changed)
    if not isinstance(data, dict) or not str(data.get("format", "")).startswith("aiassess.answers/"):
        raise invalid("report_or_answers", file=shown)
    answers, chosen = check_document(data, questionnaire, shown)
    return Side(shown, build_report(score(chosen, answers)))
