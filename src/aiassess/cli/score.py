"""``aiassess score``: answers to report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.build import Report


def score(
    answers: Annotated[str, typer.Argument(help="argument_answers", metavar="ANSWERS")],
    questionnaire: Annotated[
        str | None, typer.Option("-q", "--questionnaire", help="option_questionnaire", metavar="QUESTIONNAIRE")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help="option_format", metavar="FORMAT")] = None,
    output: Annotated[list[str] | None, typer.Option("-o", "--output", help="option_output", metavar="FILE")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="option_lang", metavar="LANG")] = None,
    fail_on: Annotated[str | None, typer.Option("--fail-on", help="option_fail_on", metavar="LEVEL")] = None,
) -> int:
    """Score one answers file; return 1 where ``--fail-on`` is reached."""
    from aiassess.answers.load import load_with_questionnaire
    from aiassess.cli.output import write_outputs
    from aiassess.questionnaire.catalog import load_questionnaire
    from aiassess.render import renderer
    from aiassess.report.build import build_report
    from aiassess.scoring.assess import score as assess

    targets = _targets(output or [], format_)
    chosen = load_questionnaire(questionnaire) if questionnaire else None
    given, chosen = load_with_questionnaire(answers, chosen)
    check_choice("language_not_offered", lang, chosen.languages)
    check_choice("no_such_level", fail_on, tuple(level.id for level in chosen.levels))
    report = build_report(assess(chosen, given), lang)
    write_outputs([(target, renderer(name)(report)) for target, name in targets], [answers])
    return int(_reached(report, fail_on, chosen))


def check_choice(code: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raise WrongUsage where a value is given that is not one of those known."""
    from aiassess.errors import Problem, WrongUsage

    if value is not None and value not in known:
        raise WrongUsage([Problem(code, {"found": value, "known": list(known)})])


def _targets(outputs: list[str], format_: str | None) -> list[tuple[str, str]]:
    """Return each target with its format: by ``--format`` for standard output, by its ending for a file."""
    from aiassess.cli.output import STDOUT
    from aiassess.errors import Problem, WrongUsage
    from aiassess.render import FORMATS, format_of_ending

    check_choice("no_such_format", format_, FORMATS)
    targets = []
    for target in outputs or [STDOUT]:
        ending = None if target == STDOUT else format_of_ending(Path(target).suffix)
        name = ending or format_ or ("text" if target == STDOUT else None)
        if name is None:
            raise WrongUsage([Problem("no_format_ending", {"known": list(FORMATS)}, file=target)])
        targets.append((target, name))
    return targets


def _reached(report: Report, fail_on: str | None, questionnaire: Questionnaire) -> bool:
    """Return whether the level is ``fail_on`` or higher; an undetermined assessment may be, so it counts as reached."""
    if fail_on is None:
        return False
    result = report["result"]
    rank = questionnaire.rank
    return bool(rank[result["level"]] >= rank[fail_on] or result["status"] == "undetermined")
