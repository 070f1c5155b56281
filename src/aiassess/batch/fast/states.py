"""What each answer adds to every sum, worked out beforehand by the engine itself.

The fast judge adds these numbers up and looks at nothing else of an answer; so points, maxima, findings and bounds have one
definition, in ``aiassess.scoring``. An answer to a question is known by the number of its state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from aiassess.batch.fast.seen import NO_ANSWER
from aiassess.batch.fast.words import Words
from aiassess.model.answers import Answer, Evidence
from aiassess.model.questionnaire import SEVERITIES
from aiassess.scoring.assess import is_missing
from aiassess.scoring.conditions import OPEN
from aiassess.scoring.findings import is_raised
from aiassess.scoring.points import mark_question
from aiassess.scoring.range import question_bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiassess.batch.fast.words import Array
    from aiassess.model.answers import Value
    from aiassess.model.questionnaire import Basis, Question, Questionnaire
    from aiassess.scoring.result import Mark

BLANK, UNSURE, ASIDE, HIDDEN, FOREIGN, ANSWERED = range(6)
"""The numbers of the states that every question has. HIDDEN: it does not apply. FOREIGN: something that it does not take,
so that the fast way cannot tell what comes of the submission. From ANSWERED on a value is given."""
MOST_KEPT = 10_000
"""Entries of a memo; with so many it begins anew, so that no input can make it grow without end."""
BOUNDS = tuple(
    f"{kind}_{end}_{what}"
    for kind in ("inherent", "control")
    for what in ("points", "maximum")
    for end in ("least", "most")
)


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
        """Return the result for a key."""
        raise NotImplementedError


class State(NamedTuple):
    """One answer to one question, as far as the result depends on it."""

    row: list[int]
    """What it adds to every sum (``Tables.row``)."""
    settled: bool
    """Answered, or "not applicable"."""
    missing: bool
    """Blank where an answer is required, or unsure."""
    critical: tuple[str, ...]
    """The names of the critical findings that it raises by itself."""
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
        """Whether it raises a critical finding by itself."""
        return bool(self.critical)


class States:
    """The states of one question by number, as arrays in which the numbers of many submissions are looked up at once.

    Of one choice every option of the questionnaire has a number (``Tables.choices``), the same for all questions; those of
    other questions are ``foreign``. Of several choices a state is added when it is first met.
    """

    def __init__(self, tables: Tables, question: Question) -> None:
        self.question = question
        self._tables = tables
        self._known: list[State] = []
        self._arrays: dict[str, Array] = {}
        self._alike = not question.score and all(finding.when for finding in question.findings)
        self._answer: State | None = None
        blank = tables.state(question, Answer("unanswered"))
        aside = tables.state(question, Answer("not_applicable")) if question.not_applicable else tables.foreign
        self._first = [
            blank,
            tables.state(question, Answer("unsure")),
            aside,
            blank._replace(row=tables.row.pack(), missing=False),
            tables.foreign,
        ]
        if question.kind.picks_one:
            own = {option.id for option in question.options}
            self._first += [
                self._answered(option, evidenced=evidenced) if option in own else tables.foreign
                for option, evidenced in tables.choices
            ]
        elif not question.options:  # several are added as they are met; of other values only bands tell them apart
            bounds = [band.up_to for band in question.bands if band.up_to is not None]
            beyond = bounds[-1] + 1 if bounds else 0
            self._first += [self._answered(bound) for bound in (*bounds, beyond)]
        self.forget()

    def __len__(self) -> int:
        return len(self._known)

    def forget(self) -> None:
        """Drop what was added."""
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
            self._answer = self._tables.state(self.question, answer)
        return self._answer

    @property
    def rows(self) -> Array:
        """``State.row`` of each, as an array of states by words."""
        return self._array("row", self._tables.row)

    @property
    def bounds(self) -> Array:
        """``State.bounds`` of each."""
        return self._array("bounds", self._tables.bounds)

    @property
    def bounds_maybe(self) -> Array:
        """``State.bounds_maybe`` of each."""
        return self._array("bounds_maybe", self._tables.bounds)

    @property
    def prospects(self) -> Array:
        """``bounds`` of each, ``bounds_maybe`` of each, then those of a question that does not apply, whatever comes."""
        known = self._arrays.get("prospects")
        if known is None or len(known) != 2 * len(self) + 1:
            gone = self._tables.bounds.table([self._tables.gone(self.question)])
            self._arrays["prospects"] = known = np.concatenate([self.bounds, self.bounds_maybe, gone])
        return known

    @property
    def options(self) -> Array:
        """``State.options`` of each."""
        return self._array("options", np.int64 if len(self.question.options) < 63 else object)

    @property
    def more(self) -> Array:
        """``State.more`` of each."""
        return self._array("more", np.int64)

    @property
    def settled(self) -> Array:
        """``State.settled`` of each."""
        return self._array("settled", bool)

    @property
    def foreign(self) -> Array:
        """Whether each is foreign to the question."""
        return self._array("foreign", bool)

    @property
    def missing(self) -> Array:
        """``State.missing`` of each."""
        return self._array("missing", bool)

    @property
    def raising(self) -> Array:
        """Whether each raises a critical finding by itself."""
        return self._array("raising", bool)

    def critical(self, number: int) -> tuple[str, ...]:
        """Return ``State.critical`` of one."""
        return self._known[number].critical

    def _array(self, name: str, kind: Words | Any) -> Array:
        known = self._arrays.get(name)
        done = 0 if known is None else len(known)
        if known is None or done < len(self._known):
            values: list[Any] = [getattr(state, name) for state in self._known[done:]]
            more = kind.table(values) if isinstance(kind, Words) else np.array(values, dtype=kind)
            self._arrays[name] = known = more if known is None else np.concatenate([known, more])
        return known


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
        self.shares = {name: _share(tagged) for name, tagged in self.tagged.items()}
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
        self.foreign = State(self.row.pack(foreign=1), True, False, (), nothing, nothing, foreign=True)
        self.of = {question.id: States(self, question) for question in questions}

    def chosen(self, options: frozenset[str]) -> Array:
        """Return of each number of a question of one choice whether it stands for one of these options."""
        known = self._chosen.get(options)
        if known is None:
            self._chosen[options] = known = np.zeros(len(self.without_evidence), dtype=bool)
            known[[number for option in options for number in self.numbers[option]]] = True
        return known

    def basis(self, question: Question) -> Basis:
        """Return what the share is taken of to which a scored question adds."""
        scoring = self.questionnaire.scoring
        return scoring.inherent_maximum if question.score == "inherent" else scoring.controls_maximum

    def state(self, question: Question, answer: Answer) -> State:
        """Return the state of an answer to a question that applies."""
        mark = mark_question(self.questionnaire, question, answer)
        raised = [item for item in question.findings if item.when is None and is_raised(item, answer, _facts)]
        critical = tuple(f"{question.id}.{item.id}" for item in raised if item.severity == "critical")
        known = answer if mark.settled else OPEN
        may_be_aside = answer.status == "not_applicable" if mark.settled else question.not_applicable
        certain = {"measured": int(question.score == "control" and not may_be_aside), "found": len(critical)}
        return State(
            row=self._row(question, mark, [finding.severity for finding in raised]),
            settled=mark.settled,
            missing=is_missing(mark),
            critical=critical,
            bounds=self._bounds(question, (known, True), **certain),
            bounds_maybe=self._bounds(question, (known, False)),
        )

    def gone(self, question: Question) -> list[int]:
        """Return the bounds of a question that does not apply, whatever comes."""
        return self._bounds(question, None if question.score and self.basis(question) == "all" else _NEVER)

    def _row(self, question: Question, mark: Mark, severities: Sequence[str]) -> list[int]:
        """Pack what an answer adds. Of ``all`` the maximum stands fast: what is set aside is summed instead."""
        maximum = mark.maximum
        if question.score and self.basis(question) == "all":
            maximum = 0 if mark.counts else question.highest_points
        sums = {
            name: self.shares[name].pack(mark.points, maximum, counting=mark.counts)
            for name in self._shares_of[question.id]
        }
        counts = {severity: severities.count(severity) for severity in SEVERITIES}
        return self.row.pack(missing=int(is_missing(mark)), **counts, **sums)

    def _bounds(self, question: Question, state: Any, **more: int) -> list[int]:
        if question.score is None or state is _NEVER:
            return self.bounds.pack(**more)
        points, maximum = question_bounds(question, state, whole_file=self.basis(question) == "all")
        names = [name for name in BOUNDS if name.startswith(question.score)]
        return self.bounds.pack(**dict(zip(names, (*points, *maximum), strict=True)), **more)


_NEVER = object()


@dataclass(frozen=True)
class Share:
    """How the sums of a share are packed into one number: points, maximum, and how many questions count."""

    highest: int
    questions: int

    @property
    def most(self) -> int:
        """The largest number that may come of it."""
        return self.pack(self.highest, self.highest, counting=self.questions)

    def pack(self, points: int, maximum: int, *, counting: int) -> int:
        """Return the three in one."""
        base = self.highest + 1
        return (counting * base + maximum) * base + points

    def read(self, packed: int) -> tuple[int, int, int]:
        """Return points, maximum and how many questions count."""
        rest, points = divmod(packed, self.highest + 1)
        counting, maximum = divmod(rest, self.highest + 1)
        return points, maximum, counting


def _tagged(questionnaire: Questionnaire) -> dict[str, list[Question]]:
    """Return the questions that add to each share; to a tag without a control question there is none."""
    inherent = [question for question in questionnaire.questions if question.score == "inherent"]
    controls = [question for question in questionnaire.questions if question.score == "control"]
    tagged = {"inherent": inherent, "controls": controls}
    for tag in questionnaire.principles:
        tagged[f"principle_{tag.id}"] = [question for question in controls if tag.id in question.principles]
    for tag in questionnaire.actors:
        tagged[f"actor_{tag.id}"] = [question for question in controls if tag.id in question.actors]
    return {name: found for name, found in tagged.items() if found or name in ("inherent", "controls")}


def _share(questions: list[Question]) -> Share:
    return Share(sum(question.highest_points for question in questions), len(questions))


def needs_evidence(question: Question) -> bool:
    """Return whether an option counts as another one without evidence."""
    return any(option.without_evidence for option in question.options)


def _facts(_: str) -> Any:
    raise AssertionError("findings with a condition are no part of a state")
