"""The form in a real browser, from its file: by keyboard alone, and with everything that it keeps, saves and opens."""

import json
from pathlib import Path

import pytest
from test_html_in_browser import LOOKS, sheets, violations

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answer_data, answers_data
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from support.each import tiers
from support.form_pages import form_page
from support.hostile import STRINGS
from support.pages import wait_for
from support.tiny import tiny

EXAMPLES = Path(__file__).parents[2] / "examples"
GPAISA = load_questionnaire("gpaisa")
FOCUS = "() => document.activeElement.id"
MOST_TABS = 80


# By keyboard


def tab_to(page, *wanted):
    """Press Tab until one of these elements has the focus; return its id."""
    for _ in range(MOST_TABS):
        focus = page.evaluate(FOCUS)
        if focus in wanted:
            return focus
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by Tab; the focus is at {focus}")


def press(page, name, key="Enter"):
    tab_to(page, name)
    page.keyboard.press(key)


def write(page, name, text):
    tab_to(page, name)
    page.keyboard.insert_text(text)


def write_day(page, name, day):
    """Type a day into its field: month, day and year, as this browser's language has them."""
    tab_to(page, name)
    page.keyboard.type(f"{day[5:7]}{day[8:10]}{day[:4]}")


def choose(page, question, value):
    """Choose with arrows, from the first option on."""
    ids = [f"q-{question.id}-{option.id}" for option in question.options]
    tab_to(page, ids[0])
    page.keyboard.press("Space")
    for _ in range([option.id for option in question.options].index(value)):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS) == f"q-{question.id}-{value}"


def answer(page, question, entry):
    name = f"q-{question.id}"
    value = entry.get("value")
    if entry.get("status"):
        kind = "ArrowDown" if question.type == "choice" else "Space"
        if question.type == "choice":
            tab_to(page, f"{name}-{question.options[0].id}")
            for _ in range(len(question.options) + (entry["status"] == "not_applicable")):
                page.keyboard.press(kind)
        else:
            press(page, f"{name}-is-{entry['status']}", kind)
    elif question.type == "choice":
        choose(page, question, value)
    elif question.type == "choices":
        for option in value:
            press(page, f"{name}-{option}", "Space")
    elif question.type == "date":
        write_day(page, f"{name}-value", value)
    elif question.type == "risks":
        for place, risk in enumerate(value):
            press(page, f"{name}-risk-add")
            for part, field in enumerate(RISK):
                if field in risk:
                    write_part(page, f"{name}-risk-{place}-{part}", field, risk[field])
    else:
        write(page, f"{name}-value", str(value))


RISK = (
    *("title", "likelihood", "consequence", "treatment"),
    *("residual_likelihood", "residual_consequence", "owner", "due"),
)


def write_part(page, name, field, value):
    if field == "due":
        write_day(page, name, value)
    elif isinstance(value, int):
        tab_to(page, name)
        page.keyboard.type(str(value))
    else:
        write(page, name, value)


def add_note_and_evidence(page, question, entry):
    name = f"q-{question.id}"
    if not entry.get("note") and not entry.get("evidence"):
        return
    if not page.evaluate("id => document.getElementById(id).closest('details').open", f"{name}-note"):
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            inside = "id => document.activeElement === document.getElementById(id).closest('details').firstChild"
            if page.evaluate(inside, f"{name}-note"):
                break
        page.keyboard.press("Enter")
    if entry.get("note"):
        write(page, f"{name}-note", entry["note"])
    for place, item in enumerate(entry.get("evidence", [])):
        press(page, f"{name}-evidence-add")
        write(page, f"{name}-evidence-{place}-0", item["reference"])
        if "date" in item:
            write_day(page, f"{name}-evidence-{place}-1", item["date"])


def saved_by(page, name="save"):
    with page.expect_download() as download:
        press(page, name)
    return Path(download.value.path()).read_text(encoding="utf-8")


def open_file(page, file, key="Enter"):
    with page.expect_file_chooser() as chooser:
        press(page, "open", key)
    chooser.value.set_files(file)
    wait_for(page, "() => document.activeElement.id === 'told'")


