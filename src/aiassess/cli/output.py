"""What is printed: results to standard output, messages to standard error."""

import sys

from aiassess.errors import AiassessError, Problem, WrongUsage
from aiassess.text import say

MOST_PROBLEMS = 50
"""More than this are counted, not printed: nobody reads the hundredth."""


def complain(text: str) -> None:
    """Print a message for people to standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def show_problems(error: AiassessError, lang: str) -> None:
    """Print what is wrong to standard error, a line a problem."""
    for problem in error.problems[:MOST_PROBLEMS]:
        complain(problem.report_line(lang))
    if len(error.problems) > MOST_PROBLEMS:
        complain(say(lang, "cli.more_problems", n=len(error.problems) - MOST_PROBLEMS))


def print_result(text: str) -> None:
    """Print a result to standard output: in the terminal's encoding for people, in UTF-8 for programs and files."""
    if sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def check_choice(code: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raise WrongUsage where a value is given that is not one of those known."""
    if value is not None and value not in known:
        raise WrongUsage([Problem(code, {"found": value, "known": list(known)})])
