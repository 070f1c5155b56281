"""The one place where exceptions become messages and exit codes (docs/cli.md#exit-codes)."""

import sys

import typer

from aiassess.cli.app import command
from aiassess.cli.help import current_language, set_language
from aiassess.cli.language import program_language, wished_language
from aiassess.cli.output import complain, show_problems
from aiassess.commands import command_line
from aiassess.errors import EXIT_BUG, EXIT_INTERRUPTED, EXIT_USAGE, AiassessError
from aiassess.safe import safe_line
from aiassess.stdio import is_terminal
from aiassess.text import resolve_language, say


def run(argv: list[str]) -> int:
    """Run the command line; return its exit code. Never raises, and prints no traceback without ``--debug``."""
    lang = program_language(argv)
    debug = "--debug" in argv
    try:
        return _answer([word for word in argv if word != "--debug"], lang)
    except Exception as error:
        if debug:
            raise
        return _bug(error, lang)


def tell_lost(error: OSError, argv: list[str]) -> None:
    """Say that standard output did not take the whole result; the exit code stays the answer's."""
    lang = program_language(argv)
    reason = safe_line(error.strerror or str(error), 200)
    complain(f"{say(lang, 'cli.error')}: {say(lang, 'cli.result_lost', reason=reason)}")


def _answer(argv: list[str], lang: str) -> int:
    """Run the command line and turn every expected exception into its message and exit code."""
    # Typer carries its own click; the module of a public exception is where its usage errors are found.
    exceptions = sys.modules[typer.BadParameter.__module__]
    try:
        if _wants_menu(argv):
            set_language(lang)
            from aiassess.cli.menu import menu  # noqa: PLC0415 - help starts fast without it

            result = menu(lang, resolve_language(wished_language(argv)))
        else:
            result = command(lang).main(args=argv, prog_name="aiassess", standalone_mode=False)
    except AiassessError as error:
        show_problems(error, lang)
        return error.exit_code
    except exceptions.ClickException as error:
        return _wrong_usage(error, lang)
    except (KeyboardInterrupt, typer.Abort):
        result = EXIT_INTERRUPTED
    if result == EXIT_INTERRUPTED:  # also what Typer makes of a KeyboardInterrupt
        complain(say(current_language(), "cli.interrupted"))
    return result if isinstance(result, int) else 0


def _wants_menu(argv: list[str]) -> bool:
    """Whether nothing but a language is asked for, by somebody at a terminal."""
    alone = not argv or (resolve_language(wished_language(argv)) and len(argv) == 1 + (argv[0] == "--lang"))
    return bool(alone) and is_terminal(sys.stdin) and is_terminal(sys.stdout)


def _wrong_usage(error: typer.BadParameter, lang: str) -> int:
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        complain(error.format_message())
        return EXIT_USAGE
    param = getattr(error, "param", None)
    name = param.make_metavar(error.ctx) if param is not None and param.param_type_name == "argument" else ""
    if param is not None and not name:
        name = param.opts[0]
    option = safe_line(str(getattr(error, "option_name", "")), 100)
    reason = safe_line(error.message, 300)
    if kind == "NoSuchOption":
        text = say(lang, "cli.no_such_option", option=option)
        if getattr(error, "possibilities", None):
            text += " " + say(lang, "cli.did_you_mean", names=", ".join(sorted(error.possibilities)))  # type: ignore[attr-defined]
    elif kind == "MissingParameter":
        text = say(lang, "cli.missing_parameter", name=name)
    elif kind == "BadOptionUsage":
        text = say(lang, "cli.option_needs_value", option=option)
    elif "unexpected extra argument" in reason:
        text = say(lang, "cli.extra_arguments", words=reason[reason.rfind("(") + 1 : reason.rfind(")")])
    elif name:
        text = say(lang, "cli.bad_parameter", name=name, reason=reason)
    else:
        text = say(lang, "cli.usage", reason=reason)
    complain(f"{say(lang, 'cli.error')}: {text}")
    if error.ctx is not None:
        complain(say(lang, "cli.see_help", command=command_line(*error.ctx.command_path.split()[1:])))
    return EXIT_USAGE


def _bug(error: Exception, lang: str) -> int:
    import tempfile  # noqa: PLC0415 - for faults alone
    import traceback  # noqa: PLC0415

    what = safe_line(f"{type(error).__name__}: {error}", 200)
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="aiassess-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            traceback.print_exception(error, file=log)
        complain(say(lang, "cli.bug", what=what, file=log.name))
    except OSError:
        complain(say(lang, "cli.bug_no_file", what=what))
    return EXIT_BUG
