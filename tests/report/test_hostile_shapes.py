"""Reports of a wrong shape: every refusal can be said, in both languages, and takes bounded time."""

import copy
import json

import pytest

from aiassess import InvalidInput
from aiassess.answers.strict_json import parse_json
from aiassess.errors import MAX_PROBLEMS
from aiassess.report.documents import parse_report
from aiassess.report.saved import check_report
from aiassess.resources import load_schema
from aiassess.text import LANGUAGES
from aiassess.text.problems import MESSAGES
from support.tiny import EVERY_TYPE, SET_ASIDE, UNSURE, report_of

GIVEN = {
    "pick": SET_ASIDE,
    "several": ["one", "two"],
    "words": {"value": "Words", "note": "Seen.", "evidence": [{"reference": "File 1", "date": "2026-01-31"}]},
    "count": UNSURE,
    "register": [{"title": "Bias", "likelihood": 2, "consequence": 3, "owner": "Us"}],
    "graded": "all",
}
REPORT = report_of(EVERY_TYPE, GIVEN, assessor="A. Officer")
WRONG = [7, -1, 1.5, 10**40, "x", "", None, True, [], [7], [[]], {}, {"x": {}}]


def placed(value, depth, wrong):
    """Return a copy of a document in which everything at a depth, ``format`` aside, is the wrong value."""
    if depth == 0:
        return copy.deepcopy(wrong)
    if isinstance(value, dict):
        return {key: item if key == "format" else placed(item, depth - 1, wrong) for key, item in value.items()}
    return [placed(item, depth - 1, wrong) for item in value] if isinstance(value, list) else value


def refusal(data):
    """Return the problems of a report, each said in every language; empty if it is taken."""
    try:
        check_report(data, "r.json")
    except InvalidInput as error:
        for problem in error.problems:
            assert all(problem.line_text(lang) for lang in LANGUAGES)
        return error.problems
    return ()


def test_whatever_is_wrong_anywhere_in_a_report_can_be_said():
    for wrong in WRONG:
        for depth in range(1, 6):
            refusal(placed(REPORT, depth, wrong))


def nullable(schema, path=()):
    """Yield the path of each property of a report that may be null."""
    schema = load_schema("report")["$defs"][schema["$ref"].split("/")[-1]] if "$ref" in schema else schema
    if "null" in schema.get("type", ()) or None in schema.get("enum", ()):
        yield path
    for name, part in schema.get("properties", {}).items():
        yield from nullable(part, (*path, name))
    if "items" in schema:
        yield from nullable(schema["items"], (*path, 0))


def test_a_wrong_value_in_what_may_be_null_is_refused_with_its_place():
    paths = list(nullable(load_schema("report")))
    assert len(paths) > 18
    tried = 0
    for path in paths:
        data = copy.deepcopy(REPORT)
        holder = data
        try:
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]] = {"x": 1}
        except (IndexError, KeyError):  # the report has no such entry
            continue
        (problem,) = refusal(data)
        assert problem.path.endswith(str(path[-1]))
        tried += 1
    assert tried >= 15


@pytest.mark.parametrize("name", ["questionnaire", "report"])
def test_every_message_that_a_schema_can_ask_for_exists(name):
    def nodes(node):
        if isinstance(node, dict):
            yield node
            for part in node.values():
                yield from nodes(part)
        elif isinstance(node, list):
            for part in node:
                yield from nodes(part)

    for node in nodes(load_schema(name)):
        kinds = node.get("type", [])
        if isinstance(kinds, (str, list)):
            assert all(f"kind_{kind}" in MESSAGES for kind in ([kinds] if isinstance(kinds, str) else kinds))
        if isinstance(node.get("x-error"), str):
            assert f"schema_{node['x-error']}" in MESSAGES
        pattern = node.get("pattern")
        checked_before = isinstance(pattern, str) and pattern.endswith("ya?ml$")  # of a section file's name
        assert "x-error" in node or not isinstance(pattern, str) or checked_before, (
            "else the library's English is shown"
        )


# Bounds

MANY = {
    "wrong findings": {"findings": [7] * 5_000},
    "more findings than are looked at": {"findings": [7] * 300_000},
    "unknown keys": {f"x{n}": 1 for n in range(20_000)},
    "wrong in many ways": {"answers": [{"x": n} for n in range(3_000)]},
}


@pytest.mark.parametrize("name", MANY)
def test_the_search_ends_at_as_many_errors_as_in_answers(name):
    problems = refusal({**REPORT, **MANY[name]})
    assert 1 <= len(problems) <= MAX_PROBLEMS
    assert ("findings" in MANY[name]) == (problems[0].path or "").startswith("findings")


def test_no_list_of_a_report_is_without_bound():
    text = json.dumps(load_schema("report"))
    assert text.count('"items"') == text.count('"maxItems"')


def test_a_file_of_nothing_but_brackets_is_refused_before_it_is_parsed():
    for text in ("[" + "{}," * 500_000 + "{}]", "[" + "1," * 1_000_000 + "1]"):
        with pytest.raises(InvalidInput) as error:
            parse_report(text, "r.json")
        assert [(problem.code, problem.line) for problem in error.value.problems] == [("json_size", 1)]


def test_commas_and_brackets_in_texts_are_no_values():
    assert parse_json(json.dumps({"a": ",[{" * 400_000}), "x")
