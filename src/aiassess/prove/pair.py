"""Two sets of answers in one program, which differ in one answer (docs/proofs.md#monotony)."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from aiassess.explain.requirements import Requirements
from aiassess.model.answers import Answer
from aiassess.model.conditions import questions_in
from aiassess.model.levels import Level
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.program.domain import Candidate
from aiassess.program.encoding import Encoding, worth
from aiassess.program.solver import ONE, ZERO, Budget, Linear, Program, total
from aiassess.prove.reach import exactly, has_credit, reaches
from aiassess.prove.search import WORK, Search, complete

Domains = Mapping[str, tuple[Candidate, ...]]
Step = tuple[int, int]
"""A worse and a better answer to one question, by their place in its domain."""
What = Literal["level", "verdict", "ready"]
"""What gets worse: the level, the verdict of those who are asked the same, the verdict "ready"."""


class Pair:
    """Two sets of answers in one program, which differ in the answer to one question."""

    def __init__(self, search: Search, name: str, steps: tuple[Step, ...], domains: Domains) -> None:
        self.search, self.q = search, search.questionnaire
        self.program = Program(Budget(WORK))
        taken = [self.program.binary() for _ in steps]
        self.program.equal(total(taken), 1)
        ends = list(zip(taken, steps, strict=True))
        places = range(len(domains[name]))
        first = tuple(total(x for x, (a, _) in ends if a == place) for place in places)
        self.second = tuple(total(x for x, (_, b) in ends if b == place) for place in places)
        self.worse = Encoding(self.q, domains, self.program, {name: first})
        self.better = Encoding(self.q, domains, self.program, {name: self.second}, beside=self.worse)

    @cached_property
    def asked(self) -> list[tuple[Question, Linear, Linear]]:
        """The questions that may apply with one answer and not with the other: 1 if they do with the worse, the better one."""
        both = [(q, self.worse.applies[q.id], self.better.applies[q.id]) for q in self.q.questions]
        return [(question, before, after) for question, before, after in both if before != after]

    def ask_alike(self, *, same: bool) -> None:
        """Ask that what is asked only with the better answer be answered well, so that it is not the cause.

        A question without points that a rule or critical finding looks at is then not asked anew. ``same``: nothing is asked
        anew, or no more.
        """
        looked_at = _decisive(self.q)
        for question, before, after in self.asked:
            if same:
                self.program.equal(before - after, 0)
            elif question.score is None and question.id in looked_at:
                self.program.at_least(before - after, 0)
            else:
                best = _best(self.q, question, self.search.values(question.id))
                pairs = zip(self.worse.chosen[question.id], self.worse.domains[question.id], strict=True)
                well = [x for x, candidate in pairs if candidate.answer in best]
                self.program.at_least(before - after + total(well), 0)

    def newly(self, before: Linear, after: Linear) -> Linear:
        return ZERO if before == after else self.program.all_of([after, ONE - before])

    def worse_by(self, what: What, *, exact: bool) -> Linear:
        """Return 1 if the better answer may give what is worse; for certain if ``exact`` and controls earn no credit."""
        if what == "ready":
            short = [ONE - _short(self.worse), _short(self.better)]
            return self.program.all_of([*short, self.sound()])
        return self.level(exact=exact) if what == "level" else self.verdict(exact=exact)

    def level(self, *, exact: bool) -> Linear:
        """Return 1 if the better answer may give a higher level."""
        if exact:
            parts = [self.newly(reaches(self.worse, level), reaches(self.better, level)) for level in self.q.levels]
            return self.program.any_of(parts)
        parts = [self.newly(self.worse.truth(rule.when), self.better.truth(rule.when)) for rule in self.q.rules]
        parts += [self.newly(self.worse.exceeds(level), self.better.exceeds(level)) for level in self.q.levels]
        if has_credit(self.q):
            parts += [*self.findings(), ONE if self.asked else ZERO]
        return self.program.any_of(parts)

    def verdict(self, *, exact: bool) -> Linear:
        """Return 1 if the better answer may stop or hold a system that the worse one does not, asked the same."""
        undetermined = self.newly(_undetermined(self.worse), _undetermined(self.better))
        if not exact:
            return self.program.any_of([*self.findings(), undetermined])
        held = self.program.all_of([self.program.any_of(self.findings()), self.sound()])
        return self.program.any_of([self.newly(_stopped(self.worse), _stopped(self.better)), held])

    def findings(self) -> list[Linear]:
        """Return for each critical finding 1 if only the better answer raises it."""
        pairs = zip(_critical(self.worse), _critical(self.better), strict=True)
        return [self.newly(before, after) for before, after in pairs]

    def sound(self) -> Linear:
        """Return 1 if nothing stops or holds the system with the worse answer."""
        clean = [ONE - raised for raised in _critical(self.worse)]
        return self.program.all_of([*clean, ONE - _stopped(self.worse), complete(self.worse)])

    def credit_lost(self, highest: Level) -> Linear:
        """Ask for ``highest`` or lower with the worse answer; return 1 if the better one may give a higher level."""
        for item in Requirements(self.worse).level(highest):
            for ask in item.asks:
                self.program.at_least(*ask)
        asks = [ask for item in Requirements(self.better).level(highest) for ask in item.asks]
        return self.program.any_of(self.program.positive(points * -1 + bound) for points, bound in asks)

    def falling_away(self) -> Linear:
        """Return the points of the controls that are asked only with the worse answer."""
        return total((before - after) * q.highest_points for q, before, after in self.asked if q.score == "control")


def _decisive(q: Questionnaire) -> set[str]:
    """Return the questions that rules or critical findings look at."""
    conditions = [rule.when for rule in q.rules]
    found = {question.id for question in q.questions if any(f.severity == "critical" for f in question.findings)}
    conditions += [f.when for x in q.questions for f in x.findings if f.severity == "critical" and f.when]
    return found.union(*map(questions_in, conditions))


def _best(q: Questionnaire, question: Question, values: list[Answer]) -> list[Answer]:
    """Return the answers that speak for a system: the best points, and no critical finding of their own."""
    sign = 1 if question.score == "control" else -1
    clean = [(sign * worth(q, question, answer), answer) for answer in values if not raises_critical(question, answer)]
    most = max((points for points, _ in clean), default=0)
    return [answer for points, answer in clean if points == most]


def _stopped(e: Encoding) -> Linear:
    """Return 1 if the level stops the system, or the assessment is undetermined."""
    stops = [reaches(e, level) for level in e.questionnaire.levels if level.stop]
    return e.program.any_of([_undetermined(e), *stops[:1]])


def _undetermined(e: Encoding) -> Linear:
    """Return 1 if a rule that stops when unsure does not hold and an answer that it looks at is unsure."""
    found = []
    for rule in e.questionnaire.rules:
        if rule.unsure_stops:
            unsure = [e.where(name, lambda answer: answer.status == "unsure") for name in questions_in(rule.when)]
            found.append(e.program.all_of([ONE - e.truth(rule.when), e.program.any_of(unsure)]))
    return e.program.any_of(found)


def _short(e: Encoding) -> Linear:
    """Return 1 if the controls, or those of a principle, are below what the level asks, were there no credit."""
    q = e.questionnaire
    groups = [(q.scored["control"], False), *((tagged, True) for tagged in q.controls_of["principles"].values())]
    short = []
    for level in q.levels:
        for questions, tagged in groups:
            asked = level.ready_at
            percent = asked and (asked.each_principle if tagged else asked.controls)
            if percent and questions and not level.stop:
                points, bound = e.share("control", questions, percent, tagged=tagged)
                below = e.program.positive(points * -1 + bound)
                short.append(e.program.all_of([exactly(e, level), e.measured(questions), below]))
    return e.program.any_of(short)


def _critical(e: Encoding) -> list[Linear]:
    """Return for each critical finding 1 if it is raised."""
    findings = [(question, finding) for question in e.questionnaire.questions for finding in question.findings]
    return [e.raised(question, finding) for question, finding in findings if finding.severity == "critical"]


def raises_critical(question: Question, answer: Answer) -> bool:
    """Return whether an answer raises a critical finding of its own question, whatever the others are."""
    return answer.status == "answered" and any(
        finding.severity == "critical" and not finding.on.isdisjoint(answer.chosen) for finding in question.findings
    )
