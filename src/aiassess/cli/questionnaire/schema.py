"""``aiassess questionnaire schema``: the JSON Schema of a questionnaire's answers."""

from aiassess.answers.json_schema import schema_text
from aiassess.cli.options import QuestionnaireName
from aiassess.cli.output import print_result
from aiassess.questionnaire.catalog import load_questionnaire


def schema(name: QuestionnaireName) -> int:
    """Print the JSON Schema of a questionnaire's answers."""
    print_result(schema_text(load_questionnaire(name)))
    return 0
