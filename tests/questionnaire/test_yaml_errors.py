"""A syntax error is told in our words, at the place of the mistake, with libyaml and with the pure Python parser alike."""

import pytest
import yaml

from aiassess.errors import InvalidInput, Word
from aiassess.questionnaire import yaml_source
from aiassess.questionnaire.yaml_source import parse_yaml

CASES = [
    ("a: 1\nb: 'open\nc: 3\nd: it's\ne: 4\n", "yaml_quote_late", 2, 4),
    ('a: 1\nb: "open\nc: 3\nd: "fine"\ne: 4\n', "yaml_quote_late", 2, 4),
    ("a: 1\nb: 'open\n", "yaml_quote_open", 2, 4),
    ("a: 'x' y\nb: 1\n", "yaml_after_quote", 1, 8),
    ("a: 1\nb: [1, 2\nc: 3\n", "yaml_bracket", 2, 4),
    ("a: 1\nb: {x: 1, y: 2\nc: 3\n", "yaml_bracket", 2, 4),
    ("a: 1\n  b: 2\n", "yaml_deeper", 2, 3),
    ("a:\n  b: 1\n c: 2\n", "yaml_indent", 3, 2),
    ("a:\n    b: 1\n  c: 2\n", "yaml_indent", 3, 3),
    ("- a\nb: 1\n", "yaml_dash", 2, 1),
    ("a: note: this\n", "yaml_colon_in_text", 1, 8),
    ("a:1\nb: 2\n", "yaml_colon_space", 1, 2),
    ("a: 1\nb\nc: 3\n", "yaml_no_colon", 2, 1),
    ("a: 1\n\tb: 2\n", "yaml_tab", 2, 1),
    ("a:\n  b:\n\t  c: 2\n", "yaml_tab", 3, 1),
    ("a:\u00a01\nb: 2\n", "yaml_odd_space", 1, 3),
    ("a:\n  b: 1\n\u2003 c: 'x' 2\n", "yaml_odd_space", 3, 1),
    ("a: 1\nb: “open: x”\n", "yaml_curly_quote", 2, 4),
    ("a: @b", "yaml_start", 1, 4),
    ("a: %b", "yaml_start", 1, 4),
    ("a: * b", "yaml_start", 1, 4),
    ("a: & b", "yaml_start", 1, 4),
    ('a: "c:\\path"', "yaml_escape", 1, None),
    ("a: | text\nb: 1\n", "yaml_block_text", 1, 4),
    ("a: [1,, 2]", "yaml_unexpected", 1, 7),
    ("b: }\n", "yaml_unexpected", 1, 4),
    ("? a\n: [", "yaml_ends", None, None),
    ("a: {x: y: z, b: 1}\n", "yaml_colon_in_braces", 1, 9),
    ("a: [x] y\nb: 1\n", "yaml_start", 1, 4),
    ("a:\n  - {x: 1}}\nb: 1\n", "yaml_bracket_extra", 2, 11),
    ("a:\n  – b: 1\n  - c: 1\n", "yaml_long_dash", 2, 3),
    ("a:\n  - b: 1\n  -c: 1\n", "yaml_dash_space", 3, 3),
    ("a: 1\nb:2\nc: 3\n", "yaml_colon_space", 2, 2),
    ("a: é\x01\n", "yaml_control", 1, 5),
]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_each_mistake_is_named_where_it_was_made(monkeypatch, loader):
    monkeypatch.setattr(yaml_source, "_Loader", loader)
    wrong = []
    for text, code, line, column in CASES:
        with pytest.raises(InvalidInput) as caught:
            parse_yaml(text, "q.yaml")
        (problem,) = caught.value.problems
        reason = problem.values["reason"]
        found = (problem.code, reason.key, problem.line, problem.column)
        if found != ("yaml_syntax", code, line or problem.line, column or problem.column):
            wrong.append((text, found))
    assert wrong == []


def test_neither_language_shows_the_parsers_english():
    for text, *_ in CASES:
        with pytest.raises(InvalidInput) as caught:
            parse_yaml(text, "q.yaml")
        for lang in ("en", "ms"):
            said = caught.value.problems[0].message(lang).lower()
            assert not any(word in said for word in ("while ", "token", "scalar", "mapping values", "did not find"))


def test_what_no_cause_is_known_for_is_told_in_the_parsers_words():
    problem = yaml_source.syntax_problem(yaml.MarkedYAMLError(problem="something new"), "a", "q.yaml")
    assert problem.values["reason"] == Word("yaml_other", {"reason": "something new"})
    assert "something new" in problem.message("ms")


def test_an_ordinary_text_with_such_characters_is_taken():
    text = "a: RM\u00a05 “dan” lagi\nb: 'it''s'\nc: \"x\\ty\"\n"
    assert parse_yaml(text, "q.yaml").data == {"a": "RM\u00a05 “dan” lagi", "b": "it's", "c": "x\ty"}
