"""Parts that differ are settled one by one, in a terminal."""

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from support.terminal import Terminal

HEAD = {"format": "aiassess.answers/1", "questionnaire": {"id": "gpaisa", "version": "2.0.0"}}
PARTS = {
    "a.json": {"system_name": "Filter", "social_scoring": "no"},
    "b.json": {"system_name": {"value": "Sorter", "note": "\x1b[31mNew\nname"}, "social_scoring": {"status": "unsure"}},
}


@pytest.fixture
def merging(tmp_path):
    """Start merging two parts that differ twice: ``merging("en")``."""
    for name, answers in PARTS.items():
        (tmp_path / name).write_text(json.dumps({**HEAD, "answers": answers}), encoding="utf-8")

    def call(lang, **env):
        words = ("merge", *PARTS, "-o", "all.json", "--interactive")
        where = {"AIASSESS_CACHE_DIR": str(tmp_path / "cache"), "AIASSESS_LANG": lang, **env}
        return Terminal.python("-m", "aiassess", *words, columns=80, rows=24, env=where, cwd=tmp_path)

    return call


def test_on_the_full_screen(merging, tmp_path):
    with merging("en") as terminal:
        terminal.wait(
            "1 of 2: (1) What is the name", "Which one is right?", "1. a.json: Filter · Result: High risk; Hold"
        )
        assert "Sorter · note: \\u{1b}[31mNew name" in " ".join(terminal.text().split())
        terminal.press("2", "enter")
        terminal.wait("2 of 2: (8) ", "2. b.json: Not sure · Result: High risk; Stop (Undetermined)")
        terminal.press("1", "enter")
        assert terminal.wait_end() == 0
        terminal.wait("Merged 2 files: 2 questions answered.", "2 places in which the parts differed were settled.")
    answers = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["answers"]
    assert answers["system_name"] == {"value": "Sorter", "note": "\x1b[31mNew\nname", "from": ["b.json"]}
    assert answers["social_scoring"] == {"value": "no", "from": ["a.json"]}


def test_line_by_line_and_in_malay(merging, tmp_path):
    with merging("ms", AIASSESS_PLAIN="1") as terminal:
        terminal.wait("1 daripada 2: (1) ", "Yang manakah betul?", "3. Keluar; tiada apa-apa ditulis")
        terminal.press("1", "enter")
        terminal.wait("2 daripada 2: (8) ")
        terminal.press("2", "enter")
        assert terminal.wait_end() == 0
    answers = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["answers"]
    assert answers["social_scoring"] == {"status": "unsure", "from": ["b.json"]}


@pytest.mark.parametrize("keys", [["3", "enter"], ["ctrl-d"]])
def test_whoever_leaves_writes_nothing(merging, tmp_path, keys):
    with merging("en") as terminal:
        terminal.wait("1 of 2: (1) What is the name")
        terminal.press("1", "enter")
        terminal.wait("2 of 2: (8) ")
        terminal.press(*keys)
        assert terminal.wait_end() == 1
        terminal.wait("Nothing was written.")
    assert not (tmp_path / "all.json").exists()
