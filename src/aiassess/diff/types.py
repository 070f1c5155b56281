"""A comparison as JSON has it: ``schemas/diff.schema.json``, to which a test holds these types (docs/diff-format.md)."""

from typing import Generic, Literal, TypedDict, TypeVar

from aiassess.answers.types import EvidenceData
from aiassess.model.levels import LevelFrom, ScoreKind
from aiassess.model.questionnaire import Standing
from aiassess.report import types as r
from aiassess.scoring.result import Status, Verdict

T = TypeVar("T")
C = TypeVar("C")

Direction = Literal["up", "down", "same"] | None
Effect = Literal["better", "worse", "same"] | None
Whose = Literal["answers", "questionnaire", "both"] | None
"""Whose change it is; None: the questionnaire did not change, or it cannot be told."""
Way = Literal["added", "removed", "changed"]
TextKind = Literal[
    "title", "statement", "section", "principle", "actor", "level", "rule", "check", "question", "ref", "label"
]


# Changes of one value, and of lists


class Change(TypedDict, Generic[T]):
    old: T
    new: T


class Step(TypedDict, Generic[T]):
    """``rescored``: by the old answers and the new questionnaire; None: not done, or the questionnaire is the same."""

    old: T
    rescored: T | None
    new: T
    direction: Direction
    effect: Effect


class AddedRemoved(TypedDict, Generic[T]):
    added: list[T]
    removed: list[T]


class Changes(AddedRemoved[T], Generic[T, C]):
    changed: list[C]


class Opened(TypedDict, Generic[T, C]):
    opened: list[T]
    closed: list[T]
    changed: list[C]


class Because(TypedDict):
    because: Whose


class Field(Change[object]):
    """A field that differs; None: it isn't there."""

    field: str


# The result


class Shares(TypedDict):
    """Percentage points; both add up to the whole change."""

    questionnaire: float
    answers: float


class ScoreStep(Step[T], Generic[T]):
    shares: Shares | None


class TagChange(r.Named, ScoreStep[r.TagScore | None]):
    pass


class Credit(r.CreditData):
    blocked_titles: list[str | None]


class Reason(TypedDict):
    rule: str | None
    level: str
    decided: bool
    certain: bool
    text: str


class ReasonItem(Reason, Because):
    pass


class ReasonChange(Change[Reason], Because):
    rule: str | None


class OpenRuleItem(r.OpenRuleData, Because):
    pass


class OpenRuleChange(Change[r.OpenRuleData], Because):
    rule: str


class Shortfall(TypedDict):
    principle: str | None
    title: str | None
    asked_percent: float
    reached_percent: float
    reached_shown: str


class ShortfallItem(Shortfall, Because):
    pass


class ShortfallChange(Change[Shortfall], Because):
    principle: str | None


class ResultChanges(TypedDict):
    level: Step[r.Named] | None
    verdict: Step[Verdict] | None
    status: Step[Status] | None
    level_range: Step[list[r.Named]] | None
    level_settled: Change[bool] | None
    level_from: Change[LevelFrom] | None
    inherent: ScoreStep[r.ScoreData] | None
    controls: ScoreStep[r.ScoreData] | None
    residual: ScoreStep[r.ScoreData] | None
    credit: Step[Credit] | None
    best_level_by_controls: Step[r.Named] | None
    held_above_controls: Change[bool] | None
    reasons: Changes[ReasonItem, ReasonChange]
    undetermined_by: Changes[OpenRuleItem, OpenRuleChange]
    shortfalls: Changes[ShortfallItem, ShortfallChange]
    approval: Change[str | None] | None
    reassess: Change[r.ReassessData] | None


class SectionChange(r.Named, Change[r.SectionCounts | None]):
    pass


# Findings, questions, answers, risks


class FindingItem(r.FindingFacts, Because):
    pass


class FindingChange(FindingItem):
    effect: Effect
    changes: list[Field]


class Question(TypedDict):
    question: str
    ref: str | None
    section: str | None
    text: str


class QuestionItem(Question, Because):
    pass


class Missing(Question):
    status: Literal["unanswered", "unsure"]


class MissingItem(Missing, Because):
    pass


class MissingChange(Change[Missing], Because):
    question: str


class ContradictionItem(r.ContradictionData, Because):
    pass


class Option(TypedDict):
    id: str
    label: str


class NoteChange(Change[str | None]):
    change: Way


class CountedChange(Change[int]):
    maximum: int


class AnswerChange(QuestionItem):
    change: Way | None
    old: r.GivenData | None
    new: r.GivenData | None
    options: AddedRemoved[Option] | None
    effect: Effect
    note: NoteChange | None
    evidence: AddedRemoved[EvidenceData]
    counted: CountedChange | None
    confirmed: Change[bool | None] | None
    waits_for: Change[r.Named | None] | None


class Applicability(QuestionItem):
    applies: bool
    causes: list[Question]


class RiskChange(TypedDict):
    question: str
    title: str
    direction: Direction
    effect: Effect
    changes: list[Field]


# The questionnaire


class Made(TypedDict):
    version: str
    digest: str
    status: Standing


class Wording(Change[str]):
    kind: TextKind
    id: str | None
    value: object


class Counted(TypedDict):
    score: ScoreKind | None
    points: int
    maximum: int


class Recounted(Question, Change[Counted]):
    answer: r.GivenData


class DroppedAnswer(Question):
    answer: r.GivenData
    reasons: list[str]


class EditionChange(Change[Made]):
    questions_added: list[Question]
    questions_removed: list[Question]
    wording: list[Wording]
    points: list[Recounted]
    wording_compared: bool
    rescored: bool
    at_hand: bool
    problems: list[str]
    dropped: list[DroppedAnswer]


class Unexplained(Change[object]):
    place: str


# The whole


class SideData(TypedDict):
    digest: str
    edited: bool
    system: str | None
    agency: str | None
    completed_at: str | None
    language: str
    tool: str


class DiffParts(TypedDict):
    """What changed."""

    result: ResultChanges
    principles: list[TagChange]
    actors: list[TagChange]
    sections: list[SectionChange]
    findings: Opened[FindingItem, FindingChange]
    answers: list[AnswerChange]
    applicability: list[Applicability]
    missing: Changes[MissingItem, MissingChange]
    contradictions: AddedRemoved[ContradictionItem]
    unconfirmed: AddedRemoved[QuestionItem]
    unevidenced: AddedRemoved[QuestionItem]
    risks: Opened[r.RatedRiskData, RiskChange]
    obligations: AddedRemoved[str]
    about: list[Field]
    questionnaire: EditionChange | None
    unexplained: list[Unexplained]


class Diff(DiffParts):
    format: Literal["aiassess.diff/1"]
    tool: r.ToolData
    language: str
    old: SideData
    new: SideData
    relation: Literal["new_revises_old", "old_revises_new"] | None
