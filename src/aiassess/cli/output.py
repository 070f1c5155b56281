"""What is printed: results to standard output, messages to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from aiassess.errors import AiassessError, Problem, WrongUsage
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.render.outline import Outline

MOST_PROBLEMS = 50
"""More than this are counted, not printed: nobody reads the hundredth."""


def complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def show_problems(error: AiassessError, lang: str) -> None:
    """Print what is wrong to standard error, a line a problem."""
    for problem in error.problems[:MOST_PROBLEMS]:
        complain(problem.report_line(lang))
    if len(error.problems) > MOST_PROBLEMS:
        complain(say(lang, "cli.more_problems", n=len(error.problems) - MOST_PROBLEMS))


def print_result(result: str | bytes) -> None:
    """Print a result to standard output: in the terminal's encoding for people, in UTF-8 for programs and files."""
    if isinstance(result, str) and sys.stdout.isatty():
        sys.stdout.write(result)
    else:
        sys.stdout.buffer.write(result.encode() if isinstance(result, str) else result)
    sys.stdout.flush()


def ascii_only() -> bool:
    """Return whether standard output lacks the signs that bars and changes are drawn with."""
    return "utf" not in (sys.stdout.encoding or "").lower()


def coloured_width() -> int:
    """Return in how many columns ``print_coloured`` draws: all but one on a console that takes no escape sequences."""
    from rich.console import Console  # noqa: PLC0415 - for terminals alone

    return Console().width


def print_coloured(outline: Outline) -> None:
    """Print an outline to the terminal: in its width, and in colour if it has any."""
    from rich.console import Console  # noqa: PLC0415 - for terminals alone

    from aiassess.render.text import print_outline  # noqa: PLC0415 - imports rich

    print_outline(outline, Console(markup=False, emoji=False, highlight=False), ascii_only=ascii_only())


def check_choice(code: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raise WrongUsage if a value is given that is not one of those known."""
    if value is not None and value not in known:
        raise WrongUsage([Problem(code, {"found": value, "known": list(known)})])
