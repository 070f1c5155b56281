"""Conditions as a file writes them: how to read them, and where their tests are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from aiassess.model import conditions as c
from aiassess.model.kind import Data

if TYPE_CHECKING:
    from aiassess.questionnaire.yaml_source import Path_

KEYWORDS: Mapping[str, type[c.Test]] = {"is": c.AnyOf, **{test.keyword: test for test in c.TESTS}}
"""The keys that ask for a test, in the order in which messages name them."""


def test_in(data: Data) -> tuple[str, c.Test]:
    """Return the test on a question, and its key."""
    (key,) = data.keys() - {"question"}
    kind, question, asked = KEYWORDS[key], data["question"], data[key]
    if issubclass(kind, c.OnOptions):
        return key, kind(question, frozenset([asked] if key == "is" else asked))
    if issubclass(kind, c.OnBound):
        return key, kind(question, asked)
    return key, kind(question)


def leaves(data: Data, path: Path_ = ()) -> Iterator[tuple[Data, Path_]]:
    """Yield the parts of a condition that have no parts themselves, in the order written, each with its place."""
    match data:
        case {"all": parts} | {"any": parts}:
            (key,) = data
            for i, part in enumerate(parts):
                yield from leaves(part, (*path, key, i))
        case {"not": part}:
            yield from leaves(part, (*path, "not"))
        case _:
            yield data, path


class Conditions:
    """Builds conditions; equal ones become one object, so that each need be evaluated only once."""

    def __init__(self) -> None:
        self._made: dict[c.Condition, c.Condition] = {}

    def made(self, data: Data, level_before: Callable[[str], c.Condition] | None = None) -> c.Condition:
        """Return the condition that the data writes; ``level_before``: level id to what "at least this level" asks here."""
        if "question" in data:
            return self.one(test_in(data)[1])
        ((key, asked),) = data.items()
        if key == "level_at_least" and level_before:
            return level_before(asked)
        if key == "not":
            return self.one(c.Not(self.made(asked, level_before)))
        return self.one((c.All if key == "all" else c.Any)(tuple([self.made(part, level_before) for part in asked])))

    def one(self, condition: c.Condition) -> c.Condition:
        return self._made.setdefault(condition, condition)
