"""What answers a report may have had before somebody edited them: much of an answer stands in it a second time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiassess.report.saved import answers_document

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question, Questionnaire
    from aiassess.report.build import Report


def answers_of_labels(report: Report, questionnaire: Questionnaire, language: str) -> dict[str, Any]:
    """Return the report's answers file with the values that its labels, in one of the questionnaire's languages, tell."""
    document = answers_document(report)
    for item in [*report["answers"], *report["inactive"]]:
        question = questionnaire.by_id.get(item["question"])
        if question is None:
            continue
        value = item["value"] if item["status"] != "answered" else _value_of_label(question, item, language)
        if value is not None:
            _put(document, question.id, value)
    return document


def answers_of_twins(report: Report, questionnaire: Questionnaire, document: dict[str, Any]) -> dict[str, Any]:
    """Return an answers file with system, agency, risks and what is unconfirmed as the rest of the report tells them."""
    document = {**document, "answers": dict(document["answers"])}
    for role in ("system", "agency"):
        name = questionnaire.subject.get(role)
        if name and name in document["answers"] and report["about"][role] is not None:
            _put(document, name, report["about"][role])
    registers: dict[str, list[Any]] = {}
    for risk in report["risks"]:
        own = {key: value for key, value in risk.items() if key not in ("question", "inherent_rating", "rating")}
        registers.setdefault(risk["question"], []).append(own)
    for name, risks in registers.items():
        if name in document["answers"]:
            _put(document, name, risks)
    if "unconfirmed" in report:
        document["answers"] |= _as_confirmed(report, document["answers"])
    return document


def _as_confirmed(report: Report, answers: dict[str, Any]) -> dict[str, Any]:
    """Return the settled answers of a report, confirmed unless it lists them as not."""
    told = {item["question"] for item in report["unconfirmed"]}
    found = {}
    for item in report["answers"]:
        name = item["question"]
        if item["status"] in ("answered", "not_applicable") and name in answers:
            rest = {key: part for key, part in answers[name].items() if key != "confirmed"}
            found[name] = rest | ({"confirmed": False} if name in told else {})
    return found


def _put(document: dict[str, Any], name: str, value: Any) -> None:
    entry = document["answers"].get(name, {})
    beside = {key: part for key, part in entry.items() if key not in ("value", "status")}
    document["answers"][name] = {"value": value, **beside}


def _value_of_label(question: Question, item: Any, language: str) -> Any:
    """Return the value that a label says, or None where it does not say one."""
    label = item["label"]
    if question.type == "choice":
        named = [option.id for option in question.options if option.label[language] == label]
        evidenced = bool(item["evidence"])
        counted = [name for name in named if question.points_of(name, evidenced=evidenced) == item.get("points")]
        return next(iter(counted or named), None)
    if question.type == "choices" and isinstance(label, list):
        named = [option.id for option in question.options if option.label[language] in label]
        same = isinstance(item["value"], list) and sorted(map(str, item["value"])) == sorted(named)
        return None if same else named or None  # the order in which they were given is known from the value alone
    if question.unit is not None and isinstance(label, str):
        return _number(label.removesuffix(f" {question.unit[language]}"))
    return None


def _number(text: str) -> int | float | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
