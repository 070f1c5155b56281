"""How a workbook asks for an answer, by the kind of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.answers import sheets as s
from aiassess.kinds.registry import ByKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiassess.form.page import Page
    from aiassess.model.answers import Answer
    from aiassess.model.questionnaire import Question


def takes_day(question: Question) -> bool:
    return question.type == "date"


def _choice(page: Page, question: Question, answer: Answer) -> None:
    status = s.status_of(answer)
    beside = status if status in (s.UNSURE, s.NOT_APPLICABLE) else None
    page.offer(page.layout.column["answer"], question.id, str(answer.value) if answer.value is not None else beside)


def _choices(page: Page, question: Question, answer: Answer) -> None:
    page.write(page.layout.column["answer"], page.form.brief("choose_x"), "quiet")


def _text(page: Page, question: Question, answer: Answer) -> None:
    value = answer.value if isinstance(answer.value, str) else None
    page.entry(page.layout.column["answer"], value, question=question)


def _number(page: Page, question: Question, answer: Answer) -> None:
    value = answer.value if isinstance(answer.value, (int, float)) else None
    told = "\n".join(page.form.expected_number(question))
    page.number(page.layout.column["answer"], value, question, told)


def _date(page: Page, question: Question, answer: Answer) -> None:
    value = answer.value if isinstance(answer.value, str) else None
    told = "\n".join(text for text in (page.form.say("date_as"), page.form.bounds(question)) if text)
    page.day(page.layout.column["answer"], value, (question.earliest, question.latest), told)


def _risks(page: Page, question: Question, answer: Answer) -> None:
    sheet = page.layout.register[question.id]
    page.write(page.layout.column["answer"], page.form.brief("on_sheet", sheet=sheet), "quiet")


WRITERS: ByKind[Callable[[Page, Question, Answer], None]] = ByKind(
    choice=_choice, choices=_choices, text=_text, number=_number, date=_date, risks=_risks
)
