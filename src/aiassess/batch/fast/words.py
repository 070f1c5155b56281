"""Several whole numbers side by side in the words of an array, so that one addition adds them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Array = np.ndarray[Any, Any]

_BITS = 62
"""Of a word of 64 that are used: no sum, and none of its parts, reaches the sign."""


_AT_ONCE = 128
"""Submissions whose rows are summed up at once: some hundred questions then fit into a processor's cache."""


class Words:
    """Where each number stands. ``most`` names the numbers and the most that their sums can come to.

    A number that is wider than a word gets one of its own, of any size; that is slower, and questionnaires with such points
    are rare.
    """

    def __init__(self, most: Mapping[str, int]) -> None:
        self._places: dict[str, tuple[int, int, int]] = {}
        word, used = 0, 0
        for name, largest in most.items():
            width = max(largest.bit_length(), 1)
            if used and used + width > _BITS:
                word, used = word + 1, 0
            self._places[name] = (word, used, (1 << width) - 1)
            used += width
        self.size = word + 1
        self.dtype: Any = (
            np.int64 if all(ones.bit_length() <= _BITS for _, _, ones in self._places.values()) else object
        )

    def pack(self, **values: int) -> list[int]:
        """Return the words of some numbers; those not given are 0."""
        words = [0] * self.size
        for name, value in values.items():
            word, shift, _ = self._places[name]
            words[word] += value << shift
        return words

    def table(self, rows: list[list[int]]) -> Array:
        """Return packed rows as an array, rows by words."""
        return np.array(rows, dtype=self.dtype).reshape(len(rows), self.size)

    def nothing(self, rows: int) -> Array:
        """Return an array of sums, rows by words, to which nothing is added yet."""
        return np.zeros((rows, self.size), dtype=self.dtype)

    def read(self, sums: Array, name: str) -> Array:
        """Return one of the numbers of every row."""
        word, shift, ones = self._places[name]
        return sums[:, word] >> shift & ones


class Stack:
    """The tables of several questions in one, to sum what their states add for many submissions at once."""

    def __init__(self, words: Words, tables: Sequence[Array]) -> None:
        """``tables``: of each question the rows of its states; they must be equally many."""
        self._words = words
        self._rows = np.concatenate(tables) if tables else words.nothing(0)
        self._begins = np.array([len(self._rows) // len(tables) * place for place in range(len(tables))])[:, None]

    def sums(self, numbers: Array) -> Array:
        """Return the sums of submissions; ``numbers`` are those of the states, questions by submissions."""
        sums = self._words.nothing(numbers.shape[1])
        if len(self._begins):
            for start in range(0, len(sums), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                self._rows.take(numbers[:, part] + self._begins, axis=0).sum(axis=0, out=sums[part])
        return sums
