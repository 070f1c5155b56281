"""Findings: what the answers show is wrong, in the order of the action plan (docs/scoring.md#findings)."""

from collections.abc import Callable, Mapping

from aiassess.model.answers import Answer
from aiassess.model.questionnaire import SEVERITIES, Finding, Question
from aiassess.scoring.conditions import Facts, Known, holds
from aiassess.scoring.result import Mark, Raised


def is_raised(finding: Finding, answer: Answer, facts: Facts, known: Known | None = None) -> bool | None:
    """Return whether an answered question raises a finding; None if open answers decide it."""
    if answer.status != "answered":
        return False
    if finding.when is not None:
        return holds(finding.when, facts, known)
    return not finding.on.isdisjoint(answer.chosen)


def raised_findings(marks: Mapping[str, Mark], facts: Facts, known: Known) -> list[tuple[Question, Finding]]:
    return [
        (mark.question, finding)
        for mark in marks.values()
        for finding in mark.question.findings
        if is_raised(finding, mark.answer, facts, known)
    ]


def action_plan(raised: list[tuple[Question, Finding]], wins: Callable[[Question], int]) -> tuple[Raised, ...]:
    """Return the findings by severity, then by the residual points that the fix would win, then in document order."""
    plan = [Raised(question, finding, wins(question)) for question, finding in raised]
    return tuple(sorted(plan, key=lambda item: (SEVERITIES.index(item.finding.severity), -item.wins)))
