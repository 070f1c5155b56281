"""Answers in words, those that a report leaves to its other parts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.model.answers import Risk
from aiassess.report.build import value_label

if TYPE_CHECKING:
    from aiassess.model.answers import Answer
    from aiassess.model.questionnaire import Question


def label_of(question: Question, answer: Answer, lang: str) -> str | list[str] | None:
    """Return what an answer says: option labels, a number with its unit, risks with their rating, else the value itself."""
    label = value_label(question, answer, lang)
    if label is not None or answer.value is None:
        return label
    if isinstance(answer.value, tuple):
        return [f"{risk.title} ({risk.rating})" for risk in answer.value if isinstance(risk, Risk)]
    return str(answer.value)
