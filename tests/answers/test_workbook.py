"""Filled forms: what is read, and each kind of mistake with its cell, what was found and what was expected."""

from datetime import date

import pytest

from aiassess import InvalidInput, load_answers, load_questionnaire
from aiassess.form.content import Form
from aiassess.form.sheet import write_sheet
from support.each import each
from support.tiny import EVERY_TYPE, answer_set, inherent, tiny
from support.workbooks import filled, place_of

BLANK = write_sheet(Form(EVERY_TYPE, ("en",)))


def at(values: dict) -> dict:
    """Return values by place, given by row and column; "register#1.due" or "note" stand for (row, column)."""
    return {place_of(BLANK, *(row if isinstance(row, tuple) else (row,))): value for row, value in values.items()}


def read(values: dict, questionnaire=EVERY_TYPE):
    return load_answers(filled(BLANK, at(values)), questionnaire)


def mistakes(values: dict, questionnaire=EVERY_TYPE) -> list[tuple[str, str, str]]:
    """Return the code, place and question of each problem."""
    with pytest.raises(InvalidInput) as caught:
        read(values, questionnaire)
    for problem in caught.value.problems:
        for lang in ("en", "ms"):
            assert problem.line_text(lang)
    return [(problem.code, problem.path, problem.question) for problem in caught.value.problems]


@each(
    "row, value, found",
    [
        ("pick", "Option blue", "blue"),
        ("pick", "  option   BLUE ", "blue"),
        ("words", 12, "12"),
        ("words", 2.5, "2.5"),
        ("count", 3, 3),
        ("count", " 3 ", 3),
        ("rate", "1,000.5", 1000.5),
        ("rate", 0.1 + 0.2, 0.3),
        ("day", date(2026, 1, 31), "2026-01-31"),
        ("day", "2026-01-31", "2026-01-31"),
        ("day", "31 Jan 2026", "2026-01-31"),
        ("several#one", "X", ("one",)),
        ("several#two", "✓", ("two",)),
    ],
)
def test_what_people_type(row, value, found):
    name = row.partition("#")[0]
    assert read({row: value}).get(name).value == pytest.approx(found) if name == "rate" else found


def test_a_blank_form_has_no_answers():
    assert read({}).answers == {}
    assert read({"pick": "  ", ("words", "note"): "\u00a0"}).answers == {}


def test_notes_evidence_and_those_who_are_to_answer():
    questionnaire = tiny({"id": "q", "actors": ["owner", "maker"]})
    package = write_sheet(Form(questionnaire, ("en",)))
    values = {"status": "Not sure; for: Maker", "note": "Ask.", "evidence": "Minutes", "date": date(2026, 1, 2)}
    package = filled(package, {place_of(package, "q", key): value for key, value in values.items()})
    entry = {
        "status": "unsure",
        "for": "maker",
        "note": "Ask.",
        "evidence": [{"reference": "Minutes", "date": "2026-01-02"}],
    }
    assert load_answers(package, questionnaire) == answer_set(questionnaire, {"q": entry}, language="en")


@each(
    "values, code, row",
    [
        ({"pick": "Option bleu"}, "sheet_option_near", "pick"),
        ({"pick": "Perhaps"}, "sheet_option", "pick"),
        ({"pick": True}, "sheet_text", "pick"),
        ({"graded": "Not applicable"}, "sheet_option", "graded"),
        ({"several#one": "yes"}, "sheet_tick", "several#one"),
        ({"several#one": "x", "several#none": "x"}, "exclusive_option", "several#one"),
        ({"words": True}, "sheet_text", "words"),
        ({"words": "a" * 20_001}, "text_too_long", "words"),
        ({"count": "many"}, "number_text", "count"),
        ({"count": "1,5"}, "number_comma", "count"),
        ({"count": 2.5}, "number_whole", "count"),
        ({"count": 10}, "number_range", "count"),
        ({"count": True}, "number_text", "count"),
        ({"day": 46000.5}, "sheet_day", "day"),
        ({"day": "1/6/27"}, "sheet_day_unclear", "day"),
        ({"day": "31 February 2026"}, "date_wrong", "day"),
        ({("pick", "status"): "Not sure", "pick": "Option red"}, "status_and_value", ("pick", "status")),
        ({("several", "status"): "Not sure", "several#one": "x"}, "status_and_value", ("several", "status")),
        ({("pick", "status"): "Not applicable", "pick": "Not sure"}, "status_and_value", ("pick", "status")),
        ({("pick", "status"): "Not applicable"}, "not_applicable_note", ("pick", "note")),
        (
            {("words", "status"): "Not applicable", ("words", "note"): "No."},
            "not_applicable_refused",
            ("words", "status"),
        ),
        ({("words", "status"): "Later"}, "sheet_option", ("words", "status")),
        ({("words", "date"): date(2026, 1, 2)}, "sheet_no_reference", ("words", "evidence")),
        ({("words", "evidence"): "Minutes", ("words", "date"): "soon"}, "date_wrong", ("words", "date")),
        ({("register#1", "likelihood"): 3}, "sheet_risk_lacks", ("register#1", "title")),
        ({("register#2", "title"): "A", ("register#2", "likelihood"): 6}, "risk_rating", ("register#2", "likelihood")),
    ],
)
def test_each_mistake_has_its_cell(values, code, row):
    found = mistakes(values)
    place = place_of(BLANK, *(row if isinstance(row, tuple) else (row,)))
    name = (row[0] if isinstance(row, tuple) else row).partition("#")[0]
    assert (code, place, name) in found


