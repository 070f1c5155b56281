"""Plain data to answers, every error collected with its place (docs/answers-format.md).

``values.py`` checks one answer; this module the file around it. ``json_schema.py`` says the same as a JSON Schema; a test
holds that both accept and refuse the same files.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from aiassess.answers import formats
from aiassess.answers.blank import without_blanks
from aiassess.answers.values import check_answer
from aiassess.errors import Complaints, InvalidInput, Problem, nearest
from aiassess.kinds.parts import MAX_TEXT, read_records, read_text
from aiassess.model.answers import About, Answer, AnswerSet, Part
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.shipped import edition_for
from aiassess.recognize import kind_of, wrong_file

_PATTERNS = {name: re.compile(pattern) for name, pattern in formats.ABOUT_PATTERNS.items()}
_VERSION = re.compile(formats.VERSION_PATTERN)
_SUGGEST_UP_TO = 50
"""Beyond this many problems no likely names are suggested: it takes time, and no one reads that far."""


def questionnaire_named_in(data: Any) -> dict[str, Any]:
    """Return what an answers document says of its questionnaire, unchecked; {} if it says nothing of that shape."""
    named = data.get("questionnaire") if isinstance(data, dict) else None
    return named if isinstance(named, dict) else {}


def questionnaire_id_of(data: Any, shown: str) -> str:
    """Return the id of the questionnaire that an answers document names; raises InvalidInput if it names none."""
    complaints = Complaints(shown)
    _check_format(data, complaints)
    name = questionnaire_named_in(data).get("id")
    if not complaints.problems and not isinstance(name, str):
        complaints.add("answers_questionnaire", "questionnaire.id")
    if complaints.problems:
        raise InvalidInput(complaints.problems)
    return str(name)


def edition_of(document: Any, known: Mapping[str, Iterable[str]]) -> tuple[str, str]:
    """Return the id and the version of the edition that an answers document goes with (``edition_for``).

    ``known``: the versions at hand, by id. Raises InvalidInput if it names an unknown questionnaire; whether the version fits
    is for checking the answers to say.
    """
    name = questionnaire_id_of(document, "")
    if name not in known:
        values = {"name": name, "known": sorted(known)}
        raise InvalidInput([Problem("answers_unknown_questionnaire", values, path="questionnaire.id")])
    return name, edition_for(document["questionnaire"].get("version"), known[name])


def check_answers(data: Any, questionnaire: Questionnaire, shown: str) -> AnswerSet:
    """Return the answers that plain data writes for this questionnaire.

    Raises InvalidInput with every error: unknown keys, questions and options, wrong types, numbers out of range, another
    questionnaire or major version. Nothing is guessed, and only blanks are dropped.
    """
    complaints = Complaints(shown)
    _check_format(data, complaints)
    if complaints.problems:
        raise InvalidInput(complaints.problems)
    data = without_blanks(data, questionnaire)
    complaints.unknown_keys(data, ("$schema", "format", "questionnaire", "about", "answers"), "")
    if not isinstance(data.get("$schema", ""), str):
        complaints.wrong_type("$schema", data["$schema"], "string")
    version = _check_questionnaire(data.get("questionnaire"), questionnaire, complaints)
    about = _check_about(data.get("about", {}), complaints)
    answers: dict[str, Answer] = {}
    actors = [actor.id for actor in questionnaire.actors]
    if "answers" not in data:
        complaints.add("json_required", "", name="answers")
    elif not isinstance(data["answers"], dict):
        complaints.wrong_type("answers", data["answers"], "object")
    else:
        for name, item in data["answers"].items():
            question = questionnaire.by_id.get(name)
            if question is None:
                near = nearest(name, questionnaire.by_id) if len(complaints.problems) < _SUGGEST_UP_TO else None
                code = "unknown_question_near" if near else "unknown_question"
                complaints.add(code, f"answers.{name}", id=name, near=near)
                continue
            answer = check_answer(question, item, f"answers.{name}", complaints, actors)
            if answer is not None:
                answers[name] = answer
    if complaints.problems:
        raise InvalidInput(complaints.problems)
    return AnswerSet(questionnaire.id, version, about, answers)


def _check_format(data: Any, complaints: Complaints) -> None:
    kind = kind_of(data)
    if kind is not None and kind not in ("answers", "report"):
        problem = wrong_file(kind, "answers")
        complaints.add(problem.code, "", **problem.values)
        return
    if not isinstance(data, dict):
        complaints.wrong_type("", data, "object")
        return
    found = data.get("format")
    if found == formats.FORMAT:
        return
    match = formats.FORMAT_NUMBER.match(found) if isinstance(found, str) else None
    if match and int(match.group(1)) > 1:
        complaints.add("newer_format", "format", found=found, known=formats.FORMAT)
    elif found is None:
        complaints.add("answers_no_format", "", known=formats.FORMAT)
    else:
        complaints.add("answers_format", "format", found=found, known=formats.FORMAT)


def _check_questionnaire(data: Any, questionnaire: Questionnaire, complaints: Complaints) -> str:
    if not isinstance(data, dict):
        complaints.wrong_type("questionnaire", data, "object")
        return ""
    complaints.unknown_keys(data, ("id", "version"), "questionnaire")
    name, version = data.get("id"), data.get("version")
    if name != questionnaire.id:
        complaints.add("other_questionnaire", "questionnaire.id", found=name, expected=questionnaire.id)
    if not isinstance(version, str) or not _VERSION.search(version):
        complaints.add("answers_version", "questionnaire.version", found=version, expected=questionnaire.version)
        return ""
    major = questionnaire.version.split(".")[0]
    if int(version.split(".")[0]) != int(major):
        complaints.add(
            "other_major_version", "questionnaire.version", found=version, expected=questionnaire.version, major=major
        )
    return version


def _check_about(data: Any, complaints: Complaints) -> About:
    if not isinstance(data, dict):
        complaints.wrong_type("about", data, "object")
        return About()
    complaints.unknown_keys(data, (*formats.ABOUT_FIELDS, "parts"), "about")
    parts = _check_parts(data["parts"], complaints) if "parts" in data else ()
    values: dict[str, str] = {}
    for name, pattern in _PATTERNS.items():
        value = data.get(name)
        if value is None:
            continue
        path = f"about.{name}"
        if not isinstance(value, str):
            complaints.wrong_type(path, value, "string")
        elif len(value) > MAX_TEXT:
            complaints.add("text_too_long", path, limit=MAX_TEXT, length=len(value))
        elif not pattern.search(value):
            complaints.add(f"about_{name}", path, found=value)
        else:
            values[name] = value
    return About(**values, parts=parts)


def _check_parts(data: Any, complaints: Complaints) -> tuple[Part, ...]:
    found = []
    for here, item in read_records(
        data, "about.parts", complaints, fields=formats.PART_FIELDS, needed=("digest",), most=formats.MAX_PARTS
    ):
        names = {
            name: read_text(item[name], f"{here}.{name}", complaints) for name in ("file", "assessor") if name in item
        }
        digest = item.get("digest")
        if not isinstance(digest, str):
            if digest is not None:
                complaints.wrong_type(f"{here}.digest", digest, "string")
        elif not _PATTERNS["revises"].search(digest):
            complaints.add("about_revises", f"{here}.digest", found=digest)
        else:
            found.append(Part(digest, **names))
    return tuple(found)
