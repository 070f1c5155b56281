"""A questionnaire's answers as a JSON Schema, for programs that submit them (docs/answers-format.md#schema).

It accepts and refuses what ``check.py`` does, as far as a schema can see: duplicate keys and NaN are refused by the reader.
Whatever may be left out may be blank as well (``blank.py``).
Dates are given as patterns, so that a validator need not assert formats.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from aiassess.answers import formats
from aiassess.answers.dump import to_json
from aiassess.visible import VISIBLE_PATTERN

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question, Questionnaire

Schema = dict[str, Any]

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def answers_schema(questionnaire: Questionnaire) -> Schema:
    """Return a JSON Schema (2020-12) of this questionnaire's answers files."""
    lang = questionnaire.default_language
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:aiassess:answers:{questionnaire.id}:{questionnaire.version}",
        "title": f"Answers to {questionnaire.id} {questionnaire.version}",
        "description": questionnaire.statement[lang],
        "type": "object",
        "required": ["format", "questionnaire", "answers"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": ["string", "null", "array"], "maxItems": 0},
            "format": {"const": formats.FORMAT},
            "questionnaire": {
                "type": "object",
                "required": ["id", "version"],
                "additionalProperties": False,
                "properties": {
                    "id": {"const": questionnaire.id},
                    "version": {"type": "string", "pattern": _version_pattern(questionnaire.version)},
                },
            },
            "about": about_schema(),
            "answers": {
                "type": "object",
                "additionalProperties": False,
                "properties": {question.id: _question(question, lang) for question in questionnaire.questions},
            },
        },
        "$defs": shared_definitions(),
    }


def schema_text(questionnaire: Questionnaire) -> str:
    """Return the schema as a file has it; its patterns name characters that cannot be seen, so these are escaped."""
    return _BEYOND.sub(lambda match: json.dumps(match.group())[1:-1], to_json(answers_schema(questionnaire)))


def _version_pattern(version: str) -> str:
    """Return what ``formats.VERSION_PATTERN`` asks, of this major version; 01.0.0 is version 1 too."""
    major = int(version.partition(".")[0])
    return f"^(?=0*{major}\\.){formats.VERSION_PATTERN.removeprefix('^')}"


def about_schema() -> Schema:
    """Return the schema of ``about``."""
    patterns = {name: {"type": "string", "pattern": pattern} for name, pattern in formats.ABOUT_PATTERNS.items()}
    fields = {name: _optional(_TEXT if name in formats.ABOUT_TEXTS else pattern) for name, pattern in patterns.items()}
    return _optional({"type": "object", "additionalProperties": False, "properties": fields})


def shared_definitions() -> Schema:
    """Return the parts that every answers schema uses."""
    rating = {"type": "integer", "minimum": 1, "maximum": 5}
    residuals = ("residual_likelihood", "residual_consequence")
    risk = {
        "type": "object",
        "required": ["title", "likelihood", "consequence"],
        "additionalProperties": False,
        "properties": {
            "title": _TEXT,
            "likelihood": rating,
            "consequence": rating,
            "treatment": _optional(_TEXT),
            **{name: _optional(rating) for name in residuals},
            "owner": _optional(_TEXT),
            "due": _optional(_ref("date")),
        },
        "anyOf": [
            {"required": list(residuals), "properties": dict.fromkeys(residuals, rating)},
            {"properties": dict.fromkeys(residuals, _BLANK)},
        ],
    }
    evidence = {
        "type": "object",
        "required": ["reference"],
        "additionalProperties": False,
        "properties": {"reference": _TEXT, "date": _optional(_ref("date"))},
    }
    return {
        "visible": {"type": "string", "pattern": VISIBLE_PATTERN},
        "text": {**_ref("visible"), "maxLength": formats.MAX_TEXT},
        "date": {"type": "string", "format": "date", "pattern": formats.DATE_PATTERN},
        "blank": {
            "anyOf": [{"type": "null"}, {"type": "string", "not": _ref("visible")}, {"type": "array", "maxItems": 0}]
        },
        "risk": risk,
        "blank_risk": _blank_row(formats.RISK_FIELDS),
        "risks": _rows("risk", formats.MAX_RISKS),
        "blank_risks": {"type": "array", "items": _ref("blank_risk")},
        "evidence": evidence,
        "blank_evidence": _blank_row(formats.EVIDENCE_FIELDS),
        "evidence_list": _optional(_rows("evidence", formats.MAX_EVIDENCE)),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_TEXT, _BLANK = _ref("text"), _ref("blank")


def _optional(schema: Schema) -> Schema:
    return {"anyOf": [schema, _BLANK]}


def _blank_row(fields: tuple[str, ...]) -> Schema:
    row = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(fields, _BLANK)}
    return _optional(row)


