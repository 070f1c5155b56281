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
    questionnaire, marks = assessment.questionnaire, assessment.marks

    def asked(name: str) -> bool:
        theirs = is_for(only, questionnaire.by_id[name], assessment.answer_to(name))
        return theirs and (among is None or name in among)

    done = {name for name, mark in marks.items() if mark.done}
    open_ = [
        {name: sure for name, (_, sure) in each.items() if name not in done and asked(name)}
        for each in _prospects(assessment)
    ]
    sure = [[name for name, certain in each.items() if certain] for each in open_]

    def minutes(names: Iterable[str]) -> float:
        each = ((questionnaire.by_id[name], assessment.answer_to(name).confirmed) for name in names)
        return sum(MINUTES.of(question) if confirmed else CONFIRM for question, confirmed in each)

    least, most = min(map(minutes, sure)), max(map(minutes, open_))
    names = {name for each in open_ for name in each}
    return Effort(
        questions=(min(map(len, sure)), max(map(len, open_))),
        minutes=(max(_STEP, int(least // _STEP) * _STEP), max(_STEP, math.ceil(most / _STEP) * _STEP)),
        people=tuple(busiest(questionnaire, names)),
    )


def _prospects(assessment: Assessment) -> Iterator[Prospect]:
    """Yield what can apply, for each phase that can be answered: no phase asks what all of them ask together."""
    questionnaire, phase = assessment.questionnaire, assessment.questionnaire.phase_question
    active = {name: mark.answer for name, mark in assessment.marks.items()}
    if phase is None or active.get(phase, UNANSWERED).settled:
        yield possible(questionnaire, active)
        return
    for option in questionnaire.by_id[phase].options:
        yield possible(questionnaire, {**active, phase: Answer("answered", option.id)})
