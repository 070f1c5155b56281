"""What becomes of the parts of a form, one by one: sections, options, bounds, points, and the verdict without points."""

import json

import pytest

from aiassess import InvalidInput
from aiassess.imports.convert import import_form
from aiassess.scoring.applicability import applicable
from support.each import each
from support.forms import linted, made, surveyjs, xlsform
from support.tiny import answer_set, assess
from support.workbooks import workbook


def picked(name, type_="radiogroup", choices=("yes", "no"), **more):
    return {"type": type_, "name": name, "choices": list(choices), **more}


def test_without_points_nothing_looks_assessed():
    questionnaire, notes = made(surveyjs(picked("a"), {"type": "text", "name": "b"}))
    assert notes == []
    assert assess(questionnaire).verdict == "hold"
    result = assess(questionnaire, {"a": "yes", "b": "words"})
    assert (result.status, result.verdict, result.level.id) == ("complete", "hold", "not_assessed")
    assert [finding.severity for finding in questionnaire.by_id["a"].findings] == ["critical"]


def test_the_first_question_is_required_without_points_whatever_the_form_says():
    assert [question.required for question in made(surveyjs(picked("a"), picked("b")))[0].questions] == [True, False]


def test_options_count_what_stands_after_the_last_hyphen():
    questionnaire, notes = made(surveyjs(picked("q-RS", choices=["a-b-3", "c--4", "d", "5", 6, "e-", "f-x", "g-1.5"])))
    assert [option.points for option in questionnaire.by_id["q_rs"].options] == [3, 4, 0, 0, 6, 0, 0, 0]
    assert notes == ["import_points"]


def test_the_name_of_a_question_counts_before_that_of_its_panel():
    panel = {
        "type": "panel",
        "name": "p-RS",
        "elements": [picked(name, choices=["a-1", "b-0"]) for name in ("a", "b-MS", "c-NS")],
    }
    inner = {"type": "panel", "name": "plain", "elements": [picked("d", choices=["a-1", "b-0"])]}
    panel["elements"].append(inner)
    questionnaire, _ = made(surveyjs(panel))
    assert [question.score for question in questionnaire.questions] == ["inherent", "control", None, None]


def test_a_half_mitigation_that_is_no_whole_number_steps_at_the_same_points():
    questionnaire, _ = made(
        surveyjs(picked("r-RS", choices=["a-100", "b-0"]), picked("m-MS", "checkbox", ["a-2", "b-1", "c-2"]))
    )
    # 80% of 5 / 2 are 2 points
    assert assess(questionnaire, {"r_rs": "a_100", "m_ms": ["a_2"]}).residual.points == 85
    assert assess(questionnaire, {"r_rs": "a_100", "m_ms": ["b_1"]}).residual.points == 100


def test_a_question_that_can_only_count_nothing_is_not_scored():
    questionnaire, _ = made(surveyjs(picked("a-RS", choices=["x-0", "y-0"]), picked("b-RS", choices=["x-1", "y-0"])))
    assert [question.score for question in questionnaire.questions] == [None, "inherent"]


def test_titled_panels_are_sections_of_their_own_and_others_only_conditions():
    titled = {"type": "panel", "name": "inner", "title": "Inner", "elements": [picked("b")]}
    plain = {"type": "panel", "name": "plain", "visibleIf": "{b} = 'yes'", "elements": [picked("c"), picked("d")]}
    page = {"name": "page1", "title": "Outer", "elements": [picked("a"), titled, plain]}
    questionnaire, notes = made(json.dumps({"pages": [page]}).encode())
    found = [(section.id, section.title["en"], [q.id for q in section.questions]) for section in questionnaire.sections]
    assert found == [("page1", "Outer", ["a"]), ("inner", "Outer – Inner", ["b"]), ("page1_2", "Outer (2)", ["c", "d"])]
    assert questionnaire.by_id["c"].show_if == questionnaire.by_id["d"].show_if is not None
    assert notes == []


