"""Lines out and lines in: no cursor movement, no colour, nothing that a pipe or a screen reader could stumble over."""

import os
import re
import select
import sys
import textwrap
from contextlib import suppress
from typing import TextIO

from aiassess.safe import safe_text
from aiassess.stdio import NEAREST, is_terminal

PROMPT = "> "
PASTE_SECONDS = 0.02
"""How long a terminal may take between two pieces of what is pasted."""
_INDENT = re.compile(r" *(?:[0-9]+\. |- )?")


class Gone(Exception):
    """The input has ended, the person asked to leave in the middle of something, or the session must end."""


class Lines:
    """Writes to one text stream and reads from another, whatever their encodings can carry.

    Lines that are longer than a terminal is wide are broken between words.
    """

    def __init__(self, input_: TextIO, output: TextIO) -> None:
        self._input = input_
        self._output = output
        self._leaving = self._leaving_next = False
        self._reading = False
        self.piped = not is_terminal(input_)
        with suppress(AttributeError, ValueError, OSError):  # bytes that are not text must not end the session
            input_.reconfigure(errors="replace")  # type: ignore[attr-defined]

    def write(self, *texts: str) -> None:
        """Write texts as lines, made safe; a reader that is gone is noticed when the next line is read."""
        width = self._columns()
        for text in texts:
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
        if self.piped or not line.endswith("\n"):
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
        if self.piped:
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
        try:  # asked each time, since windows are resized
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
        with suppress(OSError, ValueError):
            self._output.write(text.encode(encoding, NEAREST).decode(encoding))
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
