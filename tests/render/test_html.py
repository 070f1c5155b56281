"""The HTML report: whole, self-contained, in order, and nothing in it but ours; the browser's part is in tests/browser."""

import base64
import hashlib
import re
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from test_goldens import output

from aiassess import load_questionnaire
from aiassess.figures import date_words
from aiassess.kinds.parts import is_day
from aiassess.render.html.page import render_page
from aiassess.render.html.report import render_html
from aiassess.render.report.extras import Extras
from aiassess.report.chain import Link
from support.html_tree import parse_html
from support.strategies import random_answers
from support.tiny import SET_ASIDE, UNSURE, control, inherent, report_of, tiny

QUESTIONNAIRE = load_questionnaire("gpaisa@1.0.0")


@cache
def report_for(seed, language="en"):
    """Return the report of random answers to the whole questionnaire."""
    given = random_answers(QUESTIONNAIRE, Random(seed))
    return report_of(QUESTIONNAIRE, given, language, completed_at="2026-03-01T09:00:00+08:00")


@cache
def page_for(seed, language="en"):
    return parse_html(render_html(report_for(seed, language)))


REPORTS = [(seed, language) for seed in (1, 2, 3, 4) for language in ("en", "ms")]
every_report = pytest.mark.parametrize(("seed", "language"), REPORTS)


# Whole


def texts_of(item):
    """Yield what a report's answer says."""
    yield item["text"]
    yield from item["label"] if isinstance(item["label"], list) else [item["label"]]
    yield item["value"] if item["label"] is None and isinstance(item["value"], str) else None
    yield item["note"]
    for proof in item["evidence"]:
        yield proof["reference"]
        yield proof.get("date")


def as_people_write(text, item, language):
    """A date with its month by name, and a number with its thousands apart."""
    if is_day(text):
        return date_words(text, language)
    value = item.get("value")
    return (
        text.replace(str(value), f"{value:,}", 1) if isinstance(value, int | float) and text == item["label"] else text
    )


def one_line(text):
    return " ".join(text.split())


@every_report
def test_everything_of_the_report_is_there(seed, language):
    report = report_for(seed, language)
    page = page_for(seed, language)
    items = page.one("main").all("li")
    answers = {item.attributes["id"]: item for item in items if "id" in item.attributes}
    assert list(answers) == [f"answer-{place}" for place in range(1, len(report["answers"]) + 1)]
    for item, shown in zip(report["answers"], answers.values(), strict=True):
        for text in filter(None, texts_of(item)):
            assert one_line(as_people_write(text, item, language)) in shown.words
    words = page.words
    for item in report["inactive"]:
        texts = filter(None, texts_of(item))
        assert all(one_line(as_people_write(text, item, language)) in words for text in texts)
    for item in report["findings"]:
        assert item["text"] in words
        assert item["action"] in words
    for text in report["obligations"]:
        assert text in words
    for item in report["missing"]:
        assert item["text"] in words
    for item in (*report["dimensions"]["principles"], *report["dimensions"]["actors"], *report["sections"]):
        assert item["title"] in words
    for risk in report["risks"]:
        assert all(
            one_line(as_people_write(risk.get(key, ""), risk, language)) in words
            for key in ("title", "treatment", "owner", "due")
        )
    for text in (
        report["questionnaire"]["statement"],
        report["questionnaire"]["digest"],
        report["digest"],
        report["result"]["level_title"],
        *(reason["text"].replace(" -> ", " → ") for reason in report["result"]["reasons"]),
    ):
        assert text in words


@every_report
def test_findings_lead_to_the_answers_that_raised_them(seed, language):
    report = report_for(seed, language)
    page = page_for(seed, language)
    places = {item["question"]: f"#answer-{place}" for place, item in enumerate(report["answers"], 1)}
    shown = [item.one("p", class_="from").one("a") for plan in page.all("ol", class_="plan") for item in plan.all("li")]
    assert sorted(link.attributes["href"] for link in shown) == sorted(
        places[item["question"]] for item in report["findings"]
    )
    numbers = [int(plan.attributes["start"]) for plan in page.all("ol", class_="plan")]
    sizes = [len(plan.all("li")) for plan in page.all("ol", class_="plan")]
    assert numbers == [1 + sum(sizes[:place]) for place in range(len(sizes))]


def test_shares_stand_as_numbers_beside_their_bars():
    report = report_for(1)
    tables = [[row.words for row in table.all("tr")[1:]] for table in page_for(1).all("table", class_="bars")]
    scores, principles, actors = tables
    for rows, items in (
        (scores, [report["result"][key] for key in ("inherent", "controls", "residual")]),
        (principles, report["dimensions"]["principles"]),
        (actors, report["dimensions"]["actors"]),
    ):
        for row, item in zip(rows, items, strict=True):
            shown = "not measured" if item["percent"] is None else f"{item['percent']}%"
            assert f" {shown}" in row
    assert page_for(1).all("svg", class_="bar")


# In order