def test_a_condition_that_cannot_be_said_leaves_the_question_always_asked():
    questionnaire, notes = made(surveyjs(picked("a", visibleIf="{b} = 'yes'"), picked("b")))
    assert questionnaire.by_id["a"].show_if is None
    assert notes == ["import_condition"]


def test_ids_are_made_valid_and_stay_apart():
    names = ["Größe", "grosse", "1st", "true", "A b-C", "a_b_c", "", "名前", "x" * 200, "x" * 201]
    questionnaire, _ = made(surveyjs(*({"type": "text", "name": name} for name in names)))
    found = [question.id for question in questionnaire.questions]
    assert found == ["groe", "grosse", "q_1st", "yes", "a_b_c", "a_b_c_2", "q", "q_2", "x" * 60, "x" * 60 + "_2"]


def test_languages_are_those_of_the_form():
    title = {"default": "Ja?", "fr": "Oui ?", "xx-long": "?", "Klingon": "?"}
    questionnaire, notes = made(surveyjs({"type": "text", "name": "a", "title": title}, locale="de"))
    assert questionnaire.languages == ("de", "fr", "xx")
    assert set(notes) == {"import_language", "import_untranslated"}
    questionnaire, _ = made(surveyjs(picked("a")), language="ms")
    assert questionnaire.languages == ("ms",)
    assert "Diimport" in questionnaire.statement["ms"]


def test_names_used_twice_are_told():
    questionnaire, notes = made(surveyjs(picked("a"), picked("a"), picked("b", choices=["x", "x"])))
    assert [question.id for question in questionnaire.questions] == ["a", "a_2", "b"]
    assert notes == ["import_name_twice", "import_name_twice"]


@each(
    "more, noted",
    [
        ({"visible": False}, True),
        ({"defaultValue": False}, True),
        ({"defaultValue": 0}, True),
        ({"readOnly": True}, True),
        ({"readOnly": False, "hasSelectAll": False, "validators": [], "colCount": 3, "requiredErrorText": ""}, False),
    ],
)
def test_what_a_key_does_is_never_dropped_in_silence(more, noted):
    assert made(surveyjs(picked("a", **more)))[1] == ["import_keys"] * noted


def test_none_of_these_is_no_answer_to_a_condition():
    box, after = (
        picked("a-RS", "checkbox", ["x-1", "y-0"]),
        {"type": "text", "name": "b", "visibleIf": "{a-RS} notempty"},
    )
    questionnaire, _ = made(surveyjs(box, after))
    found = [applicable(questionnaire, answer_set(questionnaire, {"a_rs": [option]})) for option in ("y_0", "none")]
    assert ["b" in applying for applying in found] == [True, False]


def test_bounds_that_are_none_are_told():
    numbers = {"type": "text", "inputType": "number"}
    found = [
        {**numbers, "name": "a", "min": 5, "max": 1},
        {**numbers, "name": "b", "min": "{a}", "max": True},
        {"type": "text", "inputType": "date", "name": "c", "min": "2026-02-30", "max": "2026-02-28"},
    ]
    questionnaire, notes = made(surveyjs(*found))
    assert notes == ["import_bound"] * 4
    assert [(question.minimum, question.maximum) for question in questionnaire.questions][:2] == [
        (5, None),
        (None, None),
    ]
    assert (questionnaire.by_id["c"].earliest, questionnaire.by_id["c"].latest) == (None, "2026-02-28")


@each(
    "constraint, bounds",
    [
        (". >= 1 and . <= 9", (1, 9)),
        ("(.>0) and (.<10)", (1, 9)),
        (". > 0 or . < 10", (None, None)),
        (". >= ${other}", (None, None)),
        ("regex(., '[0-9]+')", (None, None)),
    ],
)
def test_constraints(constraint, bounds):
    raw = xlsform(("integer", "other", "O?"), ("integer", "n", "N?", "", "", constraint))
    questionnaire, notes = made(raw)
    question = questionnaire.by_id["n"]
    assert (question.minimum, question.maximum) == bounds
    assert notes == ([] if bounds[0] else ["import_constraint"])


