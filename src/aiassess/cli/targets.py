"""Where results go: ``--output`` and ``--format``."""

import os
import sys
from pathlib import Path

from aiassess.cli.output import check_choice, print_result
from aiassess.errors import Problem, WrongUsage
from aiassess.files import STDOUT, is_stdout, refuse_clashes, write_file
from aiassess.render import BINARY_FORMATS, format_of_ending
from aiassess.report.finished import keep_finished


def targets(
    outputs: list[str],
    format_: str | None,
    formats: tuple[str, ...],
    default: str = "text",
    unnamed: str = "no_format_ending",
) -> list[tuple[str, str]]:
    """Return each target with one of ``formats``: by ``--format`` for standard output, by its ending for a file.

    Without outputs that is standard output, and without ``--format`` its format is ``default``. Raises WrongUsage: with the
    code ``unnamed`` for an ending that names none, and for a format that is no text and would go to a terminal.
    """
    check_choice("no_such_format", format_, formats)
    found = []
    for name in outputs or [STDOUT]:
        target = STDOUT if is_stdout(name) else name
        ending = None if target == STDOUT else format_of_ending(Path(target).suffix)
        chosen = ending if ending in formats else format_ or (default if target == STDOUT else None)
        if chosen is None:
            raise WrongUsage([Problem(unnamed, {"known": list(formats)}, file=target)])
        if target == STDOUT and chosen in BINARY_FORMATS and sys.stdout.isatty():
            raise WrongUsage([Problem("format_needs_file", {"format": chosen})])
        found.append((target, chosen))
    return found


def write_outputs(outputs: list[tuple[str, str | bytes]], inputs: list[str]) -> None:
    """Write each (target, content); "-" is standard output, which comes last, because its reader may be slow.

    Every content is ready before the first file is touched. Raises WrongUsage if two targets are one file, or a target is an
    input, and InvalidInput if one cannot be written or is the report of a finished assessment.
    """
    refuse_clashes([target for target, _ in outputs], inputs)
    files = [(Path(target), content) for target, content in outputs if target != STDOUT]
    for file, content in files:
        if os.path.isfile(file):  # noqa: PTH113 - Path.is_file() fails on a name too long
            keep_finished(file, content)
    for file, content in files:
        write_file(file, content)
    for target, content in outputs:
        if target == STDOUT:
            print_result(content)
