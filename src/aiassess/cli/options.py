"""Options that several commands have, with the keys of their help."""

from collections.abc import Iterable
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.output import check_choice
from aiassess.interview.actors import find_actors
from aiassess.model.questionnaire import Questionnaire, Tag

TEXT_OR_JSON = ("text", "json")

EditionsOption = Annotated[
    list[str] | None, Option("-q", "--questionnaire", help="option_editions", metavar="QUESTIONNAIRE")
]
QuestionnaireName = Annotated[str, Argument(help="argument_questionnaire", metavar="QUESTIONNAIRE")]
QuestionnaireOption = Annotated[str | None, Option("-q", "--questionnaire", help="option_questionnaire")]
Format = Annotated[str | None, Option("--format", help="option_format", metavar="FORMAT")]
ReviewFormat = Annotated[str | None, Option("--format", help="option_format_review", metavar="FORMAT")]
TextOrJson = Annotated[str, Option("--format", help="option_text_or_json", metavar="FORMAT")]
Output = Annotated[list[str] | None, Option("-o", "--output", help="option_output", metavar="FILE")]
ReportOutput = Annotated[list[str] | None, Option("-o", "--output", help="option_output_report", metavar="FILE")]
Lang = Annotated[str | None, Option("--lang", help="option_lang")]
MessageLang = Annotated[str | None, Option("--lang", help="option_lang_root")]
ActorOption = Annotated[list[str] | None, Option("--actor", help="option_actor", metavar="ACTOR")]


def actors_named(wanted: Iterable[str], questionnaire: Questionnaire) -> tuple[Tag, ...]:
    """Return the actors that are named, by id, title or a part of one; raises WrongUsage if a name is not that of one."""
    found: dict[str, Tag] = {}
    for name in wanted:
        actors = find_actors(questionnaire.actors, name)
        check_choice("actor_not_known", name if len(actors) != 1 else None, tuple(a.id for a in questionnaire.actors))
        found[actors[0].id] = actors[0]
    return tuple(found.values())
