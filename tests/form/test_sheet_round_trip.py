"""A form that is written with answers and read back gives the same answers, also after an office saved it again."""

import os
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_answers, load_questionnaire
from aiassess.errors import InvalidInput
from aiassess.form.content import Form
from aiassess.form.sheet import write_sheet
from aiassess.safe import safe_text
from support.each import each
from support.hostile import FORMULAS, STRINGS
from support.office import office, parts
from support.strategies import many_answers, questionnaires, random_answers
from support.tiny import answer_set, tiny

OFTEN = {"unsure": 0.2, "proven": 0.5, "unconfirmed": 0.2, "waiting": 0.5}
ABOUT = {
    "assessor": "=Aminah",
    "classification": "Terhad",
    "reference": "+12/3",
    "language": "en",
    "started_at": "2026-11-21T09:00:00+08:00",
}


def read(questionnaire, answers, **how):
    langs = how.pop("langs", questionnaire.languages[:1])
    return load_answers(write_sheet(Form(questionnaire, langs, answers, **how)), questionnaire)


ENTERED = [*FORMULAS, "http://x.example", "007", "TRUE", "_x0041_", " a ", "Not sure", "@unsure", "2026-01-31"]


@given(questionnaires(by_level=True), st.integers(0, 2**32))
def test_any_answers_come_back(questionnaire, seed):
    for plain, _ in many_answers(questionnaire, seed, 3, **OFTEN):
        answers = answer_set(questionnaire, plain, **ABOUT)
        assert read(questionnaire, answers) == answers


@pytest.mark.parametrize("langs", [("en",), ("ms",), ("ms", "en")])
def test_in_every_language(langs):
    questionnaire = load_questionnaire("gpaisa")
    answers = answer_set(questionnaire, random_answers(questionnaire, Random(7), **OFTEN), **ABOUT)
    assert read(questionnaire, answers, langs=langs) == answers


def test_more_evidence_than_a_row_holds_and_a_long_register():
    questionnaire = tiny({"id": "q"}, {"id": "register", "type": "risks"})
    proof = [{"reference": f"Minutes {n}", "date": "2026-01-31"} for n in range(40)]
    risks = [{"title": f"Risk {n}", "likelihood": 1, "consequence": 5, "due": "1899-01-31"} for n in range(40)]
    answers = answer_set(questionnaire, {"q": {"value": "Yes", "evidence": proof}, "register": risks}, language="en")
    assert read(questionnaire, answers) == answers


@each("number", [0, -1.5, 0.1 + 0.2, 1e-7, 123456789012345680, 2**53 - 1, -(2**53 - 1), 1.234])
def test_numbers_come_back_exactly(number):
    questionnaire = tiny({"id": "n", "type": "number"})
    number = min(number, 2**53 - 1)
    assert read(questionnaire, answer_set(questionnaire, {"n": number})).get("n").value == number


@each("day", ["0001-01-01", "1900-01-01", "1900-02-28", "1900-03-01", "2024-02-29", "9999-12-31"])
def test_days_come_back(day):
    questionnaire = tiny({"id": "d", "type": "date"})
    assert read(questionnaire, answer_set(questionnaire, {"d": day})).get("d").value == day


@each("text", ENTERED)
def test_text_stays_text(text):
    questionnaire = tiny({"id": "q"})
    package = write_sheet(Form(questionnaire, ("en",), answer_set(questionnaire, {"q": {"value": text, "note": text}})))
    assert load_answers(package, questionnaire).get("q").value == text
    for name, content in parts(package).items():
        assert not name.endswith(".bin"), name
        assert b"External" not in content, name
        assert b"<hyperlink" not in content, name
        assert b"<f>=" not in content, name


@each("text", ["<r></r>", "<r><t>rich</t></r>", "<r>& <b></r>", f"<r>{'x' * 19_993}</r>"])
def test_text_that_xlsxwriter_takes_for_its_markup_stays_text(text):
    """In its cell it gets a space behind it, without which the workbook would be damaged, or show what the markup says."""
    questionnaire = tiny({"id": "q", "text": text, "help": text}, title=text)
    found = read(questionnaire, answer_set(questionnaire, {"q": {"value": text, "note": text}})).get("q")
    assert (found.value, found.note) == (text, text)


def test_no_text_is_dropped_that_just_fits_into_a_cell():
    questionnaire = tiny({"id": "q"})
    longest = f"<r>{'😀' * 16_379}</r>"
    assert read(questionnaire, answer_set(questionnaire, {"q": longest})).get("q").value == longest
    with pytest.raises(InvalidInput) as error:
        read(questionnaire, answer_set(questionnaire, {"q": f"<r>{'😀' * 16_380}</r>"}))
    assert error.value.problems[0].code == "form_text_too_long"


@each("text", STRINGS)
def test_hostile_text_is_written_out(text):
    questionnaire = tiny({"id": "q"})
    answers = answer_set(questionnaire, {"q": {"value": f"a{text}", "evidence": [{"reference": f"b{text}"}]}})
    found = read(questionnaire, answers).get("q")
    assert (found.value, found.evidence[0].reference) == (safe_text(f"a{text}"), safe_text(f"b{text}"))


def test_an_actors_form_has_the_questions_of_nobody_else():
    questionnaire = load_questionnaire("gpaisa")
    (actor,) = (actor for actor in questionnaire.actors if "ICTSO" in actor.title["en"])
    form = Form(questionnaire, ("en",), actors=(actor,))
    assert 0 < len(form.questions) < 40
    assert all(actor.id in question.actors for question in form.questions)
    assert load_answers(write_sheet(form)).answers == {}


def test_the_same_bytes_in_another_process(tmp_path):
    code = (
        "import sys; from aiassess import load_questionnaire as q; from aiassess.form.content import Form\n"
        "from aiassess.form.sheet import write_sheet\n"
        "sys.stdout.buffer.write(write_sheet(Form(q('gpaisa'), ('ms', 'en'))))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Kuala_Lumpur"))
    ]
    assert found[0] == found[1] == write_sheet(Form(load_questionnaire("gpaisa"), ("ms", "en")))


def test_an_office_opens_it_and_saves_the_same_answers(tmp_path):
    questionnaire = load_questionnaire("gpaisa")
    answers = answer_set(questionnaire, random_answers(questionnaire, Random(11), **OFTEN), **ABOUT)
    (tmp_path / "form.xlsx").write_bytes(write_sheet(Form(questionnaire, ("ms", "en"), answers)))
    office("--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(tmp_path / "form.xlsx"), home=str(tmp_path))
    saved = tmp_path / "saved" / "form.xlsx"
    assert b"LibreOffice" in b"".join(parts(saved.read_bytes()).values())
    assert load_answers(saved) == answers
