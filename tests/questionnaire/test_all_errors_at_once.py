"""A wrong shape hides no wrong reference, and is never the cause of one that is told."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_questionnaire
from aiassess.questionnaire.catalog import lint_questionnaire
from aiassess.resources import data_folder
from support.examples import examples

WHOLE = {
    "format": 1,
    "id": "tiny",
    "version": "1.0.0",
    "languages": ["en", "ms"],
    "title": {"en": "Tiny", "ms": "Kecil"},
    "provenance": {"status": "draft", "statement": "For tests.", "sources": [{"id": "law", "title": "A law"}]},
    "subject": {"system": "name"},
    "dimensions": {"principles": [{"id": "fair", "title": "Fair"}], "actors": [{"id": "owner", "title": "Owner"}]},
    "option_sets": {"yes_no": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No", "points": 1}]},
    "sections": [
        {
            "id": "first",
            "title": "First",
            "questions": [
                {"id": "name", "type": "text", "text": "Name?", "source": ["law"], "actors": ["owner"]},
                {"id": "gate", "type": "choice", "text": "Gate?", "options": "yes_no"},
            ],
        },
        {
            "id": "second",
            "title": "Second",
            "show_if": {"question": "gate", "is": "yes"},
            "questions": [
                {
                    "id": "harm",
                    "type": "choice",
                    "text": "Harm?",
                    "score": "control",
                    "principles": ["fair"],
                    "actors": ["owner"],
                    "options": [{"id": "none", "label": "None", "points": 2}, {"id": "some", "label": "Some"}],
                    "findings": [{"on": ["some"], "severity": "minor", "text": "Harm.", "action": "Stop it."}],
                },
                {"id": "tags", "type": "choices", "text": "Tags?", "options": [{"id": "one", "label": "One"}]},
            ],
        },
    ],
    "rules": [{"id": "stop", "when": {"question": "gate", "is": "yes"}, "level": "high", "reason": "Gate."}],
    "scoring": {"inherent": {"maximum": "all"}, "controls": {"maximum": "all"}, "mitigation": {"method": "none"}},
    "levels": [{"id": "low", "title": "Low", "up_to_percent": 50}, {"id": "high", "title": "High"}],
}


def ways(node, way=()):
    if way:
        yield way
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from ways(value, (*way, key))


def lint(document, folder):
    file = folder / "tiny.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return [problem for problem in lint_questionnaire(str(file)) if problem.severity == "error"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("lint")


def test_the_whole_one_is_sound(folder):
    assert lint(WHOLE, folder) == []


@given(way=st.sampled_from(sorted(ways(WHOLE), key=str)), value=st.sampled_from([None, 7, [], {"x": 1}, {"id": ["a"]}]))
@examples(150)
def test_a_wrong_shape_is_the_cause_of_no_other_error(folder, way, value):
    document = copy.deepcopy(WHOLE)
    node = document
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = value
    found = lint(document, folder)
    shape = [problem for problem in found if problem.code.startswith(("schema_", "newer_", "not_a", "wrong_file"))]
    if shape:  # else the value is a right one there, and what refers to the old one may be wrong
        assert found == shape, [problem.line_text("en") for problem in found]


def test_a_wrong_shape_hides_no_wrong_reference(folder):
    document = copy.deepcopy(WHOLE)
    document["version"] = 1.0
    document["sections"][0]["questions"].insert(0, {"id": "odd", "type": "text", "text": 5})
    document["sections"][1]["questions"][1]["weight"] = "heavy"
    document["sections"][1]["questions"][0]["findings"][0]["on"] = ["lots"]
    document["sections"][0]["questions"][1]["source"] = ["laws"]
    document["sections"][1]["show_if"]["question"] = "gates"
    document["rules"][0]["level"] = "higher"
    document["title"] = {"en": "Tiny"}
    found = {(problem.code, problem.path) for problem in lint(document, folder)}
    assert found == {
        ("schema_version", "version"),
        ("schema_text_is_number", "sections[0].questions[0].text"),
        ("schema_type", "sections[1].questions[1].weight"),
        ("finding_option", "sections[1].questions[0].findings[0].on[0]"),
        ("unknown_source", "sections[0].questions[1].source[0]"),
        ("condition_question_near", "sections[1].show_if.question"),
        ("unknown_level", "rules[0].level"),
        ("text_missing_language", "title"),
    }


def test_a_number_is_told_as_it_was_written(write_questionnaire):
    (problem,) = lint_questionnaire(str(write_questionnaire("version: 1.0\n")))
    assert problem.code == "schema_version", "not that quotation marks were missing: they would not make it a version"
    assert "“1.0”" in problem.message("ms")


def test_no_version_is_taken_that_answers_could_not_name(write_questionnaire):
    for version in ("1.0.0", "999999999.0.0"):
        assert load_questionnaire(str(write_questionnaire(f"version: {version}\n"))).version == version
    for version in ("202611211200.0.0", f"{'9' * 5000}.0.0", "1.0", "1.0.0.0", "v1.0.0"):
        (problem,) = lint_questionnaire(str(write_questionnaire(f"version: {version!r}\n")))
        assert problem.code == "schema_version", version


def test_control_characters_are_refused_wherever_a_text_is_shown(folder):
    for way in (("publisher",), ("date",), ("url",), ("title",)):
        document = copy.deepcopy(WHOLE)
        document["provenance"]["sources"][0][way[0]] = "a\x1b[31mb"
        assert [problem.code for problem in lint(document, folder)] == ["text_control"], way


def test_the_shipped_one_has_no_error():
    assert [
        p for p in lint_questionnaire(str(data_folder("questionnaires") / "gpaisa.yaml")) if p.severity == "error"
    ] == []
