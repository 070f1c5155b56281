"""Which questions apply (docs/scoring.md#which-questions-apply)."""

from collections.abc import Callable, Mapping

from aiassess.model.answers import UNANSWERED, Answer, AnswerSet
from aiassess.model.conditions import INHERENT
from aiassess.model.questionnaire import Questionnaire
from aiassess.scoring.conditions import Known, holds
from aiassess.scoring.level import level_by_points
from aiassess.scoring.points import mark_question, share_of


def applicable(questionnaire: Questionnaire, answers: AnswerSet) -> dict[str, Answer]:
    """Return the questions that apply, in document order, with their answers.

    The answer of a question that does not apply counts as blank for every condition after it.
    """
    active: dict[str, Answer] = {}
    facts = facts_of(questionnaire, active)
    known: Known = {}
    for section in questionnaire.sections:
        if not holds(section.show_if, facts, known):
            continue
        for question in section.questions:
            if holds(question.applies_if, facts, known):
                active[question.id] = answers.get(question.id)
    return active


def facts_of(questionnaire: Questionnaire, active: Mapping[str, Answer]) -> Callable[[str], Answer]:
    """Return what conditions look at: answers by question id, blank if it does not apply; of ``INHERENT`` the level.

    Every inherent question comes before the first that asks for the level, so it never changes afterwards.
    """
    by_points: list[Answer] = []

    def facts(question_id: str) -> Answer:
        if question_id != INHERENT:
            return active.get(question_id, UNANSWERED)
        if not by_points:
            by_points.append(Answer("answered", _inherent_level(questionnaire, active)))
        return by_points[0]

    return facts


def _inherent_level(questionnaire: Questionnaire, active: Mapping[str, Answer]) -> str:
    questions = ((questionnaire.by_id[name], answer) for name, answer in active.items())
    marks = {q.id: mark_question(questionnaire, q, answer) for q, answer in questions if q.score == "inherent"}
    return level_by_points(questionnaire, share_of(questionnaire, "inherent", marks)).id
