"""Typed decoding: a questionnaire's answers files as msgspec types, and what types cannot say of them.

The types hold everything of ``aiassess.answers`` that a type can: known keys and options, JSON types, lengths, dates,
patterns.
"""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from aiassess.answers import formats
from aiassess.batch.fast.states import Doubt
from aiassess.files import MAX_ANSWERS_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aiassess.batch.fast.states import Choice, Choices, State, States, Tables
    from aiassess.model.questionnaire import Questionnaire


class _Strict(msgspec.Struct, forbid_unknown_fields=True, gc=False, kw_only=True):
    """What may stand in an answers file, and nothing else.

    Where None is taken though null is not allowed, it stands for "left out": a null is found out by its key, which nothing
    counts (``nothing_lost``).
    """


class Evidence(_Strict):
    """An entry of ``evidence``."""

    reference: str
    date: datetime.date | None = None


Rating = Annotated[int, Meta(ge=1, le=5)]


class Risk(_Strict):
    """An entry of a risk register."""

    title: str
    likelihood: Rating
    consequence: Rating
    treatment: str | None = None
    residual_likelihood: Rating | None = None
    residual_consequence: Rating | None = None
    owner: str | None = None
    due: datetime.date | None = None


Register = Annotated[list[Risk], Meta(min_length=1, max_length=formats.MAX_RISKS)]


def decoder(questionnaire: Questionnaire, tables: Tables) -> tuple[Callable[[bytes], Any], dict[str, type]]:
    """Return what decodes an answers file of a questionnaire, and the long form of each question's answer."""
    values: dict[str, Any] = {"number": int | float, "date": datetime.date, "risks": Register, "text": str}
    if tables.choices.place:
        values["choice"] = _options(tables)
    shared = {kind: _long(value) for kind, value in values.items()}
    longs: dict[str, type] = {}
    fields: list[tuple[str, Any, Any]] = []
    for question in questionnaire.questions:
        one, blank = question.id, tables.of[question.id].blank
        if question.type == "choices":
            value = _several(option.id for option in question.options)
            longs[one] = _long(value)
        else:
            value, longs[one] = values[question.type], shared[question.type]
        default = tables.choices.blank if question.type == "choice" else blank
        fields.append((f"q_{one}", value | longs[one], msgspec.field(default=default, name=one)))
    about = [
        (name, Annotated[str, Meta(pattern=pattern, max_length=formats.MAX_TEXT)] | None | UnsetType, UNSET)
        for name, pattern in formats.ABOUT_PATTERNS.items()
    ]
    named = [("id", _literal(questionnaire.id)), ("version", Annotated[str, Meta(pattern=formats.VERSION_PATTERN)])]
    document = [
        ("format", _literal(formats.FORMAT)),
        ("questionnaire", _struct("Named", named)),
        ("about", _struct("About", about) | UnsetType, UNSET),
        ("answers", _struct("Answers", fields)),
    ]
    return msgspec.json.Decoder(_struct("Document", document)).decode, longs


def _literal(*values: str) -> Any:
    return Literal[values]


def _several(values: Iterable[str]) -> Any:
    return list[Literal[tuple(values)]]  # type: ignore[misc]  # a type made while running


def _struct(name: str, fields: list[Any]) -> Any:
    return msgspec.defstruct(name, fields, bases=(_Strict,), forbid_unknown_fields=True, gc=False, kw_only=True)


def _long(value: Any) -> Any:
    fields = [
        ("value", value | None, None),
        ("status", _literal("unsure", "not_applicable") | None, None),
        ("note", str | None, None),
        ("evidence", Annotated[list[Evidence], Meta(max_length=formats.MAX_EVIDENCE)] | None, None),
    ]
    return _struct("LongForm", fields)


def _options(tables: Tables) -> Any:
    """Return an enumeration of options that are choices (``states.Choice``) too: to decode one is to find what it adds."""
    choices = tables.choices.options
    names = [(f"option_{n}", option) for n, option in enumerate(choices)]
    options: Any = enum.Enum("Options", names)  # type: ignore[misc]  # a type made while running
    for member, choice in zip(options, choices.values(), strict=True):
        for name, value in vars(choice).items():
            setattr(member, name, value)
    return options


# What the types do not say


def unanswered(answer: Any, states: States | Choices) -> State | Choice:
    """Return the state of a long form without a value."""
    if answer.status is None:
        if answer.note is None and answer.evidence is None:
            raise Doubt
        return states.blank
    if answer.status == "unsure":
        return states.unsure
    if states.aside is None or answer.note is None:
        raise Doubt
    return states.aside


def number(value: int | float, low: int | float, high: int | float, *, whole: bool) -> int | float:
    """Return a number within its bounds, as int where it is whole."""
    if not low <= value <= high:
        raise Doubt
    if value == int(value):
        return int(value)
    if whole:
        raise Doubt
    return value


def register(risks: list[Any], texts: list[str]) -> tuple[int, int]:
    """Return the highest rating of a risk register and how many strings it has; its texts, not counted, go to ``texts``."""
    highest = strings = 0
    for risk in risks:
        texts.append(risk.title)
        rating = risk.likelihood * risk.consequence
        strings += 2
        if risk.residual_likelihood is not None and risk.residual_consequence is not None:
            rating = risk.residual_likelihood * risk.residual_consequence
            strings += 2
        if risk.treatment is not None:
            texts.append(risk.treatment)
        if risk.owner is not None:
            texts.append(risk.owner)
        if risk.due is not None:
            strings += 2
        highest = max(highest, rating)
    return highest, strings


def references(evidence: list[Any], texts: list[str]) -> int:
    """Return how many strings some lists of evidence have, with their name; the references go to ``texts``."""
    strings = len(evidence)
    for items in evidence:
        for item in items:
            texts.append(item.reference)
            if item.date is not None:
                strings += 2
    return strings


def about_strings(about: Any, texts: list[str]) -> int:
    """Return how many strings ``about`` has, with its name; assessor and classification go to ``texts``."""
    if about is UNSET:
        return 0
    strings = 1
    for value in (about.assessor, about.classification):
        if type(value) is str:
            texts.append(value)
        elif value is None:
            strings += 1
    for value in (about.started_at, about.completed_at, about.language, about.revises):
        if value is not UNSET:
            strings += 1 if value is None else 2
    return strings


def nothing_lost(raw: bytes, texts: list[str], strings: int) -> bool:
    """Return whether every string of a document was looked at, and no text is blank or too long.

    msgspec keeps the last of two equal keys in silence. But a key is a string, so the bytes then hold more quotation marks
    than what was kept of them: two for each of its ``strings``, two each for a text and its key, and those within texts.
    """
    marks = 2 * strings + 4 * len(texts)
    if b"\\" in raw or b"\xef" in raw:
        together = "".join(texts)
        if "\ufeff" in together:  # blank to us, not to Python
            return False
        if '"' in together:
            if b"\\u0022" in raw:  # a mark in disguise
                return False
            marks += together.count('"')
    if len(raw) > formats.MAX_TEXT:
        longest = max(map(len, texts), default=0)
        if longest > formats.MAX_TEXT or len(raw) > MAX_ANSWERS_BYTES:
            return False
    return raw.count(b'"') == marks and all(map(str.strip, texts))
