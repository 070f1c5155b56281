"""What a file is, by its content, so that a command given the wrong one can say so (docs/errors.md#the-wrong-file)."""

import json
import re
from io import StringIO
from itertools import islice
from typing import Any, Literal

from aiassess.errors import Problem, Word

Expected = Literal["answers", "report", "questionnaire"]
"""What a command may want; ``answers``: an answers file or a report."""

KINDS = {
    "answers": "answers",
    "report": "report",
    "submissions": "submissions",
    "questionnaire": "questionnaire",
    "section": "section",
    "schema": "schema",
    "diff": "result",
    "edition-diff": "result",
    "explanation": "result",
    "conflicts": "result",
    "portfolio": "result",
    "verification": "result",
    "lint": "result",
    "rows": "result",
    "errors": "result",
    "page": "page",
    "form": "form",
    "draft-state": "draft",
    "dropped": "draft",
    "batch-journal": "journal",
}
"""Every kind of file that the program reads or writes, and which advice goes with it if another was expected."""

_FORMAT = re.compile(r"aiassess\.([a-z-]+)/")
_SHAPES = (
    ("questionnaire", {"sections", "levels"}),
    ("section", {"id", "questions"}),
    ("rows", {"source", "line", "error_code"}),
    ("errors", {"source", "line", "problems"}),
    ("verification", {"file", "outcome"}),
    ("schema", {"$schema"}),
)
"""Keys by which to recognize documents that have no format key."""
FORM_MARK = '<script type="application/json" id="form">'
"""What a form for a browser has, and no other page of ours."""
_LOOKED_AT = 100_000
"""Characters of a text that are looked at."""


def kind_of(data: Any) -> str | None:
    """Return which of ``KINDS`` a JSON or YAML document is, of any format number; None if it is none of them."""
    if isinstance(data, list):
        first = kind_of(data[0]) if data and isinstance(data[0], dict) else None
        return "submissions" if first in ("answers", "report") else first
    if not isinstance(data, dict):
        return None
    match = _FORMAT.match(data["format"]) if isinstance(data.get("format"), str) else None
    if match:
        return match.group(1) if match.group(1) in KINDS else None
    kind = next((kind for kind, keys in _SHAPES if keys <= data.keys()), None)
    return None if kind == "section" and "format" in data else kind  # a questionnaire that forgot its sections


def kind_of_text(text: str) -> str | None:
    """Return which of ``KINDS`` a text is that is not a JSON document; None if it is none of them."""
    lines = [*islice(filter(str.strip, StringIO(text)), 2)]  # of JSON Lines: a report is one long line
    text = text[:_LOOKED_AT].lstrip()
    if re.match(r"<!doctype html|<html", text, re.IGNORECASE):
        return "form" if FORM_MARK in text else "page"
    if re.match(r'\{\s*"\$schema"', text):
        return "schema"
    if re.search(r"^(sections|levels):", text, re.MULTILINE):
        return "questionnaire"
    if re.search(r"^questions:", text, re.MULTILINE):
        return "section"
    if text.startswith("source,line,status,"):
        return "rows"
    if text.startswith("# "):
        return "page"
    try:
        kinds = {kind_of(json.loads(line)) for line in lines} if len(lines) > 1 else {None}
    except (ValueError, RecursionError):
        return None
    if None in kinds:
        return None
    return "submissions" if kinds <= {"answers", "report"} else kinds.pop()


def wrong_file(kind: str, expected: Expected, shown: str | None = None) -> Problem:
    values = {
        "what": Word(f"file_{kind.replace('-', '_')}"),
        "expected": Word(f"expected_{expected}"),
        "advice": Word(f"advice_{'result' if kind == 'page' and expected == 'questionnaire' else KINDS[kind]}"),
    }
    return Problem("wrong_file", values, file=shown)
