"""A form as a workbook: a sheet for each section, locked but for the answer cells (docs/form.md)."""

import io
from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from aiassess.answers import sheets as s
from aiassess.answers.dump import about_data
from aiassess.answers.formats import ABOUT_TEXTS
from aiassess.form.content import Form
from aiassess.form.formulas import Formulas
from aiassess.form.kinds import WRITERS
from aiassess.form.layout import Layout
from aiassess.form.page import STYLES, Page
from aiassess.kinds.risks import RISK_FIELDS, RISK_RATINGS
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk
from aiassess.render.office import NO_TIME, stable

_KEPT = ("started_at", "revises")
"""What an answers file says of itself that nobody fills in: it stays."""
_RISK_WIDTHS = {"title": 44, "treatment": 40, "owner": 22, "due": 13}


def write_sheet(form: Form) -> bytes:
    """Return the form as an .xlsx file: the same bytes for the same form.

    Raises InvalidInput for an answer that no cell can hold.
    """
    return _Book(form).packed()


class _Book:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.layout = Layout(form)
        self.formulas = Formulas(form, self.layout.spots)
        self.file = io.BytesIO()
        self.book = Workbook(self.file, {"in_memory": True})
        self.book.set_properties({"title": form.line(form.questionnaire.title)[:250], "created": NO_TIME})
        self.styles = {name: self.book.add_format(style) for name, style in STYLES.items()}

    def packed(self) -> bytes:
        self.about()
        for place in range(len(self.form.sections)):
            self.section(place)
        for question in self.form.questions:
            if question.kind.entry_fields:
                self.register(question)
        self.evidence()
        self.machine()
        self.book.close()
        return stable(self.file.getvalue())

    def page(self, name: str, kind: s.Sheet) -> Page:
        return Page(self.book.add_worksheet(name), kind, self.form, self.layout, self.styles)

    def about(self) -> None:
        form, questionnaire = self.form, self.form.questionnaire
        page = self.page(self.layout.about, "about")
        page.columns([("id", 2), ("", 34), ("answer", 80)])
        page.texts([s.HEAD, form.brief("title", title=form.line(questionnaire.title))], "title")
        page.texts([s.HEAD, form.text(questionnaire.statement)], "quiet", merged=True)
        page.texts([s.HEAD, form.brief("instructions")], "head", merged=True)
        for said in self.instructions():
            page.texts([s.HEAD, said], "text", merged=True)
        page.texts([s.HEAD, form.brief("about")], "head", merged=True)
        about = dict(about_data(form.answers.about))
        for name in ABOUT_TEXTS:
            page.texts([name, form.brief(name)], "label")
            page.entry(2, str(about[name]) if name in about else None)
            page.row += 1
        edition = {"questionnaire": questionnaire.id, "version": questionnaire.version, "digest": questionnaire.digest}
        edition["languages"] = ", ".join(form.langs)
        for name, value in edition.items():
            page.texts([s.HEAD, form.brief(name), value], "label")
        page.finish(head=0)

    def instructions(self) -> Iterator[str]:
        form = self.form
        if form.actors:
            yield form.say("only_for", actors=", ".join(form.line(actor.title) for actor in form.actors))
        for name in ("fill_in", "leave_blank", "tick", "grey"):
            yield form.say(name)
        yield form.say("give_proof", sheet=self.layout.evidence)
        yield form.say("send_back")

    def section(self, place: int) -> None:
        form = self.form
        section, questions = form.sections[place]
        page = self.page(self.layout.sections[place], "questions")
        page.columns(self.layout.columns)
        page.texts([s.HEAD, "", "", form.line(section.title)], "title")
        page.texts([s.HEAD, "", *map(form.brief, self.layout.keys[2:])], "head")
        for question in questions:
            self.question(page, question)
        page.grey_out()
        page.finish(head=3)

    def question(self, page: Page, question: Question) -> None:
        form, answer = self.form, self.form.answers.get(question.id)
        page.row = self.layout.rows[question.id]
        option_help = [] if self.layout.has_lines(question) else form.meanings(question)
        told = [form.text(question.help), *option_help, *form.expected(question)]
        said = "\n".join(text for text in told if text)
        page.texts(
            [question.id, "", form.numbers[question.id], form.text(question.text), said, form.whom(question)], "text"
        )
        applies = self.formulas.of(question.id)
        page.formula(1, applies)
        column = self.layout.column
        WRITERS.of(question)(page, question, answer)
        page.offer_statuses(column["status"], question, answer)
        page.entry(column["note"], answer.note, question=question)
        first = answer.evidence[0] if answer.evidence else None
        if question.evidence != "none" or first:
            page.entry(column["evidence"], first.reference if first else None, question=question)
            page.day(column["date"], first.date if first else None)
        else:
            page.locked(column["evidence"], column["date"])
        if "confirmed" in column:
            page.offer(column["confirmed"], "@confirmed", None if answer.confirmed else "no")
        for option in question.options if self.layout.has_lines(question) else ():
            page.row = self.layout.lines_of(question)[option.id]
            words = [form.line(option.label), form.text(option.help), ""]
            page.texts([f"{question.id}#{option.id}", "", "", *words], "option")
            page.formula(1, applies and (f"={self.layout.spots[question.id].applies}", applies[1]))
            page.tick(column["answer"], chosen=option.id in answer.chosen)
            page.locked(*(place for name, place in column.items() if place > column["answer"]))

    def register(self, question: Question) -> None:
        """Write the sheet of a risk register, a row for each risk."""
        form, page = self.form, self.page(self.layout.register[question.id], "risks")
        page.columns([("id", 2), *((name, _RISK_WIDTHS.get(name, 14)) for name in RISK_FIELDS)])
        page.texts([s.HEAD, f"{form.numbers[question.id]}. {form.brief('risks')}"], "title")
        page.texts([s.HEAD, form.text(question.text)], "text", merged=True)
        for name in ("likelihood", "consequence"):
            scale = "; ".join(form.scale(question, name))
            page.texts([s.HEAD, f"{form.brief(name)}: {scale}" if scale else ""], "quiet", merged=True)
        page.texts([s.HEAD, *(form.brief("risk_title" if name == "title" else name) for name in RISK_FIELDS)], "head")
        risks = form.answers.get(question.id).risks
        for number, row in enumerate(self.layout.risk_rows(question)):
            page.row = row
            page.texts([f"{question.id}#{number + 1}"], "text")
            self.risk(page, question, risks[number] if number < len(risks) else None)
        page.finish(head=6)

    def risk(self, page: Page, question: Question, risk: Risk | None) -> None:
        for column, name in enumerate(RISK_FIELDS, 1):
            value = getattr(risk, name, None)
            if name in RISK_RATINGS:
                page.rating(column, value, "\n".join(self.form.scale(question, name)))
            elif name == "due":
                page.day(column, value)
            else:
                page.entry(column, value, question=question)

    def evidence(self) -> None:
        form = self.form
        page = self.page(self.layout.evidence, "evidence")
        page.columns([("id", 2), ("question", 14), ("evidence", 80), ("date", 16)])
        page.texts([s.HEAD, form.brief("more_evidence")], "title")
        page.texts([s.HEAD, form.say("more_evidence_how")], "text", merged=True)
        page.texts([s.HEAD, *(form.brief(name) for name in ("number", "evidence", "date"))], "head")
        more = [(question, item) for question in form.questions for item in form.answers.get(question.id).evidence[1:]]
        for number in range(self.layout.spare_rows(len(more))):
            question, item = more[number] if number < len(more) else (None, None)
            page.texts([str(number + 1)], "text")
            page.offer(1, "@numbers", question.id if question else None)
            page.entry(2, item.reference if item else None, question=question)
            page.day(3, item.date if item else None)
            page.row += 1
        page.finish(head=4)

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what programs are told of the form."""
        questionnaire, about = self.form.questionnaire, self.form.answers.about
        yield "format", s.FORMAT
        yield "questionnaire.id", questionnaire.id
        yield "questionnaire.version", questionnaire.version
        yield "questionnaire.digest", questionnaire.digest
        yield "sheets", str(len(self.layout.sections) + len(self.layout.register) + 2)
        yield "about.language", about.language or self.form.langs[0]
        for name in _KEPT:
            if value := getattr(about, name):
                yield f"about.{name}", value

    def machine(self) -> None:
        page = self.page(s.SHEET_NAME, "form")
        for row, (name, value) in enumerate(self.facts(), 1):
            page.row = row
            page.texts([name, value], "plain")
        for name, entries in self.layout.lists.items():
            for key, words in entries.items():
                page.row = self.layout.list_rows[name][key]
                page.texts(["list", name, key, words], "plain")
        page.hide()
