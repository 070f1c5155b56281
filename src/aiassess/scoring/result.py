"""What scoring gives: every number with what made it (docs/scoring.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from aiassess.figures import quotient_one_decimal
from aiassess.model.answers import UNANSWERED, Answer, AnswerSet
from aiassess.model.levels import Level, Rule
from aiassess.model.questionnaire import Check, Finding, Question, Questionnaire, Section

Status = Literal["complete", "incomplete", "undetermined"]
Verdict = Literal["ready", "conditional", "hold", "stop"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""From the mildest to the most severe."""
STATUSES: tuple[Status, ...] = get_args(Status)
"""From the best to the worst."""


@dataclass(frozen=True, slots=True)
class Score:
    """Points out of a maximum; both whole."""

    points: int
    maximum: int

    @property
    def percent(self) -> Fraction | None:
        """The exact percentage; None if there is nothing to measure."""
        return Fraction(100 * self.points, self.maximum) if self.maximum else None

    @property
    def stated(self) -> float | None:
        """The percentage as JSON has it: rounded half up to one decimal."""
        return quotient_one_decimal(100 * self.points, self.maximum) if self.maximum else None

    def is_below(self, percent: Fraction) -> bool:
        """Return whether the percentage is below another; False if there is nothing to measure. Needs no new fraction."""
        return 100 * self.points * percent.denominator < percent.numerator * self.maximum


@dataclass(frozen=True, slots=True)
class Mark:
    """A question that applies: its answer and what that counts.

    ``counts`` is False for a scored question answered "not applicable", which leaves points and maximum alike.
    """

    question: Question
    answer: Answer
    points: int
    maximum: int
    counts: bool = True

    @property
    def settled(self) -> bool:
        """Whether nothing is left to answer here: a value is given, or the question was set aside."""
        return self.answer.settled

    @property
    def done(self) -> bool:
        """Whether it is settled, and confirmed if it was taken over from an earlier assessment."""
        return self.settled and self.answer.confirmed


@dataclass(frozen=True, slots=True)
class TagScore:
    """The control share of one principle or actor; ``score`` None: nothing to measure."""

    tag: str
    score: Score | None
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding that an answer raised, and how many residual points its fix would win."""

    question: Question
    finding: Finding
    wins: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One contribution to the level: the points, or a rule that holds; ``decided``: it reaches the final level."""

    level: Level
    decided: bool
    certain: bool
    """Whether it stays whatever the open answers turn out to be; if not, it rests on blanks that count as the worst."""
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What "ready" still lacks, in percent: the controls as a whole (``principle`` None), or one principle."""

    principle: str | None
    asked: Fraction
    reached: Fraction


@dataclass(frozen=True, slots=True)
class Credit:
    """What controls take off inherent points, in percent; ``blocked_by`` names what makes it 0.

    A blocker is "incomplete", "critical_finding" or "principle:<id>".
    """

    percent: Fraction
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """The whole result of ``score``; nothing in it depends on language, clock or machine."""

    questionnaire: Questionnaire
    answers: AnswerSet
    marks: Mapping[str, Mark]
    """Question id to mark, for the questions that apply, in document order."""
    inactive: tuple[str, ...]
    """Questions that have an answer and do not apply."""
    inherent: Score
    controls: Score | None
    credit: Credit
    residual: Score
    principles: tuple[TagScore, ...]
    actors: tuple[TagScore, ...]
    level: Level
    level_range: tuple[Level, Level]
    reasons: tuple[Reason, ...]
    undetermined_by: tuple[tuple[Rule, tuple[str, ...]], ...]
    """Rules that unsure answers leave open, each with those questions."""
    status: Status
    verdict: Verdict
    shortfalls: tuple[Shortfall, ...]
    findings: tuple[Raised, ...]
    """The action plan's order."""
    missing: tuple[str, ...]
    """Questions that apply and are blank (required ones) or unsure, in document order."""
    unconfirmed: tuple[str, ...]
    """Questions whose answers were taken over from an earlier assessment and not looked at, in document order."""
    unevidenced: tuple[str, ...]
    """Questions whose answer counts as another one until it has evidence, in document order."""
    contradictions: tuple[Check, ...]
    """The checks that hold: answers that contradict each other."""
    best_level_by_controls: Level
    """The level if every control that applies were fully in place, nothing were missing and nothing else changed."""

    def answer_to(self, question_id: str) -> Answer:
        """Return an answer as it counts: blank if its question does not apply."""
        mark = self.marks.get(question_id)
        return mark.answer if mark else UNANSWERED

    def sections(self) -> list[tuple[Section, list[Mark]]]:
        """Return each section with the marks of its questions that apply."""
        return [
            (section, [self.marks[q.id] for q in section.questions if q.id in self.marks])
            for section in self.questionnaire.sections
        ]

    def subject(self, role: str) -> str | None:
        """Return what was answered to the question that names the system or the agency; None if it does not apply."""
        value = self.answer_to(self.questionnaire.subject.get(role, "")).value
        return value if isinstance(value, str) else None

    @property
    def level_share(self) -> Score:
        """The share off which the points' level is read."""
        return self.residual if self.questionnaire.scoring.level_from == "residual" else self.inherent

    @property
    def level_settled(self) -> bool:
        """Whether nothing that is still open can change the level."""
        low, high = self.level_range
        return low.id == high.id

    @property
    def held_above_controls(self) -> bool:
        """Whether there are lower levels and no work on controls alone can reach one."""
        return self.best_level_by_controls.id == self.level.id != self.questionnaire.levels[0].id
