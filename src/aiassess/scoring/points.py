"""Points of each question, and their sums (docs/scoring.md#points)."""

from collections.abc import Mapping

from aiassess.model.answers import Answer
from aiassess.model.levels import ScoreKind
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.scoring.result import Mark, Score, TagScore


def mark_question(questionnaire: Questionnaire, question: Question, answer: Answer) -> Mark:
    """Return what an answer counts; blank and unsure count against the system."""
    if question.score is None:
        return Mark(question, answer, 0, 0)
    if answer.status == "not_applicable":
        return Mark(question, answer, 0, 0, counts=False)
    maximum = question.highest_points
    if answer.status == "answered":
        points = question.points_of(answer.value, evidenced=bool(answer.evidence))
    elif question.score == "inherent" and questionnaire.scoring.inherent_unanswered == "worst":
        points = maximum
    else:
        points = 0
    return Mark(question, answer, points, maximum)


def share_of(
    questionnaire: Questionnaire, kind: ScoreKind, marks: Mapping[str, Mark], tagged: list[Question] | None = None
) -> Score:
    """Return the points of one kind over the maximum that the questionnaire sets.

    ``tagged``: count only these of them; a maximum stated as a number is then replaced by that of those that apply.
    """
    basis = questionnaire.scoring.basis(kind)
    questions = questionnaire.scored[kind] if tagged is None else tagged
    applying = [marks[question.id] for question in questions if question.id in marks]
    points = sum(mark.points for mark in applying)
    if basis == "all":
        set_aside = {mark.question.id for mark in applying if not mark.counts}
        return Score(points, sum(question.highest_points for question in questions if question.id not in set_aside))
    if basis == "applicable" or tagged is not None:
        return Score(points, sum(mark.maximum for mark in applying))
    return Score(points, basis)


def controls_share(questionnaire: Questionnaire, marks: Mapping[str, Mark]) -> Score | None:
    """Return the share of controls in place; None if no control question applies."""
    if not any(mark.question.score == "control" and mark.counts for mark in marks.values()):
        return None
    return share_of(questionnaire, "control", marks)


def tag_scores(questionnaire: Questionnaire, marks: Mapping[str, Mark], dimension: str) -> tuple[TagScore, ...]:
    """Return the control share of each principle or actor ("principles", "actors"), in declared order."""
    scores = []
    for tag, tagged in questionnaire.controls_of[dimension].items():
        applying = [marks[q.id] for q in tagged if q.id in marks and marks[q.id].counts]
        score = share_of(questionnaire, "control", marks, tagged) if applying else None
        answered = sum(mark.answer.status == "answered" for mark in applying)
        scores.append(TagScore(tag, score, answered, len(applying)))
    return tuple(scores)
