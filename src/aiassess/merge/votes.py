"""What several parts say to one question, joined; or that they contradict each other (docs/merge.md#rules).

The order of parts does not matter, and joining some of them first gives the same wherever nothing contradicts.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aiassess.answers.dump import value_data
from aiassess.model.answers import UNANSWERED, Answer, Evidence
from aiassess.model.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Vote:
    """What one file says to a question; the answer's ``given_by`` is never empty."""

    file: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conflict:
    """Votes on a question of which only one can hold."""

    question: Question
    votes: tuple[Vote, ...]


def says_nothing(answer: Answer) -> bool:
    return replace(answer, given_by=()) == UNANSWERED


def tidy(question: Question, answer: Answer) -> Answer:
    """Return an answer with its options in the questionnaire's order, and each piece of evidence once, sorted."""
    value = answer.value
    if isinstance(value, tuple) and question.options:
        value = tuple(option.id for option in question.options if option.id in value)
    return replace(answer, value=value, evidence=_sorted(answer.evidence))


def joined(question: Question, votes: Sequence[Vote], *, gate: bool) -> Answer | Conflict:
    """Return the answer that votes give together; ``gate``: "not sure" there stops an assessment, so it is not outvoted.

    An answer that nobody has confirmed gives way, with all that goes with it, to whatever was answered this time.
    """
    remarks = [vote for vote in votes if vote.answer.status == "unanswered"]
    confirmed = [vote for vote in votes if vote not in remarks and vote.answer.confirmed]
    given = confirmed or [vote for vote in votes if vote not in remarks]
    if given and remarks and not confirmed:  # a remark of this time, beside an answer that may no longer hold
        return Conflict(question, tuple(votes))
    pool = [*given, *remarks]
    strongest = max(_strength(vote.answer, gate=gate) for vote in pool)
    winners = [vote for vote in pool if _strength(vote.answer, gate=gate) == strongest]
    if len({_key(vote.answer) for vote in winners}) > 1:
        return Conflict(question, tuple(winners))
    if len(_notes(vote.answer for vote in pool)) > 1:
        return Conflict(question, tuple(vote for vote in pool if vote.answer.note is not None))
    # The evidence of a remark goes with any answer, else only that of the same status.
    weaker = [vote for vote in pool if vote.answer.status not in ("unanswered", winners[0].answer.status)]
    result = _united(winners, [vote for vote in pool if vote not in weaker], pool)
    # Evidence of a doubt proves nothing about the answer that settles it.
    alone = [vote for vote in weaker if not {*vote.answer.evidence} <= {*result.evidence}]
    return Conflict(question, (*winners, *alone)) if alone else result


def chosen(votes: Sequence[Vote], choice: Vote) -> Answer:
    """Return the answer to a question if one vote is preferred to all that contradict it."""
    alike = _key(choice.answer), choice.answer.confirmed
    same = [vote for vote in votes if (_key(vote.answer), vote.answer.confirmed) == alike]
    kept = [vote for vote in votes if vote in same or vote.answer.status == "unanswered"]
    return _united(same, kept, [choice] if choice.answer.note is not None else kept)


def _united(winners: Sequence[Vote], proving: Sequence[Vote], noting: Sequence[Vote]) -> Answer:
    """Return the winners' answer with the evidence of some votes, and the note of some, if they have only one."""
    givers = {name for vote in winners for name in vote.answer.given_by}
    notes = _notes(vote.answer for vote in noting)
    return replace(
        winners[0].answer,
        note=notes.pop() if len(notes) == 1 else None,
        evidence=_sorted(item for vote in proving for item in vote.answer.evidence),
        given_by=tuple(sorted(givers)),
    )


def _strength(answer: Answer, *, gate: bool) -> int:
    """Return how strong an answer is: it is given; or it waits for somebody; or nobody knows it; or there is none."""
    if answer.status == "unanswered":
        return 0
    if answer.settled:
        return 3
    if answer.waits_for is None:
        return 3 if gate else 1
    return 2


def _key(answer: Answer) -> str:
    """Return what is equal in equal answers, whatever their notes and evidence."""
    return json.dumps([answer.status, value_data(answer.value), answer.waits_for])


def _notes(answers: Iterable[Answer]) -> set[str]:
    return {answer.note for answer in answers if answer.note is not None}


def _sorted(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted({*evidence}, key=lambda item: (item.reference, item.date or "")))