EXAMPLE = load_answers(EXAMPLES / "spam-filter.json", GPAISA)
ENTRIES = {name: answer_data(item) for name, item in EXAMPLE.answers.items()}


def fill_in(page):
    """Fill in the spam filter of the examples, question by question, up to the review; return which were asked."""
    press(page, "turns")
    write(page, "about-assessor", EXAMPLE.about.assessor)
    write(page, "about-classification", EXAMPLE.about.classification)
    press(page, "next")
    asked = []
    while (heading := page.evaluate("() => document.querySelector('#main .question')?.id ?? null")) is not None:
        question = GPAISA.by_id[heading.removeprefix("q-")]
        asked.append(question.id)
        if question.id in ENTRIES:
            answer(page, question, ENTRIES[question.id])
            add_note_and_evidence(page, question, ENTRIES[question.id])
        press(page, "next")
    return asked


def assert_same_report(text):
    """The file is as Python writes it, and its report is that of the example but for the times, byte for byte."""
    answers = check_answers(json.loads(text), GPAISA, "answers.json")
    assert text == to_json(answers_data(answers, GPAISA.by_id))
    assert json.loads(text)["answers"] == {name: ENTRIES[name] for name in GPAISA.by_id if name in ENTRIES}
    again = json.loads(text)
    assert again["about"]["completed_at"] > again["about"]["started_at"]
    again["about"] |= {"started_at": EXAMPLE.about.started_at, "completed_at": EXAMPLE.about.completed_at}
    mine = check_answers(again, GPAISA, "answers.json")
    assert to_json(build_report(score(GPAISA, mine))) == to_json(build_report(score(GPAISA, EXAMPLE)))


def test_a_whole_interview_by_keyboard(opened, tmp_path):
    with opened(form_page(GPAISA, "ms")) as page:
        asked = fill_in(page)
        assert asked == [*score(GPAISA, EXAMPLE).marks]
        text = saved_by(page, "save-at-end")
        assert "answers.json" in page.inner_text("#told")
    assert_same_report(text)
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    with opened(form_page(GPAISA, "en")) as page:
        open_file(page, file)
        assert "answers.json is open" in page.inner_text("#told")
        assert f"{len(asked)} answered, none left" in page.inner_text("#progress")
        assert json.loads(saved_by(page))["answers"] == json.loads(text)["answers"]


# What it looks like to whom

RATED = {"id": "risks", "type": "risks", "evidence": "expected", "not_applicable": True}
OTHER = {"id": "other", "label": "Other", "asks_note": True}
EVERY = tiny(
    {"id": "pick", "options": {"no": 0, "yes": 0}, "not_applicable": True, "actors": ["owner"]},
    {"id": "why", "options": [{"id": "known", "label": "Known"}, OTHER], "show_if": {"question": "pick", "is": "yes"}},
    {"id": "several", "type": "choices", "options": {"one": 0, "two": 0, "none!": 0}, "actors": ["maker"]},
    {"id": "amount", "type": "number", "minimum": 1, "maximum": 9, "whole": True, "unit": "items"},
    {"id": "day", "type": "date", "minimum": "2026-01-31"},
    {"id": "words", "multiline": True, "required": False},
    RATED,
    checks=[
        {
            "id": "odd",
            "when": {"all": [{"question": "pick", "is": "yes"}, {"question": "several", "is": "none"}]},
            "text": "Yes, yet none.",
        }
    ],
)
FULL = {
    "format": "aiassess.answers/1",
    "questionnaire": {"id": "tiny", "version": "1.2.0"},
    "about": {"assessor": "A. Officer", "started_at": "2026-11-21T09:00:00+08:00"},
    "answers": {
        "pick": {"value": "yes", "note": "n", "evidence": [{"reference": "r", "date": "2026-01-31"}]},
        "why": {"value": "other"},
        "several": {"value": ["none"], "confirmed": False},
        "amount": {"status": "unsure", "for": "maker"},
        "risks": {"value": [{"title": "It fails", "likelihood": 2, "consequence": 5}]},
    },
}


def given(questionnaire, document):
    return check_answers(document, questionnaire, "x")


def full_form(lang="en"):
    return form_page(EVERY, lang, given(EVERY, FULL))


def go(page, title):
    page.click(f"nav button:has-text('{title}')")


