"""What is not given: ``null``, ``""``, white space alone and ``[]``, as forms and spreadsheets write it.

It is taken out before anything is checked, so that a file with blanks holds the same answers as one without
(docs/answers-format.md#blank).
"""

from collections.abc import Iterable
from typing import Any

from aiassess.answers import formats
from aiassess.model.questionnaire import Questionnaire
from aiassess.visible import is_blank


def without_blanks(document: Any, questionnaire: Questionnaire) -> Any:
    """Return a copy of an answers document without the blanks in places that may be left out.

    What is wrong in it stays, and so does the place of each entry of a list: a blank one becomes ``{}``, which the check
    passes over. A list of nothing else is blank.
    """
    if not isinstance(document, dict):
        return document
    document = _given(document, ("$schema", "about"))
    if isinstance(document.get("about"), dict):
        about = document["about"]
        if "parts" in about:
            about = {**about, "parts": _rows(about["parts"], formats.PART_FIELDS)}
        document["about"] = _given(about, (*formats.ABOUT_FIELDS, "parts"))
    if isinstance(document.get("answers"), dict):
        answers = {}
        for name, item in document["answers"].items():
            question = questionnaire.by_id.get(name)
            kept = item if question is None else _answer(item, question.kind.entry_fields)
            if question is None or kept != {}:
                answers[name] = kept
        document["answers"] = answers
    return document


def _answer(item: Any, entry_fields: tuple[str, ...]) -> Any:
    """Return an answer, in its long or short form, without what is blank; {} for nothing at all."""
    if not isinstance(item, dict):
        item = _rows(item, entry_fields) if entry_fields else item
        return {} if _is_blank(item) else item
    if "evidence" in item:
        item = {**item, "evidence": _rows(item["evidence"], formats.EVIDENCE_FIELDS)}
    if entry_fields and "value" in item:
        item = {**item, "value": _rows(item["value"], entry_fields)}
    return _given(item, formats.ANSWER_FIELDS)


def _rows(value: Any, fields: Iterable[str]) -> Any:
    if not isinstance(value, list):
        return value
    rows = [{} if _is_blank(row) else _given(row, fields) if isinstance(row, dict) else row for row in value]
    return [] if all(row == {} for row in rows) else rows


def _given(data: dict[str, Any], optional: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in optional or not _is_blank(value)}


def _is_blank(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and is_blank(value))
