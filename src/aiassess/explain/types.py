"""An explanation as JSON has it: ``schemas/explanation.schema.json``, to which a test holds these types (docs/explain.md)."""

from typing import Literal, TypedDict

from aiassess.model.answers import AnswerStatus
from aiassess.model.levels import LevelFrom, ScoreKind
from aiassess.model.questionnaire import Severity
from aiassess.report import types as r
from aiassess.scoring.result import Status, Verdict


class ResultFacts(TypedDict):
    level: str
    level_title: str
    status: Status
    verdict: Verdict
    reasons: list[r.ReasonData]
    inherent: r.ScoreData
    controls: r.ScoreData
    residual: r.ScoreData
    credit: r.CreditData
    level_from: LevelFrom
    level_range: list[str]
    level_settled: bool


class ExplainedResultData(ResultFacts):
    held_by: list[str]


class OpenData(TypedDict):
    missing: list[str]
    unconfirmed: list[str]


# Questions


class AsAnsweredData(r.QuestionData):
    applies: bool
    status: AnswerStatus
    label: r.Label
    unevidenced: bool


class CostData(AsAnsweredData, r.PointsData):
    weight: int
    cost: int
    share_percent: float


class CostsData(TypedDict):
    inherent: list[CostData]
    controls: list[CostData]


class RuleData(TypedDict):
    id: str
    title: str | None
    level: str
    level_title: str
    reason: str
    state: Literal["met", "open", "not_met"]
    decided: bool
    because: list[AsAnsweredData]


# What would change it


class AfterData(TypedDict):
    level: str
    level_title: str
    verdict: Verdict
    inherent_points: int
    inherent_percent: float | None
    inherent_shown: str | None
    residual_points: int
    residual_percent: float | None
    residual_shown: str | None
    controls_percent: float | None
    controls_shown: str | None


class RaisedData(TypedDict):
    severity: Severity
    text: str


class InsteadData(AfterData):
    label: r.Label
    with_evidence: bool
    points: int
    findings: list[RaisedData]


class OneQuestionData(AsAnsweredData, r.PointsData):
    score: ScoreKind | None
    weight: int
    principles: list[str]
    rules: list[str]
    instead: list[InsteadData]


class ChangeData(AsAnsweredData):
    section: str
    any_value: bool
    to: r.Label
    evidence: Literal["with_answer", "alone"] | None
    effort: int
    actor: str | None
    actor_title: str | None
    actions: list[str]
    evidence_hint: str | None


class PlanData(TypedDict):
    changes: list[ChangeData]
    effort: int
    confirm: list[AsAnsweredData]
    after: AfterData


ObstacleKind = Literal["rule", "points", "missing", "finding", "unsure", "share"]


class ObstacleData(TypedDict):
    kind: ObstacleKind
    about: list[str]
    text: str


class TargetData(TypedDict):
    kind: Literal["level", "verdict"]
    name: str
    title: str
    scope: Literal["controls", "any_answer"]
    reached: bool
    settled: bool
    plan: PlanData | None
    together: bool
    obstacles: list[ObstacleData]


class Explanation(TypedDict):
    format: Literal["aiassess.explanation/1"]
    asked: str | None
    questionnaire: r.EditionData
    about: r.SubjectData
    result: ExplainedResultData
    open: OpenData
    rules: list[RuleData]
    points: CostsData
    question: OneQuestionData | None
    targets: list[TargetData]
