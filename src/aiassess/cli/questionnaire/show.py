"""``aiassess questionnaire show``: a questionnaire to read, as a picture of its flow, or as one document."""

from typing import Annotated

from typer import Option

from aiassess.cli.language import languages_of
from aiassess.cli.options import QuestionnaireName
from aiassess.cli.targets import targets, write_outputs
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import QUESTIONNAIRE_FORMATS, renderer


def show(
    name: QuestionnaireName,
    format_: Annotated[str | None, Option("--format", help="option_format_show", metavar="FORMAT")] = None,
    output: Annotated[list[str] | None, Option("-o", "--output", help="option_output_show", metavar="FILE")] = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_show")] = None,
) -> int:
    """Write a whole questionnaire: to read, as a picture of its flow, or as one document."""
    wanted = targets(output or [], format_, QUESTIONNAIRE_FORMATS, "md")
    found = load_questionnaire(name)
    langs = languages_of(found, lang)
    texts = [
        (target, renderer(form, "questionnaire")(*((found.document,) if form == "json" else (found, *langs))))
        for target, form in wanted
    ]
    write_outputs(texts, [name])
    return 0
