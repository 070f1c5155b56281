"""Whole comparisons, word for word, in both languages.

``year``: the welfare example and the same system a year earlier. ``edition``: another edition of the questionnaire, so that
both the answers and the questionnaire changed. ``apart``: reports in two languages, one of them changed by hand, made with
editions that are not at hand. ``settling``: answers that were taken over, then confirmed and given evidence.

After a change that is meant:  AIASSESS_UPDATE_GOLDENS=1 python -m pytest tests/diff/test_diff_goldens.py
and read the diff before it is committed.
"""

import copy
import json
import os
import re
from functools import cache
from pathlib import Path

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.diff.compare import compare
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import renderer
from support.differences import SCHEMA
from support.editions import ANSWERS
from support.tiny import answer_set, checked

TESTS = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "goldens"
EXAMPLES = ANSWERS
UPDATE = os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1"
ENDINGS = {"json": "json", "md": "md", "text": "txt"}
LANGUAGES = ("en", "ms")

EARLIER = load_questionnaire(str(TESTS / "goldens" / "questionnaire.yaml"))


def later_edition():
    """Return the next edition of the golden questionnaire, with every kind of change that a report can show."""
    data = copy.deepcopy(dict(EARLIER.document))
    data |= {
        "version": "1.2.0",
        "title": {"ms": "Penilaian contoh, edisi kedua", "en": "Example assessment, second edition"},
    }
    data["provenance"]["status"] = "unofficial"
    questions = {question["id"]: question for section in data["sections"] for question in section["questions"]}
    questions["harm"]["weight"] = 3
    questions["harm"]["text"] = {
        "ms": "Seburuk mana kesannya kepada seseorang?",
        "en": "How bad can it be for a person?",
    }
    questions["data"]["options"] = [option for option in questions["data"]["options"] if option["id"] != "health"]
    questions["bias_test"]["findings"][0]["severity"] = "critical"
    questions["fallback"]["ref"] = "8a"
    profile, _, controls = data["sections"]
    profile["questions"] = [item for item in profile["questions"] if item["id"] != "agency"]
    data["subject"] = {"system": "system"}
    log = {"ms": "Adakah log disimpan?", "en": "Is a log kept?"}
    controls["questions"].insert(
        2, {"id": "log", "ref": "8b", "type": "choice", "text": log, "score": "control", "options": "done"}
    )
    data["levels"][2]["title"] = {"ms": "Amat tinggi", "en": "Very high"}
    return build_questionnaire(checked(data))


LATER = later_edition()
OLD = {
    "system": "Sorter",
    "agency": "Agensi Contoh",
    "since": "2024-02-29",
    "banned_use": "no",
    "public": "no",
    "harm": {"value": "much", "note": "Wrongly sorted letters are late.\nSome are lost.\nThe vendor has been told."},
    "reach": 900,
    "data": ["names", "health"],
    "bias_test": "none",
    "fallback": {"status": "unsure"},
    "notice": "done",
    "risks": [
        {"title": "Wrong order", "likelihood": 4, "consequence": 3},
        {"title": "It stops", "likelihood": 2, "consequence": 2, "owner": "Cik Contoh"},
    ],
}
NEW = {
    "system": "Sorter",
    "since": "2024-02-29",
    "banned_use": "no",
    "public": {"value": "yes", "evidence": [{"reference": "https://example.gov.my/sorter", "date": "2026-01-15"}]},
    "harm": {
        "value": "much",
        "note": "Wrongly sorted letters are late.\nNone was lost this year.\nThe vendor has been told.",
    },
    "reach": 12000,
    "data": ["names"],
    "bias_test": "partly",
    "fallback": {"value": "done", "evidence": [{"reference": "Fail 7/3"}]},
    "notice": {"status": "not_applicable", "note": "Nobody deals with it directly."},
    "log": "partly",
    "risks": [
        {
            "title": "Wrong order",
            "likelihood": 4,
            "consequence": 3,
            "residual_likelihood": 2,
            "residual_consequence": 3,
        },
        {"title": "It tells lies", "likelihood": 3, "consequence": 5, "due": "2026-12-31"},
    ],
}
ABOUT = {"assessor": "Pn. Contoh", "language": "ms"}