@pytest.mark.parametrize("look", tiers(fast=["dark and narrow"], deep=["light", "dark", "narrow", "paper"]))
def test_axe_finds_nothing_in_a_form(opened, axe, tmp_path, look):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", encoding="utf-8")
    with opened(full_form(), **LOOKS[look]) as page:
        if look == "paper":
            page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
            assert violations(page, axe) == []
            return
        assert violations(page, axe) == []
        go(page, "Section main")
        page.fill("#q-amount-value", "x")
        page.check("#q-pick-no")
        page.check("#q-pick-yes")
        assert page.inner_text(".notices") != ""
        assert violations(page, axe) == []
        page.on("dialog", lambda dialog: dialog.accept())
        page.set_input_files("#file", wrong)
        page.wait_for_selector(".refusal")
        assert violations(page, axe) == []
        go(page, "Review")
        assert violations(page, axe) == []


@pytest.mark.deep
@pytest.mark.parametrize("lang", ["en", "ms"])
def test_axe_finds_nothing_in_gpaisa(opened, axe, lang):
    with opened(form_page(GPAISA, lang), width=320) as page:
        for place in range(page.locator("nav button").count()):
            page.locator("nav button").nth(place).click()
            assert violations(page, axe) == []
            assert page.evaluate("() => document.documentElement.scrollWidth") == 320


@pytest.mark.deep
def test_nothing_scrolls_sideways(opened):
    with opened(hostile_form(), width=320) as page:
        for place in range(page.locator("nav button").count()):
            page.locator("nav button").nth(place).click()
            assert page.evaluate("() => document.documentElement.scrollWidth") == 320


def hostile_form():
    """Return a form all of whose texts, and all answers in it, are hostile."""
    texts = [text for text in STRINGS if text.isprintable() and text.strip()]
    options = [{"id": f"o{n}", "label": text, "help": text} for n, text in enumerate(texts)]
    sections = [
        {
            "id": "main",
            "title": texts[0],
            "intro": texts[1],
            "questions": [
                {"id": "pick", "text": texts[0], "help": texts[1], "why": texts[2], "options": options},
                {"id": "words", "text": "</script><img src=x onerror=alert(1)>", "evidence_hint": texts[3]},
                {"id": "amount", "type": "number", "unit": "<b>kg</b>", "text": "<h1>x</h1>"},
                RATED,
            ],
        }
    ]
    checks = [{"id": "odd", "when": {"question": "words", "answered": True}, "text": "<svg onload=alert(1)>"}]
    questionnaire = tiny(sections=sections, title="<script>alert(1)</script>", checks=checks)
    evil = "\n".join(STRINGS)
    risk = {"title": evil, "likelihood": 1, "consequence": 1, "owner": evil, "treatment": evil}
    answers = {
        "pick": {"value": "o1", "note": evil, "evidence": [{"reference": evil}]},
        "words": {"value": evil},
        "risks": {"value": [risk]},
    }
    return form_page(
        questionnaire, "en", given(questionnaire, {**FULL, "about": {"assessor": evil}, "answers": answers})
    )


def test_a_hostile_questionnaire_stays_text(opened, axe):
    ours = "() => document.querySelectorAll('svg, img, iframe, h1 + h1, b, table, main a, form, object').length"
    with opened(hostile_form()) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for place in range(page.locator("nav button").count()):
            page.locator("nav button").nth(place).click()
            assert page.evaluate(ours) == 0
            assert violations(page, axe) == []
        assert page.locator("script").count() == 2
        assert page.inner_text("h1") == "<script>alert(1)</script>"
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(ours) == 0
        text = saved_by(page)
    assert json.loads(text)["answers"]["words"]["value"] == "\n".join(STRINGS)


# What follows from answers


def test_consequences_are_said(opened):
    with opened(full_form()) as page:
        go(page, "Section main")
        assert page.get_attribute(".notices", "role") == "status"
        assert "Yes, yet none." in page.inner_text(".contradictions")
        page.check("#q-pick-no")
        assert "1 question no longer applies; its answer is kept." in page.inner_text(".notices")
        assert page.inner_text(".contradictions") == ""
        assert not page.is_visible("#q-why")
        assert "why" in json.loads(saved_by(page))["answers"]
        page.check("#q-pick-yes")
        notices = page.inner_text(".notices")
        assert "1 new question applies now." in notices
        assert "1 kept answer counts again." in notices
        assert "Contradiction: Yes, yet none." in notices
        assert "Say in the note which one it is." in page.inner_text("#q-why")


