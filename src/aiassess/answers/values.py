"""One answer: plain data checked against its question (docs/answers-format.md#values)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiassess.answers import formats
from aiassess.answers.places import question_at
from aiassess.errors import MAX_PROBLEMS, InvalidInput, Problem
from aiassess.model.answers import Answer, Evidence, Risk, Value
from aiassess.visible import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Question

_DATE = re.compile(formats.DATE_PATTERN)


class Complaints:
    """Collects problems of one document, as many as ``MAX_PROBLEMS``; then InvalidInput ends the search.

    Paths are written as ``answers.livelihood.value``.
    """

    def __init__(self, shown: str | None) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def add(self, code: str, path: str, **values: object) -> None:
        """Add a problem at a path; ``values`` fill its message."""
        if len(self.problems) >= MAX_PROBLEMS:
            raise InvalidInput(self.problems)
        if "found" in values:
            values["found"] = _show(values["found"])
        self.problems.append(Problem(code, values, self.shown, path=path or None, question=question_at(path)))

    def wrong_type(self, path: str, value: object, kind: str) -> None:
        """Add that a value is not of a JSON type: object, array, string or number."""
        self.add(f"json_expected_{kind}", path, found=value)

    def unknown_keys(self, data: dict[str, Any], known: Iterable[str], path: str) -> None:
        """Add every key that is not known."""
        known = tuple(known)
        for name in data:
            if name not in known:
                self.add("json_unknown", f"{path}.{name}" if path else name, name=name, known=known)


def check_value(question: Question, value: Any) -> tuple[Value | None, list[Problem]]:
    """Return a bare value as the model has it, or the problems with it; for the interview and for other programs."""
    complaints = Complaints(None)
    checked = _VALUES[question.type](question, value, f"answers.{question.id}", complaints)
    return (None if complaints.problems else checked), complaints.problems


def check_answer(question: Question, data: Any, path: str, complaints: Complaints) -> Answer | None:
    """Return the answer that plain data without blanks writes, long or short form; None where problems were added."""
    before = len(complaints.problems)
    if not isinstance(data, dict):
        value = _VALUES[question.type](question, data, path, complaints)
        return None if len(complaints.problems) > before else Answer("answered", value)
    complaints.unknown_keys(data, formats.ANSWER_FIELDS, path)
    note = _text(data["note"], f"{path}.note", complaints) if "note" in data else None
    evidence = _evidence(data["evidence"], f"{path}.evidence", complaints) if "evidence" in data else ()
    confirmed = _confirmed(data.get("confirmed", True), f"{path}.confirmed", complaints)
    answer = Answer("unanswered", None, note, evidence)
    if "status" in data and "value" in data:
        complaints.add("status_and_value", path)
    elif "value" in data:
        value = _VALUES[question.type](question, data["value"], f"{path}.value", complaints)
        answer = Answer("answered", value, note, evidence, confirmed)
    elif "status" in data:
        answer = Answer(_status(question, data, path, complaints), None, note, evidence, confirmed)
    return None if len(complaints.problems) > before else answer


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
    if not isinstance(data, list):
        complaints.wrong_type(path, data, "array")
        return ()
    given = _given_rows(data)
    if len(given) > formats.MAX_EVIDENCE:
        complaints.add("too_many", path, limit=formats.MAX_EVIDENCE, count=len(given))
        return ()
    found = []
    for i, item in given:
        here = f"{path}[{i}]"
        if not isinstance(item, dict):
            complaints.wrong_type(here, item, "object")
            continue
        complaints.unknown_keys(item, formats.EVIDENCE_FIELDS, here)
        if "reference" not in item:
            complaints.add("json_required", here, name="reference")
            continue
        reference = _text(item["reference"], f"{here}.reference", complaints)
        date = _date(None, item["date"], f"{here}.date", complaints) if "date" in item else None
        found.append(Evidence(reference or "", date))
    return tuple(found)


def _given_rows(rows: list[Any]) -> list[tuple[int, Any]]:
    """Return the entries of a list with their places; ``without_blanks`` left {} for a blank one."""
    return [(place, row) for place, row in enumerate(rows) if row != {}]


# Values, by the question's type


def _text(value: Any, path: str, complaints: Complaints) -> str | None:
    if not isinstance(value, str):
        complaints.wrong_type(path, value, "string")
    elif is_blank(value):
        complaints.add("text_blank", path)
    elif len(value) > formats.MAX_TEXT:
        complaints.add("text_too_long", path, limit=formats.MAX_TEXT, length=len(value))
    else:
        return value
    return None


def _text_value(_: Question, value: Any, path: str, complaints: Complaints) -> Value | None:
    return _text(value, path, complaints)


def _choice(question: Question, value: Any, path: str, complaints: Complaints) -> Value | None:
    known = [option.id for option in question.options]
    if isinstance(value, str) and value in known:
        return value
    complaints.add("unknown_option", path, found=value, known=known)
    return None


def _choices(question: Question, value: Any, path: str, complaints: Complaints) -> Value | None:
    if not isinstance(value, list):
        complaints.wrong_type(path, value, "array")
        return None
    known = [option.id for option in question.options]
    before = len(complaints.problems)
    seen: set[str] = set()
    for i, item in enumerate(value):
        if not isinstance(item, str) or item not in known:
            complaints.add("unknown_option", f"{path}[{i}]", found=item, known=known)
        elif item in seen:
            complaints.add("option_twice", f"{path}[{i}]", found=item)
        else:
            seen.add(item)
    if len(complaints.problems) > before:
        return None
    alone = [option.id for option in question.options if option.exclusive and option.id in value]
    if not value:
        complaints.add("choices_empty", path)
    elif alone and len(value) > 1:
        complaints.add("exclusive_option", path, option=alone[0])
    else:
        return tuple(option for option in known if option in value)
    return None


def plain_number(value: Any) -> int | float | None:
    """Return a JSON number as int where it is whole, else float; None where it is no number in the range of I-JSON."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if not -formats.MAX_NUMBER <= value <= formats.MAX_NUMBER:
        return None
    return int(value) if value == int(value) else value


