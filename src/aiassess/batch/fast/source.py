"""The judge of one questionnaire as Python source: docs/scoring.md, written out for its questions.

Nothing but checked ids and numbers is ever written into it; everything else is bound to a name (``judge.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.batch.fast import outcome
from aiassess.batch.fast.lines import branch, indented
from aiassess.batch.fast.plan import Plan, name
from aiassess.batch.fast.reading import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.batch.columns import Layout
    from aiassess.batch.fast.states import Tables
    from aiassess.model.questionnaire import Questionnaire


def judge_source(questionnaire: Questionnaire, layout: Layout, tables: Tables) -> str:
    """Return the source of ``judge(raw)``."""
    return "\n".join([*_judge(Plan(questionnaire, layout, tables)), ""])


def _judge(plan: Plan) -> Iterator[str]:
    yield f"# {name(plan.questionnaire.id)} {plan.questionnaire.version!r}"
    yield "def judge(raw):"
    yield "    try:"
    yield from indented(_body(plan), 2)
    yield from indented(branch("except ValueError", ["return None"]))


def _body(plan: Plan) -> Iterator[str]:
    yield "document = decode(raw)"
    version = "document.questionnaire.version"
    yield from branch(f"if {version} != {plan.questionnaire.version!r}", [f"check_version({version})"])
    yield "given, about = document.answers, document.about"
    yield "texts, evidence = [], []"
    yield "bare = hidden = 0"
    yield from reading(plan)
    yield from outcome.sums(plan)
    yield from outcome.checking()
    yield from outcome.findings(plan)
    yield from outcome.level(plan)
    yield from outcome.open_answers(plan)
    yield from outcome.verdict()
    yield from outcome.cells(plan)
