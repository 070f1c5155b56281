"""What ``aiassess merge`` lists as JSON has it: ``schemas/conflicts.schema.json`` (docs/merge.md#json)."""

from typing import Literal, TypedDict

from aiassess.merge.about import AboutConflictField
from aiassess.report.types import BesideData, GivenData, QuestionData, ToolData
from aiassess.scoring.result import Status, Verdict

FORMAT: Literal["aiassess.conflicts/1"] = "aiassess.conflicts/1"
Differing = Literal["answer", "note", "evidence"]


class SourceData(TypedDict):
    file: str
    assessor: str | None
    digest: str


class OutcomeData(TypedDict):
    level: str
    level_title: str
    verdict: Verdict
    status: Status


class AnsweredData(GivenData, BesideData):
    text: str
    """All of it in words, on one line."""


class ChoiceData(OutcomeData):
    files: list[str]
    answer: AnsweredData


class ConflictData(QuestionData):
    section: str
    differing: list[Differing]
    choices: list[ChoiceData]


class AboutChoiceData(TypedDict):
    value: str
    files: list[str]


class AboutConflictData(TypedDict):
    field: AboutConflictField
    choices: list[AboutChoiceData]


class PreferringData(OutcomeData):
    file: str
    left: int


class EditionNamed(TypedDict):
    id: str
    version: str


class ConflictsData(TypedDict):
    format: Literal["aiassess.conflicts/1"]
    tool: ToolData
    language: str
    questionnaire: EditionNamed
    files: list[SourceData]
    about: list[AboutConflictData]
    conflicts: list[ConflictData]
    preferring: list[PreferringData]
