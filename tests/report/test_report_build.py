"""docs/report-format.md: the report as data."""

import hashlib
import json
from fractions import Fraction
from random import Random

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import __version__, build_report, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.canonical import to_json
from aiassess.figures import add_months, one_decimal
from aiassess.resources import load_schema
from support.each import tiers
from support.examples import examples
from support.schemas import Schema
from support.strategies import many_answers, questionnaires, random_answers
from support.tiny import (
    EVERY_TYPE,
    SET_ASIDE,
    UNSURE,
    answer_set,
    answers_document,
    control,
    inherent,
    report_of,
    tiny,
)

GPAISA = load_questionnaire("gpaisa@1.0.0")
SCHEMA = load_schema("report")
VALIDATOR = Schema("report")
SEEDS = st.integers(0, 2**32)


def gpaisa_report(seed, language=None):
    random = Random(seed)
    omit, unsure = random.choice([(0, 0), (0.1, 0.05), (0.9, 0)])
    about = {"assessor": "A. Officer", "completed_at": "2026-11-21T09:00:00+08:00"} if seed % 2 else {}
    return report_of(GPAISA, random_answers(GPAISA, random, omit=omit, unsure=unsure), language, **about)


# The schema


def test_the_schema_is_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("seed", tiers(fast=range(2), deep=range(2, 8)))
def test_reports_of_gpaisa_are_valid(seed, language):
    VALIDATOR.validate(gpaisa_report(seed, language))


@examples(25)
@given(questionnaires(), SEEDS)
def test_reports_are_valid(questionnaire, seed):
    for plain, _ in many_answers(questionnaire, seed, 4):
        VALIDATOR.validate(report_of(questionnaire, plain))


def test_the_report_of_nothing_is_valid():
    for questionnaire in (GPAISA, EVERY_TYPE):
        VALIDATOR.validate(report_of(questionnaire))


@pytest.mark.parametrize("place", ["", "result", "questionnaire", "about", "dimensions"])
def test_the_schema_refuses_what_is_not_of_the_report(place):
    report = report_of(EVERY_TYPE)
    (report[place] if place else report)["extra"] = 1
    assert not VALIDATOR.is_valid(report)


# Order of keys

TOP = [
    "format",
    "tool",
    "questionnaire",
    "about",
    "result",
    "dimensions",
    "sections",
    "findings",
    "obligations",
    "risks",
]
TOP += ["answers", "missing", "contradictions", "unconfirmed", "unevidenced", "inactive", "digest"]
ORDERS = {
    "": TOP,
    "tool": ["name", "version"],
    "questionnaire": ["id", "version", "digest", "status"],
    "result": ["level", "level_range", "status", "verdict", "reasons", "inherent", "controls", "residual"],
    "result.inherent": ["points", "maximum", "percent"],
    "result.controls": ["points", "maximum", "percent"],
    "result.residual": ["points", "maximum", "percent"],
    "dimensions": ["principles", "actors"],
    "dimensions.principles.0": ["id", "title", "points", "maximum", "percent", "answered", "applicable"],
    "dimensions.actors.0": ["id", "title", "points", "maximum", "percent", "answered", "applicable"],
    "answers.0": ["question", "text", "status", "value", "label", "points", "note", "evidence"],
}


@pytest.mark.parametrize("place", ORDERS)
def test_the_order_of_keys_is_the_contracts(place):
    part = gpaisa_report(1)
    for step in place.split(".") if place else []:
        part = part[int(step)] if step.isdigit() else part[step]
    assert [name for name in part if name in ORDERS[place]] == ORDERS[place]
    if place == "":
        assert list(part) == TOP


def test_the_order_of_keys_is_always_the_same():
    def orders(data, path="", found=None):
        found = {} if found is None else found
        for name, item in data.items() if isinstance(data, dict) else ():
            orders(item, f"{path}.{name}", found)
        for item in data if isinstance(data, list) else ():
            orders(item, f"{path}[]", found)
        if isinstance(data, dict) and not path.endswith(("evidence[]", "risks[]", ".about", "value[]")):
            found.setdefault(path, set()).add(tuple(data))
        return found

    for path, seen in orders([gpaisa_report(seed) for seed in range(6)]).items():
        assert len(seen) == 1, path


def test_the_head_of_a_report():
    report = report_of(EVERY_TYPE)
    assert report["format"] == "aiassess.report/1"
    assert report["tool"] == {"name": "aiassess", "version": __version__}
    assert report["questionnaire"] == {
        "id": "tiny",
        "version": "1.2.0",
        "digest": EVERY_TYPE.digest,
        "status": "draft",
        "language": "en",
        "title": "Tiny",
        "statement": "For a test.",
        "answered_version": "1.2.0",
    }


