"""Conditions of other tools: what they become, and what is refused rather than guessed."""

import pytest

from aiassess.imports.conditions import CannotExpress, Known, condition_data
from support.each import each

KNOWN = {
    "one": Known("one", "choice", {"a-1": "a_1", "b-0": "b_0", "ab": "ab"}),
    "many": Known("many", "choices", {"x": "x", "y": "y", "z": "z"}),
    "n": Known("n", "number", {}),
    "words": Known("words", "text", {}),
}
IS_X = {"question": "many", "is": "x"}
SAID = [
    ("{one} = 'a-1'", {"question": "one", "is": "a_1"}),
    ('${one} == "a-1"', {"question": "one", "is": "a_1"}),
    ("{one} = ab", {"question": "one", "is": "ab"}),
    ("{one} <> 'a-1'", {"not": {"question": "one", "is": "a_1"}}),
    ("${one} != ''", {"question": "one", "answered": True}),
    ("${words} = ''", {"not": {"question": "words", "answered": True}}),
    ("{words} notempty", {"question": "words", "answered": True}),
    ("{many} notempty", {"question": "many", "any_of": ["x", "y", "z"]}),
    ("{n} empty", {"not": {"question": "n", "answered": True}}),
    ("{one} contains 'a'", {"question": "one", "any_of": ["a_1", "ab"]}),
    ("{one} contains ['b-']", {"question": "one", "is": "b_0"}),
    ("{one} anyof ['a-1', 'b-0', 'gone']", {"question": "one", "any_of": ["a_1", "b_0"]}),
    ("{many} contains 'x'", IS_X),
    ("{many} notcontains 'x'", {"not": IS_X}),
    ("{many} contains ['x', 'y']", {"question": "many", "all_of": ["x", "y"]}),
    ("{many} allof ['x', 'y', 'x']", {"question": "many", "all_of": ["x", "y"]}),
    ("{many} = ['x']", {"all": [IS_X, {"not": {"question": "many", "any_of": ["y", "z"]}}]}),
    ("${many} = 'x'", {"all": [IS_X, {"not": {"question": "many", "any_of": ["y", "z"]}}]}),
    ("{many} = ['x', 'y', 'z']", {"question": "many", "all_of": ["x", "y", "z"]}),
    ("selected(${many}, 'x')", IS_X),
    ("selected(../../many, 'x')", IS_X),
    ("not(selected(${many}, 'x'))", {"not": IS_X}),
    ("${n} >= 2.5", {"question": "n", "at_least": 2.5}),
    ("${n} <= -2", {"question": "n", "at_most": -2}),
    ("${n} = '3'", {"all": [{"question": "n", "at_least": 3}, {"question": "n", "at_most": 3}]}),
    ("{n} > 3", {"all": [{"question": "n", "answered": True}, {"not": {"question": "n", "at_most": 3}}]}),
    ("{n} < 3", {"all": [{"question": "n", "answered": True}, {"not": {"question": "n", "at_least": 3}}]}),
    (
        "{many} = ['x'] or {one} = 'ab' AND ({n} empty || {n} >= 1)",
        {
            "any": [
                {"all": [IS_X, {"not": {"question": "many", "any_of": ["y", "z"]}}]},
                {
                    "all": [
                        {"question": "one", "is": "ab"},
                        {"any": [{"not": {"question": "n", "answered": True}}, {"question": "n", "at_least": 1}]},
                    ]
                },
            ]
        },
    ),
]
REFUSED = [
    ("{gone} = 'a'", "gone"),
    ("{one} = {many}", "{many}"),
    ("{one} = 'gone'", "gone"),
    ("{one} = ['a-1', 'b-0']", "a-1,b-0"),
    ("{one} allof ['a-1', 'b-0']", "a-1,b-0"),
    ("{many} contains ['x', 'gone']", "x,gone"),
    ("{one} contains 'q'", "q"),
    ("{one} = ['a-1']", "a-1"),
    ("{many} = 'x'", "x"),
    ("{many} contains ''", "''"),
    ("!({many} contains 'x')", "!({many} contains 'x')"),
    ("{one} > 3", "> 3"),
    ("{words} = 'a'", "= a"),
    ("{n} contains 3", "contains 3"),
    ("{n} = three", "= three"),
    ("{n} + 1 > 3", "+ 1 > 3"),
    ("count-selected(${many}) > 1", "count-selected"),
    ("{one} = 'a-1' and", "…"),
    ("({one} = 'a-1'", "…"),
    ("{one} = 'a-1')", ")"),
    ("{one}", "…"),
    ("iif({one} = 'a-1', 1, 2)", "iif"),
    ("today() > '2026-01-01'", "today"),
    ("__import__('os')", "__import__"),
    ("{one} = 'a-1' " * 2_000, "{one} = 'a-1' {one} = 'a-1' {one} = 'a-1'"[:40]),
]


@each("text, data", SAID)
def test_what_can_be_said(text, data):
    assert condition_data(text, KNOWN) == data


@each("text, part", REFUSED)
def test_what_cannot_be_said_names_the_part(text, part):
    with pytest.raises(CannotExpress) as caught:
        condition_data(text, KNOWN)
    assert str(caught.value) == part


@each(
    "text",
    [
        "(" * 4_000,
        "not(" * 2_000 + "{n} empty" + ")" * 2_000,
        "!" * 9_000,
        "{n} empty" + " and ({n} empty or {n} >= 1" * 40,
    ],
)
def test_what_is_nested_deeply_is_refused(text):
    with pytest.raises(CannotExpress):
        condition_data(text, KNOWN)
