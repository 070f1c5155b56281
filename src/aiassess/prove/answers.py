"""Every answer that a question can be given, one for each effect (docs/proofs.md#how)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from aiassess.model.answers import Answer, AnswerSet, Evidence
from aiassess.model.conditions import Test, tests_in
from aiassess.program.domain import Candidate
from aiassess.program.effort import raw_points
from aiassess.scoring.conditions import holds

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question, Questionnaire

_SOME = "-"
"""A note, or a reference to evidence."""


def every_answer(questionnaire: Questionnaire) -> dict[str, tuple[Candidate, ...]]:
    """Return for each question a blank answer and one of every other effect: on points, status, conditions and findings."""
    tests = {name: list(found) for name, found in questionnaire.tests_on.items()}
    for check in questionnaire.checks:
        for test in tests_in(check.when):
            tests.setdefault(test.question, []).append(test)
    return {q.id: _candidates(q, tests.get(q.id, [])) for q in questionnaire.questions}


def _candidates(question: Question, tests: list[Test]) -> tuple[Candidate, ...]:
    different: dict[tuple[object, ...], Candidate] = {}
    for answer in _answers(question, tests):
        different.setdefault(_effect(question, answer, tests), Candidate(answer, 0))
    return tuple(different.values())


def _answers(question: Question, tests: list[Test]) -> Iterator[Answer]:
    yield Answer("unanswered")
    yield Answer("unsure")
    if question.not_applicable:
        yield Answer("not_applicable", note=_SOME)
    for value in question.kind.examples(question, tests):
        answer = Answer("answered", value, note=_SOME if question.note_asker(value) else None)
        yield answer
        if question.lacks_evidence(answer):
            yield replace(answer, evidence=(Evidence(_SOME),))


def _effect(question: Question, answer: Answer, tests: Iterable[Test]) -> tuple[object, ...]:
    return (
        answer.status,
        raw_points(question, answer),
        *(holds(test, lambda _: answer) for test in tests),
        *(answer.value is not None and finding.on.isdisjoint(answer.chosen) for finding in question.findings),
    )


def answer_set(questionnaire: Questionnaire, given: Mapping[str, Answer]) -> AnswerSet:
    return AnswerSet(questionnaire.id, questionnaire.version, answers=given)
