"""Source that tells what follows from the answers: sums, findings, level, range, verdict, cells (docs/scoring.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.batch.fast.expressions import Mode, answered, both, bracketed, expression
from aiassess.batch.fast.lines import branch, joined, listed
from aiassess.batch.fast.plan import name
from aiassess.model.conditions import questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.batch.fast.plan import Plan
    from aiassess.model.questionnaire import Question, Rule


def sums(plan: Plan) -> Iterator[str]:
    """Yield the lines that add everything up."""
    yield ""
    yield "# all sums at once, the short numbers first"
    kinds = (None, "inherent", "control")
    yield from joined("row", "+", map(plan.row, sorted(plan.questions, key=lambda q: kinds.index(q.score))), "0")
    size = plan.tables.row.bits // 8
    yield f"strings, missing, criticals, major, minor, *words = WORDS(row.to_bytes({size}, 'little'))"
    yield from listed("", map(name, plan.tables.shares), " = map(getitem, SHARES, words)")


def checking() -> Iterator[str]:
    """Yield the lines that make sure that nothing was lost on the way, and that no text is blank."""
    yield ""
    yield "# every string was looked at, and no text is blank"
    yield "strings += hidden + FRAME - bare"
    yield "strings += references(evidence, texts) + about_strings(about, texts)"
    yield from branch("if not nothing_lost(raw, texts, strings)", ["return None"])


def findings(plan: Plan) -> Iterator[str]:
    """Yield the lines that collect findings: those of an option are counted already, those with a condition are not."""
    yield ""
    yield "# findings"
    yield "critical = []"
    names = [f"*{plan.state(question)}.critical" for question in plan.questions if plan.raises_critical(question)]
    if names:
        yield from branch("if criticals", listed("critical = ", names))
    for question in plan.questions:
        for finding in question.findings:
            if finding.when:
                when = expression(plan.questionnaire, finding.when, "now")
                counted = f"{finding.severity} += 1"
                if finding.severity == "critical":
                    counted = f"critical.append('{name(question.id)}.{name(finding.id)}')"
                yield from branch(f"if {both(' and ', [answered(question), when])}", [counted])


def level(plan: Plan) -> Iterator[str]:
    """Yield the lines from the shares to the level's rank."""
    mitigation = plan.questionnaire.scoring.mitigation
    yield ""
    yield "# credit, residual risk, level"
    measured = [share for share in plan.tables.shares if share.startswith(("controls", "principle_"))]
    yield from joined("flags", "|", (f"{share}.flags" for share in measured), "0")
    blocked = ["flags & 1"]
    blocked += ["missing"] if mitigation.blocked_when_incomplete else []
    blocked += ["critical"] if mitigation.blocked_by_critical_finding else []
    yield f"credit = NO_CREDIT if {' or '.join(blocked)} else controls.credit"
    yield "points = (2 * inherent.points * credit.kept + credit.whole) // (2 * credit.whole)"
    yield "residual = RESIDUAL[points, inherent.maximum]"
    yield "rank = residual.level"
    yield from _rules(plan, "rank", "now")


def _rules(plan: Plan, variable: str, mode: Mode) -> Iterator[str]:
    """Raise a rank to the highest level of the rules that hold."""
    by_rank: dict[int, list[Rule]] = {}
    for rule in plan.questionnaire.rules:
        by_rank.setdefault(plan.questionnaire.rank[rule.level], []).append(rule)
    for place, rank in enumerate(sorted(by_rank, reverse=True)):
        yield f"{'elif' if place else 'if'} {variable} < {rank} and ("
        for n, rule in enumerate(by_rank[rank]):
            when = bracketed(expression(plan.questionnaire, rule.when, mode))
            yield f"    {'or ' if n else ''}{when}  # {name(rule.id)}"
        yield "):"
        yield f"    {variable} = {rank}  # {name(plan.questionnaire.levels[rank].id)}"


def open_answers(plan: Plan) -> Iterator[str]:
    """Yield the lines that tell what is missing, and the levels still possible."""
    yield ""
    for role, one in plan.questionnaire.subject.items():
        yield f"told_{name(role)} = v_{one}"
    yield "status, named, low, high = 'complete', None, rank, rank"
    yield from branch("if missing", _incomplete(plan))


