"""The schemas and the program accept and refuse the same files."""

import datetime
import json
import re
from random import Random

import jsonschema
import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from aiassess import InvalidInput, load_questionnaire
from aiassess.answers import formats
from aiassess.answers.check import check_answers
from aiassess.answers.json_schema import about_schema, answers_schema, shared_definitions
from aiassess.kinds import parts
from aiassess.resources import load_schema
from support.each import each, some, tiers
from support.examples import examples
from support.mutations import ABOUT, FULL, NASTY, mutated
from support.strategies import many_answers, questionnaires, random_answers
from support.tiny import EVERY_TYPE, answers_document, inherent, tiny

GPAISA = load_questionnaire("gpaisa@1.0.0")
GENERAL = load_schema("answers")
SEEDS = st.integers(0, 2**32)
SHARED = tuple(shared_definitions())


def validator(questionnaire):
    return jsonschema.Draft202012Validator(answers_schema(questionnaire))


TINY, WHOLE = validator(EVERY_TYPE), validator(GPAISA)
ANY = jsonschema.Draft202012Validator(GENERAL)


def accepted(questionnaire, document):
    try:
        check_answers(document, questionnaire, "x")
    except InvalidInput:
        return False
    return True


def agree(document, questionnaire=EVERY_TYPE, schema=TINY):
    """Return whether a document is accepted, once program and schema are seen to agree."""
    by_program = accepted(questionnaire, document)
    assert schema.is_valid(document) == by_program, document
    if by_program:
        assert ANY.is_valid(document), document
    return by_program


@pytest.mark.parametrize("questionnaire", tiers(fast=[EVERY_TYPE], deep=[GPAISA]), ids=lambda item: item.id)
def test_the_schema_of_a_questionnaire_is_a_schema(questionnaire):
    jsonschema.Draft202012Validator.check_schema(answers_schema(questionnaire))


@examples(20)
@given(questionnaires())
def test_the_schema_of_any_questionnaire_is_a_schema(questionnaire):
    jsonschema.Draft202012Validator.check_schema(answers_schema(questionnaire))


def test_the_document_that_is_mutated_is_accepted():
    assert agree(answers_document(EVERY_TYPE, FULL, **ABOUT))


@examples(500)
@given(mutated(answers_document(EVERY_TYPE, FULL, **ABOUT)))
def test_program_and_schema_agree(document):
    note(str(accepted(EVERY_TYPE, document)))
    agree(document)


@each("name", list(FULL))
@each("form", ["short", "long"])
def test_program_and_schema_agree_on_every_nasty_value_of_every_question(name, form):
    for nasty in some(NASTY, list(FULL).index(name) + (form == "long"), one_in=2):
        entry = nasty if form == "short" else {"value": nasty, "note": "x"}
        agree(answers_document(EVERY_TYPE, {name: entry}))


test_program_and_schema_agree_on_every_nasty_value_of_every_question.both_tiers = True


@pytest.mark.parametrize("field", [*formats.ABOUT_FIELDS, "parts"])
def test_program_and_schema_agree_on_about(field):
    assert sum(agree(answers_document(EVERY_TYPE, {}, **{field: nasty})) for nasty in NASTY) >= 2


@pytest.mark.parametrize("field", ["id", "version"])
def test_program_and_schema_agree_on_what_is_answered(field):
    for nasty in [*NASTY, "tiny", "1.99.0", "1.2", "11.0.0", "1.1234567890.0"]:
        document = answers_document(EVERY_TYPE, {})
        document["questionnaire"][field] = nasty
        agree(document)


@pytest.mark.parametrize("version", ["0.1.0", "1.0.0", "10.2.3"])
def test_versions_of_the_same_major_one(version):
    questionnaire = tiny(inherent(), version=version)
    schema = validator(questionnaire)
    for given_version in ("0.1.0", "0.0.0", "00.1.0", "1.0.0", "1.7.0", "10.0.0", "010.0.0", "100.0.0", "-1.0.0"):
        document = answers_document(questionnaire, {})
        document["questionnaire"]["version"] = given_version
        same = given_version.split(".")[0].lstrip("0-") == version.split(".")[0].lstrip("0")
        assert agree(document, questionnaire, schema) == (same and "-" not in given_version)


@examples(20)
@given(questionnaires(), SEEDS)
def test_what_is_valid_is_accepted_by_all(questionnaire, seed):
    schema = validator(questionnaire)
    for plain, _ in many_answers(questionnaire, seed, 4):
        assert agree(answers_document(questionnaire, plain), questionnaire, schema)


