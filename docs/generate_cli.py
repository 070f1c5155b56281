"""Write ``docs/cli-reference.md``: the help pages of every command, in English and Malay, as the program prints them.

Run it after a change to a command or to its help: ``python docs/generate_cli.py``. A test holds that the file is current.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess.cli.app import command
from aiassess.text import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = Path(__file__).resolve().parent / "cli-reference.md"
WIDTH = 80
"""Columns of the pages, whatever the terminal."""

_HEAD = """\
# Command reference

Every help page as the program prints it, in English and in Malay. What the commands have in common (language, exit codes,
streams, settings) stands in [cli.md](cli.md). This page is made by `docs/generate_cli.py`; change the help, not this page.
"""


def reference() -> str:
    """Return the whole page."""
    pages: dict[str, list[str]] = {}
    for lang in LANGUAGE_NAMES:
        # The language of the help is set for the whole process, so one language is finished before the next begins.
        for name, text in _pages(command(lang), "aiassess", None):
            pages.setdefault(name, []).append(f"{LANGUAGE_NAMES[lang]}:\n\n```text\n{text}\n```\n")
    return "\n".join([_HEAD, *(f"## {name}\n\n" + "\n".join(texts) for name, texts in pages.items())])


def _pages(found: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and the help page of a command and of all below it."""
    context = found.context_class(found, info_name=name, parent=parent, terminal_width=WIDTH, **found.context_settings)
    yield context.command_path, "\n".join(line.rstrip() for line in found.get_help(context).splitlines())
    for below in found.list_commands(context) if hasattr(found, "commands") else ():
        yield from _pages(found.get_command(context, below), below, context)


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
