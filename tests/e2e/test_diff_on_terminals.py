"""A comparison on terminals of several kinds: in their width, with colour or without, in the letters that they have."""

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import open_terminal
from rich.cells import cell_len

from support.tiny import control, inherent, report_of, tiny

QUESTIONNAIRE = tiny(inherent(), control(principles=["fair"]), {"id": "words"})


@pytest.fixture
def reports(tmp_path):
    given = {"risk": "some", "guard": "no", "words": "A text that is long enough to be wrapped. " * 4}
    for name, change in (("old", {}), ("new", {"guard": "yes", "words": "Another text that is long enough. " * 4})):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(report_of(QUESTIONNAIRE, given | change)), encoding="utf-8")
    return tmp_path


def shown(folder, *options, columns=80, **env):
    """Return what the program writes on a screen, and its lines as they are read."""
    with open_terminal(folder, "diff", "old.json", "new.json", *options, columns=columns, rows=80, **env) as terminal:
        assert terminal.wait_end() == 0
        return terminal.raw.decode(), [line for line in terminal.lines() if line]


def test_with_colour_and_in_its_width(reports):
    raw, lines = shown(reports, columns=100)
    assert "\x1b[" in raw
    assert "Controls in place  0% (0/4)  100% (4/4)  ▲ better" in lines
    assert max(map(cell_len, lines)) > 80
    assert all(cell_len(line) <= 100 for line in lines)


@pytest.mark.deep
def test_without_colour(reports):
    raw, lines = shown(reports, NO_COLOR="1")
    assert "\x1b[3" not in raw
    assert "Controls in place  0% (0/4)  100% (4/4)  ▲ better" in lines


@pytest.mark.deep
def test_on_a_narrow_one(reports):
    _, lines = shown(reports, columns=40)
    assert "Fair: 0% (0/4) → 100% (4/4) ▲ better" in lines
    assert all(cell_len(line) <= 40 for line in lines)


def test_without_unicode(reports):
    raw, lines = shown(reports, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert raw.isascii()
    assert "Controls in place  0% (0/4)  100% (4/4)  ^ better" in lines


@pytest.mark.deep
def test_a_file_gets_the_same_whatever_the_terminal(reports):
    shown(reports, "-o", "there.txt", columns=40)
    with open_terminal(reports, "diff", "old.json", "new.json", "-o", "here.txt", columns=120) as terminal:
        assert terminal.wait_end() == 0
    assert (reports / "here.txt").read_bytes() == (reports / "there.txt").read_bytes()
