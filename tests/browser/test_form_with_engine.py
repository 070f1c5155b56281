"""The form that scores, in a real browser, from its file: level, result and papers are those of the command line."""

import json
from pathlib import Path
from random import Random

import pytest
from test_form_in_browser import (
    EXAMPLES,
    GPAISA,
    assert_same_report,
    document_file,
    fill_in,
    go,
    press,
    saved_by,
)
from test_html_in_browser import LOOKS, violations

from aiassess import load_answers, score
from aiassess.cli.handler import run
from support.form_pages import form_page
from support.hostile import STRINGS
from support.pages import wait_for
from support.strategies import random_answers
from support.tiny import answers_document

PAPERS = ("report.json", "report.html", "decision.html")
LEVEL = "() => document.getElementById('level').textContent"
LISTEN = """() => {
  Object.assign(window, { said: [], paled: 0 });
  new MutationObserver(() => said.push(level.textContent)).observe(level, { childList: true });
  new MutationObserver(() => paled++).observe(level, { attributeFilter: ["class"] });
}"""
WORKERS = """
  Object.assign(window, { workers: [], asked: 0 });
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      workers.push(this);
    }
    postMessage(...given) {
      window.asked++;
      super.postMessage(...given);
    }
  };
"""
MANY = sorted(file.name for file in EXAMPLES.glob("*.json") if "2025" not in file.name)

pytestmark = pytest.mark.deep


@pytest.fixture(scope="module")
def pages(runtime):
    """The form that scores, in English and Malay."""
    return {lang: form_page(GPAISA, lang, engine=runtime) for lang in ("en", "ms")}


def wait_for_level(page, words=("Level:", "Tahap:")):
    test = "words => words.some((word) => document.querySelector('.level:not(.old)')?.textContent.startsWith(word))"
    wait_for(page, test, list(words), seconds=120)


def papers_by(page, hand):
    """Return the text of each paper that the result hands over; ``hand``: what presses its button."""
    page.wait_for_selector("#result:visible")
    found = {}
    for name in PAPERS:
        with page.expect_download() as download:
            hand(name.replace(".", "-"))
        assert download.value.suggested_filename == name
        found[name] = Path(download.value.path()).read_bytes()
    return found


def by_command_line(answers, folder):
    """Return the bytes of the same papers, as the commands write them."""
    folder.mkdir(exist_ok=True)
    report, page, decision = (folder / name for name in PAPERS)
    assert run(["score", str(answers), "-o", str(report), "-o", str(page)]) == 0
    assert run(["render", str(report), "--format", "decision", "-o", str(decision)]) == 0
    return {name: (folder / name).read_bytes() for name in PAPERS}


def test_it_stays_under_9_mb(pages):
    assert max(len(page.encode()) for page in pages.values()) < 9_000_000


def test_a_whole_interview_by_keyboard_is_scored_as_by_the_command_line(opened, pages, tmp_path):
    with opened(pages["ms"]) as page:
        asked = fill_in(page)
        text = saved_by(page, "save-at-end")
        wait_for_level(page, ["Tahap: Risiko"])
        papers = papers_by(page, lambda name: press(page, name))
    assert_same_report(text)
    file = document_file(tmp_path, text)
    assert papers == by_command_line(file, tmp_path / "by-commands")
    with opened(pages["ms"]) as page:
        page.set_input_files("#file", file)
        wait_for(page, "name => document.getElementById('told').textContent.includes(name)", file.name)
        assert f"{len(asked)} dijawab" in page.inner_text("#progress")
        assert saved_by(page) == text
        wait_for_level(page)
        go(page, "Semakan")
        assert papers_by(page, lambda name: page.click(f"#{name}")) == papers


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_every_example_gives_the_same_bytes(opened, pages, tmp_path, lang):
    with opened(pages[lang]) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        for name in MANY:
            page.set_input_files("#file", EXAMPLES / name)
            wait_for(page, "name => document.getElementById('told').textContent.includes(name)", name)
            go(page, {"en": "Review", "ms": "Semakan"}[lang])
            wait_for_level(page)
            papers = papers_by(page, lambda each: page.click(f"#{each}"))
            with page.expect_download() as download:
                page.click("#save")
            answers = Path(download.value.path())
            assert papers == by_command_line(answers, tmp_path / f"by-{name}"), name
            assert json.loads(papers["report.json"])["questionnaire"]["language"] == lang
            level = json.loads(papers["report.json"])["result"]["level_title"]
            assert level in page.evaluate(LEVEL)


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_any_answers_give_the_same_bytes(opened, pages, tmp_path, lang):
    with opened(pages[lang]) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        go(page, {"en": "Review", "ms": "Semakan"}[lang])
        random = Random(lang)
        for number in range(12):
            given = random_answers(GPAISA, random, omit=0.3, proven=0.5, waiting=0.3)
            file = tmp_path / f"{number}.json"
            file.write_text(json.dumps(spoiled(answers_document(GPAISA, given), random)), encoding="utf-8")
            page.set_input_files("#file", file)
            wait_for(page, "name => document.getElementById('told').textContent.includes(name)", file.name)
            wait_for_level(page)
            papers = papers_by(page, lambda each: page.click(f"#{each}"))
            answers = document_file(tmp_path, saved_by(page))
            assert load_answers(answers, GPAISA).answers == load_answers(file, GPAISA).answers
            assert papers == by_command_line(answers, tmp_path / "by-commands"), number


