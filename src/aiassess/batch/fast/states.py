"""The answers to a question by the number of their state: all that the fast judge looks at of an answer.

What a state adds to every sum is worked out beforehand by the engine itself (``tables.py``).
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

from aiassess.batch.fast.seen import NO_ANSWER
from aiassess.batch.fast.words import Array, Words
from aiassess.model.answers import Answer, Evidence, Value
from aiassess.model.questionnaire import Question

BLANK, UNSURE, ASIDE, HIDDEN, FOREIGN, ANSWERED = range(6)
"""The numbers of the states that every question has. HIDDEN: it does not apply. FOREIGN: something that it does not take,
so that the fast way cannot tell what comes of the submission. From ANSWERED on a value is given."""
MOST_KEPT = 10_000
"""Entries of a memo; with so many it begins anew, so that no input can make it grow without end."""
_PROOF = (Evidence("-"),)
"""Any evidence: only whether there is some makes a difference."""


class Doubt(ValueError):
    """The fast way cannot tell what a submission gives; the engine's own way can."""


class Memo(dict[Any, Any]):
    """Results worked out once; a subclass says how in ``work_out``."""

    def __missing__(self, key: Any) -> Any:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = result = self.work_out(key)
        return result

    def work_out(self, key: Any) -> Any:
        raise NotImplementedError


Field = Literal["row", "settled", "missing", "raising", "bounds", "bounds_maybe", "options", "more", "foreign"]


class State(NamedTuple):
    """One answer to one question, as far as the result depends on it."""

    row: list[int]
    """What it adds to every sum (``Tables.row``)."""
    settled: bool
    """Answered, or "not applicable"."""
    missing: bool
    """Blank where an answer is required, or unsure."""
    findings: tuple[str, ...]
    """The names of the findings that it raises by itself."""
    critical: tuple[str, ...]
    """Those that are critical."""
    bounds: list[int]
    """What its points can still become, where the question applies for certain (``Tables.bounds``)."""
    bounds_maybe: list[int]
    """The same where that is not certain."""
    options: int = 0
    """The options chosen, where there may be several: a bit for each, in their order."""
    more: int = 0
    """How many options beyond one that is."""
    foreign: bool = False
    """It is foreign to the question."""

    @property
    def raising(self) -> bool:
        """Whether it raises a finding by itself."""
        return bool(self.findings)


