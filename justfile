# Names for what .ci/ and README.md do: `just` lists them. None of it needs just.

_list:
    @just --list

# Set up, and run the fast tests
setup:
    bash -euc "$(python3 .ci/readme_command.py 2)"

# Run the fast tests, or those named: just test tests/docs -n 0
test *arguments:
    .venv/bin/python -m pytest {{ arguments }}

# Run the tests that repeat
deep: (test "-m" "deep")

# Linters and types
lint:
    .ci/lint

# Chromium and axe-core for tests/browser (Debian, as root)
browser:
    .ci/browser

# Renew requirements/
lock:
    .ci/lock

# All that must hold before a change lands
all:
    .ci/run
