"""``aiassess score``: answers to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from aiassess.cli.options import Format, Lang, QuestionnaireOption, ReportOutput
from aiassess.cli.output import check_choice
from aiassess.cli.targets import targets, write_outputs
from aiassess.files import STDOUT
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import FORMATS, renderer
from aiassess.report.build import build_report
from aiassess.report.documents import finder, read_document

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.types import Report


def score(
    answers: Annotated[str, Argument(help="argument_answers", metavar="ANSWERS")],
    questionnaire: QuestionnaireOption = None,
    format_: Format = None,
    output: ReportOutput = None,
    lang: Lang = None,
    fail_on: Annotated[str | None, Option("--fail-on", help="option_fail_on", metavar="LEVEL")] = None,
) -> int:
    """Score one answers file, or the answers in a report; return 1 if ``--fail-on`` is reached."""
    wanted = targets(output or [], format_, FORMATS)
    chosen = load_questionnaire(questionnaire) if questionnaire else None
    document = read_document(answers, finder(chosen))
    chosen = document.assessment.questionnaire
    check_choice("language_not_offered", lang, chosen.languages)
    check_choice("no_such_level", fail_on, tuple(level.id for level in chosen.levels))
    report = build_report(document.assessment, lang or document.language)
    texts = []
    for target, name in wanted:
        # Without --format a person is reading: leave the answers out.
        of = "result" if target == STDOUT and format_ is None else "report"
        texts.append((target, renderer(name, of)(report)))
    write_outputs(texts, [answers])
    return int(_reached(report, fail_on, chosen))


def _reached(report: Report, fail_on: str | None, questionnaire: Questionnaire) -> bool:
    """Return whether the level is ``fail_on`` or higher; an undetermined assessment may be, so it counts as reached."""
    if fail_on is None:
        return False
    result = report["result"]
    rank = questionnaire.rank
    return bool(rank[result["level"]] >= rank[fail_on] or result["status"] == "undetermined")
