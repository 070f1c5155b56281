"""The floor under a batch: one msgspec parse of a submission into types that say what docs/answers-format.md says.

Nobody who checks answers files with msgspec alone could do less: known keys and options, types, lengths, ratings, patterns. It
shares nothing with aiassess but those constants.
"""

import datetime
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from aiassess import Questionnaire
from aiassess.answers import formats
from aiassess.kinds.parts import MAX_TEXT
from aiassess.model.questionnaire import Question
from aiassess.model.risks import RATING_HIGHEST

Text = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]
Rating = Annotated[int, Meta(ge=1, le=RATING_HIGHEST)]


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """What may stand in an answers file."""


class Evidence(Strict):
    """An entry of ``evidence``."""

    reference: Text
    date: datetime.date | None = None


class Risk(Strict):
    """An entry of a risk register."""

    title: Text
    likelihood: Rating
    consequence: Rating
    treatment: Text | None = None
    residual_likelihood: Rating | None = None
    residual_consequence: Rating | None = None
    owner: Text | None = None
    due: datetime.date | None = None


def parser(questionnaire: Questionnaire) -> Callable[[bytes], Any]:
    """Return what parses the submissions to a questionnaire."""
    answers = [(f"q_{q.id}", _answer(q), msgspec.field(default=None, name=q.id)) for q in questionnaire.questions]
    version = Annotated[str, Meta(pattern=formats.VERSION_PATTERN)]
    about = [(name, Annotated[str, Meta(pattern=p)] | None, None) for name, p in formats.ABOUT_PATTERNS.items()]
    document = [
        ("format", Literal[formats.FORMAT]),
        ("questionnaire", _struct("Named", [("id", Literal[questionnaire.id]), ("version", version)])),
        ("answers", _struct("Answers", answers)),
        ("about", _struct("About", about) | None, None),
    ]
    return msgspec.json.Decoder(_struct("Document", document)).decode


def _answer(question: Question) -> Any:
    """Return the type of an answer, bare or in its long form."""
    options = Literal[tuple(option.id for option in question.options) or ("",)]
    values: dict[str, Any] = {
        "choice": options,
        "choices": list[options],
        "text": Text,
        "number": int | float,
        "date": datetime.date,
        "risks": list[Risk],
    }
    value = values[question.type]
    fields = [
        ("value", value | None, None),
        ("status", Literal["unsure", "not_applicable"] | None, None),
        ("note", Text | None, None),
        ("evidence", list[Evidence] | None, None),
    ]
    return value | _struct(f"Long_{question.id}", fields) | None


def _struct(name: str, fields: list[Any]) -> Any:
    return msgspec.defstruct(name, fields, bases=(Strict,), forbid_unknown_fields=True)
