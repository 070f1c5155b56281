"""Whole summaries of the examples, word for word; see tests/render/test_goldens.py for how to accept a change."""

import os
from pathlib import Path

import pytest

from aiassess.render import PORTFOLIO_FORMATS, renderer
from support.portfolios import REFUSAL, SECOND, example_summary, row, summary
from support.rounds import NOW, THEN, compared

FOLDER = Path(__file__).parent / "goldens"
UPDATE = os.environ.get("AIASSESS_UPDATE_GOLDENS") == "1"


def two_questionnaires(lang):
    """Return a summary of two questionnaires, one of them with blanks everywhere."""
    some = [
        row(principle_fair=40, principle_safe=81.2, findings_critical=1, critical_findings="guard.f3", verdict="hold"),
        row(agency="South", level="high", principle_fair=70.5, reassess_due="2026-06-01", officers=3, kind="new"),
        row(ministry="East", officers=20, trained=15, saving_time=9, hours_saved=3.25),
        row(ministry="EAST", officers=10, trained=4),
        row(ministry="West", officers=10, trained=11, system="Unit | of 11"),
        row(SECOND, system=None, agency=None, level="worst", verdict="stop", status="undetermined", missing=4),
        REFUSAL,
    ]
    return summary(some, lang)


def two_rounds(lang):
    """Return a summary with an earlier round, in which every kind of change occurs."""
    return compared(THEN, NOW, lang)[0]


CASES = {"examples": example_summary, "two": two_questionnaires, "rounds": two_rounds}
GOLDENS = [
    *(("examples", lang, name) for lang in ("ms", "en") for name in ("md", "html")),
    ("examples", "en", "json"),
    *(("two", lang, "md") for lang in ("ms", "en")),
    ("two", "en", "html"),
    *(("rounds", lang, "md") for lang in ("ms", "en")),
    *(("rounds", "en", name) for name in ("html", "json")),
]


@pytest.mark.parametrize(("case", "language", "name"), GOLDENS)
def test_golden_summary(case, language, name):
    found = renderer(name, "portfolio")(CASES[case](language))
    file = FOLDER / f"{case}.{language}.{name}"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8")


def test_no_golden_is_left_over():
    expected = {f"{case}.{language}.{name}" for case, language, name in GOLDENS}
    assert {file.name for file in FOLDER.iterdir()} == expected
    assert {name for _, _, name in GOLDENS} == set(PORTFOLIO_FORMATS)


@pytest.mark.parametrize("case", [two_questionnaires, two_rounds])
def test_the_languages_share_no_sentence(case):
    """A word left untranslated would stand in both."""
    english, malay = (renderer("md", "portfolio")(case(lang)).split("\n") for lang in ("en", "ms"))
    assert len(english) == len(malay)
    same = {line for line in english if line in malay and not line.startswith("|")}
    assert same <= {"", "## Tiny (alpha 1.2.0)", "## Tiny (beta 3.0.1)", "## Tiny (beta)", "> For a test."}
