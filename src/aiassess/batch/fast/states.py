"""What each answer adds to every sum, worked out beforehand by the engine itself.

The fast judge adds these numbers up and looks at nothing else of an answer; so points, maxima, findings and bounds have one
definition, in ``aiassess.scoring``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn

from aiassess.batch.fast.packing import Fields
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import SEVERITIES
from aiassess.scoring.assess import is_missing
from aiassess.scoring.conditions import OPEN
from aiassess.scoring.findings import is_raised
from aiassess.scoring.points import mark_question
from aiassess.scoring.range import question_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiassess.model.questionnaire import Basis, Question, Questionnaire
    from aiassess.scoring.result import Mark

MOST_KEPT = 10_000
"""Entries of a memo; with so many it begins anew, so that no input can make it grow without end."""
BOUNDS = tuple(
    f"{kind}_{end}_{what}"
    for kind in ("inherent", "control")
    for what in ("points", "maximum")
    for end in ("least", "most")
)


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


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """One answer to one question, as far as the result depends on it."""

    question: str
    row: int
    """What it adds to every sum (``Tables.row``)."""
    strings: int
    """How many the submission has for it (``States``)."""
    ids: frozenset[str]
    """The options chosen."""
    aside: bool
    """Answered "not applicable"."""
    unsure: bool
    settled: bool
    """Answered, or "not applicable"."""
    missing: bool
    """Blank where an answer is required, or unsure."""
    critical: tuple[str, ...]
    """The names of the critical findings that it raises by itself."""
    bounds: int
    """What its points can still become, where the question applies for certain (``Tables.bounds``)."""
    bounds_maybe: int
    """The same where that is not certain."""


class States:
    """The states of one question.

    Their ``strings`` are those of the long form, the question's own name included, without texts: ``{"value": …}`` has two
    and those of the value. A bare value has one less, so the judge counts bare values; ``blank`` stands for no answer at
    all and has one, because the judge cannot tell it from a bare value.
    """

    def __init__(self, tables: Tables, question: Question) -> None:
        def state(answer: Answer, strings: int, chosen: Iterable[str] = ()) -> State:
            return tables.state(question, answer, strings, frozenset(chosen))

        self.blank = state(Answer("unanswered"), 1)
        self.unsure = state(Answer("unsure"), 3)
        self.aside = state(Answer("not_applicable"), 3) if question.not_applicable else None
        self.hidden = tables.hidden(question)
        self.options: dict[str, State] = {}
        self.chosen = Chosen(tables, question)
        self.bands: list[tuple[int | float, State]] = []
        if question.type == "choice":
            self.options = {o.id: state(Answer("answered", o.id), 3, [o.id]) for o in question.options}
        elif question.type == "number":
            bounds = [band.up_to for band in question.bands if band.up_to is not None]
            self.bands = [(bound, state(Answer("answered", bound), 2)) for bound in bounds]
            self.answered = state(Answer("answered", bounds[-1] + 1 if bounds else 0), 2)
        elif question.type != "choices":
            strings = {"text": 1, "date": 3, "risks": 2}[question.type]  # a text is counted with all other texts
            self.answered = state(Answer("answered", ""), strings)


class Chosen(Memo):
    """Options of one question, as they stand in a submission, to their state."""

    def __init__(self, tables: Tables, question: Question) -> None:
        super().__init__()
        self._tables, self._question = tables, question
        self._exclusive = {option.id for option in question.options if option.exclusive}

    def work_out(self, key: tuple[str, ...]) -> State:
        """Return the state; raises Doubt where they cannot stand together."""
        chosen = frozenset(key)
        if not key or len(chosen) < len(key) or (len(key) > 1 and not chosen.isdisjoint(self._exclusive)):
            raise Doubt
        return self._tables.state(self._question, Answer("answered", key), 2 + len(key), chosen)


class Foreign:
    """Stands where a question does not take an answer: whoever adds it up is in doubt."""

    def _refuse(self, _: object) -> NoReturn:
        raise Doubt

    __add__ = __radd__ = _refuse


FOREIGN: Any = Foreign()


class Choice:
    """An answer to a question of one choice, whichever question it is: an option, or none (``id`` None).

    ``rows``, ``strings`` and ``states`` go by the number of the question among those of one choice. All questions share the
    options of the same id, so that a judge has few types and decodes fast.
    """

    def __init__(self, option: str | None, states: Sequence[State | None]) -> None:
        self.id = option
        self.states = tuple(states)
        self.rows = tuple(FOREIGN if state is None else state.row for state in states)
        self.strings = tuple(FOREIGN if state is None else state.strings for state in states)
        self.settled = any(state.settled for state in states if state is not None)


class Choices:
    """The answers to all questions of one choice; ``place``: a question's number among them."""

    def __init__(self, questionnaire: Questionnaire, of: dict[str, States]) -> None:
        questions = [question for question in questionnaire.questions if question.type == "choice"]
        states = [of[question.id] for question in questions]
        self.place = {question.id: n for n, question in enumerate(questions)}
        self.blank = Choice(None, [state.blank for state in states])
        self.unsure = Choice(None, [state.unsure for state in states])
        self.aside = Choice(None, [state.aside for state in states])
        self.hidden = Choice(None, [state.hidden for state in states])
        ids = dict.fromkeys(option.id for question in questions for option in question.options)
        self.options = {option: Choice(option, [state.options.get(option) for state in states]) for option in ids}


