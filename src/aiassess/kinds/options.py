"""What the kinds with options share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.model.kind import Schema
    from aiassess.model.questionnaire import Option, Question


def counted(question: Question, option: Option, *, evidenced: bool) -> int:
    """Return the points that an option counts: those of another one as long as it lacks evidence that it needs."""
    while not evidenced and option.without_evidence is not None:
        option = next(other for other in question.options if other.id == option.without_evidence)
    return option.points


def least_points(question: Question) -> int:
    """Return the fewest points of an option."""
    return min((option.points for option in question.options), default=0)


def most_points(question: Question) -> int:
    """Return the most points of an option."""
    return max((option.points for option in question.options), default=0)


def schema_of_option(question: Question, lang: str) -> Schema:
    """Return the schema of an option's id."""
    labels = "; ".join(f"{option.id}: {option.label[lang]}" for option in question.options)
    return {"enum": [option.id for option in question.options], "description": labels}
