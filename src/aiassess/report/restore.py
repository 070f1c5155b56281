"""Which answers a report may have had before somebody edited it: it says much of an answer twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aiassess.report.saved import answers_document

if TYPE_CHECKING:
    from aiassess.answers.types import AnswersFile, EntryData
    from aiassess.model.answers import ValueData
    from aiassess.model.questionnaire import Question, Questionnaire
    from aiassess.report.types import InactiveData, Report

_ROLES: tuple[Literal["system", "agency"], ...] = ("system", "agency")


def answers_of_labels(report: Report, questionnaire: Questionnaire, language: str) -> AnswersFile:
    """Return the report's answers file with the values that its labels, in one of the questionnaire's languages, name."""
    document = answers_document(report)
    for item in [*report["answers"], *report["inactive"]]:
        question = questionnaire.by_id.get(item["question"])
        if question is None:
            continue
        value = item["value"] if item["status"] != "answered" else _value_of_label(question, item, language)
        if value is not None:
            _put(document, question.id, value)
    return document


def answers_of_twins(report: Report, questionnaire: Questionnaire, document: AnswersFile) -> AnswersFile:
    """Return an answers file with system, agency, risks and what is unconfirmed as the rest of the report has them."""
    document = {**document, "answers": dict(document["answers"])}
    for role in _ROLES:
        name = questionnaire.subject.get(role)
        if name and name in document["answers"] and report["about"][role] is not None:
            _put(document, name, report["about"][role])
    registers: dict[str, list[object]] = {}
    for risk in report["risks"]:
        own = {key: value for key, value in risk.items() if key not in ("question", "inherent_rating", "rating")}
        registers.setdefault(risk["question"], []).append(own)
    for name, risks in registers.items():
        if name in document["answers"]:
            _put(document, name, risks)
    if "unconfirmed" in report:
        document["answers"] |= _as_confirmed(report, document["answers"])
    return document


def _as_confirmed(report: Report, answers: dict[str, EntryData]) -> dict[str, EntryData]:
    """Return the settled answers of a report, confirmed unless it lists them as not."""
    told = {item["question"] for item in report["unconfirmed"]}
    found: dict[str, EntryData] = {}
    for item in report["answers"]:
        name = item["question"]
        if item["status"] in ("answered", "not_applicable") and name in answers:
            found[name] = answers[name].copy()
            found[name].pop("confirmed", None)
            if name in told:
                found[name]["confirmed"] = False
    return found


def _put(document: AnswersFile, name: str, value: ValueData) -> None:
    entry: EntryData = {**document["answers"].get(name, {}), "value": value}
    entry.pop("status", None)
    document["answers"][name] = entry


def _value_of_label(question: Question, item: InactiveData, language: str) -> ValueData:
    """Return the value that a label names, or None."""
    told = question.kind.labelled(question, item["label"], language)
    if len(told) > 1:  # of options with the same label it is one that counts as many points
        evidenced = bool(item["evidence"])
        counted = [value for value in told if question.points_of(value, evidenced=evidenced) == item.get("points")]
        told = counted or told
    value = next(iter(told), None)
    if isinstance(value, list) and isinstance(item["value"], list) and sorted(map(str, item["value"])) == sorted(value):
        return None  # only the value knows the order in which they were given
    return value
