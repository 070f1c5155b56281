"""The readings of many submissions side by side: values are checked and become states, a question at a time.

The second step of the fast judge. What a question does not take becomes FOREIGN, and ``outcome.py`` gives nothing for it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aiassess.answers import formats
from aiassess.batch.fast.kinds import COLUMNS
from aiassess.batch.fast.reading import NOTED, Reader, Reading
from aiassess.batch.fast.seen import FRAME, places, unfit
from aiassess.batch.fast.states import ANSWERED, BLANK
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.words import Array

_ABOUT = {name: re.compile(pattern).search for name, pattern in formats.ABOUT_PATTERNS.items()}


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
    about: Mapping[str, Sequence[Any]]


class Gatherer:
    """Brings readings together."""

    def __init__(self, reader: Reader, tables: Tables) -> None:
        self._reader, self._without_evidence = reader, tables.without_evidence
        self._columns = [COLUMNS.of(question)(question, tables) for question in reader.questions[reader.ones :]]

    def gather(self, readings: Sequence[Reading]) -> Gathered:
        """Put the readings of at least one submission side by side."""
        packed, others, proven, unconfirmed, abouts, marks, versions = zip(*readings, strict=True)
        numbers = self._reader.unpacked(packed)
        self._leave_unproven(numbers, proven)
        np.putmask(numbers, numbers == NOTED, BLANK)
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
            doubt[places(given, unfit(_ABOUT[name], given))] = True
        doubt |= np.array(marks) != 2 * strings  # it holds more strings than were looked at
        without = {place: questions for place, questions in enumerate(unconfirmed) if questions}
        return Gathered(numbers, values, doubles, doubt, without, versions, about)

    def _leave_unproven(self, numbers: Array, proven: Sequence[bytes]) -> None:
        """Change the numbers of answers that lack evidence; of several choices from ANSWERED to the next."""
        ones, need = self._reader.ones, self._reader.proven
        bare = np.ones(numbers.shape[::-1], dtype=bool)
        bare[numbers.T != BLANK] = ~np.frombuffer(b"".join(proven), bool)
        bare = bare.T
        one, several = numbers[need.start : ones], numbers[ones : need.stop]
        one[:] = np.where(bare[need.start : ones], self._without_evidence[one], one)
        several += bare[ones : need.stop] & (several == ANSWERED)
