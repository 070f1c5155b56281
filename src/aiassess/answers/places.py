"""Where things are in a JSON text: a second reading, only for messages."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aiassess.answers.formats import DEPTH
from aiassess.errors import Problem

READ_TWICE_UP_TO = 2_000_000
"""Characters beyond which the second reading would cost more than a line number tells."""
_STEPS = 8
"""No path of ours has more steps; a strange name in a file may look as if it had thousands."""
_STEP = 200
"""Characters of a key that are kept in a path: none of our names is this long, and many paths would repeat a longer one."""

# Possessive throughout: no text, however made, is looked at twice. A string that is not closed runs to the text's end.
STRING = r'"[^"\\]*+(?>(?:\\.?[^"\\]*+)*)"?'
_WORD = re.compile(STRING + r'|[\[\]{},:]|[^\s\[\]{},:"]++', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A key or a value; ``repeated``: a key that the same object already had."""

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
    """Yield every key and value in order; of a text that is not JSON, what can be made out."""
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
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def with_lines(problems: tuple[Problem, ...], text: str, shown: str) -> list[Problem]:
    """Return the problems with file, line and column added to those of a JSON text, found by reading it once more.

    ``shown``: its file. A problem of another file, such as the questionnaire that it names, stays as it is.
    """
    if len(text) > READ_TWICE_UP_TO or all(problem.line is not None for problem in problems):
        return list(problems)
    ways = [way_to(problem.path or "") for problem in problems]
    wanted = {path for way in ways for path in way}
    offsets = {place.path: place.offset for place in places(text) if not place.is_key and place.path in wanted}
    placed = []
    for problem, way in zip(problems, ways, strict=True):
        path = next((path for path in way if path in offsets), None)
        if problem.line is None and path is not None and problem.file in (None, shown):
            line, column = line_and_column(text, offsets[path])
            placed.append(replace(problem, file=shown, line=line, column=column))
        else:
            placed.append(problem)
    return placed


def way_to(path: str) -> list[str]:
    """Return a path and those of what contains it, the nearest first and the whole document last."""
    way = [path]
    for _ in range(_STEPS):
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        way.append(path)
    return [*way, ""]
