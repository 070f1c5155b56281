"""Saved reports of valid shape that no assessment gave: every format shows them, and nothing in them becomes active."""

import copy
import json
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile_text import ALLOWED_BLOCKS, QUESTIONNAIRE, READERS, report_with

from aiassess.questionnaire.schema import schema_problems
from aiassess.questionnaire.yaml_source import Source
from aiassess.render import TEXT_FORMATS, renderer
from aiassess.render.report.extras import Extras
from aiassess.report.chain import Link
from aiassess.resources import load_schema
from support.examples import examples
from support.hostile import STRINGS, controls_in
from support.html_tree import parse_html
from support.tiny import report_of

SCHEMA = load_schema("report")
NUMBERS = [0, 1, 7, 2**53 - 1, 10**30, 0.1, 27.25, 1e300, 99.99]
CASES = ["complete", "incomplete", "undetermined", "ready", "conditional", "hold", "stop", "points", "rule"]
CASES += ["critical", "major", "minor", "official", "draft", "answered", "unsure", "not_applicable", "unanswered"]
CASES += ["inherent", "control", "ms", "en", "zh", "a", "words", "principle:gone", "incomplete", "critical_finding"]
CASES += ["sha256:" + "f" * 64, "9999-99-99", "999999999.0.0"]
TEXTS = [text for text in STRINGS if len(text) < 1000]


def is_valid(report):
    return not schema_problems(Source(report), SCHEMA)


@cache
def genuine():
    """Reports to begin with, as JSON: of every type of answer, and of answers that leave most things open."""
    hold = {"first": "yes", "risk": "all", "guard": "no", "system": "S", "hidden": {"status": "unsure"}}
    return [
        json.dumps(report)
        for report in (report_with("plain"), report_of(QUESTIONNAIRE, hold), report_of(QUESTIONNAIRE))
    ]


def places(value, path=()):
    """Yield the path of every value in a document."""
    if path:
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def at(report, path):
    for step in path:
        report = report[step]
    return report


def other_value(value, random):
    """Return another value, likely to be valid where this one was."""
    if isinstance(value, list):
        some = random.choice(value) if value else random.choice(TEXTS)
        return random.choice([[], value * 2, [*value, copy.deepcopy(some)], value[::-1], [some] * 40])
    if isinstance(value, bool):
        return not value
    if value is None or random.random() < 0.1:
        return random.choice([None, random.choice(TEXTS), random.choice(NUMBERS), [], [random.choice(TEXTS)], [[{}]]])
    if isinstance(value, (int, float)):
        return random.choice(NUMBERS)
    return random.choice([random.choice(TEXTS), random.choice(CASES)])


def distorted(seed, number):
    """Return a genuine report with so many values replaced, its shape still valid; and the keys that lead to those."""
    random = Random(seed)
    report = json.loads(random.choice(genuine()))
    replaced = set()
    for _ in range(number):
        part = random.choice(list(report))
        *way, last = random.choice([path for path in places(report) if path[0] == part])
        holder = at(report, way)
        before = holder[last]
        if not isinstance(before, dict):
            holder[last] = copy.deepcopy(other_value(before, random))
            if is_valid(report):
                replaced.add(tuple(step for step in (*way, last) if isinstance(step, str)))
            else:
                holder[last] = before
    return report, replaced


def extras(random):
    text = random.choice(TEXTS)
    facts = {"completed_at": text, "system": text, "level_title": text, "verdict": "hold", "residual": None}
    chain = (Link("sha256:" + "0" * 64, text, facts, "sha256:" + "1" * 64, "changed"), Link("sha256:" + "1" * 64))
    return Extras(text, chain)


def check_markdown(text):
    assert controls_in(text) == []
    for reader in READERS.values():
        tokens = reader.parse(text)
        assert {token.type for token in tokens if token.type != "inline"} <= ALLOWED_BLOCKS
        spans = {child.type for token in tokens for child in token.children or ()}
        assert spans <= {"text", "text_special", "softbreak", "code_inline", "strong_open", "strong_close"}


def check_page(page):
    assert controls_in(page) == []
    document = parse_html(page)
    for node in document.all():
        assert node.tag not in ("script", "img", "iframe", "object", "embed", "link", "form", "base")
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in ("href", "src", "action") or value.startswith("#")


CHECKS = {"md": check_markdown, "html": check_page, "text": lambda text: controls_in(text) == [] or pytest.fail(text)}


@examples(25)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_every_format_shows_what_no_assessment_gave(seed, number):
    report, _ = distorted(seed, number)
    beside = extras(Random(seed))
    for name in TEXT_FORMATS:
        if name == "json":
            assert json.loads(renderer(name)(report)) == report
        else:
            CHECKS[name](renderer(name)(report))
            CHECKS[name](renderer(name)(report, beside))


def test_values_of_every_kind_are_replaced():
    replaced = set.union(*(distorted(seed, 20)[1] for seed in range(12)))
    assert len(replaced) > 40
    parts = {"about", "result", "dimensions", "sections", "findings", "risks", "answers", "missing", "inactive"}
    assert parts <= {way[0] for way in replaced}


# What the shape itself refuses


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("answers", 0, "question"), "a` <b>"),
        (("answers", 0, "section"), "x\ny"),
        (("findings", 0, "question"), "](javascript:alert(1))"),
        (("questionnaire", "version"), "1.0.0`"),
        (("questionnaire", "language"), "en\n"),
        (("tool", "version"), "<script>"),
        (("result", "level"), ""),
        (("result", "residual", "percent"), -1e15),
        (("result", "credit", "blocked_by"), ["nobody_knows"]),
        (("result", "reassess", "due"), "soon"),
        (("digest",), "sha256:0"),
    ],
)
def test_what_no_report_holds_is_refused(path, value):
    report = json.loads(genuine()[1])
    assert is_valid(report)
    at(report, path[:-1])[path[-1]] = value
    assert not is_valid(report)


# Sizes


def test_answers_are_shown_once_however_often_a_section_is_named():
    report = report_with("plain")
    report["sections"] = report["sections"] * 200
    for name in ("md", "text"):
        assert renderer(name)(report).count("Question words?") == renderer(name)(report_with("plain")).count(
            "Question words?"
        )


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_answers_of_a_section_that_is_not_named_are_shown(name):
    report = report_with("plain")
    report["answers"][5]["section"] = "gone"
    assert renderer(name)(report).count("Question words?") == renderer(name)(report_with("plain")).count(
        "Question words?"
    )
