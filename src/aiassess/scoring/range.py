"""The levels that are still possible (docs/scoring.md#range).

Interval arithmetic over every completion: each bound holds for all of them, though no single one need reach it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from aiassess.model.answers import UNANSWERED, Answer
from aiassess.model.conditions import INHERENT
from aiassess.model.levels import Level, Mitigation, ScoreKind
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.scoring.conditions import OPEN, Facts, Known, Open, holds
from aiassess.scoring.findings import is_raised
from aiassess.scoring.level import credit_percent, level_by_points, residual_points
from aiassess.scoring.result import Score

Prospect = Mapping[str, tuple[Answer | Open, bool]]
_NO_CREDIT = (Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Outlook:
    """What any completion of the open answers can still do to the level."""

    lowest: Level
    highest: Level
    by_points: Level | None
    """The level that every completion's points give, if it is the same one."""
    certain: frozenset[str]
    """The rules that hold in every completion."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that points and maximum of one kind can become."""

    points: tuple[int, int]
    maximum: tuple[int, int]


def outlook(questionnaire: Questionnaire, active: Mapping[str, Answer]) -> Outlook:
    """Return the lowest and the highest level that any completion could reach, and what holds in all of them."""
    known = possible(questionnaire, active)
    facts = _facts_of(known)
    found: Known = {}
    truths = [(holds(rule.when, facts, found), rule) for rule in questionnaire.rules]
    certain = [rule for truth, rule in truths if truth is True]
    possibly = [rule for truth, rule in truths if truth is not False]
    credit = _NO_CREDIT
    if questionnaire.scoring.level_from == "residual":
        credit = _credit_bounds(questionnaire, known)
    lowest, highest = levels_by_points(questionnaire, _bounds(questionnaire, known, "inherent"), credit)
    return Outlook(
        lowest=questionnaire.highest([lowest, *map(questionnaire.level_of, certain)]),
        highest=questionnaire.highest([highest, *map(questionnaire.level_of, possibly)]),
        by_points=lowest if lowest is highest else None,
        certain=frozenset(rule.id for rule in certain),
    )


def _facts_of(known: Prospect) -> Facts:
    """Return what conditions look at: an answer that may not apply is open."""

    def facts(question_id: str) -> Answer | Open:
        answer, certain = known.get(question_id, (UNANSWERED, True))
        return answer if certain else OPEN

    return facts


def possible(questionnaire: Questionnaire, active: Mapping[str, Answer]) -> dict[str, tuple[Answer | Open, bool]]:
    """Return what could apply once everything open is answered: question id to (answer or OPEN, applies for certain).

    Open is every answer not settled, and every answer to a question that does not apply now: it may be asked anew when it
    does, and a hidden answer must change nothing.
    """
    known: dict[str, tuple[Answer | Open, bool]] = {}
    truths: Known = {}
    answers = _facts_of(known)

    def facts(question_id: str) -> Answer | Open:
        if question_id != INHERENT:
            return answers(question_id)
        lowest, highest = levels_by_points(questionnaire, _bounds(questionnaire, known, "inherent"), _NO_CREDIT)
        return Answer("answered", lowest.id) if lowest.id == highest.id else OPEN

    for section in questionnaire.sections:
        in_section = holds(section.show_if, facts, truths)
        if in_section is False:
            continue
        for question in section.questions:
            shown = holds(question.applies_if, facts, truths)
            if shown is False:
                continue
            answer = active.get(question.id, UNANSWERED)
            known[question.id] = (answer if answer.settled else OPEN, bool(in_section and shown))
    return known


def levels_by_points(
    questionnaire: Questionnaire, inherent: Bounds, credit: tuple[Fraction, Fraction]
) -> tuple[Level, Level]:
    """Return the lowest and the highest level that points within these bounds reach, less a credit within its bounds."""
    least_credit, most_credit = credit
    low = Score(residual_points(inherent.points[0], most_credit), inherent.maximum[1])
    high = Score(residual_points(inherent.points[1], least_credit), inherent.maximum[0])
    lowest = level_by_points(questionnaire, low)
    if inherent.maximum[0] == 0:
        lowest = level_by_points(questionnaire, Score(0, 0))
    if high.maximum == 0 and high.points > 0:  # whatever does apply may be at its worst
        high = Score(1, 1)
    return lowest, level_by_points(questionnaire, high)


