"""What a JSON Schema cannot say about a questionnaire (docs/questionnaire-format.md#checks).

Errors make a questionnaire unusable; warnings are for ``aiassess questionnaire lint``.
"""

from aiassess.errors import Problem
from aiassess.questionnaire.checks.ids import check_ids
from aiassess.questionnaire.checks.levels import check_levels
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.checks.plausible import check_plausible, check_shares
from aiassess.questionnaire.checks.questions import check_questions
from aiassess.questionnaire.checks.texts import check_texts
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.schema import by_place
from aiassess.questionnaire.yaml_source import Source


def check_questionnaire(source: Source) -> list[Problem]:
    """Return every error, warning and note in a document that the schema accepts, in document order."""
    doc = Manuscript(source)
    found = [
        *check_texts(doc, doc.data),
        *check_ids(doc),
        *check_questions(doc),
        *check_levels(doc),
        *check_plausible(doc),
    ]
    if not any(problem.severity == "error" for problem in found):
        found += check_shares(doc, build_questionnaire(doc.data, "sha256:"))
    return by_place(found)
