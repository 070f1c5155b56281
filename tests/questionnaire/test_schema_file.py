"""The schema files that editors complete from, and the questionnaire as one document."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from aiassess import load_questionnaire
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.model.conditions import TESTS
from aiassess.questionnaire.conditions import KEYWORDS
from aiassess.questionnaire.shipped import edition_names
from aiassess.resources import data_folder, load_schema
from support.each import each, tiers
from support.schemas import Schema

SCHEMA = load_schema("questionnaire")
VALID = sorted((Path(__file__).parent.parent / "questionnaires" / "valid").glob("*.yaml"))


def fields(node, path=""):
    """Yield (path, schema) of every property that a schema describes."""
    if isinstance(node, dict):
        for name, schema in node.get("properties", {}).items():
            if schema is not False:
                yield f"{path}.{name}", schema
        for key, value in node.items():
            if key not in ("if", "then", "else", "oneOf"):  # those only constrain what stands elsewhere
                yield from fields(value, f"{path}/{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from fields(value, f"{path}[{i}]")


def test_the_schema_is_valid():
    for name in ("questionnaire", "section"):
        schema = load_schema(name)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        jsonschema.Draft202012Validator.check_schema(schema)


def test_a_bound_of_a_date_is_a_day_like_every_answer():
    assert SCHEMA["$defs"]["date"]["pattern"] == DATE_PATTERN


def test_every_field_is_described():
    found = dict(fields(SCHEMA))
    assert len(found) > 80
    for path, schema in found.items():
        target = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else {}
        assert re.search(r"[\w)\"]\.$", schema.get("description") or target.get("description", "")), path


def test_every_definition_is_described_and_used():
    text = json.dumps(SCHEMA)
    for name, schema in SCHEMA["$defs"].items():
        assert schema["description"], name
        assert f'"#/$defs/{name}"' in text, name


def test_every_mapping_refuses_unknown_keys():
    def mappings(node):
        if isinstance(node, dict):
            if node.get("type") == "object":
                yield node
            for value in node.values():
                yield from mappings(value)
        elif isinstance(node, list):
            for value in node:
                yield from mappings(value)

    assert all("additionalProperties" in node for node in mappings(SCHEMA))


@pytest.mark.parametrize("name", tiers(fast=edition_names()[:1], deep=edition_names()[1:]))
def test_the_whole_document_is_valid_and_builds_the_same_questionnaire(name, tmp_path):
    questionnaire = load_questionnaire(name)
    text = json.dumps(questionnaire.document, ensure_ascii=False, indent=2)
    Schema("questionnaire").validate(json.loads(text))
    file = tmp_path / "whole.yaml"  # JSON is YAML
    file.write_text(text, encoding="utf-8")
    again = load_questionnaire(str(file))
    assert again == questionnaire
    assert again.digest == questionnaire.digest


@each("file", VALID)
def test_the_schema_alone_accepts_a_valid_questionnaire(file):
    jsonschema.Draft202012Validator(SCHEMA).validate(load_questionnaire(str(file)).document)


def editor():
    """Return a validator for section files that finds one schema beside the other, as an editor does."""
    names = ("questionnaire", "section")
    pairs = [(f"file:///schemas/{name}.schema.json", Resource.from_contents(load_schema(name))) for name in names]
    return jsonschema.Draft202012Validator({"$ref": pairs[1][0]}, registry=Registry().with_resources(pairs))


def test_section_files_have_a_schema_of_their_own():
    validator = editor()
    files = sorted(data_folder("questionnaires").glob("*/*.yaml"))
    assert files
    for file in files:
        name = file.relative_to(data_folder("questionnaires")).as_posix()
        document = load_questionnaire(name.split("/", maxsplit=1)[0]).document
        (section,) = [
            section for section in document["sections"] if file.read_text().startswith(f"id: {section['id']}\n")
        ]
        validator.validate(section)
    assert not validator.is_valid({"id": "empty", "title": "Empty", "questions": []})


def test_an_include_is_no_error_in_an_editor():
    document = dict(load_questionnaire("gpaisa@1.0.0").document)
    document["sections"] = [{"include": "gpaisa/01_profile.yaml"}, document["sections"][1]]
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    document["sections"] = [{"include": "../outside.yaml"}]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def test_editors_find_the_schema():
    for file in data_folder("questionnaires").glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../schemas/questionnaire.schema.json"


def test_every_test_of_a_condition_can_be_written_and_read():
    condition = SCHEMA["$defs"]["condition"]
    written = [names[1] for names in (way["required"] for way in condition["oneOf"]) if names[0] == "question"]
    assert written == list(KEYWORDS)
    assert set(KEYWORDS.values()) == set(TESTS)
