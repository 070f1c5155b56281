"""How a questionnaire comes to a risk level, and what each level asks for (docs/scoring.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from aiassess.model.conditions import Condition

LocalText = Mapping[str, str]
"""A text in every language of the questionnaire: language code to text."""

ScoreKind = Literal["inherent", "control"]
SCORE_KINDS: tuple[ScoreKind, ...] = get_args(ScoreKind)
LevelFrom = Literal["residual", "inherent"]
Basis = Literal["applicable", "all"] | int
"""What a share is taken of: the questions that apply, all of the file, or a number that the author states."""


@dataclass(frozen=True, slots=True)
class Rule:
    """If ``when`` holds, the level is at least ``level``; ``unsure_stops``: docs/scoring.md#blank-unsure-not-applicable."""

    id: str
    when: Condition
    level: str
    reason: LocalText
    unsure_stops: bool = False
    title: LocalText | None = None


@dataclass(frozen=True, slots=True)
class ReadyAt:
    """What a level asks before its verdict is "ready", in percent from 0 to 100."""

    controls: Fraction
    each_principle: Fraction


@dataclass(frozen=True, slots=True)
class Level:
    """A risk level; ``up_to`` is the highest residual percent (inclusive), None for the last level and those by rule only."""

    id: str
    title: LocalText
    up_to: Fraction | None = None
    by_points: bool = True
    stop: bool = False
    ready_at: ReadyAt | None = None
    approval: LocalText | None = None
    obligations: tuple[LocalText, ...] = ()
    reassess_months: int | None = None


@dataclass(frozen=True, slots=True)
class Mitigation:
    """How far controls lower inherent risk; percents from 0 to 100 (docs/scoring.md#credit)."""

    method: Literal["none", "step", "linear"] = "none"
    from_percent: Fraction = Fraction(0)
    reduces_percent: Fraction = Fraction(0)
    blocked_when_incomplete: bool = False
    blocked_by_critical_finding: bool = False
    blocked_by_principle_below: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Scoring:
    """The arithmetic's settings."""

    inherent_maximum: Basis
    inherent_unanswered: Literal["worst", "zero"]
    controls_maximum: Basis
    mitigation: Mitigation
    level_from: LevelFrom = "residual"
    """The share off which the points' level is read."""

    def basis(self, kind: ScoreKind) -> Basis:
        """Return what the share of one kind is taken of."""
        return self.inherent_maximum if kind == "inherent" else self.controls_maximum
