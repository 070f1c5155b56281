"""Targets: a level or a verdict to reach, and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aiassess.scoring.result import VERDICTS

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Level, Questionnaire
    from aiassess.scoring.result import Assessment

TARGET_VERDICTS = ("ready", "conditional", "hold")


@dataclass(frozen=True, slots=True)
class Target:
    """A level or verdict to reach: the assessment is to have it, or a milder one."""

    kind: Literal["level", "verdict"]
    name: str

    def reached(self, assessment: Assessment) -> bool:
        """Return whether the assessment has this level or verdict, or a milder one."""
        if self.kind == "level":
            rank = assessment.questionnaire.rank
            return rank[assessment.level.id] <= rank[self.name]
        return VERDICTS.index(assessment.verdict) <= [*VERDICTS].index(self.name)  # type: ignore[arg-type]

    def level(self, questionnaire: Questionnaire) -> Level | None:
        """Return the level to reach; None if a verdict is."""
        return questionnaire.levels[questionnaire.rank[self.name]] if self.kind == "level" else None

    def ways(self, questionnaire: Questionnaire) -> list[Level]:
        """Return the highest level of each way to reach it; what "ready" asks depends on it (docs/scoring.md#level)."""
        if level := self.level(questionnaire):
            return [level]
        levels = [level for level in questionnaire.levels if not level.stop]
        return levels if self.name == "ready" else levels[-1:]


def target_of(questionnaire: Questionnaire, name: str) -> Target | None:
    """Return the target that a word names, a level by its id or a verdict; None if it is neither."""
    if name in questionnaire.rank:
        return Target("level", name)
    return Target("verdict", name) if name in TARGET_VERDICTS else None
