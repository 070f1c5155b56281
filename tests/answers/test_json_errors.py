"""A JSON syntax error is told in our words and at one place, whatever version of Python reads it."""

import pytest

from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput

CASES = [
    ("{'a': 1}", "json_quotes", 1, 2),
    ("{“a”: 1}", "json_quotes", 1, 2),
    ('{"a": “b”}', "json_quotes", 1, 7),
    ('{"a": 1,}', "json_last_comma", 1, 8),
    ('{"a": 1,\n}', "json_last_comma", 1, 8),
    ("[1,2, ]", "json_last_comma", 1, 5),
    ('{"a": .5}', "json_number", 1, 7),
    ('{"a": +1}', "json_number", 1, 7),
    ('{"a": "\t"}', "json_control", 1, 8),
    ('{"a": "x\ny"}', "json_control", 1, 9),
    ('{"a": "\\x41"}', "json_escape", 1, None),
    ('{"a": True}', "json_constant", 1, 7),
    ('{"a": None}', "json_constant", 1, 7),
    ("# a comment\n{}", "json_comment", 1, 1),
    ('{"a": 1 // x\n}', "json_comment", 1, 9),
    ("format: x", "json_bare", 1, 1),
    ('{"a": tru}', "json_bare", 1, 7),
    ('{"a": 1', "json_ends", 1, None),
    ('{"a":', "json_ends", 1, None),
    ('{"a": "b', "json_quote_open", 1, 7),
    ("[1 2]", "json_comma", 1, 4),
    ('{"a": 1 "b": 2}', "json_comma", 1, 9),
    ('{"a" 1}', "json_colon", 1, 6),
    ("{a: 1}", "json_key", 1, 2),
    ("{}\n{}", "json_more", 2, 1),
    ("[,1]", "json_unexpected", 1, 2),
]


def test_each_mistake_is_named_where_it_was_made():
    wrong = []
    for text, code, line, column in CASES:
        with pytest.raises(InvalidInput) as caught:
            parse_json(text, "a.json")
        (problem,) = caught.value.problems
        found = (problem.code, problem.values["reason"].key, problem.line, problem.column)
        if found != ("json_syntax", code, line, column or problem.column):
            wrong.append((text, found))
        for lang in ("en", "ms"):
            said = problem.message(lang)
            if "Expecting" in said or "delimiter" in said:
                wrong.append((text, said))
    assert wrong == []
