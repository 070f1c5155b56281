"""Where things stand in a JSON text: a second reading, for messages alone."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from aiassess.answers.formats import DEPTH

READ_TWICE_UP_TO = 2_000_000
"""Characters beyond which the second reading would cost more than a line number tells."""
_STEP = 200
"""Characters of a key that are kept in a path: so long is no name of ours, and many paths would hold a longer one."""

# Possessive throughout: no text, however made, is looked at twice. A string that is not closed runs to the text's end.
STRING = r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?'
_WORD = re.compile(STRING + r'|[\[\]{},:]|[^\s\[\]{},:"]++', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A key or a value; ``repeated``: a key that stood in the same object before."""

    path: str
    offset: int
    word: str
    is_key: bool = False
    repeated: bool = False


class _Container:
    def __init__(self, path: str, is_object: bool) -> None:
        self.path = path
        self.is_object = is_object
        self.step: str | int | None = None if is_object else 0
        self.keys: set[str] = set()

    def here(self) -> str:
        return path_to(self.path, self.step) if self.step is not None else self.path


def places(text: str) -> Iterator[Place]:
    """Yield every key and value in order; of a text that is no JSON, what can be told."""
    within: list[_Container] = []
    for match in _WORD.finditer(text):
        word, offset = match.group(), match.start()
        top = within[-1] if within else None
        if word in ("]", "}"):
            del within[-1:]
        elif word == ",":
            if top is not None:
                top.step = top.step + 1 if isinstance(top.step, int) else None
        elif top is not None and top.is_object and top.step is None:
            top.step = key = unquoted(word)
            yield Place(top.here(), offset, word, is_key=True, repeated=key in top.keys)
            top.keys.add(key)
        elif word != ":":
            path = top.here() if top else ""
            yield Place(path, offset, word)
            if word in ("[", "{"):
                within.append(_Container(path, word == "{"))
                if len(within) > DEPTH:  # paths would grow with every level; such a text is refused for its depth alone
                    return


def path_to(parent: str, step: str | int) -> str:
    """Return the path of an entry: ``answers.dpia`` of a key, ``value[2]`` of a place in a list."""
    if isinstance(step, int):
        return f"{parent}[{step}]"
    step = step[:_STEP]
    return f"{parent}.{step}" if parent else step


def unquoted(word: str) -> str:
    """Return what a JSON string says; one that is not valid, as it is written."""
    try:
        return str(json.loads(word))
    except ValueError:
        return word


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return where an offset stands, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
