"""Source that reads the answers: their states and values, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.answers.formats import MAX_NUMBER
from aiassess.batch.fast.expressions import bracketed, expression
from aiassess.batch.fast.lines import branch, indented
from aiassess.batch.fast.plan import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.batch.fast.plan import Plan
    from aiassess.model.questionnaire import Question, Section


def reading(plan: Plan) -> Iterator[str]:
    """Yield the lines that read all answers, in document order."""
    for section in plan.questionnaire.sections:
        yield ""
        yield f"# section {name(section.id)}"
        if section.show_if:
            yield f"in_{section.id} = {expression(plan.questionnaire, section.show_if, 'now')}"
        for question in section.questions:
            kind = f"{question.type}, {question.score}" if question.score else question.type
            yield f"# {name(question.id)} ({kind})"
            yield from _form(question)
            if question.type != "choice":
                yield from _value(plan, question)
            yield from _applies(plan, section, question)


def _form(question: Question) -> Iterator[str]:
    """Tell the long form from a bare value, which is also what a blank answer looks like."""
    one = question.id
    yield f"x = given.q_{one}"
    yield f"if type(x) is {long_form(question)}:"
    yield "    if x.note is not None:"
    yield "        texts.append(x.note)"
    yield "    if x.evidence is not None:"
    yield "        evidence.append(x.evidence)"
    yield f"    q_{one} = x.value"
    yield f"    if q_{one} is None:"
    yield f"        q_{one} = unanswered(x, {'CHOICES' if question.type == 'choice' else f'States_{one}'})"
    yield "else:"
    yield "    bare += 1"
    yield f"    q_{one} = x"


def long_form(question: Question) -> str:
    """Return the name of the long form's type; questions of several choices have their own options, so their own type."""
    return f"Long_{question.id}" if question.type == "choices" else f"Long{question.type.capitalize()}"


def _value(plan: Plan, question: Question) -> Iterator[str]:
    """Tell the value from the state, where the answer is no state yet."""
    one, kept = question.id, question.id in plan.valued
    state, value = f"q_{one}", f"v_{one}"
    if question.type == "choices":
        yield from branch(f"if type({state}) is list", [f"{state} = Chosen_{one}[tuple({state})]"])
        return
    if kept:
        yield f"{value} = {plan.blank(question)}"
    yield f"if type({state}) is not State:"
    match question.type:
        case "text":
            yield f"    texts.append({state})"
        case "risks":
            yield f"    {value}, strings = register({state}, texts)"
            yield "    hidden += strings"
        case "number":
            yield from indented(_number(question))
    if kept and question.type in ("text", "date"):
        yield f"    {value} = {state}"
    yield from indented(_answered(plan, question))


def _number(question: Question) -> Iterator[str]:
    state, value = f"q_{question.id}", f"v_{question.id}"
    low = -MAX_NUMBER if question.minimum is None else question.minimum
    high = MAX_NUMBER if question.maximum is None else question.maximum
    yield f"{value} = {state}"
    yield f"if type({value}) is not int or not {low!r} <= {value} <= {high!r}:"
    yield f"    {value} = number({value}, {low!r}, {high!r}, whole={question.whole})"


def _answered(plan: Plan, question: Question) -> Iterator[str]:
    """Set the state of an answer; a number's goes by the band in which it lies."""
    one = question.id
    bands = plan.tables.of[one].bands
    for place, (bound, _) in enumerate(bands):
        yield from branch(f"{'elif' if place else 'if'} v_{one} <= {bound!r}", [f"q_{one} = Bands_{one}[{place}]"])
    otherwise = [f"q_{one} = States_{one}.answered"]
    yield from branch("else", otherwise) if bands else otherwise


def _applies(plan: Plan, section: Section, question: Question) -> Iterator[str]:
    """Leave out the answer to a question that does not apply; its strings were there all the same."""
    one, kept = question.id, question.id in plan.valued
    conditions = [f"in_{section.id}"] if section.show_if else []
    if question.show_if:
        conditions.append(bracketed(expression(plan.questionnaire, question.show_if, "now")))
    if conditions:
        yield f"if not ({' and '.join(conditions)}):"
        yield f"    hidden += {plan.strings(question)}"
        yield f"    q_{one} = {plan.hidden(question)}"
        if kept and question.type not in ("choice", "choices"):
            yield f"    v_{one} = {plan.blank(question)}"
    if kept and question.type in ("choice", "choices"):
        yield f"v_{one} = q_{one}.{'id' if question.type == 'choice' else 'ids'}"
