"""Any file of ours, an answers file or a report, with its questionnaire, answers, assessment and report.

The one reader for every command that takes either, and for the library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from aiassess.answers.check import check_answers, edition_of
from aiassess.answers.places import way_to, with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem, invalid, question_at
from aiassess.files import MAX_ANSWERS_BYTES, MAX_REPORT_BYTES, OLD_OFFICE, ZIP, decode_text, read_input, read_raw
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_files
from aiassess.recognize import Expected, kind_of_text, wrong_file
from aiassess.report.additions import as_made_then
from aiassess.report.build import build_report
from aiassess.report.saved import REPORT_MARK, SavedReport, answers_document, check_report, is_report
from aiassess.scoring.assess import score
from aiassess.scoring.result import Assessment

if TYPE_CHECKING:
    from aiassess.answers.workbook import Filled
    from aiassess.report.types import Report

    Find = Callable[[Any], Questionnaire]
    """Gives the questionnaire for an answers document; raises InvalidInput if there is none."""

_List = Literal["answers", "inactive"]
_LISTS: tuple[_List, ...] = get_args(_List)


def load_answers(
    source: str | Path | bytes | Mapping[str, Any], questionnaire: Questionnaire | None = None
) -> AnswerSet:
    """Return the answers in an answers file or a report, checked against a questionnaire.

    ``source`` is a path ("-": standard input), a file's content as bytes, or its content as ``json.loads`` returns it.
    Without ``questionnaire`` the shipped one that it names is used. Raises InvalidInput with every error, and for a report
    that was changed after it was made.
    """
    find = finder(questionnaire)
    if isinstance(source, (str, Path)):
        document = read_document(str(source), find)
    elif isinstance(source, (bytes, bytearray)):
        document = parse_document(bytes(source), "<bytes>", find)
    elif isinstance(source, dict):
        parse_json(json.dumps(source), "<dict>")  # refuses what no file could hold, such as NaN
        document = Document(source, "<dict>", find=find)
    else:
        what = type(source).__name__
        raise TypeError(f"load_answers takes a path, a file's content as bytes, or a dict; not {what}")
    return document.answers


def read_document(file: str, find: Find | None = None) -> Document:
    """Return the document in a file ("-": standard input); raises as ``parse_document``, and if it cannot be read."""
    return parse_document(*read_raw(file, MAX_REPORT_BYTES), find)


def parse_document(raw: bytes, shown: str, find: Find | None = None) -> Document:
    """Return the document that bytes write; raises InvalidInput that says what they are if they are neither kind.

    ``find``: by default the shipped edition that it names is taken.
    """
    if raw.startswith((ZIP, OLD_OFFICE)):
        return _filled_form(raw, shown, find or finder(None))
    text = decode_text(raw, shown, MAX_REPORT_BYTES if REPORT_MARK in raw else MAX_ANSWERS_BYTES)
    return Document(parse_or_tell(text, shown, "answers"), shown, text, find)


def _filled_form(raw: bytes, shown: str, find: Find) -> Document:
    """Return the answers in a filled form; raises InvalidInput with all that is wrong with it, cell by cell."""
    from aiassess.answers.workbook import read_workbook  # noqa: PLC0415 - needed for workbooks alone

    if len(raw) > MAX_ANSWERS_BYTES:
        raise invalid("too_large", file=shown, limit_mb=MAX_ANSWERS_BYTES // 1_000_000)

    def document_of(filled: Filled) -> Document:
        return Document(filled.data, shown, find=find, cells=filled.cells)

    filled = read_workbook(raw, shown, lambda begun: document_of(begun).questionnaire)
    document = document_of(filled)
    if not filled.problems:
        return document
    problems = filled.problems
    try:
        _ = document.answers
    except InvalidInput as error:
        problems = [*problems, *error.problems]
    raise InvalidInput(problems)


def load_report(file: str) -> SavedReport:
    """Return the report in a file ("-": standard input).

    Raises InvalidInput if it cannot be read or does not have the shape of ``schemas/report.schema.json``. It is not
    an error if it was changed by hand: see ``SavedReport.changed``.
    """
    return parse_report(*read_input(file, MAX_REPORT_BYTES))


def parse_report(text: str, shown: str) -> SavedReport:
    """Return the report that a text writes; raises InvalidInput as ``load_report`` does."""
    return Document(parse_or_tell(text, shown, "report"), shown, text).saved


def parse_or_tell(text: str, shown: str, expected: Expected) -> Any:
    """Return the value that a JSON text writes; raises InvalidInput, which says so if the text is another file of ours."""
    try:
        return parse_json(text, shown)
    except InvalidInput as error:
        kind = kind_of_text(text) if error.problems[0].code == "json_syntax" else None
        raise (InvalidInput([wrong_file(kind, expected, shown)]) if kind else error) from None


def finder(questionnaire: Questionnaire | None, load: Callable[[str], Questionnaire] = load_questionnaire) -> Find:
    """Return a function that gives this questionnaire, else the shipped edition that a document names, never by a path."""

    def find(document: Any) -> Questionnaire:
        if questionnaire is not None:
            return questionnaire
        name, version = edition_of(document, edition_files())
        return load(f"{name}@{version}")

    return find


class Document:
    """An answers file or a report, with all that belongs to it, each worked out when it is first asked for.

    Whatever is wrong is raised then, as InvalidInput, with its place in the file if the ``text`` is known.
    """

    def __init__(
        self,
        data: Any,
        shown: str,
        text: str | None = None,
        find: Find | None = None,
        cells: Mapping[str, str] | None = None,
    ) -> None:
        """``cells``: the cells of a workbook by path, if the document came from one."""
        self.shown = shown
        self.is_report = is_report(data)
        self.text = text.replace("\r\n", "\n") if text else None
        self.data = data
        self.find = find or finder(None)
        self.cells = cells

    @cached_property
    def saved(self) -> SavedReport:
        """The report that the file is, its shape checked. A change by hand is not an error."""
        with self.places():
            return replace(check_report(self.data, self.shown), text=self.text)

    @cached_property
    def contained(self) -> Any:
        """The answers file, unchecked. Raises InvalidInput if a report that should contain it is damaged or was changed."""
        if not self.is_report:
            return self.data
        with self.places():
            if self.saved.changed:
                raise invalid("report_changed_score", file=self.shown)
            if len(self._paths) < sum(len(self.saved.data[name]) for name in _LISTS):
                raise invalid("report_answers_twice", file=self.shown)
            return answers_document(self.saved.data)

    @cached_property
    def questionnaire(self) -> Questionnaire:
        contained = self._made_with(self.contained)
        with self.places():
            return self.find(contained)

    @cached_property
    def answers(self) -> AnswerSet:
        """The answers, checked against the questionnaire."""
        return self.answers_to(self.questionnaire)

    def answers_to(self, questionnaire: Questionnaire) -> AnswerSet:
        """Return the answers, checked against any edition of the questionnaire."""
        with self.places():
            return check_answers(self.contained, questionnaire, self.shown)

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment, scored anew."""
        if "saved" not in self.__dict__ and self.made:
            return self.made
        return score(self.questionnaire, self.answers)

    @cached_property
    def language(self) -> str | None:
        """The language of a report, if the questionnaire has it."""
        language = self.data["questionnaire"]["language"] if self.is_report else None
        return language if language in self.assessment.questionnaire.languages else None

    @cached_property
    def report(self) -> Report:
        """The report as the file has it, even if it was changed; of an answers file, the one that it gives."""
        return self.saved.data if self.is_report else build_report(self.assessment)

    @cached_property
    def made(self) -> Assessment | None:
        """The assessment that a report's answers give, if it is their report, word for word: it then needs no other check.

        This takes a third of the time that the schema takes.
        """
        if not self.is_report:
            return None
        try:
            contained = answers_document(self.data)
            questionnaire = self.find(self._made_with(contained))
            assessment = score(questionnaire, check_answers(contained, questionnaire, self.shown))
            report = as_made_then(build_report(assessment, self.data["questionnaire"]["language"]), self.data)
            return assessment if json.dumps(report) == json.dumps(self.data) else None
        except (InvalidInput, KeyError, TypeError, AttributeError, ValueError):
            return None  # not the shape of a report, changed, or with a number that none can hold (1e400)

    @cached_property
    def _paths(self) -> dict[str, str]:
        """The place of each answer in a report, by its question."""
        lists = [(name, place, item) for name in _LISTS for place, item in enumerate(self.saved.data[name])]
        return {item["question"]: f"{name}[{place}]" for name, place, item in lists}

    def _made_with(self, contained: Any) -> Any:
        """Return the answers file to find a questionnaire for: a report's names the edition that it was made with.

        Its answers may have been given to an earlier version.
        """
        return {**contained, "questionnaire": self.data["questionnaire"]} if self.is_report else contained

    @contextmanager
    def places(self) -> Iterator[None]:
        """While open, add line and column to whatever is found wrong with the document."""
        try:
            yield
        except InvalidInput as error:
            problems = tuple(self._placed(problem) for problem in error.problems)
            raise InvalidInput(with_lines(problems, self.text, self.shown) if self.text else problems) from None

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem of the answers in a report with its path in the report."""
        problem = replace(problem, file=problem.file or self.shown)
        path = problem.path or ""
        if self.cells is not None:
            return replace(
                problem, path=next((self.cells[step] for step in way_to(path) if step in self.cells), path or None)
            )
        if "contained" not in self.__dict__ or not self.is_report:  # then the report itself is wrong
            return problem
        if path == "questionnaire.version":
            return replace(problem, path="questionnaire.answered_version")
        start = f"answers.{question_at(path)}"
        return replace(problem, path=path.replace(start, self._paths.get(question_at(path) or "", start), 1))
