"""Questions that do not apply are grey: what the formulas say is what scoring says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_questionnaire
from aiassess.answers.cells import letters, read_sheets
from aiassess.form.content import Form
from aiassess.form.sheet import write_sheet
from aiassess.model import conditions as c
from aiassess.scoring.applicability import applicable
from support.office import office, parts
from support.strategies import many_answers, questionnaires
from support.tiny import answer_set, tiny
from support.workbooks import filled, packed, place_of

FUNCTIONS = {
    "AND": lambda *parts: all(parts),
    "OR": lambda *parts: any(parts),
    "NOT": lambda part: not part,
    "IF": lambda test, yes, no: yes if test else no,
    "LEN": lambda value: len(str(value)),
    "ISNUMBER": lambda value: isinstance(value, float),
    "N": lambda value: value if isinstance(value, float) else 0,
    "TRUE": True,
    "FALSE": False,
}


class Cells:
    """A workbook's cells and formulas, calculated as an office would."""

    def __init__(self, package):
        sheets = read_sheets(package, "form.xlsx")
        self.values = {
            f"{sheet.name}!{letters(column)}{row + 1}": value
            for sheet in sheets
            for row, values in enumerate(sheet.rows)
            for column, value in enumerate(values)
        }
        self.formulas = {}
        for number, sheet in enumerate(sheets, 1):
            content = parts(package)[f"xl/worksheets/sheet{number}.xml"].decode()
            for cell, formula in re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>(.*?)</f>', content):
                self.formulas[f"{sheet.name}!{cell}"] = formula

    def value(self, place):
        if place not in self.formulas:
            return self.values.get(place, "")
        said = self.formulas[place].replace("&lt;", "<").replace("&gt;", ">")
        said = said.replace("<>", "!=")
        said = re.sub(r"(?<![<>!])=", "==", said)
        said = re.sub(r"'([^']+)'!\$([A-Z]+)\$(\d+)", r"value('\1!\2\3')", said)
        return eval(said, {**FUNCTIONS, "value": self.value})


def applies(cells, package, question):
    """Return whether a question is not grey."""
    return cells.value(place_of(package, question, "applies")) != 0


def is_certain(condition, conditions, seen=()):
    """Return whether answer cells alone decide a condition."""
    names = set(c.questions_in(condition))
    if any(isinstance(test, c.RatingAtLeast) for test in c.tests_in(condition)) or "level" in str(condition).lower():
        return False
    return all(is_certain(conditions[name], conditions) for name in names if name in conditions)


@given(questionnaires(by_level=True), st.integers(0, 2**32))
def test_what_is_grey_does_not_apply(questionnaire, seed):
    for plain, _ in many_answers(questionnaire, seed, 2, unsure=0.2):
        answers = answer_set(questionnaire, plain)
        form = Form(questionnaire, ("en",), answers)
        package = write_sheet(form)
        cells = Cells(package)
        active = applicable(questionnaire, answers)
        for question in questionnaire.questions:
            shown = applies(cells, package, question.id)
            condition = form.conditions.get(question.id)
            assert shown or question.id not in active
            if condition is None or is_certain(condition, form.conditions):
                assert shown == (question.id in active)


def test_grey_at_once_in_the_file_and_again_after_a_change():
    questionnaire = tiny(
        {"id": "a", "options": {"yes": 0, "no": 0}},
        {"id": "b", "show_if": {"question": "a", "is": "yes"}},
        {"id": "d", "show_if": {"question": "b", "answered": True}},
    )
    package = write_sheet(Form(questionnaire, ("en",)))
    helper = place_of(package, "b", "applies")
    assert Cells(package).values[helper] == 0  # as calculated when the form was made
    changed = filled(package, {place_of(package, "a"): "Option yes", place_of(package, "b"): "Text"})
    cells = Cells(changed)
    assert [applies(cells, changed, name) for name in "abd"] == [True, True, True]
    cells = Cells(filled(changed, {place_of(package, "a"): "Option no"}))
    assert [applies(cells, changed, name) for name in "abd"] == [True, False, False]


def test_what_is_not_in_the_form_is_taken_from_the_answers():
    questionnaire = tiny(
        {"id": "a", "options": {"yes": 0, "no": 0}, "actors": ["owner"]},
        {"id": "b", "actors": ["maker"], "show_if": {"question": "a", "is": "yes"}},
    )
    (maker,) = (actor for actor in questionnaire.actors if actor.id == "maker")
    for plain, shown in (({}, True), ({"a": "yes"}, True), ({"a": "no"}, False)):
        package = write_sheet(Form(questionnaire, ("en",), answer_set(questionnaire, plain), (maker,)))
        assert applies(Cells(package), package, "b") == shown


def test_formulas_hold_nobodys_words():
    questionnaire = load_questionnaire("gpaisa")
    cells = Cells(write_sheet(Form(questionnaire, ("en",))))
    assert len(cells.formulas) > 50
    for formula in cells.formulas.values():
        assert len(formula) < 8192
        assert '"' not in formula


def test_an_office_calculates_the_same(tmp_path):
    questionnaire = load_questionnaire("gpaisa")
    package = write_sheet(Form(questionnaire, ("en",)))
    asked = questionnaire.sections[-1].questions[0].id  # of generative AI alone
    assert not applies(Cells(package), package, asked)
    found = parts(filled(package, {place_of(package, "techniques#generative"): "x"}))
    uncalculated = {name: re.sub(rb"</f><v>[^<]*</v>", b"</f>", content) for name, content in found.items()}
    (tmp_path / "form.xlsx").write_bytes(packed(uncalculated))
    office("--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(tmp_path / "form.xlsx"), home=str(tmp_path))
    saved = read_sheets((tmp_path / "saved" / "form.xlsx").read_bytes(), "form.xlsx")
    values = {row[0]: row[1] for sheet in saved for row in sheet.rows if len(row) > 1}
    calculated = Cells(packed(uncalculated))
    for question in questionnaire.questions:
        assert (values[question.id] != 0) == applies(calculated, package, question.id), question.id
    assert any(values[question.id] == 1 for question in questionnaire.sections[-1].questions)