@every_report
def test_the_frame(seed, language):
    page = page_for(seed, language)
    assert page.attributes == {"lang": language}
    assert [child.tag for child in page.one("body").children if not isinstance(child, str)] == [
        "a",
        "svg",
        "header",
        "nav",
        "main",
    ]
    levels = [int(node.tag[1]) for node in page.all() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = [node.attributes["href"] for node in page.all("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    named = {name for node in page.all() for name in node.attributes.get("aria-labelledby", "").split()}
    assert named <= set(ids)
    contents = [link.words for link in page.one("nav").all("a")]
    assert contents == [node.words for node in page.one("main").all("h2")]


# Self-contained


@every_report
def test_nothing_is_fetched_and_nothing_runs(seed, language):
    text = render_html(report_for(seed, language))
    page = parse_html(text)
    tags = {node.tag for node in page.all()}
    assert not tags & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "use",
        "image",
        "foreignobject",
    }
    for node in page.all():
        for key, value in node.attributes.items():
            assert not key.startswith("on")
            assert key not in ("style", "src", "srcset", "xlink:href", "action", "ping")
            assert key != "href" or value.startswith("#")
    style = page.one("style").text
    assert not re.search(r"@import|url\((?!#)|expression|<", style)
    policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# What the report says


TINY = tiny(
    inherent("risk", findings=[{"on": ["all"], "severity": "critical"}]),
    control("guard", principles=["fair"], actors=["owner"], not_applicable=True),
    levels=[
        {"id": "low", "title": "Low", "ready_at": {"controls": 60, "each_principle": 70}, "approval": "The head"},
        {"id": "banned", "title": "Banned", "stop": True, "approval": "Nobody"},
    ],
    rules=[{"when": {"question": "risk", "is": "some"}, "level": "banned"}],
)


def tiny_page(**given):
    return parse_html(render_html(report_of(TINY, given)))


def test_what_a_level_asks_of_principles_is_marked():
    page = tiny_page(risk="none", guard="half")
    table = page.all("table", class_="bars")[1]
    assert "70% needed" in table.words
    assert table.one("line", class_="mark").attributes["x1"] == "70%"
    assert table.one("rect", class_="filled-short").attributes["width"] == "50%"
    assert "is at 70%" in page.words


def test_nothing_is_marked_where_nothing_is_short():
    page = tiny_page(risk="none", guard="yes")
    assert not page.all("line", class_="mark")
    assert not page.all("rect", class_="filled-short")
    assert "needed" not in page.words


def test_what_is_not_measured_is_said_so():
    table = tiny_page(risk="none", guard=SET_ASIDE).all("table", class_="bars")[1]
    assert "not measured" in table.words
    assert table.one("rect", class_="unmeasured")
    assert not table.all("rect", class_="filled")


@pytest.mark.parametrize(
    ("given", "signs"),
    [
        ({"risk": "none", "guard": "yes"}, True),
        ({"risk": "none", "guard": "half"}, True),
        ({"risk": "all", "guard": "yes"}, False),
        ({"risk": "none"}, False),
        ({"risk": "some", "guard": "yes"}, False),
    ],
    ids=["ready", "conditional", "hold", "incomplete", "stop"],
)
def test_nobody_is_asked_to_sign_what_may_not_go_on(given, signs):
    page = tiny_page(**given)
    signatures = page.one("table", class_="signatures")
    assert ("The head" in signatures.words) is signs
    assert "Nobody" not in signatures.words
    assert len(signatures.all("tr")) == 2 + signs


def test_an_incomplete_report_shows_the_range_and_what_is_missing():
    page = tiny_page(guard=UNSURE)
    assert "Level once nothing is missing: between Low and Banned" in page.words
    links = [node.attributes["href"] for node in page.one("section", **{"aria-labelledby": "missing"}).all("a")]
    assert links == ["#answer-1", "#answer-2"]
    assert any(node.attributes["href"] == "#missing" for node in page.one("main").all("a"))


def test_a_notice_stands_first_and_revisions_last():
    report = report_for(1)
    facts = {
        "completed_at": "2025-03-01T09:00:00+08:00",
        "system": "<b>",
        "level_title": "High",
        "verdict": "hold",
        "residual": "50%",
    }
    chain = (
        Link("sha256:1", "new.json", facts),
        Link("sha256:2", "<i>.json", facts),
        Link("sha256:3", trouble="absent"),
    )
    page = parse_html(render_html(report, Extras("Changed <b>.", chain)))
    assert page.one("header").words.startswith("Changed <b>.")
    heads = [node.words for node in page.all("h2")]
    assert heads[0] == "Contents"
    assert heads[-1] == "Revisions"
    rows = [row.words for row in page.one("table", **{"aria-labelledby": "revisions"}).all("tr")[1:]]
    expected = ["this report", "<i>.json", "not among the reports given"]
    for row, text, digest in zip(rows, expected, ("sha256:1", "sha256:2", "sha256:3"), strict=True):
        assert text in row
        assert row.endswith(digest)
    assert rows[1].startswith("2025-03-01 High Hold 50%")
    assert "Revisions" not in page_for(1).words


def test_a_template_that_prints_nothing_known_is_a_fault():
    with pytest.raises(TypeError, match="None"):
        render_page(
            "report/masthead.html", lang="en", title="", notice=None, made={"statement": None}, about={}, system=""
        )


def test_the_languages_share_nothing_but_what_people_wrote_in_html():
    english, malay = (parse_html(output("partial", language, "html")) for language in ("en", "ms"))
    assert len(english.all()) == len(malay.all())
    assert words_of(english) & words_of(malay) == {
        "Status",
        *("Art. 5(1)(c)", "Art. 9", "Art. 13"),
        "English",
        "It discriminates",
        "The vendor has been asked.",
        "Given before the system was withdrawn from the public.",
        "To be asked.",
    }


def words_of(page):
    """Return the texts of the page's elements that have words, less digests, ids and versions."""
    texts = {child.strip() for node in page.one("body").all() for child in node.children if isinstance(child, str)}
    return {
        text
        for text in texts
        if re.search("[A-Za-z]{2}", text) and not re.fullmatch(r"sha256:\w+|[a-z_]+|(golden|aiassess) [\d.]+", text)
    }


def test_a_question_left_to_somebody_says_to_whom():
    questionnaire = tiny(inherent(), control(actors=["ictso"]))
    html = render_html(report_of(questionnaire, {"guard": {"status": "unsure", "for": "ictso"}}))
    assert "(Not sure, waits for: Ictso)" in html
