"""The form of one risk."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from aiassess.interview.protocol import QuestionView
from aiassess.interview.reading import read_date, read_rating, read_risk_field
from aiassess.interview.terminal.form import Field, FormPage, Wrong
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.wrapping import Body
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED
from aiassess.model.risks import Risk


class RiskPage(FormPage[Risk]):
    """One risk."""

    names_question = False

    def __init__(self, glyphs: Glyphs, view: QuestionView, texts: Mapping[str, str], *, new: bool) -> None:
        self.heading = "risk_new" if new else "risk_edit"
        fields = [Field(f"risk_{name}", texts.get(name, ""), multiline=name == "treatment") for name in RISK_FIELDS]
        super().__init__(glyphs, view, fields)

    def introduction(self) -> list[str]:
        return [self.say("risk_how")]

    def after_field(self, body: Body, number: int) -> None:
        """Show the rating below each pair, and the date in words."""
        name = RISK_FIELDS[number]
        if name in ("consequence", "residual_consequence"):
            likelihood, consequence = (read_rating(self.fields[each].text) for each in (number - 1, number))
            if likelihood and consequence:
                rating = self.glyphs.product(likelihood, consequence)
                body.add(self.say("risk_rating", rating=rating), "said", first="  ")
        elif name == "due" and read_date(self.fields[number].text) != self.fields[number].text:
            self.add_day(body, number)

    def texts(self) -> dict[str, str]:
        return {name: each.buffer.text for name, each in zip(RISK_FIELDS, self.fields, strict=True)}

    def result(self) -> Risk:
        values: dict[str, Any] = {}
        for number, name in enumerate(RISK_FIELDS):
            values[name] = self.read(number, partial(read_risk_field, name))
            if values[name] is None and name in RISK_NEEDED:
                raise Wrong(number, self.say("field_needed", field=self.label(number)))
        halves = [name for name in ("residual_likelihood", "residual_consequence") if values[name] is None]
        if len(halves) == 1:
            raise Wrong(RISK_FIELDS.index(halves[0]), self.say("risk_half"))
        return Risk(**values)
