"""The risk register: a table that one adds to, edits and removes from, and the form of one risk."""

from collections.abc import Mapping
from functools import partial

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from aiassess.answers.dates import read_date
from aiassess.errors import Problem
from aiassess.interview.actions import EditRisk, Give, RemoveRisk
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import read_rating, read_risk_field
from aiassess.interview.register import Register
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.wrapping import Body, cells, cut, sign
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RISK_RATINGS, RISK_RESIDUALS
from aiassess.model.risks import RATING_HIGHEST, Risk

TABLE_WIDTH = 64
"""Columns from which the register is drawn as a table; below, each risk takes lines of its own."""
_BAND = 10
"""Cells in which a rating is drawn."""


class RisksPage(QuestionPage):
    """The register with its entries, and two lines to press Enter on: add another, give the register."""

    own_keys, more_keys = ("point", "enter_open", "add"), ("remove",)
    may_hold_more = True

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.register = Register(self.question, view.answer, view.typed)
        self.risks = self.register.risks
        self.form: tuple[int | None, RiskPage] | None = None
        """The form of an entry that is open now."""
        if self.register.restored:
            self.message = self._restored()
        # Below the risks are two lines: add one, and give the register.
        self.pointer = Pointer(lambda: len(self.risks) + 2)
        if not (view.prefilled and view.answer.status in ("unsure", "not_applicable")):  # which Enter confirms
            self.point_on()
        self.on |= {"enter": self._enter, "add": self.ending(EditRisk()), "remove": self._remove}

    def _restored(self) -> str:
        if None in self.register.entries:
            return self.say("risk_restored")
        edit = next(iter(self.register.entries), None)
        return self.say("typed_restored") if edit is None else self.say("risk_edit_restored", n=edit + 1)

    def _put_aside(self) -> None:
        """Keep what is typed in the open form."""
        if self.form is not None:
            at, form = self.form
            if form.changed or at in self.register.entries:
                self.register.entries[at] = form.texts()

    def point_on(self) -> None:
        """Point at what is to be done next: what is half written, the first risk, or giving the register."""
        waiting = next(iter(self.register.entries), None)
        add = None in self.register.entries or not self.risks
        self.pointer.at = len(self.risks) if add else len(self.risks) + 1 if waiting is None else waiting

    def close_form(self) -> None:
        """Keep what is typed in the form, which is open no longer."""
        self._put_aside()
        self.form = None

    def typed(self) -> str:
        self._put_aside()
        return self.register.text()

    def complete(self) -> Give | None:
        return self.register.complete()

    def instruction(self) -> str:
        return self.say("write_risks")

    # What is shown

    def add_answer(self, body: Body) -> None:
        if not self.risks:
            body.add(self.say("risks_none"))
        elif body.width >= TABLE_WIDTH:
            self._table(body)
        else:
            self._entries(body)
        body.blank()
        for number, key in enumerate(("risk_add", "risk_done"), len(self.risks)):
            body.entry(self.say(key, n=len(self.risks)), number == self.pointer.at)

    def _table(self, body: Body) -> None:
        """Add the register as a table; owner and date only if there are any, the rest with the one pointed at."""
        heads = [self.say(f"risk_column_{name}") for name in ("before", "after", "owner", "due")]
        rows = [[self._before(risk), self._after(risk), risk.owner or "", risk.due or ""] for risk in self.risks]
        widths = [
            min(14, max(cells(self.glyphs.clean(text)) for text in column)) if any(column[1:]) else 0
            for column in zip(heads, *rows, strict=True)
        ]
        first = body.width - 5 - sum(width + 2 for width in widths if width)
        body.raw([("class:heading", "     " + self._row([self.say("risk_column_title"), *heads], [first, *widths]))])
        for number, (risk, row) in enumerate(zip(self.risks, rows, strict=True)):
            here = number == self.pointer.at
            line = f"{sign(here)}{number + 1:>2} " + self._row([risk.title, *row], [first, *widths])
            at = body.raw([("class:pointer" if here else "", line)])
            if here:
                if cells(risk.title) > first:
                    body.add(risk.title, first="     ")
                if risk.treatment:
                    body.add(f"{self.say('risk_treatment')}: {risk.treatment}", first="     ")
                body.point(at)

    def _row(self, texts: list[str], widths: list[int]) -> str:
        """Return texts cut and filled to the widths; a column of width 0 is left out."""
        short = [cut(text, width, self.glyphs) for text, width in zip(texts, widths, strict=True)]
        return "  ".join(text + " " * (width - cells(text)) for text, width in zip(short, widths, strict=True) if width)

    def _entries(self, body: Body) -> None:
        for number, risk in enumerate(self.risks):
            facts = [self.say("risk_rated", before=self._before(risk))]
            if risk.residual_likelihood is not None:
                facts.append(self.say("risk_rated_after", after=self._after(risk)))
            for name, key in (("treatment", "treatment"), ("owner", "owner"), ("due", "column_due")):
                if value := getattr(risk, name):
                    facts.append(f"{self.say(f'risk_{key}')}: {value}")
            body.entry(risk.title, number == self.pointer.at, f"{number + 1}. ", "; ".join(facts))

    def _before(self, risk: Risk) -> str:
        return self.glyphs.product(risk.likelihood, risk.consequence)

    def _after(self, risk: Risk) -> str:
        return self.glyphs.product(risk.residual_likelihood, risk.residual_consequence)

    # What is pressed

    def _remove(self) -> None:
        if self.pointer.at is not None and self.pointer.at < len(self.risks):
            self.finish(RemoveRisk(self.pointer.at))
        else:
            self.message = self.say("risk_point_first")

    def _enter(self) -> None:
        """Edit the risk pointed at, add one, or give the register."""
        at = self.pointer.at
        if at is None:
            self.confirm()
        elif at <= len(self.risks):
            self.finish(EditRisk(at if at < len(self.risks) else None))
        elif not self.risks:
            self.message = self.say("risks_empty")
        else:
            self.give(self.register.given())


