"""What a form in a browser needs of a questionnaire, as JSON data: texts, conditions, bounds, and what is given already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.answers import formats
from aiassess.answers.dump import about_data, answer_data
from aiassess.errors import MAX_PROBLEMS
from aiassess.files import MAX_ANSWERS_BYTES, MAX_REPORT_BYTES
from aiassess.kinds import parts
from aiassess.kinds.risks import MAX_RISKS
from aiassess.model.answers import Answer
from aiassess.model.risks import Risk
from aiassess.report.build import FORMAT as REPORT_FORMAT
from aiassess.visible import RANGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from aiassess.form.content import Form
    from aiassess.model.questionnaire import Question

_LOGIC = (*("id", "type", "show_if", "phases", "required", "not_applicable", "minimum", "maximum", "whole"),)
"""What conditions and checks look at."""
_POINTS = ("weight", "aggregate", "bands")
"""What the level by inherent points needs besides."""
_SHOWN = ("ref", "text", "why", "help", "unit", "scale", "multiline", "evidence", "evidence_hint", "actors", "public")
"""What a reader sees of a question besides, and only of one that is asked here."""
_HIDDEN = "-"
"""Stands for what somebody wrote, in answers that are there for conditions alone."""


def form_data(form: Form) -> dict[str, Any]:
    """Return the data of a form.

    If only some actors' questions are asked, it holds of the other answers what decides which questions apply, but no word
    that somebody wrote.
    """
    questionnaire, given = form.questionnaire, form.answers.answers
    document = questionnaire.document
    asked = [question.id for question in form.questions]
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "digest": questionnaire.digest,
        "status": questionnaire.status,
        **{name: document[name] for name in ("languages", "title")},
        "statement": document["provenance"]["statement"],
        "preparation": [] if form.actors else document.get("preparation", []),
        "actors": document.get("dimensions", {}).get("actors", []),
        "only": [actor.id for actor in questionnaire.actors if actor in form.actors],
        "phase_question": questionnaire.phase_question,
        "option_sets": document.get("option_sets", {}),
        "sections": [
            {
                **{name: section[name] for name in ("id", "title", "intro", "show_if") if name in section},
                "questions": [_question(questionnaire.by_id[item["id"]], item, asked) for item in section["questions"]],
            }
            for section in document["sections"]
        ],
        "rules": [{"level": rule["level"], "when": rule["when"]} for rule in document.get("rules", [])],
        "checks": document.get("checks", []),
        "inherent": {
            "maximum": questionnaire.scoring.inherent_maximum,
            "unanswered": questionnaire.scoring.inherent_unanswered,
        },
        "levels": [
            {"id": level.id, "up_to": None if level.up_to is None else [*map(str, level.up_to.as_integer_ratio())]}
            for level in questionnaire.levels
        ],
        "limits": limits(),
        "about": _about(form),
        "answers": {name: answer_data(given[name]) for name in asked if name in given},
        "context": dict(_context(form, asked)),
    }


def _about(form: Form) -> dict[str, Any]:
    """Return what is known of the assessment; whoever fills in a part is somebody else, at another time."""
    about: dict[str, Any] = {**about_data(form.answers.about)}
    kept = ("classification", "reference", "revises") if form.actors else about
    return {name: about[name] for name in kept if name in about}


def limits() -> dict[str, Any]:
    """Return the bounds and patterns by which answers are checked; a pattern is one to Python and to ECMA-262 alike."""
    return {
        "format": formats.FORMAT,
        "report": REPORT_FORMAT,
        "bytes": max(MAX_ANSWERS_BYTES, MAX_REPORT_BYTES),
        "depth": formats.DEPTH,
        "values": formats.MAX_VALUES,
        "problems": MAX_PROBLEMS,
        "text": parts.MAX_TEXT,
        "number": parts.MAX_NUMBER,
        "risks": MAX_RISKS,
        "evidence": formats.MAX_EVIDENCE,
        "parts": formats.MAX_PARTS,
        "unseen": " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in RANGES),
        "date": parts.DATE_PATTERN,
        "version": formats.VERSION_PATTERN,
        "about": {name: None if name in formats.ABOUT_TEXTS else p for name, p in formats.ABOUT_PATTERNS.items()},
    }


def _question(question: Question, data: Mapping[str, Any], asked: Collection[str]) -> dict[str, Any]:
    is_asked = question.id in asked
    inherent = question.score == "inherent"
    names = (*_LOGIC, *(_POINTS if inherent else ()), *(_SHOWN if is_asked else ()))
    found = {name: data[name] for name in names if name in data}
    if "options" in data:
        options = data["options"]
        bare = not is_asked and not isinstance(options, str)
        found["options"] = [_without_words(option) for option in options] if bare else options
    if question.kind.picks_one:
        del found["type"]  # most do
    if inherent:
        found["most"] = question.highest_points
    return found if is_asked else {**found, "hidden": True}


def _without_words(option: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in option.items() if name not in ("label", "help")}


def _context(form: Form, asked: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what conditions see of the other answers: the status, what was chosen, and whether there is evidence."""
    questionnaire, given = form.questionnaire, form.answers.answers
    for question in questionnaire.questions:
        looked_at = question.score == "inherent" or question.id in questionnaire.tests_on
        if question.id in given and question.id not in asked and looked_at:
            answer = given[question.id]
            entry: dict[str, Any] = {**answer_data(Answer(answer.status, answer.value))}
            if "value" in entry and question.kind.stand_in is not None:
                risks = [item for item in answer.chosen if isinstance(item, Risk)]
                entry["value"] = [_rated(risk) for risk in risks] or _HIDDEN
            if answer.evidence:
                entry["evidence"] = [{"reference": _HIDDEN}]
            yield question.id, entry


def _rated(risk: Risk) -> dict[str, Any]:
    return {"title": _HIDDEN, "likelihood": risk.rating, "consequence": 1}
