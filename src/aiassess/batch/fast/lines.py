"""Lines of source: indented, and wrapped where they grow long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 112


def indented(lines: Iterable[str], steps: int = 1) -> Iterator[str]:
    """Yield lines so many steps further to the right."""
    for line in lines:
        yield f"{'    ' * steps}{line}" if line else ""


def branch(head: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a compound statement."""
    yield f"{head}:"
    yield from indented(lines)


def joined(variable: str, word: str, terms: Iterable[str], nothing: str) -> Iterator[str]:
    """Yield an assignment of terms with an operator between them."""
    found = list(terms) or [nothing]
    pieces = [found[0], *(f"{word} {term}" for term in found[1:])]
    yield from _wrapped(f"{variable} = ", pieces, " ", ("(", ")"), always=False)


def listed(head: str, terms: Iterable[str], tail: str = "") -> Iterator[str]:
    """Yield a list between head and tail."""
    yield from _wrapped(head, [f"{term}," for term in terms], " ", ("[", f"]{tail}"), always=True)


def _wrapped(head: str, pieces: list[str], between: str, brackets: tuple[str, str], *, always: bool) -> Iterator[str]:
    """Yield pieces on one line, or in brackets on as many as they need; ``always``: in brackets at any rate."""
    whole = between.join(pieces)
    opening, closing = brackets
    if len(head) + len(whole) + len(closing) < WIDTH:
        yield f"{head}{opening}{whole.rstrip(',')}{closing}" if always else f"{head}{whole}"
        return
    yield f"{head}{opening}"
    row = ""
    for piece in pieces:
        if row and len(row) + len(piece) > WIDTH - 8:
            yield f"    {row}"
            row = ""
        row = f"{row}{between}{piece}" if row else piece
    yield f"    {row}"
    yield closing