# Digest


def canonical(data):
    """Return the RFC 8785 form of JSON data, written after the RFC alone."""
    if data is None or isinstance(data, bool):
        return {None: "null", True: "true", False: "false"}[data]
    if isinstance(data, str):
        return json.dumps(data, ensure_ascii=False)
    if isinstance(data, (int, float)):
        return ecma_number(data)
    if isinstance(data, list):
        return "[" + ",".join(map(canonical, data)) + "]"
    names = sorted(data, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(f"{canonical(name)}:{canonical(data[name])}" for name in names) + "}"


def ecma_number(number):
    """Return a number as ECMAScript writes it (section 7.1.12.1): the shortest digits that give it back."""
    if number == int(number) and abs(number) < 10**21:
        return str(int(number))
    digits, _, exponent = f"{number!r}".replace("-", "", number < 0).partition("e")
    whole, _, rest = digits.partition(".")
    digits = (whole + rest).lstrip("0")
    place = len(whole) + int(exponent or 0) - (len(whole + rest) - len(digits))
    digits = digits.rstrip("0")
    sign = "-" if number < 0 else ""
    if 0 < place <= 21:
        return sign + (digits[:place] + "." + digits[place:] if place < len(digits) else digits.ljust(place, "0"))
    if -6 < place <= 0:
        return sign + "0." + "0" * -place + digits
    power = f"e{'+' if place > 0 else '-'}{abs(place - 1)}"
    return sign + (digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}") + power


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e-7, "1e-7"),
        (0.1, "0.1"),
        (-2.5, "-2.5"),
        (1.25e-9, "1.25e-9"),
        (0.000001, "0.000001"),
        (27.2, "27.2"),
        (1e22, "1e+22"),
    ],
)
def test_numbers_as_ecmascript_writes_them(number, text):
    assert ecma_number(number) == text


def digest(data):
    return "sha256:" + hashlib.sha256(canonical(data).encode()).hexdigest()


def rest_of(report):
    return {name: part for name, part in report.items() if name != "digest"}


@pytest.mark.parametrize("seed", range(4))
def test_the_digest_is_of_all_the_rest(seed):
    report = gpaisa_report(seed)
    assert report["digest"] == digest(rest_of(report))
    written = json.loads(to_json(report))
    assert written["digest"] == digest(rest_of(written))
    assert report["questionnaire"]["digest"] == digest(GPAISA.document)


def test_the_digest_with_names_and_numbers_that_are_hard_to_write():
    plain = {
        "words": '\u2028 \U0001f600 \ufb33 " \\ \x1b \x7f é',
        "register": [{"title": "a\r\n\t", "likelihood": 1, "consequence": 1}],
    }
    for rate in (0.1, -0.0, 1e-7, 123456.789, 5e-324, 2**53 - 1, 0.000001):
        report = report_of(EVERY_TYPE, {**plain, "rate": rate})
        assert report["digest"] == digest(rest_of(report))


def test_any_change_changes_the_digest():
    report = report_of(EVERY_TYPE, {"pick": "red"})
    digests = {report["digest"]}
    for plain in ({"pick": "blue"}, {"pick": {"value": "red", "note": "x"}}, {"pick": "red", "words": "x"}):
        digests.add(report_of(EVERY_TYPE, plain)["digest"])
    assert len(digests) == 4


# Language


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        (None, None, "ms"),
        (None, "en", "en"),
        (None, "fr", "ms"),
        ("en", None, "en"),
        ("en", "ms", "en"),
        ("ms", "en", "ms"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_answers_else_the_default(asked, answered, expected):
    report = report_of(GPAISA, {}, asked, **({"language": answered} if answered else {}))
    assert report["questionnaire"]["language"] == expected
    assert report["questionnaire"]["title"] == GPAISA.title[expected]
    assert report["result"]["level_title"] == GPAISA.levels[2].title[expected]
    assert report["about"].get("language") == answered


@pytest.mark.parametrize("name", ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "AIASSESS_LANG"])
def test_the_machines_language_is_never_the_reports(monkeypatch, name):
    before = report_of(GPAISA)
    monkeypatch.setenv(name, "en_GB.UTF-8")
    assert report_of(GPAISA) == before


