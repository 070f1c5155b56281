"""Answers to a questionnaire, frozen (docs/answers-format.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from aiassess.model.risks import Risk

AnswerStatus = Literal["answered", "unsure", "not_applicable", "unanswered"]

Value = str | int | float | tuple[str, ...] | tuple[Risk, ...]
"""choice, text, date: str; number: int or float; choices: option ids; risks: the register's entries."""
ValueData = str | int | float | Sequence[object] | None
"""A value as an answers file has it. No schema says what is in a list: only its question does."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The proof of an answer; ``date`` is the evidence's own, YYYY-MM-DD."""

    reference: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question; ``value`` is None unless the status is "answered"."""

    status: AnswerStatus
    value: Value | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confirmed: bool = True
    """False: taken over from an earlier assessment, and not looked at since."""
    waits_for: str | None = None
    """The actor, by id, who is to give an answer that is "unsure" until then; a file's key is ``for``."""
    given_by: tuple[str, ...] = ()
    """Whose parts it was merged from: their assessors, else the names of their files; a file's key is ``from``."""

    @property
    def settled(self) -> bool:
        """Whether a value is given, or the question was set aside."""
        return self.status in ("answered", "not_applicable")

    @property
    def chosen(self) -> tuple[object, ...]:
        """The value, or each part of it."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def risks(self) -> list[Risk]:
        """The entries of a risk register."""
        return [item for item in self.chosen if isinstance(item, Risk)]


UNANSWERED = Answer("unanswered")


class Part(NamedTuple):
    """A file that answers were merged from; ``digest``: SHA-256 of its bytes, as ``sha256:`` and hexadecimal digits."""

    digest: str
    file: str | None = None
    assessor: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Who assessed what and when, as the answers file states it; moments are RFC 3339."""

    assessor: str | None = None
    started_at: str | None = None
    completed_at: str | None = None
    language: str | None = None
    classification: str | None = None
    reference: str | None = None
    revises: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """The content of an answers file: question id to answer, in any order."""

    questionnaire_id: str
    questionnaire_version: str
    about: About = field(default_factory=About)
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def get(self, question_id: str) -> Answer:
        return self.answers.get(question_id, UNANSWERED)
