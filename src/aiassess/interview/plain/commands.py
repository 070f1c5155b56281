"""The commands of the line-by-line interview, in every language at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aiassess.interview.actions import Action, Do, Leave, SwitchLanguage
from aiassess.text import LANGUAGES, language_name, say
from aiassess.text.plain import MESSAGES

EVERYWHERE = ("preview", "undo", "redo", "language", "leave")
"""What works on every page."""
COMMON = (
    "help", "again", "back", "skip", "unsure", "wait_for", "not_applicable", "note", "overview", "goto", "review",
    "preview", "language", "clear", "undo", "redo", "leave",
)  # fmt: skip
"""The commands of every question, in the order in which help shows them."""
RISKS = ("add", "edit", "remove", "done")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "answer": (*RISKS, "confirm", "unsure", "wait_for", "not_applicable", "skip", "clear"),
    "question": ("help", "again", "note"),
    "move": ("back", "overview", "goto", "actor"),
}
"""What a command is for; any other is for the whole interview."""
_DOES: Mapping[str, Action] = {
    **{do.value: do for do in Do if do is not Do.CLEAR},  # which may clear the text under way
    "goto": Do.OVERVIEW,
    "leave": Leave(),
}
_WITH_ARGUMENT = frozenset({"goto", "actor", "wait_for", "language", "clear", "edit", "remove"})


@dataclass(frozen=True, slots=True)
class Command:
    """A command that was typed, by its name here, with what was typed after it."""

    name: str
    rest: str = ""

    @property
    def action(self) -> Action | None:
        """What it does by itself; None if something is shown or asked first."""
        if self.name == "language":  # which one was typed behind it
            return SwitchLanguage(_language_code(self.rest))
        return _DOES.get(self.name)


@cache
def command_words(lang: str) -> Mapping[str, str]:
    """Return the word by which each command is shown, for messages: ``{cmd[undo]}``."""
    return {name: words[0] for name, words in _words_of(lang).items()}


def _words_of(lang: str) -> dict[str, list[str]]:
    names = [key.removeprefix("cmd_") for key in MESSAGES if key.startswith("cmd_")]
    return {name: say(lang, f"plain.cmd_{name}").split("|") for name in names}


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """Return every word of every language with the command that it means, longer words first."""
    words = {word: name for lang in LANGUAGES for name, several in _words_of(lang).items() for word in several}
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def find_command(typed: str) -> Command | None:
    """Return the command that a line is, without its colon; None if it isn't one.

    A command that takes no argument is not one if anything follows: "back up the data" is an answer.
    """
    line = " ".join(typed.split())
    low = line.casefold()
    for word, name in _words():
        if low == word:
            return Command(name)
        if name in _WITH_ARGUMENT and low.startswith(word + " "):
            return Command(name, line[len(word) + 1 :].strip())
    return None


def _language_code(typed: str) -> str | None:
    """Return the code of a language named by its code or its name; None: the next one."""
    low = typed.casefold().removeprefix("bahasa ")
    named = {
        language_name(code, lang).casefold().removeprefix("bahasa "): code for code in LANGUAGES for lang in LANGUAGES
    }
    return named.get(low, low) or None
