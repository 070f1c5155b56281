"""``questionnaire show`` says everything that a questionnaire says: no other one gives the same page."""

import copy
import dataclasses
import re

from hypothesis import given
from markdown_it import MarkdownIt

from aiassess import load_questionnaire
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import renderer
from aiassess.render.outline import Section, raw, shown
from aiassess.render.questionnaire import questionnaire_outline
from support.each import each
from support.examples import examples
from support.strategies import questionnaires
from support.tiny import inherent, tiny

ENUMS = [
    ("inherent", "control"),
    ("sum", "max"),
    ("none", "optional", "expected"),
    ("worst", "zero"),
    ("all", "applicable"),
    ("residual", "inherent"),
    ("critical", "major", "minor"),
    ("official", "unofficial", "draft"),
    ("step", "linear"),
    ("incomplete", "critical_finding"),
    ("text", "date"),
]

DEFAULTS = [("format", 1), ("points", 0), ("weight", 1)]

MAPPED = {"eu": ["Art. 9", "Art. 14"], "iso": ["8.2"]}
WHOLE = {
    "languages": ["ms", "en"],
    "assesses": {"one": {"ms": "unit", "en": "unit"}, "many": {"ms": "unit-unit", "en": "units"}},
    "subject": {"system": "name"},
    "preparation": ["The contract.", {"ms": "Laporan.", "en": "The report."}],
    "option_sets": {"done": [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes", "points": 1}]},
    "sections": [
        {
            "id": "first",
            "intro": {"ms": "Mula.", "en": "Begin."},
            "questions": [
                {"id": "name", "ref": "1", "evidence": "none", "why": "To find it.", "since": "1.1.0"},
                {
                    "id": "story",
                    "multiline": True,
                    "required": False,
                    "help": "In short.",
                    "evidence_hint": "A letter.",
                },
                {"id": "day", "type": "date", "minimum": "2024-01-01", "maximum": "2030-12-31", "not_applicable": True},
                {
                    "id": "people",
                    "type": "number",
                    "whole": True,
                    "unit": {"ms": "orang", "en": "people"},
                    "minimum": 0,
                    "maximum": 5000,
                    "score": "inherent",
                    "weight": 3,
                    "bands": [{"up_to": 99, "points": 0}, {"points": 7}],
                },
                {
                    "id": "uses",
                    "type": "choices",
                    "score": "inherent",
                    "aggregate": "max",
                    "options": [
                        {"id": "a", "label": "A", "points": 2, "help": "Like that."},
                        {"id": "b", "label": "B", "points": 5, "asks_note": True},
                        {"id": "none", "label": "None", "exclusive": True},
                    ],
                },
                {
                    "id": "register",
                    "type": "risks",
                    "scale": {name: [f"{name} {n}" for n in range(5)] for name in ("likelihood", "consequence")},
                },
            ],
        },
        {
            "id": "second",
            "show_if": {"question": "people", "at_least": 10},
            "questions": [
                {
                    "id": "tested",
                    "type": "choice",
                    "score": "control",
                    "principles": ["safe"],
                    "actors": ["owner", "maker"],
                    "evidence": "expected",
                    "show_if": {
                        "all": [
                            {"question": "uses", "all_of": ["a", "b"]},
                            {"not": {"question": "register", "rating_at_least": 12}},
                            {
                                "any": [
                                    {"question": "day", "not_applicable": True},
                                    {"question": "story", "answered": True},
                                ]
                            },
                        ]
                    },
                    "options": [
                        {"id": "no", "label": "No"},
                        {"id": "yes", "label": "Yes", "points": 4, "without_evidence": "no"},
                    ],
                    "findings": [
                        {"id": "untested", "on": ["no"], "severity": "critical", "actor": "maker"},
                        {"when": {"question": "people", "at_most": 50}, "severity": "minor"},
                    ],
                },
                {
                    "id": "later",
                    "type": "choice",
                    "options": "done",
                    "score": "control",
                    "source": ["law"],
                    "maps_to": MAPPED,
                },
            ],
        },
    ],
    "frameworks": [
        {"id": "eu", "title": {"ms": "Akta", "en": "Act"}, "references": ["Art. 9", "Art. 14", "Art. 99"]},
        {"id": "iso", "title": "Standard", "publisher": "ISO", "date": "2023", "url": "https://example.org/42001"},
    ],
    "checks": [{"id": "odd", "when": {"question": "people", "at_most": 0}, "text": "Nobody at all?"}],
    "rules": [
        {"when": {"question": "uses", "is": "b"}, "level": "high", "title": "B is used", "unsure": "stop"},
        {"when": {"any": [{"question": "uses", "is": "a"}, {"question": "people", "at_least": 9}]}, "level": "middle"},
    ],
    "scoring": {
        "inherent": {"maximum": 100, "unanswered": "zero"},
        "controls": {"maximum": "all"},
        "mitigation": {
            "method": "step",
            "at_percent": 80,
            "reduces_percent": 15.5,
            "blocked_when": ["incomplete", {"principle_below_percent": 45}],
        },
    },
    "levels": [
        {
            "id": "low",
            "up_to_percent": 20,
            "ready_at": {"controls": 30, "each_principle": 25},
            "approval": {"ms": "Ketua", "en": "The head"},
            "obligations": ["Tell the public.", {"ms": "Laporkan.", "en": "Report it."}],
            "reassess_months": 18,
        },
        *(
            {**level, "ready_at": {"controls": 60, "each_principle": 50}}
            for level in ({"id": "middle", "up_to_percent": 60}, {"id": "high"}, {"id": "banned", "stop": True})
        ),
    ],
    "provenance": {
        "status": "draft",
        "statement": {"ms": "Untuk ujian.", "en": "For a test."},
        "sources": [
            {"id": "law", "title": "Act 709", "publisher": "AGC", "date": "2010", "url": "https://example.org/709"}
        ],
    },
}


def variants(node):
    """Yield all documents that differ from this one in a single value, or lack one."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield {name: item for name, item in node.items() if name != key}
            yield from ({**node, key: other} for other in variants(value))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield node[:place] + node[place + 1 :]
            yield from ([*node[:place], other, *node[place + 1 :]] for other in variants(value))
    elif isinstance(node, bool):
        yield not node
    elif isinstance(node, (int, float)):
        yield node + 1
    else:
        others = {other for words in ENUMS if node in words for other in words if other != node}
        yield from sorted(others) or [f"{node}x"]


def built(document):
    try:
        return build_questionnaire(document)
    except (KeyError, ValueError, TypeError, StopIteration, IndexError, AttributeError):
        return None  # what it refers to isn't there: no questionnaire


def meaning(questionnaire):
    return dataclasses.replace(questionnaire, digest="", document={})


def page_of(questionnaire, *langs):
    """Return all texts of the page, without the digest, which differs anyhow."""

    def texts(blocks):
        for block in shown(blocks, "page"):
            if isinstance(block, Section):
                yield raw(block.title, "page")
                yield from texts(block.body)
            elif hasattr(block, "rows"):
                yield from (raw(cell, "page") for row in block.rows for cell in row.cells)
            else:
                yield raw(block.text, "page")
                yield from texts(getattr(block, "inner", ()))

    return [text for text in texts(questionnaire_outline(questionnaire, langs)) if not text.startswith("sha256:")]


def assert_nothing_is_left_out(document):
    """Check every single change of a document; return how many gave another questionnaire."""
    questionnaire = build_questionnaire(document)
    page, seen = page_of(questionnaire, *document["languages"]), 0
    for changed in variants(document):
        other = built(changed)
        if other is None or meaning(other) == meaning(questionnaire):
            continue
        try:
            others = page_of(other, *document["languages"])
        except (KeyError, IndexError, ValueError):
            continue  # a reference that leads nowhere, or a day as the bound of a number; lint refuses it
        seen += 1
        assert others != page, next(
            (before, after) for before, after in zip(flat(document), flat(changed), strict=False) if before != after
        )
    return seen


def flat(node, path=()):
    if isinstance(node, (dict, list)):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from flat(value, (*path, key))
    else:
        yield path, node


def test_everything_that_a_file_says_is_on_the_page():
    assert assert_nothing_is_left_out(tiny(**copy.deepcopy(WHOLE)).document) > 250


def assert_every_value_is_on_the_page(questionnaire):
    page = " ".join(" ".join(page_of(questionnaire, *questionnaire.languages)).split())
    words = set(re.split(r"[ ():;%]|,(?!\d{3})", page))
    enums = {word for group in ENUMS for word in group} | {"choice", "choices", "number", "risks", "stop", "none"}
    for path, value in flat(questionnaire.document):
        if isinstance(value, str) and value not in enums:
            assert " ".join(value.split()) in page, path
        elif not isinstance(value, (str, bool)) and (path[-1], value) not in DEFAULTS:
            assert f"{value:,}" in words, path


@each("name", ["gpaisa", "gpaisa@1.0.0"])
def test_every_text_number_and_id_of_a_shipped_one_is_on_the_page(name):
    assert_every_value_is_on_the_page(load_questionnaire(name))


@examples(200)
@given(questionnaires(by_level=True))
def test_every_text_number_and_id_of_any_is_on_the_page(questionnaire):
    assert_every_value_is_on_the_page(questionnaire)


def test_side_by_side_is_what_each_language_says():
    """Nothing is lost or moved to another row: each column is the page of its language."""
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    both = page_of(questionnaire, "ms", "en")
    for lang in ("ms", "en"):
        rows = {text.lstrip("–• ") for text in both} | {part for text in both for part in text.split(" / ")}
        assert [text for text in page_of(questionnaire, lang) if text not in rows and " / " not in text] == []


def test_a_raised_finding_names_its_options_and_whose_it_is():
    page = renderer("md", "questionnaire")(tiny(**copy.deepcopy(WHOLE)), ["en"])
    assert (
        "- `untested` Critical finding: Finding 1 of tested.\n  - Raised by `no`\n"
        "  - → Do 1 of tested.\n  - To be done by: Maker\n" in page
    )
    assert "  - Raised when question people is 50 or less\n" in page


def test_formats_of_a_hostile_questionnaire_are_plain_text():
    nasty = '<script>alert(1)</script> | **x** [a](javascript:b) "q" `c` #1; %% end'
    questionnaire = tiny(inherent("risk", ref="1"), title=nasty, languages=["ms", "en"])
    html = renderer("html", "questionnaire")(questionnaire, ["ms", "en"])
    assert "<script>alert" not in html
    assert "alert(1)" in html
    parsed = MarkdownIt("commonmark").render(renderer("md", "questionnaire")(questionnaire, ["ms", "en"]))
    assert "<a " not in parsed
    assert "<script" not in parsed
