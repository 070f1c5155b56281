"""Data against a JSON Schema, every error said in our own words (docs/questionnaire-format.md).

The only module that imports jsonschema. A subschema may carry ``x-error``: the name of the message to give if it fails.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema.validators

from aiassess.errors import MAX_PROBLEMS, Problem, Word, nearest
from aiassess.questionnaire.conditions import KEYWORDS

if TYPE_CHECKING:
    from aiassess.questionnaire.yaml_source import Source


def _pattern(_: Any, pattern: str, instance: object, __: Any) -> Iterator[jsonschema.ValidationError]:
    """Check a pattern as JSON Schema means it: ``$`` is the very end of the text; Python allows a newline after it."""
    exact = pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(instance, str) and not re.search(exact, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


def _properties(
    validator: Any, properties: dict[str, Any], instance: Any, __: Any
) -> Iterator[jsonschema.ValidationError]:
    """Check properties as usual, but say which one a schema of ``false`` refuses: the library leaves its name out."""
    for name, schema in properties.items() if isinstance(instance, dict) else ():
        if name in instance and schema is False:
            yield jsonschema.ValidationError("not here", "false", [name], instance=instance[name], schema=False)
        elif name in instance:
            yield from validator.descend(instance[name], schema, path=name, schema_path=name)


def _unique(_: Any, wanted: bool, instance: Any, __: Any) -> Iterator[jsonschema.ValidationError]:
    """Check that no text occurs twice. Other values fail on their type, and comparing them in pairs could take hours."""
    texts = [item for item in instance if isinstance(item, str)] if wanted and isinstance(instance, list) else []
    if len(set(texts)) < len(texts):
        yield jsonschema.ValidationError("not unique")


def _items(validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[jsonschema.ValidationError]:
    """Check entries as usual, but not those of a list that is refused for their number: it may hold millions."""
    if not isinstance(instance, list) or len(instance) <= schema.get("maxItems", len(instance)):
        yield from jsonschema.Draft202012Validator.VALIDATORS["items"](validator, items, instance, schema) or ()


def _ref(validator: Any, ref: str, instance: Any, _: Any) -> Iterator[jsonschema.ValidationError]:
    """Check against the definition that is named; the library's way to find it takes a third of all the time."""
    defs, _, name = ref.rpartition("/")
    if defs != "#/$defs":
        raise ValueError(f"a reference that leads out of the schema: {ref}")
    return validator.descend(instance, validator.definitions[name])  # type: ignore[no-any-return]


_KEYWORDS = {"$ref": _ref, "pattern": _pattern, "properties": _properties, "uniqueItems": _unique, "items": _items}


_MADE: dict[int, Any] = {}
"""A validator for each schema and each of its parts, which it keeps alive, by identity."""


def validator_of(schema: dict[str, Any]) -> Any:
    """Return a validator for a schema whose references lead to its own definitions.

    For each value the library makes a validator anew, which takes longer than to ask it: here each part of a schema has one.
    """
    if id(schema) not in _MADE:
        kind: Any = jsonschema.validators.extend(jsonschema.Draft202012Validator, _KEYWORDS)  # type: ignore[no-untyped-call]
        kind.definitions = schema.get("$defs", {})
        kind.evolve = _part
        _MADE[id(schema)] = kind(schema)
    return _MADE[id(schema)]


def _part(whole: Any, schema: dict[str, Any], **_: Any) -> Any:
    if id(schema) not in _MADE:
        _MADE[id(schema)] = type(whole)(schema)
    return _MADE[id(schema)]


def schema_problems(source: "Source", schema: dict[str, Any]) -> list[Problem]:
    """Return the ways in which the data breaks the schema, at most ``MAX_PROBLEMS``, in document order."""
    found = (
        problem
        for error in validator_of(schema).iter_errors(source.data)
        if error.validator != "oneOf" or isinstance(error.instance, dict)  # else its type is refused already
        for problem in _problems_of(error, source)
    )
    # The same message at the same place is said once.
    different = {(p.file, p.line, p.column, p.path, p.code, str(p.values)): p for p in islice(found, MAX_PROBLEMS)}
    unknown = {place for problem in different.values() if (place := _without_choice(problem)) is not None}
    return by_place(p for p in different.values() if _owner(p) not in unknown)


