"""``score``: a pure function from questionnaire and answers to the assessment (docs/scoring.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from aiassess.model.answers import UNANSWERED, Answer, AnswerSet
from aiassess.model.conditions import questions_in
from aiassess.model.levels import Level, Mitigation, Rule
from aiassess.model.questionnaire import Finding, Question, Questionnaire
from aiassess.scoring.applicability import applicable, facts_of
from aiassess.scoring.conditions import OPEN, Known, Open, holds
from aiassess.scoring.findings import action_plan, is_raised, raised_findings
from aiassess.scoring.level import credit_percent, level_by_points, residual_points
from aiassess.scoring.points import controls_share, mark_question, share_of, tag_scores
from aiassess.scoring.range import Outlook, outlook
from aiassess.scoring.result import Assessment, Credit, Mark, Reason, Score, Shortfall, Status, TagScore, Verdict


def score(questionnaire: Questionnaire, answers: AnswerSet) -> Assessment:
    """Return the assessment that the answers give. ``answers`` must have been checked against the questionnaire."""
    active = applicable(questionnaire, answers)
    marks = {name: mark_question(questionnaire, questionnaire.by_id[name], answer) for name, answer in active.items()}
    facts = facts_of(questionnaire, active)
    known: Known = {}
    raised = raised_findings(marks, facts, known)
    missing = tuple(name for name, mark in marks.items() if mark.question.is_missing(mark.answer))
    unconfirmed = tuple(name for name, mark in marks.items() if mark.settled and not mark.answer.confirmed)
    incomplete = bool(missing or unconfirmed)
    sums = Sums(
        inherent=share_of(questionnaire, "inherent", marks),
        controls=controls_share(questionnaire, marks),
        principles=tag_scores(questionnaire, marks, "principles"),
        incomplete=incomplete,
        critical=frozenset((q.id, f.id) for q, f in raised if f.severity == "critical"),
    )
    credit = credit_of(questionnaire.scoring.mitigation, sums)
    residual = Score(residual_points(sums.inherent.points, credit.percent), sums.inherent.maximum)

    rules = [rule for rule in questionnaire.rules if holds(rule.when, facts, known)]
    by_points = level_by_points(questionnaire, residual if _from_residual(questionnaire) else sums.inherent)
    level = questionnaire.highest([by_points, *map(questionnaire.level_of, rules)])
    to_come = outlook(questionnaire, active) if incomplete else None
    undetermined = _undetermined(questionnaire, rules, active)
    status: Status = "undetermined" if undetermined else "incomplete" if incomplete else "complete"
    shortfalls = _shortfalls(level, sums)
    return Assessment(
        questionnaire=questionnaire,
        answers=answers,
        marks=marks,
        inactive=tuple(q.id for q in questionnaire.questions if q.id not in active and q.id in answers.answers),
        inherent=sums.inherent,
        controls=sums.controls,
        credit=credit,
        residual=residual,
        principles=sums.principles,
        actors=tag_scores(questionnaire, marks, "actors"),
        level=level,
        level_range=(to_come.lowest, to_come.highest) if to_come else (level, level),
        reasons=_reasons(questionnaire, level, by_points, rules, to_come),
        undetermined_by=undetermined,
        status=status,
        verdict=_verdict(level, status, sums, shortfalls),
        shortfalls=shortfalls,
        findings=action_plan(raised, _Wins(questionnaire.scoring.mitigation, sums, residual.points, marks)),
        missing=missing,
        unconfirmed=unconfirmed,
        unevidenced=tuple(name for name, mark in marks.items() if mark.question.lacks_evidence(mark.answer)),
        contradictions=tuple(check for check in questionnaire.checks if holds(check.when, facts, known)),
        best_level_by_controls=_best_level(questionnaire, marks, sums, rules, raised),
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """All that credit and residual depend on."""

    inherent: Score
    controls: Score | None
    principles: tuple[TagScore, ...]
    incomplete: bool
    critical: frozenset[tuple[str, str]]


def credit_of(mitigation: Mitigation, sums: Sums) -> Credit:
    """Return the credit for controls, and what makes it 0 if anything does."""
    blocked = _blocked_by(mitigation, sums)
    if blocked:
        return Credit(Fraction(0), blocked)
    return Credit(credit_percent(mitigation, sums.controls.percent if sums.controls else None))


def _blocked_by(mitigation: Mitigation, sums: Sums) -> tuple[str, ...]:
    blocked: list[str] = []
    if mitigation.blocked_when_incomplete and sums.incomplete:
        blocked.append("incomplete")
    if mitigation.blocked_by_critical_finding and sums.critical:
        blocked.append("critical_finding")
    floor = mitigation.blocked_by_principle_below
    if floor is not None:
        blocked += [f"principle:{item.tag}" for item in sums.principles if item.score and item.score.is_below(floor)]
    return tuple(blocked)


def _from_residual(questionnaire: Questionnaire) -> bool:
    return questionnaire.scoring.level_from == "residual"


def _reasons(
    questionnaire: Questionnaire, final: Level, by_points: Level, rules: list[Rule], to_come: Outlook | None
) -> tuple[Reason, ...]:
    """Return the points' reason, then the rules that hold, the highest level first."""
    by_rule = [
        Reason(level, level is final, certain=to_come is None or rule.id in to_come.certain, rule=rule)
        for rule in rules
        for level in [questionnaire.level_of(rule)]
    ]
    by_rule.sort(key=lambda reason: -questionnaire.rank[reason.level.id])
    return (Reason(by_points, by_points is final, certain=to_come is None or to_come.by_points is by_points), *by_rule)


