"""Lines out and lines in: no cursor movement, no colour, nothing that a pipe or a screen reader could stumble over."""

from __future__ import annotations

import os
import re
import select
import sys
import textwrap
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from aiassess.interview.plain.commands import Command, find_command
from aiassess.safe import safe_text
from aiassess.stdio import is_terminal
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

PROMPT = "> "
PASTE_SECONDS = 0.02
"""How long a terminal may take between two pieces of what is pasted."""
# What a terminal without UTF-8 would show as question marks, in signs that it has.
_SIMPLER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "\u00a0": " "})
_INDENT = re.compile(r" *(?:[0-9]+\. |- )?")


class Gone(Exception):
    """The input has ended, or the session is to end."""


class Lines:
    """Writes to one text stream and reads from another, whatever their encodings can carry.

    ``width``: break longer lines between words; without it the terminal's own, and lines stay whole if there is none.
    """

    def __init__(self, input_: TextIO, output: TextIO, width: int | None = None) -> None:
        self._input = input_
        self._output = output
        self._width = width
        self._leaving = self._leaving_next = False
        self._reading = False
        self._quiet = not is_terminal(input_)
        with suppress(AttributeError, ValueError, OSError):  # bytes that are not text must not end the session
            input_.reconfigure(errors="replace")  # type: ignore[attr-defined]

    @property
    def piped(self) -> bool:
        return self._quiet

    def write(self, text: str = "") -> None:
        """Write a text as lines, made safe; a reader that is gone is noticed when the next line is read."""
        width = self._columns()
        lines = [part for line in safe_text(text).split("\n") for part in self._wrapped(line, width)]
        self._put("\n".join(lines) + "\n")

    def read(self) -> str:
        """Return the next line without its end; raises Gone if there is none."""
        if self._leaving:
            raise Gone
        self._put(PROMPT)
        try:
            self._reading = True
            line = self._input.readline()
        except KeyboardInterrupt:
            self._leaving = True
            self._put("\n")
            raise Gone from None
        except (OSError, ValueError):
            raise Gone from None
        finally:
            self._reading = False
        if self._quiet or not line.endswith("\n"):
            self._put("\n")  # what was typed did not end the line on the output
        if not line:
            raise Gone
        return line.rstrip("\r\n")

    def more_waits(self) -> bool:
        """Return whether more was typed or pasted already, if the system tells; what is pasted is kept once, at its end."""
        if sys.platform == "win32":
            return False
        try:
            return bool(select.select([self._input], [], [], 0)[0])
        except (OSError, ValueError, TypeError):  # no file at all
            return False

    def rest(self) -> list[str]:
        """Take what else was pasted or typed ahead at a terminal, and return it as lines; nothing from a pipe or a file.

        A last line without its end is among them: it would otherwise begin the answer to the next question.
        """
        if self._quiet:
            return []
        try:
            data = pending(self._input.fileno())
        except (OSError, ValueError, AttributeError):  # no terminal of the system
            return []
        text = data.decode(getattr(self._input, "encoding", None) or "utf-8", "replace")
        if "\x04" in text:  # Ctrl-D
            text, self._leaving = text.partition("\x04")[0], True
        if text and not text.endswith(("\n", "\r")):
            self._put("\n")
        return [line for line in text.replace("\r", "\n").split("\n") if line.strip()]

    def request_leave(self) -> None:
        """Raise Gone at the next reading; a reading under way is cut off by KeyboardInterrupt, from a signal's handler."""
        self._leaving = True
        if self._reading:
            raise KeyboardInterrupt

    def leave_next(self) -> None:
        """Make the next ``check_leave`` raise Gone: what was given is taken in first, then the session is left."""
        self._leaving_next = True

    def check_leave(self) -> None:
        """Raise Gone if leaving is due."""
        if self._leaving or self._leaving_next:
            self._leaving_next = False
            raise Gone

    def _columns(self) -> int | None:
        if self._width is not None:
            return self._width
        try:  # asked anew each time: windows change their size
            return os.get_terminal_size(self._output.fileno()).columns or None
        except (OSError, ValueError, AttributeError):
            return None

    def _wrapped(self, line: str, width: int | None) -> list[str]:
        if width is None or len(line) <= width:
            return [line]
        indent = _INDENT.match(line)
        under = " " * min(len(indent.group()) if indent else 0, width // 2)
        return textwrap.wrap(
            line, max(width, 20), subsequent_indent=under, break_long_words=False, break_on_hyphens=False
        )

    def _put(self, text: str) -> None:
        encoding = getattr(self._output, "encoding", None) or "utf-8"
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            text = text.translate(_SIMPLER).encode(encoding, "replace").decode(encoding)
        with suppress(OSError, ValueError):
            self._output.write(text)
            self._output.flush()


def pending(terminal: int) -> bytes:
    """Return what waits in a terminal's input, lines not ended included; waits a moment for what is being pasted."""
    data = b""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        while msvcrt.kbhit():
            data += msvcrt.getwch().encode("utf-8", "replace")
        return data
    import termios  # noqa: PLC0415 - exists on POSIX systems only

    try:
        before = termios.tcgetattr(terminal)
        by_keys = [*before[:3], before[3] & ~termios.ICANON, *before[4:]]
        termios.tcsetattr(terminal, termios.TCSANOW, by_keys)
        try:
            while select.select([terminal], [], [], PASTE_SECONDS)[0]:
                part = os.read(terminal, 65536)
                if not part:
                    break
                data += part
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    except termios.error as error:
        raise OSError(*error.args) from None
    return data


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
