"""What a person types, as lines, texts or commands."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiassess.interview.plain.commands import Command, find_command
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiassess.interview.plain.streams import Lines


class Quit(Exception):
    """The person asked to leave in the middle of a dialogue."""


class Typing:
    """Reads what a person types as lines, texts or commands, and says what is not a command."""

    def __init__(self, lines: Lines, lang: str) -> None:
        self.lines = lines
        self.lang = lang
        self._cleared: list[str] = []
        self.keep: Callable[[list[str]], None] = lambda _: None
        """Called with the lines of a text so far, after each."""

    @contextmanager
    def keeping(self, keep: Callable[[list[str]], None]) -> Iterator[None]:
        """Give the lines of a text to another for a while."""
        before, self.keep = self.keep, keep
        try:
            yield
        finally:
            self.keep = before

    def clear_or_restore(self, typed: list[str], command: str) -> bool:
        """Discard the lines of a text ("clear"), or bring back those discarded last ("undo"); False if there are none."""
        if command == "clear" and typed:
            self._cleared = list(typed)
            typed.clear()
            self.tell("text_cleared")
        elif command == "undo" and self._cleared:
            typed[:0] = self._cleared
            self._cleared = []
            self.tell("text_back")
            self.lines.write("\n".join(typed))
        else:
            return False
        self.keep(typed)
        return True

    def say(self, key: str, **values: object) -> str:
        return say(self.lang, f"plain.{key}", **values)

    def tell(self, key: str, **values: object) -> None:
        self.lines.write(self.say(key, **values))

    def whole(self) -> str:
        """Return one line. What was pasted or typed ahead with it answers nothing, and is said."""
        typed = self.lines.read()
        self.tell_rest()
        return typed.strip()

    def tell_rest(self) -> None:
        """Say what came together with an answer and was not used."""
        rest = self.lines.rest()
        if rest:
            self.tell("left_over", lines=" / ".join(rest))

    def joined(self) -> str:
        """Return one line; several that were pasted are joined into one, which is shown and asked about."""
        typed = self.lines.read().strip()
        while rest := self.lines.rest():
            together = " ".join(" ".join([typed, *rest]).split())
            self.tell("joined", text=together)
            typed = self.lines.read().strip() or together
        return typed

    def line(self) -> str | Command:
        """Return one line or the command that it is; a bare word may be a command."""
        while True:
            typed = self.whole()
            command = find_command(typed.removeprefix(":"))
            if command is not None:
                return command
            if not typed.startswith(":"):
                return typed
            self.tell("unknown_command", found=typed)

    def field(self) -> str | Command:
        """Return one line of free text, or a command; only ``:command`` and ``?`` are commands."""
        while True:
            typed = self.joined()
            if typed.startswith("::"):
                return typed[1:]
            if typed != "?" and not typed.startswith(":"):
                return typed
            command = find_command(typed.removeprefix(":"))
            if command is not None:
                return command
            self.tell("unknown_command", found=typed)

    def answer_line(self) -> str | Command:
        """Return a text of one line, or a command; a bare word that is a command must be typed twice to be the answer."""
        before = None
        while True:
            typed = self.field()
            if isinstance(typed, Command) or find_command(typed) is None or typed == before:
                return typed
            self.tell("command_or_text", found=typed)
            before = typed

    def text(self, typed: list[str]) -> str | Command:
        """Return a text of several lines, ended by a full stop alone; "" if the first line is empty.

        The lines so far are in ``typed``, also if a command is returned or the input ends.
        """
        while True:
            if typed and not self.lines.more_waits():
                self.keep(typed)
            line = self.lines.read()
            word = line.strip()
            if not typed and not word and self.lines.more_waits() and not self.lines.piped:
                continue  # a text that is pasted may begin with a blank line
            if word == "." or (not typed and not word):
                self.tell_rest()
                return "\n".join(typed)
            if line.startswith("::"):
                typed.append(line[1:])
            elif word == "?" or word.startswith(":"):
                command = find_command(word.removeprefix(":"))
                if command is not None:
                    if len(typed) == 1 and find_command(typed[0]) == command:
                        typed.clear()  # the same word without its colon was no answer
                    return command
                if typed:  # in the middle of a text that is pasted it is more likely a part of it
                    typed.append(line)
                    self.tell("kept_as_text", found=word)
                else:
                    self.tell("unknown_command", found=word)
            else:
                typed.append(line)
                if len(typed) == 1 and find_command(word) is not None:
                    self.tell("taken_as_text", found=word)