def _number(question: Question, value: Any, path: str, complaints: Complaints) -> Value | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        complaints.wrong_type(path, value, "number")
        return None
    number = plain_number(value)
    low = -formats.MAX_NUMBER if question.minimum is None else question.minimum
    high = formats.MAX_NUMBER if question.maximum is None else question.maximum
    if number is None or not low <= number <= high:
        complaints.add("number_range", path, found=value, minimum=low, maximum=high)
    elif question.whole and not isinstance(number, int):
        complaints.add("number_whole", path, found=value)
    else:
        return number
    return None


def _date(question: Question | None, value: Any, path: str, complaints: Complaints) -> str | None:
    if not isinstance(value, str) or not _DATE.search(value):
        complaints.add("date_wrong", path, found=value)
        return None
    earliest, latest = (question.earliest, question.latest) if question else (None, None)
    if not (earliest or "") <= value <= (latest or "9999-12-31"):
        code = "date_range" if earliest and latest else "date_early" if earliest else "date_late"
        complaints.add(code, path, found=value, earliest=earliest, latest=latest)
        return None
    return value


def _risks(_: Question, value: Any, path: str, complaints: Complaints) -> Value | None:
    if not isinstance(value, list):
        complaints.wrong_type(path, value, "array")
        return None
    if not value:
        complaints.add("risks_empty", path)
    given = _given_rows(value)
    if len(given) > formats.MAX_RISKS:
        complaints.add("too_many", path, limit=formats.MAX_RISKS, count=len(given))
        return None
    entries = [_risk(item, f"{path}[{i}]", complaints) for i, item in given]
    return tuple(entry for entry in entries if entry is not None)


def _risk(data: Any, path: str, complaints: Complaints) -> Risk | None:
    if not isinstance(data, dict):
        complaints.wrong_type(path, data, "object")
        return None
    before = len(complaints.problems)
    complaints.unknown_keys(data, formats.RISK_FIELDS, path)
    for name in ("title", "likelihood", "consequence"):
        if name not in data:
            complaints.add("json_required", path, name=name)
    if ("residual_likelihood" in data) != ("residual_consequence" in data):
        complaints.add("risk_half_residual", path)
    values: dict[str, Any] = {}
    for name in formats.RISK_TEXTS:
        if name in data:
            values[name] = _text(data[name], f"{path}.{name}", complaints)
    for name in formats.RISK_RATINGS:
        if name in data:
            rating = plain_number(data[name])
            if not isinstance(rating, int) or not 1 <= rating <= 5:
                complaints.add("risk_rating", f"{path}.{name}", found=data[name])
            values[name] = rating
    if "due" in data:
        values["due"] = _date(None, data["due"], f"{path}.due", complaints)
    return None if len(complaints.problems) > before else Risk(**values)


_VALUES = {
    "choice": _choice,
    "choices": _choices,
    "text": _text_value,
    "number": _number,
    "date": _date,
    "risks": _risks,
}


def _show(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "{" + ", ".join(str(key) for key in list(value)[:5]) + ("…}" if len(value) > 5 else "}")
    if isinstance(value, list):
        return "[" + ", ".join(str(_show(item)) for item in value[:5]) + ("…]" if len(value) > 5 else "]")
    return value
