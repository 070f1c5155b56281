"""What each answer adds to every sum, worked out beforehand by the engine itself.

The fast judge only adds these numbers up; so points, maxima, findings and bounds have one definition, in ``aiassess.scoring``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from aiassess.batch.fast.states import ANSWERED, State, States
from aiassess.batch.fast.words import Array, Words
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import SEVERITIES, Question, Questionnaire
from aiassess.scoring.conditions import OPEN
from aiassess.scoring.findings import is_raised
from aiassess.scoring.points import mark_question
from aiassess.scoring.range import question_bounds
from aiassess.scoring.result import Mark

BOUNDS = tuple(
    f"{kind}_{end}_{what}"
    for kind in ("inherent", "control")
    for what in ("points", "maximum")
    for end in ("least", "most")
)


class Tables:
    """The states of every question, and how their numbers are packed.

    ``shares``: the sums of points by name (``inherent``, ``controls``, ``principle_<id>``, ``actor_<id>``), ``tagged``: the
    questions that add to each. ``row``: what is missing, the findings, those sums, and what is foreign to its question.
    ``bounds``: what the sums can still become. ``choices``: all options of questions of one choice, with evidence, then
    those that may count as another one, without it; ``numbers``: of an option the numbers of its states.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        questions = questionnaire.questions
        self.questionnaire = questionnaire
        self._basis = questionnaire.scoring.basis
        options = [option for question in questions if question.kind.picks_one for option in question.options]
        unproven = [option for option in options if option.without_evidence]
        self.choices = tuple(
            dict.fromkeys([*((option.id, True) for option in options), *((option.id, False) for option in unproven)])
        )
        self.numbers: dict[str, list[int]] = {option.id: [] for option in options}
        for number, (name, _) in enumerate(self.choices, ANSWERED):
            self.numbers[name].append(number)
        self.without_evidence = np.arange(ANSWERED + len(self.choices), dtype=np.uint16)
        """Of the number of each answer to a question of one choice that without evidence."""
        for option in unproven:
            proven, bare = self.numbers[option.id]
            self.without_evidence[proven] = bare
        self._chosen: dict[frozenset[str], Array] = {}
        self.tagged = _tagged(questionnaire)
        self.shares = {
            name: Packing(sum(question.highest_points for question in tagged), len(tagged))
            for name, tagged in self.tagged.items()
        }
        self._shares_of: dict[str, list[str]] = {question.id: [] for question in questions}
        for name, tagged in self.tagged.items():
            for question in tagged:
                self._shares_of[question.id].append(name)
        findings = sum(len(question.findings) for question in questions)
        counted: dict[str, int] = {
            "foreign": len(questions),
            "missing": len(questions),
            **dict.fromkeys(SEVERITIES, findings),
        }
        self.row = Words({**counted, **{name: share.most for name, share in self.shares.items()}})
        most = sum(question.highest_points for question in questions if question.score)
        self.bounds = Words({**dict.fromkeys(BOUNDS, most), "measured": len(questions), "found": findings})
        nothing = self.bounds.pack()
        self.foreign = State(self.row.pack(foreign=1), True, False, (), (), nothing, nothing, foreign=True)
        self.of = {
            question.id: States(
                question,
                state=partial(self.state, question),
                gone=partial(self.gone, question),
                foreign=self.foreign,
                choices=self.choices,
                row=self.row,
                bounds=self.bounds,
            )
            for question in questions
        }

    def chosen(self, options: frozenset[str]) -> Array:
        """Return for each state of a question of one choice whether it means one of these options."""
        known = self._chosen.get(options)
        if known is None:
            self._chosen[options] = known = np.zeros(len(self.without_evidence), dtype=bool)
            known[[number for option in options for number in self.numbers[option]]] = True
        return known

    def state(self, question: Question, answer: Answer) -> State:
        mark = mark_question(self.questionnaire, question, answer)
        raised = [item for item in question.findings if item.when is None and is_raised(item, answer, _facts)]
        critical = tuple(f"{question.id}.{item.id}" for item in raised if item.severity == "critical")
        known = answer if mark.settled else OPEN
        may_be_aside = answer.status == "not_applicable" if mark.settled else question.not_applicable
        certain = {"measured": int(question.score == "control" and not may_be_aside), "found": len(critical)}
        return State(
            row=self._row(question, mark, [finding.severity for finding in raised]),
            settled=mark.settled,
            missing=question.is_missing(answer),
            findings=tuple(f"{question.id}.{item.id}" for item in raised),
            critical=critical,
            bounds=self._bounds(question, (known, True), **certain),
            bounds_maybe=self._bounds(question, (known, False)),
        )

    def gone(self, question: Question) -> list[int]:
        """Return the bounds of a question that does not apply, whatever comes."""
        return self._bounds(question, None if question.score and self._basis(question.score) == "all" else _NEVER)

    def _row(self, question: Question, mark: Mark, severities: Sequence[str]) -> list[int]:
        """Pack what an answer adds. If the basis is ``all``, the maximum is fixed: what is set aside is summed instead."""
        maximum = mark.maximum
        if question.score and self._basis(question.score) == "all":
            maximum = 0 if mark.counts else question.highest_points
        sums = {
            name: self.shares[name].pack(mark.points, maximum, counting=mark.counts)
            for name in self._shares_of[question.id]
        }
        counts = {severity: severities.count(severity) for severity in SEVERITIES}
        return self.row.pack(missing=int(question.is_missing(mark.answer)), **counts, **sums)

    def _bounds(self, question: Question, state: Any, **more: int) -> list[int]:
        if question.score is None or state is _NEVER:
            return self.bounds.pack(**more)
        points, maximum = question_bounds(question, state, whole_file=self._basis(question.score) == "all")
        names = [name for name in BOUNDS if name.startswith(question.score)]
        return self.bounds.pack(**dict(zip(names, (*points, *maximum), strict=True)), **more)


_NEVER = object()


@dataclass(frozen=True)
class Packing:
    """How a share's points, its maximum and the number of questions that count are packed into one number."""

    highest: int
    questions: int

    @property
    def most(self) -> int:
        """The largest packed number that sums can reach."""
        return self.pack(self.highest, self.highest, counting=self.questions)

    def pack(self, points: int, maximum: int, *, counting: int) -> int:
        """Return the three as one number."""
        base = self.highest + 1
        return (counting * base + maximum) * base + points

    def read(self, packed: int) -> tuple[int, int, int]:
        """Return points, maximum and how many questions count."""
        rest, points = divmod(packed, self.highest + 1)
        counting, maximum = divmod(rest, self.highest + 1)
        return points, maximum, counting


def _tagged(questionnaire: Questionnaire) -> dict[str, list[Question]]:
    """Return the questions that add to each share; a tag without a control question has none."""
    found = {"inherent": questionnaire.scored["inherent"], "controls": questionnaire.scored["control"]}
    for prefix, name in (("principle", "principles"), ("actor", "actors")):
        found |= {f"{prefix}_{tag}": tagged for tag, tagged in questionnaire.controls_of[name].items() if tagged}
    return found


def _facts(_: str) -> Any:
    raise AssertionError("findings with a condition are no part of a state")
