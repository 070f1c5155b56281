"""What is written as YAML is read back as it was, whatever the texts look like."""

from hypothesis import given
from hypothesis import strategies as st

from aiassess.questionnaire.yaml_source import parse_yaml
from aiassess.questionnaire.yaml_writer import yaml_text
from support.each import each
from support.examples import examples
from support.hostile import STRINGS

MISREAD = [
    "1e3",
    "08",
    "0o17",
    "0x1F",
    "+.5",
    ".5",
    "5.",
    "-0",
    "yes",
    "no",
    "on",
    "~",
    "null",
    "",
    ".inf",
    "-.NaN",
    "2026-01-01",
    "1_000",
]
MISREAD += [
    "12:30",
    "=",
    "<<",
    "- a",
    "a: b",
    "# a",
    "a #b",
    "%a",
    "@a",
    "`a",
    "!a",
    "&a",
    "*a",
    "|",
    ">",
    "{a}",
    "[a]",
    "? a",
    "'",
    '"',
]


def read(data):
    return parse_yaml(yaml_text(data), "written.yaml").data


@each("text", [*MISREAD, *(text for text in STRINGS if not any("\ud800" <= c <= "\udfff" for c in text))])
def test_a_text_stays_the_text_that_it_was(text):
    data = {
        "id": text,
        "items": [text, {"text": text, "long": text * 60}],
        "text": {"en": text, "ms": f"{text}\n\n{text}"},
    }
    assert read(data) == data


VALUES = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "text", "label", "options"]), inner)
    ),
    max_leaves=10,
)


@examples(500)
@given(st.dictionaries(st.sampled_from(["id", "sections"]), VALUES, min_size=1))
def test_any_data_comes_back(data):
    assert read(data) == data


def test_short_parts_are_on_one_line_and_long_items_apart():
    questions = [
        {"id": "a", "text": "A?", "options": [{"id": "x", "label": "X", "points": 1}]},
        {"id": "b", "text": "B?"},
    ]
    assert yaml_text({"levels": [{"id": "low"}], "sections": [{"id": "s", "questions": questions}]}) == (
        "levels:\n  - {id: low}\nsections:\n  - id: s\n    questions:\n      - id: a\n        text: A?\n        options:\n"
        "          - {id: x, label: X, points: 1}\n\n      - id: b\n        text: B?\n"
    )
