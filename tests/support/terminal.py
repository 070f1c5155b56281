"""A program in a pseudo-terminal, its screen read back: waits for text, never sleeps."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

import pyte

try:
    import pexpect
except ImportError:  # Windows has no pseudo-terminals
    pexpect = None

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pgup": "\x1b[5~",
    "pgdn": "\x1b[6~",
    "del": "\x1b[3~",
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "s-tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "alt-enter": "\x1b\r",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
}
"""Names of keys and what an xterm sends for them; ``ctrl-a`` to ``ctrl-z`` are made by ``key``."""


def key(name: str) -> str:
    """Return what a terminal sends for a key, by name; anything else is text typed as it is."""
    if match := re.fullmatch("ctrl-([a-z])", name):
        return chr(ord(match[1]) - 96)
    return KEYS.get(name, name)


def rows_of(screen: pyte.Screen) -> list[str]:
    """Return a screen's rows without the blanks at their ends, ten times as fast as ``screen.display``.

    That works out the width of every character; but of a wide one, the second cell holds nothing.
    """
    rows = []
    for y in range(screen.lines):
        cells = [" "] * screen.columns
        for x, cell in screen.buffer[y].items():
            if x < screen.columns:
                cells[x] = cell.data
        rows.append("".join(cells).rstrip())
    return rows


class ScreenText(AssertionError):
    """Something was waited for and did not come; shows the screen as it was."""


class Terminal:
    """A program on a screen of ``columns`` x ``rows``; a context manager that ends it.

    ``raw`` is every byte that the program wrote. Cursor-position requests are answered as a terminal does.
    """

    def __init__(
        self,
        command: list[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 30,
    ) -> None:
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        }
        if "PYTHONPATH" in os.environ:
            environ["PYTHONPATH"] = os.environ["PYTHONPATH"]  # the sources that the tests themselves import
        self.timeout = timeout
        self.raw = b""
        self.screen = pyte.Screen(columns, rows)
        environ |= env or {}
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            env=environ,
            cwd=cwd and str(cwd),
            dimensions=(rows, columns),
            timeout=timeout,
        )
        self.child.delaybeforesend = None
        self.screen.write_process_input = self.child.send  # answers to cursor-position requests
        self._stream = pyte.ByteStream(self.screen)

    @classmethod
    def python(cls, *arguments: str, **options) -> Terminal:
        """Run this Python with arguments."""
        return cls([sys.executable, *arguments], **options)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if not self.child.closed:
            self.child.kill(signal.SIGKILL)
            self.child.close(force=True)

    # Reading

    def lines(self) -> list[str]:
        """Return the screen's rows without the blanks at their ends."""
        return rows_of(self.screen)

    def text(self) -> str:
        """Return the screen as it stands."""
        return "\n".join(self.lines()).rstrip()

    def words(self) -> str:
        """Return the screen's words in one line, so that what is waited for may be wrapped."""
        return " ".join(self.text().split())

    def _read(self, seconds: float) -> bool:
        """Take in what the program writes; False once it has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def wait(self, *wanted: str, gone: str | None = None) -> str:
        """Wait until all texts are on the screen (and ``gone`` is not), and return it; words may be wrapped."""
        end = time.monotonic() + self.timeout
        while True:
            words = self.words()
            missing = [text for text in wanted if " ".join(text.split()) not in words]
            if not missing and (gone is None or gone not in words):
                return self.text()
            if not self._read(0.05) or time.monotonic() > end:
                raise ScreenText(f"waited for {missing or f'{gone!r} to go'}; the screen:\n{self.text()}")

    def wait_end(self) -> int:
        """Wait until the program has ended, and return its exit code, or minus the signal that ended it."""
        end = time.monotonic() + self.timeout
        while self._read(0.05):
            if time.monotonic() > end:
                raise ScreenText(f"the program did not end; the screen:\n{self.text()}")
        self.child.wait()
        return -self.child.signalstatus if self.child.signalstatus else int(self.child.exitstatus)

    # Doing

    def press(self, *names: str) -> None:
        """Press keys, by name or as text; one after the other, without waiting."""
        for name in names:
            self.child.send(key(name))

    def paste(self, text: str) -> None:
        """Paste as a terminal does whose program asked for bracketed paste."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as a person does with the mouse."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self, number: int = signal.SIGTERM) -> None:
        """Send a signal to the program."""
        self.child.kill(number)

    def hang_up(self) -> int:
        """Close the terminal under the program, as a closed window or a broken line does, and wait for its end.

        Returns its exit code, or minus the signal that ended it.
        """
        process = self.child.ptyproc
        process.fileobj.close()
        process.closed = self.child.closed = True
        self.child.child_fd = process.fd = -1
        _, status = os.waitpid(self.child.pid, 0)
        process.terminated = self.child.terminated = True
        return os.waitstatus_to_exitcode(status)
