"""The columns of each kind of question: what submissions answer is checked and becomes states, many at once."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec.structs import astuple

from aiassess.batch.fast.decode import RegisterEntry
from aiassess.batch.fast.seen import any_blank, places, unfit
from aiassess.batch.fast.states import ANSWERED, FOREIGN, Chosen
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.words import Array
from aiassess.kinds.number import bounds
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.kinds.registry import ByKind
from aiassess.kinds.risks import MAX_RISKS
from aiassess.model.questionnaire import Question
from aiassess.visible import is_blank

_DATE = re.compile(DATE_PATTERN).search
_NONE = float("nan")
"""A missing number: it fits no bound."""
_NO_RISK = (0, 0)


class Column:
    """The answers to one question. For one choice there is nothing to add to what ``reading.py`` finds."""

    def __init__(self, question: Question, _: Tables) -> None:
        self.name = question.id

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        """Change ``states`` from ANSWERED to what the values ``given`` stand for.

        Return how many strings more than one each has, and its doubles if conditions look at them.
        """
        return 0, None


class _Several(Column):
    def __init__(self, question: Question, tables: Tables) -> None:
        super().__init__(question, tables)
        self._states = tables.of[question.id]
        self._chosen = Chosen(self._states)

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        self._chosen.begin()
        chosen = np.fromiter(map(self._chosen.__getitem__, given), states.dtype, len(given))
        # Behind the number of what is chosen comes that of the same without evidence, as behind ANSWERED.
        numbers = np.where(chosen == FOREIGN, FOREIGN, chosen + states - ANSWERED)
        np.copyto(states, numbers, where=states >= ANSWERED)
        return self._states.each("more").take(states), None


class _Numbers(Column):
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


class _Registers(Column):
    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        found = [_strings_and_rating(value) if type(value) is tuple else _NO_RISK for value in given]
        strings, ratings = np.array(found).T
        states[(states == ANSWERED) & (ratings == 0)] = FOREIGN
        return strings, ratings


class _Texts(Column):
    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        if any_blank([*filter(None, given)]):
            states[[value is not None and is_blank(value) for value in given]] = FOREIGN
        return 0, None


class _Dates(Column):
    def __init__(self, question: Question, tables: Tables) -> None:
        super().__init__(question, tables)
        self._earliest, self._latest = question.earliest or "", question.latest or "9999-12-31"

    def take(self, given: Sequence[Any], states: Array) -> tuple[Array | int, Array | None]:
        states[places(given, unfit(self._fits, given))] = FOREIGN
        return 0, None

    def _fits(self, day: str) -> Any:
        return self._earliest <= day <= self._latest and _DATE(day)


COLUMNS: ByKind[type[Column]] = ByKind(
    choice=Column, choices=_Several, text=_Texts, number=_Numbers, date=_Dates, risks=_Registers
)


def _strings_and_rating(risks: Sequence[Any]) -> tuple[int, int]:
    """Return how many strings more than one a risk register has, and its highest rating.

    A residual rating without its other half is not counted, so the count of strings gives it away.
    """
    if not 0 < len(risks) <= MAX_RISKS or {*map(type, risks)} != {RegisterEntry}:
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
