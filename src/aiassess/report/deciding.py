"""What decided a level, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from aiassess.figures import percent_text
from aiassess.text import LANGUAGES, say

if TYPE_CHECKING:
    from aiassess.scoring.result import Assessment


def deciding(assessment: Assessment, lang: str) -> list[str]:
    """Return what decided the level, each in words: the share that it was read off, and the rules."""
    share = assessment.questionnaire.scoring.level_from
    score = assessment.inherent if share == "inherent" else assessment.residual
    marks = [level.up_to for level in assessment.questionnaire.levels if level.up_to is not None]
    percent = percent_text(score.percent or Fraction(0), *marks)
    return [
        (reason.rule.title or reason.rule.reason)[lang].rstrip(".")
        if reason.rule
        else say(lang if lang in LANGUAGES else "en", f"interview.share_{share}", percent=percent)
        for reason in assessment.reasons
        if reason.decided
    ]