def _incomplete(plan: Plan) -> Iterator[str]:
    yield "status = 'incomplete'"
    yield from listed("states = ", map(plan.state, plan.questions))
    yield "named = ' '.join([state.question for state in states if state.missing])"
    for rule in plan.questionnaire.rules:
        if rule.unsure_stops:
            unsure = [f"{plan.state(plan.questionnaire.by_id[one])}.unsure" for one in questions_in(rule.when)]
            when = expression(plan.questionnaire, rule.when, "now")
            test = both(" and ", [both(" or ", unsure), f"not {bracketed(when)}"])
            yield from branch(f"if {test}", [f"status = 'undetermined'  # {name(rule.id)}"])
    yield "# what any completion can come to"
    always = [q for q in plan.questions if not plan.conditional(q) and (q.score or plan.raises_critical(q))]
    yield from joined("bounds", "+", (f"{plan.state(question)}.bounds" for question in always), "0")
    for section in plan.questionnaire.sections:
        if section.show_if:
            for mode in _MODES:
                yield f"{mode}_in_{section.id} = {expression(plan.questionnaire, section.show_if, mode)}"
        for question in section.questions:
            if plan.conditional(question):
                yield from _possible(plan, question)
            elif question.id in plan.watched:
                yield f"o_{question.id} = not q_{question.id}.settled"
    yield from joined("certain", "or", _certain(plan), "False")
    yield "low, high = RANGE(bounds, critical=certain)"
    yield from _rules(plan, "low", "sure")
    yield from _rules(plan, "high", "maybe")


_MODES: tuple[Mode, Mode] = ("sure", "maybe")


def _possible(plan: Plan, question: Question) -> Iterator[str]:
    """Tell whether a question will apply once all is answered, and what it can then add."""
    one, section = question.id, plan.questionnaire.section_of[question.id]
    for mode in _MODES:
        conditions = [f"{mode}_in_{section.id}"] if section.show_if else []
        conditions += [expression(plan.questionnaire, question.show_if, mode)] if question.show_if else []
        yield f"{mode} = {both(' and ', conditions)}"
    if question.score or plan.raises_critical(question):
        state, gone = plan.state(question), plan.tables.gone(question)
        yield f"bounds += {state}.bounds if sure else {state}.bounds_maybe if maybe else {gone}"
    if one in plan.watched:
        yield f"o_{one} = maybe and not (sure and q_{one}.settled)"
    if one in plan.valued:
        yield from branch("if not sure", [f"q_{one}, v_{one} = {plan.hidden(question)}, {plan.blank(question)}"])


def _certain(plan: Plan) -> Iterator[str]:
    """Yield the tests whether a critical finding with a condition is raised whatever comes."""
    for question in plan.questions:
        for finding in question.findings:
            if finding.when and finding.severity == "critical":
                when = expression(plan.questionnaire, finding.when, "sure")
                yield f"({both(' and ', [answered(question), when])})"


def verdict() -> Iterator[str]:
    """Yield the lines that tell the verdict."""
    yield ""
    yield from branch("if STOPS[rank] or status == 'undetermined'", ["verdict = 'stop'"])
    yield from branch("elif critical or missing", ["verdict = 'hold'"])
    yield from branch("else", ["verdict = 'conditional' if flags >> rank + 1 & 1 else 'ready'"])


def cells(plan: Plan) -> Iterator[str]:
    """Yield the lines that return the row."""
    values = {
        "status": "status",
        "questionnaire": repr(name(plan.questionnaire.id)),
        "version": "document.questionnaire.version",
        **{role: f"told_{role}" for role in plan.questionnaire.subject},
        "completed_on": "day",
        "level": "LEVELS[rank]",
        "level_low": "LEVELS[low]",
        "level_high": "LEVELS[high]",
        "verdict": "verdict",
        "reassess_due": "due(day, MONTHS[rank]) if day and MONTHS[rank] else None",
        "credit_percent": "credit.percent",
        "findings_critical": "len(critical)",
        "findings_major": "major",
        "findings_minor": "minor",
        "critical_findings": "' '.join(sorted(critical)) or None",
        "missing": "missing",
        "missing_questions": "named",
    }
    for score in ("inherent", "controls", "residual"):
        values |= {f"{score}_{part}": f"{score}.{part}" for part in ("points", "maximum", "percent")}
    tags = [share for share in plan.tables.shares if share.startswith(("principle_", "actor_"))]
    values |= {share: f"{share}.percent" for share in tags}
    yield ""
    yield "day = about.completed_at[:10] if about and about.completed_at else None"
    yield "return ("
    for column in plan.layout.judged:
        yield f"    {values.get(column.name)},  # {name(column.name)}"
    yield ")"
