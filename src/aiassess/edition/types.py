"""What an edition changes as JSON has it: ``schemas/edition-diff.schema.json`` (docs/edition-diff.md)."""

from typing import Literal, TypedDict

from aiassess.diff.types import Change
from aiassess.report.types import Named, ToolData
from aiassess.scoring.result import Verdict

Digit = Literal["major", "minor", "patch"]
Way = Literal["added", "removed", "renamed", "moved", "reordered", "changed"]
_Dimension = Literal["principle", "actor", "phase"]
_Part = Literal["source", "framework", "section", "question", "option", "finding", "rule", "check", "level"]
Of = Literal[_Dimension, "questionnaire", _Part]
Cause = Literal[
    "gone", "renamed", "type", "narrowed", "required", "asked", "option", "counts", "doubt", "wording", "order"
]
"""Why a change makes a number of the version rise."""
Outcome = Literal["refused", "level", "verdict", "incomplete", "new_since", "other", "same", "not_compared"]
"""What becomes of a submission, the gravest first."""


class EditionData(TypedDict):
    id: str
    version: str
    digest: str


class BumpData(TypedDict):
    """``needs``: None if nothing changed; ``stated``: None if the version isn't higher."""

    needs: Digit | None
    stated: Digit | None
    enough: bool
    suggested: str | None


class ChangeData(TypedDict):
    change: Way
    of: Of
    id: str
    title: str | None
    place: str
    key: str | None
    old: object
    new: object
    questions: list[str]
    needs: Digit
    cause: Cause
    why: str
    fix: str | None


class ProblemData(TypedDict):
    code: str
    question: str | None
    message: str


class SubmissionData(TypedDict):
    """``dropped``: the questions whose answers cannot be carried over; None unless it is refused and others can be."""

    source: str
    line: int | None
    problems: list[ProblemData]
    dropped: list[str] | None


class GroupData(TypedDict):
    """What becomes of some submissions; ``because``: places of changes in their list."""

    outcome: Outcome
    level: Change[Named] | None
    verdict: Change[Verdict] | None
    missing: list[str]
    new_since: list[str]
    because: list[int]
    submissions: list[SubmissionData]


class EffectsData(TypedDict):
    submissions: int
    counts: dict[Outcome, int]
    groups: list[GroupData]


class EditionDiff(TypedDict):
    format: Literal["aiassess.edition-diff/1"]
    tool: ToolData
    language: str
    old: EditionData
    new: EditionData
    bump: BumpData
    changes: list[ChangeData]
    effects: EffectsData | None
