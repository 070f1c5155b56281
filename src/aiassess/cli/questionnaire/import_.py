"""``aiassess questionnaire import``: a form of another tool as a questionnaire."""

import re
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language
from aiassess.cli.options import MessageLang
from aiassess.cli.output import complain
from aiassess.cli.targets import write_outputs
from aiassess.errors import EXIT_NO, Problem, WrongUsage
from aiassess.files import MAX_ANSWERS_BYTES, STDOUT, is_folder, is_stdout, read_raw
from aiassess.imports.convert import import_form


def import_(
    file: Annotated[str, Argument(help="argument_form", metavar="FILE")],
    output: Annotated[str, Option("-o", "--output", help="option_output_import", metavar="FILE")] = STDOUT,
    id_: Annotated[str | None, Option("--id", help="option_import_id", metavar="ID")] = None,
    language: Annotated[str, Option("--language", help="option_import_language", metavar="CODE")] = "en",
    strict: Annotated[bool, Option("--strict", help="option_strict_import")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Write a questionnaire; what was left out goes to standard error. Return 1 with --strict if anything was."""
    for code, value, pattern in (
        ("import_id", id_, r"[a-z][a-z0-9_]{0,79}"),
        ("import_language_code", language, r"[a-z]{2,3}"),
    ):
        if value is not None and not re.fullmatch(pattern, value):
            raise WrongUsage([Problem(code, {"found": value})])
    raw, shown = read_raw(file, MAX_ANSWERS_BYTES)
    made = import_form(raw, shown, id_=id_, language=language, lang=current_language())
    target = STDOUT if is_stdout(output) else output
    if is_folder(target):
        target = str(Path(target) / f"{made.id}.yaml")
    write_outputs([(target, made.text)], [file])
    for text in (
        *(remark.line_text(current_language()) for remark in made.remarks),
        *(note.report_line(current_language()) for note in made.notes),
    ):
        complain(text)
    return EXIT_NO if strict and made.notes else 0
