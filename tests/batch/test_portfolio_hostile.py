"""Names of systems and agencies, and the texts of a questionnaire, come out of a summary as text, in every format."""

import json
import re
from collections import Counter
from functools import cache

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

from aiassess.batch.columns import Layout
from aiassess.batch.portfolio.agencies import one_name
from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import PORTFOLIO_FORMATS, renderer
from aiassess.safe import safe_line
from support.each import each
from support.hostile import AUTHORS, STRINGS, controls_in
from support.html_tree import parse_html
from support.portfolios import AS_OF, LAYOUT, built, row, summary
from support.tiny import control, document, inherent

READER = MarkdownIt("gfm-like", {"linkify": False})


@cache
def data_with(*texts):
    """Return a summary in which each text names systems and an agency on every list."""
    facts = {"reassess_due": "2020-01-01", "principle_fair": 20}
    both = [(text, verdict) for text in texts for verdict in ("stop", "hold")]
    return summary([row(system=text, agency=text, verdict=verdict, **facts) for text, verdict in both])


@cache
def rendered(name, *texts):
    return renderer(name, "portfolio")(data_with(*texts))


@cache
def read(markdown):
    """Return what a reader of Markdown makes of a text: its blocks in order, inline things of each kind, and its words."""
    tokens = READER.parse(markdown)
    blocks = [(token.type, token.tag, token.level) for token in tokens if token.type != "inline"]
    spans = Counter(child.type for token in tokens for child in token.children or () if child.type != "text")
    words = "".join(child.content for token in tokens for child in token.children or ())
    return blocks, spans, words


@cache
def on_github(markdown):
    """Return the elements that GitHub's renderer makes; mail addresses are the only links it makes by itself."""
    page = github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return re.findall(r"<(?!/?a[ >])[^>]*>", page), re.findall(r'href="(?!mailto:|xmpp:)[^"]*"', page)


def check_lines(markdown):
    """What markdownlint asks by default, as far as a text could break it."""
    lines = markdown.split("\n")
    headings = [line for line in lines if line.startswith("#")]
    assert len(set(headings)) == len(headings)  # MD024
    assert headings[0].startswith("# ")  # MD041
    assert lines[-1] == "" != lines[-2]  # MD047
    for before, line in zip(["", *lines], lines[:-1], strict=False):
        assert line == line.rstrip()  # MD009
        assert before or line or before == line == lines[0]  # MD012
        assert "\t" not in line  # MD010
        if line.startswith(("#", ">")) or before.startswith("#"):
            assert before == "" or line == ""  # MD022
        if line.startswith("- ") and not before.startswith("- "):
            assert before == ""  # MD032


@each("text", STRINGS, one_in=3)
def test_names_are_no_markdown(text):
    markdown = rendered("md", text)
    blocks, spans, words = read(markdown)
    assert (blocks, spans) == read(rendered("md", "plain"))[:2]
    assert safe_line(one_name(text)) in words
    assert on_github(markdown) == on_github(rendered("md", "plain"))
    check_lines(markdown)


BATCH = 12


@pytest.mark.parametrize("start", range(0, len(STRINGS), BATCH))
def test_names_are_no_html(start):
    texts = STRINGS[start : start + BATCH]
    page, plain = (parse_html(rendered("html", *words)) for words in (texts, [f"plain {n}" for n in range(len(texts))]))
    assert page.shape() == plain.shape()
    for text in texts:
        assert " ".join(safe_line(one_name(text)).split()) in page.words


@each("text", STRINGS, one_in=3)
@each("name", PORTFOLIO_FORMATS)
def test_no_control_characters_in_any_output(text, name):
    output = rendered(name, text)
    if name == "json":
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
        assert json.loads(output) == data_with(text)
    else:
        assert controls_in(output) == []
    assert output.endswith("\n")
    assert "\r" not in output
    output.encode()  # no lone surrogate


# Texts of a questionnaire's author: trusted, and still no markup


@cache
def data_by(text):
    data = document(
        {"id": "name"},
        {"id": "sort", "options": {"old": 0, "new": 0}},
        inherent("harm"),
        control("guard", principles=["fair"], findings=[{"on": ["no"], "severity": "critical", "text": text}]),
        subject={"system": "name", "agency": "name", "kind": "sort"},
        id="alpha",
    )
    data["title"] = data["provenance"]["statement"] = text
    for item in (*data["dimensions"]["principles"], *data["levels"]):
        item["title"] = text
    for question in data["sections"][0]["questions"]:
        for option in question.get("options", []):
            option["label"] = text
    questionnaire = build_questionnaire(data)
    layout = Layout([questionnaire])
    given = {"findings_critical": 1, "critical_findings": f"guard.{questionnaire.by_id['guard'].findings[0].id}"}
    values = dict(zip([column.name for column in LAYOUT.judged], row(verdict="hold", **given), strict=True))
    portfolio = Portfolio(layout, AS_OF, ranks_of([questionnaire]))
    portfolio.add(tuple(values.get(column.name) for column in layout.judged))
    return built(portfolio, None, [questionnaire])


@cache
def rendered_by(name, text):
    return renderer(name, "portfolio")(data_by(text))


@each("text", AUTHORS, one_in=3)
def test_texts_of_a_questionnaire_are_no_markdown(text):
    assert read(rendered_by("md", text))[:2] == read(rendered_by("md", "plain"))[:2]
    check_lines(rendered_by("md", text))


@each("text", AUTHORS[::3])
def test_texts_of_a_questionnaire_are_no_html(text):
    assert parse_html(rendered_by("html", text)).shape() == parse_html(rendered_by("html", "plain")).shape()
