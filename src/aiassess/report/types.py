"""A report as JSON has it: ``schemas/report.schema.json``, to which a test holds these types (docs/report-format.md).

What earlier versions did not write is not required; ``additions.completed`` adds it.
"""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict, TypeVar, cast

from aiassess.answers.types import AboutData, EvidenceData, NamedEdition, RiskData
from aiassess.model.answers import AnswerStatus, ValueData
from aiassess.model.levels import LevelFrom, ScoreKind
from aiassess.model.questionnaire import Severity, Standing
from aiassess.scoring.result import Status, Verdict

T = TypeVar("T")

Label = str | list[str] | None
"""A value in words; None if the value says it itself, or there is none."""


def part(kind: type[T], whole: Mapping[str, object]) -> T:
    """Return the fields that a TypedDict has, in its order, of a larger one that has them all."""
    return cast("T", {name: whole[name] for name in kind.__annotations__})


class ToolData(TypedDict):
    name: Literal["aiassess"]
    version: str


class EditionData(NamedEdition):
    digest: str
    status: Standing
    language: str
    title: str
    statement: str


class AnsweredEditionData(EditionData):
    answered_version: str


class SubjectData(TypedDict):
    system: str | None
    agency: str | None


class AboutReportData(SubjectData, AboutData):
    assesses: NotRequired[str]
    purpose: NotRequired[str | None]
    phase: NotRequired[str | None]


# The result


class PointsData(TypedDict):
    points: int
    maximum: int


class ScoreData(PointsData):
    percent: float | None


class ReasonData(TypedDict):
    kind: Literal["points", "rule"]
    rule: str | None
    level: str
    decided: bool
    certain: NotRequired[bool]
    text: str
    title: NotRequired[str | None]


class OpenRuleData(TypedDict):
    rule: str
    questions: list[str]
    text: str


class ShortfallData(TypedDict):
    principle: str | None
    asked_percent: float
    reached_percent: float
    text: str


class CreditData(TypedDict):
    percent: float
    blocked_by: list[str]


class ReassessData(TypedDict):
    months: int | None
    due: str | None


class ResultData(TypedDict):
    level: str
    level_title: str
    level_range: list[str]
    level_range_titles: list[str]
    level_settled: NotRequired[bool]
    level_from: NotRequired[LevelFrom]
    status: Status
    verdict: Verdict
    reasons: list[ReasonData]
    held_above_controls: bool
    best_level_by_controls: str
    best_level_by_controls_title: str
    undetermined_by: list[OpenRuleData]
    shortfalls: list[ShortfallData]
    inherent: ScoreData
    controls: ScoreData
    residual: ScoreData
    credit: CreditData
    approval: str | None
    reassess: ReassessData


# Sums


class Named(TypedDict):
    id: str
    title: str


class Answered(TypedDict):
    answered: int
    applicable: int


class TagScore(ScoreData, Answered):
    pass


class TagData(Named, TagScore):
    pass


class DimensionsData(TypedDict):
    principles: list[TagData]
    actors: list[TagData]


class SectionCounts(Answered):
    inherent: PointsData
    controls: PointsData


class SectionData(Named, SectionCounts):
    pass


# What to do


class FindingFacts(TypedDict):
    id: str
    question: str
    ref: str | None
    severity: Severity
    text: str
    action: str
    actor: str | None
    actor_title: str | None


class FindingData(FindingFacts):
    points_won: int


class RatedRiskData(RiskData):
    question: str
    inherent_rating: int
    rating: int


# Questions and their answers


class QuestionData(TypedDict):
    question: str
    ref: str | None
    text: str


class GivenData(TypedDict):
    status: AnswerStatus
    value: ValueData
    label: Label


_WhoseData = TypedDict("_WhoseData", {"for": NotRequired[str], "from": NotRequired[list[str]]})


class BesideData(_WhoseData):
    note: str | None
    evidence: list[EvidenceData]
    confirmed: NotRequired[Literal[False]]


class MarkedData(TypedDict):
    public: NotRequired[Literal[True]]
    classified: NotRequired[Literal[True]]


class InactiveData(QuestionData, GivenData, BesideData, MarkedData):
    pass


class AnswerData(InactiveData):
    section: str
    score: ScoreKind | None
    points: int
    maximum: int


class ListedData(QuestionData):
    section: str
    section_title: str


WaitingTitled = TypedDict("WaitingTitled", {"for": NotRequired[str], "for_title": NotRequired[str]})


class MissingData(ListedData, WaitingTitled):
    status: Literal["unanswered", "unsure"]


class UnconfirmedData(ListedData):
    status: Literal["answered", "not_applicable"]


class UnevidencedData(ListedData):
    status: Literal["answered"]
    label: Label
    points: int
    points_with_evidence: int
    maximum: int


class ContradictionData(TypedDict):
    id: str
    text: str


# Frameworks that questions are mapped to


class FrameworkData(TypedDict):
    """``references``: each with the ids of the questions that are mapped to it, divided by spaces."""

    id: str
    title: str
    references: dict[str, str]


class MappedData(TypedDict):
    crosswalk: NotRequired[list[FrameworkData]]


ToLookAt = Literal["missing", "contradictions", "unconfirmed", "unevidenced"]
"""A list of a report whose entries somebody must still look at."""


class Report(TypedDict):
    format: Literal["aiassess.report/1"]
    tool: ToolData
    questionnaire: AnsweredEditionData
    about: AboutReportData
    result: ResultData
    dimensions: DimensionsData
    sections: list[SectionData]
    findings: list[FindingData]
    obligations: list[str]
    risks: list[RatedRiskData]
    answers: list[AnswerData]
    missing: list[MissingData]
    contradictions: NotRequired[list[ContradictionData]]
    unconfirmed: NotRequired[list[UnconfirmedData]]
    unevidenced: NotRequired[list[UnevidencedData]]
    inactive: list[InactiveData]
    crosswalk: NotRequired[list[FrameworkData]]
    digest: str
