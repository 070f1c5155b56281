"""A form for a meeting."""

import pytest

from aiassess import load_questionnaire
from aiassess.form.content import Form
from aiassess.render import renderer
from support.hostile import STRINGS
from support.office import check_word, office, word_lines
from support.tiny import EVERY_TYPE, answer_set, tiny

write_paper = renderer("docx", "form")
GIVEN = {
    "pick": {"value": "blue", "note": "Because.", "evidence": [{"reference": "Minutes", "date": "2026-01-31"}]},
    "several": ["one", "three"],
    "words": {"status": "unsure"},
    "count": 3,
    "guard": {"status": "not_applicable", "note": "Not for us."},
    "register": [{"title": "Flood", "likelihood": 1, "consequence": 5}],
}


def lines(form: Form) -> list[str]:
    paper = write_paper(form)
    check_word(paper)
    return word_lines(paper)


def test_boxes_are_empty_or_ticked_as_answered():
    blank = lines(Form(EVERY_TYPE, ("en",)))
    assert not any("☒" in line for line in blank)
    found = lines(Form(EVERY_TYPE, ("en",), answer_set(EVERY_TYPE, GIVEN, assessor="Aminah")))
    for line in (
        "☐ Option red",
        "☒ Option blue",
        "☒ Option one",
        "☐ Option two",
        "☒ Option three",
        "☒ Not sure",
        "3",
        "Flood",
    ):
        assert line in found
    assert "☐ Not sure · ☒ Not applicable" in found
    for words in ("Because.", "Minutes", "2026-01-31", "Aminah"):
        assert words in found


def test_numbers_help_and_who_is_to_answer():
    option = {"id": "a", "label": "Always", "help": "Every time."}
    questionnaire = tiny(
        {"id": "q", "ref": "7", "help": "Look it up.", "options": [option], "actors": ["owner"]}, {"id": "r"}
    )
    found = lines(Form(questionnaire, ("en",)))
    assert "7. Question q?" in found
    assert "Look it up." in found
    assert "Whom to ask: Owner" in found
    assert "☐ Always: Every time." in found
    assert "☐ Not sure · ☐ Not sure; for: Owner" in found
    (owner,) = questionnaire.actors
    assert not any("Question r?" in line for line in lines(Form(questionnaire, ("en",), actors=(owner,))))


@pytest.mark.parametrize("langs", [("en",), ("ms",), ("ms", "en")])
def test_the_whole_questionnaire_opens_in_an_office(langs, tmp_path):
    paper = write_paper(Form(load_questionnaire("gpaisa"), langs))
    assert paper == write_paper(Form(load_questionnaire("gpaisa"), langs))
    (tmp_path / "form.docx").write_bytes(paper)
    office("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "form.docx"), home=str(tmp_path))
    assert (tmp_path / "form.pdf").stat().st_size > 100_000


def test_hostile_text_stays_text():
    questionnaire = tiny({"id": "q"}, {"id": "register", "type": "risks"})
    hostile = "".join(STRINGS)[:15_000]
    risk = {"title": hostile, "likelihood": 1, "consequence": 1}
    lines(
        Form(
            questionnaire,
            ("en",),
            answer_set(questionnaire, {"q": {"value": hostile, "note": hostile}, "register": [risk]}),
        )
    )
