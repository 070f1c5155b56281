"""Whatever stands in a text, note, piece of evidence or risk comes out as text."""

import json
import re
from collections import Counter
from functools import cache, lru_cache

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import TEXT_FORMATS, renderer
from aiassess.safe import safe_text
from support.each import each
from support.examples import examples, tier
from support.hostile import AUTHORS, ONE_LINE, STRINGS, controls_in
from support.tiny import control, document, inherent, report_of, tiny

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like", {"linkify": False}),
}
HIDDEN = {"show_if": {"question": "first", "is": "yes"}}
QUESTIONNAIRE = tiny(
    {"id": "system"},
    {"id": "agency"},
    {"id": "first", "options": {"no": 0, "yes": 0}},
    inherent(findings=[{"on": ["all"], "severity": "major"}]),
    control(principles=["fair"], actors=["owner"], not_applicable=True),
    {"id": "words", "ref": "7"},
    {"id": "register", "type": "risks"},
    {"id": "hidden", **HIDDEN},
    {"id": "hidden_risks", "type": "risks", **HIDDEN},
    subject={"system": "system", "agency": "agency"},
)


def report_with(text):
    """Return a report in which a text stands wherever people write one."""
    proof = [{"reference": text, "date": "2026-01-01"}, {"reference": text}]
    risk = {"title": text, "treatment": text, "owner": text, "likelihood": 2, "consequence": 3}
    return report_of(
        QUESTIONNAIRE,
        {
            "system": {"value": text, "note": text, "evidence": proof},
            "agency": text,
            "first": {"value": "no", "note": text},
            "risk": {"status": "unsure", "note": text, "evidence": proof},
            "guard": {"status": "not_applicable", "note": text},
            "words": {"note": text},
            "register": [risk, risk | {"residual_likelihood": 1, "residual_consequence": 1, "due": "2026-01-01"}],
            "hidden": {"value": text, "note": text, "evidence": proof},
            "hidden_risks": {"value": [risk], "note": text},
        },
        assessor=text,
        classification=text,
        reference=text,
    )


_report_with = lru_cache(maxsize=8)(report_with)


@cache
def rendered(name, text):
    return renderer(name)(_report_with(text))


@lru_cache(maxsize=8)
def tokens_of(markdown, reader):
    return READERS[reader].parse(markdown)


@cache
def shape(markdown, reader):
    """Return what a reader of Markdown makes of a text: its blocks in order, and how many inline things of each kind."""
    tokens = tokens_of(markdown, reader)
    blocks = [(token.type, token.tag, token.level) for token in tokens if token.type != "inline"]
    spans = Counter(child.type for token in tokens for child in token.children or () if child.type != "text")
    return blocks, spans


def words_of(markdown, reader):
    """Return the text of every inline part, as it is shown."""
    tokens = tokens_of(markdown, reader)
    return ["".join(child.content for child in token.children) for token in tokens if token.type == "inline"]


def said(text):
    """Return the lines in which a text must be shown."""
    return [" ".join(line.split()) for line in safe_text(text).splitlines() if line.strip()]


PLAIN = {reader: shape(rendered("md", "plain"), reader) for reader in READERS}


@each("text", [t for t in ONE_LINE if len(t.splitlines()) == 1])
def test_markdown_of_one_line_has_the_shape_of_plain_words(text):
    markdown = rendered("md", text)
    for reader in READERS:
        assert shape(markdown, reader) == PLAIN[reader]


