"""What all commands have in common: help pages in the program's language, and how options are taken.

Commands and options carry the key of a message in ``aiassess.text.help`` where Typer expects the text itself; the words
that click would print in English ("Usage", "Options") come from there too.
"""

import builtins
import re
from functools import partial
from importlib import import_module
from keyword import iskeyword
from typing import ClassVar

import typer
from typer._click import Context, HelpFormatter
from typer._click.core import Command
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from aiassess.errors import Problem, WrongUsage
from aiassess.text import language_code, say

_language = "en"


def set_language(lang: str) -> None:
    global _language  # noqa: PLW0603 - one process speaks one language; Typer has no place to hand it through
    _language = lang


def current_language() -> str:
    return _language


def words(key: str | None, **values: object) -> str:
    """Return a message of ``aiassess.text.help``; "" for no key."""
    return say(_language, f"help.{key}", **values) if key else ""


def summary_of(key: str | None) -> str:
    """Return the first paragraph of a command's help, for the list of commands."""
    return words(key).split("\n\n")[0]


class _Local(Command):
    """What a command and a group have in common."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        _, _, given = self.make_parser(ctx).parse_args(list(args))
        for param in given:
            if isinstance(param, TyperOption) and not param.multiple and not param.is_flag and given.count(param) > 1:
                raise WrongUsage([Problem("option_repeated", {"option": max(param.opts, key=len)})])
        rest = super().parse_args(ctx, args)
        if ctx.params.get("lang"):
            ctx.params["lang"] = language_code(ctx.params["lang"])
        return rest

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, _usage(pieces), prefix=words("usage") + " ")
        with formatter.indentation():
            for paragraph in words(self.help).split("\n\n"):
                formatter.write_paragraph()
                formatter.write_text(paragraph)
        self.format_options(ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        arguments, options = [], []
        for param in self.get_params(ctx):
            if isinstance(param, TyperArgument):
                name = param.metavar or param.make_metavar(ctx)  # which brackets some versions of Typer add, others not
                arguments.append((name, words(param.help)))
            elif isinstance(param, TyperOption) and not param.hidden:
                flags = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
                metavar = "" if param.is_flag else f" {param.metavar or str(param.name).upper()}"
                options.append((flags + metavar, words("option_help" if param.name == "help" else param.help)))
        for title, rows in (("arguments", arguments), ("options", options)):
            if rows:
                with formatter.section(words(title)):
                    formatter.write_dl(rows)


def _usage(pieces: str) -> str:
    """Return the usage line's placeholders in the program's language."""
    pieces = re.sub(r"\{([^{}]*)\}", r"\1", pieces)  # some versions of Typer put a required argument in braces
    return pieces.replace("[OPTIONS]", words("placeholder_options")).replace(
        "COMMAND [ARGS]...", words("placeholder_command")
    )


class LocalCommand(_Local, TyperCommand):
    """A command whose help is a key."""


class LocalGroup(_Local, TyperGroup):
    """A group of commands whose help is a key."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write arguments, options and commands."""
        super().format_options(ctx, formatter)
        rows = [(name, self.summary(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(words("commands")):
            formatter.write_dl(rows)

    def summary(self, ctx: Context, name: str) -> str:
        """Return a line on one of the commands."""
        command = self.get_command(ctx, name)
        return summary_of(command.help) if command else ""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command, or refuse the name with those that there are."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            raise WrongUsage([Problem("no_such_command", {"name": name, "known": known})])
        return super().resolve_command(ctx, args)


class LateGroup(LocalGroup):
    """Knows its commands by their names: ``x`` is the function ``x`` of ``folder/x.py``, imported when x is asked for.

    A name that means something to Python has an underscore behind it there.
    """

    names: ClassVar[tuple[str, ...]]
    folder: ClassVar[str]

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*self.names]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name in self.names and cmd_name not in self.commands:
            self.commands[cmd_name] = self._imported(cmd_name)
        return super().get_command(ctx, cmd_name)

    def summary(self, ctx: Context, name: str) -> str:  # noqa: ARG002
        return summary_of(self.help_key(name))

    def help_key(self, name: str) -> str:
        """Return the key of a command's help."""
        return name

    def _imported(self, name: str) -> Command:
        function = f"{name}_" if iskeyword(name) or hasattr(builtins, name) else name
        found = getattr(import_module(f"{self.folder}.{function}"), function)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = Group()
        alone.command(name, cls=LocalCommand, help=self.help_key(name))(found)
        return typer.main.get_command(alone)


Group = partial(typer.Typer, cls=LocalGroup, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
