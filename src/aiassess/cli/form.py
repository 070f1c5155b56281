"""``aiassess form``: a form to fill in elsewhere."""

from dataclasses import replace
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.actors import ActorOption, actors_named
from aiassess.cli.language import languages_of
from aiassess.cli.targets import targets, write_outputs
from aiassess.errors import Problem, WrongUsage
from aiassess.form.content import Form
from aiassess.model.answers import AnswerSet
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import DEFAULT
from aiassess.render import FORM_FORMATS, renderer
from aiassess.report.documents import finder, read_document


def form(
    questionnaire: Annotated[
        str | None, Argument(help="argument_questionnaire_form", metavar="[QUESTIONNAIRE]")
    ] = None,
    output: Annotated[list[str] | None, Option("-o", "--output", help="option_output_form", metavar="FILE")] = None,
    format_: Annotated[str | None, Option("--format", help="option_format_form", metavar="FORMAT")] = None,
    actor: ActorOption = None,
    answers: Annotated[str | None, Option("--answers", help="option_answers_form", metavar="FILE")] = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_form")] = None,
    with_engine: Annotated[str | None, Option("--with-engine", help="option_with_engine", metavar="FOLDER")] = None,
) -> int:
    """Write a form of a questionnaire, blank or with the answers given so far."""
    wanted = targets(output or [], format_, FORM_FORMATS, FORM_FORMATS[0])
    if with_engine is not None and "html" not in {name for _, name in wanted}:
        raise WrongUsage([Problem("engine_html")])
    chosen = load_questionnaire(questionnaire) if questionnaire else None
    document = read_document(answers, finder(chosen)) if answers else None
    chosen = document.questionnaire if document else chosen or load_questionnaire(DEFAULT)
    given = document.answers if document else AnswerSet(chosen.id, chosen.version)
    langs = languages_of(chosen, lang, given.about.language)
    if actor:  # the form is for somebody else, who says so: what comes back must not seem to be the officer's
        given = replace(given, about=replace(given.about, assessor=None))
    asked = Form(chosen, langs, given, actors_named(actor or [], chosen), with_engine)
    write_outputs([(target, renderer(name, "form")(asked)) for target, name in wanted], [answers] if answers else [])
    return 0