class Tables:
    """The states of every question, and how their numbers are packed.

    ``shares``: the sums of points by name (``inherent``, ``controls``, ``principle_<id>``, ``actor_<id>``), ``tagged``: the
    questions that add to each. ``row``: the strings, what is missing, the findings, and those sums. ``bounds``: what the
    sums can still become.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        questions = questionnaire.questions
        self.questionnaire = questionnaire
        self.tagged = _tagged(questionnaire)
        self.shares = {name: _share(tagged) for name, tagged in self.tagged.items()}
        self._shares_of = {
            question.id: [name for name, tagged in self.tagged.items() if any(question is other for other in tagged)]
            for question in questions
        }
        findings = sum(len(question.findings) for question in questions)
        counted: dict[str, int] = {
            "strings": sum(3 + len(question.options) for question in questions),
            "missing": len(questions),
            **dict.fromkeys(SEVERITIES, findings),
        }
        sums = {name: (1 << share.bits) - 1 for name, share in self.shares.items()}
        self.row = Fields({**counted, **sums}, words=True)
        most = sum(question.highest_points for question in questions if question.score)
        ends = {**dict.fromkeys(BOUNDS, most), "measured": len(questions), "found": findings}
        self.bounds = Fields(ends, words=True)
        self.of = {question.id: States(self, question) for question in questions}
        self.choices = Choices(questionnaire, self.of)

    def basis(self, question: Question) -> Basis:
        """Return what the share is taken of to which a scored question adds."""
        scoring = self.questionnaire.scoring
        return scoring.inherent_maximum if question.score == "inherent" else scoring.controls_maximum

    def state(self, question: Question, answer: Answer, strings: int, chosen: frozenset[str]) -> State:
        """Return the state of an answer to a question that applies."""
        mark = mark_question(self.questionnaire, question, answer)
        raised = [item for item in question.findings if item.when is None and is_raised(item, answer, _facts)]
        severities = [finding.severity for finding in raised]
        missing, settled = is_missing(mark), mark.settled
        critical = tuple(f"{question.id}.{item.id}" for item in raised if item.severity == "critical")
        row = self.row.pack(
            strings=strings,
            missing=int(missing),
            **{severity: severities.count(severity) for severity in SEVERITIES},
        )
        known = answer if settled else OPEN
        may_be_aside = answer.status == "not_applicable" if settled else question.not_applicable
        certain = self.bounds.pack(measured=int(question.score == "control" and not may_be_aside), found=len(critical))
        return State(
            question=question.id,
            row=row + self._points(question, mark),
            strings=strings,
            ids=chosen,
            aside=answer.status == "not_applicable",
            unsure=answer.status == "unsure",
            settled=settled,
            missing=missing,
            critical=critical,
            bounds=certain + self._bounds(question, (known, True)),
            bounds_maybe=self._bounds(question, (known, False)),
        )

    def hidden(self, question: Question) -> State:
        """Return the state of a question that does not apply now: it adds nothing, and may yet be asked."""
        blank = self.state(question, Answer("unanswered"), 0, frozenset())
        return replace(blank, row=0, missing=False)

    def gone(self, question: Question) -> int:
        """Return the bounds of a question that does not apply, whatever comes."""
        return self._bounds(question, None) if question.score and self.basis(question) == "all" else 0

    def _points(self, question: Question, mark: Mark) -> int:
        """Pack what an answer adds to each share. Of ``all`` the maximum stands fast: what is set aside is summed instead."""
        maximum = mark.maximum
        if question.score and self.basis(question) == "all":
            maximum = 0 if mark.counts else question.highest_points
        sums = {
            name: self.shares[name].pack(points=mark.points, maximum=maximum, counting=int(mark.counts))
            for name in self._shares_of[question.id]
        }
        return self.row.pack(**sums)

    def _bounds(self, question: Question, state: Any) -> int:
        if question.score is None:
            return 0
        points, maximum = question_bounds(question, state, whole_file=self.basis(question) == "all")
        names = [name for name in BOUNDS if name.startswith(question.score)]
        return self.bounds.pack(**dict(zip(names, (*points, *maximum), strict=True)))


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


def _share(questions: list[Question]) -> Fields:
    most = sum(question.highest_points for question in questions)
    return Fields({"points": most, "maximum": most, "counting": len(questions)})


def _facts(_: str) -> Any:
    raise AssertionError("findings with a condition are no part of a state")
