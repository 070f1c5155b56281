"""A questionnaire, frozen (docs/questionnaire-format.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal, get_args

from aiassess.model.answers import Answer
from aiassess.model.conditions import Condition, Test, tests_in
from aiassess.model.kind import Kind
from aiassess.model.levels import SCORE_KINDS, Level, LocalText, Rule, ScoreKind, Scoring

Severity = Literal["critical", "major", "minor"]
Standing = Literal["official", "unofficial", "draft"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to pick; ``points`` before the question's weight; an exclusive option excludes all others."""

    id: str
    label: LocalText
    points: int = 0
    exclusive: bool = False
    help: LocalText | None = None
    without_evidence: str | None = None
    """The option whose points count instead until evidence is given."""
    asks_note: bool = False
    """It says nothing without a note, such as "other"."""
    classified: bool = False
    """What is assessed is an official secret: no public record is made of it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers up to ``up_to`` (inclusive; None: no bound) get ``points``."""

    points: int
    up_to: int | float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong that an answer shows: ``on`` options, or ``when`` a condition holds."""

    id: str
    severity: Severity
    text: LocalText
    action: LocalText
    actor: str | None
    on: frozenset[str] = frozenset()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What each rating of a risk means, from 1 to ``RATING_HIGHEST``."""

    likelihood: tuple[LocalText, ...]
    consequence: tuple[LocalText, ...]

    def lines(self, rated: str, lang: str) -> list[str]:
        """Return what 1 to 5 mean in a field of a risk, such as "residual_likelihood"."""
        meanings = self.consequence if rated.endswith("consequence") else self.likelihood
        return [f"{rating} = {meaning[lang]}" for rating, meaning in enumerate(meanings, 1)]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``score`` None means that it adds no points."""

    id: str
    kind: Kind
    text: LocalText
    help: LocalText | None = None
    why: LocalText | None = None
    """Why it is asked, in one line."""
    ref: str | None = None
    score: ScoreKind | None = None
    weight: int = 1
    options: tuple[Option, ...] = ()
    aggregate: Literal["sum", "max"] = "sum"
    bands: tuple[Band, ...] = ()
    minimum: int | float | None = None
    maximum: int | float | None = None
    earliest: str | None = None
    latest: str | None = None
    """The bounds of a date, inclusive, as YYYY-MM-DD."""
    whole: bool = False
    unit: LocalText | None = None
    scale: Scale | None = None
    multiline: bool = False
    required: bool = True
    not_applicable: bool = False
    evidence: Literal["none", "optional", "expected"] = "optional"
    evidence_hint: LocalText | None = None
    principles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    maps_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Framework id to the references in it (docs/crosswalk.md)."""
    findings: tuple[Finding, ...] = ()
    show_if: Condition | None = None
    applies_if: Condition | None = None
    """``show_if``, and the phases in which the question is asked (docs/scoring.md#which-questions-apply)."""
    since: str | None = None
    public: bool = False
    """Whether its answer is in the public record (docs/public-record.md)."""
    highest_points: int = field(init=False, repr=False, compare=False)
    """The question's maximum, weighted (docs/scoring.md#points)."""

    def __post_init__(self) -> None:
        """Find the maximum once: every score asks for it."""
        object.__setattr__(self, "highest_points", self.kind.most_points(self) * self.weight)

    @property
    def type(self) -> str:
        """The name of the kind, as questionnaires write it."""
        return self.kind.name

    @property
    def published(self) -> bool:
        """Whether what is typed here is for everybody to read, of which whoever types it must know."""
        return self.public and self.kind.in_own_words

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)

    def note_asker(self, value: object) -> Option | None:
        """Return the chosen option that asks for a note, if there is one."""
        chosen = value if isinstance(value, tuple) else (value,)
        return next((option for option in self.options if option.asks_note and option.id in chosen), None)

    def points_of(self, value: object, *, evidenced: bool = True) -> int:
        """Return the weighted points of a valid value, with or without any evidence (docs/scoring.md#points)."""
        return self.kind.points(self, value, evidenced=evidenced) * self.weight

    def lacks_evidence(self, answer: Answer) -> bool:
        """Return whether an answer counts as another one until it has evidence."""
        if answer.status != "answered" or answer.evidence:
            return False
        chosen = answer.chosen
        return any(option.without_evidence is not None and option.id in chosen for option in self.options)

    def is_missing(self, answer: Answer) -> bool:
        """Return whether an answer is still due: it is unsure, or blank although required."""
        return answer.status == "unsure" or (answer.status == "unanswered" and self.required)

    def words(self, answer: Answer, lang: str) -> str | list[str] | None:
        """Return what an answer says: option labels, a number with its unit, risks with their rating, otherwise the value."""
        return None if answer.value is None else self.kind.words(self, answer.value, lang)

    def label(self, answer: Answer, lang: str) -> str | list[str] | None:
        """Return what a report says beside the value; None if the value says it all."""
        return None if answer.value is None else self.kind.label(self, answer.value, lang)

    @property
    def lowest_points(self) -> int:
        """The fewest points that a value can give, weighted."""
        return self.kind.least_points(self) * self.weight


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together, in order."""

    id: str
    title: LocalText
    questions: tuple[Question, ...]
    intro: LocalText | None = None
    show_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A contradiction between answers, if ``when`` holds; it changes no sum, level or verdict."""

    id: str
    when: Condition
    text: LocalText


