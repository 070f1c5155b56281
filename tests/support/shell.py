"""Programs started as users' shells start them, with standard streams of any kind, in a folder with a file of each kind."""

import contextlib
import json
import os
import re
import shlex
import subprocess
import sys

from aiassess.cli.handler import run

QUESTIONNAIRE = """\
format: 1
id: tiny
version: 1.0.0
languages: [en]
title: Tiny
provenance: {status: draft, statement: For tests.}
dimensions: {principles: [], actors: []}
option_sets:
  harms: [{id: none, label: None, points: 0}, {id: great, label: Great, points: 4}]
  guards: [{id: absent, label: Absent, points: 0}, {id: there, label: There, points: 4}]
sections:
  - id: only
    title: Only
    questions:
      - {id: harm, type: choice, text: Harm?, score: inherent, options: harms}
      - {id: guard, type: choice, text: Guard?, score: control, options: guards}
scoring:
  inherent: {maximum: all}
  controls: {maximum: all}
  mitigation: {method: linear, from_percent: 40, reduces_percent: 40, blocked_when: [incomplete]}
levels: [{id: low, title: Low, up_to_percent: 50}, {id: high, title: High}]
"""


def fill(folder):
    """Write a questionnaire, answers to it, reports and what is wrong with them; return the folder."""
    (folder / "tiny.yaml").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "bad.yaml").write_text(QUESTIONNAIRE.replace("id: tiny", "id: Tiny"), encoding="utf-8")
    (folder / "newer.yaml").write_text(QUESTIONNAIRE.replace("Harm?", "Which harm?"), encoding="utf-8")
    survey = {"elements": [{"type": "text", "name": "who", "title": "Who?"}, {"type": "file", "name": "proof"}]}
    (folder / "survey.json").write_text(json.dumps(survey), encoding="utf-8")
    (folder / "in").mkdir()
    for harm in ("none", "great"):
        answers = {"harm": harm, "guard": "absent"}
        data = {"format": "aiassess.answers/1", "questionnaire": {"id": "tiny", "version": "1.0.0"}, "answers": answers}
        for name in (f"{harm}.json", f"in/{harm}.json"):
            (folder / name).write_text(json.dumps(data), encoding="utf-8")
        report = folder / f"{harm}.report.json"
        assert run(["score", str(folder / f"{harm}.json"), "-q", str(folder / "tiny.yaml"), "-o", str(report)]) == 0
    text = report.read_text(encoding="utf-8")
    (folder / "edited.report.json").write_text(text.replace('"level": "high"', '"level": "low"'), encoding="utf-8")
    (folder / "in/refused.json").write_text("{}", encoding="utf-8")
    return folder


def words_of(line):
    """Split a command that the program printed, as the shell does that it is for."""
    if sys.platform != "win32":
        return shlex.split(line)
    return [quoted.replace("''", "'") or plain for quoted, plain in re.findall(r"'((?:[^']|'')*)'|(\S+)", line)]


def start(program, folder, argv, typed="", redirect="", stdout=None, stderr=None):
    """Run the program, as its users' shells do, and return its code, its output and the files that it wrote.

    Streams that are closed change how Python starts: then it does.
    """
    if "&-" in redirect:
        program = [sys.executable, "-m", "aiassess"]
    read, gone = os.pipe()
    os.close(read)
    ends = {None: subprocess.PIPE, "gone": gone}
    command = ["sh", "-c", f'exec "$@" {redirect}', "sh", *program, *argv]
    with written_in(folder) as written:
        try:
            done = subprocess.run(
                command,
                input=typed.encode(),
                stdout=ends[stdout],
                stderr=ends[stderr],
                cwd=folder,
                timeout=60,
                check=False,
            )
        finally:
            os.close(gone)
    return done.returncode, done.stdout, done.stderr, written


@contextlib.contextmanager
def written_in(folder):
    """Collect and remove what is written meanwhile."""
    before, written = set(folder.rglob("*")), {}
    yield written
    for path in sorted(set(folder.rglob("*")) - before, reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            written[str(path.relative_to(folder))] = path.read_bytes()
            path.unlink()
