"""Every complaint about an answers file, with its path, question, line and column."""

import json
import re
from pathlib import Path

import pytest

import aiassess.answers
from aiassess import InvalidInput, load_answers
from aiassess.answers.check import check_answers
from aiassess.answers.values import check_value
from aiassess.errors import MAX_PROBLEMS
from aiassess.kinds import parts
from aiassess.model.answers import About, Answer, Evidence
from aiassess.model.risks import Risk
from aiassess.text.problems import MESSAGES
from support.each import each
from support.tiny import EVERY_TYPE, answer_set, answers_document

RISK = {"title": "It fails", "likelihood": 2, "consequence": 3}
LONG = "x" * (parts.MAX_TEXT + 1)


def problems_of(tmp_path, document):
    """Return what is wrong with a document as (code, path, question), once it is seen to be placed well."""
    file = tmp_path / "answers.json"
    text = json.dumps(document, indent=2, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_answers(file, EVERY_TYPE)
    for problem in caught.value.problems:
        assert problem.file == str(file)
        value = at(document, problem.path or "")
        offset = offset_of(text, problem.line, problem.column)
        assert json.JSONDecoder().raw_decode(text, offset)[0] == value, problem
        for lang in ("en", "ms"):
            line = problem.line_text(lang)
            assert line.startswith(f"{file}:{problem.line}:{problem.column}: ")
            assert "\n" not in line
    return [(problem.code, problem.path, problem.question) for problem in caught.value.problems]


def at(document, path):
    """Return the value at a path, or that of what holds it."""
    for step in re.findall(r"[^.\[\]]+", path):
        try:
            document = document[int(step) if isinstance(document, list) else step]
        except KeyError:
            return document
    return document


def offset_of(text, line, column):
    return sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1


ENTRIES = [
    # choice
    ("pick", "green", "unknown_option", ""),
    ("pick", 1, "unknown_option", ""),
    ("pick", True, "unknown_option", ""),
    ("pick", ["red"], "unknown_option", ""),
    ("pick", "Red", "unknown_option", ""),
    # choices
    ("several", "one", "json_expected_array", ""),
    ("several", ["one", "four"], "unknown_option", "[1]"),
    ("several", [1], "unknown_option", "[0]"),
    ("several", [["one"]], "unknown_option", "[0]"),
    ("several", ["one", "two", "one"], "option_twice", "[2]"),
    ("several", ["none", "one"], "exclusive_option", ""),
    ("several", ["none", "unknown"], "exclusive_option", ""),
    # text
    ("words", 7, "json_expected_string", ""),
    ("words", ["a"], "json_expected_string", ""),
    ("words", LONG, "text_too_long", ""),
    # number
    ("count", "7", "json_expected_number", ""),
    ("count", True, "json_expected_number", ""),
    ("count", 0, "number_range", ""),
    ("count", 9.5, "number_range", ""),
    ("count", 10**40, "number_range", ""),
    ("count", 2.5, "number_whole", ""),
    ("rate", 2**53, "number_range", ""),
    ("rate", -1e300, "number_range", ""),
    # date
    ("day", "2026-02-29", "date_wrong", ""),
    ("day", "2026-1-1", "date_wrong", ""),
    ("day", "0000-01-01", "date_wrong", ""),
    ("day", "2026-01-01T00:00:00Z", "date_wrong", ""),
    ("day", "2026-01-01\n", "date_wrong", ""),
    ("day", "２０２６-01-01", "date_wrong", ""),
    ("day", 20260101, "date_wrong", ""),
    # risks
    ("register", {"title": "x"}, None, ""),  # an object is the long form; see below
    ("register", "none", "json_expected_array", ""),
    ("register", ["It fails"], "json_expected_object", "[0]"),
    ("register", [RISK] * 501, "too_many", ""),
    ("register", [{"likelihood": 1, "consequence": 1}], "json_required", "[0]"),
    ("register", [{"title": "a", "consequence": 1}], "json_required", "[0]"),
    ("register", [RISK, {"title": "a", "likelihood": 1}], "json_required", "[1]"),
    ("register", [RISK | {"extra": 1}], "json_unknown", "[0].extra"),
    ("register", [RISK | {"title": 1}], "json_expected_string", "[0].title"),
    ("register", [RISK | {"owner": LONG}], "text_too_long", "[0].owner"),
    ("register", [RISK | {"treatment": False}], "json_expected_string", "[0].treatment"),
    ("register", [RISK | {"likelihood": 0}], "risk_rating", "[0].likelihood"),
    ("register", [RISK | {"likelihood": 6}], "risk_rating", "[0].likelihood"),
    ("register", [RISK | {"consequence": 2.5}], "risk_rating", "[0].consequence"),
    ("register", [RISK | {"consequence": "3"}], "risk_rating", "[0].consequence"),
    ("register", [RISK | {"consequence": True}], "risk_rating", "[0].consequence"),
    ("register", [RISK | {"residual_likelihood": 1}], "risk_half_residual", "[0]"),
    ("register", [RISK | {"residual_consequence": 1}], "risk_half_residual", "[0]"),
    ("register", [RISK | {"due": "soon"}], "date_wrong", "[0].due"),
]
IN_A_FILE = [
    ("register", [RISK | {"title": " "}], "json_required", "[0]"),
    ("register", [{}, RISK | {"likelihood": None}], "json_required", "[1]"),
    ("register", [RISK | {"residual_consequence": 1, "residual_likelihood": ""}], "risk_half_residual", "[0]"),
    ("register", [RISK, {"title": None, "risk": None}], "json_unknown", "[1].risk"),
]
"""Wrong where a field is blank, so that it counts as left out."""
BLANK = [
    ("pick", None, "unknown_option", ""),
    ("pick", "", "unknown_option", ""),
    ("several", [], "choices_empty", ""),
    ("words", None, "json_expected_string", ""),
    ("words", "", "text_blank", ""),
    ("words", " \n\t\u00a0\u2003\ufeff", "text_blank", ""),
    ("words", "\u200b\u3164\u0301", "text_blank", ""),
    ("count", None, "json_expected_number", ""),
    ("register", [], "risks_empty", ""),
]
"""Not given where they stand in a file; refused where a screen asks for a value."""
BARE = [entry for entry in ENTRIES if entry[2]]


@each("entry", [*BARE, *IN_A_FILE])
def test_values_in_the_short_form(tmp_path, entry):
    name, value, code, tail = entry
    found = problems_of(tmp_path, answers_document(EVERY_TYPE, {"graded": "none", name: value}))
    assert found[0] == (code, f"answers.{name}{tail}", name)
    assert len(found) == 1 or entry in IN_A_FILE


@each("entry", [*BARE, *IN_A_FILE])
def test_values_in_the_long_form(tmp_path, entry):
    name, value, code, tail = entry
    found = problems_of(tmp_path, answers_document(EVERY_TYPE, {name: {"note": "Because.", "value": value}}))
    assert found[0] == (code, f"answers.{name}.value{tail}", name)
    assert len(found) == 1 or entry in IN_A_FILE


@each("entry", [*BARE, *BLANK])
def test_values_on_their_own(entry):
    name, value, code, _ = entry
    checked, problems = check_value(EVERY_TYPE.by_id[name], value)
    assert checked is None
    assert [problem.code for problem in problems] == [code]


@each(
    "entry, code, tail",
    [
        ({"value": "red", "status": "unsure"}, "status_and_value", ""),
        ({"status": "answered"}, "status_unknown", ".status"),
        ({"status": "unanswered"}, "status_unknown", ".status"),
        ({"status": ["unsure"]}, "status_unknown", ".status"),
        ({"status": "unsure", "for": "nobody"}, "for_unknown", ".for"),
        ({"value": "red", "for": "nobody"}, "for_not_unsure", ".for"),
        ({"status": "not_applicable"}, "not_applicable_note", ""),
        ({"status": "not_applicable", "evidence": [{"reference": "x"}]}, "not_applicable_note", ""),
        ({"values": "red"}, "json_unknown", ".values"),
        ({"value": "red", "points": 3}, "json_unknown", ".points"),
        ({"value": "red", "note": LONG}, "text_too_long", ".note"),
        ({"note": ["x"]}, "json_expected_string", ".note"),
        ({"value": "red", "evidence": "a letter"}, "json_expected_array", ".evidence"),
        ({"value": "red", "evidence": ["a letter"]}, "json_expected_object", ".evidence[0]"),
        ({"value": "red", "evidence": [{"date": "2026-01-01"}]}, "json_required", ".evidence[0]"),
        ({"value": "red", "evidence": [{"reference": "x", "url": "y"}]}, "json_unknown", ".evidence[0].url"),
        (
            {"value": "red", "evidence": [{"reference": " ", "date": "2026-01-01"}]},
            "json_required",
            ".evidence[0]",
        ),
        ({"value": "red", "evidence": [{}, {"reference": "x", "url": None}]}, "json_unknown", ".evidence[1].url"),
        ({"status": "not_applicable", "note": "\u200b"}, "not_applicable_note", ""),
        ({"vaule": None}, "json_unknown", ".vaule"),
        ({"value": "red", "evidence": [{"reference": 5}]}, "json_expected_string", ".evidence[0].reference"),
        ({"value": "red", "evidence": [{"reference": "x", "date": "2026"}]}, "date_wrong", ".evidence[0].date"),
        ({"value": "red", "evidence": [{"reference": "x"}] * 201}, "too_many", ".evidence"),
    ],
)
def test_the_long_form(tmp_path, entry, code, tail):
    found = problems_of(tmp_path, answers_document(EVERY_TYPE, {"pick": entry}))
    assert found == [(code, f"answers.pick{tail}", "pick")]


def test_not_applicable_where_the_question_does_not_allow_it(tmp_path):
    found = problems_of(tmp_path, answers_document(EVERY_TYPE, {"words": {"status": "not_applicable", "note": "No."}}))
    assert found == [("not_applicable_refused", "answers.words.status", "words")]


@each(
    "change, expected",
    [
        ({"extra": 1}, ("json_unknown", "extra")),
        ({"answers": None}, ("json_expected_object", "answers")),
        ({"answers": []}, ("json_expected_object", "answers")),
        ({"$schema": 1}, ("json_expected_string", "$schema")),
        ({"about": 0}, ("json_expected_object", "about")),
        ({"about": "me"}, ("json_expected_object", "about")),
        ({"about": {"name": "me"}}, ("json_unknown", "about.name")),
        ({"about": {"assessor": 1}}, ("json_expected_string", "about.assessor")),
        ({"about": {"assessor": LONG}}, ("text_too_long", "about.assessor")),
        ({"about": {"started_at": "2026-11-21"}}, ("about_started_at", "about.started_at")),
        ({"about": {"started_at": "2026-11-21T09:00:00"}}, ("about_started_at", "about.started_at")),
        ({"about": {"completed_at": "2026-11-31T09:00:00Z"}}, ("about_completed_at", "about.completed_at")),
        ({"about": {"completed_at": "2026-11-21T24:00:00Z"}}, ("about_completed_at", "about.completed_at")),
        ({"about": {"language": "English"}}, ("about_language", "about.language")),
        ({"about": {"revises": "sha256:" + "A" * 64}}, ("about_revises", "about.revises")),
        ({"questionnaire": None}, ("json_expected_object", "questionnaire")),
        ({"questionnaire": "tiny"}, ("json_expected_object", "questionnaire")),
        (
            {"questionnaire": {"id": "tiny", "version": "1.0.0", "digest": "x"}},
            ("json_unknown", "questionnaire.digest"),
        ),
        ({"questionnaire": {"id": "other", "version": "1.0.0"}}, ("other_questionnaire", "questionnaire.id")),
        ({"questionnaire": {"version": "1.0.0"}}, ("other_questionnaire", "questionnaire.id")),
        ({"questionnaire": {"id": "tiny"}}, ("answers_version", "questionnaire.version")),
        ({"questionnaire": {"id": "tiny", "version": 1}}, ("answers_version", "questionnaire.version")),
        ({"questionnaire": {"id": "tiny", "version": "1.0"}}, ("answers_version", "questionnaire.version")),
        ({"questionnaire": {"id": "tiny", "version": "1.0.0-rc1"}}, ("answers_version", "questionnaire.version")),
        ({"questionnaire": {"id": "tiny", "version": "2.0.0"}}, ("other_major_version", "questionnaire.version")),
        ({"questionnaire": {"id": "tiny", "version": "0.9.0"}}, ("other_major_version", "questionnaire.version")),
        ({"format": "aiassess.answers/2"}, ("newer_format", "format")),
        ({"format": "aiassess.answers/10"}, ("newer_format", "format")),
        ({"format": "aiassess.answers/0"}, ("answers_format", "format")),
        ({"format": "aiassess.diff/1"}, ("wrong_file", None)),
        ({"format": 1}, ("answers_format", "format")),
        ({"format": None}, ("answers_no_format", None)),
    ],
)
def test_the_file_around_the_answers(tmp_path, change, expected):
    document = answers_document(EVERY_TYPE, {"pick": "red"}) | change
    assert [found[:2] for found in problems_of(tmp_path, document)] == [expected]


@pytest.mark.parametrize(
    ("missing", "code"),
    [("format", "answers_no_format"), ("questionnaire", "json_expected_object"), ("answers", "json_required")],
)
def test_what_a_file_must_have(tmp_path, missing, code):
    document = answers_document(EVERY_TYPE, {"pick": "red"})
    del document[missing]
    assert [found[0] for found in problems_of(tmp_path, document)] == [code]


@pytest.mark.parametrize("document", [[], "answers", 7, None, True])
def test_a_document_that_is_no_object(tmp_path, document):
    assert problems_of(tmp_path, document) == [("json_expected_object", None, None)]


@pytest.mark.parametrize("version", ["1.0.0", "1.2.0", "1.99.7"])
def test_any_version_of_the_same_major_one(version):
    document = answers_document(EVERY_TYPE, {}) | {"questionnaire": {"id": "tiny", "version": version}}
    assert check_answers(document, EVERY_TYPE, "x").questionnaire_version == version


def test_an_unknown_question_with_a_suggestion(tmp_path):
    document = answers_document(EVERY_TYPE, {"wrods": "x", "zzz": "x", "PICK": "red", "": 1, "a.b[0]": 1})
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_answers(file, EVERY_TYPE)
    messages = [problem.message("en") for problem in caught.value.problems]
    assert messages == [
        "There is no question “wrods” in this questionnaire. Did you mean “words”?",
        "There is no question “zzz” in this questionnaire.",
        "There is no question “PICK” in this questionnaire.",
        "There is no question “” in this questionnaire.",
        "There is no question “a.b[0]” in this questionnaire.",
    ]
    assert [problem.path for problem in caught.value.problems] == [
        "answers.wrods",
        "answers.zzz",
        "answers.PICK",
        "answers.",
        "answers.a.b[0]",
    ]


def test_every_error_is_collected(tmp_path):
    document = answers_document(
        EVERY_TYPE,
        {
            "pick": "green",
            "several": {"value": ["one", "four", "five"], "note": " ", "why": 1},
            "day": {"value": "x", "evidence": [{"reference": ""}, {}, 3]},
            "nothing": 1,
        },
        language="??",
    ) | {"questionnaire": {"id": "other", "version": "9.0.0"}, "more": 1}
    assert [(code, path) for code, path, _ in problems_of(tmp_path, document)] == [
        ("json_unknown", "more"),
        ("other_questionnaire", "questionnaire.id"),
        ("other_major_version", "questionnaire.version"),
        ("about_language", "about.language"),
        ("unknown_option", "answers.pick"),
        ("json_unknown", "answers.several.why"),
        ("unknown_option", "answers.several.value[1]"),
        ("unknown_option", "answers.several.value[2]"),
        ("json_expected_object", "answers.day.evidence[2]"),
        ("date_wrong", "answers.day.value"),
        ("unknown_question", "answers.nothing"),
    ]


def test_many_errors_end_the_search(tmp_path):
    document = answers_document(EVERY_TYPE, {f"q{i}": 1 for i in range(1500)})
    assert len(problems_of(tmp_path, document)) == MAX_PROBLEMS


@pytest.mark.parametrize(("indent", "ascii_only"), [(None, True), (4, True), ("\t", False), ("\t", True)])
def test_places_whatever_the_layout(tmp_path, indent, ascii_only):
    document = answers_document(EVERY_TYPE, {"words": "\U0001f600 \x7f \u2028", "several": ["one", "four"]})
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_answers(file, EVERY_TYPE)
    (problem,) = caught.value.problems
    assert text[offset_of(text, problem.line, problem.column) :].startswith('"four"')
    assert problem.question == "several"


def test_messages_stay_short_whatever_was_found():
    huge = {"x" * 5000: ["y" * 5000] * 5000}
    for value in (huge, [huge] * 1000, "z" * 100_000, 10**29, [[[[]]]]):
        for name in ("pick", "several", "words", "count", "day", "register"):
            for problem in check_value(EVERY_TYPE.by_id[name], value)[1][:3]:
                assert len(problem.message("en")) < 1200


def test_the_questionnaire_that_a_file_names(tmp_path):
    file = tmp_path / "answers.json"
    for named, code in (
        ({"id": "nowhere", "version": "1.0.0"}, "answers_unknown_questionnaire"),
        ({"id": "../gpaisa", "version": "1.0.0"}, "answers_unknown_questionnaire"),
        ({"version": "1.0.0"}, "answers_questionnaire"),
        ({"id": ["gpaisa"]}, "answers_questionnaire"),
        (None, "answers_questionnaire"),
    ):
        file.write_text(json.dumps({"format": "aiassess.answers/1", "questionnaire": named, "answers": {}}))
        with pytest.raises(InvalidInput) as caught:
            load_answers(file)
        assert [problem.code for problem in caught.value.problems] == [code]
        assert caught.value.problems[0].path.startswith("questionnaire")
        assert caught.value.problems[0].line == 1


def test_every_code_of_this_folder_is_met_here():
    """A complaint added to the program is added to this test too, and has its message in both languages."""
    folder = Path(aiassess.answers.__file__).parent
    kinds, errors = folder.with_name("kinds"), folder.with_name("errors.py")
    files = [folder / "check.py", folder / "values.py", errors, *kinds.glob("*.py")]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    codes = set(re.findall(r'(?:\.add\(|Problem\()\s*"([a-z_]+)"', source))
    assert len(codes) > 25
    tests = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in codes if f'"{code}"' not in tests] == []
    assert [code for code in codes if code not in MESSAGES] == []