@pytest.mark.parametrize("seed", range(5))
def test_gpaisa(seed):
    random = Random(seed)
    plain = random_answers(GPAISA, random)
    assert agree(answers_document(GPAISA, plain), GPAISA, WHOLE)
    name = random.choice(list(plain))
    for nasty in NASTY:
        agree(answers_document(GPAISA, {name: nasty}), GPAISA, WHOLE)


# Dates


def is_day(text):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def test_the_pattern_of_dates_is_the_calendar():
    pattern = re.compile(parts.DATE_PATTERN)
    years = [0, 1, 4, 100, 400, 1582, 1600, 1700, 1900, 1996, 1999, 2000, 2023, 2024, 2100, 2400, 9996, 9999]
    for year in years:
        for month in range(14):
            for day in range(33):
                text = f"{year:04}-{month:02}-{day:02}"
                assert bool(pattern.search(text)) == is_day(text), text


@examples(150)
@given(st.from_regex(r"[0-9]{3,5}-[0-9]{1,2}-[0-9]{1,3}[ Z\n]?", fullmatch=True))
def test_the_pattern_of_dates_takes_nothing_else(text):
    assert bool(re.search(parts.DATE_PATTERN, text)) == is_day(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-11-21T09:00:00Z", True),
        ("2026-11-21T23:59:59.999999999-12:30", True),
        ("2026-11-21t09:00:00z", False),
        ("2026-11-21T09:00:60Z", False),
        ("2026-11-21T09:00Z", False),
        ("2026-11-21 09:00:00Z", False),
        ("2026-11-21T09:00:00+0800", False),
        ("2026-11-21T09:00:00.Z", False),
        ("2026-11-21T09:00:00Z\n", False),
    ],
)
def test_moments(text, good):
    assert bool(re.search(formats.MOMENT_PATTERN, text)) == good
    if good and "999999999" not in text:
        assert datetime.datetime.fromisoformat(text)


# The general schema


def without_descriptions(schema):
    if isinstance(schema, dict):
        return {
            name: without_descriptions(item)
            for name, item in schema.items()
            if name != "description" or isinstance(item, dict)
        }
    return [without_descriptions(item) for item in schema] if isinstance(schema, list) else schema


def test_the_general_schema_says_what_the_program_says():
    bare = without_descriptions(GENERAL)
    assert {name: bare["$defs"][name] for name in SHARED} == shared_definitions()
    assert bare["properties"]["about"] == about_schema()
    assert bare["properties"]["format"] == {"const": formats.FORMAT}
    assert bare["properties"]["questionnaire"]["properties"]["version"]["pattern"] == formats.VERSION_PATTERN
    assert bare["required"] == answers_schema(EVERY_TYPE)["required"]


def test_the_general_schema_is_valid_and_described_everywhere():
    jsonschema.Draft202012Validator.check_schema(GENERAL)
    assert [path for path, schema in subschemas(GENERAL) if "description" not in schema] == []


def subschemas(schema, path="#"):
    yield path, schema
    for name in ("properties", "$defs"):
        for key, item in schema.get(name, {}).items():
            yield from subschemas(item, f"{path}/{key}")
    for name in ("oneOf", "anyOf"):
        for i, item in enumerate(schema.get(name, [])):
            yield from subschemas(item, f"{path}/{i}")
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict) and "$ref" not in schema[name]:
            yield from subschemas(schema[name], f"{path}/{name}")


@pytest.mark.parametrize(
    "answers",
    [
        {"q": {"value": "a", "status": "unsure"}},
        {"q": {"status": "not_applicable"}},
        {"q": {"status": "answered"}},
        {"q": {"value": "a", "points": 1}},
        {"q": True},
        {"q": ["a", "a"]},
        {"q": [{"title": "a", "likelihood": 6, "consequence": 1}]},
        {"q": 2**53},
        {"q": {"value": None, "status": ""}, "r": {"extra": None}},
        {"q": {"status": "not_applicable", "note": "\u200b"}},
        {"Q": "a"},
        {"q\n": "a"},
    ],
)
def test_what_no_questionnaire_accepts(answers):
    assert not ANY.is_valid(answers_document(EVERY_TYPE, answers))


def test_any_schema_that_is_printed_is_json():
    assert json.loads(json.dumps(answers_schema(GPAISA))) == answers_schema(GPAISA)