def test_an_exclusive_option_excludes_the_others(opened):
    with opened(full_form()) as page:
        go(page, "Section main")
        page.check("#q-several-one")
        page.check("#q-several-two")
        assert not page.is_checked("#q-several-none")
        page.check("#q-several-none")
        assert not page.is_checked("#q-several-one")
        page.check("#q-several-is-unsure")
        assert not page.is_checked("#q-several-none")
        assert json.loads(saved_by(page))["answers"]["several"] == {"status": "unsure"}


def test_what_is_wrong_is_said_in_place_and_not_saved(opened):
    with opened(full_form()) as page:
        go(page, "Section main")
        for typed, said in (("x", "is not a number"), ("1,5", "can be read in two ways"), ("12", "out of range")):
            page.fill("#q-amount-value", typed)
            assert said in page.inner_text("#q-amount-faults")
            assert page.get_attribute("#q-amount-value", "aria-invalid") == "true"
            assert "amount" not in json.loads(saved_by(page))["answers"]
            assert "At 1 question something is wrong" in page.inner_text("#told")
        go(page, "Review")
        assert "To be put right (1)" in page.inner_text("main")
        go(page, "Section main")
        assert page.input_value("#q-amount-value") == "12"
        page.fill("#q-amount-value", "7")
        assert page.inner_text("#q-amount-faults") == ""
        assert json.loads(saved_by(page))["answers"]["amount"] == {"value": 7}


HALF = "field => { field.value = 'a\\ud800b'; field.dispatchEvent(new Event('input')); }"


def test_no_file_is_saved_that_cannot_be_read(opened):
    """Half a character would spoil it, and what is too long would be missing from it."""
    with opened(form_page(EVERY, "en")) as page:
        write(page, "about-assessor", "x" * 20_001)
        go(page, "Section main")
        page.click("#q-risks-risk-add")
        for name in ("q-words-value", "q-words-note", "q-amount-value", "q-risks-risk-0-0"):
            page.locator(f"#{name}").evaluate(HALF)
        text = saved_by(page)
        assert parse_json(text, "x")["answers"] == {"words": {"value": "a\ufffdb", "note": "a\ufffdb"}}
        assert json.loads(text)["about"]["assessor"] == "x" * 20_000


def test_not_applicable_needs_a_reason(opened):
    with opened(form_page(EVERY, "en")) as page:
        go(page, "Section main")
        page.check("#q-risks-is-not_applicable")
        assert "needs a note that says why" in page.inner_text("#q-risks-faults")
        assert "risks" not in json.loads(saved_by(page))["answers"]
        page.fill("#q-risks-note", "No risk.")
        saved = json.loads(saved_by(page))["answers"]["risks"]
        assert saved == {"status": "not_applicable", "note": "No risk."}


def test_the_review_lists_what_is_open_by_whom_it_concerns(opened):
    with opened(full_form()) as page:
        go(page, "Review")
        text = page.inner_text("main")
        for line in (
            "Still to be answered (1)",
            "Waiting for somebody else (1)",
            "A note is due (1)",
            "Yes, yet none. (2)",
        ):
            assert line in text
        page.select_option("#review-actor", "owner")
        assert "Still to be answered" not in page.inner_text("main")
        page.select_option("#review-actor", "maker")
        page.click("main button:has-text('amount') >> nth=0")
        assert page.evaluate(FOCUS).startswith("q-amount")


def test_what_was_carried_over_is_confirmed(opened):
    with opened(full_form()) as page:
        go(page, "Section main")
        assert json.loads(saved_by(page))["answers"]["several"]["confirmed"] is False
        page.click("#q-several button:has-text('It is still true')")
        assert json.loads(saved_by(page))["answers"]["several"] == {"value": ["none"]}


