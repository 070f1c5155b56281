"""What a question could be answered instead, one candidate an effect (docs/explain.md#what-counts-as-a-change)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aiassess.model import conditions as c
from aiassess.model.answers import Answer, AnswerSet, Evidence, Value
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.scoring.assess import score
from aiassess.scoring.conditions import holds
from aiassess.scoring.result import Assessment

_PROOF = (Evidence("-"),)
"""A stand-in for some evidence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that could be given; ``effort`` is how far it moves on the question's own scale, at least 1 (0: unchanged)."""

    answer: Answer
    effort: int
    stand_in: bool = False
    """Whether the value is only a stand-in for "some answer"."""


Free = Callable[[Question], bool]
"""Whether the answer to a question may change."""


def domains(questionnaire: Questionnaire, answers: AnswerSet, free: Free) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates of every question, the answer as it is first: the only one of those that are not ``free``."""
    tests, found = questionnaire.tests_on, {}
    for question in questionnaire.questions:
        now = answers.get(question.id)
        others = candidates(question, now, tests.get(question.id, ())) if free(question) else ()
        found[question.id] = others or (Candidate(now, 0),)
    return found


def instead(assessment: Assessment, question: Question) -> list[tuple[Answer, Assessment]]:
    """Return each other answer that makes a difference, and the assessment with only that changed.

    For a choice: every other option, and the one chosen with evidence if it counts less without. For several choices and
    numbers: one for each different effect.
    """
    q, answers = assessment.questionnaire, assessment.answers
    now = answers.get(question.id)
    if question.kind.picks_one:
        others = [given(question, now, option.id) for option in question.options]
        others = [one for one in others if (one.value, one.evidence) != (now.value, now.evidence)]
    else:
        found = candidates(question, now, q.tests_on.get(question.id, ()))[1:]
        others = [candidate.answer for candidate in found if not candidate.stand_in]
    return [(answer, score(q, changed(answers, {question.id: answer}))) for answer in others]


def changed(answers: AnswerSet, changes: Mapping[str, Answer]) -> AnswerSet:
    """Return the answers with the changes made, which confirms them; notes and evidence stay."""
    made = {
        name: replace(answers.get(name), status="answered", value=new.value, evidence=new.evidence, confirmed=True)
        for name, new in changes.items()
    }
    return replace(answers, answers={**answers.answers, **made})


def given(question: Question, now: Answer, value: Value) -> Answer:
    """Return the answer with another value: with the evidence of now, or with some if it would not count in full without."""
    answer = Answer("answered", value, evidence=now.evidence)
    return replace(answer, evidence=_PROOF) if question.lacks_evidence(answer) else answer


def candidates(question: Question, now: Answer, tests: Sequence[c.Test]) -> tuple[Candidate, ...]:
    """Return the answer as it is, and the others: of those with the same effect the one with least effort, then the first."""
    best: dict[tuple[object, ...], Candidate] = {}
    for value, stand_in in _values(question, now, tests):
        answer = given(question, now, value)
        if (answer.value, answer.evidence) == (now.value, now.evidence):
            continue
        found = Candidate(answer, effort_of(question, now, answer), stand_in)
        key = effect(question, answer, tests)
        if key not in best or found.effort < best[key].effort:
            best[key] = found
    if now.status == "answered":
        best.pop(effect(question, now, tests), None)  # a change without effect is none
    return (Candidate(now, 0), *best.values())


def raw_points(question: Question, answer: Answer) -> int:
    """Return an answer's points before the weight, as its evidence lets it count; nothing given counts 0."""
    if question.score is None or answer.value is None:
        return 0
    return question.points_of(answer.value, evidenced=bool(answer.evidence)) // question.weight


def effort_of(question: Question, old: Answer, new: Answer) -> int:
    """Return how far an answer moves on the question's own scale: the difference of unweighted points, at least 1."""
    return max(1, abs(raw_points(question, new) - raw_points(question, old)))


def effect(question: Question, answer: Answer, tests: Sequence[c.Test]) -> tuple[object, ...]:
    """Return what tells one answer with a value from another: points, tests that hold, findings raised."""
    return (
        raw_points(question, answer),
        *(holds(test, lambda _: answer) for test in tests),
        *(finding.on.isdisjoint(answer.chosen) for finding in question.findings if finding.when is None),
    )


def _values(question: Question, now: Answer, tests: Sequence[c.Test]) -> Iterator[tuple[Value, bool]]:
    if now.value is not None and question.lacks_evidence(now):
        yield now.value, False  # with evidence: rather than another answer that counts the same
    for value in question.kind.alternatives(question, now.value, tests):
        yield value, False
    if question.kind.stand_in is not None and now.status != "answered":
        yield question.kind.stand_in, True
