"""Commands that the program prints, as they can be pasted: the program as it was started, quoted for the shell in use."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from aiassess.safe import safe_text

Shell = Literal["sh", "cmd", "powershell"]

_SPECIAL_IN_CMD = re.compile(r"[\s&|<>^()%!,;=@'`~+\[\]{}]")
_PLAIN_IN_POWERSHELL = re.compile(r"[\w.:\\/=+-]+", re.ASCII)
_POWERSHELL_QUOTES = re.compile("(['\u2018-\u201b])")
_POWERSHELL_MODULES = re.compile(r"\\(?:Windows)?PowerShell\\Modules\\?(?:;|$)", re.IGNORECASE)


class Command(str):
    """A command to be printed: safe, on one line, and neither cut nor otherwise changed, or it would not run."""

    __slots__ = ()


def command_line(*words: str) -> Command:
    """Return the command that runs this program with these words."""
    started = sys.argv[0]
    line = join([*program_words(started), *words], shell_in_use(sys.platform, os.environ, started))
    return Command(safe_text(line).replace("\n", r"\u{a}"))


def program_words(started: str) -> list[str]:
    """Return the words that start the program again from any folder; ``started``: ``sys.argv[0]``."""
    file = Path(started)
    if file.name == "__main__.py":
        return [_short(sys.executable), "-m", "aiassess"]
    return [_short(os.path.abspath(started))] if file.stem == "aiassess" else ["aiassess"]  # noqa: PTH100 - links stay


def _short(program: str) -> str:
    """Return the bare name of a program that the shell finds by it."""
    name = Path(program).stem if Path(program).suffix.lower() == ".exe" else Path(program).name
    found = shutil.which(name)
    return name if found and _same(found, program) else program


def _same(one: str, other: str) -> bool:
    def name(file: str) -> str:
        return os.path.normcase(os.path.abspath(file)).removesuffix(".exe")  # noqa: PTH100 - a link is another program

    return name(one) == name(other)


def shell_in_use(platform: str, environ: Mapping[str, str], started: str = "aiassess") -> Shell:
    """Return the shell that a pasted command is for; ``started``: ``sys.argv[0]``.

    On Windows ``cmd`` alone sets ``PROMPT`` for its programs. It also runs every batch file, wherever that was called from; but
    PowerShell alone adds the user's modules to the machine's.
    """
    if platform != "win32":
        return "sh"
    if _is_batch(started) and len(_POWERSHELL_MODULES.findall(environ.get("PSModulePath", ""))) > 1:
        return "powershell"
    return "cmd" if environ.get("PROMPT") else "powershell"


def join(words: Iterable[str], shell: Shell) -> str:
    """Return words as one line that the shell splits into the same words; the first is the program."""
    if shell == "sh":
        return shlex.join(words)
    if shell == "cmd":
        return " ".join(_for_cmd(word) for word in words)
    program, *rest = words
    if _is_batch(program):  # PowerShell hands its words to cmd, and quotes them for it only if one has a space
        rest = [_for_cmd(word) for word in rest]
    line = " ".join(_for_powershell(word) for word in [program, *rest])
    return f"& {line}" if line.startswith("'") else line  # a quoted text alone would only be printed


def _for_cmd(word: str) -> str:
    quoted = subprocess.list2cmdline([word])
    if quoted != word or not _SPECIAL_IN_CMD.search(word):
        return quoted
    return f'"{_closed(word)}"'


def _for_powershell(word: str) -> str:
    if _PLAIN_IN_POWERSHELL.fullmatch(word):
        return word
    return "'" + _POWERSHELL_QUOTES.sub(r"\1\1", _closed(word) if " " in word else word) + "'"


def _is_batch(program: str) -> bool:
    return program.lower().endswith(".cmd")


def _closed(word: str) -> str:
    """Return a word whose last backslashes do not escape the quote that follows."""
    return word + "\\" * (len(word) - len(word.rstrip("\\")))
