"""The commands of the line-by-line interview, in every language at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aiassess.text import LANGUAGES, say
from aiassess.text.plain import MESSAGES

COMMON = (
    "help",
    "again",
    "back",
    "skip",
    "unsure",
    "not_applicable",
    "note",
    "list",
    "goto",
    "review",
    "language",
    "clear",
    "undo",
    "redo",
    "quit",
)
"""The commands of every question, in the order in which help shows them."""
RISKS = ("add", "edit", "remove", "done")
_WITH_ARGUMENT = frozenset({"goto", "language", "clear", "edit", "remove"})


@dataclass(frozen=True, slots=True)
class Command:
    """A command that was typed, by its name here, with what stood after it."""

    name: str
    rest: str = ""


def command_word(name: str, lang: str) -> str:
    """Return the word by which help shows a command."""
    return say(lang, f"plain.cmd_{name}").split("|")[0]


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """Return every word of every language with the command that it means, longer words first."""
    words = {
        word: key.removeprefix("cmd_")
        for key in MESSAGES
        if key.startswith("cmd_")
        for lang in LANGUAGES
        for word in say(lang, f"plain.{key}").split("|")
    }
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def find_command(typed: str) -> Command | None:
    """Return the command that a line is, without its colon; None where it is none.

    What stands after a command that takes no argument makes it no command: "back up the data" is an answer.
    """
    line = " ".join(typed.split())
    low = line.casefold()
    for word, name in _words():
        if low == word:
            return Command(name)
        if name in _WITH_ARGUMENT and low.startswith(word + " "):
            return Command(name, line[len(word) + 1 :].strip())
    return None
