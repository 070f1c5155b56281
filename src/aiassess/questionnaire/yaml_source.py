"""YAML to plain data with the place of every value (docs/questionnaire-format.md#yaml).

YAML 1.2 core scalars (``yes``, ``no``, ``on`` and dates stay strings), no tags, duplicate keys refused, anchors allowed.
Size, depth and the number of values after aliases are expanded are bounded, so that no file can exhaust the machine.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from aiassess.errors import InvalidInput, Problem
from aiassess.questionnaire.yaml_errors import BREAK, syntax_problem

MAX_DEPTH = 40
MAX_VALUES = 50_000
"""In one questionnaire, its section files included: some eight times as many as gpaisa has."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_INT_BASED = re.compile(r"(?:0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15})\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?\Z")
_COMMENT = re.compile(r" (#.*)")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")

Path_ = tuple[str | int, ...]
"""The way to a value: keys and list positions from 0."""


class Spot(NamedTuple):
    """A place in a file, counted from 1."""

    file: str
    line: int
    column: int


@dataclass(slots=True)
class Source:
    """Plain data, and the place of each value in it."""

    data: Any
    spots: dict[Path_, Spot] = field(default_factory=dict)
    values: int = 0
    """How many values it has, with aliases expanded."""
    written: dict[Path_, str] = field(default_factory=dict)
    """Numbers as they were written, for messages, if they read otherwise."""
    cut: dict[Path_, str] = field(default_factory=dict)
    """What follows a text of several words on its line, and YAML takes for a comment."""

    def spot(self, path: Path_) -> Spot | None:
        """Return the place of the value at ``path``, or of the nearest value that holds it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.spots:
                return self.spots[path[:length]]
        return None

    def graft(self, path: Path_, other: "Source") -> None:
        """Take over the spots and the count of ``other``, whose data is now at ``path`` and was counted after ours."""
        self.values = other.values
        for inner, spot in other.spots.items():
            self.spots[path + inner] = spot
        self.written |= {path + inner: text for inner, text in other.written.items()}
        self.cut |= {path + inner: text for inner, text in other.cut.items()}

    def problem(self, code: str, path: Path_, **values: object) -> Problem:
        """Return a problem at ``path``, with file, line, column, path and question's id filled in."""
        file, line, column = self.spot(path) or (None, None, None)
        return Problem(code, values, file, line, column, path_text(path) or None, self._question_at(path))

    def _question_at(self, path: Path_) -> str | None:
        if "questions" not in path[:-1]:
            return None
        node = self.data
        try:
            for step in (*path[: path.index("questions") + 2], "id"):
                node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
        return node if isinstance(node, str) else None


def is_plain_text(text: str) -> bool:
    """Return whether an unquoted scalar is read as text, not as a number, a boolean or null."""
    return text not in _WORDS and not any(found.match(text) for found in (_INT, _INT_BASED, _FLOAT, _NOT_FINITE))


