"""What is explained: a saved report or an answers file, scored anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.answers.check import check_answers, with_lines
from aiassess.answers.load import check_document
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, invalid
from aiassess.files import MAX_REPORT_BYTES, read_input
from aiassess.report.saved import answers_document, check_report, is_report
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.questionnaire.editions import Editions
    from aiassess.scoring.result import Assessment


def assess_file(file: str, questionnaire: Questionnaire | None, editions: Editions) -> tuple[Assessment, str | None]:
    """Return the assessment of a report's own answers, with the report's language, or of an answers file, with None.

    ``questionnaire`` is for an answers file; a report goes with the edition of its digest. Raises InvalidInput where the
    file is neither or not valid, or a report was changed, has no edition at hand, or says what its answers do not give.
    """
    text, shown = read_input(file, MAX_REPORT_BYTES)
    try:
        data = parse_json(text, shown)
        if is_report(data):
            return _assess_report(data, shown, editions)
        answers, questionnaire = check_document(data, questionnaire, shown)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, shown)) from None
    return score(questionnaire, answers), None


def _assess_report(data: Any, shown: str, editions: Editions) -> tuple[Assessment, str]:
    saved = check_report(data, shown)
    if saved.changed:
        raise invalid("report_not_explained", file=shown)
    named = saved.data["questionnaire"]
    questionnaire = editions.of_digest(named["digest"])
    if questionnaire is None:
        raise invalid("edition_not_at_hand", file=shown, id=named["id"], version=named["version"])
    assessment = score(questionnaire, check_answers(answers_document(saved.data), questionnaire, shown))
    result = saved.data["result"]
    if (result["level"], result["verdict"]) != (assessment.level.id, assessment.verdict):
        raise invalid("report_not_explained", file=shown)
    return assessment, named["language"]
