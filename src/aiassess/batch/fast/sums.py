"""Adding up what the states of questions stand for, of many submissions at once."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from aiassess.batch.fast.states import States
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.words import Array, Words

_AT_ONCE = 128
"""Submissions whose rows are summed up at once: some hundred questions then fit into a processor's cache."""


class Adder:
    """Sums over some questions: those of one choice all at once, since they have equally many states."""

    def __init__(self, tables: Tables, questions: Iterable[str], words: Words, rows: Callable[[States], Array]) -> None:
        """``rows``: of the states of a question what is summed, as packed by ``words``."""
        self._tables, self._words, self._rows = tables, words, rows
        names = list(questions)
        self._ones = [name for name in names if tables.of[name].question.kind.picks_one]
        self._others = [name for name in names if not tables.of[name].question.kind.picks_one]
        stacked = [rows(tables.of[name]) for name in self._ones]
        self._stacked = np.concatenate(stacked) if stacked else words.nothing(0)
        self._begins = np.arange(len(stacked))[:, None] * (len(self._stacked) // max(len(stacked), 1))

    def sums(self, size: int, numbers: Mapping[str, Array]) -> Array:
        """Return the sums of so many submissions, submissions by words; ``numbers``: of each question the rows that count."""
        sums = self._words.nothing(size)
        if self._ones:
            places = np.array([numbers[name] for name in self._ones]) + self._begins
            for start in range(0, size, _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                self._stacked.take(places[:, part], axis=0).sum(axis=0, out=sums[part])
        for name in self._others:
            sums += self._rows(self._tables.of[name]).take(numbers[name], axis=0)
        return sums
