"""Which questions apply (docs/scoring.md#which-questions-apply)."""

from collections.abc import Mapping

from aiassess.model.answers import UNANSWERED, Answer, AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.scoring.conditions import OPEN, Open, holds


def applicable(questionnaire: Questionnaire, answers: AnswerSet) -> dict[str, Answer]:
    """Return the questions that apply, in document order, with their answers.

    The answer of a question that does not apply counts as blank for every condition after it.
    """
    active: dict[str, Answer] = {}

    def facts(question_id: str) -> Answer:
        return active.get(question_id, UNANSWERED)

    for section in questionnaire.sections:
        if not holds(section.show_if, facts):
            continue
        for question in section.questions:
            if holds(question.show_if, facts):
                active[question.id] = answers.get(question.id)
    return active


def possible(questionnaire: Questionnaire, active: Mapping[str, Answer]) -> dict[str, tuple[Answer | Open, bool]]:
    """Return what could apply once everything open is answered: question id to (answer or OPEN, applies for certain).

    Open is every answer not settled, and every answer to a question that does not apply now: it may be asked anew when it
    does, and a hidden answer must change nothing.
    """
    known: dict[str, tuple[Answer | Open, bool]] = {}

    def facts(question_id: str) -> Answer | Open:
        answer, certain = known.get(question_id, (UNANSWERED, True))
        return answer if certain else OPEN

    for section in questionnaire.sections:
        in_section = holds(section.show_if, facts)
        if in_section is False:
            continue
        for question in section.questions:
            shown = holds(question.show_if, facts)
            if shown is False:
                continue
            answer = active.get(question.id, UNANSWERED)
            settled = answer.status in ("answered", "not_applicable")
            known[question.id] = (answer if settled else OPEN, bool(in_section and shown))
    return known
