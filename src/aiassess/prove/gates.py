"""Ways round a rule, and principles that nothing measures (docs/proofs.md#gates)."""

from collections.abc import Iterator

from aiassess.model import conditions as c
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.prove.conditions import ALWAYS, could_hold, shown
from aiassess.prove.search import Claim, Search
from aiassess.questionnaire.yaml_source import Path_


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
            for code, at, way in _ways(search, q.by_id[name], stops=stops):
                yield Claim(
                    code,
                    "_".join(dict.fromkeys((rule.id, name, at))),
                    paths[at],
                    c.All((open_, way)),
                    severity="error" if stops and code != "prove_gate_hidden" else "warning",
                    values={"id": name, "rule": rule.id, "level": rule.level, "other": at},
                    complete=True,
                    is_fault=True,
                )


def _ways(search: Search, question: Question, *, stops: bool) -> Iterator[tuple[str, str, c.Condition]]:
    """Yield how a question can be without a value, the question to mend, and what that asks of the answers."""
    q, name = search.questionnaire, question.id
    asked = shown(q, question)
    if question.not_applicable or not question.required:
        yield "prove_gate_left_out", name, c.All((c.Not(c.Answered(name)), asked))
    for other in c.questions_in(asked):  # without a value it hides this one, which would be asked if it had one
        hiding = c.Not(asked), c.Not(c.Answered(other)), could_hold(asked, other, search.values)
        yield "prove_gate_hidden_by_none", other, c.All(hiding)
    if stops and asked != c.All((ALWAYS, ALWAYS)):
        yield "prove_gate_hidden", name, c.Not(asked)


def unmeasured(q: Questionnaire) -> Iterator[Claim]:
    """Yield for each principle and actor that a complete assessment measures nothing of it."""
    for dimension, controls_of in q.controls_of.items():
        for i, (tag, questions) in enumerate(controls_of.items()):
            if questions:
                measured = c.Any(tuple(c.All((shown(q, x), c.Not(c.NotApplicable(x.id)))) for x in questions))
                path, none = ("dimensions", dimension, i), c.Not(measured)
                yield Claim("prove_unmeasured", tag, path, none, severity="note", complete=True, is_fault=True)
