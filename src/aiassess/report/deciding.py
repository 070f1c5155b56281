"""What gave a level, and what decided it, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from aiassess.figures import percent_text
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.scoring.result import Assessment, Reason


def reason_text(assessment: Assessment, reason: Reason, lang: str) -> str:
    """Return what one reason contributes to the level."""
    questionnaire, level, rule = assessment.questionnaire, reason.level.title[lang], reason.rule
    if rule is None:
        percent = assessment.level_share.percent
        shown = f"{percent_text(percent, *questionnaire.thresholds)}%" if percent is not None else None
        key = f"report.reason_points_{questionnaire.scoring.level_from}"
        return say(lang, key, percent=shown or say(lang, "report.not_measured"), level=level)
    if rule.title is None:
        return say(lang, "report.reason_rule", rule=rule.id, level=level, reason=rule.reason[lang])
    key = "report.reason_top" if reason.level is questionnaire.levels[-1] else "report.reason_titled"
    return say(lang, key, title=rule.title[lang], level=level, reason=rule.reason[lang])


def deciding(assessment: Assessment, lang: str) -> list[str]:
    """Return what decided the level, each in words: the share that it was read off, and the rules.

    What rests on open questions is left out, unless nothing else decided it.
    """
    questionnaire = assessment.questionnaire
    share = f"report.share_{questionnaire.scoring.level_from}"
    still_open = any(questionnaire.by_id[name].score == "inherent" for name in assessment.missing)
    if still_open and questionnaire.scoring.inherent_unanswered == "worst":
        share += "_open"
    decided = [reason for reason in assessment.reasons if reason.decided]
    percent = percent_text(assessment.level_share.percent or Fraction(0), *questionnaire.thresholds)
    return [
        (reason.rule.title or reason.rule.reason)[lang].rstrip(".")
        if reason.rule
        else say(lang, share, percent=percent)
        for reason in [reason for reason in decided if reason.certain] or decided
    ]
