"""What is said comes out as text, whatever it holds and wherever it stands; markup is made by nodes alone."""

import io
from fractions import Fraction

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from aiassess.render.markdown import write_markdown
from aiassess.render.outline import (
    Bar,
    Bars,
    Column,
    Fact,
    Item,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Title,
    code,
    fact,
    on_page,
    on_screen,
    page,
    pieces,
    screen,
    shown,
    strong,
)
from aiassess.render.text import print_outline, write_text
from support.each import each
from support.hostile import ONE_LINE, STRINGS, controls_in


@each(
    "said, found",
    [
        ("", []),
        (("", ()), []),
        (" a \n b ", [("a b", "")]),
        (("a", "b"), [("ab", "")]),
        (("a ", strong(" b "), " c"), [("a ", ""), ("b ", "strong"), ("c", "")]),
        ((strong("a"), " "), [("a", "strong")]),
        ((page("p"), screen("s")), [("s", "")]),
        (screen(("a", strong("b")), "quiet"), [("a", "quiet"), ("b", "strong")]),
        (("\x1b", code("\x1b")), [(r"\u{1b}", ""), (r"\u{1b}", "code")]),
    ],
)
def test_pieces(said, found):
    assert pieces(said, "screen") == found


def test_what_a_medium_shows():
    both, empty = Paragraph("both"), Section("empty", [on_page(Paragraph("page"))])
    outline = [both, empty, Fact(""), Table([], []), on_screen(on_page(both), Title("screen"))]
    assert list(shown(outline, "screen")) == [both, Title("screen")]
    assert list(shown(outline, "page")) == [both, empty]


OUTLINE = [
    Title("Title."),
    Quote("one"),
    Quote(Span("two", "alarm")),
    Section("Facts", [fact("level", "High", "stop"), Fact(("id: ", code("abc")), [Item("below"), Fact("this")])]),
    Section("", [Item("1. a", [Item("- b")]), Paragraph("2) c")]),
    Section(
        "Changes",
        [
            Section(
                "inner",
                [
                    Item(text, [Item(text, (), "", sign)], "", sign)
                    for text, sign in (("same", ""), ("went", "-"), ("came", "+"))
                ],
            )
        ],
    ),
    Section(
        "Table", [Table([Column("a|b"), Column("n", numeric=True)], [Row([code("x|y"), "1"]), Row([strong("*"), ""])])]
    ),
    Section("Bars", [Bars([Bar("half", Fraction(50), ["50%", "1/2"]), Bar("none", None, ["–", ""])])]),
]


def test_markdown():
    assert (
        write_markdown(OUTLINE)
        == r"""# Title&#46;

> one
>
> **two**

## Facts

- level: **High**
- id: `abc`
  - below
  - this

- 1\. a
  - \- b

2\) c

## Changes

### inner

- same
  - same
- − went
  - − went
- \+ came
  - \+ came

## Table

| a\|b | n |
| --- | ---: |
| x\|y | 1 |
| **\*** | |

## Bars

- half: 50%, 1/2
- none: –,
"""
    )


def test_text():
    assert (
        write_text(OUTLINE, width=30, ascii_only=True)
        == """Title.
one
two

Facts
level: High
id: abc
  - below
  this

- 1. a
  - - b
2) c

Changes
inner
* same
      same
- went
    - went
+ came
    + came

Table
a|b  n
x|y  1
*

Bars
half 50% 1/2
none   –
"""
    )


def test_bars_on_a_wide_screen():
    *_, half, none = write_text(OUTLINE, width=60, ascii_only=True).splitlines()
    assert "##########.......... 50% 1/2" in half
    assert "." not in none


@pytest.mark.parametrize(("width", "text"), [(69, "a to b"), (70, "old  new\na    b")])
def test_a_narrow_screen_has_no_table_where_rows_say_how_else(width, text):
    table = Table([Column("old"), Column("new")], [Row(["a", "b"], brief="a to b")])
    assert write_text([table], width=width) == text + "\n"


def test_a_long_item_is_wrapped_beside_its_mark_and_loses_nothing():
    item = Item("word " * 9 + "x" * 40, [Fact("y" * 30)])
    lines = write_text([item], width=20).splitlines()
    assert all(line[:2] == ("  " if place else "- ") and cell_len(line) <= 20 for place, line in enumerate(lines))
    assert "".join(lines).count("x") == 40


def test_looks_are_colours_on_a_screen():
    buffer = io.StringIO()
    print_outline([Paragraph(Span("stop", "stop"))], Console(file=buffer, force_terminal=True, color_system="standard"))
    assert "\x1b[" in buffer.getvalue()


def everywhere(text):
    """Return an outline with a text in every place that takes one."""
    said = (text, " ", strong(text), " ", code(text), text)
    items = [kind(said, [Fact(text), Item(said)]) for kind in (Fact, Item)]
    signed = [Item(text, [Item(text, sign=sign)], sign=sign) for sign in ("", "-", "+")]
    table = Table([Column(text), Column(text)], [Row([text, said], brief=said)])
    inner = Section(said, [Paragraph(text), Bars([Bar(text, Fraction(1), [text])]), table])
    return [Title(said), Quote(text), Quote(said), Section(text, [*items, *signed, Paragraph(said), inner])]


READERS = {"commonmark": MarkdownIt("commonmark"), "gfm": MarkdownIt("gfm-like", {"linkify": False})}


def shape(markdown, reader):
    tokens = READERS[reader].parse(markdown)
    spans = [
        child.type for token in tokens for child in token.children or () if child.type not in ("text", "code_inline")
    ]
    return [(token.type, token.tag, token.level) for token in tokens], spans


@each("text", [text for text in ONE_LINE if text.strip()])
@each("reader", READERS)
def test_any_text_has_the_shape_of_plain_words(text, reader):
    assert shape(write_markdown(everywhere(text)), reader) == shape(write_markdown(everywhere("plain")), reader)


@each("text", STRINGS)
def test_no_control_characters(text):
    for written in (write_markdown(everywhere(text)), write_text(everywhere(text))):
        assert controls_in(written) == []
