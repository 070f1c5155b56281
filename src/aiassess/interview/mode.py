"""Whether the interview uses the full screen or plain lines (docs/interview.md)."""

import os
from collections.abc import Mapping
from typing import Literal, TextIO

from aiassess.stdio import is_terminal

Mode = Literal["plain", "screen"]

LEAST_COLUMNS, LEAST_ROWS = 40, 10
_NO_SCREEN = ("", "dumb", "unknown")
_NO = ("", "0", "false", "no")


def choose_mode(
    plain: bool, env: Mapping[str, str], stdin: TextIO | None, stdout: TextIO | None, *, windows: bool = os.name == "nt"
) -> Mode:
    """Return "screen" if the terminal can show it and plain lines were not asked for.

    ``plain``: --plain was given. AIASSESS_PLAIN and ACCESSIBLE ask for it too, unless they are empty, 0, false or no.
    """
    if plain or any(env.get(name, "").strip().lower() not in _NO for name in ("AIASSESS_PLAIN", "ACCESSIBLE")):
        return "plain"
    if stdin is None or stdout is None or not is_terminal(stdin) or not is_terminal(stdout):
        return "plain"
    can_draw = _has_screen_buffer(stdout) if windows else env.get("TERM", "").strip().lower() not in _NO_SCREEN
    return "screen" if can_draw and _is_large_enough(stdout) else "plain"


def _is_large_enough(stdout: TextIO) -> bool:
    try:
        columns, rows = os.get_terminal_size(stdout.fileno())
    except (OSError, ValueError):
        return False
    # Some serial lines and pseudo-terminals report 0: unknown, not small.
    return (columns == 0 or columns >= LEAST_COLUMNS) and (rows == 0 or rows >= LEAST_ROWS)


def _has_screen_buffer(stdout: TextIO) -> bool:
    """Whether prompt_toolkit can draw here; on Windows, Git Bash and some IDEs have a terminal without a console."""
    from prompt_toolkit.output import create_output  # noqa: PLC0415 - only here, and only on Windows

    try:
        create_output(stdout=stdout)
    except Exception:  # NoConsoleScreenBufferError can be imported on Windows only
        return False
    return True
