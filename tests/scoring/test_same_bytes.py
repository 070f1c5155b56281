"""The same answers give the same bytes on any machine, locale, time zone and hash seed, in any order of keys."""

import json
import os
import subprocess
import sys
from random import Random

import pytest

from aiassess import load_questionnaire
from support.each import tiers
from support.strategies import random_answers
from support.tiny import answers_document

OUTPUTS = ("report.json", "report.md", "report.txt", "report.html")
WORLDS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kuala_Lumpur", "LC_ALL": "C.UTF-8", "AIASSESS_LANG": "en"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40", "LANG": "ar"},
    {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "1", "PYTHONOPTIMIZE": "2", "FORCE_COLOR": "1"},
]


@pytest.fixture(scope="module")
def submission():
    questionnaire = load_questionnaire("gpaisa@1.0.0")
    given = random_answers(questionnaire, Random(3))
    given["system_name"] = {"value": "Sístem 漢字 🎯", "note": "Zwei Zeilen\nund mehr"}
    about = {"assessor": "Ş. Iğdır", "completed_at": "2026-03-01T23:30:00-11:00", "language": "ms"}
    return answers_document(questionnaire, given, **about)


def reversed_keys(data):
    if isinstance(data, dict):
        return {name: reversed_keys(data[name]) for name in reversed(data)}
    return [reversed_keys(item) for item in data] if isinstance(data, list) else data


def outputs(folder, data, world, **how):
    folder.mkdir()
    (folder / "answers.json").write_text(json.dumps(data, **how), encoding="utf-8")
    argv = [
        sys.executable,
        "-m",
        "aiassess",
        "score",
        "answers.json",
        *(word for name in OUTPUTS for word in ("-o", name)),
    ]
    environ = {
        name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "TZ", "AIASSESS_LANG")
    }
    subprocess.run(argv, cwd=folder, env=environ | world, check=True, capture_output=True)
    return [(folder / name).read_bytes() for name in OUTPUTS]


@pytest.mark.parametrize(
    "worlds", tiers(fast=[WORLDS[2:3]], deep=[WORLDS[1:2], WORLDS[3:]]), ids=lambda worlds: worlds[0]["TZ"]
)
def test_same_bytes(tmp_path, submission, worlds):
    first = outputs(tmp_path / "first", submission, WORLDS[0], indent=2)
    for place, world in enumerate(worlds):
        assert outputs(tmp_path / str(place), reversed_keys(submission), world, ensure_ascii=bool(place % 2)) == first
    report = json.loads(first[0])
    assert report["questionnaire"]["language"] == "ms"
    assert report["result"]["reassess"]["due"] is None or report["result"]["reassess"]["due"].endswith("-01")
    assert all(content.endswith(b"\n") and b"\r" not in content for content in first)