@each("required, notes", [("yes", []), ("true()", []), ("no", []), ("", []), ("${a} = 'yes'", ["import_required_if"])])
def test_required(required, notes):
    questionnaire, found = made(xlsform(("select_one yn", "a", "A?"), ("text", "b", "B?", "", required)))
    assert questionnaire.by_id["b"].required is (required not in ("no", ""))
    assert found == notes


def test_groups_of_an_xlsform():
    rows = [
        ("text", "a", "A?"),
        ("begin group", "g", "G", "${a} != ''"),
        ("text", "b", "B?"),
        ("end group",),
        ("text", "c", "C?"),
    ]
    questionnaire, notes = made(xlsform(*rows, form_title="Title"))
    found = [(section.id, section.title["en"], section.show_if is None) for section in questionnaire.sections]
    assert found == [("page", "Title", True), ("g", "G", False), ("page_2", "Title (2)", True)]
    assert notes == []


def test_a_table_of_questions_is_the_questions_in_it():
    rows = [
        ("begin group", "t", "Table", "table-list"),
        ("select_one yn", "a", "A?"),
        ("select_one yn", "b", "B?"),
        ("end group",),
    ]
    questionnaire, notes = made(xlsform(*rows, columns=("type", "name", "label", "appearance")))
    assert [question.id for question in questionnaire.questions] == ["a", "b"]
    assert [option.id for option in questionnaire.by_id["b"].options] == ["yes", "no"]
    assert notes == []


@each(
    "raw, code",
    [
        (b"[]", "import_no_form"),
        (b'{"format": "aiassess.answers/1", "pages": []}', "import_no_form"),
        (b'{"title": "x"}', "import_no_form"),
        (b'{"pages": []}', "import_no_questions"),
        (b'{"pages": [{"elements": [{"type": "matrix", "name": "m"}]}]}', "import_no_questions"),
        (b'{"pages": 5}', "import_no_questions"),
        (b"PK\x03\x04 is no package", "workbook_damaged"),
        (b"", "empty_file"),
    ],
)
def test_what_is_no_form_is_refused(raw, code):
    with pytest.raises(InvalidInput) as caught:
        import_form(raw, "form")
    assert caught.value.problems[0].code == code


def test_an_xlsform_that_is_not_valid_is_refused_with_the_reason():
    with pytest.raises(InvalidInput) as caught:
        import_form(xlsform(("select_one gone", "a", "A?")), "form.xlsx")
    assert caught.value.problems[0].code == "import_refused"
    assert "gone" in str(caught.value)


def test_what_is_imported_lints_clean_with_every_type(tmp_path):
    elements = [
        picked("radio", hasOther=True, hasNone=True),
        picked("box-RS", "checkbox", ["none-1", "b-2"], hasNone=False),
        picked("box2-MS", "checkbox", ["a-1"], showNoneItem=True, showOtherItem=True),
        {"type": "rating", "name": "r", "rateValues": [1, {"value": 2, "text": "two"}]},
        {"type": "boolean", "name": "bool", "valueTrue": "ja"},
        {"type": "comment", "name": "c", "title": "yes"},
        {"type": "text", "name": "e", "title": "1e3", "inputType": "email"},
    ]
    assert linted(import_form(surveyjs(*elements), "f.json").text, tmp_path) == []


def test_other_sheets_are_noted_in_their_order():
    """Not in that of a set, which differs from one run to the next."""
    others = [f"sheet{n}" for n in range(8)]
    raw = workbook(survey=[("type", "name", "label"), ("text", "a", "A?")], **{name: [["x"]] for name in others})
    assert [note.path for note in import_form(raw, "form.xlsx").notes] == others
