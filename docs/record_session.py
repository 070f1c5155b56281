"""Record ``docs/session.svg``: a whole interview in Malay, held by the real program in a pseudo-terminal of 100 x 32.

Run it after a change to what the interview shows: ``python docs/record_session.py``. A test holds that the pictures are
current. Needs what the tests need (the README's second command), and a system with pseudo-terminals.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import pyte

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "e2e")]

from officer import DECIDING, Officer, Window  # noqa: E402 - the tests' officer reads the screen and types the answers

from aiassess import load_answers, load_questionnaire  # noqa: E402 - the same
from aiassess.text import say  # noqa: E402 - the same

PICTURE = Path(__file__).resolve().parent / "session.svg"
COLUMNS, ROWS = 100, 32
PROGRAM = "from aiassess.cli.main import main; main()"
"""Started so, the program calls itself ``aiassess`` in the commands that it prints, and no path of this machine is shown."""
ASSESSED, REASSESS = "2026-09-25", "2027-03-25"
"""The days that the pictures show, whenever they are taken."""

CELL, LINE, EDGE, BAR = 8.4, 18, 14, 34
"""Width of a character, height of a row, the margin and the title's height, in pixels."""
COLOURS = {"cyan": "#4fc3d9", "brown": "#d7b35a", "red": "#ff7b72", "green": "#7ee787", "magenta": "#d2a8ff"}

Run = tuple[int, str, str]
"""Where in a row a piece of text begins, the piece, and its classes."""


@dataclass(frozen=True)
class Frame:
    """One picture: what it shows, for how many seconds, and its rows."""

    caption: str
    seconds: int
    rows: list[list[Run]]


def record() -> list[Frame]:
    """Hold the interview and return the pictures taken of it."""
    with tempfile.TemporaryDirectory() as folder:
        # A relative folder for data, so that no path of this machine is shown.
        env = {
            "AIASSESS_DATA_DIR": ".local/share/aiassess",
            "AIASSESS_CACHE_DIR": os.environ.get("AIASSESS_CACHE_DIR", folder),
            "TZ": "UTC",
        }
        command = [sys.executable, "-c", PROGRAM, "assess", "--lang", "ms"]
        with Window(command, columns=COLUMNS, rows=ROWS, env=env, cwd=Path(folder)) as terminal:
            frames = _interview(terminal)
        (report,) = Path(folder).glob("gpaisa-*/report.json")
        days = {
            json.loads(report.read_text(encoding="utf-8"))["result"]["reassess"]["due"]: REASSESS,
            report.parent.name.removeprefix("gpaisa-"): ASSESSED,
        }
    return [*frames, _result(terminal.raw, days)]


def _interview(terminal: Window) -> list[Frame]:
    frames = []

    def take(caption: str, seconds: int) -> None:
        frames.append(Frame(caption, seconds, _rows(terminal.screen)))

    questionnaire = load_questionnaire()
    answers = load_answers(ROOT / "examples" / "welfare-eligibility.json", questionnaire)
    officer = Officer(questionnaire, answers, language="ms")
    officer.terminal = terminal
    terminal.wait(officer.say("keys.short_enter_on"))
    take("Permulaan · The start", 7)
    terminal.press("enter")
    officer.work(until=lambda place: place == "outcome_role")
    terminal.press("down", "down")
    terminal.wait("> ( ) 2.")
    take("Satu soalan, dengan bantuannya · One question, with its help", 8)
    officer.work(until=lambda place: place == ("form", DECIDING))
    take("Tahap sudah muktamad · The level is settled", 8)
    officer.work(until=lambda place: place == ("form", "evidence_expected") and officer.at == "stop_authority")
    terminal.press("Arahan kuasa menghentikan skor")
    terminal.wait("> Arahan kuasa menghentikan skor")
    take("Bukti · Evidence", 5)
    terminal.press("f2")
    officer.look(after=("form", "evidence_expected"))
    officer.work(until=lambda place: place == "risks")
    terminal.press("f12")
    terminal.wait(say("ms", "preview.title"), officer.say("keys.short_enter_on"))
    take("Pratonton: F12 · Preview", 7)
    terminal.press("enter")
    officer.work()
    take("Semakan · Review", 7)
    terminal.press("home")
    terminal.wait("> " + officer.say("finish"))
    terminal.press("enter")
    terminal.wait_end()
    return frames


