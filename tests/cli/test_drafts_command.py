import io
import json
import os
import sys

import pytest

from aiassess import AnswerSet, load_questionnaire
from aiassess.drafts.places import drafts_folder
from aiassess.drafts.store import Drafts
from aiassess.model.answers import Answer


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("AIASSESS_DATA_DIR", str(tmp_path / "data"))
    return drafts_folder()


def make_draft(folder, system="Sistem Contoh"):
    gpaisa = load_questionnaire()
    with Drafts(folder).create(gpaisa, "gpaisa") as draft:
        answers = AnswerSet("gpaisa", gpaisa.version, answers={"system_name": Answer("answered", system)})
        draft.save(answers, draft.state)
        return draft.name


def test_list(cli, folder):
    assert cli("--lang", "en", "drafts", "list").out == "There are no unfinished interviews.\n"
    assert cli("drafts", "list", "--format", "json").json == []
    name = make_draft(folder, "Sistem \x1b[31mContoh")
    done = cli("--lang", "ms", "drafts", "list")
    assert name in done.out
    assert "\x1b" not in done.out
    (row,) = cli("drafts", "list", "--format", "json").json
    assert (row["name"], row["answered"], row["questionnaire"], row["in_use"]) == (name, 1, "gpaisa", False)


def test_remove(cli, folder, monkeypatch):
    name = make_draft(folder)
    monkeypatch.setattr(sys, "stdin", open(os.devnull))  # noqa: SIM115, PTH123 - closed by the next line's end of test
    assert cli("drafts", "remove", name).code == 2, "no terminal to ask in"
    assert cli("drafts", "remove").code == 2
    assert cli("drafts", "remove", "nonesuch", "--yes").code == 2
    assert cli("drafts", "list", "--format", "json").json != []
    assert cli("drafts", "remove", name, "--yes").code == 0
    assert cli("drafts", "list", "--format", "json").json == []
    assert list(folder.iterdir()) == []
    sys.stdin.close()


def test_nothing_is_asked_of_a_device_that_calls_itself_a_terminal(cli, folder, monkeypatch):
    """As Windows says of NUL, which is no console."""
    name = make_draft(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    sys.stdin.isatty = lambda: True
    monkeypatch.setattr("aiassess.cli.drafts.is_terminal", lambda _: False)
    done = cli("--lang", "en", "drafts", "remove", name)
    assert (done.code, "--yes" in done.err, "?" in done.err) == (2, True, False)
    assert cli("drafts", "list", "--format", "json").json != []


def test_a_draft_in_use_is_not_removed(cli, folder):
    name = make_draft(folder)
    with Drafts(folder).open(name):
        assert cli("drafts", "remove", name, "--yes").code == 2
        assert cli("drafts", "list", "--format", "json").json[0]["in_use"] is True
    assert json.loads((folder / f"{name}.draft.json").read_text(encoding="utf-8"))["answers"]
