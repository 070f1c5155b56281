"""What a JSON Schema cannot say about a questionnaire (docs/questionnaire-format.md#checks).

Errors make a questionnaire unusable; warnings are for ``aiassess questionnaire lint``.
"""

from aiassess.errors import Problem
from aiassess.questionnaire.checks.ids import check_ids
from aiassess.questionnaire.checks.levels import check_levels
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.checks.questions import check_questions
from aiassess.questionnaire.checks.texts import check_texts
from aiassess.questionnaire.schema import by_place
from aiassess.questionnaire.yaml_source import Source


def check_questionnaire(source: Source) -> list[Problem]:
    """Return every error and warning in a document that the schema accepts, in document order."""
    doc = Manuscript(source)
    return by_place([*check_texts(doc, doc.data), *check_ids(doc), *check_questions(doc), *check_levels(doc)])