def spoiled(data, random, key=None):
    """Return answers with hostile words wherever somebody writes some."""
    if isinstance(data, dict):
        return {name: spoiled(item, random, name) for name, item in data.items()}
    if isinstance(data, list):
        return [spoiled(item, random, key) for item in data]
    written = key in ("note", "reference", "title", "treatment", "owner")
    return f"{random.choice(STRINGS)} {random.randrange(10)}" if written else data


def test_the_level_follows_what_is_typed_and_is_not_said_at_each_key(opened, pages):
    with opened(pages["en"]) as page:
        assert "in a few seconds" in page.evaluate(LEVEL)
        go(page, "System profile")
        page.fill("#q-system_name-value", "before it is ready")
        wait_for_level(page)
        assert page.get_attribute("#level", "role") == "status"
        page.evaluate(LISTEN)
        page.locator("#q-system_name-value").press_sequentially("a name of many letters")
        wait_for_level(page)
        assert page.evaluate("() => said") == []
        assert page.evaluate("() => paled") > 0
        go(page, "Prohibited-use screen")
        first = GPAISA.sections[1].questions[0]
        page.check(f"#q-{first.id}-yes")
        wait_for_level(page)
        assert page.evaluate("() => said.at(-1)").startswith("Level: Prohibited")
        page.click("#in-ms")
        wait_for_level(page, ["Tahap:"])
        assert page.get_attribute("#level", "lang") == "ms"


def test_a_worker_that_stops_is_started_again(browser, pages, tmp_path):
    page = browser.new_page(accept_downloads=True)
    page.add_init_script(WORKERS)
    page.clock.install()
    file = tmp_path / "form.html"
    file.write_text(pages["en"], encoding="utf-8", newline="\n")
    page.goto(file.as_uri())
    go(page, "System profile")
    for number in range(3):
        wait_for_level(page)
        before = page.evaluate("() => (workers.at(-1).terminate(), asked)")
        page.fill("#q-system_name-value", f"after {number}")
        wait_for(page, "before => asked > before", before)
        page.clock.fast_forward(31_000)
        wait_for(page, "() => !document.querySelector('.level.old')")
    assert "cannot work out the level" in page.evaluate(LEVEL)
    assert "after 2" in saved_by(page)
    page.close()


@pytest.mark.parametrize("how", ["no WebAssembly", "a policy"])
def test_without_webassembly_it_says_so_and_stays_usable(browser, pages, tmp_path, how):
    page = browser.new_page(accept_downloads=True)
    if how == "no WebAssembly":
        page.add_init_script("delete globalThis.WebAssembly")
    file = tmp_path / "form.html"
    file.write_text(pages["ms"].replace(" 'wasm-unsafe-eval'", "" if how == "a policy" else " 'wasm-unsafe-eval'"))
    page.goto(file.as_uri())
    wait_for_level(page, ["Pelayar ini tidak dapat mengira tahap"])
    assert fill_in(page) == [*score(GPAISA, load_answers(EXAMPLES / "spam-filter.json", GPAISA)).marks]
    assert not page.is_visible("#result")
    assert_same_report(saved_by(page, "save-at-end"))
    page.close()


@pytest.mark.parametrize("look", ["light", "dark and narrow"])
def test_axe_finds_nothing_with_the_result(opened, axe, pages, look):
    with opened(pages["ms"], **LOOKS[look]) as page:
        assert violations(page, axe) == []
        page.set_input_files("#file", EXAMPLES / "welfare-fraud-claim.json")
        wait_for_level(page)
        go(page, "Semakan")
        page.click("#report-json")
        wait_for(page, "() => document.getElementById('told').textContent.includes('report.json')")
        assert violations(page, axe) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
