"""What decided a level, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from aiassess.figures import percent_text
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.scoring.result import Assessment


def deciding(assessment: Assessment, lang: str) -> list[str]:
    """Return what decided the level, each in words: the share that it was read off, and the rules.

    What rests on open questions is left out, unless nothing else decided it.
    """
    questionnaire = assessment.questionnaire
    share = f"report.share_{questionnaire.scoring.level_from}"
    decided = [reason for reason in assessment.reasons if reason.decided]
    percent = percent_text(assessment.level_share.percent or Fraction(0), *questionnaire.thresholds)
    return [
        (reason.rule.title or reason.rule.reason)[lang].rstrip(".")
        if reason.rule
        else say(lang, share, percent=percent)
        for reason in [reason for reason in decided if reason.certain] or decided
    ]