def test_evidence_and_risks_are_added_and_removed(opened):
    with opened(full_form()) as page:
        go(page, "Section main")
        page.click("#q-risks-risk-add")
        assert page.evaluate(FOCUS) == "q-risks-risk-1-0"
        page.fill("#q-risks-risk-1-0", "It stops")
        assert "The likelihood is not rated." in page.inner_text("#q-risks-faults")
        assert len(json.loads(saved_by(page))["answers"]["risks"]["value"]) == 1  # half a risk is none yet
        page.select_option("#q-risks-risk-1-1", "4")
        page.select_option("#q-risks-risk-1-2", "5")
        assert "20 of 25" in page.inner_text("#q-risks")
        assert len(json.loads(saved_by(page))["answers"]["risks"]["value"]) == 2
        page.click("button:has-text('Remove: Risk 1')")
        assert [risk["title"] for risk in json.loads(saved_by(page))["answers"]["risks"]["value"]] == ["It stops"]
        page.click("button:has-text('Remove: Evidence 1')")
        assert "evidence" not in json.loads(saved_by(page))["answers"]["pick"]


# Languages, and what is kept


def test_the_language_is_switched_at_once_and_answers_stay(opened):
    with opened(form_page(GPAISA, "ms")) as page:
        assert page.evaluate("() => document.documentElement.lang") == "ms"
        go(page, "Profil sistem")
        page.fill("#q-system_name-value", "Penapis")
        page.click("#in-en")
        assert page.evaluate("() => document.documentElement.lang") == "en"
        assert page.evaluate(FOCUS) == "in-en"
        assert "What is the name of the AI system" in page.inner_text("#q-system_name")
        assert "Unofficial" in page.inner_text("header")
        assert "Unofficial" in page.title()
        assert page.input_value("#q-system_name-value") == "Penapis"
        page.click("#in-ms")
        assert "Tidak rasmi" in page.inner_text("header")
        assert json.loads(saved_by(page))["about"]["language"] == "ms"


def test_unsaved_work_is_kept_and_leaving_is_asked_about(opened):
    with opened(form_page(EVERY, "en")) as page:
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.reload()
        assert asked == []
        go(page, "Section main")
        page.fill("#q-words-value", "half a sent")
        page.fill("#q-amount-value", "not yet")
        page.reload()
        assert asked == ["beforeunload"]
        assert page.input_value("#q-words-value") == "half a sent"
        assert page.input_value("#q-amount-value") == "not yet"
        assert "entered earlier in this browser" in page.inner_text("#told")
        saved_by(page)
        page.reload()
        assert asked == ["beforeunload"]
        go(page, "Start")
        page.click("button:has-text('Remove what this browser keeps')")
        assert asked == ["beforeunload", "confirm"]
        page.reload()
        go(page, "Section main")
        assert page.input_value("#q-words-value") == ""


def test_of_what_the_browser_keeps_only_what_has_the_shape_of_answers_is_taken_up(opened):
    with opened(form_page(EVERY, "en")) as page:
        kept = {
            "given": [["pick", {"evidence": [None]}], ["risks", {"value": [None, 1]}], ["words", {"value": "mine"}]]
        }
        page.evaluate("kept => localStorage.setItem(Object.keys(localStorage)[0], kept)", json.dumps(kept))
        page.reload()
        go(page, "Section main")
        assert json.loads(saved_by(page))["answers"] == {"words": {"value": "mine"}}


def test_it_says_so_if_the_browser_keeps_nothing(opened, browser):
    context = browser.new_context(accept_downloads=True)
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }});")
    with opened(form_page(EVERY, "en"), context=context) as page:
        assert page.is_visible("header .fault")
        assert "keeps nothing when the page is closed" in page.inner_text("header")
        go(page, "Section main")
        page.fill("#q-words-value", "x")
        assert json.loads(saved_by(page))["answers"] == {"words": {"value": "x"}}
    context.close()