def least_credit(mitigation: Mitigation, points: int, maximum: int, *, measured: bool) -> Fraction:
    """Return what controls earn at least, which have at least these points, of at most this maximum."""
    may_block = mitigation.blocked_by_critical_finding or mitigation.blocked_by_principle_below is not None
    may_block = may_block or mitigation.blocked_when_incomplete  # so that the range includes the present level
    if may_block or not measured or not maximum:
        return Fraction(0)
    return credit_percent(mitigation, Fraction(100 * points, maximum))


def most_credit(mitigation: Mitigation, points: int, maximum: int, *, critical: bool) -> Fraction:
    """Return what controls earn at most, which have at most these points, of at least this maximum."""
    if mitigation.blocked_by_critical_finding and critical:
        return Fraction(0)
    if maximum:
        return credit_percent(mitigation, min(Fraction(100), Fraction(100 * points, maximum)))
    return credit_percent(mitigation, Fraction(100 if points else 0))


def _credit_bounds(questionnaire: Questionnaire, known: Prospect) -> tuple[Fraction, Fraction]:
    """Return the least and the most credit, in percent, that controls can come to earn."""
    facts = _facts_of(known)
    sure = [(questionnaire.by_id[name], answer) for name, (answer, certain) in known.items() if certain]
    measured = any(question.score == "control" and not _may_be_set_aside(question, answer) for question, answer in sure)
    critical = any(
        finding.severity == "critical" and is_raised(finding, answer, facts) is True
        for question, answer in sure
        if not isinstance(answer, Open)
        for finding in question.findings
    )
    mitigation, controls = questionnaire.scoring.mitigation, _bounds(questionnaire, known, "control")
    least = least_credit(mitigation, controls.points[0], controls.maximum[1], measured=measured)
    most = most_credit(mitigation, controls.points[1], controls.maximum[0], critical=critical)
    return least, max(least, most)


def _may_be_set_aside(question: Question, answer: Answer | Open) -> bool:
    return question.not_applicable if isinstance(answer, Open) else answer.status == "not_applicable"


def _bounds(questionnaire: Questionnaire, known: Prospect, kind: ScoreKind) -> Bounds:
    basis = questionnaire.scoring.basis(kind)
    least_points = most_points = least_maximum = most_maximum = 0
    for question in questionnaire.scored[kind]:
        if not (basis == "all" or question.id in known):
            continue
        points, maximum = question_bounds(question, known.get(question.id), whole_file=basis == "all")
        least_points += points[0]
        most_points += points[1]
        least_maximum += maximum[0]
        most_maximum += maximum[1]
    if isinstance(basis, int):
        return Bounds((least_points, most_points), (basis, basis))
    return Bounds((least_points, most_points), (least_maximum, most_maximum))


def question_bounds(
    question: Question, state: tuple[Answer | Open, bool] | None, *, whole_file: bool
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the bounds of one question's points and of its part of the maximum.

    ``state``: its answer and whether it applies for certain; None if it does not apply in any completion.
    """
    top = question.highest_points
    if state is None:  # never applies: counts only in the maximum of the whole file
        return (0, 0), (top, top)
    answer, certain = state
    if isinstance(answer, Open):
        # A blank control counts 0, a blank inherent question its maximum or 0: the bounds hold all of them.
        least = question.lowest_points if certain and question.score == "inherent" else 0
        points = (0 if question.not_applicable or not question.required else least, top)
        maximum = (0 if question.not_applicable else top, top)
    elif answer.status == "not_applicable":
        points, maximum = (0, 0), (0, 0)
    else:
        value = question.points_of(answer.value, evidenced=bool(answer.evidence))
        points, maximum = (value if certain else 0, value), (top, top)
    if certain:
        return points, maximum
    hidden = top if whole_file else 0
    return (0, points[1]), (min(maximum[0], hidden), max(maximum[1], hidden))
