"""``aiassess questionnaire schema``: the JSON Schema of a questionnaire's answers, or of its own file."""

from typing import Annotated

from typer import Option

from aiassess.answers.json_schema import schema_text
from aiassess.cli.help import current_language
from aiassess.cli.options import MessageLang, QuestionnaireName
from aiassess.cli.targets import targets, write_outputs
from aiassess.errors import InvalidInput
from aiassess.questionnaire.authoring import authoring_schema_text
from aiassess.questionnaire.catalog import checked_source, load_questionnaire


def schema(
    name: QuestionnaireName,
    authoring: Annotated[bool, Option("--authoring", help="option_authoring")] = False,
    output: Annotated[list[str] | None, Option("-o", "--output", help="option_output_schema", metavar="FILE")] = None,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Write the JSON Schema of a questionnaire's answers; with ``--authoring`` that of its file, even if it has errors."""
    wanted = targets(output or [], None, ("json",), "json")
    if authoring:
        source, problems = checked_source(name)
        if source is None:
            raise InvalidInput(problems)
        text = authoring_schema_text(source.data, current_language())
    else:
        text = schema_text(load_questionnaire(name))
    write_outputs([(target, text) for target, _ in wanted], [name])
    return 0
