"""Answers in words, those that a report leaves to its other parts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.model.answers import Answer
    from aiassess.model.questionnaire import Question


def label_of(question: Question, answer: Answer, lang: str) -> str | list[str] | None:
    """Return what an answer says: option labels, a number with its unit, risks with their rating, else the value itself."""
    return None if answer.value is None else question.kind.words(question, answer.value, lang)
