"""Whole explanations, word for word; see tests/render/test_goldens.py for how to accept a change."""

import os
from pathlib import Path

import pytest

from aiassess import load_answers, load_questionnaire, score
from aiassess.explain.asked import Asked
from aiassess.explain.explanation import explain
from aiassess.render import renderer

FOLDER = Path(__file__).parent / "goldens"
WHOLE = Path(__file__).parent.parent / "goldens"
SETTLED = Path(__file__).parent / "settled"
"""A questionnaire that asks by level and phase, reads the level off inherent risk and wants evidence; half answered."""
SOURCES = {
    "partial": (WHOLE / "questionnaire.yaml", WHOLE / "partial.answers.json"),
    "whole": (WHOLE / "questionnaire.yaml", WHOLE / "whole.answers.json"),
    "settled": (SETTLED / "questionnaire.yaml", SETTLED / "answers.json"),
}
UPDATE = os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1"
ENDINGS = {"json": "json", "md": "md", "text": "txt"}
CASES = [(case, lang, name) for case in SOURCES for lang in ("ms", "en") for name in ENDINGS]


@pytest.mark.parametrize(("case", "language", "name"), CASES)
def test_golden_explanation(case, language, name):
    source, given = SOURCES[case]
    questionnaire = load_questionnaire(str(source))
    answers = load_answers(given, questionnaire)
    found = renderer(name, "explanation")(explain(score(questionnaire, answers), Asked(), language))
    file = FOLDER / f"{case}.{language}.{ENDINGS[name]}"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8")
