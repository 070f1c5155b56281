"""Typed decoding: a questionnaire's answers files as msgspec types, made from its model.

The types hold much of what they can say of ``aiassess.answers``: known keys, options of any question, ratings. The rest is
checked in ``reading.py``.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from aiassess.answers import formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiassess.model.questionnaire import Question, Questionnaire


class _Strict(msgspec.Struct, forbid_unknown_fields=True, gc=False, kw_only=True, frozen=True):
    """What may stand in an answers file, and nothing else.

    Where None is taken though null is not allowed, it stands for "left out": a null is found out by its key, which nothing
    counts (``reading.py``).
    """


class Evidence(_Strict, frozen=True):
    """An entry of ``evidence``."""

    reference: str
    date: datetime.date | None = None


Rating = Annotated[int, Meta(ge=1, le=5)]


class Risk(_Strict, frozen=True):
    """An entry of a risk register."""

    title: str
    likelihood: Rating
    consequence: Rating
    treatment: str | None = None
    residual_likelihood: Rating | None = None
    residual_consequence: Rating | None = None
    owner: str | None = None
    due: datetime.date | None = None


NO_ANSWER = "(none)"
"""The value of a question that is not in the file. No option has such an id."""
KINDS = ("choice", "choices", "number", "risks", "text", "date")
"""The order in which questions are decoded: together by type, since loops over one type are fast."""
TYPED = ("text", "date")
"""The types of question whose value is typed as text; all others know their values, or have numbers or risks."""


class Decoder:
    """Decodes answers files of a questionnaire.

    ``questions``: in the order of the answers decoded. There are only two types of answers, since decoding into many is
    slower: ``long`` is that of an answer in its long form, ``long_typed`` the same for those of ``TYPED``; ``absent`` and
    ``absent_typed`` stand where there is no answer.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questions: list[Question] = sorted(questionnaire.questions, key=lambda q: KINDS.index(q.type))
        known = dict.fromkeys(option.id for question in self.questions for option in question.options)
        option = _literal(*(known or (NO_ANSWER,)))
        value = option | int | float | list[option | Risk]  # type: ignore[valid-type]  # a type made while running
        self.long, self.long_typed = _long(value), _long(str)
        self.absent, self.absent_typed = self.long(value=NO_ANSWER), self.long_typed(value=NO_ANSWER)
        fields = []
        for question in self.questions:
            typed = question.type in TYPED
            kind = str | self.long_typed if typed else value | self.long
            default = self.absent_typed if typed else self.absent
            fields.append((f"q_{question.id}", kind, msgspec.field(default=default, name=question.id)))
        about = [(name, str | None | UnsetType, UNSET) for name in formats.ABOUT_FIELDS]
        document = [
            ("format", _literal(formats.FORMAT)),
            ("questionnaire", _struct("Named", [("id", _literal(questionnaire.id)), ("version", str)])),
            ("about", _struct("About", about) | UnsetType, UNSET),
            ("answers", _struct("Answers", fields)),
        ]
        self.decode: Callable[[bytes], Any] = msgspec.json.Decoder(_struct("Document", document)).decode
        """Raises msgspec.MsgspecError or UnicodeDecodeError, which are ValueErrors."""


def _literal(*values: str) -> Any:
    return Literal[values]


def _struct(name: str, fields: list[Any]) -> Any:
    return msgspec.defstruct(
        name, fields, bases=(_Strict,), forbid_unknown_fields=True, gc=False, kw_only=True, frozen=True
    )


def _long(value: Any) -> Any:
    fields = [
        ("value", value | None, None),
        ("status", _literal("unsure", "not_applicable") | None, None),
        ("note", str | None, None),
        ("evidence", Annotated[list[Evidence], Meta(max_length=formats.MAX_EVIDENCE)] | None, None),
    ]
    return _struct("LongForm", fields)
