"""Write an outline as Markdown that diffs well, one fact a line. Only this module turns text into Markdown."""

import re
from collections.abc import Iterator
from typing import assert_never

from aiassess.render import outline as o

# A backslash before ASCII punctuation makes it plain text in CommonMark. Only what can begin or end markup anywhere in a
# line is escaped, so that the file stays readable; _as_item deals with what only has a meaning at the start of a line.
_MARKUP = re.compile(r"[\\`*_\[\]<|~&$#^]")
# GitHub and GitLab turn bare addresses into links and :names: into emoji.
_LINKS = re.compile(r":(?=//|[A-Za-z0-9_+-]+:)|\.(?<=[wW]{3}\.)|@(?=\w)")
# The start of an ordered list: "1." and "1)" everywhere, and in pandoc also "a.", "iv)", "(1)", "(b)" and "(@)".
_ORDERED = re.compile(r"\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|@\w*)[.)](?=\s|\Z)")
# Punctuation at the end, escaped or not; pairs of backslashes before it stay.
_LAST = re.compile(r"(?<!\\)((?:\\\\)*)\\?([.,;:!。，；：！])\Z")

_STRONG: frozenset[o.Look] = frozenset({"strong", "alarm", "ready", "conditional", "hold", "stop"})
# Removed and added items begin with a sign that is text, not the marker of a nested list.
_SIGNS: dict[o.Sign | None, str] = {"+": "\\+ ", "-": "\u2212 "}


def write_markdown(outline: o.Outline) -> str:
    return "\n\n".join(_chunks(outline, 2)) + "\n"


def _chunks(outline: o.Outline, depth: int) -> Iterator[str]:
    """Yield chunks to be separated by blank lines; ``depth``: the level of headings."""
    for kind, run in o.runs(outline, "page"):
        if kind == "Item":
            yield "\n".join(line for block in run if isinstance(block, o.Fact | o.Item) for line in _item(block, ""))
        elif kind == "Quote":
            yield "\n>\n".join(f"> {_as_item(_inline(block.text))}" for block in run if isinstance(block, o.Quote))
        else:
            for block in run:
                yield from _block(block, depth)


def _block(block: o.Block, depth: int) -> Iterator[str]:
    match block:
        case o.Title():
            yield f"# {_as_heading(_inline(block.text))}"
        case o.Paragraph():
            yield _as_item(_inline(block.text))
        case o.Table():
            yield "\n".join(_table(block))
        case o.Bars():
            yield from _chunks([o.Fact(f"{bar.title}: {', '.join(bar.figures)}") for bar in block.bars], depth)
        case o.Section():
            heading = _as_heading(_inline(block.title))
            if heading:
                yield f"{'#' * depth} {heading}"
            yield from _chunks(block.body, depth + bool(heading))
        case o.Quote() | o.Fact() | o.Item():
            yield from _chunks([block], depth)
        case _:
            assert_never(block)


def _item(item: o.Fact | o.Item, indent: str) -> Iterator[str]:
    sign = _SIGNS.get(item.sign, "") if isinstance(item, o.Item) else ""
    text = _inline(item.text)
    yield f"{indent}- {sign + text if sign else _as_item(text)}"
    for inner in item.inner:
        yield from _item(inner, indent + "  ")


def _table(table: o.Table) -> Iterator[str]:
    yield _row(_inline(column.title) for column in table.columns)
    yield _row("---:" if column.numeric else "---" for column in table.columns)
    for row in table.lines:
        yield _row(_inline(cell, in_cell=True) for cell in row.cells)


def _row(cells: Iterator[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _inline(said: o.Said, *, in_cell: bool = False) -> str:
    """Return inline Markdown, which may still start like a list item or end as a heading must not."""
    return "".join(_piece(text, look, in_cell=in_cell) for text, look in o.pieces(said, "page"))


def _piece(text: str, look: o.Look, *, in_cell: bool) -> str:
    if look == "code" and "`" not in text and not (in_cell and "|" in text):
        return f"`{text}`"
    if look in _STRONG and text.strip():
        return text.replace(text.strip(), f"**{_escaped(text.strip())}**")
    return _escaped(text)


def _escaped(line: str) -> str:
    """Escape text that is already safe and on one line."""
    return _LINKS.sub(lambda match: "\\" + match.group(), _MARKUP.sub(lambda match: "\\" + match.group(), line))


def _as_item(line: str) -> str:
    """Escape the start of an item or a paragraph, so that it opens no list, heading or rule."""
    if line[:1] in ("+", "-", "=", ">", ":"):
        return "\\" + line
    opens = _ORDERED.match(line)
    if opens is None:
        return line
    mark = 0 if line.startswith("(") else opens.end() - 1
    return f"{line[:mark]}\\{line[mark:]}"


def _as_heading(text: str) -> str:
    """Encode punctuation at the end of a heading, which markdownlint (MD026) rejects."""
    return _LAST.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)
