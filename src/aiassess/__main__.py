"""``python -m aiassess``."""

import sys

from aiassess.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
