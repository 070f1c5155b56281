"""User text in Markdown: it stays text, whatever it holds (docs/security.md)."""

import re

from aiassess.safe import safe_line, safe_text

# A backslash before ASCII punctuation makes it plain text in CommonMark. Only what can begin or end markup anywhere in a
# line is escaped, so that the file stays readable; what means something at its beginning only is for as_item.
_MARKUP = re.compile(r"[\\`*_\[\]<|~&$#^]")
# GitHub and GitLab make links of bare addresses and pictures of :names:.
_LINKS = re.compile(r":(?=//)|(?<=www)\.|:(?=[A-Za-z0-9_+-]+:)|@(?=\w)", re.IGNORECASE)
# What begins an ordered list: "1." and "1)" everywhere, in pandoc also "a.", "iv)", "(1)", "(b)" and "(@)".
_ORDERED = re.compile(r"\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|@\w*)[.)](?=\s|\Z)")
# Punctuation at the end, escaped or not; what goes before it are pairs of backslashes, which stay.
_LAST = re.compile(r"(?<!\\)((?:\\\\)*)\\?([.,;:!。，；：！])\Z")


def escaped(line: str) -> str:
    """Return text that is safe and on one line as Markdown text."""
    return _LINKS.sub(lambda match: "\\" + match.group(), _MARKUP.sub(lambda match: "\\" + match.group(), line))


def inline(text: object) -> str:
    """Return user text as one line of Markdown text."""
    return escaped(safe_line(str(text)))


def as_item(line: str) -> str:
    """Return Markdown text that begins an item or a paragraph: what would open a list, a heading or a rule there stays text."""
    if line[:1] in ("+", "-", "=", ">", ":"):
        return "\\" + line
    opens = _ORDERED.match(line)
    if opens is None:
        return line
    mark = 0 if line.startswith("(") else opens.end() - 1
    return f"{line[:mark]}\\{line[mark:]}"


def as_heading(text: str) -> str:
    """Return Markdown text that ends a heading; markdownlint (MD026) takes punctuation there for a mistake."""
    return _LAST.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)


def lines(text: str) -> list[str]:
    """Return the lines of a user text that hold something, each as Markdown text."""
    return [inline(line) for line in safe_text(text).splitlines() if line.strip()]


def table(head: list[str], rows: list[list[str]], numeric: frozenset[int] = frozenset()) -> list[str]:
    """Return the lines of a table; cells are Markdown already; columns in ``numeric`` (from 0) are set to the right."""
    rule = ["---:" if i in numeric else "---" for i in range(len(head))]
    return ["|" + "|".join(f" {cell} " if cell else " " for cell in row) + "|" for row in [head, rule, *rows]]