def _rows(name: str, most: int) -> Schema:
    """Return a list whose entries are of a definition, or blank; only the others count towards the most."""
    return {
        "type": "array",
        "items": {"anyOf": [_ref(name), _ref(f"blank_{name}")]},
        "contains": _ref(name),
        "minContains": 0,
        "maxContains": most,
    }


def _question(question: Question, lang: str) -> Schema:
    value, no_value = _value(question, lang), _no_value(question)
    confirmed = _optional({"type": "boolean"})
    extras = {"note": _optional(_TEXT), "evidence": _ref("evidence_list"), "confirmed": confirmed}
    shapes: list[Schema] = [
        value,
        no_value,
        _long({"value": value, "status": _BLANK, **extras}, ["value"]),
        _long({"value": no_value, "status": {"const": "unsure"}, **extras}, ["status"]),
        _long({"value": no_value, "status": _BLANK, **extras}, []),
    ]
    if question.not_applicable:
        reasoned = {"value": no_value, "status": {"const": "not_applicable"}, **extras, "note": _TEXT}
        shapes.append(_long(reasoned, ["status", "note"]))
    return {"description": question.text[lang], "anyOf": shapes}


def _long(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


def _no_value(question: Question) -> Schema:
    return {"anyOf": [_BLANK, _ref("blank_risks")]} if question.type == "risks" else _BLANK


def _value(question: Question, lang: str) -> Schema:
    if question.type == "choice":
        return _options(question, lang)
    if question.type == "choices":
        alone = [
            {"if": {"contains": {"const": option.id}}, "then": {"maxItems": 1}}
            for option in question.options
            if option.exclusive
        ]
        schema: Schema = {"type": "array", "minItems": 1, "uniqueItems": True, "items": _options(question, lang)}
        return {**schema, "allOf": alone} if alone else schema
    if question.type == "number":
        return {
            "type": "integer" if question.whole else "number",
            "minimum": -formats.MAX_NUMBER if question.minimum is None else question.minimum,
            "maximum": formats.MAX_NUMBER if question.maximum is None else question.maximum,
        }
    if question.type == "risks":
        return _ref("risks")
    return _date(question) if question.type == "date" else _TEXT


def _date(question: Question) -> Schema:
    bounds = [
        {"pattern": _from(bound, far, step)}
        for bound, far, step in ((question.earliest, "9", 1), (question.latest, "0", -1))
        if bound is not None
    ]
    return {"allOf": [_ref("date"), *bounds]} if bounds else _ref("date")


def _from(bound: str, far: str, step: int) -> str:
    """Return a pattern of the days from one on: the same, or the first other digit is nearer to ``far``."""
    others = (
        bound[:i] + f"[{min(chr(ord(digit) + step), far)}-{max(chr(ord(digit) + step), far)}]"
        for i, digit in enumerate(bound)
        if digit not in ("-", far)
    )
    return f"^(?:{'|'.join((bound, *others))})"


def _options(question: Question, lang: str) -> Schema:
    labels = "; ".join(f"{option.id}: {option.label[lang]}" for option in question.options)
    return {"enum": [option.id for option in question.options], "description": labels}
