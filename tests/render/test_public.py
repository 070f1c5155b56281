"""The public record: what the questionnaire marks and nothing else, in words that anybody reads, and none of a secret."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.render import PUBLIC_FORMATS, renderer
from aiassess.render.public import PublicRecord, public_record, withheld
from aiassess.resources import load_schema
from support.each import each
from support.examples import examples
from support.hostile import STRINGS, controls_in
from support.html_tree import parse_html
from support.schemas import Schema
from support.shapes import assert_same_shape
from support.tiny import LEVELS, SET_ASIDE, control, inherent, report_of, tiny

FOLDER = Path(__file__).with_name("goldens")
SCHEMA = Schema("public")
OPEN_OR_NOT = [{"id": "open", "label": "Open"}, {"id": "secret", "label": "Secret", "classified": True}]
RISK = {"title": "PRIVATE risk", "likelihood": 5, "consequence": 5, "owner": "PRIVATE owner"}
TINY = tiny(
    {"id": "name", "public": True},
    {"id": "office", "public": True},
    {"id": "aim", "public": True, "required": False},
    {"id": "data", "type": "choice", "options": OPEN_OR_NOT, "required": False},
    {"id": "day", "type": "date", "public": True, "required": False},
    {"id": "hidden", "required": False},
    {"id": "register", "type": "risks", "required": False},
    inherent(public=True),
    control(
        public=True, not_applicable=True, findings=[{"on": ["no"], "severity": "minor", "text": "PRIVATE finding"}]
    ),
    subject={"system": "name", "agency": "office"},
    languages=["en", "ms"],
    levels=[{**level, "obligations": [f"Do as {level['id']}."], "reassess_months": 12} for level in LEVELS],
)
GIVEN = {
    "name": "Sorter",
    "office": "Office of Tests",
    "data": {"value": "open", "note": "PRIVATE note", "evidence": [{"reference": "PRIVATE evidence"}]},
    "hidden": "PRIVATE answer",
    "register": [RISK],
    "risk": {"value": "some", "note": "PRIVATE note"},
    "guard": "no",
}


def record_of(report):
    assert withheld(report) is None
    return public_record(report, report["digest"])


def test_the_type_and_the_schema_say_the_same():
    assert_same_shape(PublicRecord, load_schema("public"))


def test_only_what_is_marked_and_nothing_that_is_private():
    report = report_of(TINY, GIVEN, assessor="PRIVATE assessor", completed_at="2026-03-01T10:00:00+08:00")
    record = record_of(report)
    SCHEMA.validate(record)
    for name in PUBLIC_FORMATS:
        written = renderer(name, "public")(record)
        assert "PRIVATE" in json.dumps(report)
        assert "PRIVATE" not in written
    answers = {item["question"]: item["answer"] for section in record["sections"] for item in section["answers"]}
    assert answers == {
        "name": ["Sorter"],
        "office": ["Office of Tests"],
        "aim": None,
        "day": None,
        "risk": ["Option some"],
        "guard": ["Option no"],
    }
    assert (record["system"], record["agency"], record["level"]) == ("Sorter", "Office of Tests", "middle")
    assert (record["assessed"], record["controls_percent"]) == ("2026-03-01", 0)


def test_what_is_not_stated_or_set_aside_is_said():
    report = report_of(TINY, {**GIVEN, "guard": SET_ASIDE, "day": "2026-12-31"})
    words = parse_html(renderer("html", "public")(record_of(report))).words
    assert "Question aim? Not stated" in words
    assert "Question day? 31 December 2026" in words
    assert "Question guard? Not applicable" in words
    assert "Not for us." not in words


@each("classification", ["SULIT", "Terhad", "rahsia besar", "Official - sensitive", "?"])
def test_a_report_that_is_classified_has_no_record(classification):
    assert withheld(report_of(TINY, GIVEN, classification=classification)).code == "public_classified"


@each("classification", ["Terbuka", " RASMI ", "public", "Official", None])
def test_a_report_that_is_open_has_one(classification):
    about = {"classification": classification} if classification else {}
    assert withheld(report_of(TINY, GIVEN, **about)) is None


def test_an_answer_that_says_secret_comes_before_every_other_reason():
    secret = {**GIVEN, "data": "secret"}
    assert withheld(report_of(TINY, secret)).code == "public_classified"
    del secret["risk"]
    assert withheld(report_of(TINY, secret)).code == "public_classified"


@each("change", [{"risk": None}, {"guard": {"status": "unsure"}}, {"guard": {"value": "no", "confirmed": False}}])
def test_an_incomplete_assessment_has_no_record(change):
    given = {name: value for name, value in {**GIVEN, **change}.items() if value is not None}
    assert withheld(report_of(TINY, given)).code == "public_incomplete"


def test_an_answer_that_says_secret_counts_also_once_it_no_longer_applies():
    later = {"id": "later", "type": "choice", "options": OPEN_OR_NOT, "public": True}
    names = ({"id": "name", "public": True}, {"id": "office", "public": True})
    hidden = {**later, "show_if": {"question": "guard", "is": "yes"}}
    edition = tiny(*names, control(), hidden, subject={"system": "name", "agency": "office"})
    typed = {"name": "Sorter", "office": "Office of Tests", "guard": "no"}
    assert withheld(report_of(edition, {**typed, "later": "secret"})).code == "public_classified"
    record = record_of(report_of(edition, {**typed, "later": "open"}))
    assert [item["question"] for part in record["sections"] for item in part["answers"]] == ["name", "office"]


def test_a_questionnaire_that_marks_nothing_has_no_record():
    assert withheld(report_of(tiny(inherent()), {"risk": "none"})).code == "public_unmarked"


@examples(100)
@given(st.sets(st.sampled_from([item.id for item in TINY.questions if item.id != "register"])))
def test_for_any_marking_only_marked_answers_are_told(marked):
    questions = [{**item, "public": item["id"] in marked} for item in TINY.document["sections"][0]["questions"]]
    questions[6].pop("public")
    for item in questions[:2]:
        item["public"] = True
    edition = tiny(*questions, subject={"system": "name", "agency": "office"})
    told = [item["question"] for part in record_of(report_of(edition, GIVEN))["sections"] for item in part["answers"]]
    assert told == [item["id"] for item in questions if item.get("public")]


@each("text", STRINGS)
def test_hostile_texts_are_text(text):
    record = record_of(report_of(TINY, {**GIVEN, "name": text, "office": text, "aim": text}))
    SCHEMA.validate(record)
    page = renderer("html", "public")(record)
    assert not parse_html(page).all("script")
    assert not controls_in(page)
    assert json.loads(renderer("json", "public")(record)) == record


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("name", PUBLIC_FORMATS)
def test_golden(name, language):
    about = {"completed_at": "2026-03-01T10:00:00+08:00", "classification": "Terbuka"}
    given = {**GIVEN, "guard": SET_ASIDE, "aim": "To sort.\nQuickly."}
    found = renderer(name, "public")(record_of(report_of(TINY, given, language, **about)))
    if name == "html":  # the style is the same as that of all pages
        found = "<body>" + found.partition("<body>")[2]
    file = FOLDER / f"public.{language}.{name}"
    if os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1":
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8")
