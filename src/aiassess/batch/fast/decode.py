"""Typed decoding: a questionnaire's answers files as msgspec types, made from its model.

The types hold much of what they can say of ``aiassess.answers``: known keys, options of any question, lengths, ratings. The
rest is checked in ``reading.py`` and ``values.py``.
"""

import datetime
from collections.abc import Callable
from operator import itemgetter
from typing import Annotated, Any, Literal, NewType

import msgspec
from msgspec import UNSET, Meta, UnsetType

from aiassess.answers import formats
from aiassess.batch.fast.seen import NO_ANSWER
from aiassess.batch.fast.states import needs_evidence
from aiassess.kinds.parts import MAX_NUMBER, MAX_TEXT
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.model.risks import RATING_HIGHEST

Text = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]
Rating = Annotated[int, Meta(ge=1, le=RATING_HIGHEST)]
_SOME_PARTS = Meta(min_length=1, max_length=formats.MAX_PARTS)
_BOUNDS = Meta(ge=-MAX_NUMBER, le=MAX_NUMBER)


class _Strict(msgspec.Struct, forbid_unknown_fields=True, gc=False, kw_only=True, frozen=True):
    """Only what an answers file may hold.

    None is taken for "left out", though null is not allowed: the count of strings in ``seen.py`` catches nulls by their keys.
    """


class Evidence(_Strict, frozen=True):
    """An entry of ``evidence``."""

    reference: Text
    date: datetime.date | None = None


class Part(_Strict, frozen=True):
    """An entry of the ``parts`` of ``about``."""

    digest: Text
    file: Text | None = None
    assessor: Text | None = None


class RegisterEntry(_Strict, frozen=True):
    """An entry of a risk register."""

    title: Text
    likelihood: Rating
    consequence: Rating
    treatment: Text | None = None
    residual_likelihood: Rating | None = None
    residual_consequence: Rating | None = None
    owner: Text | None = None
    due: datetime.date | None = None


class Decoder:
    """Decodes answers files of a questionnaire.

    There are only two types of answers, since decoding into many is slower: ``long`` is that of an answer in its long form,
    ``long_typed`` the same for values typed as text. A question without an answer gets one whose value is ``NO_ANSWER``.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        known = dict.fromkeys(option.id for question in questionnaire.questions for option in question.options)
        option = _literal(*(known or (NO_ANSWER,)))
        value = option | Annotated[int, _BOUNDS] | Annotated[float, _BOUNDS] | tuple[option | RegisterEntry, ...]  # type: ignore[valid-type]  # a type made while running
        actors = [actor.id for actor in questionnaire.actors]
        self.long, self.long_typed = _long(value, actors), _long(Text, actors)
        absent = self.long(value=NO_ANSWER), self.long_typed(value=NO_ANSWER)
        # Each is made once, and no wider than it need be: msgspec takes long to make them.
        one, others, texts = _named(option | self.long), _named(value | self.long), _named(Text | self.long_typed)
        fields = []
        for question in questionnaire.questions:  # in the order of most files: so msgspec finds each at once
            typed = is_typed(question)
            form = one if question.kind.picks_one else texts if typed else others
            fields.append((f"q_{question.id}", form, msgspec.field(default=absent[typed], name=question.id)))
        about: list[Any] = [(name, Text | None | UnsetType, UNSET) for name in formats.ABOUT_FIELDS]
        about.append(("parts", Annotated[list[Part], _SOME_PARTS] | UnsetType, UNSET))
        document = [
            ("schema", str | UnsetType, msgspec.field(default=UNSET, name="$schema")),
            ("format", _literal(formats.FORMAT)),
            ("questionnaire", _struct("Named", [("id", _literal(questionnaire.id)), ("version", str)])),
            ("about", _struct("About", about) | UnsetType, UNSET),
            ("answers", _struct("Answers", fields)),
        ]
        self.decode: Callable[[bytes], Any] = msgspec.json.Decoder(_struct("Document", document)).decode
        """Raises msgspec.MsgspecError or UnicodeDecodeError, which are ValueErrors."""


def is_typed(question: Question) -> bool:
    """Return whether values are typed as text; all others are known, or numbers, or lists."""
    return question.kind.written_as is str and not question.kind.picks_one


def by_kind(questions: tuple[Question, ...]) -> tuple[list[Question], Callable[[Any], tuple[Any, ...]]]:
    """Return those of one choice, the others, then those typed as text, and what brings a tuple of answers into that order.

    Those of one choice that need evidence come last, the others that need it first of theirs: side by side.
    """

    def order(place: int) -> tuple[bool, bool, bool]:
        question = questions[place]
        one = question.kind.picks_one
        return not one, is_typed(question), needs_evidence(question) is one

    places = sorted(range(len(questions)), key=order)
    if len(places) == 1:  # of one place itemgetter gives no tuple
        return [*questions], tuple
    return [questions[place] for place in places], itemgetter(*places)


def _named(form: Any) -> Any:
    """Return a type under a name: Python does not take it apart again for each field of that type."""
    return NewType("Form", form)


def _literal(*values: str) -> Any:
    return Literal[values]


def _struct(name: str, fields: list[Any]) -> Any:
    return msgspec.defstruct(
        name, fields, bases=(_Strict,), forbid_unknown_fields=True, gc=False, kw_only=True, frozen=True
    )


def _long(value: Any, actors: list[str]) -> Any:
    actor = _literal(*actors) | None if actors else None
    fields = [
        ("value", value | None, None),
        ("status", _literal("unsure", "not_applicable") | None, None),
        ("note", Text | None, None),
        ("evidence", Annotated[list[Evidence], Meta(min_length=1, max_length=formats.MAX_EVIDENCE)] | None, None),
        ("confirmed", bool | None, None),
        ("waits_for", actor, msgspec.field(default=None, name="for")),
        ("given_by", Annotated[list[Text], _SOME_PARTS] | None, msgspec.field(default=None, name="from")),
    ]
    return _struct("LongForm", fields)
