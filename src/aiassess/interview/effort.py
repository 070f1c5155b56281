"""How long an interview takes, and whom it takes: from the questions that can still be asked (docs/interview.md#time)."""

import math
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass

from aiassess.interview.actors import busiest, is_for
from aiassess.kinds.registry import ByKind
from aiassess.model.answers import UNANSWERED, Answer
from aiassess.model.questionnaire import Tag
from aiassess.scoring.range import Prospect, possible
from aiassess.scoring.result import Assessment

MINUTES: ByKind[float] = ByKind(choice=0.5, choices=0.5, text=2, number=0.5, date=0.5, risks=10)
"""To read a question and answer it with the papers at hand; risks: a register of three or four."""
CONFIRM = 0.25
"""To read an answer that was taken over, and confirm it with its section; one that has changed takes what it takes."""
_STEP = 5
"""Minutes are told in steps of so many: anything finer would pretend to know."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What is still to be done: bounds over whatever is answered, the phase included."""

    questions: tuple[int, int]
    minutes: tuple[int, int]
    people: tuple[tuple[Tag, int], ...]
    """Actors with the most questions that each can get, the busiest first."""


def effort_of(assessment: Assessment, among: Container[str] | None = None, only: Collection[str] = ()) -> Effort:
    """Return the effort of all questions, or of those ``among`` some; ``only``: the actors whose questions are asked."""
    questionnaire = assessment.questionnaire
    found = list(_open(assessment, only))
    open_ = [{name: sure for name, sure in each.items() if among is None or name in among} for each in found]
    sure = [[name for name, certain in each.items() if certain] for each in open_]

    def minutes(names: Iterable[str]) -> float:
        each = ((questionnaire.by_id[name], assessment.answer_to(name).confirmed) for name in names)
        return sum(MINUTES.of(question) if confirmed else CONFIRM for question, confirmed in each)

    least, most = min(map(minutes, sure)), max(map(minutes, open_))
    return Effort(
        questions=(min(map(len, sure)), max(map(len, open_))),
        minutes=(max(_STEP, int(least // _STEP) * _STEP), max(_STEP, math.ceil(most / _STEP) * _STEP)),
        people=tuple(busiest(questionnaire, *open_)),
    )


def left(assessment: Assessment, only: Collection[str] = ()) -> tuple[int, int]:
    """Return the fewest and the most questions that must still be answered or confirmed, whatever is answered."""
    by_id, marks = assessment.questionnaire.by_id, assessment.marks

    def due(name: str) -> bool:
        return by_id[name].required or (name in marks and not marks[name].answer.confirmed)

    found = [[sure for name, sure in each.items() if due(name)] for each in _open(assessment, only)]
    return min(map(sum, found)), max(map(len, found))


def _open(assessment: Assessment, only: Collection[str]) -> Iterator[dict[str, bool]]:
    """Yield, for each phase, the questions not done that can still be asked, and whether they are sure to be."""
    by_id, done = assessment.questionnaire.by_id, {name for name, mark in assessment.marks.items() if mark.done}
    for prospect in _prospects(assessment):
        rest = {name: sure for name, (_, sure) in prospect.items() if name not in done}
        yield {name: sure for name, sure in rest.items() if is_for(only, by_id[name], assessment.answer_to(name))}


def _prospects(assessment: Assessment) -> Iterator[Prospect]:
    """Yield what can apply, for each phase that can be answered: no phase asks what all of them ask together."""
    questionnaire, phase = assessment.questionnaire, assessment.questionnaire.phase_question
    active = {name: mark.answer for name, mark in assessment.marks.items()}
    if phase is None or active.get(phase, UNANSWERED).settled:
        yield possible(questionnaire, active)
        return
    for option in questionnaire.by_id[phase].options:
        yield possible(questionnaire, {**active, phase: Answer("answered", option.id)})
