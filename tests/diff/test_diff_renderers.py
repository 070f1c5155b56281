"""A comparison as text and Markdown: whatever stands in it comes out as text, in its width, and nothing is lost."""

import io
import re
from collections import Counter
from functools import cache

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from aiassess.diff.compare import compare
from aiassess.render import renderer
from aiassess.render.diff.outline import diff_outline
from aiassess.render.text import print_outline, write_text
from aiassess.safe import safe_text
from support.differences import compared
from support.each import each
from support.hostile import ONE_LINE, STRINGS, controls_in
from support.tiny import control, inherent, report_of, tiny

READERS = {"commonmark": MarkdownIt("commonmark"), "gfm": MarkdownIt("gfm-like", {"linkify": False})}
SHOWN = {"show_if": {"question": "first", "is": "yes"}}


def plain_diff(found, width, *, ascii_only=False):
    return write_text(diff_outline(found, ascii_only=ascii_only), width=width, ascii_only=ascii_only)


QUESTIONNAIRE = tiny(
    {"id": "system"},
    {"id": "first", "options": {"no": 0, "yes": 0}},
    inherent(findings=[{"on": ["all"], "severity": "critical"}]),
    control(principles=["fair"], actors=["owner"], not_applicable=True),
    {"id": "words", "ref": "7"},
    {"id": "gone"},
    {"id": "register", "type": "risks"},
    {"id": "shown", **SHOWN},
    {"id": "hidden", "show_if": {"question": "first", "is": "no"}},
    subject={"system": "system"},
)


def reports_with(text):
    """Return two reports between which a text comes, goes and changes wherever people write one."""
    proof = [{"reference": text, "date": "2026-01-01"}]
    risk = {"title": text, "treatment": text, "owner": text, "likelihood": 2, "consequence": 3}
    old = {
        "system": "The system",
        "first": {"value": "no", "note": text},
        "risk": {"value": "all", "evidence": proof},
        "guard": {"value": "no", "note": "A note."},
        "words": "Other words",
        "gone": text,
        "register": [{**risk, "title": "Known"}, risk],
        "hidden": {"value": text, "note": text},
    }
    new = {
        "system": text,
        "first": {"value": "yes", "evidence": proof},
        "risk": {"value": "none", "note": text},
        "guard": {"status": "not_applicable", "note": text},
        "words": text,
        "register": [
            {**risk, "title": "Known", "treatment": "Another", "owner": "Another"},
            {**risk, "title": f"{text}!"},
        ],
        "shown": {"value": text, "note": text, "evidence": proof},
    }
    return report_of(QUESTIONNAIRE, old, assessor="A. Officer"), report_of(
        QUESTIONNAIRE, new, assessor=text, classification=text
    )


@cache
def comparison(text):
    return compare(*reports_with(text), questionnaires=[QUESTIONNAIRE], edited=(True, True))


@cache
def rendered(name, text):
    return renderer(name, "diff")(comparison(text))


@cache
def shape(markdown, reader):
    tokens = READERS[reader].parse(markdown)
    blocks = [(token.type, token.tag) for token in tokens if token.type != "inline"]
    spans = Counter(child.type for token in tokens for child in token.children or () if child.type != "text")
    return blocks, spans


def shown_in(markdown, reader):
    tokens = READERS[reader].parse(markdown)
    return "\n".join("".join(child.content for child in token.children) for token in tokens if token.type == "inline")


