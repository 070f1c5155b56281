"""The entry point: the shortest way to ``--version``, and the command line for all else."""

import sys

from aiassess import __version__, stdio


def main() -> int:
    """Run the command line and return the exit code for the process (docs/cli.md#exit-codes)."""
    stdio.prepare()
    argv = sys.argv[1:]
    try:
        if argv == ["--version"]:  # without Typer, which takes several times as long to import as Python to start
            sys.stdout.write(f"aiassess {__version__}\n")
            code = 0
        else:
            from aiassess.cli.handler import run  # noqa: PLC0415

            code = run(argv)
        if (lost := stdio.lost_output()) is not None:
            from aiassess.cli.handler import tell_lost  # noqa: PLC0415

            tell_lost(lost, argv)
    except KeyboardInterrupt:  # pressed while the program was still starting, or printing its result
        code = 130
    return code