def test_a_questionnaire_in_a_language_that_the_program_does_not_speak():
    report = report_of(tiny(inherent(), languages=["fr", "de"]), {"risk": "all"}, "de")
    assert report["questionnaire"]["language"] == "de"
    assert report["result"]["reasons"][0]["text"] == "Residual risk 100% -> High"


# A report holds its answers


def answers_in(report):
    """Return the answers document that a report was made from, read from the report alone."""
    entries = {}
    for item in [*report["answers"], *report["inactive"]]:
        entry = {"value": item["value"]} if item["status"] == "answered" else {"status": item["status"]}
        if item["status"] == "unanswered":
            entry = {}
        entry |= {"note": item["note"]} if item["note"] is not None else {}
        entry |= {"evidence": item["evidence"]} if item["evidence"] else {}
        if entry:
            entries[item["question"]] = entry
    about = {name: value for name, value in report["about"].items() if name not in ("system", "agency")}
    made = report["questionnaire"]
    return {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": made["id"], "version": made["answered_version"]},
        "about": about,
        "answers": entries,
    }


@examples(20)
@given(questionnaires(trigger=True), SEEDS)
def test_a_report_can_be_scored_again_from_itself(questionnaire, seed):
    for plain, _ in many_answers(questionnaire, seed, 4):
        report = json.loads(to_json(report_of(questionnaire, plain, assessor="A. Officer", language="en")))
        again = check_answers(answers_in(report), questionnaire, "x")
        assert build_report(score(questionnaire, again), report["questionnaire"]["language"]) == report


@pytest.mark.parametrize("seed", range(4))
def test_a_report_of_gpaisa_can_be_scored_again_from_itself(seed):
    report = gpaisa_report(seed, "en")
    again = check_answers(answers_in(report), GPAISA, "x")
    assert build_report(score(GPAISA, again), "en") == report


def test_inactive_carries_the_answers_that_it_names():
    first = {"id": "first", "options": {"no": 0, "yes": 0}}
    q = tiny(first, inherent(show_if={"question": "first", "is": "yes"}), {"id": "other"})
    entry = {"value": "all", "note": "Before.", "evidence": [{"reference": "r", "date": "2026-01-01"}]}
    report = report_of(q, {"first": "no", "risk": entry, "other": {"note": "later"}})
    assert report["inactive"] == [
        {
            "question": "risk",
            "ref": None,
            "text": "Question risk?",
            "status": "answered",
            "value": "all",
            "label": "Option all",
            "note": "Before.",
            "evidence": [{"reference": "r", "date": "2026-01-01"}],
        }
    ]
    assert [item["question"] for item in report["answers"]] == ["first", "other"]
    assert [item["question"] for item in report["missing"]] == ["other"]


# Parts

LABELLED = tiny(
    {"id": "pick", "options": {"a": 0, "b": 0}, "ref": "7a"},
    {"id": "several", "type": "choices", "options": {"a": 0, "b": 0, "c": 0}},
    {"id": "size", "type": "number", "unit": "people"},
    {"id": "rate", "type": "number"},
    {"id": "day", "type": "date"},
    {"id": "name"},
    {"id": "office"},
    subject={"system": "name", "agency": "office"},
)


def test_values_and_labels():
    given = {
        "pick": "b",
        "several": ["c", "a"],
        "size": 2.5,
        "rate": 3,
        "day": "2026-01-01",
        "name": "Sorter",
        "office": UNSURE,
    }
    report = report_of(LABELLED, given)
    assert {item["question"]: (item["status"], item["value"], item["label"]) for item in report["answers"]} == {
        "pick": ("answered", "b", "Option b"),
        "several": ("answered", ["a", "c"], ["Option a", "Option c"]),
        "size": ("answered", 2.5, "2.5 people"),
        "rate": ("answered", 3, None),
        "day": ("answered", "2026-01-01", None),
        "name": ("answered", "Sorter", None),
        "office": ("unsure", None, None),
    }
    assert (report["about"]["system"], report["about"]["agency"]) == ("Sorter", None)
    assert report["missing"] == [
        {
            "question": "office",
            "ref": None,
            "text": "Question office?",
            "section": "main",
            "section_title": "Section main",
            "status": "unsure",
        }
    ]


def test_about_holds_what_is_given_and_no_more():
    assert report_of(EVERY_TYPE)["about"] == {"system": None, "agency": None}
    report = report_of(
        EVERY_TYPE, {}, classification="Rasmi", reference="JPN.100-1/2", started_at="2026-11-21T09:00:00+08:00"
    )
    assert report["about"] == {
        "system": None,
        "agency": None,
        "started_at": "2026-11-21T09:00:00+08:00",
        "classification": "Rasmi",
        "reference": "JPN.100-1/2",
    }


