"""``aiassess batch --summary``."""

import json
import re
from pathlib import Path

import pytest

from support.schemas import Schema

UNIT = Path(__file__).parents[2] / "examples-units" / "replies.json"


@pytest.fixture
def batch(cli, answers_file, tmp_path):
    """Run a batch of one submission with more options: its language is that of the reader."""

    def call(*options):
        return cli("batch", answers_file(about={"language": "en"}), "-o", tmp_path / "rows.csv", *options)

    return call


@pytest.mark.parametrize(("lang", "level"), [((), "Risiko Tinggi"), (("--lang", "en"), "High risk")])
def test_summaries_by_ending_and_in_the_readers_language(batch, tmp_path, lang, level):
    files = [tmp_path / f"s.{ending}" for ending in ("md", "html", "json")]
    done = batch(*(word for file in files for word in ("--summary", file)), "--as-of", "2026-11-22", *lang)
    assert done.code == 0
    assert all(level in file.read_text(encoding="utf-8") for file in files)
    data = json.loads(files[2].read_text(encoding="utf-8"))
    Schema("portfolio").validate(data)
    assert (data["as_of"], data["systems"]) == ("2026-11-22", 1)


def test_systems_come_before_units_and_each_is_called_what_it_is(batch, tmp_path):
    files = [tmp_path / f"s.{ending}" for ending in ("md", "json")]
    batch(UNIT, *(word for file in files for word in ("--summary", file)), "--lang", "en")
    text, data = files[0].read_text(encoding="utf-8"), json.loads(files[1].read_text(encoding="utf-8"))
    Schema("portfolio").validate(data)
    assert [of["id"] for of in data["questionnaires"]] == ["gpaisa", "ai_at_work"]
    assert data["assesses"] == {"ai_at_work": {"one": "unit", "many": "units"}}
    systems, units = text.split("\n## ")[1:3]
    assert "- Systems assessed: 1" in systems
    assert "- Units assessed: 1" in units
    assert not re.search("(?i)system", units.partition("### Most common")[0])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--summary", "s.txt"], "Use .md, .html or .json."),
        (["--summary", "-"], "Use .md, .html or .json."),
        (["--summary", "s.md", "--as-of", "22/11/2026"], "such as 2026-11-21; found “22/11/2026”"),
        (["--summary", "s.md", "--as-of", "2026-02-29"], "found “2026-02-29”"),
        (["--as-of", "2026-11-22"], "Add `--summary FILE` or `--due FILE`."),
        (["--due", "due.txt"], "a list (.csv, .xlsx), a calendar (.ics), or a folder"),
    ],
)
def test_what_cannot_be_is_said(batch, tmp_path, options, message):
    done = batch(*options)
    assert done.code == 2
    assert message in done.err
    assert not (tmp_path / "rows.csv").exists()
