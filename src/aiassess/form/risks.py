"""The sheet of a risk register."""

from aiassess.answers import sheets as s
from aiassess.form.page import Page
from aiassess.kinds.risks import RISK_FIELDS, RISK_RATINGS
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk

_WIDTHS = {"title": 44, "treatment": 40, "owner": 22, "due": 13}


class RiskPage:
    """A row for each risk."""

    def __init__(self, page: Page, question: Question) -> None:
        self.page, self.question, self.form = page, question, page.form

    def write(self) -> None:
        page, form, question = self.page, self.form, self.question
        page.columns([("id", 2), *((name, _WIDTHS.get(name, 14)) for name in RISK_FIELDS)])
        page.texts([s.HEAD, f"{form.numbers[question.id]}. {form.brief('risks')}"], "title")
        page.texts([s.HEAD, form.text(question.text)], "text", merged=True)
        for name in ("likelihood", "consequence"):
            scale = self.scale(name).replace("\n", "; ")
            page.texts([s.HEAD, f"{form.brief(name)}: {scale}" if scale else ""], "quiet", merged=True)
        page.texts([s.HEAD, *(form.brief("risk_title" if name == "title" else name) for name in RISK_FIELDS)], "head")
        given = form.answers.get(question.id).value
        risks = [risk for risk in given if isinstance(risk, Risk)] if isinstance(given, tuple) else []
        for number, row in enumerate(page.layout.risk_rows(question)):
            page.at(row)
            page.texts([f"{question.id}#{number + 1}"], "text")
            self.risk(risks[number] if number < len(risks) else None)
        page.finish(head=6)

    def risk(self, risk: Risk | None) -> None:
        page = self.page
        for column, name in enumerate(RISK_FIELDS, 1):
            value = getattr(risk, name, None)
            if name in RISK_RATINGS:
                page.rating(column, value, self.scale(name))
            elif name == "due":
                page.day(column, value)
            else:
                page.entry(column, value, question=self.question)

    def scale(self, name: str) -> str:
        """Return what 1 to 5 mean, a line each."""
        if self.question.scale is None:
            return ""
        each = [self.question.scale.lines(name, lang) for lang in self.form.langs]
        return "\n".join("\n".join(lines) for lines in each)
