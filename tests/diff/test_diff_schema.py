"""The schema of comparisons: valid, strict, and in the order in which a comparison is written."""

import copy

import jsonschema

from aiassess.diff.types import Diff
from aiassess.resources import load_schema
from support.differences import SCHEMA, across, edition
from support.each import each
from support.shapes import assert_same_shape
from support.tiny import UNSURE, control, inherent

OLD = edition("1.0.0", inherent("risk"), control("guard", principles=["fair"]), {"id": "gone"})
NEW = edition("1.1.0", inherent("risk", weight=2), control("guard", principles=["fair"]), {"id": "new"})
FOUND = across(OLD, {"risk": "all", "guard": UNSURE, "gone": "x"}, NEW, {"risk": "none", "guard": "yes", "new": "y"})


def mappings(node):
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from mappings(value)
    elif isinstance(node, list):
        for value in node:
            yield from mappings(value)


def test_the_schema_is_valid_and_strict():
    schema = load_schema("diff")
    jsonschema.Draft202012Validator.check_schema(schema)
    found = list(mappings(schema))
    assert len(found) > 30
    assert all(item["additionalProperties"] is False for item in found)
    assert all(set(item["required"]) <= set(item["properties"]) for item in found)


def test_a_comparison_is_written_in_the_schemas_order():
    schema = load_schema("diff")
    assert list(FOUND) == list(schema["properties"])
    assert list(FOUND["result"]) == list(schema["properties"]["result"]["properties"])


@each("key", FOUND)
def test_every_key_is_always_there(key):
    without = {name: part for name, part in FOUND.items() if name != key}
    assert not SCHEMA.is_valid(without)
    assert not SCHEMA.is_valid(FOUND | {key: 7})


def test_nothing_else_is_taken():
    assert not SCHEMA.is_valid(FOUND | {"more": None})
    for place in (("result",), ("answers", 0), ("questionnaire",), ("principles", 0, "new"), ("old",)):
        found = copy.deepcopy(FOUND)
        part = found
        for step in place:
            part = part[step]
        part["more"] = None
        assert not SCHEMA.is_valid(found), place


def test_the_type_and_the_schema_say_the_same():
    assert_same_shape(Diff, load_schema("diff"))
