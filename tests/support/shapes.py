"""A type held against a JSON Schema: the same keys, required or not, and the same types of each, both ways."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Literal, NotRequired, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}

Fact = tuple[str, object]
"""A place (``.answers[].note``), and something that is allowed there."""


def assert_same_shape(kind, schema: dict) -> None:
    """Raise AssertionError if a TypedDict and a schema do not allow the same, with the places where they differ."""
    of_type, of_schema = set(_of_type(kind, "")), set(_of_schema(schema, schema, ""))
    of_type -= {(path, "integer") for path, fact in of_type if fact == "number"}  # a number may be whole
    assert not of_type - of_schema, "of the type alone"
    assert not of_schema - of_type, "of the schema alone"


def _of_type(kind, path: str) -> Iterator[Fact]:
    origin, args = get_origin(kind), get_args(kind)
    if kind is object:  # a schema says nothing of what may be anything
        return
    if is_typeddict(origin or kind):
        yield path, "object"
        for name, hint in _hints(kind).items():
            yield f"{path}.{name}", name in (origin or kind).__required_keys__
            yield from _of_type(hint, f"{path}.{name}")
    elif origin in (Union, UnionType, NotRequired):
        for part in args:
            yield from _of_type(part, path)
    elif origin is Literal:
        yield from ((path, f"= {value}") for value in args)
    elif origin in (dict, Mapping):
        yield path, "object"
        for name in get_args(args[0]):  # of a Literal: each of them is a key
            yield f"{path}.{name}", True
            yield from _of_type(args[1], f"{path}.{name}")
        yield from _of_type(args[1], f"{path}{{}}") if args[0] is str else ()
    elif origin is not None:  # list[…], Sequence[…]
        yield path, "array"
        yield from _of_type(args[0], f"{path}[]")
    else:
        yield path, _NAMES[kind]


def _hints(kind) -> dict:
    """Return the keys of a TypedDict, with what stands for the type variables of a generic one."""
    plain = get_origin(kind) or kind
    given = dict(zip(getattr(plain, "__parameters__", ()), get_args(kind), strict=True))
    found = get_type_hints(plain)
    for base in getattr(plain, "__orig_bases__", ()):
        if is_typeddict(get_origin(base) or base):
            found |= _hints(base)
    return {name: _filled(hint, given) for name, hint in found.items()}


def _filled(hint, given: dict):
    if isinstance(hint, TypeVar):
        return given.get(hint, hint)
    variables = getattr(hint, "__parameters__", ())
    return hint[tuple(given.get(variable, variable) for variable in variables)] if variables else hint


def _of_schema(schema: dict, whole: dict, path: str) -> Iterator[Fact]:
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].split("/")[-1]]
    for part in schema.get("oneOf", ()):
        yield from _of_schema(part, whole, path)
    if "const" in schema or "enum" in schema:
        values = schema.get("enum", [schema.get("const")])
        yield from ((path, "null" if value is None else f"= {value}") for value in values)
        return
    names = schema.get("type", ())
    for name in [names] if isinstance(names, str) else names:
        yield path, name
    if "items" in schema:
        yield from _of_schema(schema["items"], whole, f"{path}[]")
    for name, part in schema.get("properties", {}).items():
        yield f"{path}.{name}", name in schema["required"]
        yield from _of_schema(part, whole, f"{path}.{name}")
    others = schema.get("additionalProperties", False)
    if others:
        yield from _of_schema(others, whole, f"{path}{{}}")