@dataclass(frozen=True, slots=True)
class Tag:
    """A principle, an actor or a phase."""

    id: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a question comes from."""

    id: str
    title: LocalText
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Framework(Citation):
    """What questions are mapped to; ``references``: those that were considered, in order, if the file lists them."""

    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a questionnaire assesses: a word for one, and for several, as they stand within a sentence."""

    one: LocalText
    many: LocalText


@dataclass(frozen=True)
class Questionnaire:
    """A whole questionnaire.

    ``document`` is the resolved YAML as plain data; ``digest`` is "sha256:" and the SHA-256 of its RFC 8785 form.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    title: LocalText
    status: Standing
    statement: LocalText
    sources: tuple[Citation, ...]
    principles: tuple[Tag, ...]
    actors: tuple[Tag, ...]
    phases: tuple[Tag, ...]
    sections: tuple[Section, ...]
    subject: Mapping[str, str]
    rules: tuple[Rule, ...]
    scoring: Scoring
    levels: tuple[Level, ...]
    digest: str
    document: Mapping[str, Any] = field(repr=False, compare=False)
    checks: tuple[Check, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    phase_question: str | None = None
    preparation: tuple[LocalText, ...] = ()
    """Papers that help to have at hand."""
    assesses: Assessed | None = None
    """None: AI systems."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def scored(self) -> Mapping[ScoreKind, list[Question]]:
        """The questions that add to each kind of points, in document order."""
        return {kind: [question for question in self.questions if question.score == kind] for kind in SCORE_KINDS}

    @cached_property
    def controls_of(self) -> Mapping[str, Mapping[str, list[Question]]]:
        """Of "principles" and "actors" each tag, in declared order, to the control questions that have it."""
        return {
            name: {tag.id: [q for q in self.scored["control"] if tag.id in getattr(q, name)] for tag in tags}
            for name, tags in (("principles", self.principles), ("actors", self.actors))
        }

    @cached_property
    def crosswalk(self) -> Mapping[str, Mapping[str, list[Question]]]:
        """Framework id to its references, each with the questions mapped to it; none for a listed one that is not covered."""
        found: dict[str, dict[str, list[Question]]] = {
            framework.id: {reference: [] for reference in framework.references} for framework in self.frameworks
        }
        for question in self.questions:
            for framework, references in question.maps_to.items():
                for reference in references:
                    found[framework].setdefault(reference, []).append(question)
        return found

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        return {question.id: section for section in self.sections for question in section.questions}

    @cached_property
    def tests_on(self) -> Mapping[str, tuple[Test, ...]]:
        """Question id to the different tests that rules, findings and ``show_if`` make on it."""
        conditions = [
            *(rule.when for rule in self.rules),
            *(section.show_if for section in self.sections),
            *(question.applies_if for question in self.questions),
            *(finding.when for question in self.questions for finding in question.findings),
        ]
        found: dict[str, dict[Test, None]] = {}
        for condition in conditions:
            for test in tests_in(condition):
                found.setdefault(test.question, {})[test] = None
        return {name: tuple(tests) for name, tests in found.items()}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Level id to its place, from 0 for the lowest."""
        return {level.id: place for place, level in enumerate(self.levels)}

    def level_of(self, rule: Rule) -> Level:
        """Return the level that a rule asks for at least."""
        return self.levels[self.rank[rule.level]]

    def highest(self, levels: Iterable[Level]) -> Level:
        return max(levels, key=lambda level: self.rank[level.id])

    @cached_property
    def thresholds(self) -> tuple[Fraction, ...]:
        """The percents up to which levels reach, rising."""
        return tuple(level.up_to for level in self.levels if level.up_to is not None)

    @property
    def default_language(self) -> str:
        """The language used unless another is asked for."""
        return self.languages[0]
