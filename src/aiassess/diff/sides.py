"""What is compared: two reports, and what editions at hand give for their answers, scored once."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from aiassess.answers.carry import Dropped, carry_over
from aiassess.answers.check import check_answers
from aiassess.answers.types import AnswersFile
from aiassess.errors import InvalidInput, invalid
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.editions import Editions
from aiassess.report.additions import completed
from aiassess.report.build import build_report
from aiassess.report.documents import finder, read_document
from aiassess.report.saved import answers_document
from aiassess.report.types import Report
from aiassess.scoring.assess import score
from aiassess.scoring.result import Assessment


class Scored:
    """Answers that an edition takes, and its reports of them, each made when it is first asked for."""

    def __init__(self, edition: Questionnaire, answers: AnswerSet) -> None:
        self.edition, self.answers = edition, answers
        self._reports: dict[str, Report] = {}

    @cached_property
    def assessment(self) -> Assessment:
        return score(self.edition, self.answers)

    def report(self, language: str) -> Report:
        if language not in self._reports:
            self._reports[language] = build_report(self.assessment, language)
        return self._reports[language]


class Side:
    """A report to compare; ``edited``: it was changed by hand, ``file``: its file's name for messages.

    ``made``: the assessment that it was just made from; it need not be scored again.
    """

    def __init__(self, report: Report, *, file: str = "", edited: bool = False, made: Assessment | None = None) -> None:
        self.report: Report = completed(_normal(report))
        self.file, self.edited = file, edited
        self.edition: Questionnaire | None = None
        """The questionnaire with the report's digest, if it is at hand."""
        if made:
            self.edition, self.reproduced = made.questionnaire, True
            self.scored = Scored(made.questionnaire, made.answers)
            self.scored.assessment = made

    @property
    def language(self) -> str:
        return self.report["questionnaire"]["language"]

    def find_edition(self, editions: Iterable[Questionnaire]) -> None:
        digest = self.report["questionnaire"]["digest"]
        self.edition = self.edition or next((item for item in editions if item.digest == digest), None)

    @cached_property
    def scored(self) -> Scored | None:
        """The answers scored with the report's own edition; None if that is not at hand or does not take them."""
        if self.edition is None:
            return None
        for document in (answers_document(self.report), self._bare()):
            try:
                return Scored(self.edition, check_answers(document, self.edition, ""))
            except InvalidInput:
                continue
        return None

    @cached_property
    def reproduced(self) -> bool:
        """Whether the answers, scored with the report's own edition, give this very report."""
        if self.scored is None:
            return False
        found = self.scored.report(self.language)
        return {**found, "tool": self.report["tool"], "digest": self.report["digest"]} == self.report

    def in_language(self, language: str) -> Report:
        """Return the report in another language, rebuilt from its own answers.

        It stays as it is if its edition is not at hand, does not have that language, or does not give this very report:
        edits made by hand must stay visible.
        """
        if self.edition is None or language == self.language:
            return self.report
        if not {language, self.language} <= {*self.edition.languages} or not (self.scored and self.reproduced):
            return self.report
        return {**self.scored.report(language), "tool": self.report["tool"], "digest": self.report["digest"]}

    def scored_with(self, edition: Questionnaire) -> tuple[Scored, tuple[Dropped, ...]]:
        """Return the answers scored with another edition, as far as it takes them, and those that it does not take.

        Raises InvalidInput if it takes none (docs/diff-format.md#whose-change-it-is).
        """
        if self.scored and self.scored.edition is edition:
            return self.scored, ()
        answers, carried = carry_over(self._bare(), edition, "", any_major=True, earlier=self.edition)
        return Scored(edition, answers), carried.dropped

    def _bare(self) -> AnswersFile:
        """Return the report's answers without what is said about them, which no score depends on."""
        return {**answers_document(self.report), "about": {}}


def load_side(file: str, questionnaire: Questionnaire | None, editions: Editions) -> Side:
    """Return the report in a file ("-": standard input), or the report that the answers in it give.

    Answers are scored with ``questionnaire``, by default with the shipped one that they name. Raises InvalidInput if the file
    cannot be read, is neither, or does not go with the questionnaire given.
    """
    document = read_document(file, finder(questionnaire, editions.load))
    named = document.report["questionnaire"]["id"]
    if questionnaire and named != questionnaire.id:
        raise invalid("other_questionnaire", file=document.shown, found=named, expected=questionnaire.id)
    if document.is_report:
        return Side(document.report, file=document.shown, edited=document.saved.changed)
    return Side(document.report, file=document.shown, made=document.assessment)


def _normal(data: Any) -> Any:
    """Return JSON data with whole numbers written as such: 3.0 is 3, as in RFC 8785."""
    if isinstance(data, dict):
        return {name: _normal(item) for name, item in data.items()}
    if isinstance(data, list):
        return [_normal(item) for item in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data
