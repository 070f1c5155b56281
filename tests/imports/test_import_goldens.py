"""Whole questionnaires that imports make, byte for byte.

After a change that is meant:  AIASSESS_UPDATE_GOLDENS=1 python -m pytest tests/imports/test_import_goldens.py
"""

import json
import os
import re
from pathlib import Path

import pytest

from aiassess.imports.convert import import_form
from support.forms import linted
from support.workbooks import workbook

GOLDENS = Path(__file__).parent / "goldens"
UPDATE = os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1"

XLSFORM = workbook(
    survey=[
        [
            *(
                "type",
                "name",
                "label::English (en)",
                "label::Bahasa Melayu (ms)",
                "hint::English (en)",
                "relevant",
                "required",
            ),
            *("constraint", "default", "calculation", "appearance", "parameters"),
        ],
        ["note", "welcome", "Take your time.", "Jangan tergesa-gesa."],
        ["text", "system", "What is it called?", "Apakah namanya?", "As in the register.", "", "yes"],
        ["begin group", "use", "Use", "Penggunaan", "", "${system} != ''"],
        ["select_one yn", "live", "Is it in use?", "Adakah ia digunakan?", "", "", "yes", "", "no"],
        [
            "select_multiple what or_other",
            "does",
            "What does it do?",
            "Apakah fungsinya?",
            "",
            "selected(${live}, 'yes')",
        ],
        ["integer", "people", "How many people, ${system}?", "Berapa orang?", "", "", "", ". >= 0 and . < 1000000"],
        [
            "decimal",
            "share",
            "What share?",
            "Berapa bahagian?",
            "",
            "${people} > 10 and not(selected(${does}, 'ranks'))",
        ],
        ["range", "ease", "How easy?", "Sejauh mana mudah?", "", "", "", "", "", "", "", "start=1 end=5 step=1"],
        ["begin group", "inner", "", "", "", "${ease} <= 2"],
        ["text", "why", "Why?", "Mengapa?", "", "", "", "", "", "", "multiline"],
        ["end group"],
        ["date", "since", "Since when?", "Sejak bila?", "", "count-selected(${does}) > 1", "", ". <= today()"],
        ["calculate", "twice", "", "", "", "", "", "", "", "${people} * 2"],
        ["end group"],
        ["begin repeat", "part", "Part", "Bahagian"],
        ["text", "part_name", "Its name?", "Namanya?"],
        ["end repeat"],
        ["select_one yn", "done", "Is that all?", "Itu sahaja?"],
        ["geopoint", "place", "Where?", "Di mana?"],
        ["note", "thanks", "Thank you.", "Terima kasih."],
        ["image", "paper", "The approval, scanned", "Kelulusan, diimbas"],
    ],
    choices=[
        ["list_name", "name", "label::English (en)", "label::Bahasa Melayu (ms)", "score"],
        ["yn", "yes", "Yes", "Ya", 1],
        ["yn", "no", "No", "Tidak", 0],
        ["what", "reads", "It reads", "Membaca"],
        ["what", "ranks", "It ranks", "Menyusun", 3],
    ],
    settings=[
        ["form_title", "form_id", "version", "default_language"],
        ["A small form", "small-form", 7, "English (en)"],
    ],
    notes=[["by hand"]],
)
SURVEY = json.dumps(
    {
        "title": {"default": "A small survey", "fr": "Un petit sondage"},
        "showProgressBar": "top",
        "triggers": [{"type": "complete"}],
        "pages": [
            {
                "name": "welcome",
                "elements": [{"type": "html", "name": "hello", "html": "<h1>Welcome</h1> &amp; <b>go</b>"}],
            },
            {
                "name": "risk-RS",
                "title": {"default": "Risk", "fr": "Risque"},
                "elements": [
                    {
                        "type": "radiogroup",
                        "name": "personalData",
                        "title": "Personal data?",
                        "choices": ["yes-3", "no-0"],
                    },
                    {
                        "type": "checkbox",
                        "name": "kinds",
                        "visibleIf": "{personalData} = 'yes-3'",
                        "hasOther": True,
                        "isRequired": True,
                        "choices": [{"value": "health-4", "text": {"default": "Health", "fr": "Santé"}}, "money-2"],
                    },
                    {
                        "type": "comment",
                        "name": "details",
                        "visibleIf": "{kinds} anyof ['health-4', 'other'] and {personalData} notempty",
                    },
                    {"type": "rating", "name": "reach", "rateMax": 7, "minRateDescription": "few"},
                    {"type": "boolean", "name": "public", "labelTrue": "Yes", "labelFalse": "No"},
                    {"type": "text", "name": "budget", "inputType": "number", "min": 0, "visibleIf": "{reach} > 3"},
                    {
                        "type": "text",
                        "name": "start",
                        "inputType": "date",
                        "max": "2030-12-31",
                        "defaultValue": "2026-01-01",
                    },
                    {"type": "text", "name": "hour", "inputType": "time", "visibleIf": "{budget} * 2 > 10"},
                    {"type": "matrix", "name": "grid", "columns": ["a"], "rows": ["b"]},
                ],
            },
            {
                "name": "measures",
                "visibleIf": "{public} = true",
                "elements": [
                    {
                        "type": "panel",
                        "name": "audit-MS",
                        "title": "Audit",
                        "elements": [
                            {"type": "dropdown", "name": "audited", "choices": [{"value": 5, "text": "Yes"}, 0]}
                        ],
                    },
                    {
                        "type": "panel",
                        "name": "rest",
                        "visibleIf": "{audited} = 0",
                        "elements": [{"type": "comment", "name": "excuse"}],
                    },
                ],
            },
        ],
    }
).encode()


@pytest.mark.parametrize(("name", "raw"), [("xlsform", XLSFORM), ("surveyjs", SURVEY)], ids=["xlsform", "surveyjs"])
@pytest.mark.parametrize("lang", ["en", "ms"])
def test_the_whole_questionnaire(name, raw, lang, tmp_path):
    imported = import_form(raw, f"/somewhere/{name}.file", lang=lang)
    assert linted(imported.text, tmp_path) == []
    text = re.sub("sha256:[0-9a-f]{64}", "sha256:…", imported.text)
    if lang == "ms":  # the comments alone are in the reader's language
        text = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    golden = GOLDENS / f"{name}.{lang}.yaml"
    if UPDATE:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
