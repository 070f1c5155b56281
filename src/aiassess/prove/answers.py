"""Every answer that a question can be given (docs/proofs.md#how)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from aiassess.model.answers import Answer, Evidence
from aiassess.model.conditions import Test, tests_in
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.program.domain import Candidate, effect

_SOME = "-"
"""A note, or a reference to evidence."""


def every_answer(questionnaire: Questionnaire) -> dict[str, list[Answer]]:
    """Return for each question a blank answer, and others: every option, band and effect is among them."""
    return {q.id: list(_answers(q, _tests(questionnaire, q))) for q in questionnaire.questions}


def one_of_each(questionnaire: Questionnaire, answers: Mapping[str, list[Answer]]) -> dict[str, tuple[Candidate, ...]]:
    """Return for each question its first answer of every effect: on points, status, conditions and findings."""
    found = {}
    for question in questionnaire.questions:
        tests, different = _tests(questionnaire, question), dict[tuple[object, ...], Candidate]()
        for answer in answers[question.id]:
            phase = answer.value if question.id == questionnaire.phase_question else None  # figures name every phase
            different.setdefault((answer.status, phase, *effect(question, answer, tests)), Candidate(answer, 0))
        found[question.id] = tuple(different.values())
    return found


def _tests(questionnaire: Questionnaire, question: Question) -> list[Test]:
    of_checks = (test for check in questionnaire.checks for test in tests_in(check.when))
    return [*questionnaire.tests_on.get(question.id, ()), *(test for test in of_checks if test.question == question.id)]


def _answers(question: Question, tests: Sequence[Test]) -> Iterator[Answer]:
    yield Answer("unanswered")
    yield Answer("unsure")
    if question.not_applicable:
        yield Answer("not_applicable", note=_SOME)
    for value in question.kind.examples(question, tests):
        answer = Answer("answered", value, note=_SOME if question.note_asker(value) else None)
        yield answer
        if question.lacks_evidence(answer):
            yield replace(answer, evidence=(Evidence(_SOME),))
