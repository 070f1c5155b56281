"""Forms made to harm: they end in a message or in text, soon and within bounds."""

import json
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, load_questionnaire
from aiassess.imports.convert import import_form
from support.each import each
from support.examples import examples
from support.forms import linted, made, surveyjs, xlsform
from support.hostile import STRINGS
from support.workbooks import workbook


def refusal(raw):
    with pytest.raises(InvalidInput) as caught:
        import_form(raw, "form")
    return caught.value.problems[0].code


def test_hostile_words_stay_text(tmp_path):
    elements = [
        {
            "type": "radiogroup",
            "name": words,
            "title": words,
            "description": words,
            "choices": [{"value": words, "text": words}, "b"],
        }
        for words in STRINGS
    ]
    raw = json.dumps(
        {
            "title": STRINGS[0],
            "pages": [{"name": words, "elements": [element]} for words, element in zip(STRINGS, elements, strict=True)],
        }
    )
    imported = import_form(raw.encode("utf-8", "surrogatepass"), "a\n\x1b[2J\ud800.json", lang="ms")
    assert linted(imported.text, tmp_path) == []
    assert len(load_questionnaire(imported.text.encode()).questions) == len(STRINGS)
    assert "\x1b" not in imported.text


def test_formulas_stay_text():
    words = '=HYPERLINK("http://evil.example")'
    imported = import_form(xlsform(("text", "a", "'" + words), ("text", "b", "@SUM(1)")), "form.xlsx")
    questionnaire = load_questionnaire(imported.text.encode())
    assert [question.text["en"] for question in questionnaire.questions] == ["'" + words, "@SUM(1)"]


def test_a_bomb_is_refused(tmp_path):
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b" " * 70_000_000)
    assert refusal(file.read_bytes()) == "workbook_too_large"


def test_a_million_rows_are_refused(tmp_path):
    small = tmp_path / "rows.xlsx"
    small.write_bytes(workbook(survey=[["type", "name", "label"], ["text", "a", "A"]]))
    with zipfile.ZipFile(small) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>text</t></is></c></row>' % (n, n) for n in range(3, 1_000_003)
    )
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", rows + b"</sheetData>")
    with zipfile.ZipFile(small, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert refusal(small.read_bytes()) == "workbook_too_large"


def test_many_questions_that_share_long_lists_are_refused():
    rows = [("select_one all", f"q{n}", "Q?") for n in range(2_000)]
    assert refusal(xlsform(*rows, choices=[("all", f"o{n}", "O") for n in range(2_000)])) == "import_too_large"


def test_conditions_that_grow_are_refused():
    many = {"type": "radiogroup", "name": "a", "choices": [f"x{n}" for n in range(3_000)]}
    rest = [{"type": "text", "name": f"q{n}", "visibleIf": "{a} contains 'x'"} for n in range(2_000)]
    started = time.process_time()
    assert refusal(surveyjs(many, *rest)) == "import_too_large"
    assert time.process_time() - started < 5
    long = [{"type": "text", "name": f"q{n}", "title": "x" * 15_000} for n in range(400)]
    assert refusal(surveyjs(*long)) == "import_too_large"


def test_groups_nested_deeply_end_in_a_message():
    depth = 2_000
    rows = [*(("begin group", f"g{n}", "G") for n in range(depth)), ("text", "a", "A?"), *[("end group",)] * depth]
    assert refusal(xlsform(*rows)) == "import_too_deep"
    assert (
        refusal(b'{"elements":' + b'[{"type":"panel","name":"p","elements":' * depth + b"[]" + b"}]" * depth + b"}")
        == "json_depth"
    )


@each(
    "condition",
    ["(" * 5_000, "not(" * 5_000, "{a} = 'yes' or " * 600 + "{a} = 'no'", "{a} = '" + "x" * 9_000, "{" * 9_999],
)
def test_a_condition_made_to_take_long_does_not(condition):
    question = {"type": "radiogroup", "name": "a", "choices": ["yes", "no"]}
    started = time.process_time()
    import_form(surveyjs(question, {"type": "text", "name": "b", "visibleIf": condition}), "form.json")
    assert time.process_time() - started < 5


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "type", "choices", "elements", "value", "text", "title", "visibleIf"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@examples(100)
@given(SHAPES)
def test_any_shape_is_noted_or_refused(shape):
    question = {"type": "text", "name": "a"}
    element = {"name": "b", **(shape if isinstance(shape, dict) else {"choices": shape}), "type": "radiogroup"}
    imported = import_form(surveyjs(question, element, shape, title=shape, triggers=shape), "form.json")
    assert load_questionnaire(imported.text.encode()).by_id["a"]


TEXTS = st.text(min_size=1, max_size=30).filter(
    lambda text: not any("\ud800" <= c <= "\udfff" for c in text)
) | st.sampled_from(STRINGS)
NAMES = st.sampled_from(["a", "b-RS", "c-MS", "dD", "e", "1", "yes"])
ELEMENTS = st.recursive(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(
                ["radiogroup", "checkbox", "dropdown", "text", "comment", "rating", "boolean", "html", "matrix"]
            ),
            "name": NAMES,
            "title": TEXTS | st.dictionaries(st.sampled_from(["default", "fr", "ms"]), TEXTS),
            "choices": st.lists(st.sampled_from(["x-1", "y-0", "z", 3]), min_size=2, max_size=4, unique=True),
            "html": TEXTS,
        },
        optional={
            "visibleIf": st.sampled_from(
                ["{a} = 'x-1'", "{b-RS} contains 'y'", "{e} notempty and {dD} empty", "{1} > 2", "no"]
            ),
            "isRequired": st.booleans(),
            "hasOther": st.booleans(),
            "hasNone": st.booleans(),
        },
    ),
    lambda inner: st.fixed_dictionaries(
        {"type": st.just("panel"), "name": NAMES, "elements": st.lists(inner, max_size=3)},
        optional={"title": TEXTS, "visibleIf": st.just("{a} = 'z'")},
    ),
    max_leaves=8,
)


@examples(100)
@given(st.lists(ELEMENTS, min_size=1, max_size=6))
def test_any_form_lints_clean(elements):
    import tempfile
    from pathlib import Path

    imported = import_form(surveyjs({"type": "text", "name": "first"}, *elements), "form.json")
    with tempfile.TemporaryDirectory() as folder:
        assert linted(imported.text, Path(folder)) == []


def test_what_was_made_visible_is_no_answer_that_a_text_inserts():
    """A control character is written out in braces, as a name to be filled in is."""
    for title, codes in (("Tell\u0007 us\u202e", []), ("Tell us, {name}", ["import_inserted"])):
        assert made(surveyjs({"type": "text", "name": "a", "title": title}))[1] == codes
