"""What goes to standard output and standard error."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from aiassess.errors import Problem, WrongUsage, invalid
from aiassess.files import write_text

STDOUT = "-"


def prepare_streams() -> None:
    """Make sure that no character can make printing fail, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def complain(text: str) -> None:
    """Print a message for people to standard error."""
    with suppress(OSError, ValueError):  # a closed standard error must not hide the exit code
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def drop_unwritten() -> None:
    """Where the reader or the terminal is gone, let what is still buffered not fail again, and change the code, at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            with suppress(AttributeError, OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_result(text: str) -> None:
    """Print a result to standard output: in the terminal's encoding for people, in UTF-8 for programs and files."""
    try:
        if sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise invalid("cannot_write", file="<stdout>", reason=error.strerror or str(error)) from None


def write_outputs(outputs: list[tuple[str, str]], inputs: list[str]) -> None:
    """Write each (target, text), "-" being standard output; every text is ready before the first file is touched.

    Raises WrongUsage where two targets are one file, or a target is an input, and InvalidInput where one cannot be written.
    """
    files = [Path(target) for target, _ in outputs if target != STDOUT]
    resolved = [file.resolve() for file in files]
    for place, file in enumerate(resolved):
        if file in resolved[:place]:
            raise WrongUsage([Problem("output_twice", file=str(files[place]))])
        if file in [Path(name).resolve() for name in inputs if name != STDOUT]:
            raise WrongUsage([Problem("output_is_input", file=str(files[place]))])
    for target, text in outputs:
        if target == STDOUT:
            print_result(text)
        else:
            write_text(Path(target), text)
