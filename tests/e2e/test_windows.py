"""The full screen with Windows' own Python under Wine (``.ci/windows``), on a console that takes no escape sequences."""

import os
import sys

import pytest

if sys.platform == "win32" or "AIASSESS_WINDOWS_PYTHON" not in os.environ:
    pytest.skip("Windows' Python under Wine comes from .ci/windows", allow_module_level=True)

from officer import SMALL, Officer, Window, draft_file, environment, open_terminal, read_json

from support.editions import GPAISA
from support.terminal import key


class Console(Window):
    """Types as a person does: a key that comes at once with a text before it is taken for pasted."""

    def press(self, *names):
        for name in names:
            before = len(self.raw)
            super().press(name)
            if key(name) == name and name.isprintable():
                last = name.split()[-1][-8:] if len(name) > 1 else ""  # a digit may have led to another page
                self.wait_for(lambda b=before, last=last: len(self.raw) > b and last in self.words(), f"{name!r}")
                while self._read(0.5) and len(self.raw) > before:
                    before = len(self.raw)


def open_windows(folder, *words, columns=100, rows=30):
    wine = {name: value for name, value in os.environ.items() if name.startswith("WINE")}
    env = environment(folder) | {"AIASSESS_CACHE_DIR": str(folder / "cache")} | wine
    program = ["wine", os.environ["AIASSESS_WINDOWS_PYTHON"], "-m", "aiassess", *words]
    return Console(program, columns=columns, rows=rows, env=env, cwd=folder, timeout=60)


def without(own, data):
    """Return what was written without what is a session's own: its times, and the digest of all with them."""
    for number, text in enumerate(own):
        for written in (text, text.replace(":", "\\:", 2)):  # as Markdown has it
            data = data.replace(written.encode(), b"%d" % number)
    return data


def test_a_whole_interview_gives_the_report_of_linux(tmp_path):
    written = []
    for system, opened in (("linux", open_terminal), ("windows", open_windows)):
        folder = tmp_path / system
        folder.mkdir()
        officer = Officer(language="ms")
        with opened(folder, "assess", GPAISA, "--lang", "ms", "--out", "done") as terminal:
            officer.sit_down(terminal)
            officer.work()
            officer.finish()
        report = read_json(folder / "done" / "report.json")
        own = [report["digest"], report["about"]["started_at"], report["about"]["completed_at"]]
        written.append({file.name: without(own, file.read_bytes()) for file in (folder / "done").iterdir()})
    assert set(written[0]) == {"answers.json", "report.html", "report.json", "report.md"}
    assert written[0] == written[1]


def to_the_third_question(terminal):
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("1. What is the system called?")
    terminal.press("Score", "enter")
    terminal.wait("2. What does the system act on?")
    terminal.press("2")
    terminal.wait("3. Any other remark?", "Enter answer")
    terminal.press("half a sen")
    terminal.wait("> half a sen")


@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d", "closed"])
def test_left_and_gone_on_with(tmp_path, way):
    with open_windows(tmp_path, "assess", str(SMALL), "--lang", "en") as terminal:
        to_the_third_question(terminal)
        terminal.press("f5")
        terminal.wait("Soalan 3")
        terminal.press("f5")
        terminal.wait("Question 3")
        if way == "closed":
            terminal.hang_up()
        else:
            terminal.press(way)
            assert terminal.wait_end() in (
                0,
                130,
            )  # Wine makes an interrupt of Ctrl-C, as a console does in the lines of a shell
    answers = read_json(draft_file(tmp_path))["answers"]
    assert answers == {"system": {"value": "Score"}, "acts_on": {"value": "persons"}}
    with open_windows(tmp_path, "assess", "--resume", "interview-1") as terminal:
        terminal.wait("Continuing the draft interview-1", "Enter continue")
        terminal.press("enter")
        terminal.wait("3. Any other remark?", "> half a sen")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
