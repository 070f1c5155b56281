"""A type held against a JSON Schema: the same keys, required or not, and the same types of each, both ways."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

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
    if is_typeddict(kind):
        yield path, "object"
        for name, hint in get_type_hints(kind).items():
            yield f"{path}.{name}", name in kind.__required_keys__
            yield from _of_type(hint, f"{path}.{name}")
    elif origin in (Union, UnionType, NotRequired):
        for part in args:
            yield from _of_type(part, path)
    elif origin is Literal:
        yield from ((path, f"= {value}") for value in args)
    elif origin is not None:  # list[…], Sequence[…]
        yield path, "array"
        yield from _of_type(args[0], f"{path}[]") if args[0] is not object else ()
    else:
        yield path, _NAMES[kind]


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
    assert schema.get("additionalProperties", False) is False, path
