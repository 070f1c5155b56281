"""The form of one risk."""

from collections.abc import Mapping
from functools import partial

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from aiassess.answers.dates import read_date
from aiassess.errors import Problem
from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import read_rating, read_risk_field
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.wrapping import Body
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RISK_RATINGS, RISK_RESIDUALS
from aiassess.model.risks import RATING_HIGHEST, Risk

_BAND = 10
"""Cells in which a rating is drawn."""


class RiskPage(FormPage[Risk]):
    """One risk. A rating is one digit: the form goes on to the next field by itself."""

    names_question = False

    def __init__(self, glyphs: Glyphs, view: QuestionView, texts: Mapping[str, str], *, new: bool) -> None:
        self.heading = "risk_new" if new else "risk_edit"
        fields = [
            Field(
                f"risk_{name}",
                texts.get(name, ""),
                multiline=name == "treatment",
                read=partial(read_risk_field, name),
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
