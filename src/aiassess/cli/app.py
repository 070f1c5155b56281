"""The commands, put together: ``aiassess X`` is the function ``x`` of ``cli/x.py``, which is imported when X is asked for."""

from functools import cache
from typing import Annotated

import typer

from aiassess import __version__
from aiassess.cli.help import Group, LateGroup, set_language

COMMANDS = (
    "assess",
    "score",
    "render",
    "diff",
    "verify",
    "explain",
    "batch",
    "form",
    "merge",
    "questionnaire",
    "drafts",
)


class _Commands(LateGroup):
    names = COMMANDS
    folder = "aiassess.cli"


app = Group(cls=_Commands, help="app", context_settings={"help_option_names": ["-h", "--help"]})


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aiassess {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="option_version", callback=_print_version, is_eager=True)
    ] = False,
    lang: Annotated[str | None, typer.Option("--lang", help="option_lang_root", metavar="LANG")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="option_debug")] = False,
) -> None:
    pass


def command(lang: str) -> typer.core.TyperGroup:
    """Return the whole command line, with help in the language given."""
    set_language(lang)
    return _commands()


@cache
def _commands() -> typer.core.TyperGroup:
    found = typer.main.get_command(app)
    assert isinstance(found, typer.core.TyperGroup)  # noqa: S101 - the type that Typer gives for an app of commands
    return found
