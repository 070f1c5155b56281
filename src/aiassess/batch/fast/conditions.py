"""Conditions over many submissions at once (docs/questionnaire-format.md#conditions)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, reduce
from operator import and_, or_
from typing import Any, assert_never

import numpy as np

from aiassess.batch.fast.states import ANSWERED, ASIDE, HIDDEN
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.words import Array
from aiassess.model import conditions as c


class Facts:
    """What conditions look at: of each question the number of its state in every submission (``states``).

    ``doubles``: of numbers what was answered, of risk registers the highest rating; they mean nothing where there is no
    answer. What holds is told in rows by submissions: in one row as things stand; if answers are ``open``, in two: whether it
    holds whatever they turn out to be, and whether it may hold.
    """

    def __init__(
        self, tables: Tables, numbers: Array, questions: Sequence[str], doubles: Mapping[str, Array], rows: int = 1
    ) -> None:
        """``numbers``: those of the states, questions by submissions."""
        self.tables, self.size = tables, numbers.shape[1]
        self.numbers, self.questions, self.doubles = numbers, questions, doubles
        self.states: dict[str, Array] = dict(zip(questions, numbers, strict=True))
        self._applying: dict[str, Array] = {}
        self.always: Array = np.ones((rows, self.size), dtype=bool)
        self._held: dict[int, Array] = {}
        self._inherent: Callable[[], tuple[Array, Array]]

    def opened(self, places: Array) -> "Facts":
        """Return the facts of some of the submissions, independent of these, where answers are open."""
        doubles = {name: values[places] for name, values in self.doubles.items()}
        return Facts(self.tables, self.numbers[:, places], self.questions, doubles, rows=2)

    def show(self, question: str, applying: Array) -> None:
        """Count the answers to a question as hidden where it does not apply for certain; ``applying``: as ``hold`` gives it."""
        self._applying[question] = applying
        np.putmask(self.states[question], ~applying[0], HIDDEN)

    def level_by(self, inherent: Callable[[], tuple[Array, Array]]) -> None:
        """Say how the ranks of the lowest and highest level by inherent points are worked out, once a condition asks for it."""
        self._inherent = cache(inherent)

    def all(self, truths: Sequence[Array]) -> Array:
        """Return where every one holds; true of none."""
        first, *others = truths or [self.always]
        return reduce(and_, others, first)

    def any(self, truths: Sequence[Array]) -> Array:
        """Return where one holds; false of none."""
        first, *others = truths or [~self.always]
        return reduce(or_, others, first)

    def hold(self, condition: c.Condition | None) -> Array:
        """Return where a condition holds; none holds always. It is ``scoring.conditions.holds``, for arrays.

        What was found is kept, so ask only for conditions on questions that are shown, or always apply.
        """
        if condition is None:
            return self.always
        key = id(condition)  # what is stated more than once is one object
        held = self._held.get(key)
        if held is None:
            self._held[key] = held = self._hold(condition)
        return held

    def _hold(self, condition: c.Condition) -> Array:
        match condition:
            case c.All(parts):
                return self.all([self.hold(part) for part in parts])
            case c.Any(parts):
                return self.any([self.hold(part) for part in parts])
            case c.Not(part):
                return ~self.hold(part)[::-1]  # it may hold unless its part is certain to
            case c.LevelAtLeast(_, means):
                return self.hold(means)
            case c.InherentLevel(levels):
                low, high = self._inherent()
                there: Array = np.array([level.id in levels for level in self.tables.questionnaire.levels])[low]
                return self._rows(there & (low == high), low != high if len(self.always) > 1 else None)
            case c.OnQuestion(question):
                return self._rows(self._test(condition), self._is_open(question) if len(self.always) > 1 else None)
            case _:
                assert_never(condition)

    def _is_open(self, question: str) -> Array:
        """Return where an answer may still become another."""
        settled = self.tables.of[question].each("settled").take(self.states[question])
        applying = self._applying.get(question)
        return ~settled if applying is None else applying[1] & ~(applying[0] & settled)

    def _rows(self, truth: Array, is_open: Array | None) -> Array:
        return truth[None] if is_open is None else np.array([truth, truth | is_open])

    def answered(self, question: str) -> Array:
        """Return where a value is given."""
        return self.states[question] >= ANSWERED

    def _test(self, test: c.Test) -> Any:
        match test:
            case c.AnyOf(name, options) if self.tables.of[name].question.kind.picks_one:
                return self.tables.chosen(options).take(self.states[name])
            case c.AnyOf(name, options):
                return np.not_equal(self._chosen(name) & self._bits(name, options), 0)
            case c.AllOf(name, options):
                wanted = self._bits(name, options)
                return np.equal(self._chosen(name) & wanted, wanted)
            case c.AtLeast(name, bound) | c.RatingAtLeast(name, bound):
                return (self.doubles[name] >= bound) & self.answered(name)
            case c.AtMost(name, bound):
                return (self.doubles[name] <= bound) & self.answered(name)
            case c.NotApplicable(name):
                return self.states[name] == ASIDE
            case c.Answered(name):
                return self.answered(name)
            case _:
                assert_never(test)

    def _chosen(self, name: str) -> Array:
        return self.tables.of[name].each("options")[self.states[name]]

    def _bits(self, name: str, options: Iterable[str]) -> int:
        known = [option.id for option in self.tables.of[name].question.options]
        return sum(1 << known.index(option) for option in options)
