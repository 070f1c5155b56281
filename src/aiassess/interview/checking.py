"""Values and answers from a screen, checked as if they were in a file, so that a draft can always be read again."""

import json
import re
from collections.abc import Collection
from dataclasses import replace

from aiassess.answers.dump import answer_data
from aiassess.answers.values import check_answer, check_value
from aiassess.errors import Complaints, Problem
from aiassess.interview.actions import Annotate, Answering, Do, Give, SetAside, WaitFor
from aiassess.model.answers import UNANSWERED, Answer
from aiassess.model.questionnaire import Question
from aiassess.visible import is_blank

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def given(question: Question, data: object) -> Give | Problem:
    """Give what a screen read as plain data, or return what is wrong with it, for the screen to say in place."""
    value, problems = check_value(question, data)
    return problems[0] if value is None else Give(value)


def answer_after(
    question: Question, before: Answer, action: Answering, actors: Collection[str] = ()
) -> tuple[Answer | None, list[Problem]]:
    """Return what an action makes of an answer, as a file would give it back; None and what is wrong with it.

    ``actors``: the ids of those for whom it may wait.
    """
    match action:
        case Give(value, note, evidence):
            kept = before.note if note is None else _note(note)
            after = Answer("answered", value, kept, before.evidence if evidence is None else evidence)
        case Do.UNSURE:
            after = Answer("unsure", None, before.note, before.evidence)
        case WaitFor(actor):
            after = Answer("unsure", None, before.note, before.evidence, waits_for=actor)
        case SetAside(reason):
            after = Answer("not_applicable", None, reason, before.evidence)
        case Annotate(note, evidence):
            after = replace(before, note=_note(note), evidence=evidence)
        case Do.CLEAR:
            after = Answer("unanswered", None, before.note, before.evidence)
    if (after.status, after.value, after.waits_for) == (before.status, before.value, before.waits_for):
        after = replace(after, given_by=before.given_by)  # whoever confirms an answer did not give it
    data = json.loads(encodable(json.dumps(answer_data(after), ensure_ascii=False)))
    if not data:
        return UNANSWERED, []
    complaints = Complaints(None)
    return check_answer(question, data, f"answers.{question.id}", complaints, actors), complaints.problems


def _note(note: str | None) -> str | None:
    """Return a note; None for a blank one."""
    return note if note and not is_blank(note) else None


def encodable(text: str) -> str:
    """Return a text without lone surrogates, which a terminal can send and no file can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)
