"""The schema of one questionnaire's file: its ids and no others."""

import json
from copy import deepcopy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aiassess import load_questionnaire
from aiassess.questionnaire.authoring import authoring_schema_text
from aiassess.questionnaire.catalog import checked_source
from aiassess.questionnaire.scaffold import scaffold
from aiassess.questionnaire.yaml_source import parse_yaml
from support.each import each
from support.examples import examples

VALID = sorted((Path(__file__).parents[1] / "questionnaires" / "valid").glob("*.yaml"))
REFERENCES = (
    *("question", "is", "any_of", "all_of", "level_at_least", "level", "actor", "actors", "principles", "phases", "on"),
    *("source", "subject", "phase_question", "without_evidence"),
)


def validator(document, lang="en"):
    return Draft202012Validator(json.loads(authoring_schema_text(document, lang)))


def mistyped(node, path=()):
    """Yield every document in which one reference has a letter too many, with its place."""
    pairs = list(node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ())
    for key, value in pairs:
        referring = next((step for step in reversed((*path, key)) if isinstance(step, str)), None) in REFERENCES
        referring |= "subject" in path or (key == "options" and isinstance(value, str))
        if isinstance(value, str) and referring:
            others = [("/".join(map(str, (*path, key))), f"{value}x")]
        else:
            others = mistyped(value, (*path, key))
        for place, other in others:
            changed = dict(node) if isinstance(node, dict) else list(node)
            changed[key] = other
            yield place, changed


@each("file", VALID)
def test_what_is_valid_is_accepted(file):
    source, problems = checked_source(str(file))
    assert not [problem for problem in problems if problem.severity == "error"]
    assert list(validator(source.data).iter_errors(source.data)) == []


def test_shipped_ones_and_their_section_files_are_accepted():
    document = dict(load_questionnaire("gpaisa").document)
    check = validator(document)
    assert list(check.iter_errors(document)) == []
    for section in document["sections"][:3]:
        assert list(check.iter_errors(section)) == []
    included = deepcopy(document)
    included["sections"] = [{"include": "gpaisa/01_profile.yaml"}]
    assert list(check.iter_errors(included)) == []


def test_a_mistyped_reference_is_refused():
    text = scaffold("school_ai", ["ms", "en"], "en")
    document = parse_yaml(text, "school_ai.yaml").data
    check = validator(document)
    places = []
    for place, changed in mistyped(document):
        places.append(place)
        assert not check.is_valid(changed), place
    for reference in ("question", "is", "any_of", "level", "actors", "principles", "on", "options", "system"):
        assert any(reference in place for place in places), reference


def test_a_mistyped_mapping_is_refused():
    document = dict(load_questionnaire(str(VALID[0].with_name("maps_to.yaml"))).document)
    check = validator(document)
    for maps_to, holds in (
        ({"law": ["Art. 2"], "standard": ["9"]}, True),
        ({"law": ["Art. 9"]}, False),
        ({"rumour": ["Art. 1"]}, False),
    ):
        question = {"id": "new", "type": "text", "text": "New?", "maps_to": maps_to}
        section = document["sections"][0] | {"questions": [question]}
        assert check.is_valid(document | {"sections": [section]}) == holds, maps_to


def test_a_mistyped_reference_in_a_section_file_is_refused():
    document = dict(load_questionnaire("gpaisa@1.0.0").document)
    check = validator(document)
    section = next(section for section in document["sections"] if section["id"] == "generative")
    found = list(mistyped(section))
    assert len(found) > 20
    for place, changed in found:
        assert not check.is_valid(changed), place


def test_a_test_that_does_not_fit_the_question_is_refused():
    questions = (
        "[{id: n, type: number, text: N}, {id: w, type: text, text: W, not_applicable: true}, "
        "{id: t, type: text, text: T, show_if: %s}]"
    )
    for condition, holds in {
        "{question: n, at_least: 1}": True,
        "{question: n, is: one}": False,
        "{question: n, rating_at_least: 3}": False,
        "{question: w, at_most: 1}": False,
        "{question: w, not_applicable: true}": True,
        "{question: n, not_applicable: true}": False,
        "{all: [{question: w, answered: true}, {not: {question: n, at_most: 1}}]}": True,
        "{all: [{question: w, answered: true}, {not: {question: n, any_of: [x]}}]}": False,
    }.items():
        section = parse_yaml(f"id: s\ntitle: S\nquestions: {questions % condition}\n", "s.yaml").data
        document = dict(load_questionnaire(str(VALID[0])).document) | {"sections": [section]}
        assert validator(document).is_valid(section) == holds, condition


def test_an_editor_says_what_an_id_is():
    schema = json.loads(authoring_schema_text(dict(load_questionnaire("gpaisa").document), "ms"))
    Draft202012Validator.check_schema(schema)
    question = schema["$defs"]["condition"]["properties"]["question"]
    said = dict(zip(question["enum"], question["enumDescriptions"], strict=True))
    assert said["system_name"].startswith("1 Apakah nama")


@examples(200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["id", "sections", "questions", "options", "levels", "dimensions", "actors", "option_sets"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=25,
    )
)
def test_there_is_one_for_whatever_a_file_holds(document):
    assert validator(document).schema["$defs"]["section"]