class RiskPage(FormPage[Risk]):
    """One risk. A rating is one digit: the form goes on to the next field by itself."""

    names_question = False

    def __init__(self, glyphs: Glyphs, view: QuestionView, texts: Mapping[str, str], *, new: bool) -> None:
        self.heading = "risk_new" if new else "risk_edit"
        fields = [
            Field(
                f"risk_{name}", texts.get(name, ""), multiline=name == "treatment", read=partial(read_risk_field, name)
            )
            for name in RISK_FIELDS
        ]
        super().__init__(glyphs, view, fields)
        self._came_by_itself = False
        """A digit led here: Enter or Tab after it was for the field before."""
        for name in RISK_RATINGS:
            number = RISK_FIELDS.index(name)
            fields[number].buffer.on_text_insert += partial(self._rated, number)

    # What is shown

    def introduction(self) -> list[str]:
        return [self.say("risk_how" if self.view.question.scale else "risk_how_help")]

    def label(self, number: int) -> str:
        """Return the name of a field, with what its rating means."""
        label, rating = super().label(number), read_rating(self.fields[number].text)
        scale = self._scale(number)
        return f"{label}: {scale[rating - 1]}" if scale and rating and number != self.active else label

    def _scale(self, number: int) -> list[str]:
        scale, name = self.view.question.scale, RISK_FIELDS[number]
        return scale.lines(name, self.lang) if scale and name in RISK_RATINGS else []

    def after_field(self, body: Body, number: int) -> None:
        """Show the scale below the rating that is typed now, the rating below each pair, and the date in words."""
        name = RISK_FIELDS[number]
        if number == self.active:
            for line in self._scale(number):
                body.add(line[4:], "said", first=f"  {line[:4]}", first_style="said")
        if name in ("consequence", "residual_consequence"):
            likelihood, consequence = (read_rating(self.fields[each].text) for each in (number - 1, number))
            if likelihood and consequence:
                rating = Risk("", likelihood, consequence).rating
                full = -(-rating * _BAND // Risk("", RATING_HIGHEST, RATING_HIGHEST).rating)
                band = self.glyphs.bar * full + self.glyphs.empty * (_BAND - full)
                said = self.say("risk_rating", rating=self.glyphs.product(likelihood, consequence))
                body.add(f"{said} {band}", "said", first="  ")
        elif name == "due" and read_date(self.fields[number].text) != self.fields[number].text:
            self.add_day(body, number)

    def texts(self) -> dict[str, str]:
        return {name: each.buffer.text for name, each in zip(RISK_FIELDS, self.fields, strict=True)}

    # What is pressed

    def _rated(self, number: int, buffer: Buffer) -> None:
        """Go on once a rating is typed; another digit takes its place."""
        typed = buffer.document.char_before_cursor
        if read_rating(typed) and buffer.text.isdigit():
            buffer.document = Document(typed)
            self.go_to(number + 1)
            self._came_by_itself = True

    def _stays(self) -> bool:
        """Whether Enter or Tab has nothing to do, because a digit did it."""
        came, self._came_by_itself = self._came_by_itself, False
        return came and not self.buffer.text

    def enter(self) -> None:
        if not self._stays():
            super().enter()

    def next_field(self) -> None:
        if not self._stays():
            super().next_field()

    def check(self, number: int) -> str | Problem | None:
        name, blank = RISK_FIELDS[number], not self.fields[number].text
        if blank and name in RISK_NEEDED:
            return self.say("field_needed", field=super().label(number))
        if blank and name in RISK_RESIDUALS:
            other = RISK_FIELDS.index(RISK_RESIDUALS[1 - RISK_RESIDUALS.index(name)])
            return self.say("risk_half") if self.fields[other].text else None
        return super().check(number)

    def result(self) -> Risk:
        return Risk(**{name: each.found() for name, each in zip(RISK_FIELDS, self.fields, strict=True)})
