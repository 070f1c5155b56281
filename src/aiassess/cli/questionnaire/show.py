"""``aiassess questionnaire show``: a questionnaire to read, as a picture of its flow, or as one document."""

from typing import Annotated

from typer import Option

from aiassess.cli.language import languages_of
from aiassess.cli.options import QuestionnaireName
from aiassess.cli.output import check_choice
from aiassess.cli.targets import targets, write_outputs
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import QUESTIONNAIRE_FORMATS, renderer


def show(
    name: QuestionnaireName,
    format_: Annotated[str | None, Option("--format", help="option_format_show", metavar="FORMAT")] = None,
    output: Annotated[list[str] | None, Option("-o", "--output", help="option_output_show", metavar="FILE")] = None,
    section: Annotated[list[str] | None, Option("--section", help="option_section", metavar="ID")] = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_show")] = None,
) -> int:
    """Write a whole questionnaire: to read, as a picture of its flow, or as one document."""
    wanted = targets(output or [], format_, QUESTIONNAIRE_FORMATS, "md")
    found = load_questionnaire(name)
    for one in section or []:
        check_choice("section_not_known", one, tuple(each.id for each in found.sections))
    asked = (found, languages_of(found, lang), section or [])
    texts = [
        (target, renderer(form, "questionnaire")(*((found.document,) if form == "json" else asked)))
        for target, form in wanted
    ]
    write_outputs(texts, [name])
    return 0
