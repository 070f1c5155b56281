"""An answers file as JSON has it, once it is checked: ``schemas/answers.schema.json`` (docs/answers-format.md)."""

from typing import Literal, NotRequired, TypedDict

from aiassess.model.answers import AnswerStatus, ValueData


class PartData(TypedDict):
    file: NotRequired[str]
    assessor: NotRequired[str]
    digest: str


class AboutData(TypedDict, total=False):
    assessor: str
    started_at: str
    completed_at: str
    language: str
    classification: str
    reference: str
    revises: str
    parts: list[PartData]


class EvidenceData(TypedDict):
    reference: str
    date: NotRequired[str]


class RiskData(TypedDict):
    title: str
    likelihood: int
    consequence: int
    treatment: NotRequired[str]
    residual_likelihood: NotRequired[int]
    residual_consequence: NotRequired[int]
    owner: NotRequired[str]
    due: NotRequired[str]


# Names which no class can have as attributes.
_WhoseData = TypedDict("_WhoseData", {"for": str, "from": list[str]}, total=False)


class EntryData(_WhoseData, total=False):
    """An answer in its long form; empty for a blank one."""

    value: ValueData
    status: AnswerStatus
    note: str
    evidence: list[EvidenceData]
    confirmed: Literal[False]


class NamedEdition(TypedDict):
    id: str
    version: str


class AnswersFile(TypedDict):
    format: str
    questionnaire: NamedEdition
    about: AboutData
    answers: dict[str, EntryData]