def test_not_measured_is_null_never_zero_or_a_hundred():
    q = tiny(inherent(), control(not_applicable=True, principles=["fair"], actors=["owner"]))
    report = report_of(q, {"risk": "none", "guard": SET_ASIDE})
    assert report["result"]["controls"] == {"points": 0, "maximum": 0, "percent": None}
    for tags in report["dimensions"].values():
        assert [(tag["percent"], tag["applicable"]) for tag in tags] == [(None, 0)]


def test_risks():
    risk = {"title": "It fails", "likelihood": 4, "consequence": 5}
    treated = {
        "title": "It lies",
        "likelihood": 4,
        "consequence": 5,
        "treatment": "Check",
        "residual_likelihood": 2,
        "residual_consequence": 3,
        "owner": "o",
        "due": "2026-01-01",
    }
    report = report_of(EVERY_TYPE, {"register": [risk, treated]})
    assert report["risks"] == [
        {"question": "register", **risk, "inherent_rating": 20, "rating": 20},
        {"question": "register", **treated, "inherent_rating": 20, "rating": 6},
    ]


def test_sections_count_what_applies():
    q = tiny(
        sections=[
            {"id": "one", "questions": [inherent("a"), control("b"), {"id": "c"}]},
            {"id": "two", "show_if": {"question": "a", "is": "all"}, "questions": [inherent("d")]},
        ]
    )
    report = report_of(q, {"a": "some", "b": UNSURE, "c": "x"})
    assert [(s["id"], s["answered"], s["applicable"], s["inherent"], s["controls"]) for s in report["sections"]] == [
        ("one", 2, 3, {"points": 2, "maximum": 4}, {"points": 0, "maximum": 4}),
        ("two", 0, 0, {"points": 0, "maximum": 0}, {"points": 0, "maximum": 0}),
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(100), "100"),
        (Fraction(100, 3), "33.3"),
        (Fraction(200, 3), "66.7"),
        (Fraction(2504, 100), "25"),
        (Fraction(2505, 100), "25.1"),  # a half goes up, also where floats would say 25.049999
        (Fraction(2515, 100), "25.2"),
        (Fraction(5, 100), "0.1"),
        (Fraction(4999, 100000), "0"),
        (Fraction(9996, 100), "100"),
        (Fraction(1025, 10), "102.5"),
    ],
)
def test_percentages_are_rounded_half_up_to_one_decimal(number, shown):
    assert json.dumps(one_decimal(number)) == shown


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-11-21", 12, "2027-11-21"),
        ("2026-12-31", 6, "2027-06-30"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2024-02-29", 24, "2026-02-28"),
        ("9999-06-01", 6, "9999-12-01"),
        ("9999-07-01", 6, None),
        ("0001-01-01", 600, "0051-01-01"),
    ],
)
def test_reassessment_is_counted_in_months(date, months, expected):
    assert add_months(date, months) == expected


def test_when_to_reassess_is_counted_from_the_date_as_written():
    """No time zone but the file's own: half past eleven in the evening stays on its day."""
    levels = [{"id": "low", "up_to_percent": 50, "reassess_months": 24}, {"id": "high"}]
    q = tiny(inherent(), levels=levels)
    for moment in ("2026-01-31T23:30:00-11:00", "2026-01-31T00:30:00+14:00"):
        assert report_of(q, {"risk": "none"}, completed_at=moment)["result"]["reassess"] == {
            "months": 24,
            "due": "2028-01-31",
        }
    assert report_of(q, {"risk": "none"})["result"]["reassess"] == {"months": 24, "due": None}
    assert report_of(q, {"risk": "all"}, completed_at="2026-01-31T00:30:00Z")["result"]["reassess"] == {
        "months": None,
        "due": None,
    }


def test_answers_of_an_older_version_are_named():
    document = answers_document(EVERY_TYPE, {}) | {"questionnaire": {"id": "tiny", "version": "1.0.3"}}
    report = build_report(score(EVERY_TYPE, check_answers(document, EVERY_TYPE, "x")))
    assert (report["questionnaire"]["version"], report["questionnaire"]["answered_version"]) == ("1.2.0", "1.0.3")


def test_a_report_has_no_clock_in_it():
    assert report_of(EVERY_TYPE) == build_report(score(EVERY_TYPE, answer_set(EVERY_TYPE)))
