"""What is written can be read again, and equal answers are written as equal bytes."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import load_answers, load_questionnaire
from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from support.examples import examples
from support.strategies import many_answers, questionnaires, random_answers
from support.tiny import EVERY_TYPE, answer_set

SEEDS = st.integers(0, 2**32)


def order(questionnaire):
    return [question.id for question in questionnaire.questions]


@examples(25)
@given(questionnaires(), SEEDS)
def test_round_trip(questionnaire, seed):
    for plain, random in many_answers(questionnaire, seed, 4):
        answers = answer_set(questionnaire, plain, assessor="A. Officer", language="en")
        data = answers_data(answers, order(questionnaire))
        text = to_json(data)
        again = check_answers(parse_json(text, "x"), questionnaire, "x")
        assert again == answers
        assert to_json(answers_data(again, order(questionnaire))) == text

        names = random.sample(list(plain), len(plain))
        shuffled = answer_set(
            questionnaire, {name: plain[name] for name in names}, language="en", assessor="A. Officer"
        )
        assert to_json(answers_data(shuffled, order(questionnaire))) == text


def test_round_trip_of_gpaisa(tmp_path):
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    random = Random(1)
    file = tmp_path / "answers.json"
    for _ in range(5):
        answers = answer_set(
            questionnaire, random_answers(questionnaire, random), completed_at="2026-11-21T09:00:00+08:00"
        )
        file.write_text(to_json(answers_data(answers, order(questionnaire))), encoding="utf-8")
        assert load_answers(file) == answers


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff a",
        "\u2028\u2029",
        "\x00\x1b[31m\x7f\x9b",
        "\U0001f468\u200d\U0001f469",
        "a\r\nb\tc",
        "\\u0041\"'/",
        "\u202eabc",
    ],
)
def test_any_text_survives(text):
    plain = {
        "words": {"value": f"x{text}", "note": f"{text}x", "evidence": [{"reference": f"x{text}x"}]},
        "register": [
            {"title": f"x{text}", "likelihood": 1, "consequence": 1, "treatment": f"x{text}", "owner": f"x{text}"}
        ],
    }
    answers = answer_set(EVERY_TYPE, plain, assessor=f"x{text}", classification=f"x{text}")
    written = to_json(answers_data(answers, order(EVERY_TYPE)))
    assert check_answers(parse_json(written, "x"), EVERY_TYPE, "x") == answers
    assert check_answers(json.loads(written), EVERY_TYPE, "x") == answers


def test_the_long_form_in_questionnaire_order():
    answers = answer_set(
        EVERY_TYPE,
        {
            "guard": {"status": "unsure"},
            "rate": 2.0,
            "several": ["three", "one"],
            "pick": {"status": "not_applicable", "note": "No."},
            "words": {"note": "later"},
            "day": {"evidence": []},
            "register": [{"consequence": 2, "title": "It fails", "likelihood": 1, "due": "2026-01-01"}],
        },
        language="ms",
        assessor="A. Officer",
        revises=None,
    )
    assert answers_data(answers, order(EVERY_TYPE)) == {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": "tiny", "version": "1.2.0"},
        "about": {"assessor": "A. Officer", "language": "ms"},
        "answers": {
            "pick": {"status": "not_applicable", "note": "No."},
            "several": {"value": ["one", "three"]},
            "words": {"note": "later"},
            "rate": {"value": 2},
            "register": {"value": [{"title": "It fails", "likelihood": 1, "consequence": 2, "due": "2026-01-01"}]},
            "guard": {"status": "unsure"},
        },
    }
    written = to_json(answers_data(answers, order(EVERY_TYPE)))
    names = [name for name in order(EVERY_TYPE) if f'"{name}": {{' in written]
    assert names == ["pick", "several", "words", "rate", "register", "guard"]
    assert [written.index(f'"{name}": {{') for name in names] == sorted(
        written.index(f'"{name}": {{') for name in names
    )
    assert written.endswith("}\n")
    assert "\r" not in written


def test_json_has_two_spaces_and_unescaped_letters():
    assert to_json({"a": ["é漢😀"]}) == '{\n  "a": [\n    "é漢😀"\n  ]\n}\n'


def test_control_characters_are_escaped():
    """A terminal obeys some of them; JSON reads their escapes as the same text."""
    written = to_json({"\x9b": "\x00\x1b\x7f\x80\x9f"})
    assert not any((ord(letter) < 32 and letter != "\n") or 0x7F <= ord(letter) < 0xA0 for letter in written)
    assert json.loads(written) == {"\x9b": "\x00\x1b\x7f\x80\x9f"}
