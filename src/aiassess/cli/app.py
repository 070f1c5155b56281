"""The commands, put together: ``aiassess X`` is the function ``x`` of ``cli/x.py``, which is imported when X is asked for."""

from functools import cache
from importlib import import_module
from typing import Annotated

import typer
from typer._click import Context
from typer._click.core import Command

from aiassess import __version__
from aiassess.cli.help import Group, LocalCommand, LocalGroup, set_language, summary_of

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


class _LateGroup(LocalGroup):
    """Knows its commands by their names, which are the keys of their help too."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*COMMANDS]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _imported(cmd_name)
        return super().get_command(ctx, cmd_name)

    def summary(self, ctx: Context, name: str) -> str:  # noqa: ARG002
        return summary_of(name)


def _imported(name: str) -> Command:
    found = getattr(import_module(f"aiassess.cli.{name}"), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = Group()
    alone.command(name, cls=LocalCommand, help=name)(found)
    return typer.main.get_command(alone)


app = Group(cls=_LateGroup, help="app", context_settings={"help_option_names": ["-h", "--help"]})


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
