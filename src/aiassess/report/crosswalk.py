"""How the questions that are mapped to frameworks were answered (docs/crosswalk.md#in-a-report)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.scoring.result import Score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aiassess.model.questionnaire import Question
    from aiassess.report import types as t
    from aiassess.scoring.result import Assessment, Mark


def crosswalk_data(assessment: Assessment, lang: str) -> t.MappedData:
    """Return what a report says of the questionnaire's frameworks: nothing if it has none."""
    q, marks = assessment.questionnaire, assessment.marks
    if not q.frameworks:
        return {}
    questions: list[t.MappedQuestionData] = [
        {"question": question.id, "ref": question.ref, "state": _state(marks.get(question.id))}
        for question in q.questions
        if question.maps_to
    ]
    frameworks: list[t.FrameworkData] = [
        {
            "id": framework.id,
            "title": framework.title[lang],
            "references": [_reference(*pair, marks) for pair in q.crosswalk[framework.id].items() if pair[1]],
        }
        for framework in q.frameworks
    ]
    return {"crosswalk": {"questions": questions, "frameworks": frameworks}}


def _state(mark: Mark | None) -> t.MappedState:
    if mark is None or mark.answer.status == "not_applicable":
        return "not_applicable"
    if mark.answer.status != "answered":
        return "open"
    if mark.question.score != "control":
        return "answered"
    return "in_place" if mark.points == mark.maximum else "partly" if mark.points else "not_in_place"


def _reference(reference: str, questions: Sequence[Question], marks: Mapping[str, Mark]) -> t.ReferenceData:
    """Return the share of the controls that apply; those that were set aside count nowhere."""
    controls = [marks[item.id] for item in questions if item.score == "control" and item.id in marks]
    score = Score(sum(mark.points for mark in controls), sum(mark.maximum for mark in controls))
    return {
        "reference": reference,
        "points": score.points,
        "maximum": score.maximum,
        "percent": score.stated,
        "questions": [question.id for question in questions],
    }
