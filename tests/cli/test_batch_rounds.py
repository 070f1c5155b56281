"""``aiassess batch --against`` and ``--changes``."""

import pytest

from support.shell import fill


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return fill(tmp_path)


@pytest.fixture
def batch(cli, here):
    cli("batch", "in", "-q", "tiny.yaml", "-o", "then.csv")
    return lambda *options: cli("batch", "in", "-q", "tiny.yaml", "-o", "now.csv", *options)


def test_what_changed_is_said_at_the_end(batch, here):
    done = batch("--against", "then.csv", "--changes", "changes.csv", "--lang", "en")
    assert "Compared with then.csv: " in done.err
    assert "new 0, gone 0; level higher 0, lower 0; verdict changed 0; findings opened 0, closed 0." in done.err
    assert (here / "changes.csv").read_text().startswith("agency,system,questionnaire,change,")
    assert "Berbanding then.csv: " in batch("--against", "then.csv", "--lang", "ms").err


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--changes", "c.csv"], 2, "Add `--against FILE`."),
        (["--against", "then.csv", "--changes", "c.txt"], 2, "c.txt: error: The file's ending does not name a format"),
        (["--against", "then.csv", "--changes", "-"], 2, "Use .csv or .jsonl."),
        (["--against", "then.csv", "--changes", "c.parquet"], 2, "Use .csv or .jsonl."),
        (["--against", "then.csv", "--changes", "now.csv"], 2, "now.csv"),
        (["--against", "then.xlsx"], 2, "then.xlsx: error: `--against` needs the table of an earlier batch"),
        (["--against", "none.csv"], 3, "none.csv: "),
        (["--against", "tiny.yaml"], 2, "`--against` needs the table"),
    ],
)
def test_what_cannot_be_is_said(batch, here, options, code, message):
    done = batch(*options, "--lang", "en")
    assert (done.code, message in done.err) == (code, True), done.err
    assert not (here / "now.csv").exists()