ALLOWED_BLOCKS = {
    *(f"{name}_{end}" for name in ("heading", "paragraph", "bullet_list", "list_item") for end in ("open", "close")),
    *(
        f"{name}_{end}"
        for name in ("blockquote", "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    ),
}


def of_blocks(shaped, *names):
    return [block for block in shaped[0] if block[0] in names]


@each("text", STRINGS)
def test_markdown_has_no_markup_from_user_text(text):
    markdown = rendered("md", text)
    for reader in READERS:
        shaped = shape(markdown, reader)
        assert {block[0] for block in shaped[0]} <= ALLOWED_BLOCKS
        for names in (("heading_open",), ("blockquote_open",), ("table_open", "tr_open", "th_open", "td_open")):
            assert of_blocks(shaped, *names) == of_blocks(PLAIN[reader], *names)
        assert shaped[1] == PLAIN[reader][1]  # code and bold of our own, and no link, image, html, emphasis
        shown = "\n".join(words_of(markdown, reader))
        for line in said(text):
            assert line in shown


LOUD = [text for text in STRINGS if controls_in(text) or "\r" in text]
"""What must be written out; in the fast tier it is enough to look for these in every output."""


@each("text", STRINGS if tier == "deep" else LOUD)
@each("name", TEXT_FORMATS)
def test_no_control_characters_in_any_output(text, name):
    output = rendered(name, text)
    if name == "json":
        # Data are kept as they are; what a terminal obeys is written as JSON's escapes.
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
        assert json.loads(output) == _report_with(text)
    else:
        assert controls_in(output) == []
    assert output.endswith("\n")
    assert "\r" not in output
    output.encode()  # no lone surrogate


test_no_control_characters_in_any_output.both_tiers = True


@each("text", STRINGS, one_in=3)
def test_plain_text_keeps_its_width_and_its_words(text):
    output = rendered("text", text)
    assert all(cell_len(line) <= 80 for line in output.split("\n"))
    assert all(line == line.rstrip() for line in output.split("\n"))
    assert "".join(said(text)[0].split())[:50] in "".join(output.split())


@each("text", STRINGS)
def test_markdown_has_nothing_that_github_makes_a_link_or_a_picture(text):
    """Its extensions look for more than CommonMark does: bare addresses, mail, mentions, :names:."""
    markdown = rendered("md", text)
    assert not re.search(r"(?<!\\):(//|[A-Za-z0-9_+-]+:)|www\.|(?<!\\)@\w", markdown, re.IGNORECASE)


@each("text", STRINGS)
def test_markdown_lines_are_clean(text):
    """What markdownlint asks by default, as far as user text could break it."""
    check_lines(rendered("md", text))


def check_lines(markdown):
    lines = markdown.split("\n")
    assert lines[-1] == ""
    assert lines[-2] != ""
    for before, line in zip(["", *lines], lines[:-1], strict=False):
        assert line == line.rstrip()  # MD009
        assert before or line or before == line == lines[0]  # MD012
        assert "\t" not in line  # MD010
        if line.startswith("#"):
            assert before == ""  # MD022
            assert re.match("#{1,3} [^ ]", line)  # MD018, MD019


@examples(60)
@given(
    st.text(alphabet=st.sampled_from("\n\r\t #>*_`~|[]()!<>&:/.@\\-+=1a\x1b\x9b\u202e\u2028w"), min_size=1, max_size=30)
)
def test_any_text(text):
    text = f"x{text}"
    markdown = rendered("md", text)
    for reader in READERS:
        shaped = shape(markdown, reader)
        assert {block[0] for block in shaped[0]} <= ALLOWED_BLOCKS
        for name in ("heading_open", "td_open", "th_open"):
            assert of_blocks(shaped, name) == of_blocks(PLAIN[reader], name)
        assert shaped[1] == PLAIN[reader][1]
    assert controls_in(markdown) == controls_in(rendered("text", text)) == []
    check_lines(markdown)


# Texts of a questionnaire's author: trusted, and still no markup


def questionnaire_with(text):
    data = document(
        {"id": "system"},
        inherent(findings=[{"on": ["all"], "severity": "critical", "text": text, "action": text}]),
        control(
            principles=["fair"],
            actors=["owner"],
            findings=[{"on": ["no"], "severity": "minor", "text": text, "action": text}],
        ),
        {"id": "size", "type": "number", "unit": text},
        {"id": "first", "options": {"no": 0, "yes": 0}},
        {"id": "left", "show_if": {"question": "first", "is": "yes"}},
        {"id": "blank"},
        {"id": "many", "type": "choices", "options": {"a": 0, "b": 0}},
        {
            "id": "proven",
            "score": "control",
            "options": [
                {"id": "no", "label": text, "points": 0},
                {"id": "yes", "label": text, "points": 1, "without_evidence": "no"},
            ],
        },
        rules=[
            {"when": {"question": "risk", "is": "all"}, "level": "high", "reason": text, "title": text},
            {"when": {"question": "first", "is": "yes"}, "level": "high", "reason": text, "unsure": "stop"},
        ],
        checks=[{"id": "odd", "when": {"question": "size", "at_most": 3}, "text": text}],
        subject={"system": "system"},
    )
    data["title"] = data["provenance"]["statement"] = text
    for tag in (*data["dimensions"]["principles"], *data["dimensions"]["actors"], *data["sections"], *data["levels"]):
        tag["title"] = text
    for level in data["levels"]:
        level |= {"obligations": [text, text], "approval": text, "ready_at": {"controls": 90, "each_principle": 90}}
    for question in data["sections"][0]["questions"]:
        question["text"] = text
        for option in question.get("options", []):
            option["label"] = text
    return build_questionnaire(data)


TAKEN_OVER = {"value": "x", "confirmed": False}
UNSURE_GATE = {"first": {"status": "unsure"}, "system": "S", "blank": TAKEN_OVER, "many": ["a"], "proven": "yes"}
GIVEN = [
    {"risk": "all", "guard": "no", "size": 3, "first": "yes", "left": "x", "many": ["a", "b"], "proven": "yes"},
    {"risk": "none", "guard": "half", "size": 3, "left": "x", **UNSURE_GATE},
]


@lru_cache(maxsize=8)
def report_of_author(words, given):
    """Return the report of so many of ``GIVEN`` on a questionnaire that says nothing but some words."""
    return report_of(questionnaire_with(words), GIVEN[given])


@cache
def markdown_of_plain_words(given):
    return renderer("md")(report_of_author("plain", given))


@each("text", AUTHORS, one_in=3)
@each("given", range(len(GIVEN)))
def test_texts_of_a_questionnaire_are_no_markup(text, given):
    report = report_of_author(text, given)
    hostile = renderer("md")(report)
    for reader in READERS:
        assert shape(hostile, reader) == shape(markdown_of_plain_words(given), reader)
    assert controls_in(renderer("text")(report)) == []
    check_lines(hostile)


@each("text", AUTHORS, one_in=3)
def test_a_questionnaire_to_read_has_the_shape_of_plain_words(text):
    plain, hostile = (renderer("md", "questionnaire")(questionnaire_with(words), ["en"]) for words in ("plain", text))
    for reader in READERS:
        assert shape(hostile, reader) == shape(plain, reader)
    assert controls_in(hostile) == []
