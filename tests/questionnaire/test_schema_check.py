"""Our own check by a schema finds what the reference library finds (docs/decisions/0009-own-schema-check.md)."""

import copy
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.questionnaire import schema as ours
from aiassess.resources import load_schema
from support.examples import examples

ROOT = Path(__file__).parents[2]
VALID = sorted((ROOT / "tests" / "questionnaires" / "valid").glob("*.yaml"))
ANNOTATIONS = {"$schema", "$id", "$defs", "title", "description", "default", "x-error", "then", "else"}
WRONG = [
    *(None, True, False, 0, 1, 1.0, -1, 1.5, 10**20, float("inf"), "", " ", "x", "a b", "2026-02-30"),
    *([], ["a", "a"], [[]], {}, {"x": 1}, {"en": ""}, "x" * 20_001, {"all": []}),
    *({"question": "a"}, {"question": "a", "is": "b"}, {"question": "a", "is": "b", "any_of": ["c"]}),
]


def subschemas(node):
    """Yield every schema inside a schema file."""
    if isinstance(node, dict):
        yield node
        for name, value in node.items():
            if name in ("properties", "$defs"):
                for inner in value.values():
                    yield from subschemas(inner)
            elif name not in ("enum", "const"):
                yield from subschemas(value)
    elif isinstance(node, list):
        for value in node:
            yield from subschemas(value)


@pytest.mark.parametrize("name", ["questionnaire", "report"])
def test_each_keyword_of_our_schemas_is_known_and_can_be_said(name):
    for schema in subschemas(load_schema(name)):
        assert set(schema) <= {*ANNOTATIONS, *ours._RULES, *ours._PARTS}
        assert "x-error" in schema or not {"pattern", "anyOf", "oneOf"} & set(schema)
        assert schema.get("$ref", "#/$defs/").startswith("#/$defs/")
        assert not any(isinstance(value, (list, dict)) for value in [schema.get("const"), *schema.get("enum", [])])


def documents():
    """Return the kinds and contents of some valid files."""
    questionnaire = load_questionnaire("gpaisa")
    answers = load_answers(str(ROOT / "examples" / "citizen-score.json"), questionnaire)
    tiny = [("questionnaire", load_questionnaire(str(file)).document) for file in VALID]
    whole = [("questionnaire", questionnaire.document), ("report", build_report(score(questionnaire, answers), "en"))]
    return [*tiny, *whole * 8]


@st.composite
def spoiled(draw, kept):
    """Draw a document in which some values are exchanged, added or lost."""
    name, data = draw(st.sampled_from(kept))
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        inside = data
        while True:
            places = list(inside) if isinstance(inside, dict) else range(len(inside))
            place = draw(st.sampled_from([*places, "extra"] if isinstance(inside, dict) or not places else places))
            value = inside.get(place) if isinstance(inside, dict) else inside[place] if places else None
            if not isinstance(value, (dict, list)) or not draw(st.integers(0, 4)):
                break
            inside = value
        if isinstance(inside, list) and not places:
            inside.append(draw(st.sampled_from(WRONG)))
        elif place in inside and draw(st.booleans()) and isinstance(inside, dict):
            del inside[place]
        else:
            inside[place] = copy.deepcopy(draw(st.sampled_from(WRONG)))
    return name, data


def of_the_library(name, data):
    """Yield what the library finds, as ours says it."""
    for error in jsonschema.Draft202012Validator(load_schema(name)).iter_errors(data):
        path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            path = (*path, error.instance)
        yield path, error.validator


def test_ours_finds_what_the_library_finds():
    kept = documents()

    @examples(400)
    @given(spoiled(kept))
    def alike(document):
        name, data = document
        # The library leaves out which property it is that may not be there.
        found = [
            (error.path[:-1], None) if error.schema is False else (error.path, error.keyword)
            for error in ours.broken_in(data, load_schema(name))
        ]
        assert Counter(found) == Counter(of_the_library(name, data))

    alike()


test_ours_finds_what_the_library_finds.both_tiers = True
