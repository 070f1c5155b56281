"""A questionnaire's answers as a JSON Schema, for programs that submit them (docs/answers-format.md#schema).

It accepts and refuses what ``check.py`` does, as far as a schema can see: duplicate keys and NaN are refused by the reader.
Whatever may be left out may be blank as well (``blank.py``).
Dates are given as patterns, so that a validator need not assert formats.
"""

import json
import re

from aiassess.answers import formats
from aiassess.canonical import to_json
from aiassess.kinds.parts import BLANK, DATE_PATTERN, MAX_TEXT, TEXT, blank_entry, entries, optional, record, ref
from aiassess.kinds.registry import KINDS
from aiassess.model.kind import Schema
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.visible import VISIBLE_PATTERN

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def answers_schema(questionnaire: Questionnaire) -> Schema:
    """Return a JSON Schema (2020-12) of this questionnaire's answers files."""
    lang, actors = questionnaire.default_language, [actor.id for actor in questionnaire.actors]
    edition: Schema = {
        "id": {"const": questionnaire.id},
        "version": {"type": "string", "pattern": _version_pattern(questionnaire.version)},
    }
    fields: Schema = {
        "$schema": {"type": ["string", "null", "array"], "maxItems": 0},
        "format": {"const": formats.FORMAT},
        "questionnaire": record(edition, edition),
        "about": about_schema(),
        "answers": record({question.id: _question(question, lang) for question in questionnaire.questions}),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:aiassess:answers:{questionnaire.id}:{questionnaire.version}",
        "title": f"Answers to {questionnaire.id} {questionnaire.version}",
        "description": questionnaire.statement[lang],
        **record(fields, ("format", "questionnaire", "answers")),
        "$defs": {**shared_definitions(), "actor": optional({"enum": actors}) if actors else BLANK},
    }


def schema_text(questionnaire: Questionnaire) -> str:
    """Return the schema as a file has it; its patterns name characters that cannot be seen, so these are escaped."""
    return _BEYOND.sub(lambda match: json.dumps(match.group())[1:-1], to_json(answers_schema(questionnaire)))


def _version_pattern(version: str) -> str:
    """Return what ``formats.VERSION_PATTERN`` asks, of this major version; 01.0.0 is version 1 too."""
    major = int(version.partition(".")[0])
    return f"^(?=0*{major}\\.){formats.VERSION_PATTERN.removeprefix('^')}"


def about_schema() -> Schema:
    patterns: dict[str, Schema] = {
        name: {"type": "string", "pattern": pattern} for name, pattern in formats.ABOUT_PATTERNS.items()
    }
    fields = {name: optional(TEXT if name in formats.ABOUT_TEXTS else pattern) for name, pattern in patterns.items()}
    return optional(record({**fields, "parts": optional(entries("part", formats.MAX_PARTS))}))


def shared_definitions() -> Schema:
    """Return the parts that every answers schema uses."""
    digest = {"type": "string", "pattern": formats.DIGEST_PATTERN}
    return {
        "visible": {"type": "string", "pattern": VISIBLE_PATTERN},
        "text": {**ref("visible"), "maxLength": MAX_TEXT},
        "date": {"type": "string", "format": "date", "pattern": DATE_PATTERN},
        "blank": {
            "anyOf": [{"type": "null"}, {"type": "string", "not": ref("visible")}, {"type": "array", "maxItems": 0}]
        },
        **{name: part for kind in KINDS for name, part in kind.definitions().items()},
        "evidence": record({"reference": TEXT, "date": optional(ref("date"))}, ("reference",)),
        "blank_evidence": blank_entry(formats.EVIDENCE_FIELDS),
        "part": record({"file": optional(TEXT), "assessor": optional(TEXT), "digest": digest}, ("digest",)),
        "blank_part": blank_entry(formats.PART_FIELDS),
        "sources": optional({"type": "array", "maxItems": formats.MAX_PARTS, "items": TEXT}),
        "evidence_list": optional(entries("evidence", formats.MAX_EVIDENCE)),
    }


def _question(question: Question, lang: str) -> Schema:
    value, no_value = question.kind.schema(question, lang), _no_value(question)
    confirmed = optional({"type": "boolean"})
    extras = {"note": optional(TEXT), "evidence": ref("evidence_list"), "confirmed": confirmed, "for": BLANK}
    extras["from"] = ref("sources")
    shapes: list[Schema] = [
        value,
        no_value,
        record({"value": value, "status": BLANK, **extras}, ["value"]),
        record({"value": no_value, "status": {"const": "unsure"}, **extras, "for": ref("actor")}, ["status"]),
        record({"value": no_value, "status": BLANK, **extras}, []),
    ]
    if question.not_applicable:
        reasoned = {"value": no_value, "status": {"const": "not_applicable"}, **extras, "note": TEXT}
        shapes.append(record(reasoned, ["status", "note"]))
    return {"description": question.text[lang], "anyOf": shapes}


def _no_value(question: Question) -> Schema:
    return {"anyOf": [BLANK, ref(f"blank_{question.type}")]} if question.kind.entry_fields else BLANK
