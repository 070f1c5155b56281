"""What another answer to one question would give (docs/explain.md#one-question)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.explain.domain import Candidate, candidates, given, tests_on
from aiassess.explain.plan import Change, changed_answers
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from aiassess.model.answers import Answer
    from aiassess.model.questionnaire import Question
    from aiassess.scoring.result import Assessment


def instead(assessment: Assessment, question: Question) -> list[tuple[Answer, Assessment]]:
    """Return each other answer that makes a difference of its own, and the assessment with it; all else unchanged.

    For a choice: every other option, and the one chosen with evidence if it counts less without. For several choices and
    numbers: one for each different effect.
    """
    q, answers = assessment.questionnaire, assessment.answers
    now = answers.get(question.id)
    if question.kind.picks_one:
        instead = [given(question, now, option.id) for option in question.options]
        others = [Candidate(a, 1) for a in instead if (a.value, a.evidence) != (now.value, now.evidence)]
    else:
        found = candidates(question, now, tests_on(q).get(question.id, ()))[1:]
        others = [candidate for candidate in found if not candidate.stand_in]
    return [
        (candidate.answer, score(q, changed_answers(answers, (Change(question, candidate),)))) for candidate in others
    ]
