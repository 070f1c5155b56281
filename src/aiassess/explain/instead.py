"""What another answer to one question would give (docs/explain.md#one-question)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.explain.domain import Candidate, candidates, tests_on
from aiassess.explain.plan import Change, changed_answers
from aiassess.model.answers import Answer
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question
    from aiassess.scoring.result import Assessment


def instead(assessment: Assessment, question: Question) -> list[tuple[Answer, Assessment]]:
    """Return each other answer that makes a difference of its own, and the assessment with it; all else unchanged.

    Of a choice that is every other option; of several choices and numbers one for each different effect.
    """
    q, answers = assessment.questionnaire, assessment.answers
    now = answers.get(question.id)
    if question.type == "choice":
        others = [Candidate(Answer("answered", option.id), 1) for option in question.options if option.id != now.value]
    else:
        found = candidates(question, now, tests_on(q).get(question.id, ()))[1:]
        others = [candidate for candidate in found if not candidate.stand_in]
    return [
        (candidate.answer, score(q, changed_answers(answers, (Change(question, candidate),)))) for candidate in others
    ]
