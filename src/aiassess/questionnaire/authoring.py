"""The schema of one questionnaire's file, so that an editor completes its ids and says what they are (docs/authors.md#begin).

``questionnaire.schema.json`` with the ids of the questionnaire in it. Made from whatever the file holds, as its author needs it
while the file has errors. It takes a section file, too.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from aiassess.canonical import to_json
from aiassess.kinds.registry import KINDS
from aiassess.questionnaire.checks.questions import SUBJECT_TYPES
from aiassess.questionnaire.conditions import KEYWORDS
from aiassess.resources import load_schema
from aiassess.safe import safe_line

Schema = dict[str, Any]
Names = Mapping[str, str]
"""Ids, each with what an editor says of it."""

_LONGEST = 200
_WHOLE = ("type", "required", "additionalProperties", "properties")


def authoring_schema_text(document: object, lang: str) -> str:
    """Return the schema as a file has it; ``document``: the questionnaire's data, sound or not."""
    return to_json(_Authoring(document, lang).schema())


class _Authoring:
    def __init__(self, document: object, lang: str) -> None:
        self.document, self.lang = document if isinstance(document, dict) else {}, lang
        questions = (question for section in _items(document, "sections") for question in _items(section, "questions"))
        self.questions = {question["id"]: question for question in questions if _named(question)}
        sets = self.document.get("option_sets")
        self.sets: Mapping[str, Any] = sets if isinstance(sets, dict) else {}

    def schema(self) -> Schema:
        base = deepcopy(load_schema("questionnaire"))
        parts = base["$defs"]
        parts["questionnaire"] = {key: base.pop(key) for key in _WHOLE}
        top, question, condition = (
            parts["questionnaire"]["properties"],
            parts["question"],
            parts["condition"]["properties"],
        )
        levels = self.names(self.document, "levels", "title")
        dimensions = self.document.get("dimensions")
        tags = {name: self.names(dimensions, name, "title") for name in ("principles", "actors", "phases")}
        sources = self.names(self.document.get("provenance"), "sources", "title")
        places: list[tuple[Schema, Names]] = [
            (condition["question"], self.asked()),
            (condition["level_at_least"], levels),
            (parts["rule"]["properties"]["level"], levels),
            (parts["finding"]["properties"]["actor"], tags["actors"]),
            (top["phase_question"], self.asked("choice")),
            *((schema, self.asked(SUBJECT_TYPES[role])) for role, schema in top["subject"]["properties"].items()),
        ]
        for place, names in places:
            place.update(_one_of(names))
        for name, names in (*tags.items(), ("source", sources)):
            question["properties"][name]["items"] = {"type": "string", **_one_of(names)}
        if frameworks := {
            item["id"]: self.framework(item) for item in _items(self.document, "frameworks") if _named(item)
        }:
            question["properties"]["maps_to"] |= {"properties": frameworks, "additionalProperties": False}
        if self.sets:
            question["properties"]["options"] |= {"if": {"type": "string"}, "then": {"enum": [*self.sets]}}
        shared = top["option_sets"]
        shared["properties"] = {
            name: {"allOf": [shared["additionalProperties"], _without_evidence(self.names(self.sets, name, "label"))]}
            for name in self.sets
        }
        question["allOf"] += self.of_each_question()
        parts["condition"]["allOf"] = [True, *self.tests()]
        section = {"if": {"required": ["questions"]}, "then": {"$ref": "#/$defs/section"}}
        own = safe_line(str(self.document.get("id")), _LONGEST)
        about = {"$id": f"urn:aiassess:schema:authoring:{own}", "title": f"aiassess questionnaire {own}"}
        return {**base, **about, **section, "else": {"$ref": "#/$defs/questionnaire"}, "$defs": parts}

    # Names

    def text(self, text: object) -> str:
        if isinstance(text, dict):
            text = text.get(self.lang) or next(iter(text.values()), "")
        return safe_line(str(text or ""), _LONGEST)

    def names(self, holder: object, key: str, said: str) -> Names:
        return {item["id"]: self.text(item.get(said)) for item in _items(holder, key) if _named(item)}

    def framework(self, item: Mapping[str, Any]) -> Schema:
        """Return which references of a framework a question may name: any, unless the file lists them."""
        listed = item.get("references")
        references = {"items": {"type": "string", "enum": listed}} if isinstance(listed, list) and listed else {}
        return {"$ref": "#/$defs/references", "description": self.text(item.get("title")), **references}

    def asked(self, kind: str | None = None) -> Names:
        """Return the questions, or those of one kind."""
        return {
            name: " ".join(filter(None, (str(question.get("ref", "")), self.text(question.get("text")))))
            for name, question in self.questions.items()
            if kind in (None, question.get("type"))
        }

    def options(self, question: Mapping[str, Any]) -> Names:
        found = question.get("options")
        shared = isinstance(found, str)
        return self.names(self.sets if shared else question, str(found) if shared else "options", "label")

    # What one question's ids mean elsewhere

    def by_options(self) -> Iterator[tuple[list[str], Names]]:
        """Yield questions that have the same options, with these."""
        groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
        for name, question in self.questions.items():
            if options := self.options(question):
                groups.setdefault(tuple(options.items()), []).append(name)
        yield from ((names, dict(options)) for options, names in groups.items())

    def of_each_question(self) -> Iterator[Schema]:
        """Yield what findings and options of a question may name: its own options."""
        for names, options in self.by_options():
            raised = {"items": {"properties": {"on": {"items": _one_of(options)}}}}
            yield _if("id", names, {"findings": raised, "options": _without_evidence(options)})

    def tests(self) -> Iterator[Schema]:
        """Yield which tests a condition may make of each question, and which options it may name."""
        for kind in KINDS:
            names = [*self.asked(kind.name)]
            unfit = [key for key, test in KEYWORDS.items() if test.about is not None and test.about not in kind.shows]
            if names and unfit:
                yield _if("question", names, dict.fromkeys(unfit, False))
        for names, options in self.by_options():
            several = {"items": _one_of(options)}
            yield _if("question", names, {"is": _one_of(options), "any_of": several, "all_of": several})
        bound = [name for name, question in self.questions.items() if question.get("not_applicable") is not True]
        if bound:
            yield _if("question", bound, {"not_applicable": False})


def _items(holder: object, key: str) -> list[Any]:
    found = holder.get(key) if isinstance(holder, dict) else None
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _named(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("id"), str)


def _one_of(names: Names) -> Schema:
    """Return that a value is one of the names; of none nothing can be said."""
    return {"enum": [*names], "enumDescriptions": [*names.values()]} if names else {}


def _without_evidence(options: Names) -> Schema:
    """Return that the options of a list may count as one of them."""
    return {"items": {"properties": {"without_evidence": _one_of(options)}}}


def _if(key: str, names: list[str], properties: Mapping[str, object]) -> Schema:
    """Return what else holds if a key says one of some names."""
    return {"if": {"required": [key], "properties": {key: {"enum": names}}}, "then": {"properties": dict(properties)}}
