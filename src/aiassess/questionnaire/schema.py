"""Data against a JSON Schema, every error said in our own words (docs/questionnaire-format.md).

Knows the keywords that our own schemas use, and no others (docs/decisions/0009-own-schema-check.md). A subschema may carry
``x-error``: the name of the message to give if it fails.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from aiassess.errors import MAX_PROBLEMS, Problem, Word
from aiassess.questionnaire.conditions import KEYWORDS

if TYPE_CHECKING:
    from aiassess.questionnaire.yaml_source import Source

Path = tuple[str | int, ...]


class Broken(NamedTuple):
    """A keyword of a schema that a value breaks. ``schema`` is False for a property that is not allowed at all."""

    path: Path
    keyword: str
    schema: dict[str, Any] | bool
    value: Any
    wanted: Any


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


_KINDS: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": _is_number,
    "integer": lambda value: _is_number(value) and (isinstance(value, int) or value.is_integer()),
}


def _same(one: object, other: object) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _matches(pattern: str, text: str) -> bool:
    """Match as JSON Schema means it: ``$`` is the end of the text, whereas Python lets a line end follow."""
    return bool(re.search(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern, text))


def _unique(items: list[Any]) -> bool:
    """Look at texts alone: others are refused by their type, and to compare them in pairs could take hours."""
    texts = [item for item in items if isinstance(item, str)]
    return len(set(texts)) == len(texts)


_RULES: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda kinds, value: any(_KINDS[kind](value) for kind in ([kinds] if isinstance(kinds, str) else kinds)),
    "const": _same,
    "enum": lambda known, value: any(_same(item, value) for item in known),
    "pattern": lambda pattern, value: not isinstance(value, str) or _matches(pattern, value),
    "maxLength": lambda most, value: not isinstance(value, str) or len(value) <= most,
    "minimum": lambda least, value: not _is_number(value) or value >= least,
    "maximum": lambda most, value: not _is_number(value) or value <= most,
    "minItems": lambda least, value: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda most, value: not isinstance(value, list) or len(value) <= most,
    "minProperties": lambda least, value: not isinstance(value, dict) or len(value) >= least,
    "maxProperties": lambda most, value: not isinstance(value, dict) or len(value) <= most,
    "uniqueItems": lambda wanted, value: not wanted or not isinstance(value, list) or _unique(value),
}
"""Whether a value keeps a keyword that looks at nothing but the value."""


class _Schema:
    def __init__(self, schema: dict[str, Any]) -> None:
        self.whole, self.definitions = schema, schema.get("$defs", {})

    def broken(self, value: Any, schema: Any, path: Path = ()) -> Iterator[Broken]:
        """Yield what a value breaks, in the order of the schema's keywords."""
        if schema is False:
            yield Broken(path, "false", schema, value, None)
        elif schema is not True:
            for keyword, wanted in schema.items():
                if rule := _RULES.get(keyword):
                    if not rule(wanted, value):
                        yield Broken(path, keyword, schema, value, wanted)
                elif keyword in _PARTS:
                    yield from _PARTS[keyword](self, wanted, value, schema, path)

    def accepts(self, value: Any, schema: Any) -> bool:
        return next(self.broken(value, schema), None) is None

    def reference(self, name: str, value: Any, _: Any, path: Path) -> Iterator[Broken]:
        return self.broken(value, self.definitions[name.removeprefix("#/$defs/")], path)

    def required(self, names: list[str], value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        if isinstance(value, dict):
            yield from (Broken(path, "required", schema, value, name) for name in names if name not in value)

    def properties(self, known: dict[str, Any], value: Any, _: Any, path: Path) -> Iterator[Broken]:
        if isinstance(value, dict):
            for name, part in known.items():
                if name in value:
                    yield from self.broken(value[name], part, (*path, name))

    def others(self, wanted: Any, value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        known = schema.get("properties", {})
        others = [name for name in value if name not in known] if isinstance(value, dict) else []
        if others and wanted is False:
            yield Broken(path, "additionalProperties", schema, value, others)
        elif wanted is not False:
            for name in others:
                yield from self.broken(value[name], wanted, (*path, name))

    def names(self, wanted: Any, value: Any, _: Any, path: Path) -> Iterator[Broken]:
        for name in value if isinstance(value, dict) else ():
            yield from self.broken(name, wanted, (*path, name))

    def items(self, wanted: Any, value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        """Pass over a list that is refused for its length: it may hold millions."""
        if isinstance(value, list) and len(value) <= schema.get("maxItems", len(value)):
            for place, item in enumerate(value):
                yield from self.broken(item, wanted, (*path, place))

    def all_of(self, schemas: Sequence[Any], value: Any, _: Any, path: Path) -> Iterator[Broken]:
        for schema in schemas:
            yield from self.broken(value, schema, path)

    def any_of(self, schemas: Sequence[Any], value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        if not any(self.accepts(value, part) for part in schemas):
            yield Broken(path, "anyOf", schema, value, schemas)

    def one_of(self, schemas: Sequence[Any], value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        if sum(self.accepts(value, part) for part in schemas) != 1:
            yield Broken(path, "oneOf", schema, value, schemas)

    def condition(self, wanted: Any, value: Any, schema: Any, path: Path) -> Iterator[Broken]:
        return self.broken(value, schema.get("then" if self.accepts(value, wanted) else "else", True), path)


_PARTS: dict[str, Callable[[_Schema, Any, Any, Any, Path], Iterator[Broken]]] = {
    "$ref": _Schema.reference,
    "required": _Schema.required,
    "properties": _Schema.properties,
    "additionalProperties": _Schema.others,
    "propertyNames": _Schema.names,
    "items": _Schema.items,
    "allOf": _Schema.all_of,
    "anyOf": _Schema.any_of,
    "oneOf": _Schema.one_of,
    "if": _Schema.condition,
}


def broken_in(data: Any, schema: dict[str, Any]) -> Iterator[Broken]:
    """Yield what data breaks of a schema whose keywords are among those above."""
    return _Schema(schema).broken(data, schema)


def schema_problems(source: "Source", schema: dict[str, Any]) -> list[Problem]:
    """Return the ways in which the data breaks the schema, at most ``MAX_PROBLEMS``, in document order."""
    found = (
        problem
        for error in broken_in(source.data, schema)
        if error.keyword != "oneOf" or isinstance(error.value, dict)  # else its type is refused already
        for problem in _problems_of(error, source)
    )
    problems = set_by_place(islice(found, MAX_PROBLEMS))
    return by_place(problems)


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in the order of their files and places."""
    return sorted(problems, key=lambda problem: (problem.file or "", problem.line or 0, problem.column or 0))


def set_by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetitions of the same message at the same place."""
    return list({(p.file, p.line, p.column, p.path, p.code, str(p.values)): p for p in problems}.values())


def _problems_of(error: Broken, source: "Source") -> Iterator[Problem]:
    path, keyword, schema, value, wanted = error
    found: object = Word("number_too_large") if value in (inf, -inf) else shown(value)
    if keyword == "required":
        yield source.problem("schema_required", path, name=wanted)
    elif isinstance(schema, bool):
        yield source.problem("schema_not_here", path, name=str(path[-1]))
    elif keyword == "additionalProperties":
        for name in wanted:
            yield source.problem("schema_unknown", (*path, name), name=name, known=sorted(schema.get("properties", {})))
    elif keyword == "type":
        expected = wanted if isinstance(wanted, list) else [wanted]
        code = _misread(value) if "string" in expected else "schema_type"
        found = source.written.get(path) or found
        yield source.problem(code, path, expected=[Word(f"kind_{kind}") for kind in expected], found=found)
    elif "x-error" in schema and keyword not in ("maxLength", "minProperties"):
        known = {"tests": list(KEYWORDS)} if schema["x-error"] == "condition" else {}
        yield source.problem(f"schema_{schema['x-error']}", path, found=found, **known)
    elif keyword in ("enum", "const"):
        expected = wanted if keyword == "enum" else [wanted]
        yield source.problem("schema_enum", path, expected=[shown(item) for item in expected], found=found)
    elif keyword == "uniqueItems":
        yield source.problem("schema_unique", path)
    else:
        yield source.problem(f"schema_{keyword.lower()}", path, bound=wanted, found=found)


def _misread(value: object) -> str:
    """Return the code for a value that stands for a text: without quotation marks YAML reads some texts as another kind."""
    if isinstance(value, bool):
        return "schema_text_is_boolean"
    return "schema_text_is_number" if isinstance(value, (int, float)) else "schema_type"


def shown(value: object) -> str:
    """Return a value as a short text for a message."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(str(key) for key in value) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(shown(item) for item in value[:5]) + ("…]" if len(value) > 5 else "]")
    return str(value)
