"""Whole outputs, word for word: a change of any word shows in the diff of a golden.

After a change that is meant:  AIASSESS_UPDATE_GOLDENS=1 python -m pytest tests/render/test_goldens.py
and read the diff before it is committed.
"""

import os
from pathlib import Path

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.render import renderer

FOLDER = Path(__file__).parent.parent / "goldens"
UPDATE = os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1"
REPORTS = {"json": "json", "md": "md", "text": "txt", "html": "html"}
ENDINGS = {**REPORTS, "mermaid": "mmd"}
LANGUAGES = {"ms": ["ms"], "en": ["en"], "both": ["ms", "en"]}
CASES = sorted(
    str(file.relative_to(FOLDER).as_posix()).removesuffix(".answers.json") for file in FOLDER.rglob("*.answers.json")
)
PAGES = "settling/questionnaire"


def questionnaire_of(case):
    return load_questionnaire(str((FOLDER / case).with_name("questionnaire.yaml")))


def output(case, language, name):
    if case == PAGES:
        return renderer(name, "questionnaire")(questionnaire_of(case), LANGUAGES[language])
    questionnaire = questionnaire_of(case)
    answers = load_answers(FOLDER / f"{case}.answers.json", questionnaire)
    return renderer(name)(build_report(score(questionnaire, answers), language))


@pytest.mark.parametrize(
    ("case", "name", "language"),
    [
        *((case, name, language) for case in CASES for name in REPORTS for language in ("ms", "en")),
        *((PAGES, name, language) for name in ("md", "mermaid") for language in LANGUAGES),
        (PAGES, "html", "both"),
    ],
)
def test_golden(case, name, language):
    file = FOLDER / f"{case}.{language}.{ENDINGS[name]}"
    found = output(case, language, name)
    if UPDATE:
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8"), (
        "to accept the change: AIASSESS_UPDATE_GOLDENS=1 (see this file's head)"
    )


def test_no_golden_is_left_over():
    expected = {f"{case}.{lang}.{ending}" for case in CASES for lang in ("ms", "en") for ending in REPORTS.values()}
    expected |= {f"{PAGES}.{lang}.{ending}" for lang in LANGUAGES for ending in ("md", "mmd")}
    expected |= {f"{PAGES}.both.html"}
    expected |= {"questionnaire.yaml", "settling/questionnaire.yaml", *(f"{case}.answers.json" for case in CASES)}
    assert {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.is_file()} == expected
    assert len(CASES) >= 2


def test_the_languages_share_nothing_but_what_people_wrote():
    """A word left untranslated would stand in both."""
    english, malay = (output("partial", language, "md").split("\n") for language in ("en", "ms"))
    assert len(english) == len(malay)
    same = {line for line in english if line in malay}
    assert same == {
        "",
        "| --- | --- | ---: |",
        "| --- | ---: | ---: |",
        "| --- | ---: | ---: | ---: |",
        "| --- | --- | --- | --- | --- | --- |",
        "| It discriminates | 5 × 4 = 20 | | **20** | | |",
    }
