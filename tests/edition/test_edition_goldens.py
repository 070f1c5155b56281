"""A whole comparison of editions, word for word, in both languages.

After a change that is meant:  AIASSESS_UPDATE_GOLDENS=1 python -m pytest tests/edition/test_edition_goldens.py
"""

import copy
import json
import os
from pathlib import Path

import jsonschema
import pytest

from aiassess import load_questionnaire
from aiassess.batch.inputs import Inputs
from aiassess.edition.effects import Effects
from aiassess.edition.listing import Listing
from aiassess.edition.types import EditionDiff
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import renderer
from aiassess.resources import load_schema
from support.schemas import Schema
from support.shapes import assert_same_shape
from support.tiny import answers_document, checked, report_of

FOLDER = Path(__file__).parent / "goldens"
GOLDEN = load_questionnaire(str(Path(__file__).parent.parent / "goldens" / "questionnaire.yaml"))
ENDINGS = {"json": "json", "md": "md", "text": "txt"}
FULL = {
    "system": "Sorter",
    "since": "2024-02-29",
    "banned_use": "no",
    "public": "no",
    "harm": "little",
    "reach": 12,
    "data": ["names"],
    "bias_test": "done",
    "fallback": "done",
    "notice": "done",
    "risks": [{"title": "It stops", "likelihood": 1, "consequence": 1}],
}
SUBMISSIONS = {
    "same": FULL | {"bias_test": "none"},
    "level": FULL | {"harm": "much", "bias_test": "none"},
    "verdict": FULL | {"fallback": "partly"},
    "health": FULL | {"data": ["names", "health"]},
    "health_too": FULL | {"data": ["health"], "reach": 12000},
    "unreadable": FULL | {"harm": "awful"},
}


def later_edition():
    """Return an edition with a change of every kind; its version says that there is less."""
    data = copy.deepcopy(dict(GOLDEN.document)) | {"version": "1.1.1"}
    questions = {question["id"]: question for section in data["sections"] for question in section["questions"]}
    profile, impact, controls = data["sections"]
    data["option_sets"]["done"][1]["points"] = 1
    questions["harm"]["options"][1] |= {"points": 4, "label": {"ms": "Sangat banyak", "en": "Very much"}}
    questions["harm"]["text"]["en"] = "Who could be hurt?"
    questions["data"]["options"][1] |= {"id": "medical"}
    questions["fallback"]["findings"][0]["severity"] = "major"
    questions["languages"]["show_if"] = {"question": "public", "answered": True}
    questions["reach"]["maximum"] = 10000
    profile["questions"].remove(questions["agency"])
    data["subject"] = {"system": "system"}
    impact["questions"].remove(questions["languages"])
    controls["questions"].insert(0, questions["languages"])
    controls["questions"].append(
        {
            "id": "log",
            "type": "choice",
            "score": "control",
            "text": {"ms": "Adakah log disimpan?", "en": "Is a log kept?"},
            "options": "done",
            "since": "1.1.1",
            "principles": ["open"],
        }
    )
    data["rules"][1]["level"] = "high"
    data["rules"].reverse()
    data["levels"][0]["ready_at"]["controls"] = 90
    data["levels"][1]["obligations"].append({"ms": "Lantik pegawai.", "en": "Name an officer."})
    return build_questionnaire(checked(data))


LATER = later_edition()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, given in SUBMISSIONS.items():
        text = json.dumps(answers_document(GOLDEN, given))
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    lines = [json.dumps(answers_document(GOLDEN, FULL)), json.dumps(report_of(GOLDEN, SUBMISSIONS["level"])), "{"]
    (tmp_path / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")


def compared(language, *inputs):
    listing = Listing(GOLDEN, LATER, language)
    effects = Effects(listing)
    effects.add_all(Inputs(inputs))
    return listing.data(effects.data())


@pytest.mark.parametrize("language", ["en", "ms"])
def test_golden(language, folder):
    found = compared(language, ".")
    Schema("edition-diff").validate(found)
    for name, ending in ENDINGS.items():
        file = FOLDER / f"edition.{language}.{ending}"
        text = renderer(name, "edition")(found)
        if os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1":
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), "to accept the change: see this file's head"


def test_the_type_and_the_schema_say_the_same():
    schema = load_schema("edition-diff")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert_same_shape(EditionDiff, schema)


def test_the_languages_share_only_what_the_questionnaire_says():
    """A word left untranslated would stand in both."""
    english, malay = (renderer("md", "edition")(Listing(GOLDEN, LATER, lang).data()) for lang in ("en", "ms"))
    assert len(english.splitlines()) == len(malay.splitlines())