def _result(raw: bytes, days: dict[str, str]) -> Frame:
    """Return the result as it is printed once the full screen is given back."""
    printed = raw.rpartition(b"\x1b[?1049l")[2].decode()
    for day, shown in days.items():
        printed = printed.replace(day, shown)
    screen = pyte.Screen(COLUMNS, 500)
    pyte.Stream(screen).feed(printed)
    rows = _rows(screen)
    while rows and not rows[-1]:
        rows.pop()
    return Frame("Keputusan · The result", 8, rows[:ROWS])


def _rows(screen: Any) -> list[list[Run]]:
    rows = []
    for number in range(screen.lines):
        cells = [(column, screen.buffer[number][column]) for column in range(screen.columns)]
        runs: list[Run] = []
        for classes, group in groupby(cells, lambda cell: _classes(cell[1])):
            part = list(group)
            text = "".join(char.data for _, char in part)
            bare = text.lstrip(" ")
            if bare.strip():
                runs.append((part[0][0] + len(text) - len(bare), bare.rstrip(" "), classes))
        rows.append(runs)
    return rows


def _classes(char: Any) -> str:
    kinds = {"b": char.bold, "i": char.italics, "u": char.underscore}
    names = [name for name, on in kinds.items() if on]
    return " ".join([*names, *([char.fg] if char.fg in COLOURS else [])])


# The picture


def svg(frames: list[Frame]) -> str:
    """Return the pictures as one that moves by itself; where nothing moves, the first stands still."""
    width, height = COLUMNS * CELL + 2 * EDGE, ROWS * LINE + BAR + EDGE
    total = sum(frame.seconds for frame in frames)
    style = [
        "text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#d5dbe3;white-space:pre}",
        ".b{font-weight:700;fill:#fff}.i{font-style:italic}.u{text-decoration:underline}",
        *(f".{name}{{fill:{colour}}}" for name, colour in COLOURS.items()),
        ".frame{opacity:0}#f1{opacity:1}",
    ]
    start = 0
    for number, frame in enumerate(frames, 1):
        here, there = 100 * start / total, 100 * (start + frame.seconds) / total
        before = "" if number == 1 else "0%{opacity:0}"
        after = "" if number == len(frames) else f"{there:.3f}%{{opacity:0}}"
        style.append(f"@keyframes k{number}{{{before}{here:.3f}%{{opacity:1}}{after}}}")
        style.append(f"#f{number}{{animation:k{number} {total}s step-end infinite}}")
        start += frame.seconds
    style.append("@media (prefers-reduced-motion:reduce){.frame{animation:none!important}}")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" xml:space="preserve">',
        "<title>aiassess assess --lang ms</title>",
        f"<style>{''.join(style)}</style>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#12171f"/>',
        *(_group(number, frame) for number, frame in enumerate(frames, 1)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _group(number: int, frame: Frame) -> str:
    lines = [
        f'<g class="frame" id="f{number}">',
        f'<text x="{EDGE}" y="22" class="green">{escape(frame.caption)}</text>',
    ]
    for row, runs in enumerate(frame.rows):
        pieces = [_piece(at, text, classes) for at, text, classes in runs]
        if pieces:
            lines.append(f'<text y="{BAR + LINE * row + 14}">{"".join(pieces)}</text>')
    return "\n".join([*lines, "</g>"])


def _piece(at: int, text: str, classes: str) -> str:
    """Return a piece of text as wide as its cells, whatever font there is."""
    kind = f' class="{classes}"' if classes else ""
    return f'<tspan x="{EDGE + at * CELL:.1f}" textLength="{len(text) * CELL:.1f}"{kind}>{escape(text, quote=False)}</tspan>'


if __name__ == "__main__":
    PICTURE.write_text(svg(record()), encoding="utf-8", newline="\n")
