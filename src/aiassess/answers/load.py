"""Answers from a file or from standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.answers.check import check_answers, questionnaire_id_of, with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem
from aiassess.files import MAX_ANSWERS_BYTES, read_input
from aiassess.questionnaire.catalog import builtin_names, load_questionnaire

if TYPE_CHECKING:
    from pathlib import Path

    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire


def load_answers(file: str | Path, questionnaire: Questionnaire | None = None) -> AnswerSet:
    """Return the answers in a file ("-": standard input), checked against a questionnaire.

    Without ``questionnaire`` the shipped one that the file names is used. Raises InvalidInput with every error.
    """
    return load_with_questionnaire(file, questionnaire)[0]


def load_with_questionnaire(
    file: str | Path, questionnaire: Questionnaire | None = None
) -> tuple[AnswerSet, Questionnaire]:
    """Return the answers and the questionnaire that they were checked against."""
    text, shown = read_input(str(file), MAX_ANSWERS_BYTES)
    try:
        return check_document(parse_json(text, shown), questionnaire, shown)
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, shown)) from None


def check_document(data: Any, questionnaire: Questionnaire | None, shown: str) -> tuple[AnswerSet, Questionnaire]:
    """Return an answers document's answers, checked against ``questionnaire``, else the shipped one that it names."""
    if questionnaire is None:
        questionnaire = _named(data, shown)
    return check_answers(data, questionnaire, shown), questionnaire


def _named(data: Any, shown: str) -> Questionnaire:
    """Return the shipped questionnaire that the data names; a name is never taken for a path."""
    name = questionnaire_id_of(data, shown)
    if name not in builtin_names():
        values = {"name": name, "known": builtin_names()}
        raise InvalidInput([Problem("answers_unknown_questionnaire", values, shown, path="questionnaire.id")])
    return load_questionnaire(name)
