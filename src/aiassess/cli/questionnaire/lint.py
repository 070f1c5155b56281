"""``aiassess questionnaire lint``: what is wrong with a questionnaire."""

from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language, words
from aiassess.cli.options import MessageLang
from aiassess.cli.output import check_choice, complain, print_result, show_problems
from aiassess.errors import EXIT_INPUT, EXIT_NO, AiassessError
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.render.lint import LINT_FORMATS, Linted, render_lint


def lint(
    names: Annotated[list[str], Argument(help="argument_questionnaires", metavar="QUESTIONNAIRE...")],
    format_: Annotated[str, Option("--format", help="option_format_lint", metavar="FORMAT")] = "text",
    strict: Annotated[bool, Option("--strict", help="option_strict")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Print every error, warning and note; return 1 if there is an error, 3 if a file cannot be read."""
    check_choice("no_such_format", format_, LINT_FORMATS)
    found = []
    for name in names:
        one = _linted(name)
        found.append(one)
        if format_ == "text":
            _print(one)
    if format_ != "text":
        print_result(render_lint(found, format_, current_language()))
    if not all(one.readable for one in found):
        return EXIT_INPUT
    return EXIT_NO if any(one.count("error") or (strict and one.count("warning")) for one in found) else 0


def _linted(name: str) -> Linted:
    try:
        return Linted(name, tuple(lint_questionnaire(name)))
    except AiassessError as error:
        show_problems(error, current_language())
        return Linted(name, error.problems, readable=False)


def _print(one: Linted) -> None:
    """Print the problems of a questionnaire as soon as they are known, then their number."""
    if one.readable:
        print_result(render_lint([one], "text", current_language()))
        complain(words("lint_summary", name=one.name, **one.counts()))
