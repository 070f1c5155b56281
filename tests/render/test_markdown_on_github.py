"""Reports in GitHub's own renderer of Markdown, with its extensions: tables, bare links, strike-through, task lists."""

from functools import cache
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from test_hostile_text import GIVEN, ONE_LINE, STRINGS, questionnaire_with, rendered

from aiassess.render import renderer
from support.each import each
from support.hostile import AUTHORS
from support.tiny import report_of


class Shape(HTMLParser):
    """The elements of a page in their order, and what its links lead to; an address that GitHub links by itself is text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.links = []
        self.words = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        else:
            self.elements.append((tag, attrs))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.elements.append(("comment", data))


@cache
def shape(markdown):
    found = Shape()
    # "Unsafe": raw HTML, were there any, is to be seen here and not taken out beforehand.
    found.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))
    found.close()
    return found


def check_links(found):
    """Only mail addresses are linked, which no escape can keep GitHub from; each link leads where its own words say."""
    text = "".join(found.words)
    for link in found.links:
        scheme, _, address = link.partition(":")
        assert scheme in ("mailto", "xmpp")
        assert address in text


def test_the_reader_sees_what_it_looks_for():
    assert shape("<b>x</b>").elements != shape("x").elements
    assert shape("www.evil.example").links == ["http://www.evil.example"]
    with pytest.raises(AssertionError):
        check_links(shape("www.evil.example"))


PLAIN = shape(rendered("md", "plain")).elements


@each("text", [t for t in ONE_LINE if len(t.splitlines()) == 1])
def test_one_line_has_the_elements_of_plain_words(text):
    found = shape(rendered("md", text))
    assert found.elements == PLAIN
    check_links(found)


@each("text", STRINGS)
def test_several_lines_make_list_items_at_most(text):
    found = shape(rendered("md", text))
    kinds = ("ul", "li")  # a text of several lines is a list below its label
    assert [item for item in found.elements if item[0] not in kinds] == [item for item in PLAIN if item[0] not in kinds]
    check_links(found)


@each("text", AUTHORS, one_in=3)
def test_texts_of_a_questionnaire(text):
    for given in GIVEN:
        plain, hostile = (renderer("md")(report_of(questionnaire_with(words), given)) for words in ("plain", text))
        found = shape(hostile)
        assert found.elements == shape(plain).elements
        check_links(found)
