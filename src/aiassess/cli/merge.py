"""``aiassess merge``: parts that several people filled in, put together."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from aiassess.canonical import to_json
from aiassess.cli.help import current_language
from aiassess.cli.options import TEXT_OR_JSON, Lang, QuestionnaireOption
from aiassess.cli.output import check_choice, complain, print_result
from aiassess.cli.targets import write_outputs
from aiassess.commands import command_line
from aiassess.errors import EXIT_NO, Problem, WrongUsage
from aiassess.files import STDOUT, is_stdout, refuse_clashes
from aiassess.interview.mode import choose_mode
from aiassess.interview.protocol import Choice, Screen
from aiassess.merge.listing import about_conflict_data, choices_of, conflict_data, conflicts_data
from aiassess.merge.merging import Merging
from aiassess.merge.parts import read_sources
from aiassess.merge.votes import Conflict
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import is_known
from aiassess.render import renderer
from aiassess.render.conflicts import ConflictWords
from aiassess.stdio import is_terminal
from aiassess.text import count, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.answers.types import EntryData
    from aiassess.merge.about import AboutConflict


def merge(
    files: Annotated[list[str], Argument(help="argument_parts", metavar="FILE...")],
    output: Annotated[str, Option("-o", "--output", help="option_output_answers", metavar="ANSWERS")] = STDOUT,
    prefer: Annotated[list[str] | None, Option("--prefer", help="option_prefer", metavar="FILE")] = None,
    interactive: Annotated[bool, Option("--interactive", help="option_interactive")] = False,
    questionnaire: QuestionnaireOption = None,
    format_: Annotated[str, Option("--format", help="option_format_conflicts", metavar="FORMAT")] = "text",
    lang: Lang = None,
) -> int:
    """Merge parts; return 1, and write nothing, if they contradict each other and nobody settles it."""
    check_choice("no_such_format", format_, TEXT_OR_JSON)
    target = STDOUT if is_stdout(output) else output
    refuse_clashes([target], files)
    preferred = [_among(files, name) for name in prefer or []]
    sources, edition = read_sources(files, load_questionnaire(questionnaire) if questionnaire else None)
    check_choice("language_not_offered", lang, edition.languages)
    merging = Merging(sources, edition, lang)
    differing = _left(merging)
    merging.prefer(preferred)
    reader = lang or (current_language() if current_language() in edition.languages else edition.default_language)
    asked = interactive and is_terminal(sys.stdin) and is_terminal(sys.stdout)
    if asked and _left(merging) and not _ask(merging, reader):
        complain(say(current_language(), "merge.left_unsettled"))
        return EXIT_NO
    if _left(merging):
        listed = renderer(format_, "conflicts")(conflicts_data(merging, reader))
        if target == STDOUT:  # which is for answers alone
            complain(str(listed).rstrip("\n"))
        else:
            print_result(listed)
        if interactive:
            complain(say(current_language(), "merge.no_terminal"))
        return EXIT_NO
    document = merging.document(target)
    write_outputs([(target, to_json(document))], files)
    _tell(len(sources), document["answers"], differing, target, questionnaire)
    return 0


def _left(merging: Merging) -> int:
    return len(merging.conflicts) + len(merging.about_conflicts)


def _among(files: list[str], name: str) -> str:
    """Return the file to merge that is meant; raises WrongUsage if it is none of them."""
    same = [file for file in files if os.path.realpath(file) == os.path.realpath(name)]
    if name not in files and not same:
        raise WrongUsage([Problem("prefer_not_merged", {"found": name, "known": files})])
    return name if name in files else same[0]


def _ask(merging: Merging, lang: str) -> bool:
    """Ask about each contradiction; return whether all are settled now."""
    from aiassess.cli.assess import open_screen  # noqa: PLC0415 - a toolkit for terminals

    conflicts: list[AboutConflict | Conflict] = [*merging.about_conflicts, *merging.conflicts]
    with ExitStack() as held:
        screen = open_screen(choose_mode(False, os.environ, sys.stdin, sys.stdout), held)
        return all(
            _ask_one(screen, merging, conflict, (at, len(conflicts)), lang) for at, conflict in enumerate(conflicts, 1)
        )


def _ask_one(
    screen: Screen, merging: Merging, conflict: AboutConflict | Conflict, place: tuple[int, int], lang: str
) -> bool:
    w = ConflictWords(lang)
    if isinstance(conflict, Conflict):
        data = conflict_data(merging, conflict, lang)
        what, files = w.title(data), [votes[0].file for votes in choices_of(conflict)]
        choices = [w.choice(choice) for choice in data["choices"]]
    else:
        about = about_conflict_data(conflict)
        what, files = w.about_title(about), [names[0] for names in conflict.values.values()]
        choices = [w.about_choice(choice) for choice in about["choices"]]
    title = w("ask", at=place[0], all=place[1], what=what)
    picked = screen.choose(Choice(title, [*choices, w("leave")], language=w.lang, leave=len(choices)))
    return picked is not None and picked < len(files) and merging.settle(conflict, files[picked])


def _tell(files: int, answers: Mapping[str, EntryData], settled: int, target: str, questionnaire: str | None) -> None:
    """Say what was merged, and the command to go on with."""
    lang = current_language()
    answered = sum("value" in entry or entry.get("status") == "not_applicable" for entry in answers.values())
    complain(count(lang, "merge.merged", files, answered=answered))
    if settled:
        complain(count(lang, "merge.settled", settled))
    if target != STDOUT:
        own = [] if questionnaire is None or is_known(questionnaire) else ["-q", questionnaire]
        complain(say(lang, "merge.next", command=command_line("score", target, *own)))
