"""Answers from any file of ours: an answers file, or a report, which wholly contains one.

The one reader for every command that takes both (score, batch, diff, explain, ``assess --answers``) and for the library.
"""

from __future__ import annotations

import dataclasses
import json
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from aiassess.answers.check import check_answers, questionnaire_id_of, with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from aiassess.errors import InvalidInput, Problem, invalid, question_at
from aiassess.files import MAX_ANSWERS_BYTES, MAX_REPORT_BYTES, decode_text, read_raw
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import builtin_names, edition_named
from aiassess.report.additions import as_made_then
from aiassess.report.build import build_report
from aiassess.report.saved import REPORT_MARK, answers_document, check_report, is_report, parse_or_tell
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aiassess.model.answers import AnswerSet
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.report.saved import SavedReport
    from aiassess.scoring.result import Assessment

    Find = Callable[[Any], Questionnaire]
    """Gives the questionnaire for an answers document; raises InvalidInput if there is none."""


def load_answers(
    source: str | Path | bytes | Mapping[str, Any], questionnaire: Questionnaire | None = None
) -> AnswerSet:
    """Return the answers in an answers file or a report, checked against a questionnaire.

    ``source`` is a path ("-": standard input), a file's content as bytes, or its content as ``json.loads`` returns it.
    Without ``questionnaire`` the shipped one that it names is used. Raises InvalidInput with every error, and for a report
    that was changed after it was made.
    """
    if isinstance(source, (str, Path)):
        document = read_document(str(source))
    elif isinstance(source, (bytes, bytearray)):
        document = parse_document(bytes(source), "<bytes>")
    elif isinstance(source, dict):
        parse_json(json.dumps(source), "<dict>")  # refuses what no file could hold, such as NaN
        document = Document(source, "<dict>")
    else:
        what = type(source).__name__
        raise TypeError(f"load_answers takes a path, a file's content as bytes, or a dict; not {what}")
    return document.answers(finder(questionnaire))[0]


def read_document(file: str) -> Document:
    """Return the document in a file ("-": standard input); raises as ``parse_document``, and if it cannot be read."""
    return parse_document(*read_raw(file, MAX_REPORT_BYTES))


def parse_document(raw: bytes, shown: str) -> Document:
    """Return the document that bytes write; raises InvalidInput that says what they are if they are neither kind."""
    text = decode_text(raw, shown, MAX_REPORT_BYTES if REPORT_MARK in raw else MAX_ANSWERS_BYTES)
    return Document(parse_or_tell(text, shown, "answers"), shown, text)


def finder(questionnaire: Questionnaire | None) -> Find:
    """Return what gives the questionnaire given, else the shipped edition that a document names; a name is never a path."""

    def find(document: Any) -> Questionnaire:
        if questionnaire is not None:
            return questionnaire
        name = questionnaire_id_of(document, "")
        if name not in builtin_names():
            values = {"name": name, "known": builtin_names()}
            raise InvalidInput([Problem("answers_unknown_questionnaire", values, path="questionnaire.id")])
        return load_questionnaire(edition_named(name, document["questionnaire"].get("version")))

    return find


_List = Literal["answers", "inactive"]
_ANSWERS: tuple[_List, ...] = get_args(_List)


class Document:
    """An answers file or a report, parsed but not yet checked: for that a questionnaire is needed.

    Whatever is wrong is told with the place in the file, if its ``text`` is known.
    """

    def __init__(self, data: Any, shown: str, text: str | None = None) -> None:
        self.shown = shown
        self.is_report = is_report(data)
        self._data = data
        self._text = text

    @cached_property
    def report(self) -> SavedReport:
        """The report that the file is. Raises InvalidInput if it has not the shape of one."""
        with self.places():
            return check_report(self._data, self.shown)

    @cached_property
    def contained(self) -> Any:
        """The answers document. Raises InvalidInput if a report that should contain it is damaged or was changed."""
        if not self.is_report:
            return self._data
        if self.report.changed:
            raise invalid("report_changed_score", file=self.shown)
        if len(self._paths) < sum(len(self.report.data[name]) for name in _ANSWERS):
            raise invalid("report_answers_twice", file=self.shown)
        return answers_document(self.report.data)

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Where in a report each answer is, by its question."""
        lists = [(name, place, item) for name in _ANSWERS for place, item in enumerate(self.report.data[name])]
        return {item["question"]: f"{name}[{place}]" for name, place, item in lists}

    def _made_with(self, document: Any) -> Any:
        """Return the answers document as it is to be found a questionnaire: a report's names the edition that made it.

        Its answers may have been given to an earlier version.
        """
        if not self.is_report:
            return document
        made = self._data["questionnaire"]
        return {**document, "questionnaire": {"id": made["id"], "version": made["version"]}}

    def answers(self, find: Find) -> tuple[AnswerSet, Questionnaire]:
        """Return the checked answers and the questionnaire that they go with."""
        with self.places():
            questionnaire = find(self._made_with(self.contained))
            return check_answers(self.contained, questionnaire, self.shown), questionnaire

    def assess(self, find: Find) -> tuple[Assessment, str | None]:
        """Return the assessment, scored anew, and the language of a report, if the questionnaire has it."""
        made = self._as_made(find) if self.is_report else None
        if made is not None:
            return made, self._data["questionnaire"]["language"]
        answers, questionnaire = self.answers(find)
        language = self.report.data["questionnaire"]["language"] if self.is_report else None
        return score(questionnaire, answers), language if language in questionnaire.languages else None

    def _as_made(self, find: Find) -> Assessment | None:
        """Return the assessment of a report that is just what its answers give: its shape and digest need no check then.

        That takes a third of the time that its schema takes.
        """
        try:
            document = answers_document(self._data)
            questionnaire = find(self._made_with(document))
            assessment = score(questionnaire, check_answers(document, questionnaire, self.shown))
            report = build_report(assessment, self._data["questionnaire"]["language"])
            return assessment if to_json(as_made_then(report, self._data)) == to_json(self._data) else None
        except (InvalidInput, KeyError, TypeError, AttributeError, ValueError):
            return None  # it has not the shape of a report, was changed, or holds a number that none can hold (1e400)

    @contextmanager
    def places(self) -> Iterator[None]:
        """While open, whatever is wrong with the document is told with its line and column."""
        try:
            yield
        except InvalidInput as error:
            problems = tuple(self._placed(problem) for problem in error.problems)
            raise InvalidInput(with_lines(problems, self._text or "", self.shown) if self._text else problems) from None

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem of the answers in a report with its path in the report."""
        problem = dataclasses.replace(problem, file=problem.file or self.shown)
        path = problem.path or ""
        if "contained" not in self.__dict__ or not self.is_report:  # then the report itself is wrong
            return problem
        if path == "questionnaire.version":
            return dataclasses.replace(problem, path="questionnaire.answered_version")
        start = f"answers.{question_at(path)}"
        return dataclasses.replace(
            problem, path=path.replace(start, self._paths.get(question_at(path) or "", start), 1)
        )
