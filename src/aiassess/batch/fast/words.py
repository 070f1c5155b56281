"""Several whole numbers side by side in the words of an array, so that one addition adds them all."""

from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

_BITS = 62
"""Of a word of 64 that are used: no sum, and none of its parts, reaches the sign."""


class Words:
    """The place of each number. ``most`` names the numbers and the most that their sums can come to.

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
