"""Tiny questionnaires and answers from compact data, through the real schema, checks and builder."""

import json

from aiassess import AnswerSet, Questionnaire, build_report, score
from aiassess.answers.check import check_answers
from aiassess.questionnaire.checks import check_questionnaire
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.schema import schema_problems
from aiassess.questionnaire.yaml_source import parse_yaml
from aiassess.resources import load_schema

LEVELS = [
    {"id": "low", "up_to_percent": 25},
    {"id": "middle", "up_to_percent": 50},
    {"id": "high"},
    {"id": "banned", "stop": True},
]


def tiny(*questions: dict, **parts) -> Questionnaire:
    """Return a questionnaire of one section, or of ``sections``; what is left out is filled in.

    A question's ``options`` may be {id: points}; an id that ends in "!" is exclusive. Levels default to low (25%),
    middle (50%), high and, by rule alone, banned. Raises AssertionError with every error that lint finds.
    """
    return build_questionnaire(checked(document(*questions, **parts)))


def document(*questions: dict, **parts) -> dict:
    """Return the whole document of a tiny questionnaire."""
    sections = parts.pop("sections", None) or [{"id": "main", "questions": list(questions)}]
    sections = [
        {
            "title": f"Section {section['id']}",
            **section,
            "questions": [_question(item) for item in section["questions"]],
        }
        for section in sections
    ]
    used = {
        name: dict.fromkeys(tag for section in sections for item in section["questions"] for tag in item.get(name, []))
        for name in ("principles", "actors")
    }
    scoring = parts.pop("scoring", {})
    return {
        "format": 1,
        "id": "tiny",
        "version": "1.2.0",
        "languages": ["en"],
        "title": "Tiny",
        "provenance": {"status": "draft", "statement": "For a test."},
        "dimensions": {name: [{"id": tag, "title": tag.capitalize()} for tag in tags] for name, tags in used.items()},
        "sections": sections,
        "rules": [
            {"id": f"rule_{n}", "reason": f"Reason {n}.", **rule} for n, rule in enumerate(parts.pop("rules", []), 1)
        ],
        "scoring": {
            "inherent": {"maximum": "all"},
            "controls": {"maximum": "applicable"},
            "mitigation": {"method": "none"},
            **scoring,
        },
        "levels": [{"title": item["id"].capitalize(), **item} for item in parts.pop("levels", LEVELS)],
        **parts,
    }


def _question(item: dict) -> dict:
    question = {"text": f"Question {item['id']}?", **item}
    if isinstance(item.get("options"), dict):
        question["options"] = [
            {"id": name.rstrip("!"), "label": f"Option {name.rstrip('!')}", "points": points}
            | ({"exclusive": True} if name.endswith("!") else {})
            for name, points in item["options"].items()
        ]
    question.setdefault("type", "choice" if "options" in item else "number" if "bands" in item else "text")
    if "findings" in item:
        question["findings"] = [
            {"text": f"Finding {n} of {item['id']}.", "action": f"Do {n} of {item['id']}.", **finding}
            for n, finding in enumerate(item["findings"], 1)
        ]
    return question


def checked(data: dict) -> dict:
    """Return a document as the loader reads it, once schema and checks find no error."""
    source = parse_yaml(json.dumps(data), "tiny.yaml")
    problems = schema_problems(source, load_schema("questionnaire")) or check_questionnaire(source)
    errors = [problem.line_text("en") for problem in problems if problem.severity == "error"]
    assert not errors, "\n".join(errors)
    return source.data


def inherent(name: str = "risk", options: dict | None = None, **more) -> dict:
    """Return an inherent question; options none 0, some 2, all 4 unless given."""
    return {"id": name, "score": "inherent", "options": options or {"none": 0, "some": 2, "all": 4}, **more}


def control(name: str = "guard", options: dict | None = None, **more) -> dict:
    """Return a control question; options no 0, half 2, yes 4 unless given."""
    return {"id": name, "score": "control", "options": options or {"no": 0, "half": 2, "yes": 4}, **more}


def answers_document(questionnaire: Questionnaire, given: dict, **about) -> dict:
    """Return an answers file's content."""
    return {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "about": about,
        "answers": given,
    }


def answer_set(questionnaire: Questionnaire, given: dict | None = None, **about) -> AnswerSet:
    """Return checked answers from plain data in the long or short form."""
    return check_answers(answers_document(questionnaire, given or {}, **about), questionnaire, "answers.json")


def assess(questionnaire: Questionnaire, given: dict | None = None):
    """Return the assessment of plain answers."""
    return score(questionnaire, answer_set(questionnaire, given))


def report_of(questionnaire: Questionnaire, given: dict | None = None, lang: str | None = None, **about) -> dict:
    """Return the report of plain answers."""
    return build_report(score(questionnaire, answer_set(questionnaire, given, **about)), lang)


UNSURE = {"status": "unsure"}
SET_ASIDE = {"status": "not_applicable", "note": "Not for us."}

EVERY_TYPE = tiny(
    {"id": "pick", "options": {"red": 0, "blue": 0}, "not_applicable": True},
    {"id": "several", "type": "choices", "options": {"one": 0, "two": 0, "three": 0, "none!": 0, "unknown!": 0}},
    {"id": "words"},
    {"id": "count", "type": "number", "minimum": 1, "maximum": 9, "whole": True},
    {"id": "rate", "type": "number"},
    {"id": "day", "type": "date"},
    {"id": "register", "type": "risks", "not_applicable": True},
    inherent("graded"),
    control("guard", not_applicable=True),
)
"""A questionnaire with a question of every type."""
