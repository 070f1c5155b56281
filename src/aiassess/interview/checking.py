"""An answer from a screen, checked as if it stood in a file: whatever a screen does, a draft can always be read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiassess.answers.dump import answer_data
from aiassess.answers.values import check_answer
from aiassess.errors import Complaints
from aiassess.model.answers import UNANSWERED, Answer
from aiassess.visible import is_blank

if TYPE_CHECKING:
    from aiassess.errors import Problem
    from aiassess.model.questionnaire import Question

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def checked_answer(question: Question, answer: Answer) -> tuple[Answer | None, list[Problem]]:
    """Return the answer as a file would give it back, or None and what is wrong with it."""
    data = _encodable(answer_data(answer))
    if not data:
        return UNANSWERED, []
    complaints = Complaints(None)
    return check_answer(question, data, f"answers.{question.id}", complaints), complaints.problems


def note_or_none(note: str | None) -> str | None:
    """Return a note; a blank one is none."""
    return note if note and not is_blank(note) else None


def encodable(text: str) -> str:
    """Return a text without lone surrogates, which a terminal can send and no file can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _encodable(data: Any) -> Any:
    if isinstance(data, str):
        return encodable(data)
    if isinstance(data, list):
        return [_encodable(item) for item in data]
    if isinstance(data, dict):
        return {key: _encodable(item) for key, item in data.items()}
    return data
