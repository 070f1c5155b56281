"""What nothing still open can change, answers that were taken over and not confirmed included."""

from dataclasses import dataclass

from aiassess.model.levels import Level, Rule
from aiassess.scoring.range import outlook
from aiassess.scoring.result import Assessment


@dataclass(frozen=True, slots=True)
class Sure:
    """The rules to a level that stops, and the level; None: it is not settled."""

    stopping: list[Rule]
    level: Level | None


def sure_of(assessment: Assessment) -> Sure:
    """Return what is sure. What was taken over counts as open until somebody confirms it."""
    questionnaire = assessment.questionnaire
    certain = {reason.rule.id for reason in assessment.reasons if reason.rule and reason.certain}
    low, high = assessment.level_range
    if assessment.unconfirmed:
        confirmed = {name: mark.answer for name, mark in assessment.marks.items() if mark.answer.confirmed}
        found = outlook(questionnaire, confirmed)
        certain, low, high = {*found.certain}, found.lowest, found.highest
    stopping = [rule for rule in questionnaire.rules if rule.id in certain and questionnaire.level_of(rule).stop]
    return Sure(stopping, low if low is high else None)
