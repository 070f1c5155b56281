"""Whatever stands in a text stays text in HTML: it makes no element, no attribute, no rule of the style."""

import re
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile_text import GIVEN, STRINGS, rendered, report_of_author, said

from aiassess import load_questionnaire
from aiassess.render.html.page import css_string
from aiassess.render.html.report import render_html
from aiassess.resources import load_schema
from aiassess.safe import safe_line
from support.each import each
from support.examples import examples
from support.hostile import AUTHORS, LONG, MARKUP
from support.html_tree import parse_html
from support.strategies import random_answers
from support.tiny import report_of, tiny


@cache
def shape_of(text):
    return parse_html(rendered("html", text)).shape()


@each("text", STRINGS, one_in=2)
def test_user_text_never_becomes_markup(text):
    page = parse_html(rendered("html", text))
    assert page.shape() == shape_of("plain")
    shown = page.one("main").words
    for line in said(text):
        assert line in shown


@examples(60)
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("<>&\"'/=!-[]{}%#;\\`\t\r\n\0\x1b\u202e\u2028ax "), st.characters(exclude_categories=["Cs"])
        ),
        max_size=40,
    )
)
def test_any_text_stays_text(text):
    assert parse_html(rendered("html", f"x{text}")).shape() == shape_of("plain")


@cache
def shape_of_plain_words(given):
    return parse_html(render_html(report_of_author("plain", given))).shape()


@each("text", AUTHORS, one_in=3)
@each("given", range(len(GIVEN)))
def test_texts_of_a_questionnaire_are_no_markup_in_html(text, given):
    assert parse_html(render_html(report_of_author(text, given))).shape() == shape_of_plain_words(given)


def strings_of(data, schema, path=()):
    """Yield the path of every string of a report that its schema leaves free."""
    while "$ref" in schema:
        schema = load_schema("report")["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(data, dict):
        for key, value in data.items():
            yield from strings_of(value, schema.get("properties", {}).get(key, {}), (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from strings_of(value, schema.get("items", {}), (*path, place))
    elif isinstance(data, str) and not {"enum", "const", "pattern", "format"} & set(schema):
        yield path


KEYS = {"question", "questions", "id", "rule", "level", "level_range", "section", "principle", "actor", "blocked_by"}
"""What names other parts of the report: changed, it would name nothing."""


def test_no_string_of_a_saved_report_becomes_markup():
    """Every string that a saved report may hold is made hostile at once, those of the questionnaire too."""
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    report = report_of(questionnaire, random_answers(questionnaire, Random(1)))
    plain = parse_html(render_html(report)).shape()
    changed = 0
    for path in strings_of(report, load_schema("report")):
        place = report
        for key in path[:-1]:
            place = place[key]
        if place[path[-1]] and not KEYS & set(path[-2:]):
            place[path[-1]] = " ".join(MARKUP)
            changed += 1
    assert changed > 300
    assert parse_html(render_html(report)).shape() == plain


@examples(200)
@given(st.text())
def test_a_string_of_css_cannot_be_left(text):
    found = css_string(text)
    assert re.fullmatch(r'"([A-Za-z0-9]|\\[0-9a-f]{1,6} )*"', found)
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda match: chr(int(match.group(1), 16)), found[1:-1])
    assert read == safe_line(text, 90)


def test_what_runs_along_the_printed_pages():
    page = render_html(
        report_of(tiny({"id": "s"}, subject={"system": "s"}), {"s": "A </style> b"}, classification="Sulit")
    )
    rules = page[page.rindex("@page {") : page.index("</style>")]
    assert css_string("Classification: Sulit") in rules
    assert css_string("Draft · A </style> b") in rules
    assert (
        "top-center" not in render_html(report_of(tiny({"id": "s"}))).partition("</style>")[0].rpartition("@page {")[2]
    )


def test_lines_that_people_wrote_are_kept():
    note = "one\n  two\n\nthree"
    page = parse_html(render_html(report_of(tiny({"id": "s"}), {"s": {"value": note, "note": note}})))
    assert [node.text for node in page.all("bdi", class_="written")] == [note, note]


@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text)[:10])
def test_a_long_title_is_cut_in_the_margins_only(text):
    page = render_html(report_of(tiny({"id": "s"}, subject={"system": "s"}), {"s": text}))
    assert parse_html(page).one("h1").text == text
    assert len(page) < 60_000
