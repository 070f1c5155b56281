"""The end of an interview: all of it in the window, commands that run, and the result alone on standard output."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from aiassess import build_report, load_answers, load_questionnaire, score
from aiassess.cli.ending import Told, next_commands, show_ending
from aiassess.render.report.ending import SIZES
from support.each import each
from support.editions import ANSWERS, GPAISA
from support.shell import words_of

WINDOWS = [(100, 32), (80, 24), (60, 20), (42, 15)]


class Window(io.StringIO):
    """A terminal that both streams write to."""

    encoding = "utf-8"

    def isatty(self):
        return True


def report(name="welfare-eligibility", lang="en"):
    answers = load_answers(ANSWERS / f"{name}.json", load_questionnaire(GPAISA))
    return build_report(score(load_questionnaire(GPAISA), answers), lang)


def told(name, lang="en"):
    kept = Told("The draft is kept. Continue later with:", "aiassess assess --resume gpaisa-1")
    return [
        Told("Written in done: report.html, report.md, report.json, answers.json"),
        *next_commands("done/r.json", report(name, lang), lang),
        kept,
    ]


@pytest.fixture
def ended(monkeypatch):
    """Show the end in a window; returns its rows, without colours."""

    def show(columns, rows, *, name="welfare-eligibility", plain=False, lang="en"):
        window = Window()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["aiassess"])
            patched.setenv("COLUMNS", str(columns))
            patched.setenv("LINES", str(rows))
            patched.setattr(sys, "stdout", window)
            patched.setattr(sys, "stderr", window)
            show_ending(report(name, lang), told(name, lang), plain=plain)
        lines = re.sub(r"\x1b\[[\d;]*m", "", window.getvalue()).splitlines()
        return [line[at : at + columns] for line in lines for at in range(0, max(1, len(line)), columns)]

    return show


@each("lang", ["en", "ms"])
@each("name", [file.stem for file in sorted(ANSWERS.glob("*.json"))])
@each("window", WINDOWS)
def test_the_end_never_scrolls_off(ended, window, name, lang):
    columns, rows = window
    shown = ended(columns, rows, name=name, lang=lang)
    assert len(shown) < rows
    text = " ".join("".join(shown).split())
    assert "report.html" in text
    assert "--resume" in text


@each("rows", range(15, 32))
def test_a_console_without_escape_sequences_is_a_column_narrower(ended, monkeypatch, rows):
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: True)
    assert len(ended(80, rows)) < rows


def test_the_larger_the_window_the_more_is_shown(ended):
    sizes = [len(ended(80, rows)) for rows in (15, 20, 24, 40)]
    assert sizes == sorted(sizes)
    large, small = "\n".join(ended(80, 40)), "\n".join(ended(42, 15))
    assert "First actions" in large
    assert large.count("\n- ") == SIZES[0][2]
    assert "aiassess explain done/r.json" in large
    assert "First actions" not in small


def test_a_command_that_does_not_fit_beside_its_text_has_a_line_of_its_own():
    each_ = Told("Continue:", "aiassess assess --resume gpaisa-1")
    assert each_.line(80) == each_.line(None) == "Continue: aiassess assess --resume gpaisa-1"
    assert each_.line(40) == "Continue:\naiassess assess --resume gpaisa-1"


def test_the_commands_run_as_they_are_printed(cli, monkeypatch, tmp_path, write_questionnaire):
    monkeypatch.chdir(tmp_path)
    file = write_questionnaire("", "tiny.yaml")
    monkeypatch.setattr(sys, "stdin", io.StringIO(":review\nfinish\nyes\n"))
    done = cli("assess", file, "--lang", "en", "--out", "my folder", "--plain")
    assert done.code == 0
    commands = re.findall(
        r": aiassess (.*)", re.sub(r": \S*(python3?(?:\.exe)? -m aiassess|/aiassess) ", ": aiassess ", done.err)
    )
    assert [words_of(command)[0] for command in commands[:3]] == ["render", "form", "explain"]
    for command in commands[:3]:
        assert cli(*words_of(command)).code == 0, command
    made = json.loads(Path("my folder/report.json").read_text(encoding="utf-8"))
    assert f"Level: {made['result']['level_title']}\n" in done.out
    assert "Written in" not in done.out
