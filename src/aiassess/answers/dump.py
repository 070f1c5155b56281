"""Answers to plain data: always the long form, in questionnaire order, so that equal answers give equal bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aiassess.answers.formats import ABOUT_FIELDS, EVIDENCE_FIELDS, FORMAT, PART_FIELDS
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.answers import About, Answer, AnswerSet, AnswerStatus, Value, ValueData
from aiassess.model.risks import Risk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aiassess.answers.types import AboutData, AnswersFile, EntryData, EvidenceData, RiskData


def about_data(about: About) -> AboutData:
    parts = [_given(PART_FIELDS, part) for part in about.parts]
    return about_of({**_given(ABOUT_FIELDS, about), "parts": parts or None}.get)


def about_of(field: Callable[[str], object]) -> AboutData:
    """Return the fields of ``about`` that are given."""
    names = (*ABOUT_FIELDS, "parts")
    return cast("AboutData", {name: value for name in names if (value := field(name)) is not None})


def value_data(value: Value | None) -> ValueData:
    if isinstance(value, tuple):
        return [risk_data(item) if isinstance(item, Risk) else item for item in value]
    return value


def risk_data(risk: Risk) -> RiskData:
    return cast("RiskData", _given(RISK_FIELDS, risk))


def evidence_data(answer: Answer) -> list[EvidenceData]:
    return [cast("EvidenceData", _given(EVIDENCE_FIELDS, item)) for item in answer.evidence]


def _given(fields: tuple[str, ...], item: object) -> dict[str, object]:
    return {name: value for name in fields if (value := getattr(item, name)) is not None}


def answer_data(answer: Answer) -> EntryData:
    given = answer.status, value_data(answer.value), answer.note, evidence_data(answer)
    return entry_data(*given, answer.waits_for, answer.given_by, confirmed=answer.confirmed)


def entry_data(
    status: AnswerStatus,
    value: ValueData,
    note: str | None,
    evidence: list[EvidenceData],
    waits_for: str | None,
    given_by: Sequence[str],
    *,
    confirmed: bool,
) -> EntryData:
    """Return an answer in the long form; nothing at all for a blank one without note and evidence."""
    entry: EntryData = {}
    if status == "answered":
        entry["value"] = value
    elif status != "unanswered":
        entry["status"] = status
    if waits_for is not None:
        entry["for"] = waits_for
    if note is not None:
        entry["note"] = note
    if evidence:
        entry["evidence"] = evidence
    if not confirmed:
        entry["confirmed"] = False
    if given_by:
        entry["from"] = [*given_by]
    return entry


def answers_data(answers: AnswerSet, order: Iterable[str]) -> AnswersFile:
    """Return an answers file's content; ``order`` names the questionnaire's questions in document order."""
    return {
        "format": FORMAT,
        "questionnaire": {"id": answers.questionnaire_id, "version": answers.questionnaire_version},
        "about": about_data(answers.about),
        "answers": {name: entry for name in order if (entry := answer_data(answers.get(name)))},
    }
