"""The entry point: the shortest way to ``--version``, and the command line for all else."""

import sys

from aiassess import __version__


def main() -> None:
    """Run the command line and leave the process with its exit code (docs/cli.md#exit-codes)."""
    argv = sys.argv[1:]
    if argv == ["--version"]:  # answered without importing Typer, which takes several times as long as Python itself
        sys.stdout.write(f"aiassess {__version__}\n")
        return
    try:
        from aiassess.cli.handler import run

        code = run(argv)
    except KeyboardInterrupt:  # pressed while the program was still starting
        code = 130
    sys.exit(code)