def _without_choice(problem: Problem) -> str | None:
    """Return the path of an entry whose type or method is missing or none, on which it depends what else it needs."""
    if problem.code == "schema_required" and problem.values["name"] in ("type", "method"):
        return problem.path or ""
    before, _, key = (problem.path or "").rpartition(".")
    return before if key in ("type", "method") else None


def _owner(problem: Problem) -> str | None:
    """Return the path of the entry whose type or method would ask for a key, or forbid it, if that is the problem."""
    if problem.code == "schema_not_here":
        return (problem.path or "").rpartition(".")[0]
    return problem.path if problem.code == "schema_required" and problem.values["name"] == "options" else None


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in the order of their files and places."""
    return sorted(problems, key=lambda problem: (problem.file or "", problem.line or 0, problem.column or 0))


def _path_of(error: Any) -> tuple[str | int, ...]:
    path = tuple(error.absolute_path)
    # For a key that is refused the library points at the mapping; the key's value is nearer.
    return (*path, error.instance) if "propertyNames" in error.absolute_schema_path else path


def _problems_of(error: Any, source: "Source") -> Iterator[Problem]:
    path, keyword, schema, value = _path_of(error), error.validator, error.schema, error.instance
    found: object = Word("number_too_large") if value in (inf, -inf) else shown(value)
    if keyword == "required":
        name = next(name for name in error.validator_value if name not in value and repr(name) in error.message)
        yield source.problem("schema_required", path, name=name)
    elif keyword == "additionalProperties" and isinstance(error.validator_value, bool):
        known = schema.get("properties", {})
        for name in value:
            if name not in known:
                near = nearest(name, known, 0.7)
                code = "schema_unknown_near" if near else "schema_unknown"
                yield source.problem(
                    code, (*path, name), name=name, **({"known": sorted(known)} if near is None else {"near": near})
                )
    elif schema is False:
        yield source.problem("schema_not_here", path, name=str(path[-1]))
    elif keyword == "type":
        yield _wrong_type(error, path, found, source)
    elif "x-error" in schema and keyword not in ("maxLength", "minProperties"):
        known = {"tests": list(KEYWORDS)} if schema["x-error"] == "condition" else {}
        yield source.problem(f"schema_{schema['x-error']}", path, found=found, **known)
    elif keyword in ("enum", "const"):
        expected = error.validator_value if keyword == "enum" else [error.validator_value]
        yield source.problem("schema_enum", path, expected=[shown(item) for item in expected], found=found)
    elif keyword in ("minimum", "maximum", "minItems", "maxItems", "maxLength", "maxProperties", "minProperties"):
        yield source.problem(f"schema_{keyword.lower()}", path, bound=error.validator_value, found=found)
    elif keyword == "uniqueItems":
        yield source.problem("schema_unique", path)
    else:
        yield source.problem("schema_other", path, reason=error.message)


def _wrong_type(error: Any, path: Any, found: object, source: "Source") -> Problem:
    value, expected = error.instance, error.validator_value
    expected = expected if isinstance(expected, list) else [expected]
    if value is None and path in source.cut and "string" in expected:
        return source.problem("schema_text_cut", path, rest=source.cut[path])
    code = "schema_nothing" if value is None else _misread(value) if "string" in expected else "schema_type"
    if isinstance(value, str) and {"integer", "number"} & {*expected} and re.fullmatch(r"-?\d+(\.\d+)?", value):
        code = "schema_number_is_text"
    found = source.written.get(path) or found
    if code == "schema_text_is_number" and not re.search(error.schema.get("pattern", ""), str(found)):
        code = f"schema_{error.schema['x-error']}"  # quotation marks would not make it one
    return source.problem(code, path, expected=[Word(f"kind_{kind}") for kind in expected], found=found)


def _misread(value: object) -> str:
    """Return the code for a value that was meant as text: YAML reads some unquoted texts as another type."""
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
