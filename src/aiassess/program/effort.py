"""How far a change of an answer goes (docs/explain.md#what-counts-as-a-change)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.model.answers import Answer
    from aiassess.model.questionnaire import Question


def raw_points(question: Question, answer: Answer) -> int:
    """Return an answer's points before the weight, as its evidence lets it count; nothing given counts 0."""
    if question.score is None or answer.value is None:
        return 0
    return question.points_of(answer.value, evidenced=bool(answer.evidence)) // question.weight


def effort_of(question: Question, old: Answer, new: Answer) -> int:
    """Return how far an answer moves on the question's own scale: the difference of unweighted points, at least 1."""
    return max(1, abs(raw_points(question, new) - raw_points(question, old)))
