"""What is explained: a saved report or an answers file, scored anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.errors import invalid
from aiassess.report.documents import finder, read_document

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.questionnaire.editions import Editions
    from aiassess.scoring.result import Assessment


def assess_file(file: str, questionnaire: Questionnaire | None, editions: Editions) -> tuple[Assessment, str | None]:
    """Return the assessment of a report's own answers, with the report's language, or of an answers file, with None.

    ``questionnaire`` is for an answers file; a report goes with the edition of its digest. Raises InvalidInput where the
    file is neither or not valid, or a report was changed, has no edition at hand, or says what its answers do not give.
    """
    document = read_document(file)
    if not document.is_report:
        return document.assess(finder(questionnaire))
    report = document.report
    named, result = report.data["questionnaire"], report.data["result"]
    if report.changed:
        raise invalid("report_not_explained", file=document.shown)
    edition = editions.of_digest(named["digest"])
    if edition is None:
        raise invalid("edition_not_at_hand", file=document.shown, id=named["id"], version=named["version"])
    assessment, language = document.assess(finder(edition))
    if (result["level"], result["verdict"]) != (assessment.level.id, assessment.verdict):
        raise invalid("report_not_explained", file=document.shown)
    return assessment, language
