"""What no answers can reach, and parts of conditions that change nothing (docs/proofs.md#what-is-proven)."""

from collections.abc import Iterator
from dataclasses import dataclass

from aiassess.errors import ProblemSeverity
from aiassess.model import conditions as c
from aiassess.model.answers import Answer
from aiassess.model.levels import Level, Rule
from aiassess.model.questionnaire import Band, Option, Question, Questionnaire
from aiassess.program.encoding import Encoding
from aiassess.program.solver import ONE, Linear
from aiassess.prove.conditions import ALWAYS, differ, shown, without_parts
from aiassess.prove.search import Case, Claim, Search
from aiassess.questionnaire.yaml_source import Path_


@dataclass(slots=True, eq=False, kw_only=True)
class Value(Claim):
    """That a question can have an option, or a number of a band: one is put into answers by which the question is asked."""

    question: Question
    part: Option | Band

    def fits(self, answer: Answer) -> bool:
        if isinstance(self.part, Option):
            return self.part.id in answer.chosen
        number, bands = answer.value, self.question.bands
        fitting = [x for x in bands if isinstance(number, (int, float)) and (x.up_to is None or number <= x.up_to)]
        return fitting[:1] == [self.part]

    def seen(self, case: Case) -> bool:
        return self.fits(case.answer(self.question.id))

    def find(self, search: Search) -> Case | None:
        value = next(filter(self.fits, search.answers[self.question.id]), None)
        asked = self.within and self.within.shown
        if value is None or not asked:
            return None
        return self.sure(Case(search.questionnaire, {**asked.answers.answers, self.question.id: value}))


def reachable(q: Questionnaire) -> Iterator[Claim]:
    """Yield that all there is can be reached, and each condition and part of one matters."""
    for s, section in enumerate(q.sections):
        here: Path_ = ("sections", s)
        place = (*here, "show_if") if section.show_if else here
        begun = _never("section", section.id, place, section.show_if or ALWAYS)
        yield begun
        if section.show_if:
            yield from _parts(begun, section.show_if)
        for i, question in enumerate(section.questions):
            yield from _question(q, question, (*here, "questions", i), begun)
    for i, rule in enumerate(q.rules):
        yield from _rule(q, rule, ("rules", i))
    for i, check in enumerate(q.checks):
        never = _never("check", check.id, ("checks", i, "when"), check.when)
        yield from (never, *_parts(never, check.when))
    for i, level in enumerate(q.levels):
        severity: ProblemSeverity = "error" if level.stop else "warning"
        yield AtLevel("prove_level_never", level.id, ("levels", i), severity=severity)


def _never(what: str, about: str, path: Path_, condition: c.Condition, within: Claim | None = None) -> Claim:
    return Claim(f"prove_{what}_never", about, path, condition, within=within)


def _question(q: Questionnaire, question: Question, path: Path_, section: Claim) -> Iterator[Claim]:
    name, place = question.id, (*path, "show_if") if question.show_if else path
    asked = _never("question", name, place, shown(q, question), section)
    yield asked
    if question.show_if:
        yield from _parts(asked, question.show_if, section.condition)
    for i, option in enumerate(question.options):
        here = (*path, "options", i)
        yield Value("prove_option_never", f"{name}_{option.id}", here, within=asked, question=question, part=option)
    for i, band in enumerate(question.bands):
        here = (*path, "bands", i)
        yield Value("prove_band_never", f"{name}_{i + 1}", here, within=asked, question=question, part=band)
    for i, finding in enumerate(question.findings):
        place = (*path, "findings", i)
        raised = c.All((c.Answered(name), finding.when)) if finding.when else c.AnyOf(name, finding.on)
        claim = _never("finding", f"{name}_{finding.id}", place, raised, asked)
        claim.values = {"id": finding.id}
        yield claim
        if finding.when:
            yield from _parts(claim, finding.when, c.Answered(name), key="when")


def _parts(
    whole: Claim, condition: c.Condition, context: c.Condition = ALWAYS, key: str | None = None
) -> Iterator[Claim]:
    """Yield that a condition, and each part of one, changes something wherever ``context`` holds."""
    path = whole.path if key is None else (*whole.path, key)
    if not isinstance(condition, c.LevelAtLeast):
        yield Claim("prove_always", whole.about, path, c.All((context, c.Not(condition))), within=whole)
    told: dict[Path_, Claim] = {}
    for place, of_all, other in without_parts(condition, path):
        code = "prove_part_always" if of_all else "prove_part_never"
        outer = next((told[place[:end]] for end in range(len(place) - 1, 0, -1) if place[:end] in told), whole)
        matters = c.All((context, differ(condition, other)))
        told[place] = Claim(code, whole.about, place, matters, within=outer, severity="note")
        yield told[place]


def _rule(q: Questionnaire, rule: Rule, path: Path_) -> Iterator[Claim]:
    values = {"level": rule.level}
    severity: ProblemSeverity = "error" if q.level_of(rule).stop else "warning"
    never = Claim("prove_rule_never", rule.id, (*path, "when"), rule.when, severity=severity, values=values)
    yield from (never, *_parts(never, rule.when))
    rank = q.rank[rule.level]
    others = tuple(other.when for other in q.rules if other is not rule and q.rank[other.level] >= rank)
    alone: c.Condition = c.All((rule.when, c.Not(c.Any(others))))
    if q.scoring.level_from == "inherent":
        alone = c.All((alone, c.InherentLevel(frozenset(level.id for level in q.levels[:rank]))))
    yield Claim("prove_rule_idle", rule.id, path, alone, within=never, severity="note", values=values)


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


@dataclass(slots=True, eq=False, kw_only=True)
class AtLevel(Claim):
    """That a system can have a level. Credit is told by the engine alone: tried first are answers without any."""

    def seen(self, case: Case) -> bool:
        return case.assessment.level.id == self.about

    def find(self, search: Search) -> Case | None:
        level = search.questionnaire.levels[search.questionnaire.rank[self.about]]
        credit = has_credit(search.questionnaire)
        if credit:
            e = search.encoding()
            uncredited = ONE - e.program.positive(e.points(search.questionnaire.scored["control"]))
            case = search.fulfilled(e, e.program.all_of([exactly(e, level), uncredited]))
            if case and self.seen(case):
                return case
        e = search.encoding()
        return self.sure(search.fulfilled(e, exactly(e, level, by_points=not credit)))
