"""Text in Markdown stays text: what is escaped, and where; see test_outline.py for whole outlines."""

import pytest

from aiassess.render.markdown import write_markdown
from aiassess.render.outline import Item, Paragraph, Title
from support.each import each


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 50% (of 3): yes; no? it's", "plain words, 50% (of 3): yes; no? it's"),
        ("a  b\n\tc\r\nd", "a b c d"),
        ("*_`[]<|~&$#^\\", r"\*\_\`\[\]\<\|\~\&\$\#\^\\"),
        ("http://x www.x :a: a@b", r"http\://x www\.x \:a: a\@b"),
        ("10:30 and 1:2", "10:30 and 1:2"),
        ("\x1b[31m", r"\\u{1b}\[31m"),
        ("日本語 é", "日本語 é"),
    ],
)
def test_text(text, shown):
    assert write_markdown([Paragraph(text)]) == shown + "\n"


@each(
    "text, shown",
    [
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("> a", r"\> a"),
        ("=== a", r"\=== a"),
        (": a", r"\: a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("a - b", "a - b"),
        ("1 a", "1 a"),
        ("v1. a", "v1. a"),
        ("(1) a", r"\(1) a"),
        ("(a) b", r"\(a) b"),
        ("iv. a", r"iv\. a"),
        ("B) a", r"B\) a"),
        ("(@) a", r"\(@) a"),
        ("(@x) a", r"(\@x) a"),
        ("(a b) c", "(a b) c"),
        ("e.g. a", "e.g. a"),
    ],
)
def test_what_begins_an_item_or_a_paragraph(text, shown):
    assert write_markdown([Item(text)]) == f"- {shown}\n"
    assert write_markdown([Paragraph(text)]) == f"{shown}\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A b", "A b"),
        ("A Sdn. Bhd.", "A Sdn. Bhd&#46;"),
        ("www.", "www&#46;"),
        (r"a\.", r"a\\&#46;"),
        ("why?", "why?"),
    ],
)
def test_what_ends_a_heading(text, shown):
    assert write_markdown([Title(text)]) == f"# {shown}\n"
