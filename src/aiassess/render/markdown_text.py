"""User text in Markdown: it stays text, whatever it holds (docs/security.md)."""

import re

from aiassess.safe import safe_text

# A backslash before ASCII punctuation makes it plain text in CommonMark. Only what can begin or end markup anywhere in a
# line is escaped, so that the file stays readable: a report never begins a line with user text, so ">" is harmless.
_MARKUP = re.compile(r"[\\`*_\[\]<|~&$#^]")
# GitHub and GitLab make links of bare addresses and pictures of :names:.
_LINKS = re.compile(r":(?=//)|(?<=www)\.|:(?=[A-Za-z0-9_+-]+:)|@(?=\w)", re.IGNORECASE)


def inline(text: object) -> str:
    """Return user text as one line of Markdown text."""
    line = " ".join(safe_text(str(text)).split())
    return _LINKS.sub(lambda match: "\\" + match.group(), _MARKUP.sub(lambda match: "\\" + match.group(), line))


def as_item(line: str) -> str:
    """Return Markdown text that begins a list item: what would open a list, a heading or a rule there stays text."""
    if line[:1] in ("+", "-", "=", ">"):
        return "\\" + line
    number, mark, _ = line.partition(line.lstrip("0123456789")[:1] or "\n")
    return f"{number}\\{line[len(number) :]}" if number.isdigit() and mark in (".", ")") else line


def lines(text: str) -> list[str]:
    """Return the lines of a user text that hold something, each as Markdown text."""
    return [inline(line) for line in safe_text(text).splitlines() if line.strip()]


def table(head: list[str], rows: list[list[str]], numeric: frozenset[int] = frozenset()) -> list[str]:
    """Return the lines of a table; cells are Markdown already; columns in ``numeric`` (from 0) are set to the right."""
    rule = ["---:" if i in numeric else "---" for i in range(len(head))]
    return ["|" + "|".join(f" {cell} " if cell else " " for cell in row) + "|" for row in [head, rule, *rows]]