def test_all_mistakes_at_once():
    values = {"pick": "Option bleu", "count": 10, "day": "soon", ("words", "date"): "1/6/27"}
    assert len(mistakes(values)) == 4


def test_a_mistake_in_words():
    with pytest.raises(InvalidInput) as caught:
        read({"pick": "Option bleu"})
    place = place_of(BLANK, "pick")
    assert str(caught.value) == (
        f"<bytes>: {place} (question pick): Found “Option bleu”, which is not in the list. Did you mean “Option blue”? "
        "Expected one of: Option red, Option blue, Not sure, Not applicable."
    )


def test_labels_of_any_language():
    questionnaire = load_questionnaire("gpaisa")
    question = questionnaire.by_id["livelihood"]
    for made_in in ("en", "ms"):
        package = write_sheet(Form(questionnaire, (made_in,)))
        for option in question.options:
            for lang in ("en", "ms"):
                answers = load_answers(filled(package, {place_of(package, "livelihood"): option.label[lang]}))
                assert answers.get("livelihood").value == option.id


def test_more_evidence_needs_its_question():
    sheet = place_of(BLANK, "1", "evidence", "evidence").rpartition("!")[0]
    first = place_of(BLANK, "1", "question", "evidence")
    assert mistakes({("1", "evidence", "evidence"): "Minutes"}) == [("sheet_no_number", first, None)]
    assert mistakes({("1", "evidence", "evidence"): "Minutes", ("1", "question", "evidence"): "wrods"}) == [
        ("sheet_option_near", first, None)
    ]
    assert sheet == "More evidence"
    values = {
        ("2", "evidence", "evidence"): "Minutes",
        ("2", "question", "evidence"): "words",
        ("words", "evidence"): "List",
    }
    assert [item.reference for item in read(values).get("words").evidence] == ["List", "Minutes"]


def cell_of(package: bytes, row: str) -> str:
    return place_of(package, row, "answer").replace("!G", "!A")


def test_a_row_that_was_moved_is_known_and_one_twice_or_for_nothing_is_not():
    words, rate = cell_of(BLANK, "words"), cell_of(BLANK, "rate")
    moved = filled(BLANK, {words: "rate", rate: "words", place_of(BLANK, "rate"): "here"})
    assert load_answers(moved, EVERY_TYPE).get("words").value == "here"
    for value, code in (("words", "sheet_row_twice"), (None, "sheet_row_unknown"), ("gone", "unknown_question")):
        with pytest.raises(InvalidInput) as caught:
            load_answers(filled(BLANK, {rate: value, place_of(BLANK, "rate"): "here"}), EVERY_TYPE)
        assert [(problem.code, problem.path) for problem in caught.value.problems] == [(code, place_of(BLANK, "rate"))]


def test_an_option_whose_words_now_mean_another_is_not_guessed():
    before = tiny(inherent("q", options={"a": 0, "b": 2}))
    options = [{"id": "a", "label": "Option b", "points": 0}, {"id": "b", "label": "Option a", "points": 2}]
    after = tiny({"id": "q", "score": "inherent", "options": options})
    package = write_sheet(Form(before, ("en",), answer_set(before, {"q": "a"})))
    with pytest.raises(InvalidInput) as caught:
        load_answers(package, after)
    assert [problem.code for problem in caught.value.problems] == ["sheet_option_unclear"]


def test_an_option_whose_words_were_improved_is_still_known():
    before = tiny(inherent("q", options={"a": 0, "b": 2}))
    options = [{"id": "a", "label": "The first", "points": 0}, {"id": "b", "label": "The second", "points": 2}]
    after = tiny({"id": "q", "score": "inherent", "options": options})
    package = write_sheet(Form(before, ("en",), answer_set(before, {"q": "b"})))
    assert load_answers(package, after).get("q").value == "b"


def test_another_questionnaire_and_a_later_version_are_refused_as_json_is():
    other = tiny({"id": "words"}, id="other")
    later = tiny({"id": "words"}, version="2.0.0")
    form = write_sheet(Form(tiny({"id": "words"}), ("en",)))
    for questionnaire, code in ((other, "other_questionnaire"), (later, "other_major_version")):
        with pytest.raises(InvalidInput) as caught:
            load_answers(form, questionnaire)
        assert [problem.code for problem in caught.value.problems] == [code]
        assert caught.value.problems[0].path.startswith("aiassess!B")
    with pytest.raises(InvalidInput) as caught:
        load_answers(form)
    assert [problem.code for problem in caught.value.problems] == ["answers_unknown_questionnaire"]


def test_a_form_of_a_later_format_is_refused():
    place = place_of(BLANK, "pick").partition("!")[0]
    assert place
    with pytest.raises(InvalidInput) as caught:
        load_answers(filled(BLANK, {"aiassess!B2": "aiassess.form/2"}), EVERY_TYPE)
    assert [problem.code for problem in caught.value.problems] == ["newer_format"]