# What is accepted


ACCEPTED = {
    "pick": [("red", "red")],
    "several": [(["three", "one"], ("one", "three")), (["none"], ("none",))],
    "words": [
        (" a\n", " a\n"),
        ("x" * parts.MAX_TEXT, "x" * parts.MAX_TEXT),
        ("a\u0000", "a\u0000"),
    ],
    "count": [(1, 1), (9, 9), (3.0, 3)],
    "rate": [(0.1, 0.1), (-0.0, 0), (2**53 - 1, 2**53 - 1), (1e3, 1000), (1e-300, 1e-300)],
    "day": [("2024-02-29", "2024-02-29"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31")],
    "register": [
        ([RISK], (Risk("It fails", 2, 3),)),
        (
            [
                RISK
                | {
                    "treatment": "t",
                    "residual_likelihood": 1,
                    "residual_consequence": 1.0,
                    "owner": "o",
                    "due": "2026-01-01",
                }
            ],
            (Risk("It fails", 2, 3, "t", 1, 1, "o", "2026-01-01"),),
        ),
    ],
}


@each("name, value, expected", [(n, *case) for n, cases in ACCEPTED.items() for case in cases])
def test_values(name, value, expected):
    assert check_value(EVERY_TYPE.by_id[name], value) == (expected, [])
    short, long = (answer_set(EVERY_TYPE, {name: entry}).get(name) for entry in (value, {"value": value}))
    assert short == long == Answer("answered", expected)
    assert type(short.value) is type(expected)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"status": "unsure"}, Answer("unsure")),
        ({"status": "unsure", "note": "?"}, Answer("unsure", note="?")),
        ({"status": "not_applicable", "note": "No."}, Answer("not_applicable", note="No.")),
        ({"note": "To be asked."}, Answer("unanswered", note="To be asked.")),
        ({"evidence": [{"reference": "r"}]}, Answer("unanswered", evidence=(Evidence("r"),))),
        ({"evidence": []}, Answer("unanswered")),
        (
            {"value": "red", "evidence": [{"reference": "r", "date": "2026-01-01"}, {"reference": "r"}]},
            Answer("answered", "red", evidence=(Evidence("r", "2026-01-01"), Evidence("r"))),
        ),
    ],
)
def test_answers_without_a_bare_value(entry, expected):
    assert answer_set(EVERY_TYPE, {"pick": entry}).get("pick") == expected


def test_about():
    given = {
        "assessor": "A. Officer",
        "started_at": "2026-11-21T09:00:00+08:00",
        "completed_at": "2026-11-21T09:00:00.123Z",
        "language": "ms",
        "classification": "Terhad",
        "revises": "sha256:" + "0" * 64,
    }
    assert answer_set(EVERY_TYPE, {}, **given).about == About(**given)
    assert answer_set(EVERY_TYPE, {}, **dict.fromkeys(given)).about == About()
    document = answers_document(EVERY_TYPE, {})
    del document["about"]
    assert check_answers(document, EVERY_TYPE, "x").about == About()
