"""The command line as data, so that no test forgets a command, an option or a format."""

from collections.abc import Iterator
from typing import Any

from aiassess.cli.app import command
from aiassess.errors import WrongUsage


def commands() -> dict[tuple[str, ...], Any]:
    """Return every command that does something, by the words that name it."""
    return dict(_leaves((), command("en")))


def _leaves(words: tuple[str, ...], found: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not hasattr(found, "commands"):
        yield words, found
        return
    for name in found.list_commands(None):
        yield from _leaves((*words, name), found.get_command(None, name))


def formats_of(argv: list[str]) -> list[str]:
    """Return what may follow ``--format`` for a command, as the command itself says when it is asked for another."""
    try:
        command("en").main(args=[*argv, "--format", "none-such"], standalone_mode=False)
    except WrongUsage as error:
        (problem,) = error.problems
        assert problem.code == "no_such_format", argv
        return list(problem.values["known"])
    raise AssertionError(f"{argv} takes any format")
