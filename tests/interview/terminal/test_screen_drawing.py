"""What is drawn, for windows of any size, terminals without UTF-8, and texts that mean harm. Pure: no keys here."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from screen_desk import answered, overview, progress, types, view

from aiassess import load_questionnaire
from aiassess.interview.protocol import Checklist, Choice, OverviewItem, Start
from aiassess.interview.terminal import text_area
from aiassess.interview.terminal.checklist import ChecklistPage
from aiassess.interview.terminal.dialogs import BackPage, ConfirmPage, LinePage, ListPage, ReadPage, StartPage
from aiassess.interview.terminal.glyphs import ASCII, UNICODE, glyphs_for
from aiassess.interview.terminal.keys import KEYS
from aiassess.interview.terminal.kinds import PAGES
from aiassess.interview.terminal.layout import compose
from aiassess.interview.terminal.note_form import NotePage, ReasonPage
from aiassess.interview.terminal.overview import OverviewPage
from aiassess.interview.terminal.page import KeysPage
from aiassess.interview.terminal.risks import RiskPage
from aiassess.interview.terminal.wrapping import Body, cells, cut, wrap
from aiassess.interview.walk import PAGES as CHECKLISTS
from aiassess.model.answers import Answer, Evidence
from aiassess.model.risks import Risk
from aiassess.safe import safe_text
from support.each import each, some, tiers

HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egnirts\u2066\r\x08\u200b\U000e0041 end\ttab 漢字" + "x" * 90
TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from(" \t\n漢字\u0301\x1b\u202e"), max_size=200)


def page_for(shown, glyphs=None):
    return PAGES.of(shown.question)(glyphs or UNICODE, shown)


def drawn(page, width=80, height=24):
    return compose(page, width, height)


def rows(frame):
    return ["".join(text for _, text in line) for line in frame.lines]


def all_pages(glyphs, lang="en", harm=""):
    """Return a page of every kind, with harmful text wherever text comes from people or files."""
    answers = {
        "level": answered("full", f"note {harm}", (Evidence(f"file {harm}", "2026-01-01"),)),
        "many": answered(("staff",)),
        "words": answered(f"words {harm}"),
        "people": answered(7),
        "next": answered("2026-11-21"),
        "risks": answered((Risk(f"risk {harm}", 4, 5, f"t {harm}", 1, 2, f"o {harm}", "2027-01-01"), Risk("b", 1, 1))),
    }
    facts = progress(section=f"S {harm}", level_low=f"low {harm}", level_high=f"high {harm}")
    options = {"lang": lang, "progress": facts, "notices": (f"notice {harm}",), "first_in_section": True}
    options |= {"section_intro": f"intro {harm}", "gave": (f"1. asked {harm}", f"said {harm}"), "undoable": True}
    options |= {"actors": (f"who {harm}",), "promised": (f"do {harm}",), "contradictions": (f"but {harm}",)}
    for name, answer in answers.items():
        for open_help in (False, True):
            page = page_for(view(name, answer=answer, **options), glyphs)
            page.help_open = open_help
            page.message = f"message {harm}"
            yield page
    shown = view("level", answer=Answer("not_applicable", None, f"reason {harm}"), **options)
    yield page_for(shown, glyphs)
    yield ReasonPage(glyphs, shown)
    yield NotePage(glyphs, view("level", answer=answers["level"], **options), "evidence")
    texts = dict.fromkeys(("title", "treatment", "due"), harm)
    yield RiskPage(glyphs, view("risks", **options), texts, new=True)
    for review in (False, True):
        page = OverviewPage(glyphs, overview(lang=lang, review=review, notices=(harm,)))
        page.help_open = review
        yield page
    named = OverviewItem("one", f"1{harm}", f"text {harm}", f"said {harm}", "unconfirmed", more=f"owner {harm}")
    items = (
        named,
        OverviewItem("", "", "", "", "not_applicable"),
        OverviewItem("two", "x" * 50, "two", "", "red_flag"),
    )
    for name in CHECKLISTS:
        for at in (None, 2):
            some = () if name == "changes" else items
            shown = Checklist(name, lang, f"title {harm}", facts, some, at, text=f"new {harm}", notices=(harm,))
            yield ChecklistPage(glyphs, shown, set())
    yield StartPage(
        glyphs, Start(lang, f"t {harm}", f"s {harm}", "en", (f"n {harm}",), ((f"name {harm}", f"fact {harm}"),))
    )
    yield LinePage(glyphs, lang, f"path {harm}")
    yield BackPage(glyphs, Choice(f"whom {harm}", [f"one {harm}", ""], language=lang), 0)
    yield ListPage(
        glyphs, Choice(f"settled {harm}\n{harm}", [f"one {harm}", "two"], language=lang, more=f"- asks {harm}")
    )
    yield ListPage(glyphs, Choice(f"choose {harm}", [f"one {harm}", "two"], language=lang), 0)
    yield ConfirmPage(glyphs, lang, f"sure {harm}")
    yield ReadPage(glyphs, lang, f"title {harm}\n\ntext {harm}")


def harmless(text):
    return safe_text(text) == text and "\n" not in text and not any(unicodedata.category(c) == "Cc" for c in text)


SIZES = [(1, 1), (3, 2), (10, 3), (20, 5), (40, 6), (40, 10), (40, 24), (60, 14), (79, 20), (80, 24), (200, 60)]


@each("size", SIZES, one_in=3)
@each("lang", ["en", "ms"])
@each("utf8", [True, False])
def test_every_page_fits_any_window_and_lets_no_harm_through(size, lang, utf8):
    width, height = size
    for harm in ("", HOSTILE):
        pages = [*all_pages(UNICODE if utf8 else ASCII, lang, harm)]
        for page in (*pages, KeysPage(pages[0]), KeysPage(pages[-1])):
            frame = drawn(page, width, height)
            assert len(frame.lines) == height
            for row in rows(frame):
                assert harmless(row), (type(page), row)
                if width >= 20:
                    assert cells(row) <= width, (type(page), row)
            if frame.cursor:
                line, column = frame.cursor
                assert 0 <= line < height
                assert width < 20 or 0 <= column <= len(rows(frame)[line])


def test_one_level_is_called_settled_only_if_it_is():
    one = {"level_low": "High", "level_high": "High"}
    for settled, words in ((True, "Level: High (settled)"), (False, "Level so far: High")):
        shown = view("level", progress=progress(**one, settled=settled))
        assert rows(drawn(page_for(shown)))[2].strip() == words


@given(TEXTS, st.integers(1, 60), st.integers(0, 200))
def test_a_field_shows_every_character_once_and_has_its_cursor_inside(text, width, at):
    glyphs = UNICODE
    found = text_area.rows_of(text, width, glyphs)
    assert "".join(text[start:end] for start, end in found) == text.replace("\n", "")
    buffer = Buffer(document=Document(text, min(at, len(text))), multiline=True)
    body = Body(width + 3, glyphs)
    text_area.draw(body, buffer, margin="> ", active=True)
    line, column = body.cursor
    assert 0 <= line < len(body.lines)
    assert 0 <= column <= sum(len(part) for _, part in body.lines[line])
    for step in (1, -1):
        buffer.cursor_position = min(at, len(text))
        before = text_area.row_of(found, buffer.cursor_position)
        moved = text_area.move(buffer, width, glyphs, step)
        assert text_area.row_of(found, buffer.cursor_position) == before + (step if moved else 0)


@given(TEXTS, st.integers(2, 60))
def test_wrapped_lines_fit_and_hold_every_word(text, width):
    text = UNICODE.clean(text)
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert cells(cut(text, width, UNICODE)) <= width


def test_words_are_kept_whole():
    assert wrap("one two three", 9) == ["one two", "three"]
    assert wrap("a\n\nb", 9) == ["a", "", "b"]
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]
    assert wrap("漢", 1) == ["漢"]


@pytest.mark.parametrize("lang", tiers(fast=["ms"], deep=["en"]))
@pytest.mark.parametrize("size", tiers(fast=[(40, 10)], deep=[((80, 24),), ((40, 24),)]), ids=str)
def test_every_question_of_gpaisa_can_be_read_whole_by_scrolling(lang, size):
    questionnaire = load_questionnaire()
    for question in some(questionnaire.questions, 0, one_in=3):
        section = questionnaire.section_of[question.id]
        page = page_for(
            view(
                question.id,
                lang=lang,
                questionnaire=questionnaire,
                first_in_section=True,
                section_intro=section.intro[lang],
            )
        )
        page.help_open = True
        body = ["".join(text for _, text in line) for line in page.body(size[0]).lines]
        page.scroll.held = True  # from the very top, wherever the field is
        seen = rows(drawn(page, *size))
        while True:
            top = page.scroll.top
            page.press("page_down")
            seen += rows(drawn(page, *size))
            if page.scroll.top == top:
                break
        missing = [row for row in body if row.strip() and row not in seen]
        assert not missing, (question.id, missing)
        whole = " ".join(" ".join(body).split())
        for option in question.options:
            assert " ".join(option.label[lang].split())[:20] in whole


test_every_question_of_gpaisa_can_be_read_whole_by_scrolling.both_tiers = True


def test_the_question_and_its_options_fit_80_by_24_without_scrolling():
    questionnaire = load_questionnaire()
    for question in questionnaire.questions:
        for lang in ("ms", "en"):
            page = page_for(view(question.id, lang=lang, questionnaire=questionnaire))
            room = [row for row in rows(drawn(page)) if "▼" in row]
            assert not room, (question.id, lang)


PRESSED = st.lists(
    st.sampled_from([*KEYS, "type 1", "type ?", "type +", "type -", "type  ", "type x", "type 21/11/2026"]),
    max_size=25,
)


@given(st.integers(0, 21), PRESSED, st.sampled_from(SIZES))
def test_any_keys_in_any_order_do_no_harm(which, keys, size):
    """Every page takes whatever is pressed, ends at most once with something, and can be drawn after each key."""
    pages = list(all_pages(UNICODE, "ms"))
    page, ended = pages[which % len(pages)], []
    page.finish = ended.append
    for name in keys:
        page.before_key()
        if name.startswith("type ") and page.buffer is not None:
            page.buffer.insert_text(name[5:])
        elif name.startswith("type "):
            for char in name[5:]:
                page.char(char)
        else:
            page.press(name)
        assert len(drawn(page, *size).lines) == size[1]
        if ended:
            break


# The header


def header(**changes):
    return page_for(view("words", lang="ms", progress=progress(**changes)))


def test_the_header_says_where_one_is_and_the_level_so_far():
    shown = rows(drawn(header(section="Impak")))
    assert shown[0].split() == ["Bahagian", "2/5:", "Impak", "7", "daripada", "40"]
    assert shown[0].endswith(" 7 daripada 40")
    assert shown[1].startswith("[████████████░")
    assert shown[1].endswith("] 10 dijawab, 8 hingga 30 lagi")
    assert shown[2] == "Tahap setakat ini: antara Risiko Minimum dengan Risiko Tinggi"


def test_one_level_is_no_range():
    assert rows(drawn(header(level_high="Risiko Minimum")))[2] == "Tahap: Risiko Minimum (muktamad)"


def test_a_question_with_a_number_is_called_by_it():
    assert rows(drawn(header(ref="27a")))[0].endswith(" Soalan 27a")


def test_nothing_left_is_said_so():
    assert rows(drawn(header(open=(0, 0))))[1].endswith("█] 10 dijawab, tiada lagi yang belum")


def test_the_narrow_header_loses_nothing():
    for section, at in (
        ("Impak", "Bahagian 2/5: Impak"),
        ("Peranan dan tanggungjawab", "2/5 Peranan dan tanggungjawab"),
    ):
        shown = " ".join(" ".join(rows(drawn(header(section=section, ref="8"), 42, 24))[:4]).split())
        for wanted in (at, "Soalan 8", "10 dijawab, 8 hingga 30 lagi", "Risiko Minimum – Risiko Tinggi"):
            assert wanted in shown
    shown = rows(drawn(header(section="Saringan kegunaan yang dilarang", ref="8"), 42, 24))
    assert shown[:2] == ["2/5 Saringan kegunaan yang dilarang", "Soalan 8 · 10 dijawab, 8 hingga 30 lagi"]


@pytest.mark.parametrize(
    ("height", "done"), [(10, "25% selesai"), (15, "25% selesai"), (16, "10 dijawab, 8 hingga 30 lagi")]
)
def test_the_low_header_still_says_number_share_and_level(height, done):
    shown = " ".join(" ".join(rows(drawn(header(), 40, height))[:4]).split())
    for wanted in ("Bahagian 2/5", "7 daripada 40", done, "Tahap: Risiko Minimum"):
        assert wanted in shown


def test_what_does_not_fit_into_a_low_header_ends_in_an_ellipsis():
    assert rows(drawn(header(), 40, 10))[1] == "25% selesai · Tahap: Risiko Minimum – R…"


def test_a_long_range_is_said_shorter_before_it_is_cut():
    shown = rows(drawn(header(level_high="Risiko Dilarang (tidak boleh diterima)")))
    assert shown[2] == "Tahap: antara Risiko Minimum dengan Risiko Dilarang (tidak boleh diterima)"


# Signs


def test_without_utf_8_nothing_but_ascii_is_drawn():
    for lang in ("en", "ms"):
        for page in all_pages(ASCII, lang):
            assert all(row.isascii() for row in rows(drawn(page)))


@pytest.mark.parametrize(
    ("encoding", "utf8"), [("utf-8", True), ("UTF-8", True), ("ascii", False), ("latin-1", False), ("cp437", False)]
)
def test_the_encoding_of_the_output_decides(encoding, utf8):
    assert glyphs_for(encoding).utf8 is utf8
    assert not glyphs_for(None).utf8
    assert not glyphs_for("no such encoding").utf8


def test_nothing_is_told_by_colour_alone():
    """The same words with every style taken away: pointer, tick, mark and message are signs and words."""
    page = page_for(view("many", answer=answered(("public",))))
    page.message = "Something is wrong"
    shown = rows(drawn(page))
    assert "> [x] 2. The public" in shown
    assert "! Something is wrong" in shown


def test_a_question_in_one_language_offers_no_other():
    question = types().by_id["level"]
    assert dict(question.text).keys() == {"ms", "en"}
    one = load_questionnaire_in_one_language()
    page = page_for(view("colour", questionnaire=one))
    assert "F5" not in "\n".join(rows(drawn(page)))
    page.press("language")
    assert "only one language" in page.message


def load_questionnaire_in_one_language():
    from support.tiny import tiny

    return tiny({"id": "colour", "options": {"red": 0, "blue": 1}, "score": "inherent"})
