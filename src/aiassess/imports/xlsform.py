"""An XLSForm to a survey as SurveyJS writes it, by pyxform, which knows its columns and types (docs/import.md#what-fits)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from aiassess.answers.cells import Sheet, Value, read_sheets
from aiassess.errors import InvalidInput, invalid
from aiassess.imports.conditions import Data, number_in
from aiassess.imports.reading import WHERE, Reading

_TYPES: dict[str, Data] = {
    "group": {"type": "panel"},
    "select one": {"type": "radiogroup"},
    "select all that apply": {"type": "checkbox"},
    "text": {"type": "text"},
    "integer": {"type": "text", "inputType": "number", "whole": True},
    "decimal": {"type": "text", "inputType": "number"},
    "range": {"type": "text", "inputType": "number"},
    "date": {"type": "text", "inputType": "date"},
    "note": {"type": "html"},
}
_TAKEN = frozenset(
    ("name", "type", "label", "hint", "choices", "children", "list_name", "itemset", "parameters", "control", "bind")
)
_DEEPEST = 30
_SHEETS = ("survey", "choices", "settings")
_SETTINGS = ("name", "type", "title", "id_string", "sms_keyword", "default_language", "children", "choices")
_WRITTEN = {
    "photo": "image",
    "jr:constraintMsg": "constraint_message",
    "jr:requiredMsg": "required_message",
    "readonly": "read_only",
}
"""What pyxform calls otherwise than the form does."""
_BINDS = ("relevant", "required", "constraint")
_BOUND = re.compile(r"\.\s*(>=|<=|>|<)\s*(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)")
_YES, _NO = ("yes", "true", "true()", "1"), ("", "no", "false", "false()", "0")


class XlsForm:
    """``survey``: the form in SurveyJS's shape; what is left out of it is noted. ``id``: what it calls itself."""

    def __init__(self, raw: bytes, reading: Reading) -> None:
        """Read a workbook. Raises InvalidInput if it is no XLSForm, or pyxform refuses it."""
        self.reading = reading
        self.lists: dict[str, list[Data]] = {}
        tables = _tables(raw, reading)
        try:
            from pyxform.xls2json import workbook_to_json  # noqa: PLC0415 - an extra
            from pyxform.xls2json_backends import get_xlsform  # noqa: PLC0415 - the same
        except ImportError:
            raise invalid("import_needs_pyxform", file=reading.shown) from None
        try:
            found = workbook_to_json(get_xlsform(tables), form_name="form", warnings=[])
        except Exception as error:  # whatever a stranger's cells make the library raise
            raise invalid("import_refused", file=reading.shown, reason=str(error)[:300]) from None
        self.places = {row.get("name", ""): f"survey!{n}" for n, row in enumerate(tables["survey"], 2)}
        self.id = str(found.get("id_string", ""))
        if others := [key for key in found if key not in _SETTINGS]:
            reading.note("import_keys", "settings", keys=others)
        pages: list[Data] = []
        for child in _children(found):
            if child["type"] == "group":
                pages.append(self._element(child))
                continue
            if not pages or pages[-1][WHERE]:
                pages.append({"elements": [], WHERE: ""})
            pages[-1]["elements"].append(self._element(child))
        self.survey: Data = {"title": found.get("title"), "locale": found.get("default_language"), "pages": pages}

    def _element(self, data: Mapping[str, Any], depth: int = 0) -> Data:
        """Return a question or group with the keys of SurveyJS; a type that has no other name keeps its own."""
        name, type_ = str(data.get("name", "")), str(data["type"])
        where = self.places.get(name, "survey")
        bind, parameters = data.get("bind", {}), data.get("parameters", {})
        required = str(bind.get("required", "")).strip().lower()
        if required not in (*_YES, *_NO):
            self.reading.note("import_required_if", where, name, text=required)
        found: Data = {"name": name, WHERE: where, **_TYPES.get(type_, {})}
        if type_ not in _TYPES or (type_.startswith("select") and "choices" not in data):
            return found | {"type": _WRITTEN.get(type_, type_)}
        found |= {key: value for key, value in data.items() if key not in _TAKEN}
        found |= {_WRITTEN.get(key, key): value for key, value in bind.items() if key not in _BINDS}
        found["html" if type_ == "note" else "title"] = data.get("label")
        found |= {"description": data.get("hint"), "visibleIf": bind.get("relevant"), "isRequired": required not in _NO}
        if type_ == "group":
            if depth > _DEEPEST:
                raise invalid("import_too_deep", file=self.reading.shown, limit=_DEEPEST)
            return found | {"elements": [self._element(child, depth + 1) for child in _children(data)]}
        if "choices" in data:
            found["choices"] = self._choices(str(data["list_name"]), data["choices"])
        if type_ == "range":
            found |= {"min": number_in(parameters.get("start", "1")), "max": number_in(parameters.get("end", "10"))}
            found["whole"] = isinstance(number_in(parameters.get("step", "1")), int)
        if "multiline" in str(data.get("control", {}).get("appearance")):
            found["type"] = "comment"
        return found | self._bounds(str(bind.get("constraint", "")), found.get("whole") is True, where, name)

    def _choices(self, list_name: str, choices: list[Data]) -> list[Data]:
        """Return a list of choices in SurveyJS's shape, made once however many questions have it."""
        if list_name not in self.lists:
            self.lists[list_name] = [
                {"value": choice["name"], "text": choice.get("label"), WHERE: "choices"}
                | {key: value for key, value in choice.items() if key not in ("name", "label")}
                for choice in choices
            ]
        return self.lists[list_name]

    def _bounds(self, constraint: str, whole: bool, where: str, name: str) -> Data:
        """Return the bounds that a constraint sets; one that says anything else is noted."""
        found: Data = {}
        for part in re.split(r"\s+and\s+", constraint.strip()) if constraint else []:
            match = _BOUND.fullmatch(part.strip("() "))
            number = number_in(match[2]) if match else None
            if match is None or number is None or (len(match[1]) == 1 and not whole):
                self.reading.note("import_constraint", where, name, text=constraint)
                return {}
            step = 0 if len(match[1]) == 2 else 1
            found |= {"min": number + step} if match[1][0] == ">" else {"max": number - step}
        return found


def _children(data: Mapping[str, Any]) -> list[Data]:
    """Return what is in a form or group, without what pyxform adds: its data on the form, and the heads of tables."""
    found: list[Data] = data.get("children", [])
    own = "reserved_name_for_field_list_labels"
    return [
        child
        for child in found
        if not child.get("control", {}).get("bodyless") and not str(child.get("name", "")).startswith(own)
    ]


def _tables(raw: bytes, reading: Reading) -> dict[str, list[dict[str, str]]]:
    try:
        sheets = {sheet.name.strip().lower(): sheet for sheet in read_sheets(raw, reading.shown)}
    except InvalidInput as error:
        if error.problems[0].code not in ("workbook_not_form", "workbook_is_paper"):
            raise
        sheets = {}
    if "survey" not in sheets:
        raise invalid("import_no_form", file=reading.shown)
    for name in sheets:
        if name not in _SHEETS:
            reading.note("import_sheet", name)
    return {name: list(_rows(sheets[name])) for name in _SHEETS if name in sheets}


def _rows(sheet: Sheet) -> Iterator[dict[str, str]]:
    """Yield rows by their headings, without empty cells, as texts."""
    heads = [_written(value) for value in sheet.rows[0]] if sheet.rows else []
    for row in sheet.rows[1:]:
        yield {head: text for head, value in zip(heads, row, strict=False) if head and (text := _written(value))}


def _written(value: Value) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
