"""Running the command line inside the test's process, and as a process of its own."""

import json
import os
import subprocess
from dataclasses import dataclass

import pytest

from aiassess.cli.handler import run


@dataclass
class Outcome:
    code: int
    out: str
    err: str
    raw: bytes = b""

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def cli(capfdbinary):
    """Call the command line in this process: ``cli("score", file)``."""

    def call(*argv):
        capfdbinary.readouterr()
        code = run([str(word) for word in argv])
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return call


@pytest.fixture
def process(program):
    """Run the program as a process of its own: ``process("score", "-", typed=b"…")``."""

    def call(*argv, typed=b"", env=None, cwd=None):
        done = subprocess.run(
            [*program, *map(str, argv)],
            input=typed,
            capture_output=True,
            timeout=60,
            env={**os.environ, **(env or {})},
            cwd=cwd,
            check=False,
        )
        text = "" if done.stdout.startswith(b"PK") else done.stdout.decode()  # an Office file is not text
        return Outcome(done.returncode, text, done.stderr.decode(), done.stdout)

    return call


@pytest.fixture
def answers_file(tmp_path):
    """Write an answers file to gpaisa: ``answers_file(livelihood="severe")``."""

    def write(about=None, version="1.0.0", name="answers.json", **answers):
        data = {
            "format": "aiassess.answers/1",
            "questionnaire": {"id": "gpaisa", "version": version},
            "about": about or {},
            "answers": answers,
        }
        file = tmp_path / name
        file.write_text(json.dumps(data), encoding="utf-8")
        return file

    return write
