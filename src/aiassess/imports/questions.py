"""How a question of a survey is answered: its type, bounds, options and points (docs/import.md)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiassess.imports.conditions import Data, number_in
from aiassess.imports.reading import WHERE, Reading

TYPES = {
    **dict.fromkeys(("radiogroup", "dropdown", "boolean", "buttongroup", "rating"), "choice"),
    **dict.fromkeys(("checkbox", "tagbox"), "choices"),
    **dict.fromkeys(("text", "comment"), "text"),
    "html": "note",
}
_INPUTS = {"number": "number", "range": "number", "date": "date"}
_AS_TEXT = ("text", "email", "tel", "url", "password")
_SCORES = {"-RS": "inherent", "-MS": "control", "-NS": None}
"""What names that end so count as (docs/import.md#points)."""
_COUNTED = ("radiogroup", "dropdown", "checkbox")
_MOST_POINTS = 1_000_000
_BOOLEAN = (("True", "Yes", True), ("False", "No", False))
_EXTRA = (("none", "None", "exclusive"), ("other", "Other", "asks_note"))


class Answer:
    """``keys``: those of the questionnaire's format that say how a question is answered; ``options``: by the form's values."""

    def __init__(self, reading: Reading, data: Mapping[str, Any], where: str, name: str, around: str) -> None:
        """Read a question that stands in a group called ``around``."""
        self.reading, self.data, self.where, self.name = reading, data, where, name
        self.options: dict[str, Data] = {}
        self.taken: set[str] = set()
        ends = [end for end in (name[-3:], around[-3:]) if end in _SCORES and data["type"] in _COUNTED]
        self.score = _SCORES[ends[0]] if ends else None
        if data["type"] == "rating" and not data.get("rateValues"):
            bounds = (data.get("rateMin", 1), data.get("rateMax", data.get("rateCount", 5)))
            self.keys: Data = {"type": "number", "whole": True} | self.bounds("number", *bounds)
        else:
            self.keys = self.picked() if TYPES[data["type"]] != "text" else self.typed()

    def note(self, code: str, where: str | None = None, **values: object) -> None:
        self.reading.note(code, where or self.where, self.name, **values)

    def typed(self) -> Data:
        input_ = str(self.data.get("inputType", "text"))
        if input_ in _INPUTS:
            kind = _INPUTS[input_]
            whole = {"whole": True} if self.data.get("whole") is True else {}
            return {"type": kind} | whole | self.bounds(kind, self.data.get("min"), self.data.get("max"))
        if input_ not in _AS_TEXT:
            self.note("import_as_text", type=input_)
        return {"type": "text"} | ({"multiline": True} if self.data["type"] == "comment" else {})

    def bounds(self, kind: str, least: Any, most: Any) -> Data:
        found: Data = {}
        for key, value in (("minimum", least), ("maximum", most)):
            fits = _is_day(value) if kind == "date" else type(value) in (int, float) and abs(value) < 2**53
            if fits and not (key == "maximum" and found.get("minimum", value) > value):
                found[key] = value
            elif value not in (None, ""):
                self.note("import_bound", found=str(value))
        return found

    def picked(self) -> Data:
        data, kind = self.data, TYPES[self.data["type"]]
        values = data.get("choices", data.get("rateValues"))
        if data["type"] == "boolean":
            values = [
                {"value": data.get(f"value{end}", value), "text": data.get(f"label{end}", label)}
                for end, label, value in _BOOLEAN
            ]
        for n, value in enumerate(values if isinstance(values, list) else []):
            self.option(value, f"{self.where}.choices[{n}]")
        for key, text, extra in _EXTRA:
            if (data.get(f"has{text}") or data.get(f"show{text}Item")) and key not in self.options:
                self.option({"value": key, "text": data.get(f"{key}Text", text)}, self.where)
                self.options[key] |= {extra: True} if key == "other" or kind == "choices" else {}
        score = {"score": self.score} if any("points" in option for option in self.options.values()) else {}
        return {"type": kind, **score, "options": list(self.options.values())}

    def option(self, data: Any, where: str) -> None:
        value = data.get("value") if isinstance(data, dict) else data
        if not isinstance(value, (str, int, float)):
            return self.note("import_shape", where)
        others = [key for key in data if key not in ("value", "text", WHERE)] if isinstance(data, dict) else []
        if others:
            self.note("import_keys", str(data.get(WHERE, where)), keys=others)
        name = str(value).lower() if isinstance(value, bool) else str(value)
        if name in self.options:
            return self.note("import_name_twice", where)
        label = self.reading.label(data.get("text") if isinstance(data, dict) else None, name, where)
        points = self.points(value) if self.score else 0
        self.reading.count(5)
        self.options[name] = {"id": self.reading.id(name, self.taken), "label": label} | (
            {"points": points} if points else {}
        )
        return None

    def points(self, value: str | float) -> int:
        """Return a value that is a number, or the number after the last hyphen of a text; 0 if there is none."""
        text = value.rpartition("-")[2] if isinstance(value, str) and "-" in value else ""
        found = (number_in(text) or 0) if isinstance(value, str) else value
        if isinstance(found, int) and 0 <= found <= _MOST_POINTS:
            return int(found)
        self.note("import_points", found=str(value))
        return 0


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == len("2026-01-31") and bool(date.fromisoformat(value))
    except ValueError:
        return False