def test_when_it_was_completed_stays_until_something_changes(opened):
    with opened(form_page(tiny({"id": "words"}), "en")) as page:
        page.clock.set_fixed_time("2026-11-30T01:00:00Z")
        go(page, "Section main")
        page.fill("#q-words-value", "mine")
        first = saved_by(page)
        page.clock.set_fixed_time("2026-11-30T02:00:00Z")
        assert saved_by(page) == first
        page.fill("#q-words-value", "mine too")
        about, before = (json.loads(text)["about"] for text in (saved_by(page), first))
        assert about["completed_at"] > before["completed_at"]
        assert about["started_at"] == before["started_at"]
        page.fill("#q-words-value", "")
        assert "completed_at" not in json.loads(saved_by(page))["about"]


# Files


def document_file(tmp_path, text):
    file = tmp_path / "file.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_report_is_opened_and_a_changed_one_refused(opened, tmp_path):
    assessment = score(EVERY, given(EVERY, FULL))
    report = build_report(assessment)
    with opened(form_page(EVERY, "en")) as page:
        open_file(page, document_file(tmp_path, to_json(report)))
        assert "file.json is open: 4 answers." in page.inner_text("#told")
        assert json.loads(saved_by(page))["answers"] == FULL["answers"]
        changed = {**report, "about": {**report["about"], "assessor": "B"}}
        open_file(page, document_file(tmp_path, to_json(changed)))
        assert "changed after it was made" in page.inner_text("#told")
        assert json.loads(saved_by(page))["about"]["assessor"] == "A. Officer"


REFUSED = {
    "no JSON": ("{", "not a JSON file"),
    "another questionnaire": (json.dumps(FULL).replace("tiny", "other"), "for the questionnaire other"),
    "an unknown question": (json.dumps(FULL).replace('"why"', '"whence"'), "no question “whence”"),
    "an unknown option": (json.dumps(FULL).replace('"yes"', '"<b>"'), "Found <b>; expected one of: no, yes."),
    "a key twice": (json.dumps(FULL).replace('"about"', '"format": "x", "about"'), "used twice"),
    "a schema": ('{"$schema": "x"}', "format"),
    "a format that is none": ('{"format": {"toString": 1}}', "expected aiassess.answers/1"),
    "too much": (" " * 60_000_001, "too large"),
    "control characters": (json.dumps(FULL).replace('"yes"', '"\\u001b[2J\\u202e"'), "\\u{1b}[2J\\u{202e}"),
}


def test_what_is_wrong_with_a_file_is_said_in_place(opened, tmp_path):
    with opened(form_page(EVERY, "en")) as page:
        for text, said in REFUSED.values():
            open_file(page, document_file(tmp_path, text))
            told = page.inner_text("#told")
            assert "file.json was not opened; what was here is unchanged" in told
            assert said in told


def test_unsaved_work_is_not_replaced_unasked(opened, tmp_path):
    with opened(form_page(EVERY, "en")) as page:
        go(page, "Section main")
        page.fill("#q-words-value", "mine")
        answers = []
        page.on("dialog", lambda dialog: (answers.append(dialog.message), dialog.dismiss()))
        with page.expect_event("dialog"):
            page.set_input_files("#file", document_file(tmp_path, json.dumps(FULL)))
        assert answers == ["What is here is not saved to a file. Put the file in its place?"]
        assert page.input_value("#q-words-value") == "mine"


def test_a_form_for_one_actor(opened, tmp_path):
    with opened(form_page(EVERY, "en", given(EVERY, FULL), ["maker"])) as page:
        assert "only the questions for: Maker" in page.inner_text("main")
        go(page, "Section main")
        assert page.locator(".question:visible").count() == 1
        open_file(page, document_file(tmp_path, json.dumps(FULL)))
        assert "4 answers in it are to questions that this form does not ask" in page.inner_text("#told")
        assert list(json.loads(saved_by(page))["answers"]) == ["several"]


@pytest.mark.deep
def test_paper(opened):
    with opened(form_page(GPAISA, "ms", load_answers(EXAMPLES / "spam-filter.json", GPAISA))) as page:
        _, texts = sheets(page.pdf(prefer_css_page_size=True))
    assert all("Tidakrasmi/Unofficial·gpaisa2.1.0" in text for text in texts)
    whole = "".join(texts)
    for name in score(GPAISA, load_answers(EXAMPLES / "spam-filter.json", GPAISA)).marks:
        assert "".join(GPAISA.by_id[name].text["ms"].split()) in whole
    assert "☒" in whole
