"""One answer: plain data checked against its question (docs/answers-format.md#values)."""

from collections.abc import Collection
from typing import Any

from aiassess.answers import formats
from aiassess.errors import Complaints, Problem
from aiassess.kinds.parts import read_day, read_records, read_text
from aiassess.model.answers import Answer, Evidence, Value
from aiassess.model.questionnaire import Question


def check_value(question: Question, value: Any) -> tuple[Value | None, list[Problem]]:
    """Return a bare value as the model has it, or the problems with it; for the interview and for other programs."""
    complaints = Complaints(None)
    checked = question.kind.read(question, value, f"answers.{question.id}", complaints)
    return (None if complaints.problems else checked), complaints.problems


def check_answer(
    question: Question, data: Any, path: str, complaints: Complaints, actors: Collection[str] = ()
) -> Answer | None:
    """Return the answer that plain data without blanks writes, long or short form; None if problems were added.

    ``actors``: the ids of those for whom an answer may wait.
    """
    before = len(complaints.problems)
    if not isinstance(data, dict):
        value = question.kind.read(question, data, path, complaints)
        return None if len(complaints.problems) > before else Answer("answered", value)
    complaints.unknown_keys(data, formats.ANSWER_FIELDS, path)
    note = read_text(data["note"], f"{path}.note", complaints) if "note" in data else None
    evidence = _evidence(data["evidence"], f"{path}.evidence", complaints) if "evidence" in data else ()
    confirmed = _confirmed(data.get("confirmed", True), f"{path}.confirmed", complaints)
    waits_for = _waits_for(data, path, complaints, actors) if "for" in data else None
    given_by = _given_by(data["from"], f"{path}.from", complaints) if "from" in data else ()
    answer = Answer("unanswered", None, note, evidence, given_by=given_by)
    if "status" in data and "value" in data:
        complaints.add("status_and_value", path)
    elif "value" in data:
        value = question.kind.read(question, data["value"], f"{path}.value", complaints)
        answer = Answer("answered", value, note, evidence, confirmed, None, given_by)
    elif "status" in data:
        status = _status(question, data, path, complaints)
        answer = Answer(status, None, note, evidence, confirmed, waits_for, given_by)
    return None if len(complaints.problems) > before else answer


def _waits_for(data: dict[str, Any], path: str, complaints: Complaints, actors: Collection[str]) -> str | None:
    found = data["for"]
    if data.get("status") != "unsure":
        complaints.add("for_not_unsure", f"{path}.for")
    elif not isinstance(found, str):
        complaints.wrong_type(f"{path}.for", found, "string")
    elif found not in actors:
        complaints.add("for_unknown", f"{path}.for", found=found, known=", ".join(actors))
    else:
        return found
    return None


def _given_by(data: Any, path: str, complaints: Complaints) -> tuple[str, ...]:
    if not isinstance(data, list):
        complaints.wrong_type(path, data, "array")
        return ()
    if len(data) > formats.MAX_PARTS:
        complaints.add("too_many", path, limit=formats.MAX_PARTS, count=len(data))
        return ()
    return tuple(read_text(item, f"{path}[{place}]", complaints) or "" for place, item in enumerate(data))


def _confirmed(value: Any, path: str, complaints: Complaints) -> bool:
    if not isinstance(value, bool):
        complaints.wrong_type(path, value, "boolean")
        return True
    return value


def _status(question: Question, data: dict[str, Any], path: str, complaints: Complaints) -> Any:
    status = data["status"]
    if status == "not_applicable":
        if not question.not_applicable:
            complaints.add("not_applicable_refused", f"{path}.status")
        elif "note" not in data:
            complaints.add("not_applicable_note", path)
    elif status != "unsure":
        complaints.add("status_unknown", f"{path}.status", found=status)
    return status


def _evidence(data: Any, path: str, complaints: Complaints) -> tuple[Evidence, ...]:
    fields = formats.EVIDENCE_FIELDS
    found = []
    for here, item in read_records(
        data, path, complaints, fields=fields, needed=("reference",), most=formats.MAX_EVIDENCE
    ):
        if "reference" in item:
            reference = read_text(item["reference"], f"{here}.reference", complaints)
            date = read_day(item["date"], f"{here}.date", complaints) if "date" in item else None
            found.append(Evidence(reference or "", date))
    return tuple(found)
