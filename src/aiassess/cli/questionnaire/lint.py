"""``aiassess questionnaire lint``: what is wrong with a questionnaire."""

from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language, words
from aiassess.cli.options import MessageLang
from aiassess.cli.output import complain, print_result
from aiassess.errors import EXIT_INPUT, EXIT_NO, AiassessError
from aiassess.questionnaire.catalog import lint_questionnaire


def lint(
    names: Annotated[list[str], Argument(help="argument_questionnaires", metavar="QUESTIONNAIRE...")],
    strict: Annotated[bool, Option("--strict", help="option_strict")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Print every error and warning; return 1 if there is an error, 3 if a file cannot be read."""
    bad = unreadable = False
    for name in names:
        try:
            problems = lint_questionnaire(name)
        except AiassessError as error:
            unreadable = True
            for problem in error.problems:
                complain(problem.report_line(current_language()))
            continue
        for problem in problems:
            print_result(problem.report_line(current_language()) + "\n")
        errors = sum(problem.severity == "error" for problem in problems)
        complain(words("lint_summary", name=name, errors=errors, warnings=len(problems) - errors))
        bad = bad or bool(errors) or (strict and bool(problems))
    return EXIT_INPUT if unreadable else EXIT_NO if bad else 0
