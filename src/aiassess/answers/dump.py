"""Answers to plain data: always the long form, in questionnaire order, so that equal answers give equal bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.answers.formats import ABOUT_FIELDS, FORMAT
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.answers import About, Answer, AnswerSet, Risk, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.answers.types import AboutData, AnswersFile, EntryData, EvidenceData, RiskData


def about_data(about: About) -> AboutData:
    """Return the fields that are set."""
    data: AboutData = {}
    for name in ABOUT_FIELDS:
        if (value := getattr(about, name)) is not None:
            data[name] = value
    return data


def value_data(value: Value) -> str | int | float | list[str | RiskData]:
    if isinstance(value, tuple):
        return [risk_data(item) if isinstance(item, Risk) else item for item in value]
    return value


def risk_data(risk: Risk) -> RiskData:
    data: RiskData = {"title": risk.title, "likelihood": risk.likelihood, "consequence": risk.consequence}
    for name in RISK_FIELDS:
        if (value := getattr(risk, name)) is not None:
            data[name] = value
    return data


def evidence_data(answer: Answer) -> list[EvidenceData]:
    return [
        {"reference": item.reference} if item.date is None else {"reference": item.reference, "date": item.date}
        for item in answer.evidence
    ]


def answer_data(answer: Answer) -> EntryData:
    """Return one answer in the long form; nothing at all for a blank one without note and evidence."""
    data: EntryData = {}
    if answer.status == "answered" and answer.value is not None:
        data["value"] = value_data(answer.value)
    elif answer.status in ("unsure", "not_applicable"):
        data["status"] = answer.status
    if answer.note is not None:
        data["note"] = answer.note
    if answer.evidence:
        data["evidence"] = evidence_data(answer)
    if not answer.confirmed:
        data["confirmed"] = False
    return data


def answers_data(answers: AnswerSet, order: Iterable[str]) -> AnswersFile:
    """Return an answers file's content; ``order`` names the questionnaire's questions in document order."""
    entries = {name: answer_data(answers.get(name)) for name in order}
    return {
        "format": FORMAT,
        "questionnaire": {"id": answers.questionnaire_id, "version": answers.questionnaire_version},
        "about": about_data(answers.about),
        "answers": {name: entry for name, entry in entries.items() if entry},
    }
