"""The end of an interview on one screen: the result, and below it where it is and what to do next."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiassess.cli.output import ascii_only, coloured_width, complain, print_coloured, print_result
from aiassess.commands import command_line
from aiassess.render.report.ending import SHORTEST, SIZES, ending_outline
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.report.types import Report

_PROMPT = 1
"""Rows that the shell's own prompt takes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message below the result. A command that does not fit beside its text has a line of its own, to be copied whole."""

    text: str
    command: str = ""
    spare: bool = False
    """Left out if there is no room for it."""

    def line(self, columns: int | None) -> str:
        """Return it as it is printed; ``columns``: those of the terminal, None elsewhere."""
        whole = f"{self.text} {self.command}".strip()
        return whole if columns is None or not self.command or len(whole) <= columns else f"{self.text}\n{self.command}"


def next_commands(file: str, report: Report, lang: str, source: str | None = None) -> list[Told]:
    """Return what can be done with a report in a file; ``source``: its questionnaire, if not shipped.

    Whoever decides gets the paper, and those whom an incomplete assessment waits for a form.
    """
    commands = {"decision": ["render", file, "--format", "decision", "-o", _beside(file, "decision.docx")]}
    if report["missing"]:
        waits_for = next((item["for"] for item in report["missing"] if "for" in item), None)
        asked = ["--actor", waits_for] if waits_for else []
        form = _beside(file, f"{waits_for or 'form'}.xlsx")
        commands["form"] = ["form", *([source] if source else []), *asked, "--answers", file, "-o", form]
    commands["explain"] = ["explain", file, *(["-q", source] if source else [])]
    return [Told(say(lang, f"cli.next_{key}"), command_line(*words), spare=True) for key, words in commands.items()]


def _beside(file: str, name: str) -> str:
    return str(Path(file).with_name(name))


def show_ending(report: Report, told: list[Told], *, plain: bool) -> None:
    """Print the result as the result and ``told`` as messages: in a terminal, as much as leaves all of it in view."""
    from aiassess.render.text import write_text  # noqa: PLC0415 - imports rich

    size, on_terminal = shutil.get_terminal_size((80, 24)), sys.stdout.isatty()
    columns = size.columns if sys.stderr.isatty() else None
    width = coloured_width() if on_terminal and not plain else max(40, min(100, size.columns))
    needed = [each for each in told if not each.spare]
    for sized, lines in (*((each, told) for each in SIZES), *((each, needed) for each in SHORTEST)):
        below = [each.line(columns) for each in lines]
        text = write_text(ending_outline(report, sized), width=width, ascii_only=ascii_only())
        rows = _rows(text.splitlines(), size.columns) + (_rows(["", *below], size.columns) if columns else 0)
        if not on_terminal or rows + _PROMPT <= size.lines:
            below = ["", *below] if on_terminal and columns else below
            break
    if on_terminal and not plain:
        print_coloured(ending_outline(report, sized))
    else:
        print_result(text)
    for line in below:
        complain(line)


def _rows(lines: Iterable[str], columns: int) -> int:
    """Return how many rows lines take in a window, counting those that the terminal itself wraps."""
    return sum(max(1, -(-len(part) // columns)) for line in lines for part in line.split("\n"))
