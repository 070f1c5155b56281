"""The readings of many submissions side by side: values are checked and become states, a question at a time.

The second step of the fast judge. What a question does not take becomes FOREIGN, and ``outcome.py`` gives nothing for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec.structs import astuple

from aiassess.answers import formats
from aiassess.batch.fast.decode import NO_ANSWER, Risk
from aiassess.batch.fast.seen import FRAME, any_blank
from aiassess.batch.fast.states import ANSWERED, BLANK, FOREIGN, Chosen
from aiassess.kinds.number import bounds
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.kinds.risks import MAX_RISKS
from aiassess.visible import is_blank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from aiassess.batch.fast.reading import Reader, Reading
    from aiassess.batch.fast.states import Tables
    from aiassess.batch.fast.words import Array
    from aiassess.model.questionnaire import Question

_ABOUT = {name: re.compile(pattern).search for name, pattern in formats.ABOUT_PATTERNS.items()}
_DATE = re.compile(DATE_PATTERN).search


@dataclass(frozen=True, slots=True)
class Gathered:
    """Submissions side by side.

    ``numbers``: those of the states, questions by submissions; ``values``: what was given to questions that are not of one
    choice; ``doubles``: see ``Facts``; ``doubt``: where something is not as it should be, answers that are FOREIGN aside;
    ``unconfirmed``: of submissions that have such answers, the places of their questions.
    """

    numbers: Array
    values: dict[str, Sequence[Any]]
    doubles: dict[str, Array]
    doubt: Array
    unconfirmed: Mapping[int, Sequence[int]]
    versions: Sequence[str]
    completed: Sequence[Any]


class Gatherer:
    """Brings readings together."""

    def __init__(self, reader: Reader, tables: Tables) -> None:
        self._reader, self._without_evidence = reader, tables.without_evidence
        self._columns = [_COLUMNS[question.type](question, tables) for question in reader.questions[reader.ones :]]

    def gather(self, readings: Sequence[Reading]) -> Gathered:
        """Return the readings of some submissions, at least one, side by side."""
        packed, others, proven, unconfirmed, abouts, marks, versions = zip(*readings, strict=True)
        numbers = self._reader.unpacked(packed)
        self._leave_unproven(numbers, proven)
        # An answer has three strings: its name, "value" or "status", and that; those that have more or less say so.
        strings = FRAME + 3 * np.count_nonzero(numbers != BLANK, axis=0)
        values: dict[str, Sequence[Any]] = {}
        doubles: dict[str, Array] = {}
        several = zip(self._columns, zip(*others, strict=True), numbers[self._reader.ones :], strict=True)
        for column, given, states in several:
            values[column.name] = given
            more, numbered = column.take(given, states)
            strings += more
            if numbered is not None:
                doubles[column.name] = numbered
        about = dict(zip(formats.ABOUT_FIELDS, zip(*abouts, strict=True), strict=True))
        doubt = np.zeros(len(readings), dtype=bool)
        for name, given in about.items():
            strings += np.array([2 if type(value) is str else value is None for value in given])
            doubt[_places(given, _unfit(_ABOUT[name], given))] = True
        doubt |= np.array(marks) != 2 * strings  # it holds more strings than were looked at
        without = {place: questions for place, questions in enumerate(unconfirmed) if questions}
        return Gathered(numbers, values, doubles, doubt, without, versions, about["completed_at"])

    def _leave_unproven(self, numbers: Array, proven: Sequence[Sequence[int]]) -> None:
        """Change the numbers of answers that lack evidence; of several choices from ANSWERED to the next."""
        ones, need = self._reader.ones, self._reader.proven
        bare = np.ones(numbers.shape, dtype=bool)
        submissions = np.repeat(np.arange(len(proven)), [*map(len, proven)])
        bare[np.fromiter(chain.from_iterable(proven), int), submissions] = False
        one, several = numbers[need.start : ones], numbers[ones : need.stop]
        one[:] = np.where(bare[need.start : ones], self._without_evidence[one], one)
        several += bare[ones : need.stop] & (several == ANSWERED)


class _Column:
    """What submissions answer to one question."""

    def __init__(self, question: Question, _: Tables) -> None:
        self.name = question.id

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        """Change ``states`` from ANSWERED to what the values ``given`` stand for.

        Return how many strings more than one each has, and its doubles where conditions ask for them.
        """
        raise NotImplementedError


class _Several(_Column):
    def __init__(self, question: Question, tables: Tables) -> None:
        super().__init__(question, tables)
        self._chosen = Chosen(tables.of[question.id])

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        chosen = self._chosen
        chosen.begin()
        answered = np.flatnonzero(states >= ANSWERED)
        values = [given[place] for place in answered.tolist()]
        pairs = zip(values, (states[answered] == ANSWERED).tolist(), strict=True)
        more = np.zeros(len(given), dtype=int)
        more[answered] = [len(value) - 1 if type(value) is list else 0 for value in values]
        states[answered] = [chosen[tuple(value), proven] if type(value) is list else FOREIGN for value, proven in pairs]
        return more, None


class _Numbers(_Column):
    def __init__(self, question: Question, tables: Tables) -> None:
        super().__init__(question, tables)
        self._low, self._high = bounds(question)
        self._whole = question.whole
        self._bounds = [band.up_to for band in question.bands if band.up_to is not None]

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        numbers = [value if type(value) is int or type(value) is float else _NONE for value in given]
        doubles = np.array(numbers, dtype=np.float64)  # they hold each number that is accepted exactly
        fits = (doubles >= self._low) & (doubles <= self._high)
        if self._whole:
            fits &= doubles == np.floor(doubles)
        answered = states == ANSWERED
        states[answered] = np.where(fits, ANSWERED + np.searchsorted(self._bounds, doubles), FOREIGN)[answered]
        return -answered.astype(int), doubles


class _Registers(_Column):
    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        found = [_strings_and_rating(value) if type(value) is list else _NO_RISK for value in given]
        strings, ratings = np.array(found).T
        states[(states == ANSWERED) & (ratings == 0)] = FOREIGN
        return strings, ratings


class _Texts(_Column):
    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        if any_blank([*filter(None, given)]):
            states[[value is not None and is_blank(value) for value in given]] = FOREIGN
        return 0, None


class _Dates(_Column):
    def __init__(self, question: Question, tables: Tables) -> None:
        super().__init__(question, tables)
        self._earliest, self._latest = question.earliest or "", question.latest or "9999-12-31"

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        states[_places(given, _unfit(self._fits, given))] = FOREIGN
        return 0, None

    def _fits(self, day: str) -> Any:
        return self._earliest <= day <= self._latest and _DATE(day)


_COLUMNS: dict[str, type[_Column]] = {
    "choices": _Several,
    "number": _Numbers,
    "risks": _Registers,
    "text": _Texts,
    "date": _Dates,
}
_NONE = float("nan")
"""Where no number is given: it fits no bound."""
_NO_RISK = (0, 0)


def _strings_and_rating(risks: Sequence[Any]) -> tuple[int, int]:
    """Return how many strings more than one a risk register has, and its highest rating.

    A residual rating without its other half is not counted, and so found out.
    """
    if not 0 < len(risks) <= MAX_RISKS or {*map(type, risks)} != {Risk}:
        return _NO_RISK
    strings, highest = -1, 0
    texts: list[str | None] = []
    for risk in risks:
        title, likelihood, consequence, treatment, then_likelihood, then_consequence, owner, due = astuple(risk)
        rating = likelihood * consequence
        strings += 4
        if then_likelihood and then_consequence:
            rating = then_likelihood * then_consequence
            strings += 2
        if treatment:
            strings += 2
        if owner:
            strings += 2
        if due:
            strings += 2
        texts += (title, treatment, owner)
        highest = max(highest, rating)
    return _NO_RISK if any_blank([*filter(None, texts)]) else (strings, highest)


def _unfit(fits: Callable[[str], Any], given: Iterable[Any]) -> set[Any]:
    """Return the strings given that do not fit."""
    return {value for value in set(given) if type(value) is str and value is not NO_ANSWER and not fits(value)}


def _places(given: Sequence[Any], wanted: set[Any]) -> list[int]:
    return [place for place, value in enumerate(given) if value in wanted] if wanted else []
