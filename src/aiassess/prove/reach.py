"""What no answers can reach, and parts of conditions that change nothing (docs/proofs.md#what-is-proven)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from aiassess.model import conditions as c
from aiassess.program.solver import ONE, Linear
from aiassess.prove.conditions import ALWAYS, differ, without_parts
from aiassess.prove.search import Case, Claim

if TYPE_CHECKING:
    from aiassess.errors import ProblemSeverity
    from aiassess.model.levels import Level, Rule
    from aiassess.model.questionnaire import Finding, Question, Questionnaire
    from aiassess.program.encoding import Encoding
    from aiassess.questionnaire.yaml_source import Path_


def holding(
    code: str, about: str, path: Path_, condition: c.Condition, *, within: Claim | None = None, **values: object
) -> Claim:
    """Return the claim that a condition can hold."""
    return Claim(
        code,
        about,
        path,
        lambda case: case.holds(condition),
        (lambda e: e.truth(condition),),
        values={"id": about, **values},
        within=within,
    )


def reachable(q: Questionnaire) -> Iterator[Claim]:
    """Yield that each section, question, band, finding, rule, check and level can be reached, and each condition matters."""
    for s, section in enumerate(q.sections):
        here: Path_ = ("sections", s)
        shown = holding(
            "prove_section_never",
            section.id,
            (*here, "show_if") if section.show_if else here,
            section.show_if or ALWAYS,
        )
        yield shown
        if section.show_if:
            yield from _parts(shown, section.show_if)
        for i, question in enumerate(section.questions):
            yield from _question(question, (*here, "questions", i), section.show_if, shown)
    for i, rule in enumerate(q.rules):
        yield from _rule(q, rule, ("rules", i))
    for i, check in enumerate(q.checks):
        never = holding("prove_check_never", check.id, ("checks", i, "when"), check.when)
        yield from (never, *_parts(never, check.when))
    for i, level in enumerate(q.levels):
        yield _level(q, level, ("levels", i))


def _question(question: Question, path: Path_, section: c.Condition | None, shown: Claim) -> Iterator[Claim]:
    name = question.id
    asked = Claim(
        "prove_question_never",
        name,
        (*path, "show_if") if question.show_if else path,
        lambda case: name in case.assessment.marks,
        (lambda e: e.applies[name],),
        values={"id": name},
        within=shown,
    )
    yield asked
    if question.show_if:
        yield from _parts(asked, question.show_if, section or ALWAYS)
    for i, band in enumerate(question.bands):
        below = question.bands[i - 1].up_to if i else None
        yield _given(
            question, "prove_band_never", f"{name}_{i + 1}", (*path, "bands", i), asked, _within(below, band.up_to)
        )
    for i, finding in enumerate(question.findings):
        raised = _raised(question, finding, (*path, "findings", i), asked)
        yield raised
        if finding.when:
            yield from _parts(raised, finding.when, c.Answered(name), key="when")


def _raised(question: Question, finding: Finding, path: Path_, asked: Claim) -> Claim:
    return Claim(
        "prove_finding_never",
        f"{question.id}_{finding.id}",
        path,
        lambda case: any(item.finding is finding for item in case.assessment.findings),
        (lambda e: e.raised(question, finding),),
        values={"id": finding.id},
        within=asked,
    )


def _given(
    question: Question, code: str, about: str, path: Path_, asked: Claim, wanted: Callable[[object], bool]
) -> Claim:
    """Return the claim that a question can have a value that is wanted."""
    name = question.id
    return Claim(
        code,
        about,
        path,
        lambda case: wanted(case.answer(name).value),
        (lambda e: e.where(name, lambda answer: wanted(answer.value)),),
        values={"id": about},
        within=asked,
    )


def _within(below: float | None, up_to: float | None) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, (int, float)) and (below is None or value > below) and (up_to is None or value <= up_to)
    )


def _parts(
    whole: Claim, condition: c.Condition, context: c.Condition = ALWAYS, key: str | None = None
) -> Iterator[Claim]:
    """Yield that a condition, and each part of one, changes something wherever ``context`` holds."""
    path = whole.path if key is None else (*whole.path, key)
    about = whole.about
    if not isinstance(condition, c.LevelAtLeast):
        yield holding("prove_always", about, path, c.All((context, c.Not(condition))), within=whole)
    told: dict[Path_, Claim] = {}
    for place, of_all, other in without_parts(condition, path):
        code = "prove_part_always" if of_all else "prove_part_never"
        outer = next((told[place[:end]] for end in range(len(place) - 1, 0, -1) if place[:end] in told), whole)
        part = holding(code, about, place, c.All((context, differ(condition, other))), within=outer)
        part.severity = "note"
        told[place] = part
        yield part


def _rule(q: Questionnaire, rule: Rule, path: Path_) -> Iterator[Claim]:
    never = holding("prove_rule_never", rule.id, (*path, "when"), rule.when, level=rule.level)
    if q.level_of(rule).stop:
        never.severity = "error"
    yield from (never, *_parts(never, rule.when))
    rank = q.rank[rule.level]
    others = tuple(other.when for other in q.rules if other is not rule and q.rank[other.level] >= rank)
    alone: c.Condition = c.All((rule.when, c.Not(c.Any(others))))
    if q.scoring.level_from == "inherent":
        alone = c.All((alone, c.InherentLevel(frozenset(level.id for level in q.levels[:rank]))))
    idle = holding("prove_rule_idle", rule.id, path, alone, within=never, level=rule.level)
    idle.severity = "note"
    yield idle


# Levels


def reaches(e: Encoding, level: Level, *, by_points: bool = True) -> Linear:
    """Return 1 if the level, were there no credit, is this one or higher."""
    q = e.questionnaire
    place = q.rank[level.id]
    if not place:
        return ONE
    rules = [e.truth(rule.when) for rule in q.rules if q.rank[rule.level] >= place]
    return e.program.any_of([*rules, *([e.exceeds(q.levels[place - 1])] if by_points else [])])


def exactly(e: Encoding, level: Level, *, by_points: bool = True) -> Linear:
    """Return 1 if the level, were there no credit, is this one; not ``by_points``: if it may be with credit."""
    above = e.questionnaire.levels[e.questionnaire.rank[level.id] + 1 :]
    lower = ONE - reaches(e, above[0], by_points=by_points) if above else ONE
    return e.program.all_of([reaches(e, level), lower])


def has_credit(q: Questionnaire) -> bool:
    """Whether controls can lower the level, which the program then only knows within bounds."""
    return q.scoring.level_from == "residual" and q.scoring.mitigation.method != "none"


def _level(q: Questionnaire, level: Level, path: Path_) -> Claim:
    def uncredited(e: Encoding) -> Linear:
        return e.program.all_of([exactly(e, level), ONE - e.program.positive(e.points(e.scored("control")))])

    def credited(e: Encoding) -> Linear:
        return exactly(e, level, by_points=False)

    hints = (uncredited,) if has_credit(q) else ()
    ways = (credited,) if has_credit(q) else (lambda e: exactly(e, level),)
    severity: ProblemSeverity = "error" if level.stop else "warning"
    return Claim("prove_level_never", level.id, path, _at(level), ways, severity, {"id": level.id}, hints)


def _at(level: Level) -> Callable[[Case], bool]:
    return lambda case: case.assessment.level.id == level.id
