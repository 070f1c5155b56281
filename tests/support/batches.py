"""Small batches: a tiny questionnaire, submissions to it, and runs inside the test's process."""

import csv
import json
import sys
from pathlib import Path

from aiassess import build_report, score
from aiassess.answers.check import check_answers
from aiassess.batch.outputs import due_target, targets_of
from aiassess.batch.plan import Plan
from aiassess.batch.run import Run
from support.tiny import answers_document, control, document, inherent, tiny

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["DOCUMENT", "QUESTIONNAIRE", "lines", "plan", "report_of", "rows_of", "run", "submission", "system", "zstd"]

_QUESTIONS = (
    {"id": "name"},
    {"id": "office"},
    {"id": "sort", "options": {"old": 0, "new": 0}},
    inherent("harm", principles=["fair"]),
    control("guard", principles=["fair"], actors=["owner"]),
)
_SUBJECT = {"system": "name", "agency": "office", "kind": "sort"}
QUESTIONNAIRE = tiny(*_QUESTIONS, subject=_SUBJECT)
DOCUMENT = document(*_QUESTIONS, subject=_SUBJECT)
"""The same as data, to be written to a file."""


def submission(number: int = 1, **answers) -> bytes:
    """Return a valid submission, different for each number."""
    levels = ("none", "some", "all")
    given = {"name": f"System {number}", "office": "Office", "harm": levels[number % 3], "guard": "half", **answers}
    return json.dumps(answers_document(QUESTIONNAIRE, given, completed_at="2026-10-01T12:00:00Z")).encode()


def system(name="Alpha", office="Office", harm="some", completed_at="2026-10-01T12:00:00Z", **about) -> bytes:
    """Return a submission of a system."""
    given = {"name": name, "office": office, "harm": harm, "guard": "half"}
    about = {key: value for key, value in {"completed_at": completed_at, **about}.items() if value}
    answers = {key: value for key, value in given.items() if value}
    return json.dumps(answers_document(QUESTIONNAIRE, answers, **about)).encode()


def report_of(raw: bytes) -> dict:
    """Return the report that a submission gives."""
    return build_report(score(QUESTIONNAIRE, check_answers(json.loads(raw), QUESTIONNAIRE, "x")))


def lines(number: int, start: int = 1) -> bytes:
    """Return so many submissions as JSON Lines."""
    return b"".join(submission(n) + b"\n" for n in range(start, start + number))


def plan(inputs, outputs, *, table="scores", marked=False, due=(), **options) -> Plan:
    """Return a plan for the tiny questionnaire, in English, in this process."""
    targets = targets_of([str(name) for name in outputs], None, table, marked=marked)
    settings = {"lang": "en", "questionnaires": (QUESTIONNAIRE,), "jobs": 1, **options}
    lists = tuple(due_target(str(name), marked=marked) for name in due)
    return Plan(tuple(map(str, inputs)), tuple(targets), due=lists, **settings)


def run(inputs, outputs, **options) -> Run:
    """Run a whole batch."""
    made = Run(plan(inputs, outputs, **options))
    made.go(lambda: None)
    return made


def rows_of(file: Path) -> list[dict]:
    """Return the rows of a JSON Lines or CSV file."""
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
