"""What settles the level: which questions can, and whether nothing still open can change it (docs/interview.md#triage)."""

from dataclasses import dataclass

from aiassess.model.conditions import questions_in
from aiassess.model.levels import Level, Rule
from aiassess.model.questionnaire import Questionnaire
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


def first_part(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the questions, in document order, up to the last one whose answer can change the level."""
    scoring = questionnaire.scoring
    by_controls = scoring.level_from == "residual" and scoring.mitigation.method != "none"
    scored = {"inherent", "control"} if by_controls else {"inherent"}
    deciding = {question.id for question in questionnaire.questions if question.score in scored}
    deciding |= {name for rule in questionnaire.rules for name in questions_in(rule.when)}
    names = list(questionnaire.by_id)
    last = max((place for place, name in enumerate(names) if name in deciding), default=-1)
    return frozenset(names[: last + 1])
