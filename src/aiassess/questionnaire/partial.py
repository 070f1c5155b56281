"""Checks the references in a questionnaire of the wrong shape, so that its author sees all errors at once.

What the schema refuses is taken out, entry by entry, and the rest is checked. An error counts only if it cannot come from what
was taken out.
"""

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import getitem
from typing import Any

from aiassess.errors import Problem
from aiassess.questionnaire.checks import check_questionnaire
from aiassess.questionnaire.yaml_source import Path_, Source, Spot

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NEEDED = {
    "id",
    "type",
    "question",
    "questions",
    "when",
    "level",
    "severity",
    "options",
    "on",
    "is",
    "all",
    "any",
    "not",
}
"""Keys that the checks look at: without one of them its entry cannot be checked. Others are taken out alone."""
_HOLDERS = ("dimensions", "provenance")
"""Parts whose keys are lists of what is referred to."""
_CONDITIONS = ("show_if", "when")
"""Taken out whole: part of a condition means something else."""
_EMPTY: dict[str, Any] = {
    "format": 1,
    "id": "unnamed",
    "version": "1.0.0",
    "languages": ["en"],
    "title": "-",
    "provenance": {"status": "draft", "statement": "-"},
    "dimensions": {},
    "sections": [],
    "scoring": {"inherent": {"maximum": "all"}, "controls": {"maximum": "all"}, "mitigation": {"method": "none"}},
    "levels": [{"id": "unnamed", "title": "-"}],
}
_ABOUT = {
    "condition_question": "sections",
    "condition_question_near": "sections",
    "condition_later": "sections",
    "condition_option": "sections",
    "condition_type": "sections",
    "finding_option": "sections",
    "subject_question": "sections",
    "unknown_option_set": "option_sets",
    "unknown_tag": "dimensions",
    "unknown_source": "provenance",
    "unknown_framework": "frameworks",
    "unknown_reference": "frameworks",
    "unknown_level": "levels",
    "phase_no_choice": "sections",
    "without_evidence_unknown": "sections",
    "text_extra_language": "languages",
    "text_missing_language": "languages",
    "id_twice": "",
    "text_control": "",
}
"""The errors that hold whatever is missing elsewhere, and the part of the document that they are about, if another."""


_GONE = object()


@dataclass(slots=True)
class _Sound(Source):
    """What is left of a document; problems in it are placed in the whole one, whose lists are longer."""

    original: Source = field(default_factory=lambda: Source(None))
    places: dict[Path_, Path_] = field(default_factory=dict)

    def kept(self, node: Any, path: Path_, before: Path_) -> Any:
        """Return a node without the entries that are gone; ``path`` leads to it from now on, ``before`` in the original."""
        self.places[path] = before
        if isinstance(node, dict):
            return {key: self.kept(value, (*path, key), (*before, key)) for key, value in node.items()}
        if not isinstance(node, list):
            return node
        left = [(i, item) for i, item in enumerate(node) if item is not _GONE]
        return [self.kept(item, (*path, place), (*before, i)) for place, (i, item) in enumerate(left)]

    def spot(self, path: Path_) -> Spot | None:
        return self.original.spot(self.places.get(path, path))

    def problem(self, code: str, path: Path_, **values: object) -> Problem:
        return self.original.problem(code, self.places.get(path, path), **values)


def check_what_is_sound(source: Source, broken: list[Problem], gaps: Iterable[str] = ()) -> list[Problem]:
    """Return the errors in references of a document that the schema refuses for the problems given.

    ``gaps``: the places of sections whose files cannot be read.
    """
    data = copy.deepcopy(source.data)
    removed: set[str] = set()
    whole: set[str] = {"sections"} if gaps else set()
    for place in gaps:
        removed |= set(_take_out(data, _path(place)))
    paths = [problem.path or "" for problem in broken]
    for problem in broken:
        path = _path(problem.path or "")
        name = problem.values.get("name")
        if problem.code == "schema_required" and name not in _NEEDED and path:
            continue
        if len(path) <= 1 or (len(path) == 2 and path[0] in _HOLDERS):
            whole.add(str(path[0] if path else name))
        ids = set(_take_out(data, path))
        entry = path and (isinstance(path[-1], int) or path[0] == "option_sets")
        if {"id", "questions", "options"} & {*path[-1:], name} or (entry and not ids):
            whole |= set(_ABOUT.values())  # its id is unknown, so others may refer to it
        removed |= ids
    for key, value in _EMPTY.items():
        if not isinstance(data.get(key), (str, dict) if key == "title" else type(value)) or (value and not data[key]):
            data[key] = copy.deepcopy(value)
            whole |= {key} if key in source.data or key != "dimensions" else set()
    sound = _Sound(None, original=source)
    sound.data = sound.kept(data, (), ())
    try:
        found = check_questionnaire(sound)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return []  # so little is sound that nothing can be said about the rest
    return [
        problem
        for problem in found
        if problem.code in _ABOUT
        and _ABOUT[problem.code] not in whole
        and not {str(problem.values.get(key)) for key in ("id", "option")} & removed
        and not any(path.startswith(problem.path or "") for path in paths)
    ]


def _path(text: str) -> Path_:
    return tuple(int(number) if number else key for key, number in _STEP.findall(text))


def _take_out(data: Any, path: Path_) -> Iterator[str]:
    """Remove the value at a path, or the entry around it if that cannot be checked without; yield the ids that go with it."""
    path = next((path[: i + 1] for i, step in enumerate(path) if step in _CONDITIONS), path)
    if path and path[-1] in _NEEDED:
        path = next((path[: i + 1] for i in reversed(range(len(path))) if isinstance(path[i], int)), path)
    try:
        *before, last = path
        node = reduce(getitem, before, data)
        yield from _ids(node[last])
        if isinstance(node, list):
            node[int(last)] = _GONE
        else:
            del node[last]
    except (KeyError, IndexError, TypeError, ValueError):
        return  # it is gone already, or it is the whole document


def _ids(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("id"), str):
            yield node["id"]
        for value in node.values():
            yield from _ids(value)
    elif isinstance(node, list):
        for value in node:
            yield from _ids(value)
