"""Tables made at the end of a run, from the rows that it kept: the same bytes as if they had grown row by row."""

import sys
from pathlib import Path

import pytest

from aiassess.batch import late
from aiassess.batch.columns import Layout
from aiassess.batch.outputs import Target
from support.batches import QUESTIONNAIRE, lines, run, submission
from support.hostile import STRINGS


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    texts = [text for text in STRINGS if text.strip() and "\x00" not in text]
    content = b"".join(submission(n, name=text, office=text[::-1]) + b"\n" for n, text in enumerate(texts))
    (tmp_path / "a.jsonl").write_bytes(content + b"{\n" + lines(50))
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_the_bytes_are_those_of_a_table_that_grew(here, format_):
    run(["a.jsonl"], ["grown.csv", "grown.jsonl"])
    (here / "real").mkdir()
    (here / "link").symlink_to(here / "real" / "table")
    late.make(Target("link", format_), Path(f"grown.{format_}"), Layout([QUESTIONNAIRE]), "en")
    assert (here / "real" / "table").read_bytes() == (here / f"grown.{format_}").read_bytes()
    assert (here / "link").is_symlink()
    assert [path.name for path in (here / "real").iterdir()] == ["table"]


def test_standard_output_gets_the_same(here, capfdbinary):
    run(["a.jsonl"], ["grown.csv"])
    late.make(Target("-", "csv"), Path("grown.csv"), Layout([QUESTIONNAIRE]), "en")
    assert capfdbinary.readouterr().out == (here / "grown.csv").read_bytes()
