"""Print the README's set-up command with the given number (1: run the main job, 2: run the tests), as printed there.

On Windows with the names that Python and a virtual environment have there, for the bash that comes with git.
"""

import re
import sys
from pathlib import Path

WINDOWS = sys.platform == "win32"
README = Path(__file__).resolve().parent.parent / "README.md"


def main() -> None:
    """Find the first two fenced shell blocks; each is one line."""
    blocks = re.findall(
        r"^```(?:sh|bash|shell)\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    command = blocks[int(sys.argv[1]) - 1].strip()
    if "\n" in command:
        raise SystemExit(f"README.md: set-up command {sys.argv[1]} is more than one line")
    if WINDOWS:
        command = command.replace("python3 ", "python ").replace(".venv/bin/", ".venv/Scripts/")
    print(command, end="")  # of a line end there bash would leave half


if __name__ == "__main__":
    main()
