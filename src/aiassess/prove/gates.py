"""Ways round a rule, and principles that nothing measures (docs/proofs.md#gates)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from aiassess.model import conditions as c
from aiassess.program.solver import ONE, Linear
from aiassess.prove.conditions import ALWAYS, could_hold
from aiassess.prove.search import Case, Claim, Search

if TYPE_CHECKING:
    from aiassess.errors import ProblemSeverity
    from aiassess.model.levels import Rule
    from aiassess.model.questionnaire import Question, Questionnaire
    from aiassess.program.encoding import Encoding
    from aiassess.questionnaire.yaml_source import Path_


def complete(e: Encoding) -> Linear:
    """Return 1 if nothing is missing among the questions that the program holds; all others can be answered.

    To be asked last: it adds no question.
    """
    by_id = e.questionnaire.by_id
    return e.program.all_of(ONE - e.where(name, by_id[name].is_missing) for name in list(e.chosen))


def avoidable(search: Search, paths: dict[str, Path_]) -> Iterator[Claim]:
    """Yield for each question of a rule that answers complete the assessment without a value that the rule could look at.

    The rule does not hold and could, if the question had a value. Only of a stopping rule it is told if the value of another
    question hides this one.
    """
    q = search.questionnaire
    for rule in q.rules:
        stops = q.level_of(rule).stop or rule.unsure_stops
        for name in c.questions_in(rule.when):
            open_ = c.All((c.Not(rule.when), could_hold(rule.when, name, search.values)))
            for code, way in _ways(search, q.by_id[name], stops=stops):
                yield _avoided(code, q, rule, name, paths[name], open_, way)


def _ways(search: Search, question: Question, *, stops: bool) -> Iterator[tuple[str, c.Condition]]:
    """Yield how a question can be without a value, as what that asks of the answers."""
    q, name = search.questionnaire, question.id
    shown = c.All((q.section_of[name].show_if or ALWAYS, question.applies_if or ALWAYS))
    unanswered = c.Not(c.Answered(name))
    if question.not_applicable or not question.required:
        yield "prove_gate_left_out", c.All((unanswered, shown))
    if shown == c.All((ALWAYS, ALWAYS)):
        return
    hidden = c.Not(shown)
    # Hidden because another question has no value, and could be shown if it had one.
    others = [
        c.All((c.Not(c.Answered(other)), could_hold(shown, other, search.values))) for other in c.questions_in(shown)
    ]
    if others:
        yield "prove_gate_hidden_by_none", c.All((hidden, c.Any(tuple(others))))
    if stops:
        yield "prove_gate_hidden", hidden


def _avoided(
    code: str, q: Questionnaire, rule: Rule, name: str, path: Path_, open_: c.Condition, way: c.Condition
) -> Claim:
    condition = c.All((open_, way))

    def seen(case: Case) -> bool:
        return case.assessment.status == "complete" and case.holds(condition)

    def wanted(e: Encoding) -> Linear:
        avoided = e.truth(condition)
        return e.program.all_of([avoided, complete(e)])

    stops = q.level_of(rule).stop or rule.unsure_stops
    severity: ProblemSeverity = "error" if stops and code != "prove_gate_hidden" else "warning"
    return Claim(
        code,
        f"{rule.id}_{name}",
        path,
        seen,
        (wanted,),
        severity,
        {"id": name, "rule": rule.id, "level": rule.level},
        is_fault=True,
    )


def unmeasured(q: Questionnaire) -> Iterator[Claim]:
    """Yield for each principle and actor that a complete assessment measures nothing of it."""
    for dimension, tags in (("principles", q.principles), ("actors", q.actors)):
        for i, tag in enumerate(tags):
            questions = q.controls_of(dimension, tag.id)
            if questions:
                yield Claim(
                    "prove_unmeasured",
                    tag.id,
                    ("dimensions", dimension, i),
                    _nothing_of(dimension, tag.id),
                    (_none_of(questions),),
                    "note",
                    {"id": tag.id},
                    is_fault=True,
                )


def _nothing_of(dimension: str, tag: str) -> Callable[[Case], bool]:
    return lambda case: (
        case.assessment.status == "complete"
        and any(item.tag == tag and item.score is None for item in getattr(case.assessment, dimension))
    )


def _none_of(questions: list[Question]) -> Callable[[Encoding], Linear]:
    def wanted(e: Encoding) -> Linear:
        nothing = ONE - e.measured(questions)
        return e.program.all_of([nothing, complete(e)])

    return wanted
