"""The engine inside a form in a browser: Python under Pyodide, asked by ``worker.js`` (docs/form.md#with-the-level).

It needs a checked questionnaire as data and imports no parser of YAML, no JSON Schema and nothing of the command line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiassess.answers.check import check_answers
from aiassess.answers.strict_json import parse_json
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.render import outline as o
from aiassess.render import renderer
from aiassess.render.decision import standing_outline
from aiassess.render.report.words import Words
from aiassess.report.build import build_report
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.report.types import Report

_FILE = "answers.json"
_WRITTEN = {"report.json": ("json", "report"), "report.html": ("html", "report"), "decision.html": ("html", "decision")}
"""What the page offers, each with its format and kind (``aiassess.render``)."""


class Scorer:
    """Scores answers files for one questionnaire; every method raises InvalidInput for one that is not valid."""

    def __init__(self, document: str) -> None:
        """``document``: a checked questionnaire as JSON, as ``questionnaire show --format json`` prints it."""
        self.questionnaire = build_questionnaire(json.loads(document))

    def report(self, answers: str) -> Report:
        given = check_answers(parse_json(answers, _FILE), self.questionnaire, _FILE)
        return build_report(score(self.questionnaire, given))

    def standing(self, answers: str) -> str:
        """Return, as JSON, the level so far in lines (``level``), and in ``parts`` where the system is now and why.

        A part is [title, [[kind, lines], …]]; the kind is "Item" for lines of a list. All is safe text, in the answers'
        language.
        """
        report = self.report(answers)
        w = Words(report)
        parts = [
            (o.plain(section.title, "page"), [(kind, _lines(some)) for kind, some in o.runs(section.body, "page")])
            for section in standing_outline(report)
        ]
        return json.dumps({"level": w.level_so_far(), "parts": parts})

    def written(self, answers: str, name: str) -> str:
        """Return the text of "report.json", "report.html" or "decision.html": what the command line writes."""
        return str(renderer(*_WRITTEN[name])(self.report(answers)))


def _lines(blocks: Iterable[o.Block]) -> list[str]:
    return [o.plain(block.text, "page") for block in blocks if isinstance(block, o.Item | o.Paragraph)]
