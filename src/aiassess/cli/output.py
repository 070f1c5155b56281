"""What goes to standard output and standard error."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from aiassess.errors import AiassessError, Problem, WrongUsage, invalid
from aiassess.files import write_text
from aiassess.text import say

STDOUT = "-"
MOST_PROBLEMS = 50
"""More than this are counted, not printed: nobody reads the hundredth."""


def prepare_streams() -> None:
    """Make sure that no character can make printing fail, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def complain(text: str) -> None:
    """Print a message for people to standard error."""
    with suppress(OSError, ValueError):  # a closed standard error must not hide the exit code
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def show_problems(error: AiassessError, lang: str) -> None:
    """Print what is wrong to standard error, a line a problem."""
    for problem in error.problems[:MOST_PROBLEMS]:
        label = say(lang, f"cli.{problem.severity}")
        complain(f"{label}: {problem.line_text(lang)}")
    if len(error.problems) > MOST_PROBLEMS:
        complain(say(lang, "cli.more_problems", n=len(error.problems) - MOST_PROBLEMS))


def drop_unwritten() -> None:
    """Where the reader or the terminal is gone, let what is still buffered not fail again, and change the code, at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            with suppress(AttributeError, OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_result(text: str) -> None:
    """Print a result to standard output: in the terminal's encoding for people, in UTF-8 for programs and files."""
    try:
        if sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise invalid("cannot_write", file="<stdout>", reason=error.strerror or str(error)) from None


def check_choice(code: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raise WrongUsage where a value is given that is not one of those known."""
    if value is not None and value not in known:
        raise WrongUsage([Problem(code, {"found": value, "known": list(known)})])


def targets(outputs: list[str], format_: str | None, formats: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each target with one of ``formats``: by ``--format`` for standard output, by its ending for a file.

    Without outputs that is standard output, and without ``--format`` its format is text. Raises WrongUsage.
    """
    from aiassess.render import format_of_ending

    check_choice("no_such_format", format_, formats)
    found = []
    for target in outputs or [STDOUT]:
        ending = None if target == STDOUT else format_of_ending(Path(target).suffix)
        name = ending if ending in formats else format_ or ("text" if target == STDOUT else None)
        if name is None:
            raise WrongUsage([Problem("no_format_ending", {"known": list(formats)}, file=target)])
        found.append((target, name))
    return found


def write_outputs(outputs: list[tuple[str, str]], inputs: list[str]) -> None:
    """Write each (target, text), "-" being standard output; every text is ready before the first file is touched.

    Raises WrongUsage where two targets are one file, or a target is an input, and InvalidInput where one cannot be written
    or holds a finished assessment.
    """
    files = [Path(target) for target, _ in outputs if target != STDOUT]
    resolved = [file.resolve() for file in files]
    for place, file in enumerate(resolved):
        if file in resolved[:place]:
            raise WrongUsage([Problem("output_twice", file=str(files[place]))])
        if file in [Path(name).resolve() for name in inputs if name != STDOUT]:
            raise WrongUsage([Problem("output_is_input", file=str(files[place]))])
    for target, text in outputs:
        if target != STDOUT and os.path.isfile(target):  # noqa: PTH113 - Path.is_file() fails on a name too long
            from aiassess.report.finished import keep_finished

            keep_finished(Path(target), text)
    for target, text in outputs:
        if target == STDOUT:
            print_result(text)
        else:
            write_text(Path(target), text)
