"""Starting the program by a fork: the real command line in a process of its own, with every library imported already.

To import them takes most of the time of a short interview. A deep run (``support.examples``) starts Python anew.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import NoReturn

from support.examples import DEEP

PLAIN = {"PATH", "HOME", "TERM", "LC_ALL", "TZ", "PYTHONPATH", "AIASSESS_DATA_DIR", "AIASSESS_CACHE_DIR"}
"""What an environment may hold that no library looks at while it is imported."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH, signal.SIGALRM, signal.SIGUSR1)


def can_fork(command: list[str], env: dict[str, str]) -> bool:
    """Whether the command is ``python -m aiassess …`` in surroundings that change nothing at its start."""
    ours = command[:3] == [sys.executable, "-m", "aiassess"]
    return not DEEP and ours and set(env) <= PLAIN and env.get("LC_ALL") == "C.UTF-8" and sys.platform != "win32"


def instead_of_exec(arguments: list[str], env: dict[str, str]) -> Callable[[], None]:
    """Return a ``preexec_fn`` that never comes back: it is the program."""
    _import_all()

    def become() -> None:
        os.closerange(3, 1024)  # also the pipe by which the parent learns that the program has been started
        try:
            _start_over(arguments, env)
            from aiassess.cli.main import main

            main()
            code = 0
        except SystemExit as leave:
            code = leave.code if isinstance(leave.code, int) else 0
        except BaseException:
            traceback.print_exc()
            code = 1
        _leave(code)

    return become


@cache
def _import_all() -> None:
    """Import what the interview and its report need, once."""
    for name in ("cli.handler", "cli.app", "cli.assess", "cli.drafts", "interview.screen", "interview.plain"):
        importlib.import_module(f"aiassess.{name}")
    from aiassess.render import FORMATS, renderer

    for name in FORMATS:
        renderer(name)


def _start_over(arguments: list[str], env: dict[str, str]) -> None:
    """Make this process what Python is when it has just been started."""
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    sys.argv = ["aiassess", *arguments]
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _leave(code: int) -> NoReturn:
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
