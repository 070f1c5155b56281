"""The commands, put together; each has a file of its own and imports what it needs when it runs."""

from functools import cache
from typing import Annotated

import typer

from aiassess import __version__
from aiassess.cli.assess import assess
from aiassess.cli.batch import batch
from aiassess.cli.diff import diff
from aiassess.cli.drafts import drafts
from aiassess.cli.explain import explain
from aiassess.cli.help import LocalCommand, LocalGroup, set_language
from aiassess.cli.questionnaire import questionnaire
from aiassess.cli.render import render
from aiassess.cli.score import score
from aiassess.cli.verify import verify

app = typer.Typer(
    cls=LocalGroup,
    help="app",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("assess", cls=LocalCommand, help="assess")(assess)
app.command("score", cls=LocalCommand, help="score")(score)
app.command("render", cls=LocalCommand, help="render")(render)
app.command("diff", cls=LocalCommand, help="diff")(diff)
app.command("verify", cls=LocalCommand, help="verify")(verify)
app.command("explain", cls=LocalCommand, help="explain")(explain)
app.command("batch", cls=LocalCommand, help="batch")(batch)
app.add_typer(questionnaire, name="questionnaire", help="questionnaire", cls=LocalGroup)
app.add_typer(drafts, name="drafts", help="drafts", cls=LocalGroup)


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
