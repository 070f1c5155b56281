"""``aiassess explain``: why the level is what it is, and what would change it."""

from typing import Annotated

from typer import Argument, Option

from aiassess.cli.options import Lang, Output, QuestionnaireOption, ReviewFormat
from aiassess.cli.output import check_choice
from aiassess.cli.targets import targets, write_outputs
from aiassess.errors import Problem, WrongUsage
from aiassess.explain.asked import TARGET_VERDICTS, Asked, read_explained, target_of
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import EXPLANATION_FORMATS, renderer


def explain(
    report: Annotated[str, Argument(help="argument_report_or_answers", metavar="REPORT")],
    what: Annotated[str | None, Argument(help="argument_explain_what", metavar="QUESTION|LEVEL|VERDICT")] = None,
    any_answer: Annotated[bool, Option("--any-answer", help="option_any_answer")] = False,
    questionnaire: QuestionnaireOption = None,
    format_: ReviewFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from aiassess.explain.explanation import explain as build  # noqa: PLC0415 - imports numpy and the solver

    wanted = targets(output or [], format_, EXPLANATION_FORMATS)
    chosen = load_questionnaire(questionnaire) if questionnaire else None
    document = read_explained(report, chosen)
    chosen = document.assessment.questionnaire
    check_choice("language_not_offered", lang, chosen.languages)
    asked = _asked(chosen, what, any_answer=any_answer)
    explanation = build(document.assessment, asked, lang or document.language)
    write_outputs([(target, renderer(name, "explanation")(explanation)) for target, name in wanted], [report])
    return 0


def _asked(questionnaire: Questionnaire, what: str | None, *, any_answer: bool) -> Asked:
    if what is None:
        return Asked(any_answer=any_answer)
    target, question = target_of(questionnaire, what), questionnaire.by_id.get(what)
    if target is None and question is None:
        known = {"levels": [level.id for level in questionnaire.levels], "verdicts": list(TARGET_VERDICTS)}
        raise WrongUsage([Problem("nothing_to_explain", {"found": what, **known})])
    return Asked(question=None if target else question, target=target, any_answer=any_answer)