BLOCKS = {
    *(f"{name}_{end}" for name in ("heading", "paragraph", "bullet_list", "list_item") for end in ("open", "close")),
    *(
        f"{name}_{end}"
        for name in ("blockquote", "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    ),
}


@each("text", STRINGS, one_in=3)
def test_markdown_has_no_markup_from_user_text(text):
    markdown, plain = rendered("md", text), rendered("md", "plain")
    for reader in READERS:
        blocks, spans = shape(markdown, reader)
        assert {block[0] for block in blocks} <= BLOCKS
        for name in ("heading_open", "blockquote_open", "tr_open", "th_open", "td_open"):
            count = [sum(block[0] == name for block in shape(some, reader)[0]) for some in (markdown, plain)]
            assert count[0] == count[1], name
        assert spans == shape(plain, reader)[1]  # code and bold of our own, and no link, image, html, emphasis
    assert not re.search(r"(?<!\\):(//|[A-Za-z0-9_+-]+:)|www\.|(?<!\\)@\w", markdown, re.IGNORECASE)


@each("text", [text for text in ONE_LINE if len(text) < 200], one_in=3)
def test_markdown_shows_the_words_as_they_are(text):
    line = " ".join(safe_text(text).split())
    if len(safe_text(text).splitlines()) == 1:
        assert all(line in shown_in(rendered("md", text), reader) for reader in READERS)


@each("text", STRINGS)
def test_markdown_lines_are_clean(text):
    """What markdownlint asks by default, as far as user text could break it."""
    lines = rendered("md", text).split("\n")
    assert lines[-1] == "" != lines[-2]
    for before, line in zip(["", *lines], lines[:-1], strict=False):
        assert line == line.rstrip()  # MD009
        assert before or line or before == line == lines[0]  # MD012
        assert "\t" not in line  # MD010
        if line.startswith("#"):
            assert before == ""  # MD022
            assert re.match("#{1,3} [^ ]", line)  # MD018, MD019
    headings = [line for line in lines if line.startswith("#")]
    assert len(set(headings)) == len(headings)  # MD024
    assert not [heading for heading in headings[1:] if heading[-1] in ".,;:!"]  # MD026


@each("text", STRINGS, one_in=3)
@each("name", ["text", "md", "json"])
def test_no_control_characters_in_any_output(text, name):
    output = rendered(name, text)
    if name == "json":
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
    else:
        assert controls_in(output) == []
    output.encode()
    assert output.endswith("\n")


@each("text", STRINGS, one_in=3)
def test_text_keeps_its_width(text):
    for width, output in ((40, plain_diff(comparison(text), 40)), (80, rendered("text", text))):
        lines = output.split("\n")
        assert all(cell_len(line) <= width for line in lines)
        assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [40, 69, 70, 120])
def test_any_width(width):
    assert all(cell_len(line) <= width for line in plain_diff(comparison("plain words " * 20), width).split("\n"))


def test_a_terminal_without_unicode():
    found = compared(*reports_with("x" * 100 + " plain"), QUESTIONNAIRE)
    assert set("→▲▼…") & set(plain_diff(found, 80))
    assert plain_diff(found, 80, ascii_only=True).isascii()


def test_direction_is_told_without_colour():
    found = compared(*(report_of(QUESTIONNAIRE, {"guard": guard}) for guard in ("no", "yes")), QUESTIONNAIRE)
    assert re.search(r"Controls in place +0% \(0/4\) +100% \(4/4\) +▲ better", plain_diff(found, 80))
    assert "Controls in place: 0% (0/4) -> 100% (4/4) ^ better" in plain_diff(found, 60, ascii_only=True)


def test_with_colour_the_words_are_the_same():
    buffer = io.StringIO()
    console = Console(file=buffer, width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    print_outline(diff_outline(comparison("plain")), console)
    assert "\x1b[" in buffer.getvalue()
    plain = re.sub("\x1b\\[[0-9;]*m", "", buffer.getvalue())
    assert [line.rstrip() for line in plain.splitlines()] == rendered("text", "plain").splitlines()


def test_nothing_is_said_about_what_did_not_change():
    old = {"first": "no", "risk": "some", "guard": "half", "words": "a", "gone": "b", "system": "s"}
    found = compared(report_of(QUESTIONNAIRE, old), report_of(QUESTIONNAIRE, {**old, "words": "c"}), QUESTIONNAIRE)
    assert rendered_lines(found) == [
        "What changed: s",
        f"Old: no completion date, {found['old']['digest'][:19]}",
        f"New: no completion date, {found['new']['digest'][:19]}",
        "",
        "Answers: 1 changed",
        "",
        "Answers",
        "* (7) Question words?",
        "      a → c",
    ]


def rendered_lines(found):
    return renderer("text", "diff")(found).splitlines()


def test_warnings_stand_before_everything_else():
    old, new = (report_of(QUESTIONNAIRE, {"system": name}) for name in ("One", "Two"))
    old["about"]["revises"] = new["digest"]
    found = compared(old, new, QUESTIONNAIRE, edited=(True, False))
    lines = " ".join(line for line in rendered_lines(found)[3:9])
    assert "! The old report was changed by hand" in lines
    assert "The two reports name different things: One; Two." in lines
    assert "given in the wrong order" in lines
    assert renderer("md", "diff")(found).count("\n> **") == 3


def test_several_lines_are_compared_line_by_line():
    texts = ["First line.\nSecond line.\nThird line.", "First line.\nAnother line.\nThird line."]
    old, new = ({"words": text} for text in texts)
    found = compared(report_of(QUESTIONNAIRE, old), report_of(QUESTIONNAIRE, new), QUESTIONNAIRE)
    text = "\n".join(rendered_lines(found))
    assert "    - Second line.\n    + Another line." in text
    assert "First line" not in text


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (["one"], ["one", "two"], ["    + Option two"]),
        (["one", "two"], {"status": "unsure"}, ["      Option one; Option two → Not sure"]),
        (["one", "two"], None, ["    - Option one; Option two"]),
        (None, ["one"], ["    + Option one"]),
    ],
)
def test_answers_of_several_choices(old, new, lines):
    questionnaire = tiny({"id": "several", "type": "choices", "options": {"one": 0, "two": 0}})
    given = [{} if value is None else {"several": value} for value in (old, new)]
    found = compared(*(report_of(questionnaire, item) for item in given), questionnaire)
    shown = rendered_lines(found)
    start = shown.index("* Question several? (several)")
    assert shown[start + 1 : start + 1 + len(lines)] == lines


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [(2, 3, "See the risk register."), (None, 2, "+ Risk register"), (2, None, "- Risk register")],
)
def test_a_register_is_told_by_its_risks(old, new, line):
    given = [
        {"register": [{"title": "Leak", "likelihood": likelihood, "consequence": 5}]} if likelihood else {}
        for likelihood in (old, new)
    ]
    shown = rendered_lines(compared(*(report_of(QUESTIONNAIRE, item) for item in given), QUESTIONNAIRE))
    assert line in [item.strip() for item in shown]
    assert any("Leak" in item for item in shown)


def test_spaces_alone_are_said_to_be_all():
    found = compared(
        *(report_of(QUESTIONNAIRE, {"words": text}) for text in ("a\nb" + "c" * 90, "a\n\nb" + "c" * 90)), QUESTIONNAIRE
    )
    shown = " ".join(" ".join(rendered_lines(found)).split())
    assert "looks the same, but differs: after “a”: a line break → 2 line breaks" in shown
