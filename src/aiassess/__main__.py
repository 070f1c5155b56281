"""``python -m aiassess``."""

from aiassess.cli.main import main

if __name__ == "__main__":
    main()
