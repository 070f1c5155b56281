"""Triage: the first part of an interview, which settles the level (docs/interview.md#triage)."""

from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import Questionnaire


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
