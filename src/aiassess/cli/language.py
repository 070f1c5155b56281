"""The language in which the program itself speaks, and those of a paper (docs/cli.md#language)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from aiassess.cli.output import check_choice
from aiassess.text import LANGUAGES, resolve_language

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Questionnaire

_BOTH = "both"


def wished_language(argv: list[str]) -> str | None:
    """Return the value of ``--lang`` on the command line, whatever it is."""
    for place, word in enumerate(argv):
        if word == "--":
            return None
        if word == "--lang" and place + 1 < len(argv):
            return argv[place + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def machine_language(offered: tuple[str, ...] = LANGUAGES) -> str | None:
    """Return the language that ``AIASSESS_LANG`` or the locale asks for, if it is offered."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return resolve_language(os.environ.get("AIASSESS_LANG"), locale or _windows_language(), offered=offered)


def program_language(argv: list[str]) -> str:
    """Return the language of help and messages: ``--lang``, then ``AIASSESS_LANG``, then the locale, then English."""
    return resolve_language(wished_language(argv)) or machine_language() or "en"


def languages_of(questionnaire: Questionnaire, wish: str | None, before: str | None = None) -> tuple[str, ...]:
    """Return the languages of a paper: the one asked for, "both" for all; else that of the answers, if there are any.

    Raises WrongUsage if it isn't offered.
    """
    offered = questionnaire.languages
    check_choice("language_not_offered", wish, (*offered, *([_BOTH] if len(offered) > 1 else [])))
    if wish == _BOTH:
        return offered
    return (wish or (before if before in offered else questionnaire.default_language),)


def _windows_language() -> str | None:
    """Return the display language's locale name on Windows, which does not set the locale variables."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - on Windows alone
        import locale  # noqa: PLC0415

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return None