def path_text(path: Path_) -> str:
    """Return ``sections[3].questions[2].options`` for the steps of a path."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else str(step))
    return text


def parse_yaml(text: str, shown: str, values: int = 0) -> Source:
    """Return the only document of a YAML text with its spots; ``values`` were counted in other files before.

    Raises InvalidInput with every duplicate key and refused scalar, or with the one syntax error that stops the reading.
    """
    reader = _Reader(shown, values)
    try:
        reader.read(text)
    except yaml.YAMLError as error:
        # libyaml reads ahead and has a bound of its own since PyYAML 6.0.4, so it may stop before we see the depth.
        if isinstance(error, yaml.MarkedYAMLError) and "nesting depth" in str(error.problem):
            mark = error.problem_mark
            where = (mark.line + 1, mark.column + 1) if mark else (None, None)
            reader.problems.append(Problem("yaml_depth", {"limit": MAX_DEPTH}, shown, *where))
        else:
            reader.problems.append(syntax_problem(error, text, shown))
    except _Stop:
        pass
    if reader.problems:
        raise InvalidInput(reader.problems)
    reader.source.values = reader.values
    return reader.source


class _Stop(Exception):
    """The document breaks a bound; what was found so far is reported."""


class _Reader:
    """Builds data from YAML's events: no tags, own scalars, bounded depth and size."""

    def __init__(self, shown: str, values: int) -> None:
        self.shown = shown
        self.source = Source(None)
        self.problems: list[Problem] = []
        self.anchors: dict[str | None, tuple[Any, int, int]] = {}  # data, how many values, how many levels below
        self.values = values
        self.deepest = 0  # the lowest level of the value being read, with aliases expanded
        self.events: Iterator[Any] = iter(())
        self.lines: list[str] = []

    def read(self, text: str) -> None:
        self.source.spots[()] = Spot(self.shown, 1, 1)
        self.events, self.lines = yaml.parse(text, Loader=_Loader), BREAK.split(text)
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop("yaml_documents", event, ())
                self.source.data = self.value(next(self.events), (), 0)

    def complain(self, code: str, event: Any, path: Path_, **values: object) -> None:
        mark = event.start_mark
        self.problems.append(Problem(code, values, self.shown, mark.line + 1, mark.column + 1, path_text(path) or None))

    def stop(self, code: str, event: Any, path: Path_, **values: object) -> None:
        self.complain(code, event, path, **values)
        raise _Stop

    def value(self, event: Any, path: Path_, depth: int) -> Any:
        if depth > MAX_DEPTH:
            self.stop("yaml_depth", event, path[:4], limit=MAX_DEPTH)
        before, around = self.values, self.deepest
        self.values += 1
        self.deepest = depth
        mark = event.start_mark
        self.source.spots[path] = Spot(self.shown, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                self.stop("yaml_alias", event, path, name=event.anchor)
            data, size, levels = self.anchors[event.anchor]
            self.values += size
            self.deepest += levels
            if self.deepest > MAX_DEPTH:
                self.stop("yaml_depth", event, path[:4], limit=MAX_DEPTH)
        else:
            self.check_tag(event, path)
            if isinstance(event, yaml.ScalarEvent):
                data = self.scalar(event, path)
                if isinstance(data, (int, float)) and not isinstance(data, bool) and str(data) != event.value:
                    self.source.written[path] = event.value
            elif isinstance(event, yaml.SequenceStartEvent):
                data = self.sequence(path, depth)
            else:
                data = self.mapping(path, depth, flow=event.flow_style and not event.tag)
            if event.anchor is not None:
                self.anchors[event.anchor] = (data, self.values - before, self.deepest - depth)
        self.deepest = max(self.deepest, around)
        if self.values > MAX_VALUES:
            self.stop("yaml_size", event, path[:4], limit=MAX_VALUES)
        return data

    def check_tag(self, event: Any, path: Path_) -> None:
        if event.tag is not None and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self.complain("yaml_tag", event, path, tag=event.tag)

    def sequence(self, path: Path_, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: Path_, depth: int, *, flow: bool) -> dict[str, Any]:
        items: dict[str, Any] = {}
        first: dict[str, int] = {}
        twice: set[str] = set()
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.stop("yaml_key", event, path)
            self.check_tag(event, path)
            key = event.value
            if event.anchor is not None:
                self.anchors[event.anchor] = (key, 1, 0)
            if key in items and not ("id" in twice and path and isinstance(path[-1], int)):
                code = "dash_missing" if key == "id" and path and isinstance(path[-1], int) else "duplicate_key"
                self.complain(code, event, path, key=key, first_line=first[key])
            twice |= {key} & items.keys()
            first.setdefault(key, event.start_mark.line + 1)
            value = next(self.events)
            if flow and isinstance(value, yaml.ScalarEvent) and not (value.value or value.style):
                self.complain("yaml_flow_colon" if ":" in key else "yaml_flow_comma", event, path, key=key)
            items[key] = self.value(value, (*path, key), depth + 1)
        return items

    def scalar(self, event: Any, path: Path_) -> Any:
        text: str = event.value
        if event.style in ("'", '"', "|", ">") or event.tag == "tag:yaml.org,2002:str":
            return text
        if " " in text or not text:
            rest = self.lines[event.end_mark.line] if event.end_mark.line < len(self.lines) else ""
            cut = _COMMENT.match(rest, event.end_mark.column)
            self.source.cut |= {path: cut[1]} if cut else {}
        if text in _WORDS:
            return _WORDS[text]
        if _INT.match(text):
            return int(text)
        if _INT_BASED.match(text):
            return int(text, 0)
        if _FLOAT.match(text):
            number = float(text)
            if number in (float("inf"), float("-inf")):
                self.complain("not_finite", event, path, text=text)
            return int(number) if number.is_integer() and abs(number) < 2**53 else number
        if _NOT_FINITE.match(text):
            self.complain("not_finite", event, path, text=text)
        return text
