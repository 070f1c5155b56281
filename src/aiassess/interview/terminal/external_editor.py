"""A long text in the person's own editor. Whatever the editor does, what was typed is not lost."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prompt_toolkit.application import run_in_terminal

from aiassess.drafts.files import remove
from aiassess.signals import handle

_POSIX_EDITORS = ("nano", "pico", "micro")
"""Editors that show their keys; to get vi, name it in $EDITOR."""
_WINDOWS_EDITORS = ("notepad.exe",)


@dataclass(frozen=True, slots=True)
class Edited:
    """What came out: the new text (None: as it was), and a message of ``aiassess.text.screen`` if there is one."""

    text: str | None = None
    said: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    file: Path | None = None
    """Nothing was changed yet, but an editor in a window of its own may still be open: the file that it has."""


def command(environ: Mapping[str, str] = os.environ, *, windows: bool = os.name == "nt") -> list[str] | None:
    """Return the editor's command line: $VISUAL, $EDITOR, else one that is installed; None if there is none."""
    for name in ("VISUAL", "EDITOR"):
        wish = environ.get(name, "").strip()
        if wish:
            return _split(wish, windows=windows)
    found = next((name for name in (_WINDOWS_EDITORS if windows else _POSIX_EDITORS) if shutil.which(name)), None)
    return [found] if found else None


def _split(wish: str, *, windows: bool) -> list[str]:
    try:
        # A backslash is not an escape on Windows; quotes still hold a path with blanks together.
        parts = shlex.split(wish, posix=not windows)
    except ValueError:
        return [wish]
    return [part.strip('"') for part in parts] if windows else parts


async def edit(text: str) -> Edited:
    """Give the terminal to the editor until it ends, and return what it left."""
    line = command()
    if line is None:
        return Edited(said="editor_none")
    return await run_in_terminal(lambda: edit_with(line, text))


def edit_with(line: list[str], text: str, call: Callable[[list[str]], int] = subprocess.call) -> Edited:
    """Run an editor on a new file that only its owner can read, and return what it left there.

    A text that was changed is taken even if the editor ended with an error; a file that cannot be read back stays on
    the disk, and its name is said.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix="aiassess-", suffix=".txt")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode("utf-8", "replace"))
    except OSError as error:
        return _failed(line, error)
    file = Path(name)
    try:
        # Ctrl-C is left to the editor. A handler, not SIG_IGN, which the editor would inherit.
        with handle(lambda *_: None, [signal.SIGINT]):
            code = call([*line, str(file)])
    except (OSError, ValueError) as error:
        remove(file)
        return _failed(line, error)
    waiting = Edited(values={"editor": line[0], "file": str(file)}, file=file)
    after = read_back(waiting, text, closed=code != 0)
    if code and not after.said:
        said = "editor_code" if after.text is None else "editor_code_taken"
        return Edited(after.text, said, {"editor": line[0], "code": code})
    return waiting if after == Edited() else after


def read_back(waiting: Edited, text: str, *, closed: bool = False) -> Edited:
    """Return what an editor left in its file, None if that is still ``text``.

    A file is removed once its text is taken, or once the editor is known to be ``closed``.
    """
    file = waiting.file
    if file is None:
        return waiting
    try:
        after = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n")
    except FileNotFoundError:
        return Edited(said="editor_gone", values=waiting.values)
    except (OSError, UnicodeDecodeError):
        return Edited(said="editor_unreadable", values=waiting.values)
    if after == text.encode("utf-8", "replace").decode().removesuffix("\n"):
        if closed:
            remove(file)
        return Edited()
    remove(file)
    return Edited(after)


def _failed(line: list[str], error: Exception) -> Edited:
    reason = getattr(error, "strerror", None) or str(error)
    return Edited(said="editor_failed", values={"editor": line[0], "reason": reason})
