"""The sheet of a risk register."""

from aiassess.answers import sheets as s
from aiassess.form.content import Form
from aiassess.form.page import Page
from aiassess.kinds.risks import RISK_FIELDS, RISK_RATINGS
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk

_WIDTHS = {"title": 44, "treatment": 40, "owner": 22, "due": 13}


def write_register(page: Page, question: Question) -> None:
    """Write a row for each risk."""
    form = page.form
    page.columns([("id", 2), *((name, _WIDTHS.get(name, 14)) for name in RISK_FIELDS)])
    page.texts([s.HEAD, f"{form.numbers[question.id]}. {form.brief('risks')}"], "title")
    page.texts([s.HEAD, form.text(question.text)], "text", merged=True)
    for name in ("likelihood", "consequence"):
        scale = _scale(form, question, name).replace("\n", "; ")
        page.texts([s.HEAD, f"{form.brief(name)}: {scale}" if scale else ""], "quiet", merged=True)
    page.texts([s.HEAD, *(form.brief("risk_title" if name == "title" else name) for name in RISK_FIELDS)], "head")
    risks = form.answers.get(question.id).risks
    for number, row in enumerate(page.layout.risk_rows(question)):
        page.row = row
        page.texts([f"{question.id}#{number + 1}"], "text")
        _risk(page, question, risks[number] if number < len(risks) else None)
    page.finish(head=6)


def _risk(page: Page, question: Question, risk: Risk | None) -> None:
    for column, name in enumerate(RISK_FIELDS, 1):
        value = getattr(risk, name, None)
        if name in RISK_RATINGS:
            page.rating(column, value, _scale(page.form, question, name))
        elif name == "due":
            page.day(column, value)
        else:
            page.entry(column, value, question=question)


def _scale(form: Form, question: Question, name: str) -> str:
    """Return what 1 to 5 mean, a line each."""
    scale = question.scale
    return "\n".join(line for lang in form.langs for line in scale.lines(name, lang)) if scale else ""
