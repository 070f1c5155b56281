"""``aiassess diff``: what changed between two reports."""

import sys
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language
from aiassess.cli.options import Output, ReviewFormat
from aiassess.cli.output import ascii_only, check_choice, complain, print_coloured
from aiassess.cli.targets import targets, write_outputs
from aiassess.diff.compare import compare_sides, is_empty
from aiassess.diff.sides import Side, load_side
from aiassess.errors import EXIT_NO, Problem, WrongUsage
from aiassess.files import STDOUT
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.editions import Editions
from aiassess.render import DIFF_FORMATS, renderer
from aiassess.render.diff.outline import diff_outline
from aiassess.safe import safe_line
from aiassess.text import LANGUAGES, say


def diff(
    old: Annotated[str, Argument(help="argument_old", metavar="OLD")],
    new: Annotated[str, Argument(help="argument_new", metavar="NEW")],
    questionnaire: Annotated[str | None, Option("-q", "--questionnaire", help="option_questionnaire_diff")] = None,
    format_: ReviewFormat = None,
    output: Output = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_diff")] = None,
    exit_code: Annotated[bool, Option("--exit-code", help="option_exit_code")] = False,
) -> int:
    """Compare two reports or answers files; return 1 if they differ and ``--exit-code`` is given."""
    wanted = targets(output or [], format_, DIFF_FORMATS)
    if old == new == STDOUT:
        raise WrongUsage([Problem("both_stdin")])
    given = load_questionnaire(questionnaire) if questionnaire else None
    editions = Editions([given] if given else [])
    sides = load_side(old, given, editions), load_side(new, given, editions)
    _check_language(lang, sides, editions)
    _warn(sides)
    found = compare_sides(*sides, questionnaires=editions, language=lang)
    if is_empty(found):
        write_outputs([(target, "") for target, _ in wanted], [old, new])
        return 0
    if wanted == [(STDOUT, "text")] and sys.stdout.isatty():
        print_coloured(diff_outline(found, ascii_only=ascii_only()))
    else:
        write_outputs([(target, renderer(name, "diff")(found)) for target, name in wanted], [old, new])
    return EXIT_NO if exit_code else 0


def _check_language(lang: str | None, sides: tuple[Side, Side], editions: Editions) -> None:
    """Raise WrongUsage for a language that neither the program speaks nor the reports or their questionnaire have."""
    made = [side.report["questionnaire"] for side in sides]
    known = {*LANGUAGES, *(item["language"] for item in made)}
    if lang is None or lang in known:
        return
    known.update(lang for edition in editions if edition.id == made[1]["id"] for lang in edition.languages)
    check_choice("language_not_offered", lang, tuple(sorted(known)))


def _warn(sides: tuple[Side, Side]) -> None:
    lang = current_language()
    for side in sides:
        if side.edited:
            complain(f"{say(lang, 'cli.warning')}: {safe_line(side.file, 300)}: {say(lang, 'diff.edited')}")
