"""The public record and the register in a real browser: for everybody, on any screen, and searched without a network."""

from functools import cache

import pytest
from test_html_in_browser import LOOKS, violations

from aiassess.render import renderer
from aiassess.render.html.register import Entry, Part, RegisterPages
from aiassess.render.public import public_record
from support.each import tiers
from support.hostile import STRINGS
from support.tiny import EVERY_TYPE, report_of, tiny

QUESTIONS = [
    {**item, "required": False} | ({} if item["type"] == "risks" else {"public": True})
    for item in EVERY_TYPE.document["sections"][0]["questions"]
]
TINY = tiny(*QUESTIONS, subject={"system": "words", "agency": "words"})
PAGES = RegisterPages("ms", [("en", "For a test.")], 4, {"public_classified": 2, "refused": 1})
ENTRIES = [
    Entry("Penapis É-mel", "Jabatan A", "Minimal risk", "Live", "1 Mac 2026", "1 Mac 2028", "systems/a.html"),
    Entry("Bot sembang", "Jabatan B", "Limited risk", "Live", "2 Mac 2026", "2 Mac 2027", "systems/b.html"),
    Entry("Bot kelayakan", "Jabatan B", "High risk", "Pilot", "3 Mac 2026", "3 Sep 2026", "systems/c.html"),
    *(Entry(text, text, text, "Live", "-", "-", "systems/d.html") for text in STRINGS),
]


@cache
def page_of(name):
    if name == "record":
        return renderer("html", "public")(
            public_record(report_of(TINY, {"words": STRINGS[0], "several": ["one", "two"], "count": 3}), "sha256:0")
        )
    if name == "parts":
        return PAGES.of_parts([Part("part-1.html", text, text, 5000) for text in STRINGS])
    return PAGES.of_entries(ENTRIES if name == "hostile" else ENTRIES[:3])


@pytest.mark.parametrize(
    ("name", "look"),
    tiers(
        fast=[("record", "dark and narrow"), ("register", "light"), ("hostile", "dark and narrow")],
        deep=[("record", "paper"), ("register", "dark"), ("register", "paper"), ("parts", "narrow")],
    ),
)
def test_axe_finds_nothing(visit, axe, name, look):
    with visit(page_of(name), **LOOKS[look]) as page:
        assert violations(page, axe) == []


def listed(page):
    rows = "() => [...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility())"
    return page.evaluate(f"({rows})().map((row) => row.cells[0].textContent)")


def test_search_by_words_agency_and_level(visit):
    with visit(page_of("register")) as page:
        assert len(listed(page)) == 3
        page.get_by_role("searchbox").fill("BOT 2026")
        assert listed(page) == ["Bot sembang", "Bot kelayakan"]
        assert page.get_by_role("status").text_content() == "2 daripada 3 dipaparkan"
        page.get_by_label("Tahap").select_option("High risk")
        assert listed(page) == ["Bot kelayakan"]
        page.get_by_role("searchbox").fill("")
        page.get_by_label("Tahap").select_option(index=0)
        page.get_by_label("Agensi").select_option("Jabatan A")
        assert listed(page) == ["Penapis É-mel"]
        page.get_by_role("searchbox").fill("nowhere")
        assert listed(page) == []


@pytest.mark.parametrize("name", ["register", "hostile"])
def test_on_a_telephone_the_page_is_no_wider_than_the_window(visit, name):
    with visit(page_of(name), **LOOKS["narrow"]) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("tbody td").first.evaluate("(name) => name.offsetWidth > 100")


def test_every_agency_can_be_chosen_whatever_its_name(visit):
    with visit(page_of("hostile")) as page:
        for place in range(1, page.locator("#agency option").count()):
            page.get_by_label("Agensi").select_option(index=place)
            assert listed(page), place


def test_without_script_the_table_is_whole_and_nothing_else_is_offered(browser, tmp_path):
    file = tmp_path / "index.html"
    file.write_text(page_of("register"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.get_by_role("row").count() == 4
    assert page.get_by_role("searchbox").count() == 0
    context.close()
