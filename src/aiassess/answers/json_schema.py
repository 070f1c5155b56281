"""A questionnaire's answers as a JSON Schema, for programs that submit them (docs/answers-format.md#schema).

It accepts and refuses what ``check.py`` does, as far as a schema can see: duplicate keys and NaN are refused by the reader.
Dates are given as patterns, so that a validator need not assert formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.answers import formats

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question, Questionnaire

Schema = dict[str, Any]


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


def _version_pattern(version: str) -> str:
    """Return what ``formats.VERSION_PATTERN`` asks, of this major version; 01.0.0 is version 1 too."""
    major = int(version.partition(".")[0])
    return f"^(?=0*{major}\\.){formats.VERSION_PATTERN.removeprefix('^')}"


def about_schema() -> Schema:
    """Return the schema of ``about``."""
    fields = {
        name: {"type": ["string", "null"], "pattern": pattern, "maxLength": formats.MAX_TEXT}
        for name, pattern in formats.ABOUT_PATTERNS.items()
    }
    return {"type": "object", "additionalProperties": False, "properties": fields}


def shared_definitions() -> Schema:
    """Return the parts that every answers schema uses."""
    rating = {"type": "integer", "minimum": 1, "maximum": 5}
    risk = {
        "type": "object",
        "required": ["title", "likelihood", "consequence"],
        "additionalProperties": False,
        "properties": {
            **{name: {"$ref": "#/$defs/text"} for name in formats.RISK_TEXTS},
            **dict.fromkeys(formats.RISK_RATINGS, rating),
            "due": {"$ref": "#/$defs/date"},
        },
        "dependentRequired": {
            "residual_likelihood": ["residual_consequence"],
            "residual_consequence": ["residual_likelihood"],
        },
    }
    evidence = {
        "type": "array",
        "maxItems": formats.MAX_EVIDENCE,
        "items": {
            "type": "object",
            "required": ["reference"],
            "additionalProperties": False,
            "properties": {"reference": {"$ref": "#/$defs/text"}, "date": {"$ref": "#/$defs/date"}},
        },
    }
    return {
        "text": {"type": "string", "pattern": formats.TEXT_PATTERN, "maxLength": formats.MAX_TEXT},
        "date": {"type": "string", "format": "date", "pattern": formats.DATE_PATTERN},
        "risk": risk,
        "evidence": evidence,
    }


def _question(question: Question, lang: str) -> Schema:
    value = _value(question, lang)
    extras = {"note": {"$ref": "#/$defs/text"}, "evidence": {"$ref": "#/$defs/evidence"}}
    shapes: list[Schema] = [
        value,
        {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {"value": value, **extras},
        },
        {
            "type": "object",
            "required": ["status"],
            "additionalProperties": False,
            "properties": {"status": {"const": "unsure"}, **extras},
        },
        {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": extras},
    ]
    if question.not_applicable:
        shapes.append(
            {
                "type": "object",
                "required": ["status", "note"],
                "additionalProperties": False,
                "properties": {"status": {"const": "not_applicable"}, **extras},
            }
        )
    return {"description": question.text[lang], "oneOf": shapes}


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
        return {"type": "array", "minItems": 1, "maxItems": formats.MAX_RISKS, "items": {"$ref": "#/$defs/risk"}}
    return {"$ref": "#/$defs/date" if question.type == "date" else "#/$defs/text"}


def _options(question: Question, lang: str) -> Schema:
    labels = "; ".join(f"{option.id}: {option.label[lang]}" for option in question.options)
    return {"enum": [option.id for option in question.options], "description": labels}