class States:
    """The states of one question by number, as arrays in which the numbers of many submissions are looked up at once.

    Of one choice every option of the questionnaire has a number (``Tables.choices``), the same for all questions; those of
    other questions are ``foreign``. Of several choices a state is added when it is first met. ``state``: that of an answer;
    ``gone``: the bounds if the question does not apply; ``row``, ``bounds``: how their numbers are packed.
    """

    def __init__(
        self,
        question: Question,
        *,
        state: Callable[[Answer], State],
        gone: Callable[[], list[int]],
        foreign: State,
        choices: Sequence[tuple[str, bool]],
        row: Words,
        bounds: Words,
    ) -> None:
        self.question = question
        self._state, self._gone = state, gone
        self._bounds = bounds
        bits = np.int64 if len(question.options) < 63 else object
        packed = {"row": row, **dict.fromkeys(("bounds", "bounds_maybe"), bounds)}
        self._kinds: dict[str, Any] = {**packed, "more": np.int64, "options": bits}
        """How that of ``State`` is kept which is more than a truth value."""
        self._known: list[State] = []
        self._arrays: dict[str, Array] = {}
        self._alike = not question.score and all(finding.when for finding in question.findings)
        self._answer: State | None = None
        blank = state(Answer("unanswered"))
        aside = state(Answer("not_applicable")) if question.not_applicable else foreign
        hidden = blank._replace(row=row.pack(), missing=False)
        self._first = [blank, state(Answer("unsure")), aside, hidden, foreign]
        if question.kind.picks_one:
            own = {option.id for option in question.options}
            self._first += [
                self._answered(option, evidenced=evidenced) if option in own else foreign
                for option, evidenced in choices
            ]
        elif not question.options:  # several are added as they are met; of other values only bands tell them apart
            ends = [band.up_to for band in question.bands if band.up_to is not None]
            beyond = ends[-1] + 1 if ends else 0
            self._first += [self._answered(bound) for bound in (*ends, beyond)]
        self.forget()

    def __len__(self) -> int:
        return len(self._known)

    def forget(self) -> None:
        self._known = self._first[:]
        self._arrays.clear()

    def add(self, chosen: frozenset[str]) -> int:
        """Add the state of several options, which can stand together, and if they need evidence, that without any next.

        Return the number of the first.
        """
        number = len(self._known)
        options = sum(1 << place for place, option in enumerate(self.question.options) if option.id in chosen)
        for evidenced in (True, False) if needs_evidence(self.question) else (True,):
            state = self._answered(tuple(chosen), evidenced=evidenced)
            self._known.append(state._replace(options=options, more=len(chosen) - 1))
        return number

    def _answered(self, value: Value, *, evidenced: bool = False) -> State:
        """Return the state of a value. All are alike where there are neither points nor findings that depend on it."""
        if self._answer is None or not self._alike:
            answer = Answer("answered", value, evidence=_PROOF if evidenced else ())
            self._answer = self._state(answer)
        return self._answer

    def each(self, field: Field) -> Array:
        """Return what ``State`` has of each, by number; of a row or of bounds, as an array of states by words."""
        known = self._arrays.get(field)
        done = 0 if known is None else len(known)
        if known is None or done < len(self._known):
            values: list[Any] = [getattr(state, field) for state in self._known[done:]]
            kind = self._kinds.get(field, bool)
            more = kind.table(values) if isinstance(kind, Words) else np.array(values, dtype=kind)
            self._arrays[field] = known = more if known is None else np.concatenate([known, more])
        return known

    @property
    def prospects(self) -> Array:
        """``bounds`` of each, ``bounds_maybe`` of each, then those of a question that does not apply, whatever comes."""
        known = self._arrays.get("prospects")
        if known is None or len(known) != 2 * len(self) + 1:
            gone = self._bounds.table([self._gone()])
            self._arrays["prospects"] = known = np.concatenate([self.each("bounds"), self.each("bounds_maybe"), gone])
        return known

    def __getitem__(self, number: int) -> State:
        return self._known[number]


class Chosen(Memo):
    """The options of one question, as they are listed in a submission, to the number of their state (``States.add``).

    What the question does not take is FOREIGN, and not kept: it may be of any size.
    """

    def __init__(self, states: States) -> None:
        super().__init__()
        self._states = states
        self._own = {option.id for option in states.question.options}
        self._exclusive = {option.id for option in states.question.options if option.exclusive}
        self._numbers: dict[frozenset[str], int] = {}

    def __missing__(self, options: Any) -> int:
        if type(options) is not tuple or not options:
            return FOREIGN
        chosen = frozenset(options)
        alone = len(options) == 1 or chosen.isdisjoint(self._exclusive)
        if len(chosen) < len(options) or not alone or not chosen <= self._own:
            return FOREIGN
        number: int = super().__missing__(options)
        return number

    def work_out(self, key: tuple[str, ...]) -> int:
        """Return the number of options that can stand together."""
        chosen = frozenset(key)
        number = self._numbers.get(chosen)
        if number is None:
            self._numbers[chosen] = number = self._states.add(chosen)
        return number

    def begin(self) -> None:
        """Begin anew where too many states are kept. Numbers that were given before are void then."""
        if len(self._states) > MOST_KEPT:
            self.clear()
            self._numbers.clear()
            self._states.forget()
        self[NO_ANSWER] = self[None] = FOREIGN  # not asked for, but looked up all the same


def needs_evidence(question: Question) -> bool:
    """Return whether an option counts as another one without evidence."""
    return any(option.without_evidence for option in question.options)
