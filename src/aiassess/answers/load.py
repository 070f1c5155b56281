"""Answers from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from aiassess.answers.check import check_answers, questionnaire_id_of, with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem
from aiassess.files import MAX_ANSWERS_BYTES, decode_text, read_text
from aiassess.questionnaire.catalog import builtin_names, load_questionnaire

if TYPE_CHECKING:
    from io import BufferedReader

    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire

STDIN = "-"


def load_answers(file: str | Path, questionnaire: Questionnaire | None = None) -> AnswerSet:
    """Return the answers in a file ("-": standard input), checked against a questionnaire.

    Without ``questionnaire`` the shipped one that the file names is used. Raises InvalidInput with every error.
    """
    return load_with_questionnaire(file, questionnaire)[0]


def load_with_questionnaire(
    file: str | Path, questionnaire: Questionnaire | None = None
) -> tuple[AnswerSet, Questionnaire]:
    """Return the answers and the questionnaire that they were checked against."""
    text, shown = _read(str(file))
    try:
        data = parse_json(text, shown)
        if questionnaire is None:
            questionnaire = _named(data, shown)
        return check_answers(data, questionnaire, shown), questionnaire
    except InvalidInput as error:
        raise InvalidInput(with_lines(error.problems, text, shown)) from None


def _read(file: str) -> tuple[str, str]:
    if file == STDIN:
        shown = "<stdin>"
        return decode_text(_read_stdin(MAX_ANSWERS_BYTES + 1), shown, MAX_ANSWERS_BYTES), shown
    return read_text(Path(file), file, MAX_ANSWERS_BYTES), file


def _read_stdin(limit: int) -> bytes:
    """Read by the piece: one long read would not notice a Ctrl-C that comes between two reads of the system's."""
    stream = cast("BufferedReader", sys.stdin.buffer)
    raw = bytearray()
    while len(raw) < limit and (piece := stream.read1(min(65_536, limit - len(raw)))):
        raw += piece
    return bytes(raw)


def _named(data: Any, shown: str) -> Questionnaire:
    """Return the shipped questionnaire that the data names; a name is never taken for a path."""
    name = questionnaire_id_of(data, shown)
    if name not in builtin_names():
        values = {"name": name, "known": builtin_names()}
        raise InvalidInput([Problem("answers_unknown_questionnaire", values, shown, path="questionnaire.id")])
    return load_questionnaire(name)
