"""``aiassess questionnaire show``: a questionnaire to read, or as one document."""

from typing import Annotated

from typer import Option

from aiassess.canonical import to_json
from aiassess.cli.options import Lang, QuestionnaireName
from aiassess.cli.output import check_choice, print_result
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import renderer


def show(
    name: QuestionnaireName,
    format_: Annotated[str, Option("--format", help="option_md_or_json", metavar="FORMAT")] = "md",
    lang: Lang = None,
) -> int:
    """Print a whole questionnaire: to read, or as one document."""
    check_choice("no_such_format", format_, ("md", "json"))
    found = load_questionnaire(name)
    if format_ == "json":
        print_result(to_json(found.document))
        return 0

    check_choice("language_not_offered", lang, found.languages)
    print_result(renderer("md", "questionnaire")(found, lang or found.default_language))
    return 0
