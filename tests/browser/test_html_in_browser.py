"""The HTML report in a real browser: reachable for everybody, on any screen, on paper, and closed to the outside."""

import io
import json
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.render import renderer
from aiassess.safe import safe_text
from support.each import tiers
from support.editions import ANSWERS
from support.hostile import STRINGS

TESTS = Path(__file__).parents[1]
MM = 72 / 25.4


@cache
def report_for(name, language):
    """Return the report of an example; "hostile": that of a golden, with each of its users' texts replaced."""
    if name in ("hostile", "plain"):
        report = json.loads((TESTS / "goldens" / f"whole.{language}.json").read_text(encoding="utf-8"))
        texts = ["plain"] if name == "plain" else ["\n".join(pair) for pair in batched(STRINGS)]
        return filled(report, cycle(texts))
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    given = load_answers(ANSWERS / f"{name}.json", questionnaire)
    return build_report(score(questionnaire, given), language)


def batched(items):
    return zip(items[::2], [*items[1::2], items[0]], strict=False)


def filled(report, texts):
    report["about"] |= {key: next(texts) for key in ("system", "agency", "assessor", "classification")}
    for item in report["answers"]:
        item["note"] = next(texts)
        item["evidence"] = [{"reference": next(texts)}, {"reference": next(texts), "date": "2026-01-01"}]
        if item["label"] is None and isinstance(item["value"], str):
            item["value"] = next(texts)
    for risk in report["risks"]:
        risk |= {key: next(texts) for key in ("title", "treatment", "owner")}
    return report


@cache
def page_of(name, language="en"):
    """Return the page of ``report_for``, or a golden."""
    if name in ("partial", "whole", "settling/open", "settling/questionnaire"):
        return (TESTS / "goldens" / f"{name}.{language}.html").read_text(encoding="utf-8")
    return renderer("html")(report_for(name, language))


WELFARE = ("welfare-eligibility", "ms")
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"width": 360},
    "dark and narrow": {"color_scheme": "dark", "width": 360},
    "paper": {"media": "print"},
}
# What is small is looked at in the fast tests, once in each look; the deep ones look at whole reports.
LOOKED_AT = tiers(
    fast=[
        ("hostile", "en", "light"),
        ("whole", "en", "dark"),
        ("whole", "en", "paper"),
        ("partial", "ms", "dark and narrow"),
        ("settling/open", "en", "narrow"),
        ("settling/questionnaire", "both", "dark and narrow"),
    ],
    deep=[
        (*WELFARE, "light"),
        ("welfare-eligibility", "en", "dark and narrow"),
        ("empty", "ms", "narrow"),
        ("citizen-score", "en", "dark"),
        ("whole", "en", "narrow"),
        ("partial", "ms", "light"),
    ],
)
AS_IT_OPENS = {("welfare-eligibility", "en"), ("empty", "ms"), ("citizen-score", "en")}
"""Answers are judged unfolded in the rest; hundreds of them take a while."""


def unfold(page):
    page.evaluate("() => document.querySelectorAll('details').forEach(item => { item.open = true })")


def violations(page, axe):
    """Return what axe-core finds against its rules, those of best practice too."""
    page.evaluate(axe)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [(item["id"], [node["html"] for node in item["nodes"]]) for item in found["violations"]]


@pytest.mark.parametrize(("name", "language", "look"), LOOKED_AT)
def test_axe_finds_nothing(visit, axe, name, language, look):
    with visit(page_of(name, language), **LOOKS[look]) as page:
        if (name, language) not in AS_IT_OPENS:
            unfold(page)
        assert violations(page, axe) == []


@pytest.mark.deep
@pytest.mark.parametrize(("name", "language"), tiers(fast=[WELFARE, ("hostile", "ms")], deep=[("empty", "en")]))
def test_it_never_scrolls_sideways(visit, name, language):
    with visit(page_of(name, language), width=320) as page:
        unfold(page)
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320


def test_the_policy_is_kept_by_the_browser(visit):
    """The style is applied, and a script that got in would not run."""
    with visit(page_of(*WELFARE)) as page:
        assert page.evaluate("() => getComputedStyle(document.querySelector('.panel')).borderTopWidth") == "6px"
    forged = page_of(*WELFARE).replace("</main>", "<script>document.title = 'run'</script></main>")
    refused = False
    try:
        with visit(forged) as page:
            assert page.title() != "run"
    except AssertionError as error:
        refused = "Content Security Policy" in str(error)
    assert refused


def test_hostile_text_makes_no_element(visit):
    census = "() => [...document.querySelectorAll('*')].map(e => [e.tagName, ...[...e.attributes].map(a => a.name)].join(' '))"
    found = []
    for name in ("hostile", "plain"):
        with visit(page_of(name)) as page:
            found.append(page.evaluate(census))
    assert found[0] == found[1]


@pytest.mark.deep
def test_folded_answers_open_by_keyboard(visit):
    with visit(page_of(*WELFARE)) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
        summary = page.locator("summary").first
        answer = page.locator("#answer-1")
        assert not answer.is_visible()
        summary.focus()
        page.keyboard.press("Enter")
        assert answer.is_visible()
        page.keyboard.press("Space")
        assert not answer.is_visible()


@pytest.mark.deep
def test_a_finding_leads_to_its_answer(visit):
    """The browser opens what is folded on the way."""
    with visit(page_of(*WELFARE)) as page:
        link = page.locator(".plan a").first
        target = page.locator(link.get_attribute("href"))
        assert not target.is_visible()
        link.focus()
        page.keyboard.press("Enter")
        target.wait_for(state="visible")
        assert target.evaluate("item => item.matches(':target') && item.closest('details').open")


@pytest.mark.deep
@pytest.mark.parametrize("look", ["light", "dark"])
def test_figures_on_the_heat_map_have_contrast(visit, look):
    """axe-core does not judge drawn text."""
    pairs = """() => [...document.querySelectorAll('.matrix .cell')].map(cell =>
        [cell, cell.nextElementSibling].map(item => getComputedStyle(item).fill))"""
    with visit(page_of(*WELFARE), **LOOKS[look]) as page:
        found = {tuple(pair) for pair in page.evaluate(pairs)}
    assert len(found) == 4
    for ground, text in found:
        low, high = sorted([luminance(ground), luminance(text)])
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ground, text)


def luminance(colour):
    """Return the relative luminance (WCAG) of "rgb(r, g, b)"."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def sheets(pdf):
    """Return the sheets of a PDF, and the text of each without spaces: where it breaks lines is no matter here."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(pdf)).pages
    return pages, ["".join(page.extract_text().split()) for page in pages]


def squeezed(text):
    return "".join(safe_text(text).split())


@pytest.mark.deep
def test_paper(visit):
    """A4, every answer on it though it is folded on the screen, each sheet numbered and marked."""
    report = report_for(*WELFARE)
    with visit(page_of(*WELFARE)) as page:
        assert page.locator("details[open]").count() == 0
        pages, texts = sheets(page.pdf(prefer_css_page_size=True))
    for sheet in pages:
        assert (round(sheet.mediabox.width / MM), round(sheet.mediabox.height / MM)) == (210, 297)
    for number, text in enumerate(texts, 1):
        assert f"{number}/{len(texts)}" in text
        assert "Tidakrasmi·SkorKelayakanBantuanContoh" in text
        assert "Klasifikasi:Rasmi" in text
    whole = "".join(texts)
    for item in report["answers"]:
        assert squeezed(item["question"]) in whole
    notes = [squeezed(item["note"]) for item in report["answers"] if item["note"]]
    assert len(notes) > 20
    assert [note for note in notes if note not in whole] == []