def report(questionnaire, given, language, **about):
    return build_report(score(questionnaire, answer_set(questionnaire, given, **ABOUT, **about)), language)


def year(language):
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    old, new = (
        build_report(score(questionnaire, load_answers(EXAMPLES / f"{name}.json", questionnaire)))
        for name in ("welfare-eligibility-2025", "welfare-eligibility")
    )
    return compare(old, new, questionnaires=[questionnaire], language=language)


def edition(language):
    old = report(EARLIER, OLD, language, completed_at="2025-08-31T16:30:00+08:00")
    new = report(LATER, NEW, language, completed_at="2026-08-31T16:30:00+08:00", revises=old["digest"])
    return compare(old, new, questionnaires=[LATER])


def apart(language):
    other = next(item for item in LANGUAGES if item != language)
    old, new = report(EARLIER, OLD, other), report(LATER, NEW, language)
    new["result"]["verdict"] = "ready"
    new["answers"][1]["note"] = "This was written later."
    return compare(old, new, edited=(False, True))


TAKEN_OVER = {
    "system": {"value": "Sorter", "confirmed": False},
    "phase": "live",
    "public": {"value": "no", "confirmed": False},
    "harm": "much",
    "people": 0,
    "tested": {"value": "done", "confirmed": False},
    "watched": "partly",
}
LOOKED_AT = TAKEN_OVER | {
    "system": "Sorter",
    "public": "yes",
    "people": {"value": 40, "note": "Counted in October."},
    "tested": {"value": "done", "evidence": [{"reference": "Test report 7"}]},
    "watched": "done",
}


def settling(language):
    questionnaire = load_questionnaire(str(TESTS / "goldens" / "settling" / "questionnaire.yaml"))
    old, new = (report(questionnaire, given, language) for given in (TAKEN_OVER, LOOKED_AT))
    return compare(old, new, questionnaires=[questionnaire])


CASES = {"year": year, "edition": edition, "apart": apart, "settling": settling}


@cache
def comparison(case, language):
    return CASES[case](language)


@pytest.mark.parametrize("name", ENDINGS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_golden(case, language, name):
    file = FOLDER / f"{case}.{language}.{ENDINGS[name]}"
    SCHEMA.validate(comparison(case, language))
    found = renderer(name, "diff")(comparison(case, language))
    if UPDATE:
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8"), (
        "to accept the change: AIASSESS_UPDATE_GOLDENS=1 (see this file's head)"
    )


def test_no_golden_is_left_over():
    expected = {
        f"{case}.{language}.{ending}" for case in CASES for language in LANGUAGES for ending in ENDINGS.values()
    }
    assert {file.name for file in FOLDER.iterdir()} == expected


@pytest.mark.parametrize("case", ["year", "edition"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_comes_to_fits_one_screen(case, language):
    """24 lines of 80 columns, before the first of the details."""
    text = renderer("text", "diff")(comparison(case, language))
    why = {"en": "Why the result changed", "ms": "Sebab keputusan penilaian berubah"}[language]
    screen = text.split(f"\n{why}\n")[0].rstrip("\n").split("\n")
    assert screen != text.rstrip("\n").split("\n")
    assert len(screen) <= 24


@pytest.mark.parametrize("case", ["year", "edition"])
def test_the_languages_share_nothing_but_what_people_wrote(case):
    """A word left untranslated would stand in both."""
    english, malay = (renderer("md", "diff")(comparison(case, language)).split("\n") for language in LANGUAGES)
    assert len(english) == len(malay)
    same = [line.strip("\\+-\u2212… ") for line in english if line in malay and not line.startswith("|")]
    written = [comparison(case, "en")[part] for part in ("old", "answers", "risks", "about", "questionnaire")]
    texts = json.dumps(written, ensure_ascii=False)
    foreign = [
        line
        for line in same
        if line.replace("\\", "").split(" (")[0][:30] not in texts and re.search("[A-Za-z]{3}", line)
    ]
    assert foreign == []
