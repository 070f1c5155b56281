"""``aiassess drafts``: interviews not finished."""

import os
import sys
from typing import Annotated

from typer import Argument, Option

from aiassess.canonical import to_json
from aiassess.cli.help import Group, LocalCommand, current_language
from aiassess.cli.options import TEXT_OR_JSON, MessageLang, TextOrJson
from aiassess.cli.output import check_choice, complain, print_result
from aiassess.drafts.listing import draft_line
from aiassess.drafts.places import drafts_folder
from aiassess.drafts.store import Drafts
from aiassess.errors import Problem, WrongUsage
from aiassess.interview.mode import choose_mode
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.run import local_clock
from aiassess.safe import safe_line
from aiassess.stdio import is_terminal
from aiassess.text import say

drafts = Group(help="drafts")


@drafts.command("list", cls=LocalCommand, help="drafts_list")
def list_(
    format_: TextOrJson = "text",
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Print the unfinished interviews, the one saved last first."""
    check_choice("no_such_format", format_, TEXT_OR_JSON)
    found = Drafts(drafts_folder()).entries()
    language = current_language()
    if format_ == "json":
        rows = [
            {
                "name": info.name,
                "path": str(info.path),
                "questionnaire": info.questionnaire_id,
                "system": info.system,
                "answered": info.answered,
                "applicable": info.applicable,
                "saved_at": info.saved_at.isoformat(timespec="seconds"),
                "in_use": info.in_use,
                "problem": info.problem.message(language) if info.problem else None,
            }
            for info in found
        ]
        print_result(to_json(rows))
        return 0
    for info in found:
        print_result(draft_line(info, language, local_clock().tzinfo) + "\n")
    if not found:
        print_result(say(language, "cli.no_drafts") + "\n")
    return 0


@drafts.command("remove", cls=LocalCommand, help="drafts_remove")
def remove(
    names: Annotated[list[str] | None, Argument(help="argument_draft", metavar="[DRAFT...]")] = None,
    yes: Annotated[bool, Option("--yes", help="option_yes")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Remove drafts, after asking; without a terminal to ask in, names and ``--yes`` are needed."""
    language = current_language()
    found = Drafts(drafts_folder())
    wanted = names or _picked(found, language)
    paths = [found.find(name) for name in wanted]
    if not yes and not is_terminal(sys.stdin):
        raise WrongUsage([Problem("remove_needs_yes")])
    for name, path in zip(wanted, paths, strict=True):
        question = say(language, "cli.remove_draft", name=safe_line(name), file=safe_line(str(path)))
        if yes or PlainScreen(sys.stdin, sys.stderr).confirm(question, language=language):
            found.remove(name)
            complain(say(language, "cli.removed", name=safe_line(name)))
    return 0


def _picked(drafts: Drafts, language: str) -> list[str]:
    """Return the names of the drafts that the person picks from a list."""
    from aiassess.interview.pick import pick_several  # noqa: PLC0415 - a toolkit for terminals

    if choose_mode(False, os.environ, sys.stdin, sys.stdout) == "plain":
        raise WrongUsage([Problem("remove_needs_names")])
    entries = drafts.entries()
    if not entries:
        print_result(say(language, "cli.no_drafts") + "\n")
        return []
    lines = [draft_line(info, language) for info in entries]
    places = pick_several(say(language, "cli.remove_which"), lines, language=language)
    return [entries[place].name for place in places]
