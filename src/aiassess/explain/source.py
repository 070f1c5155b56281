"""What is explained: a saved report or an answers file, scored anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.errors import invalid
from aiassess.questionnaire.editions import Editions
from aiassess.report.documents import finder, read_document

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.documents import Document


def read_explained(file: str, questionnaire: Questionnaire | None) -> Document:
    """Return an answers file, or a report whose own edition gives its level and verdict anew.

    ``questionnaire`` is for an answers file, and at hand for a report. Raises InvalidInput if the file is neither or is not
    valid, or a report was changed, has no edition at hand, or says what its answers do not give.
    """
    document = read_document(file, finder(questionnaire))
    if not document.is_report:
        return document
    named, result = document.saved.data["questionnaire"], document.saved.data["result"]
    if document.saved.changed:
        raise invalid("report_not_explained", file=document.shown)
    edition = Editions([questionnaire] if questionnaire else []).of_digest(named["digest"])
    if edition is None:
        raise invalid("edition_not_at_hand", file=document.shown, id=named["id"], version=named["version"])
    document.find = finder(edition)
    if (result["level"], result["verdict"]) != (document.assessment.level.id, document.assessment.verdict):
        raise invalid("report_not_explained", file=document.shown)
    return document