def _undetermined(
    questionnaire: Questionnaire, met: list[Rule], active: Mapping[str, Answer]
) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    found = []
    for rule in questionnaire.rules:
        if rule.unsure_stops and rule not in met:
            unsure = tuple(name for name in questions_in(rule.when) if active.get(name, UNANSWERED).status == "unsure")
            if unsure:
                found.append((rule, unsure))
    return tuple(found)


def _shortfalls(level: Level, sums: Sums) -> tuple[Shortfall, ...]:
    ready = level.ready_at
    if ready is None:
        return ()
    asked: list[tuple[str | None, Fraction, Score | None]] = [(None, ready.controls, sums.controls)]
    asked += [(item.tag, ready.each_principle, item.score) for item in sums.principles]
    return tuple(
        Shortfall(principle, percent, reached)
        for principle, percent, score in asked
        if score and (reached := score.percent) is not None and reached < percent
    )


def _verdict(level: Level, status: Status, sums: Sums, shortfalls: tuple[Shortfall, ...]) -> Verdict:
    if level.stop or status == "undetermined":
        return "stop"
    if status == "incomplete" or sums.critical:
        return "hold"
    return "conditional" if shortfalls else "ready"


class _Wins:
    """How many residual points the best answer to one question would win, with all else unchanged."""

    def __init__(self, mitigation: Mitigation, sums: Sums, residual: int, marks: Mapping[str, Mark]) -> None:
        self.mitigation, self.sums, self.residual, self.marks = mitigation, sums, residual, marks
        self.percents: dict[Score | None, Fraction] = {}

    def __call__(self, question: Question) -> int:
        mark = self.marks[question.id]
        sums = self.sums
        inherent, controls, principles = sums.inherent, sums.controls, sums.principles
        if question.score == "inherent":
            inherent = Score(inherent.points - mark.points + question.lowest_points, inherent.maximum)
        elif question.score == "control" and controls is not None:
            gain = mark.maximum - mark.points
            controls = Score(controls.points + gain, controls.maximum)
            principles = tuple(_gained(item, gain) if item.tag in question.principles else item for item in principles)
        critical = frozenset(item for item in sums.critical if item[0] != question.id)
        fixed = Sums(inherent, controls, principles, sums.incomplete, critical)
        return self.residual - residual_points(inherent.points, self.percent(fixed))

    def percent(self, sums: Sums) -> Fraction:
        if _blocked_by(self.mitigation, sums):
            return Fraction(0)
        if sums.controls not in self.percents:
            share = sums.controls.percent if sums.controls else None
            self.percents[sums.controls] = credit_percent(self.mitigation, share)
        return self.percents[sums.controls]


def _gained(item: TagScore, gain: int) -> TagScore:
    if item.score is None:
        return item
    return TagScore(item.tag, Score(item.score.points + gain, item.score.maximum), item.answered, item.applicable)


def _best_level(
    questionnaire: Questionnaire,
    marks: Mapping[str, Mark],
    sums: Sums,
    rules: list[Rule],
    raised: list[tuple[Question, Finding]],
) -> Level:
    """Return the level if every control that applies were in place, and nothing missing.

    Rules and critical findings stay if they hold whatever the control questions are answered.
    """
    controls = [mark for mark in marks.values() if mark.question.score == "control"]

    def facts(question_id: str) -> Answer | Open:
        mark = marks.get(question_id)
        if mark is None:
            return UNANSWERED
        return OPEN if mark.question.score == "control" else mark.answer

    def full(score: Score | None, marks: Iterable[Mark]) -> Score | None:
        return score and Score(sum(mark.maximum for mark in marks), score.maximum)

    best = Sums(
        inherent=sums.inherent,
        controls=full(sums.controls, controls),
        principles=tuple(
            TagScore(tag.tag, full(tag.score, (m for m in controls if tag.tag in m.question.principles)), 0, 0)
            for tag in sums.principles
        ),
        incomplete=False,
        critical=frozenset(
            (question.id, finding.id)
            for question, finding in raised
            if (question.id, finding.id) in sums.critical
            and question.score != "control"
            and is_raised(finding, marks[question.id].answer, facts)
        ),
    )
    share = sums.inherent
    if _from_residual(questionnaire):
        credit = credit_of(questionnaire.scoring.mitigation, best)
        share = Score(residual_points(share.points, credit.percent), share.maximum)
    staying = [questionnaire.level_of(rule) for rule in rules if holds(rule.when, facts)]
    return questionnaire.highest([level_by_points(questionnaire, share), *staying])
